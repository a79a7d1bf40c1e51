"""Utterances of one wording or another are put together across articles."""

from reader.compare import engine
from tests.compare.prose import HARBOUR, MARKET, RETOLD, article


def test_one_utterance_in_two_wordings() -> None:
    comparison = engine.compare([article(HARBOUR, "a"), article(RETOLD, "b"), article(MARKET, "c")])
    (quotation,) = comparison.quotations
    assert [(c.excerpt.article, c.speaker) for c in quotation.credits] == [("a", "Clara Venn"), ("b", "Clara Venn")]
    assert all("lights went out" in comparison.text(c.excerpt) for c in quotation.credits)
