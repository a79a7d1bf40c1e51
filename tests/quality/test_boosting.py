"""Trees find what weights cannot say: that what a feature tells depends on another."""

from itertools import product

import numpy as np
import pytest

from reader.compare.passages.link_confidence import mended
from tests.quality.boosting import boosted

TOLD = [
    {"order": order + tremor, "cosine": cosine - tremor, "noise": noise}
    for order, cosine, noise in product((0.1, 0.2, 0.8, 0.9), (0.1, 0.3, 0.7, 0.9), (0.0, 0.5, 1.0))
    for tremor in np.linspace(0, 0.05, 6)
]
TRUTH = [int((one["order"] > 0.5) != (one["cosine"] > 0.5)) for one in TOLD]


def test_two_features_that_only_tell_something_together_are_learnt() -> None:
    nearly = [truth * 0.2 - 0.1 + one["order"] * 0.1 for truth, one in zip(TRUTH, TOLD, strict=True)]
    trees = boosted(TOLD, TRUTH, nearly, ["cosine", "noise", "order"])
    odds = [start + mended(one, trees) for start, one in zip(nearly, TOLD, strict=True)]
    assert all((value > 0) == bool(truth) for value, truth in zip(odds, TRUTH, strict=True))
    assert {first for first, *_rest in trees} <= {"order", "cosine"}


def test_where_nothing_is_to_be_mended_no_tree_is_learnt() -> None:
    sure = [20.0 if truth else -20.0 for truth in TRUTH]
    assert boosted(TOLD, TRUTH, sure, ["cosine", "order"]) == []


def test_what_is_written_says_what_was_learnt() -> None:
    trees = boosted(TOLD, TRUTH, [0.0] * len(TOLD), ["cosine", "noise", "order"])
    for first, at, below, above in trees:
        assert at == pytest.approx(round(at, 4))
        assert first in TOLD[0]
        for name, bound, low, high in (below, above):
            assert name in TOLD[0]
            assert [bound, low, high] == pytest.approx([round(v, 4) for v in (bound, low, high)])
