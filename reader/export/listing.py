"""Several wordings of one thing as a listing shows them: each once, held against the first, long ones cut."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from reader.compare.comparison import Excerpt
from reader.compare.passages.differences import differing
from reader.export.marked_runs import FigureMark, MarkedRun
from reader.export.report import QuotedSource, Stand
from reader.i18n import ngettext
from reader.text.direction import among, is_right_to_left
from reader.text.spans import Span
from reader.text.tokens import tokens

_LISTED, _SPARED = 360, 80
"""How many characters of a wording are listed, and how many more are not worth leaving out."""
_BASE = 4
"""How many times as much of the first wording the others are held against."""


def held_against_first(
    wordings: Iterable[QuotedSource], around: str = "", language: Callable[[int], str] = lambda _source: ""
) -> tuple[QuotedSource, ...]:
    """Wordings in the order of the articles, each once; words that the first one has not in runs of their own.

    `around` is the first one with the rest of its sentence: what stands beside it there is no difference either.
    `language` gives that of a source: each is held against the first one of its own language.
    """
    told: dict[tuple[str, tuple[str, ...]], QuotedSource] = {}
    for cited in sorted(wordings, key=lambda cited: cited.source):
        same = (cited.note, tuple(token.form for token in tokens(_text(cited.runs))))
        first = told.setdefault(same, cited)
        if first is not cited:
            told[same] = replace(first, also=(*first.also, Stand(cited.source, cited.to)))
    first_in: dict[str, int] = {}
    for cited in told.values():
        first_in.setdefault(language(cited.source), cited.source)
    bases = {tongue: _whole(told.values(), source) for tongue, source in first_in.items()}
    if around:
        bases[next(iter(first_in))] = around
    return tuple(
        replace(
            cited, runs=_listed(cited.runs, bases[language(cited.source)][: _BASE * _LISTED], language(cited.source))
        )
        for cited in told.values()
    )


def _whole(told: Iterable[QuotedSource], source: int) -> str:
    """All that one source has of it."""
    return " ".join(_text(cited.runs) for cited in told if cited.source == source)


def distinct(excerpts: Iterable[Excerpt]) -> tuple[Excerpt, ...]:
    """The excerpts without those that mostly lie within a longer one of the same article."""
    kept: dict[str, list[Excerpt]] = {}
    for one in sorted(excerpts, key=lambda excerpt: (-len(excerpt.span), excerpt.span)):
        longer = kept.setdefault(one.article, [])
        if not any(2 * _common(one.span, other.span) >= len(one.span) for other in longer):
            longer.append(one)
    return tuple(excerpt for found in kept.values() for excerpt in sorted(found, key=lambda one: one.span))


def _common(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def on_a_line(runs: Iterable[MarkedRun]) -> tuple[MarkedRun, ...]:
    """The texts and figures of runs, white space of any length as one space and none at the ends."""
    result: list[MarkedRun] = []
    gap = True
    for run in runs:
        words = " ".join(run.text.split())
        opens = " " if run.text[:1].isspace() and words and not gap else ""
        closes = " " if run.text[-1:].isspace() and (words or not gap) else ""
        gap = bool(closes) or (gap and not words)
        result.append(MarkedRun(f"{opens}{words}{closes}", figure=run.figure))
    while result and not result[-1].text.strip():
        result.pop()
    if result:
        result[-1] = replace(result[-1], text=result[-1].text.rstrip())
    return tuple(run for run in result if run.text)


def shortened(runs: Sequence[MarkedRun]) -> tuple[MarkedRun, ...]:
    """A wording as a listing shows it, held against nothing."""
    return _listed(runs, None)


def _text(runs: Iterable[MarkedRun]) -> str:
    return "".join(run.text for run in runs)


def _listed(runs: Sequence[MarkedRun], base: str | None, language: str = "") -> tuple[MarkedRun, ...]:
    """A wording as a listing shows it; the whole of a very long one stands in the article."""
    text = _text(runs)
    shown = text if len(text) <= _LISTED + _SPARED else text[:_LISTED].rpartition(" ")[0] or text[:_LISTED]
    more = len(text[len(shown) :].split())
    rest = ngettext(" … [{n} more word]", " … [{n} more words]", more).format(n=more)
    rest = f" {among(rest.strip())}" if is_right_to_left(text) else rest
    found = _cut(runs, shown, differing(shown, base, language or "en") if base is not None else ())
    return (*found, MarkedRun(rest)) if more else found


def _cut(runs: Sequence[MarkedRun], shown: str, apart: Sequence[Span]) -> tuple[MarkedRun, ...]:
    """What is shown, cut where a figure or words that differ begin or end."""
    figures: list[tuple[Span, FigureMark]] = []
    at = 0
    for run in runs:
        if run.figure:
            figures.append((Span(at, at + len(run.text)), run.figure))
        at += len(run.text)
    edges = {0, len(shown)}
    edges.update(e for span in (*apart, *(span for span, _f in figures)) for e in (span.start, span.end))
    cuts = sorted(edge for edge in edges if edge <= len(shown))
    return tuple(
        MarkedRun(
            shown[start:end],
            figure=next((mark for span, mark in figures if span.start <= start < span.end), None),
            differs=any(span.start <= start < span.end for span in apart),
        )
        for start, end in pairwise(cuts)
    )
