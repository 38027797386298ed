"""Naive Bayes tells candidates apart exactly as scikit-learn's `ComplementNB` does."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_matrix
from sklearn.naive_bayes import ComplementNB

from bot.matching.bayes import SMOOTHING, Bayes

WEIGHTS = st.lists(
    st.lists(st.sampled_from([0.0, 0.0, 0.1, 0.5, 2.0]), min_size=5, max_size=5),
    min_size=2,
    max_size=6,
)


@given(totals=WEIGHTS, text=st.lists(st.sampled_from([0.0, 0.3, 1.0]), min_size=5, max_size=5))
def test_the_differences_are_those_of_scikit_learn(
    totals: list[list[float]], text: list[float]
) -> None:
    bayes = Bayes(csr_matrix(totals))
    asked = np.array(text)
    ours = bayes.rows @ asked + asked.sum() * bayes.offsets
    reference = ComplementNB(alpha=SMOOTHING).fit(np.array(totals), np.arange(len(totals)))
    theirs = reference.predict_joint_log_proba(asked.reshape(1, -1))[0]
    assert ours - ours[0] == pytest.approx(theirs - theirs[0], abs=1e-9)


def test_a_candidate_without_a_feature_keeps_no_number_for_it() -> None:
    bayes = Bayes(csr_matrix([[1.0, 0.0, 0.0], [0.0, 2.0, 0.5]]))
    assert bayes.rows.nnz == 3
