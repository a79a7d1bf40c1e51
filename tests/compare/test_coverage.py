"""Only here leaves out what another article has as a figure or a quotation, though no passage holds it."""

from reader.compare import coverage
from reader.compare.comparison import Credit, Excerpt, Quotation
from reader.text.spans import Span
from tests.compare.prose import witness

ONE = "The tower fell at dawn. “Nobody was warned,” Ada Brook said on the radio. Sheep graze on the hill."
TWO = "Ada Brook was heard. “Nobody was warned,” she said."


def excerpt(name: str, text: str, words: str) -> Excerpt:
    return Excerpt(name, Span(text.index(words), text.index(words) + len(words)))


def only_here(*quotations: Quotation) -> list[str]:
    found = coverage.find([witness(ONE, "one"), witness(TWO, "two")], [], [], quotations)
    return [span.of(ONE) for span in found[0].only_here]


def test_a_sentence_whose_quotation_another_has_is_not_only_here() -> None:
    said = "“Nobody was warned,”"
    both = Quotation(100.0, (Credit(excerpt("one", ONE, said)), Credit(excerpt("two", TWO, said))))
    assert len(only_here()) == 3
    assert [s for s in only_here() if "warned" not in s] == only_here(both)


def test_a_quotation_of_one_article_alone_leaves_nothing_out() -> None:
    alone = Quotation(100.0, (Credit(excerpt("one", ONE, "“Nobody was warned,”")),))
    assert only_here(alone) == only_here()
