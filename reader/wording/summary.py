"""A comparison in a sentence or a paragraph: what was found, how it was made."""

from collections.abc import Collection
from dataclasses import replace

from reader.compare import counts
from reader.compare.comparison import CLASH, Comparison, Verdict
from reader.compare.finding_ids import Finding
from reader.compare.options import CompareOptions
from reader.i18n import _, ngettext, quoted
from reader.text.direction import isolated
from reader.wording.articles import origins, unread
from reader.wording.kinds import verdict
from reader.wording.quantities import number, share
from reader.wording.scopes import GAP, scope

_NAMED = 4
"""How many rows of figures that clash, or are worth a look, are named in a paragraph."""


def clashes(comparison: Comparison, gone: Collection[Finding] = ()) -> str:
    """How many scopes clash or are worth a look, apart from what the reader dismissed: "3 conflicts, 1 dismissed"."""
    found = counts.counted(comparison, gone)
    return _counted(found) if found.left.clashing else f"{_counted(found)}."


def _counted(found: counts.Counts) -> str:
    """The same without the full stop of a sentence; what is worth a look is never counted as a conflict."""
    left, away = found.left, found.dismissed
    looks = _("{n} worth a look").format(n=left.looks) if left.looks else ""
    if left.clashing:
        parts = [
            ngettext("{n} conflict", "{n} conflicts", left.conflicts).format(n=left.conflicts)
            if left.conflicts
            else "",
            _("{n} may conflict").format(n=left.tensions) if left.tensions else "",
            looks,
        ]
        return apart(", ".join(part for part in parts if part), away.clashing + away.looks)
    none = _("No conflicts left: {n} dismissed").format(n=away.clashing) if away.clashing else _("No conflicts found")
    return f"{none}; {apart(looks, away.looks)}" if looks else none


def apart(said: str, dismissed: int) -> str:
    """A count, and how many the reader dismissed of what it leaves out: "3 conflicts, 1 dismissed"."""
    return _("{count}, {n} dismissed").format(count=said, n=dismissed) if dismissed else said


def finding(comparison: Comparison, gone: Collection[Finding] = (), *, differences_only: bool = False) -> str:
    """What was found, in a paragraph, apart from what the reader dismissed, which is counted for itself."""
    found = counts.counted(comparison, gone)
    kept = replace(comparison, ledger=counts.standing(comparison, gone))
    parts = [_clashing(kept)] if differences_only else [_shared(comparison, found), _ledger(kept)]
    if found.dismissed.figures:
        words = ngettext("The reader dismissed {n} more.", "The reader dismissed {n} more.", found.dismissed.figures)
        parts.append(words.format(n=found.dismissed.figures))
    if not_read := unread(comparison):
        parts.append(not_read)
    most = max(comparison.coverage, key=lambda c: len(c.only_here), default=None)
    if most is not None and most.only_here:
        count = len(most.only_here)
        words = ngettext(
            "Most that no other has stands in {name}: {n} sentence.",
            "Most that no other has stands in {name}: {n} sentences.",
            count,
        )
        name = isolated(" ".join(comparison.article(most.article).name.split()))
        parts.append(words.format(name=name, n=count))
    return " ".join(parts)


def _shared(comparison: Comparison, found: counts.Counts) -> str:
    count = found.left.quotations
    said = ngettext("{n} quotation stands in more than one", "{n} quotations stand in more than one", count)
    return _("{articles}: {passages}; {quotations}.").format(
        articles=origins(comparison),
        passages=apart(shared_passages(found.left.passages), found.dismissed.passages),
        quotations=apart(said.format(n=count), found.dismissed.quotations),
    )


def _ledger(comparison: Comparison) -> str:
    """How the figures stand to one another, and what those count that clash."""
    count = len(comparison.ledger)
    if not count:
        return _("No figure could be held against another.")
    words = ngettext("Of {n} row of figures: {what}", "Of {n} rows of figures: {what}", count)
    return words.format(n=count, what=_clashing(comparison))


def _clashing(comparison: Comparison) -> str:
    """How many figures clash or are worth a look, and the worst of them by name."""
    said = _counted(counts.counted(comparison))
    worst_first = sorted(comparison.ledger, key=lambda row: -row.verdict.severity)
    telling = [row for row in worst_first if row.verdict in (*CLASH, Verdict.LOOK)]
    if not telling:
        return f"{said}."
    named = ", ".join(f"{_quoted(row.scope)} ({verdict(row.verdict)})" for row in telling[:_NAMED])
    if len(telling) > _NAMED:
        named = _("{names} and {n} more").format(names=named, n=len(telling) - _NAMED)
    return f"{said}: {named}."


def _quoted(label: str) -> str:
    """What a row counts as a part of a sentence: an article's own words stand in quotation marks."""
    return quoted(scope(label)) if GAP in label else scope(label)


def shared_passages(count: int) -> str:
    """How many passages are shared."""
    return ngettext("{n} shared passage", "{n} shared passages", count).format(n=count)


def settings(options: CompareOptions) -> str:
    """What a comparison was made with, in a sentence or two."""
    words = _(
        "Settings: passages alike by {least} of 100 or more, of at least {n} words; figures rounded within {share}."
    )
    passages = options.passages
    return words.format(least=number(passages.cutoff), n=passages.least_words, share=share(options.figures.tolerance))


def disclaimer() -> str:
    """What the program never does."""
    return _("Parallax lays accounts side by side and marks where they differ. It never decides who is right.")
