"""Words run together: taken apart only where what comes out is words that people use."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching.segmenting import COMMON, TOGETHER, Segmenter

COMMONLY = "i want to be left alone please call an ambulance a together get her".split()


@pytest.fixture(scope="module")
def segmenter() -> Segmenter:
    return Segmenter([*[" ".join(COMMONLY)] * COMMON, *["please please"] * TOGETHER, "rare"])


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("iwanttobeleft", "i want to be left"),
        ("callanambulance", "call an ambulance"),
        ("pleaseplease", "please please"),
        ("together", "together"),  # a word, though "to get her" is in it
        ("rareplease", "rareplease"),  # a rare word is no part
        ("aloneget", "aloneget"),  # nobody has said these one after the other
        ("toget", "toget"),  # too short
        ("please" * 17, "please" * 17),  # too long
        ("iwantto2", "iwantto2"),
        ("zzzzzzzzzz", "zzzzzzzzzz"),
    ],
)
def test_words_run_together_are_taken_apart(segmenter: Segmenter, written: str, read: str) -> None:
    assert segmenter.split(written) == read


@given(st.lists(st.sampled_from(COMMONLY), min_size=4, max_size=12).map("".join))
def test_nothing_is_lost(segmenter: Segmenter, written: str) -> None:
    split = segmenter.split(written)
    assert split.replace(" ", "") == written
    assert set(split.split()) <= {*COMMONLY, written}
