"""A folder of YAML becomes a `Knowledge`, or every fault in it with its line and what to do."""

from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
import yaml
from conftest import Folder, entry
from crisis_file import write_crisis
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.errors import ExitCode, KnowledgeError
from bot.knowledge.loading import load
from bot.knowledge.model import NO_ENTRY

ARTICLE = """\
article: Sleep
entries:
  - id: naps
    title: Do naps help?
    text: A short nap helps some people.
    must_include: Ask your doctor before you change anything.
    source: The sleep guide
    reviewed: 2026-01-31
    phrasings:
      - do naps help
      - is a nap good
"""
PHRASINGS = ARTICLE[ARTICLE.index("    phrasings:") :]


def article(old: str, new: str) -> str:
    """The article with one part of it written differently."""
    assert ARTICLE.count(old) == 1
    return ARTICLE.replace(old, new)


def title(written: str) -> str:
    return article("Do naps help?", written)


def phrasings(*written: str) -> str:
    return article(PHRASINGS, "    phrasings:\n" + "".join(f"      - {one}\n" for one in written))


def load_or_faults(path: Path) -> None:
    """Anything but a `Knowledge` or a `KnowledgeError` fails the test."""
    with suppress(KnowledgeError):
        load(path)


def faults(folder: Folder) -> list[str]:
    with pytest.raises(KnowledgeError) as caught:
        load(folder.path)
    listed = list(map(str, caught.value.faults))
    assert str(caught.value).split("\n") == listed
    return listed


def test_reads_an_article_with_all_that_stands_in_it(folder: Folder) -> None:
    folder.write("sleep.yaml", ARTICLE)
    (naps,) = load(folder.path).entries
    assert naps.model_dump() == {
        "id": "naps",
        "title": "Do naps help?",
        "text": "A short nap helps some people.",
        "must_include": "Ask your doctor before you change anything.",
        "source": "The sleep guide",
        "reviewed": date(2026, 1, 31),
        "review_by": None,
        "phrasings": ("do naps help", "is a nap good"),
    }


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"\xef\xbb\xbf" + ARTICLE.encode(), id="byte order mark"),
        pytest.param(ARTICLE.replace("\n", "\r\n").encode(), id="line ends of Windows"),
        pytest.param(b"---\n" + ARTICLE.encode() + b"...\n", id="marks around the document"),
        pytest.param(ARTICLE.encode() + b"#" * (2**20 - len(ARTICLE)), id="just 1 MiB"),
    ],
)
def test_reads_the_same_from_every_editor(folder: Folder, raw: bytes) -> None:
    folder.write("sleep.yaml", ARTICLE)
    plain = load(folder.path)
    folder.write("sleep.yaml", raw)
    assert load(folder.path) == plain


def test_reads_articles_in_the_order_of_their_files_and_passes_over_other_files(
    folder: Folder,
) -> None:
    folder.entries(entry("yoga"), entry("rest"), file="b.yaml")
    folder.entries(entry("food"), file="a.yaml")
    folder.write("README.md", "no knowledge")
    assert [one.id for one in load(folder.path).entries] == ["food", "yoga", "rest"]


def test_reads_topics_and_golden_questions(folder: Folder) -> None:
    folder.write("sleep.yaml", ARTICLE)
    folder.write(
        "topics.yaml",
        "topics:\n  - id: cost\n    say: Ask the clinic.\n    phrasings: [what does it cost]\n",
    )
    folder.golden({"are naps good?": "naps", "who won?": NO_ENTRY})
    known = load(folder.path)
    assert [(topic.id, topic.say) for topic in known.topics] == [("cost", "Ask the clinic.")]
    assert [(golden.question, golden.entry) for golden in known.golden] == [
        ("are naps good?", "naps"),
        ("who won?", "none"),
    ]


@pytest.mark.parametrize(
    ("content", "line", "advice"),
    [
        # keys
        pytest.param(title("A\n    titel: B"), 5, "did you mean 'title'?", id="misspelt"),
        pytest.param(title("A\n    zzz: B"), 5, "the keys are id, title, text, ", id="unknown"),
        pytest.param(ARTICLE + "artcle: B\n", 12, "did you mean 'article'?", id="misspelt on top"),
        pytest.param(
            title("A\n    title: B"),
            5,
            "'title' stands here twice: keep one of the two",
            id="duplicate",
        ),
        pytest.param(
            ARTICLE + "article: B\n", 12, "'article' stands here twice", id="duplicate on top"
        ),
        pytest.param(ARTICLE + "? [a]\n: b\n", 12, "write 'key: value'", id="no word"),
        # missing and empty
        pytest.param(
            article("    title: Do naps help?\n", ""), 3, "'title' is missing: write", id="missing"
        ),
        pytest.param(
            article("  - id: naps\n    title", "  - title"), 3, "'id' is missing", id="no id"
        ),
        pytest.param("article: Sleep\n", 1, "'entries' is missing: write", id="no entries"),
        pytest.param("article: Sleep\nentries: []\n", 2, "'entries' is empty", id="entries []"),
        pytest.param("article: Sleep\nentries:\n", 2, "'entries' is ", id="entries"),
        pytest.param(title("''"), 4, "'title' is empty: write 'title: ", id="empty"),
        pytest.param(title("'   '"), 4, "'title' is empty: write 'title: ", id="blank"),
        pytest.param(title(""), 4, "'title: ", id="nothing behind the key"),
        pytest.param(
            article(PHRASINGS, "    phrasings: []\n"), 9, "'phrasings' is empty", id="phrasings []"
        ),
        pytest.param(phrasings("a nap", "''"), 11, "is empty", id="empty phrasing"),
        pytest.param(phrasings("a nap", "'?!'"), 11, "no word", id="phrasing of marks"),
        # wrong types
        pytest.param(title("42"), 4, "is 42, which is not text: put text in quotes", id="number"),
        pytest.param(title("yes"), 4, "put text in quotes", id="yes"),
        pytest.param(phrasings("a nap", "no"), 11, "put text in quotes", id="no as a phrasing"),
        pytest.param(phrasings("a nap", "1.5"), 11, "put text in quotes", id="1.5 as a phrasing"),
        pytest.param(phrasings("a nap", "a: b"), 11, "put text in quotes", id="keys as a phrasing"),
        pytest.param(title("[a, b]"), 4, "put text in quotes", id="list as text"),
        pytest.param(title("2026-01-31"), 4, "put text in quotes", id="date as text"),
        pytest.param(
            article(PHRASINGS, "    phrasings: a nap\n"), 9, "is not a list: write", id="no list"
        ),
        pytest.param(
            article("2026-01-31", "'2026-01-31'"), 8, "without quotes", id="date in quotes"
        ),
        pytest.param(
            article("2026-01-31", "2026-02-30"),
            8,
            "2026-02-30, which is no date: write 'reviewed: 2026-01-31'",
            id="no such date",
        ),
        pytest.param(article("2026-01-31", "2026-01-31 10:00:00"), 8, "no date", id="time of day"),
        pytest.param(article("2026-01-31", "in January"), 8, "no date", id="date in words"),
        pytest.param(article("id: naps", "id: Day Naps"), 3, "small letters", id="spelling of id"),
        pytest.param(article("id: naps", "id: none"), 3, "choose another word", id="id none"),
        pytest.param(title('"A\\nB"'), 4, "several lines: write it on one", id="two lines"),
        pytest.param(title("A" * 101), 4, "longer than 100 characters: shorten it", id="too long"),
        pytest.param("article: A\nentries:\n  - naps\n", 3, "not a group of keys", id="bare entry"),
        pytest.param("- a\n- b\n", 1, "start it with 'article:'", id="a list"),
        pytest.param("hello\n", 1, "start it with 'article:'", id="a word"),
        pytest.param("~\n", 1, "start it with 'article:'", id="null"),
        # not YAML
        pytest.param("", 1, "the file is empty: write its entries or delete it", id="no byte"),
        pytest.param("# only this\n\n", 1, "the file is empty", id="only a comment"),
        pytest.param(article("    title", "\ttitle"), 4, "a tab", id="tab"),
        pytest.param(title("'Do naps help?"), 4, "never closed: close it", id="unclosed quote"),
        pytest.param(title("Naps: good?"), 4, "put the text in quotes", id="colon in text"),
        pytest.param(title("@naps"), 4, "put the text in quotes", id="at sign"),
        pytest.param(article("    title", "   title"), 4, "indentation", id="indentation"),
        pytest.param(ARTICLE + "---\n" + ARTICLE, 12, "remove the line '---'", id="documents"),
        # dangerous
        pytest.param(title("!!python/object/apply:os.abort []"), 4, "plain text", id="object tag"),
        pytest.param(
            article("  - id", "  - !!python/object:os.x\n    id"), 3, "plain text", id="entry tag"
        ),
        pytest.param(article("phrasings:", "phrasings: !!set"), 9, "plain text", id="list tag"),
        pytest.param(title("!mine A"), 4, "plain text", id="tag of one's own"),
        pytest.param(title("0x" + "f" * 5_000), 4, "put text in quotes", id="endless number"),
        pytest.param(title("1" + ":1" * 300 + ".5"), 4, "put text in quotes", id="base 60"),
        pytest.param("a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n", 2, "write the text", id="aliases"),
        pytest.param("[" * 100_000, 1, "plain keys and lists", id="bottomless list"),
        pytest.param("{a: " * 100_000, 1, "plain keys and lists", id="bottomless keys"),
        pytest.param("- " * 100_000, 1, "plain keys and lists", id="bottomless dashes"),
        pytest.param("? " * 100_000, 1, "plain keys and lists", id="bottomless questions"),
        pytest.param(ARTICLE + "#" * 2**20, 1, "split it into several files", id="over 1 MiB"),
        # characters
        pytest.param(title("Café?").encode("latin-1"), 4, "encoding UTF-8", id="Latin-1"),
        pytest.param(ARTICLE.encode("utf-16"), 1, "encoding UTF-8", id="UTF-16"),
        pytest.param(
            ARTICLE.encode("utf-16-le"), 1, "control character", id="UTF-16 without a mark"
        ),
        pytest.param(title("A\x00B"), 4, "delete it", id="NUL"),
        pytest.param(title("A\x07B"), 4, "delete it", id="bell"),
        pytest.param("# " + "é" * 99 + "\n" + title("A\x00B"), 5, "delete it", id="behind accents"),
        pytest.param(title('"A\\0B"'), 4, "control character", id="NUL in an escape"),
        pytest.param(title('"\\e[31mA"'), 4, "control character", id="colour in an escape"),
    ],
)
def test_a_fault_is_told_once_with_its_line_and_what_to_write(
    folder: Folder, content: str | bytes, line: int, advice: str
) -> None:
    folder.write("sleep.yaml", content)
    (fault,) = faults(folder)
    assert fault.startswith(f"sleep.yaml:{line}: ")
    assert advice in fault
    assert len(fault) < 500


@pytest.mark.parametrize(
    "written", ["!!bool A", "!!int ''", "!!int A", "!!float A", "!!timestamp A", "!!null A", "2:60"]
)
def test_a_value_that_is_not_what_its_tag_says_is_no_crash(folder: Folder, written: str) -> None:
    folder.write("sleep.yaml", title(written))
    load_or_faults(folder.path)


SIX_FAULTS = {
    "a.yaml": """\
article: Sleep
entries:
  - id: naps
    titel: Do naps help?
    text: A short nap helps.
    source: The sleep guide
    reviewed: 2026-02-30
    phrasings:
      - do naps help
      - yes
  - id: dreams
    title: Why do we dream?
    text: Nobody knows.
    source: The sleep guide
    reviewed: 2026-01-31
    phrasings:
      - why do we dream
      - Do naps HELP
""",
    "b.yaml": """\
article: Food

entries:
  - id: naps
    title: What is food?
    text: What we eat.
    source: The food guide
    reviewed: 2026-01-31
    phrasings:
      - what is food
""",
    "c.yaml": "article: Rest: why\n",
    "golden.yaml": """\
questions:
  - question: may I nap?
    entry: naps
  - question: where do I sleep?
    entry: beds
""",
}


def test_all_faults_of_all_files_are_told_at_once(folder: Folder) -> None:
    for name, content in SIX_FAULTS.items():
        folder.write(name, content)
    assert faults(folder) == [
        (
            "a.yaml:3: entry 'naps': the key 'title' is missing: "
            "write 'title: Does it have side effects?'"
        ),
        "a.yaml:4: entry 'naps': the key 'titel' is not known: did you mean 'title'?",
        (
            "a.yaml:7: entry 'naps': 'reviewed' is 2026-02-30, which is no date: "
            "write 'reviewed: 2026-01-31', without quotes"
        ),
        (
            "a.yaml:10: entry 'naps': an item of 'phrasings' is yes, which is not text: "
            "put text in quotes"
        ),
        "a.yaml:18: the phrasing 'Do naps HELP' stands already at a.yaml:9: keep one of the two",
        "b.yaml:4: the id 'naps' is taken already, at a.yaml:3: choose another",
        "c.yaml:1: a colon inside unquoted text: put the text in quotes",
    ]
    folder.write("c.yaml", ARTICLE.replace("naps", "rest").replace("nap", "rest"))
    assert faults(folder)[-1] == (
        "golden.yaml:5: there is no entry 'beds': write the id of an entry, or none"
    )


@pytest.mark.parametrize(
    "second",
    [
        pytest.param("      - do naps help\n", id="the same"),
        pytest.param("      - Do Naps HELP\n", id="in another case"),
        pytest.param("      - ' do naps help '\n", id="with spaces around"),
        pytest.param(
            "  - {id: b, title: B, text: B, source: B, reviewed: 2026-01-31,\n"
            "     phrasings: [bed, bed]}\n",
            id="on one line",
        ),
    ],
)
def test_a_phrasing_may_stand_only_once(folder: Folder, second: str) -> None:
    folder.write("sleep.yaml", ARTICLE + second)
    (fault,) = faults(folder)
    assert "stands already at sleep.yaml:" in fault
    assert "keep one of the two" in fault


def test_an_entry_and_a_topic_share_neither_id_nor_phrasing(folder: Folder) -> None:
    folder.write("sleep.yaml", ARTICLE)
    folder.write(
        "topics.yaml", "topics:\n  - id: naps\n    say: No.\n    phrasings:\n    - do naps help\n"
    )
    assert faults(folder) == [
        "topics.yaml:2: the id 'naps' is taken already, at sleep.yaml:3: choose another",
        (
            "topics.yaml:5: the phrasing 'do naps help' stands already at sleep.yaml:10: "
            "keep one of the two"
        ),
    ]


def test_a_flood_of_faults_stays_readable(folder: Folder) -> None:
    folder.write("sleep.yaml", "article: Sleep\nentries: [" + "a," * 20_000 + "]\n")
    with pytest.raises(KnowledgeError) as caught:
        load(folder.path)
    assert len(str(caught.value)) < 100_000


def test_a_file_that_would_be_passed_over_is_a_fault(folder: Folder) -> None:
    folder.write("sleep.yaml", ARTICLE)
    folder.write("food.yml", "")
    assert faults(folder) == [
        "food.yml:1: ends in .yml and would be passed over: rename it to food.yaml"
    ]


def test_an_ending_in_capitals_is_not_passed_over_silently(folder: Folder) -> None:
    folder.write("sleep.yaml", ARTICLE)
    folder.write("FOOD.YAML", "not an article")
    assert [fault.split(":")[0] for fault in faults(folder)] == ["FOOD.YAML"]


def test_a_folder_without_articles_is_a_fault(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    advice = "knowledge:1: holds no article: add a .yaml file with entries"
    assert faults(folder) == [advice]
    folder.golden({})
    assert faults(folder) == [advice]
    monkeypatch.chdir(folder.path)
    assert faults(Folder(Path())) == [advice]


@pytest.mark.parametrize("name", ["nowhere", "file.txt"])
def test_a_folder_that_is_none_is_a_fault(tmp_path: Path, name: str) -> None:
    (tmp_path / "file.txt").touch()
    assert faults(Folder(tmp_path / name)) == [
        f"{name}:1: no such folder: name one that holds YAML files"
    ]


def test_a_file_that_cannot_be_read_is_a_fault_and_the_others_are_still_read(
    folder: Folder,
) -> None:
    (folder.path / "a.yaml").mkdir()
    (folder.path / "b.yaml").symlink_to("nowhere")
    folder.write("c.yaml", title("42"))
    found = faults(folder)
    assert found[0].startswith("a.yaml:1: cannot be read (is a directory)")
    assert found[1].startswith("b.yaml:1: cannot be read (no such file or directory)")
    assert found[2].startswith("c.yaml:4: ")


def test_a_golden_question_about_a_file_that_cannot_be_read_is_no_further_fault(
    folder: Folder,
) -> None:
    folder.write("sleep.yaml", "'")
    folder.golden({"are naps good?": "naps"})
    (fault,) = faults(folder)
    assert fault.startswith("sleep.yaml:")


def test_faulty_knowledge_is_a_fault_of_configuration(folder: Folder) -> None:
    with pytest.raises(KnowledgeError) as caught:
        load(folder.path)
    assert caught.value.exit_code is ExitCode.CONFIGURATION


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """A folder that every example writes anew."""
    path = tmp_path_factory.mktemp("knowledge")
    write_crisis(path)
    return Folder(path)


@given(raw=st.binary() | st.text().map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_no_bytes_crash_the_loader(scratch: Folder, raw: bytes) -> None:
    scratch.write("any.yaml", raw)
    load_or_faults(scratch.path)


@given(
    part=st.text(max_size=20) | st.text("!&*?-:,[]{}#|>@`\"'%\\ \t\n0.:axint", max_size=12),
    seed=st.integers(0, len(ARTICLE) - 1),
    cut=st.integers(0, 20),
)
def test_no_slip_of_the_pen_crashes_the_loader(
    scratch: Folder, part: str, seed: int, cut: int
) -> None:
    written = ARTICLE[:seed] + part + ARTICLE[seed + cut :]
    scratch.write("any.yaml", written.encode("utf-8", "surrogatepass"))
    load_or_faults(scratch.path)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.dates() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["article", "entries", "id", "title", "reviewed", "phrasings", "x"])
            | st.text(max_size=3),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(value=VALUES | st.fixed_dictionaries({"article": VALUES, "entries": st.lists(VALUES)}))
def test_no_structure_crashes_the_loader(scratch: Folder, value: object) -> None:
    scratch.write("any.yaml", yaml.safe_dump(value))
    load_or_faults(scratch.path)


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=90)


@given(one=TEXT, two=TEXT)
def test_what_is_written_is_what_is_read(scratch: Folder, one: str, two: str) -> None:
    written = entry("naps", title=one, text=two)
    scratch.entries(written, file="any.yaml")
    assert load(scratch.path).entries == (written,)


def test_knowledge_cannot_be_changed(folder: Folder) -> None:
    folder.write("sleep.yaml", ARTICLE)
    known = load(folder.path)
    with pytest.raises(AttributeError):
        known.articles = ()  # type: ignore[misc]
    with pytest.raises(ValidationError, match="frozen"):
        known.entries[0].title = "Another"  # type: ignore[misc]
    assert isinstance(known.entries[0].phrasings, tuple)
    assert isinstance(known.articles[0].entries, tuple)


def test_a_topic_of_an_unknown_kind_is_a_fault(folder: Folder) -> None:
    folder.entries(entry("sleep"))
    folder.write(
        "topics.yaml",
        "topics:\n  - id: dose\n    kind: private\n    say: No.\n    phrasings:\n    - how much\n",
    )
    assert faults(folder) == [
        "topics.yaml:3: topic 'dose': 'kind' is 'private': write 'kind: personal', or leave it out"
    ]
