"""What is said of a finding where it stands: the line that is announced, and why it is marked."""

import html
from collections.abc import Mapping
from typing import TYPE_CHECKING

from reader import wording
from reader.compare.comparison import Comparison, Passage
from reader.i18n import _
from reader.ui.compare import decided
from reader.ui.compare.called import called
from reader.ui.compare.marks import Heat, Kind, Mark
from reader.ui.compare.scrolling import ScrollMode

if TYPE_CHECKING:
    from reader.library import Decision

SHARED = 8
"""How many shared words a tooltip names."""


def passage(comparison: Comparison, index: int, number: int, here: str) -> str:
    """ "Passage 3 of 14, 92, also in VOA and DPA"."""
    found = comparison.passages[index]
    others = list(dict.fromkeys(called(comparison.article(e.article)) for e in found.excerpts if e.article != here))
    words = _("Passage {number} of {count}, {score}, also in {outlets}")
    return words.format(
        number=number, count=len(comparison.passages), score=round(found.score), outlets=wording.listed(others)
    )


def figure(comparison: Comparison, row: int, part: int) -> str:
    """ "people killed: conflict - 164 is below 200"; of one mention, its worst judgement."""
    found = comparison.ledger[row]
    held = [j for j in found.judgements if part in (j.left, j.right)]
    worst = max(held, key=lambda j: (j.verdict.severity, j.confidence), default=None)
    if worst is None:
        return wording.counted(found)
    return f"{wording.counted(found)}: {wording.verdict(worst.verdict)} - {wording.judgement(comparison, found, worst)}"


def quotation(comparison: Comparison, index: int, part: int) -> str:
    """ "Quotation (the mayor), 88, also in VOA"."""
    found = comparison.quotations[index]
    here = found.credits[part].excerpt.article
    others = [c.excerpt.article for c in found.credits if c.excerpt.article != here]
    names = [called(comparison.article(article)) for article in dict.fromkeys(others)]
    words = _("Quotation ({speaker}), {score}, also in {outlets}")
    credited = wording.speaker(found.credits[part].speaker)
    return words.format(speaker=credited, score=round(found.score), outlets=wording.listed(names))


def with_decision(said: str, decision: "Decision | None") -> str:
    """What is said of a finding, and what the reader decided on it."""
    return f"{said} - {decided.words(decision)}" if decision is not None else said


def why_decided(said: str, decision: "Decision | None") -> str:
    """The same of a tooltip in rich text."""
    return f"{said}<p><i>{html.escape(decided.words(decision))}</i></p>" if decision is not None else said


def why(comparison: Comparison, numbers: Mapping[int, int], mark: Mark) -> str:
    """Why something is marked, as rich text for a tooltip."""
    if mark.kind is Kind.PASSAGE:
        return _passage(comparison, comparison.passages[mark.index], numbers[mark.index], mark)
    if mark.kind is Kind.FIGURE:
        return f"<p>{html.escape(figure(comparison, mark.index, mark.part))}</p>"
    return f"<p>{html.escape(quotation(comparison, mark.index, mark.part))}</p>"


def _passage(comparison: Comparison, found: Passage, number: int, mark: Mark) -> str:
    here = found.excerpts[mark.part].article
    others = list(dict.fromkeys(called(comparison.article(e.article)) for e in found.excerpts if e.article != here))
    head = _("Passage {number}: {relation}, score {score}").format(
        number=number, relation=wording.relation(found.relation), score=round(found.score)
    )
    lines = [f"<b>{html.escape(head)}</b>", html.escape(_("also in {outlets}").format(outlets=wording.listed(others)))]
    held = [a for a in found.alignments if mark.part in (a.left, a.right)]
    shared = list(dict.fromkeys(word for a in held for word in a.shared))[:SHARED]
    if shared:
        lines.append(html.escape(_("shared words: {words}").format(words=", ".join(shared))))
    return f"<p>{'<br>'.join(lines)}</p>"


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
        ScrollMode.MATCHED: _("Scrolling matched: what is shared stands side by side"),
        ScrollMode.PROPORTIONAL: _("Scrolling in proportion to each article's length"),
        ScrollMode.FREE: _("Scrolling free: the offset is kept; with Alt held, one pane moves alone"),
    }[mode]
