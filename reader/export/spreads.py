"""The whole text of the articles: side by side in rows aligned by the passages that they share, or one by one."""

from dataclasses import replace

from reader.article import Article
from reader.compare.comparison import Comparison
from reader.export.filled_rows import FilledRow
from reader.export.marked_runs import Badge, MarkedArticles, MarkedRun
from reader.export.report import Cell, Paragraph, ReportLine, Spread, Whole
from reader.export.rows import aligned
from reader.export.sentence_groups import SentenceGroup, units
from reader.i18n import _, ngettext
from reader.text.spans import Span
from reader.text.tokens import tokens

MOST_COLUMNS = 3
"""As many articles as stand side by side on a page and are read with ease; more stand in full one after another."""
_FOLD_SHOWN = 60


def spreads(comparison: Comparison, marks: MarkedArticles) -> tuple[Spread, ...]:
    """Up to three articles side by side; none where there are more."""
    if len(comparison.articles) > MOST_COLUMNS:
        return ()
    cut = units(comparison)

    def weight(passage: int) -> float:
        found = comparison.passages[passage]
        return found.score * min(len(excerpt.span) for excerpt in found.excerpts)

    rows = aligned([_headline_free(article, cut[article.id]) for article in comparison.articles], weight)
    return (
        Spread(
            sources=tuple(range(1, len(comparison.articles) + 1)),
            lines=tuple(_line(comparison, marks, row) for row in rows),
        ),
    )


def wholes(comparison: Comparison, marks: MarkedArticles) -> tuple[Whole, ...]:
    """Every article in full where there are more than stand side by side."""
    if len(comparison.articles) <= MOST_COLUMNS:
        return ()
    cut = units(comparison)
    return tuple(
        Whole(number, _paragraphs(marks, article, cut[article.id]))
        for number, article in enumerate(comparison.articles, 1)
    )


def _headline_free(article: Article, cut: list[SentenceGroup]) -> list[SentenceGroup]:
    """The units, the headline without its passages: it stands at the top whatever stands in the others' texts."""
    return [replace(u, passages=frozenset()) if _kind(article, u.spans[0]) == "headline" else u for u in cut]


def _line(comparison: Comparison, marks: MarkedArticles, row: FilledRow) -> ReportLine:
    cells = tuple(
        Cell(column + 1, column in row.sharing, _paragraphs(marks, comparison.articles[column], held))
        for column, held in sorted(row.cells.items())
    )
    held_by = [frozenset(p for unit in held for p in unit.passages) for held in row.cells.values()]
    shared = {p for p in row.passages if sum(p in held for held in held_by) > 1}
    badges = (Badge(p + 1, comparison.passages[p].relation, "", f"passage{p + 1}") for p in sorted(shared))
    return ReportLine(tuple(badges), cells)


def _paragraphs(marks: MarkedArticles, article: Article, held: list[SentenceGroup]) -> tuple[Paragraph, ...]:
    """Sentences of one line of the article run on in one paragraph; a fold stands by itself."""
    result: list[Paragraph] = []
    prose: list[Span] = []

    def close() -> None:
        if prose:
            span = Span(prose[0].start, prose[-1].end)
            result.append(Paragraph(_kind(article, span), tuple(marks.runs(article, span))))
            prose.clear()

    for unit in held:
        for sentence in unit.spans:
            if sentence in unit.folds:
                close()
                result.append(Paragraph("fold", (MarkedRun(_folded(sentence.of(article.text))),)))
                continue
            if prose and not _runs_on(article.text[prose[-1].end : sentence.start]):
                close()
            prose.append(sentence)
    close()
    return tuple(result)


def _runs_on(between: str) -> bool:
    """Whether two sentences with this between them stand in one line: anything but spaces was put elsewhere."""
    return not between or (between.isspace() and "\n" not in between)


def _kind(article: Article, span: Span) -> str:
    words = " ".join(span.of(article.text).split())
    if words and words == " ".join(article.headline.split()):
        return "headline"
    masthead = (article.byline, article.dateline, article.outlet, article.published)
    said = words.casefold()
    if any(part and said in (part.casefold(), f"by {part}".casefold()) for part in masthead):
        return "masthead"
    return "text"


def _folded(text: str) -> str:
    words = " ".join(text.split())
    shown = words if len(words) <= _FOLD_SHOWN else words[:_FOLD_SHOWN].rsplit(" ", 1)[0] + " …"
    count = sum(1 for _token in tokens(text))
    line = ngettext("[{n} word not compared: {words}]", "[{n} words not compared: {words}]", count)
    return line.format(n=count, words=shown) if count else _("[not compared: {words}]").format(words=shown)
