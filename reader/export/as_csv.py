"""Figures, passages and quotations as tables for spreadsheets: UTF-8, with the mark that they look for."""

import csv
import io
import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from reader import wording
from reader.article import Article
from reader.compare import finding_ids
from reader.compare.comparison import Comparison, LedgerRow
from reader.compare.quotation_groups import altered_words
from reader.export.choices import EVERYTHING, Choices, DecisionLike
from reader.export.decisions import ranked, ruling
from reader.export.document import RenderedDocument
from reader.export.marked_runs import row_name
from reader.i18n import _
from reader.progress import Progress
from reader.text.spans import Span
from reader.wording.lines import account_letter

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def render(comparison: Comparison, _progress: Progress, choices: Choices = EVERYTHING) -> RenderedDocument:
    """The ledger: a line a mention, worst verdict first."""
    told = ranked(comparison, choices.decisions)
    lines = (
        [*line, *_decided(choices.decisions.get(finding_ids.of_row(told, row)) if choices.decisions else None)]
        for index, row in enumerate(told.ledger)
        for line in _lines(told, row_name(index), row)
    )
    return _table(_heads(), chain(lines, _unread(comparison)), choices.bom)


def render_passages(comparison: Comparison, _progress: Progress, choices: Choices = EVERYTHING) -> RenderedDocument:
    """The passages: a line an excerpt, in the order and with the numbers of the other documents."""
    heads = [
        _("passage"), _("relation"), _("strength"), *_accounts(), _("start"), _("end"),
        _("words"), _("decision"), _("reason"), _("note"),
    ]  # fmt: skip
    return _table(heads, _excerpts(comparison, choices), choices.bom)


def render_own(comparison: Comparison, _progress: Progress, choices: Choices = EVERYTHING) -> RenderedDocument:
    """What the reader marked by hand: a line an excerpt, the oldest first."""
    heads = [
        _("mark"), _("kind"), _("note"), _("made"), *_accounts(), _("start"), _("end"),
        _("words"),
    ]  # fmt: skip
    return _table(heads, _own(comparison), choices.bom)


def render_quotations(comparison: Comparison, _progress: Progress, choices: Choices = EVERYTHING) -> RenderedDocument:
    """The quotations: a line a wording, with the numbers of the other documents; also who tells them in other words."""
    heads = [
        _("quotation"), _("standing"), _("strength"), *_accounts(), _("language"),
        _("quoted"), _("start"), _("end"), _("words"), _("differing words"), _("speaker"), _("credited by"),
        _("decision"), _("reason"), _("note"),
    ]  # fmt: skip
    return _table(heads, _wordings(comparison, choices), choices.bom)


def _wordings(comparison: Comparison, choices: Choices) -> Iterator[list[str | float]]:
    for number, one in enumerate(comparison.quotations, 1):
        decided = choices.decisions.get(finding_ids.of_quotation(comparison, one)) if choices.decisions else None
        group: list[str | float] = [number, wording.quotation(comparison, one), round(one.score, 1)]
        for credit, apart in zip(one.credits, altered_words(comparison, one), strict=True):
            article, span = comparison.article(credit.excerpt.article), credit.excerpt.span
            yield [
                *group, *_whose(comparison, article), article.language, _("yes"), span.start, span.end,
                comparison.utterance(credit), " | ".join(_on_a_line(article, s) for s in apart), credit.speaker,
                _on_a_line(article, credit.credit) if credit.credit else "", *_decided(decided),
            ]  # fmt: skip
        for excerpt in one.told:
            article, span = comparison.article(excerpt.article), excerpt.span
            yield [
                *group, *_whose(comparison, article), article.language, _("no"), span.start, span.end,
                comparison.words(excerpt), "", "", "", *_decided(decided),
            ]  # fmt: skip


def _accounts() -> tuple[str, ...]:
    """The heads of the columns that say whose words a line holds."""
    return _("account"), _("article"), _("outlet"), _("published")


def _whose(comparison: Comparison, article: Article) -> tuple[str, ...]:
    """Whose words a line holds: the letter that it goes by in all documents, id, outlet and day."""
    return account_letter(comparison.place(article.id)), article.id, article.outlet, article.published


def _on_a_line(article: Article, span: Span) -> str:
    return " ".join(span.of(article.text).split())


def _own(comparison: Comparison) -> Iterator[list[str | float]]:
    for number, mark in enumerate(comparison.own_marks, 1):
        for excerpt in mark.excerpts:
            article, span = comparison.article(excerpt.article), excerpt.span
            yield [
                number, wording.own_mark(mark.kind), mark.note, mark.made, *_whose(comparison, article),
                span.start, span.end, article.words(span),
            ]  # fmt: skip


def _table(heads: list[str], lines: Iterable[Sequence[str | float]], bom: bool) -> RenderedDocument:
    """The table's bytes; cells that a spreadsheet would take for a formula begin with an apostrophe."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(heads)
    writer.writerows([_safe(cell) for cell in line] for line in lines)
    return RenderedDocument(out.getvalue().encode("utf-8-sig" if bom else "utf-8", "replace"))


def _excerpts(comparison: Comparison, choices: Choices) -> Iterator[list[str | float]]:
    order = {article.id: n for n, article in enumerate(comparison.articles)}
    for number, passage in enumerate(comparison.passages, 1):
        relation, score = wording.passage(comparison, passage), round(passage.score, 1)
        decided = choices.decisions.get(finding_ids.of_passage(comparison, passage)) if choices.decisions else None
        for excerpt in sorted(passage.excerpts, key=lambda e: (order[e.article], e.span)):
            article, span = comparison.article(excerpt.article), excerpt.span
            yield [
                number, relation, score, *_whose(comparison, article), span.start, span.end,
                article.words(span), *_decided(decided),
            ]  # fmt: skip


def _heads() -> list[str]:
    return [
        _("row"), _("what is counted"), _("verdict"), _("why"), _("confidence"), _("doubts"), *_accounts(), _("words"),
        _("said by"), _("as of"), _("low"), _("high"), _("unit"), _("modifier"),
        _("start"), _("end"), _("sentence"), _("decision"), _("reason"), _("note"),
    ]  # fmt: skip


def _decided(found: DecisionLike | None) -> list[str | float]:
    """What the reader decided on the row, in three cells."""
    told = ruling(found)
    return ["", "", ""] if told is None else [told.label, told.reason, told.note]


def _lines(comparison: Comparison, name: str, row: LedgerRow) -> Iterator[list[str | float]]:
    worst = wording.worst(row)
    why = wording.judgement(comparison, row, worst) if worst else ""
    scope, verdict = wording.counted(row), wording.standing(row)
    sure = round(row.confidence, 2) if worst else ""
    doubts = ", ".join(map(wording.doubt, row.doubts))
    for mention in row.mentions:
        article = comparison.article(mention.excerpt.article)
        span, quantity = mention.excerpt.span, mention.quantity
        low, high = (_whole(n) for n in quantity.value)
        yield [
            name, scope, verdict, why, sure, doubts, *_whose(comparison, article),
            span.of(article.text), wording.said_by(article, mention), wording.as_of(article, mention), low, high,
            quantity.unit, wording.modifier(quantity.modifier), span.start, span.end,
            " ".join(article.words(mention.sentence).split()),
        ]  # fmt: skip


def _unread(comparison: Comparison) -> Iterator[list[str | float]]:
    """A line for each account whose figures are not all read: that it has none here says nothing of what it tells."""
    blank = [""] * len(_heads())
    for article in comparison.articles:
        none = wording.unread_here() if article.id in comparison.figures_unread else ""
        omitted = [one for one in comparison.figures_omitted if one.excerpt.article == article.id]
        for why in filter(None, (none, wording.omitted(article, omitted))):
            line: list[str | float] = [*blank]
            line[_WHY], line[_ACCOUNT : _ACCOUNT + 4] = (why, _whose(comparison, article))
            yield line


_WHY, _ACCOUNT = 3, 6
"""The columns of the reason and of the account's letter; its id, outlet and day stand behind."""


def _whole(number: float) -> float | str:
    if not math.isfinite(number):
        return ""
    return int(number) if number == int(number) else number


def _safe(cell: str | float) -> str | float:
    """A number as it is; text so that no spreadsheet runs it, and without the null character that ends it for some."""
    if not isinstance(cell, str):
        return cell
    text = cell.replace("\0", "")
    return f"'{text}" if text.lstrip().startswith(_FORMULA) or text.startswith(_FORMULA) else text
