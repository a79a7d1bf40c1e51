"""What a document will hold, told before it is made: quickly, so that a preview can follow every tick."""

from collections.abc import Callable
from math import ceil

from reader import wording
from reader.compare.comparison import Comparison
from reader.compare.counts import Counts, counted
from reader.dataclass import dataclass
from reader.export.charts.gallery import drawn
from reader.export.choices import DIFFERENCES, EVERYTHING, SECTIONS, Choices
from reader.export.decisions import dismissed
from reader.export.differences import differences
from reader.export.phrases import title_of, words
from reader.export.spreads import MOST_COLUMNS
from reader.i18n import _, ngettext

_SPARE = 0.13
"""Of a page: what reaches over by no more mostly still fits. This and all below was fitted to documents as they are."""

_LEGEND = 0.2
"""Of a page: how marks are read."""


@dataclass(frozen=True, slots=True)
class ContentsPart:
    """A section: its name in `Choices.sections`, its heading, what is in it in words, and whether it is wanted.

    `count` is the number of its findings, `pages` about how many pages of a PDF they fill.
    """

    name: str
    label: str
    holds: str
    count: int
    pages: float
    wanted: bool


@dataclass(frozen=True, slots=True)
class ReportContents:
    """What it is called, the names of the articles, all parts that can be had, and about how many pages a PDF has."""

    title: str
    articles: tuple[str, ...]
    parts: tuple[ContentsPart, ...]
    pages: int
    summary: str


def contents(comparison: Comparison, choices: Choices = EVERYTHING) -> ReportContents:
    """What a document of the comparison will hold; milliseconds, whatever its length."""
    told = differences(comparison) if choices.differences_only else comparison
    heads = words(choices.differences_only, len(told.articles))
    gone = dismissed(told, choices.decisions)
    found = counted(told, gone)
    parts = []
    for name in DIFFERENCES if choices.differences_only else SECTIONS:
        if name == "own" and not told.own_marks:
            continue
        count, holds, pages = _MEASURES[name](told, found)
        parts.append(ContentsPart(name, heads[name], holds, count, pages, name in choices.told))
    return ReportContents(
        title=title_of(len(told.articles), choices.story),
        articles=tuple(" ".join(article.name.split()) for article in told.articles),
        parts=tuple(parts),
        pages=max(1, _pages([part for part in parts if part.wanted], len(told.articles))),
        summary=wording.clashes(told, gone),
    )


def _pages(parts: list[ContentsPart], articles: int) -> int:
    """About how many pages: most sections begin one, those of short findings share theirs."""
    alone = {"cover", "ledger", "pictures", "side"}
    if articles > MOST_COLUMNS and any(part.name == "side" for part in parts):
        alone.add("passages")  # before the accounts in full, not among the other findings
    filled = [part.pages for part in parts if part.name in alone]
    if articles > 3 and len(filled) > 1 and parts[0].name == "cover":
        filled[1] += _LEGEND  # for which the first page has no room
    if shared := [part.pages for part in parts if part.name not in alone]:
        filled.append(sum(shared))
    return sum(max(1, ceil(pages - _SPARE)) for pages in filled)


def _cover(told: Comparison, _counts: Counts) -> tuple[int, str, float]:
    count = len(told.articles)
    return count, ngettext("{n} article", "{n} articles", count).format(n=count), 1 + max(0, count - 6) / 15


def _ledger(told: Comparison, counts: Counts) -> tuple[int, str, float]:
    count = len(told.ledger)
    mentions = sum(len(row.mentions) for row in told.ledger)
    columns = len(told.articles)
    of_row, of_mention = (0.1, 0.02) if columns > MOST_COLUMNS else (0.09, 0.012)
    return (
        count,
        _held(ngettext("{n} row", "{n} rows", counts.left.figures), counts.left.figures, counts.dismissed.figures),
        0.05 + of_row * count + of_mention * mentions,
    )


def _pictures(told: Comparison, _counts: Counts) -> tuple[int, str, float]:
    rows = [len(told.ledger[n].mentions) for n in drawn(told)]
    count = len(rows) + bool(told.passages)
    grid = 0.35 + len(told.articles) / 20 if told.passages else 0.0
    holds = ngettext("{n} picture", "{n} pictures", count).format(n=count)
    return count, holds, 0.05 + sum(0.45 + n / 45 for n in rows) + grid


def _own(told: Comparison, _counts: Counts) -> tuple[int, str, float]:
    count = len(told.own_marks)
    letters = sum(min(len(e.span), 400) + 60 for mark in told.own_marks for e in mark.excerpts)
    return count, ngettext("{n} mark of yours", "{n} marks of yours", count).format(n=count), 0.1 + letters / 7500


def _side(told: Comparison, _counts: Counts) -> tuple[int, str, float]:
    sizes = [len(article.text) for article in told.articles]
    columns = len(sizes) <= MOST_COLUMNS
    letters = max(sizes) * len(sizes) if columns else sum(sizes)
    return len(sizes), wording.words(sum(sizes) // 6), 0.05 + letters / (4700 if columns else 5900)


def _passages(told: Comparison, counts: Counts) -> tuple[int, str, float]:
    count = len(told.passages)
    found = [excerpt for passage in told.passages for excerpt in passage.excerpts]
    if len(told.articles) > MOST_COLUMNS:  # what many tell is told once
        found = [*dict.fromkeys(found)]
    letters = sum(min(len(excerpt.span), 400) for excerpt in found)
    return (
        count,
        wording.apart(wording.shared_passages(counts.left.passages), counts.dismissed.passages),
        0.1 + letters / 4200,
    )


def _quotations(told: Comparison, counts: Counts) -> tuple[int, str, float]:
    count = len(told.quotations)
    letters = sum(min(len(c.excerpt.span), 400) + 60 for quotation in told.quotations for c in quotation.credits)
    return (
        count,
        _held(
            ngettext("{n} quotation", "{n} quotations", counts.left.quotations),
            counts.left.quotations,
            counts.dismissed.quotations,
        ),
        0.05 + letters / 9000,
    )


def _coverage(told: Comparison, _counts: Counts) -> tuple[int, str, float]:
    count = sum(len(standing.only_here) for standing in told.coverage)
    letters = sum(len(span) for standing in told.coverage for span in standing.only_here)
    holds = ngettext("{n} sentence in one account only", "{n} sentences in one account only", count).format(n=count)
    return count, holds, 0.1 + letters / 7500 + len(told.coverage) / 25


def _names(told: Comparison, _counts: Counts) -> tuple[int, str, float]:
    count = len(told.names)
    return count, ngettext("{n} name", "{n} names", count).format(n=count), 0.06 + count / 80


def _origins(told: Comparison, _counts: Counts) -> tuple[int, str, float]:
    count = len(told.origins)
    return count, ngettext("{n} origin", "{n} origins", count).format(n=count), 0.06 + count / 80


def _record(told: Comparison, _counts: Counts) -> tuple[int, str, float]:
    count = len(told.articles)
    return count, _("SHA-256 of each text"), 0.12 + count / 40


def _held(words: str, left: int, dismissed: int) -> str:
    return wording.apart(words.format(n=left), dismissed)


_MEASURES: dict[str, Callable[[Comparison, Counts], tuple[int, str, float]]] = {
    "cover": _cover, "ledger": _ledger, "pictures": _pictures, "own": _own, "side": _side, "passages": _passages,
    "quotations": _quotations,
    "coverage": _coverage, "names": _names, "origins": _origins, "record": _record,
}  # fmt: skip
