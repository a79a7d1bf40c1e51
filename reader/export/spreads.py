"""The whole text of the articles side by side, in rows aligned by the passages that they share."""

from dataclasses import replace
from itertools import pairwise

from reader.article import Article
from reader.compare.comparison import Comparison
from reader.export.filling import Row
from reader.export.marks import Marks, Run
from reader.export.report import Cell, Line, Paragraph, Spread
from reader.export.rows import aligned
from reader.export.units import Unit, units
from reader.i18n import _, ngettext
from reader.text.spans import Span
from reader.text.tokens import tokens

MOST_COLUMNS = 5
"""As many articles as still stand side by side in columns a newspaper would print; more are split into groups."""
_GROUP = 4
_FOLD_SHOWN = 60


def spreads(comparison: Comparison, marks: Marks) -> tuple[Spread, ...]:
    """Up to five articles in one spread, more in groups of at most four, evenly."""
    cut = units(comparison)
    return tuple(_spread(comparison, marks, cut, group) for group in groups(len(comparison.articles)))


def groups(count: int) -> list[range]:
    """Which articles, counted from 0, stand side by side: 5 -> one group, 6 -> 3 + 3, 20 -> five of 4."""
    if count <= MOST_COLUMNS:
        return [range(count)]
    parts = -(-count // _GROUP)
    edges = [count * part // parts for part in range(parts + 1)]
    return [range(start, end) for start, end in pairwise(edges)]


def _spread(comparison: Comparison, marks: Marks, cut: dict[str, list[Unit]], group: range) -> Spread:
    articles = [comparison.articles[n] for n in group]

    def weight(passage: int) -> float:
        found = comparison.passages[passage]
        return found.score * min(len(excerpt.span) for excerpt in found.excerpts)

    rows = aligned([_headline_free(article, cut[article.id]) for article in articles], weight)
    return Spread(
        sources=tuple(n + 1 for n in group),
        lines=tuple(_line(marks, articles, group.start + 1, row) for row in rows),
    )


def _headline_free(article: Article, cut: list[Unit]) -> list[Unit]:
    """The units, the headline without its passages: it stands at the top whatever stands in the others' texts."""
    return [replace(u, passages=frozenset()) if _kind(article, u.spans[0]) == "headline" else u for u in cut]


def _line(marks: Marks, articles: list[Article], first: int, row: Row) -> Line:
    cells = tuple(
        Cell(first + column, column in row.sharing, _paragraphs(marks, articles[column], held))
        for column, held in sorted(row.cells.items())
    )
    held_by = [frozenset(p for unit in held for p in unit.passages) for held in row.cells.values()]
    shared = {p for p in row.passages if sum(p in held for held in held_by) > 1}
    return Line(tuple(sorted(p + 1 for p in shared)), cells)


def _paragraphs(marks: Marks, article: Article, held: list[Unit]) -> tuple[Paragraph, ...]:
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
                result.append(Paragraph("fold", (Run(_folded(sentence.of(article.text))),)))
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
    line = ngettext(
        "[{n} word left out as boilerplate: {words}]", "[{n} words left out as boilerplate: {words}]", count
    )
    return line.format(n=count, words=shown) if count else _("[left out as boilerplate: {words}]").format(words=shown)
