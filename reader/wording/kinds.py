"""The kinds of findings and decisions as labels."""

from reader.compare.comparison import Modifier, Relation, Verdict
from reader.i18n import _


def verdict(value: Verdict) -> str:
    """A verdict as a label."""
    return {
        Verdict.AGREE: _("agree"),
        Verdict.CONSISTENT: _("consistent"),
        Verdict.LOOK: _("worth a look"),
        Verdict.TENSION: _("in tension"),
        Verdict.CONFLICT: _("conflict"),
    }[value]


def verdict_meaning(value: Verdict) -> str:
    """What a verdict says, and what it does not."""
    return {
        Verdict.AGREE: _("the same number, said in the same way"),
        Verdict.CONSISTENT: _("put differently, but both can hold"),
        Verdict.LOOK: _("they may count the same and would then conflict; it is not sure that they do"),
        Verdict.TENSION: _("both can hold to the letter, but a reader would not take one for the other"),
        Verdict.CONFLICT: _("no number fits both"),
    }[value]


def relation(value: Relation) -> str:
    """How the excerpts of a passage stand to one another, as a label."""
    return {
        Relation.VERBATIM: _("word for word"),
        Relation.REWORDED: _("reworded"),
        Relation.QUOTATION: _("quotation"),
    }[value]


def relation_meaning(value: Relation) -> str:
    """What a relation says."""
    return {
        Relation.VERBATIM: _("the same words, or all but the same"),
        Relation.REWORDED: _("the same statement in other words"),
        Relation.QUOTATION: _("one utterance, quoted or translated"),
    }[value]


def modifier(value: Modifier) -> str:
    """What the words around a number say of it; the empty string for nothing."""
    return {
        Modifier.NONE: "",
        Modifier.ABOUT: _("about"),
        Modifier.ALMOST: _("almost"),
        Modifier.MORE_THAN: _("more than"),
        Modifier.AT_LEAST: _("at least"),
        Modifier.UP_TO: _("up to"),
        Modifier.LESS_THAN: _("less than"),
        Modifier.RANGE: _("between"),
        Modifier.VAGUE: _("not exact"),
    }[value]


def decision(kind: str) -> str:
    """What a reader decided on a finding, as a label."""
    known = {
        "confirmed": _("Confirmed by the reader"),
        "dismissed": _("Dismissed by the reader"),
        "noted": _("Noted by the reader"),
    }
    return known.get(kind) or _("Decided by the reader")


def scope(label: str) -> str:
    """What a row of the ledger counts, in the reader's language where its catalogue has it."""
    return _(label) if label else ""
