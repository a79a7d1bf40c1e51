"""The invented stories with labelled passages: no change may find less of them, or claim more that is wrong."""

from reader.compare import engine
from reader.vectors.lazy_encoder import Encoder
from tests.quality.passage_stories import labelled
from tests.quality.passages import Score, claims


def test_passages_of_the_invented_stories_hold_their_floors() -> None:
    source = Encoder()
    scores = [story.labels.score(claims(engine.compare(story.articles, source=source))) for story in labelled()]
    whole = Score(*(sum(getattr(s, name) for s in scores) for name in ("right", "wrong", "found", "wanted")))
    assert whole.precision >= 0.93, whole
    assert whole.recall >= 0.75, whole
