"""The invented stories with labelled passages: no change may find less of them, or claim more that is wrong."""

from pathlib import Path

import pytest

from reader.compare import engine
from reader.vectors.lazy_encoder import Encoder
from tests.quality.passage_stories import FILE, UNSEEN, labelled
from tests.quality.passages import Score, claims


@pytest.mark.parametrize(("file", "precision", "recall"), [(FILE, 0.93, 0.66), (UNSEEN, 0.9, 0.49)])
def test_passages_of_the_invented_stories_hold_their_floors(file: Path, precision: float, recall: float) -> None:
    source = Encoder()
    scores = [story.labels.score(claims(engine.compare(story.articles, source=source))) for story in labelled(file)]
    whole = Score(*(sum(getattr(s, name) for s in scores) for name in ("right", "wrong", "found", "wanted")))
    assert whole.precision >= precision, whole
    assert whole.recall >= recall, whole
