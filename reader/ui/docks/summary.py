"""The findings in one line: what the summary says of each kind, and what the tab of its list says."""

from collections.abc import Collection

from reader import wording
from reader.compare.comparison import Comparison, Verdict
from reader.compare.counts import Counts, counted
from reader.compare.quotation_groups import is_altered
from reader.compare.subjects import Finding, Kind
from reader.i18n import _, ngettext
from reader.ui.compare.explanation import quotations_in_order
from reader.ui.docks.summary_bar import Part

FIGURES, PASSAGES, QUOTATIONS, NAMES = "ledger", "passages", "quotations", "names"
"""The lists that the closed line speaks of; the others show in the open panel alone."""


def parts(comparison: Comparison, gone: Collection[Finding] = (), changed: int = 0) -> tuple[Part, ...]:
    """Figures, quotations, passages and names, apart from what was dismissed.

    `changed` of the findings that were decided on are others now than they were then.
    """
    counts = counted(comparison, gone)
    return (_figures(counts, changed), _quotations(comparison, gone), _passages(counts), _names(comparison))


def _figures(counts: Counts, changed: int) -> Part:
    left = counts.left
    conflicts, may, fit = left.conflicts, left.tensions, left.fitting
    if conflicts:
        line = ngettext("{n} figure conflicts", "{n} figures conflict", conflicts).format(n=conflicts)
        tab = ngettext("Figures: {n} conflicts", "Figures: {n} conflict", conflicts).format(n=conflicts)
    elif counts.dismissed.conflicts:
        line, tab = _("No conflicts left"), _("Figures: no conflicts left")
    elif left.figures:
        line, tab = _("No figures conflict"), _("Figures: none conflict")
    else:
        line, tab = _("No figures to compare"), _("Figures")
    more = [
        ngettext("{n} may", "{n} may", may).format(n=may) if may else "",
        ngettext("{n} to look at", "{n} to look at", left.looks).format(n=left.looks) if left.looks else "",
        ngettext("{n} agrees", "{n} agree", fit).format(n=fit) if fit else "",
        _("{n} dismissed").format(n=counts.dismissed.figures) if counts.dismissed.figures else "",
        ngettext("{n} decision to look at again", "{n} decisions to look at again", changed).format(n=changed)
        if changed
        else "",
    ]
    return Part(FIGURES, line, tab, warns=conflicts > 0, more=" · ".join(filter(None, more)))


def _quotations(comparison: Comparison, gone: Collection[Finding]) -> Part:
    spoken = (at for at in quotations_in_order(comparison) if Finding(Kind.QUOTATION, at) not in gone)
    left = [comparison.quotations[at] for at in spoken]
    altered, count = sum(is_altered(comparison, quotation) for quotation in left), len(left)
    if not count:
        return Part(QUOTATIONS, "", _("Quotations"))
    if not altered:
        words = ngettext("{n} quotation", "{n} quotations", count).format(n=count)
        return Part(QUOTATIONS, words, words)
    line = ngettext("{n} quotation, worded differently", "{n} quotations, {m} worded differently", count)
    tab = _("Quotations: {m} of {n} worded differently").format(m=altered, n=count)
    return Part(QUOTATIONS, line.format(n=count, m=altered), tab)


def _passages(counts: Counts) -> Part:
    count = counts.left.passages
    words = ngettext("{n} shared passage", "{n} shared passages", count).format(n=count)
    return Part(PASSAGES, words if count else "", words if count else _("Shared passages"))


def _names(comparison: Comparison) -> Part:
    count = len(comparison.names)
    words = ngettext("{n} name spelled differently", "{n} names spelled differently", count).format(n=count)
    return Part(NAMES, words if count else "", words if count else _("Names"))


def conflicts(comparison: Comparison, gone: Collection[Finding] = ()) -> tuple[tuple[int, str], ...]:
    """The rows of figures that conflict and were not dismissed: their places in the ledger, and what is counted."""
    return tuple(
        (at, wording.scope(row.scope))
        for at, row in enumerate(comparison.ledger)
        if row.verdict is Verdict.CONFLICT and Finding(Kind.FIGURES, at) not in gone
    )
