"""The live answers: a reload puts new ones in their place, all or nothing."""

from datetime import date

import pytest
from conftest import Folder, entry
from crisis_file import TEXT, TODAY
from reloading import reload

from bot.answering.library import GoldenChange, Library
from bot.answering.replies import Answer, Question
from bot.errors import ConfigurationError, KnowledgeError
from bot.knowledge.model import NO_ENTRY

FOOD, SLEEP, YOGA = entry("food"), entry("sleep"), entry("yoga")


def ids(library: Library) -> list[str]:
    return [one.id for one in library.live.answerer.knowledge.entries]


def answer(library: Library, text: str) -> str | None:
    reply = library.live.answerer.answer(Question(text, addressed=True))
    return reply.excerpt if isinstance(reply, Answer) else None


def test_a_reload_reports_what_it_did(folder: Folder) -> None:
    folder.entries(FOOD, SLEEP, YOGA)
    library = Library(folder.path)
    before = library.live
    folder.entries(entry("rest"), SLEEP, FOOD.model_copy(update={"source": "Another guide"}))
    changes = reload(library)
    assert (changes.added, changes.changed, changes.removed) == (("rest",), ("food",), ("yoga",))
    assert ids(library) == ["rest", "sleep", "food"]
    assert changes.edition is library.live
    assert changes.edition.loaded >= before.loaded


def test_a_reload_of_the_same_reports_nothing(folder: Folder) -> None:
    folder.entries(FOOD, SLEEP)
    folder.golden({"what about food": "food"})
    library = Library(folder.path)
    folder.entries(SLEEP, file="another.yaml")  # an entry may move to another file
    folder.entries(FOOD)
    changes = reload(library)
    assert (changes.added, changes.changed, changes.removed, changes.golden) == ((), (), (), ())


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Why eat?"},
        {"text": "Eat well."},
        {"must_include": "Ask first."},
        {"source": "The other guide"},
        {"reviewed": date(2026, 2, 1)},
        {"phrasings": ["tell me about food", "is food good"]},
    ],
)
def test_a_change_of_any_part_is_reported(folder: Folder, change: dict[str, object]) -> None:
    folder.entries(FOOD)
    library = Library(folder.path)
    folder.entries(entry("food", **change))
    assert reload(library).changed == ("food",)


def test_new_answers_are_given_after_a_reload(folder: Folder) -> None:
    folder.entries(FOOD)
    library = Library(folder.path)
    assert answer(library, "what is food?") == FOOD.text
    folder.entries(FOOD.model_copy(update={"text": "Food is all we eat."}))
    assert answer(library, "what is food?") == FOOD.text
    reload(library)
    assert answer(library, "what is food?") == "Food is all we eat."


def test_on_faults_the_old_answers_stay_until_they_are_mended(folder: Folder) -> None:
    folder.entries(FOOD)
    library = Library(folder.path)
    before = library.live
    folder.write("guide.yaml", "article: Guide\n")
    folder.write("sleep.yaml", "'")
    with pytest.raises(KnowledgeError) as caught:
        reload(library)
    assert [(fault.file, fault.line) for fault in caught.value.faults] == [
        ("guide.yaml", 1),
        ("sleep.yaml", 1),
    ]
    assert library.live is before
    assert answer(library, "what is food?") == FOOD.text
    (folder.path / "sleep.yaml").unlink()
    folder.entries(FOOD, YOGA)
    assert reload(library).added == ("yoga",)


def test_there_is_no_library_of_a_faulty_folder(folder: Folder) -> None:
    with pytest.raises(KnowledgeError, match="holds no article"):
        Library(folder.path)


def test_a_reload_reports_the_golden_questions_that_reach_something_else(folder: Folder) -> None:
    folder.entries(FOOD, SLEEP)
    folder.golden({"tell me about food": "food", "tell me about sleep": "sleep"})
    library = Library(folder.path)
    folder.entries(FOOD, SLEEP.model_copy(update={"id": "dreams"}))
    folder.golden({"tell me about food": "food", "tell me about sleep": NO_ENTRY})
    assert reload(library).golden == (
        GoldenChange("tell me about sleep", before="sleep", now="dreams", expected=NO_ENTRY),
    )


def test_a_reload_reports_the_topics_it_changed(folder: Folder) -> None:
    topics = "topics:\n  - id: cost\n    say: {}\n    phrasings: [what is the price]\n"
    folder.entries(FOOD)
    folder.write("topics.yaml", topics.format("Ask the clinic."))
    library = Library(folder.path)
    folder.write("topics.yaml", topics.format("Ask your insurer."))
    assert reload(library).changed == ("cost",)


def test_a_reload_reports_a_change_of_the_crisis_card(folder: Folder) -> None:
    folder.entries(FOOD)
    library = Library(folder.path)
    folder.write("crisis.yaml", TEXT.replace("do: call 911", "do: call 911 now"))
    assert reload(library).changed == ("crisis.yaml",)


def test_a_card_that_lost_the_region_of_the_settings_is_refused(folder: Folder) -> None:
    folder.entries(FOOD)
    library = Library(folder.path, "CA")
    before = library.live
    folder.write("crisis.yaml", TEXT.replace("region: CA", "region: NZ"))
    with pytest.raises(ConfigurationError, match="CRISIS_REGION is 'CA'"):
        reload(library)
    assert library.live is before


def test_without_the_crisis_card_the_old_answers_stay(folder: Folder) -> None:
    folder.entries(FOOD)
    library = Library(folder.path)
    before = library.live
    (folder.path / "crisis.yaml").unlink()
    with pytest.raises(KnowledgeError, match=r"crisis\.yaml:1: is missing"):
        reload(library)
    assert library.live is before


def test_a_card_that_is_out_of_date_goes_live(folder: Folder) -> None:
    folder.entries(FOOD)
    folder.write("crisis.yaml", TEXT.replace(str(TODAY), "2001-01-01"))
    assert reload(Library(folder.path)).changed == ()


def test_a_new_golden_question_is_compared_with_the_old_answers(folder: Folder) -> None:
    folder.entries(FOOD)
    library = Library(folder.path)
    folder.entries(FOOD, YOGA)
    folder.golden({"tell me about yoga": "yoga", "tell me about food": "food"})
    changes = reload(library)
    assert changes.golden == (
        GoldenChange("tell me about yoga", before=NO_ENTRY, now="yoga", expected="yoga"),
    )
    assert [outcome.passed for outcome in changes.edition.golden] == [True, True]


def test_the_outcome_of_a_golden_question_names_the_choices_it_was_left_with(
    folder: Folder,
) -> None:
    folder.entries(
        entry("morning", phrasings=["the pills in the morning"]),
        entry("evening", phrasings=["the pills in the evening"]),
    )
    folder.golden({"when do I take the pills": "morning"})
    (outcome,) = Library(folder.path).live.golden
    assert not outcome.passed
    assert outcome.reached.startswith("a choice of ")
    assert "morning" in outcome.reached
    assert "evening" in outcome.reached


def test_who_took_the_live_answers_before_a_reload_keeps_them(folder: Folder) -> None:
    folder.entries(FOOD)
    library = Library(folder.path)
    taken = library.live
    folder.entries(YOGA)
    reload(library)
    reply = taken.answerer.answer(Question("what is food?", addressed=True))
    assert isinstance(reply, Answer)
    assert reply.entry == "food"
    assert taken.answerer.whole("yoga") is None
    assert ids(library) == ["yoga"]
