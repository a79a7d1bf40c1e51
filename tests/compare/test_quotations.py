"""Utterances of one wording or another are put together across articles."""

from reader.compare import engine, quotations
from tests.compare.prose import HARBOUR, MARKET, RETOLD, article, witness


def test_one_utterance_in_two_wordings() -> None:
    comparison = engine.compare([article(HARBOUR, "a"), article(RETOLD, "b"), article(MARKET, "c")])
    (quotation,) = comparison.quotations
    assert [(c.excerpt.article, c.speaker) for c in quotation.credits] == [("a", "Clara Venn"), ("b", "Clara Venn")]
    assert all("lights went out" in comparison.text(c.excerpt) for c in quotation.credits)


def test_an_utterance_that_is_interrupted_is_one() -> None:
    text = "“We heard metal scream,” said Clara Venn, “and then the lights went out.” “So did I,” said Jon Arvel."
    one, other = quotations.find([witness(text)])
    assert one.span.of(text) == "“We heard metal scream,” said Clara Venn, “and then the lights went out.”"
    assert [part.of(text) for part in one.parts] == ["“We heard metal scream,”", "“and then the lights went out.”"]
    assert "clara" not in one.forms
    assert other.speaker == "Jon Arvel"


def test_an_interrupted_utterance_and_a_whole_one_are_put_together() -> None:
    whole = "“We heard metal scream and then the lights went out,” said Clara Venn. It rained."
    split = "It was night. “We heard metal scream,” Clara Venn said, “and then the lights went out.”"
    (found,) = engine.compare([article(whole, "a"), article(split, "b")]).quotations
    assert [c.speaker for c in found.credits] == ["Clara Venn", "Clara Venn"]
