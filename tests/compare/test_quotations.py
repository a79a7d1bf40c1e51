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


def test_an_utterance_is_known_again_though_nothing_around_it_is_alike() -> None:
    first = witness("The ferry was late. “Nobody warned us that the wall would give way,” Ada Lorn said.", "a")
    second = witness("Rain fell. “Nobody had warned us that the wall would give way,” she wrote later.", "b")
    (one,) = quotations.together(quotations.find([first, second]), ())
    assert [credit.excerpt.article for credit in one.credits] == ["a", "b"]
    assert one.score < 100


def test_utterances_that_share_some_words_only_stay_apart() -> None:
    first = witness("“Nobody warned us that the wall would give way,” Ada Lorn said.", "a")
    second = witness("“Everybody warned the council that this wall was old,” Ben Tarn said.", "b")
    assert quotations.together(quotations.find([first, second]), ()) == ()
