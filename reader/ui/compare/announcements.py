"""What is said of a finding where it stands: the line that is announced, and why it is marked."""

import html
from collections.abc import Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from reader import wording
from reader.compare.comparison import Comparison, Passage
from reader.compare.passages.differences import differing
from reader.i18n import _, quoted
from reader.ui.compare.finding_actions import decision_words
from reader.ui.compare.highlights import Heat, Highlight, HighlightKind, OwnSpan
from reader.ui.compare.scroll_map import ScrollMode
from reader.wording.lines import short_name

if TYPE_CHECKING:
    from reader.library import Decision

WORDING = 240
"""Characters of another wording in a tool tip."""


def passage(comparison: Comparison, index: int, number: int, here: str) -> str:
    """ "Passage 3 of 14, closely alike, also in VOA and DPA"."""
    found = comparison.passages[index]
    others = list(dict.fromkeys(short_name(comparison.article(e.article)) for e in found.excerpts if e.article != here))
    words = _("Passage {number} of {count}, {alike}, also in {outlets}")
    return words.format(
        number=number, count=len(comparison.passages), alike=wording.alike(found.score), outlets=wording.listed(others)
    )


def figure(comparison: Comparison, row: int, part: int) -> str:
    """ "people killed, conflict: 164 is below 200"; of one mention, its worst judgement."""
    found = comparison.ledger[row]
    held = [j for j in found.judgements if part in (j.left, j.right)]
    worst = max(held, key=lambda j: (j.verdict.severity, j.confidence), default=None)
    if worst is None:
        return wording.counted(found)
    return f"{wording.counted(found)}, {wording.verdict(worst.verdict)}: {wording.judgement(comparison, found, worst)}"


def quotation(comparison: Comparison, index: int, part: int) -> str:
    """ "Quotation (the mayor), alike, also in VOA"."""
    found = comparison.quotations[index]
    here = found.credits[part].excerpt.article
    others = [c.excerpt.article for c in found.credits if c.excerpt.article != here]
    names = [short_name(comparison.article(article)) for article in dict.fromkeys(others)]
    words = _("Quotation ({speaker}), {alike}, also in {outlets}")
    credited = wording.credited(comparison, found.credits[part])
    return words.format(speaker=credited, alike=wording.alike(found.score), outlets=wording.listed(names))


def with_decision(said: str, decision: "Decision | None") -> str:
    """What is said of a finding, and what the reader decided on it."""
    return f"{said}; {decision_words(decision)}" if decision is not None else said


def why_decided(said: str, decision: "Decision | None") -> str:
    """The same of a tooltip in rich text."""
    return f"{said}<p><i>{html.escape(decision_words(decision))}</i></p>" if decision is not None else said


def why(comparison: Comparison, numbers: Mapping[int, int], mark: Highlight) -> str:
    """Why something is marked, as rich text for a tooltip."""
    if mark.kind is HighlightKind.PASSAGE:
        return _passage(comparison, comparison.passages[mark.index], numbers[mark.index], mark)
    if mark.kind is HighlightKind.FIGURE:
        return f"<p>{html.escape(figure(comparison, mark.index, mark.part))}</p>"
    return f"<p>{html.escape(quotation(comparison, mark.index, mark.part))}</p>"


def _passage(comparison: Comparison, found: Passage, number: int, mark: Highlight) -> str:
    here = found.excerpts[mark.part].article
    others = list(dict.fromkeys(short_name(comparison.article(e.article)) for e in found.excerpts if e.article != here))
    head = _("Passage {number}: {relation}, {alike}").format(
        number=number,
        relation=wording.relation(found.relation),
        alike=wording.alike_in_full(found.score, found.relation),
    )
    lines = [f"<b>{html.escape(head)}</b>", html.escape(_("also in {outlets}").format(outlets=wording.listed(others)))]
    held = [a for a in found.alignments if mark.part in (a.left, a.right)]
    if held:
        closest = max(held, key=lambda one: one.score)
        lines.append(_other_wording(comparison, found, mark.part, closest.left + closest.right - mark.part))
    return f"<p>{'<br>'.join(lines)}</p>"


def _other_wording(comparison: Comparison, found: Passage, own: int, other: int) -> str:
    """How another account words it, the words that both have in bold unless a translation stands between."""
    account = comparison.article(found.excerpts[other].article)
    text, base = (comparison.words(found.excerpts[part]) for part in (other, own))
    told = text[:WORDING].rsplit(" ", 1)[0] + " …" if len(text) > WORDING else text
    if len(wording.languages(comparison, (found.excerpts[own], found.excerpts[other]))) > 1:
        marked = html.escape(told)
    else:
        edges = [0, *(edge for span in differing(text, base) for edge in (span.start, span.end)), len(text)]
        marked = "".join(_bold(told[start:end], shared=not n % 2) for n, (start, end) in enumerate(pairwise(edges)))
    return f"{html.escape(short_name(account))}: {quoted(marked)}"


def _bold(part: str, *, shared: bool) -> str:
    escaped = html.escape(part)
    return f"<b>{escaped}</b>" if shared and part.strip() else escaped


def own_mark(mark: OwnSpan) -> str:
    """What the reader marked and noted, as rich text for a tooltip."""
    said = f"<b>{html.escape(wording.own_mark(mark.kind))}</b>"
    return f"<p>{said}<br>{html.escape(mark.note)}</p>" if mark.note else f"<p>{said}</p>"


def heat(value: Heat) -> str:
    """What the ground of the text tells now."""
    return {
        Heat.SHARED: _("Tinted: what other accounts tell too"),
        Heat.ONLY: _("Tinted: what only this account has"),
        Heat.ALL: _("Tinted: what all accounts have"),
    }[value]


def scrolling(mode: ScrollMode) -> str:
    """What a way of scrolling does."""
    return {
        ScrollMode.MATCHED: _("Scrolling together: what is shared stands side by side"),
        ScrollMode.PROPORTIONAL: _("Scrolling in proportion to each article's length"),
        ScrollMode.FREE: _("Scrolling free: the offset is kept; with Alt held, one pane moves alone"),
    }[mode]
