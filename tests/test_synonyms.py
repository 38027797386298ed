"""Different words for one thing find the same entry; a list that contradicts itself is refused."""

import pytest
from conftest import Folder, entry

from bot.answering.answerer import Answerer
from bot.answering.replies import Answer, Question
from bot.errors import KnowledgeError
from bot.knowledge.loading import load
from bot.knowledge.model import Synonym
from bot.matching.synonyms import Synonyms

SYNONYMS = Synonyms(
    [
        Synonym(term="infusion", also=("drip", "I.V.")),
        Synonym(term="treatment resistant", also=("trd", "nothing works")),
        Synonym(term="ketamine", also=("k",)),
        Synonym(term="k-drama", also=("k drama",)),
        Synonym(term="series", also=("k drama boxed set",)),
    ]
)


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("a drip a day", "a infusion a day"),
        ("dripping drips", "dripping drips"),
        ("my i v hurts", "my infusion hurts"),
        ("trd or nothing works", "treatment resistant or treatment resistant"),
        ("nothing ever works", "nothing ever works"),
        ("k and k drama", "ketamine and k drama"),
        ("k drama boxed set k", "series ketamine"),
        ("k drama boxed", "k drama boxed"),
        ("drip", "infusion"),
        ("", ""),
    ],
)
def test_each_synonym_becomes_its_term_the_longest_first(said: str, read: str) -> None:
    assert SYNONYMS.unify(said.split()) == read.split()


def test_without_synonyms_nothing_changes() -> None:
    assert Synonyms().unify(["a", "drip"]) == ["a", "drip"]


# --- the file

GOOD = """\
synonyms:
  - term: infusion
    also: [drip, iv]
  - term: ketamine
    also:
      - ket
      - special k
"""


def faults(folder: Folder, content: str) -> list[str]:
    folder.entries(entry("naps"))
    folder.write("synonyms.yaml", content)
    with pytest.raises(KnowledgeError) as caught:
        load(folder.path)
    return [str(fault) for fault in caught.value.faults]


@pytest.mark.parametrize("asked", ["is the drip slow", "how slow is an IV", "is the infusion slow"])
def test_a_question_reaches_its_entry_by_any_of_the_words(folder: Folder, asked: str) -> None:
    folder.entries(
        entry("speed", title="How slow is the drip?", phrasings=["is the drip slow"]),
        entry("naps"),
    )
    folder.write("synonyms.yaml", GOOD)
    reply = Answerer(load(folder.path)).answer(Question(asked, addressed=True))
    assert isinstance(reply, Answer)
    assert reply.entry == "speed"


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("special k", "Drip", "7: 'Drip' stands already at synonyms.yaml:3: keep one of the two"),
        ("special k", "ket", "7: 'ket' stands already at synonyms.yaml:6: keep one of the two"),
        ("special k", "Infusion", "7: 'Infusion' is a term as well: keep one of the two"),
        ("special k", "ketamine", "7: 'ketamine' is a term as well: keep one of the two"),
        ("special k", "'?'", "7: an item of 'also' holds no word"),
        ("[drip, iv]", "drip", "3: 'also' is not a list: write 'also: [drip, iv]'"),
        ("[drip, iv]", "[]", "3: 'also' is empty: write 'also: [drip, iv]'"),
        ("also: [drip, iv]", "als: [drip]", "2: the key 'also' is missing"),
        ("also: [drip, iv]", "als: [drip]", "3: the key 'als' is not known: did you mean 'also'?"),
        ("- term: infusion", "- term: 7", "2: 'term' is 7, which is not text"),
        ("synonyms:", "synonym:", "1: the key 'synonyms' is missing"),
    ],
)
def test_a_fault_is_told_with_its_line(folder: Folder, old: str, new: str, fault: str) -> None:
    assert old in GOOD
    told = faults(folder, GOOD.replace(old, new))
    assert any(one.startswith(f"synonyms.yaml:{fault}") for one in told), told


def test_every_fault_is_told(folder: Folder) -> None:
    content = GOOD.replace("special k", "iv\n      - iv\n      - ketamine")
    assert [one.split(": ")[0] for one in faults(folder, content)] == [
        f"synonyms.yaml:{line}" for line in (7, 8, 9)
    ]
