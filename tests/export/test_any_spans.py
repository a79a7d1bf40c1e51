"""Spans that overlap, are empty or lie in boilerplate: every format is still made, and no word is lost."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import Article
from reader.compare.comparison import Comparison, Coverage, Credit, Excerpt, Passage, Quotation, Relation
from reader.export import as_csv, as_html, as_json, as_text
from reader.export.report_builder import report
from reader.progress import silent
from reader.text.spans import Span

from .test_report_builder import MADE, words_of

TEXTS = (
    "One two. Three four!\n\nFive six 7,000 eight.\n",
    "",
    " \n ",
    "مرحبا بكم.\tMixed 12.\n",
    "x" * 60,
    "\U0001f525 fire.\r\n\u0301x",
)


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    texts = draw(st.lists(st.sampled_from(TEXTS), min_size=2, max_size=7))

    def span(text: str) -> Span:
        start, end = sorted(draw(st.tuples(*[st.integers(0, len(text))] * 2)))
        return Span(start, end)

    articles = tuple(Article(f"a{n}", text, boilerplate=(span(text),)) for n, text in enumerate(texts))

    def excerpts() -> tuple[Excerpt, ...]:
        chosen = draw(st.lists(st.sampled_from(articles), min_size=2, max_size=4))
        return tuple(Excerpt(article.id, span(article.text)) for article in chosen)

    passages = tuple(Passage(Relation.REWORDED, 50, excerpts()) for _n in range(draw(st.integers(0, 5))))
    quotation = Quotation(50, tuple(Credit(excerpt) for excerpt in excerpts()))
    coverage = tuple(Coverage(a.id, 0.5, (span(a.text),), tuple(range(len(passages)))) for a in articles)
    return Comparison(articles, passages, quotations=(quotation,), coverage=coverage)


@settings(max_examples=60)
@given(comparisons())
def test_every_format_is_made_and_no_word_lost(comparison: Comparison) -> None:
    for render in (as_html.render, as_csv.render):
        assert render(comparison, silent).content
    assert as_json.render(comparison, with_text=True)
    assert as_text.comparison_text(comparison)
    told = report(comparison, MADE)
    for source, article in enumerate(comparison.articles, 1):
        (fold,) = article.boilerplate
        kept = article.text[: fold.start] + " " + article.text[fold.end :]
        assert words_of(told, source) == "".join(kept.split())
