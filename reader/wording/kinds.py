"""The kinds of findings and decisions as labels."""

from collections.abc import Sequence

from reader.compare.comparison import Doubt, MarkKind, Modifier, Relation, Verdict
from reader.compare.tints import CLOSE_COUNTS, TintScale, strength
from reader.i18n import _, ngettext


def verdict(value: Verdict) -> str:
    """A verdict as a label."""
    return {
        Verdict.AGREE: _("agree"),
        Verdict.CONSISTENT: _("consistent"),
        Verdict.LOOK: _("worth a look"),
        Verdict.TENSION: _("may conflict"),
        Verdict.CONFLICT: _("conflict"),
    }[value]


def verdict_meaning(value: Verdict) -> str:
    """What a verdict says, and what it does not."""
    return {
        Verdict.AGREE: _("the same number, said in the same way"),
        Verdict.CONSISTENT: _("put differently, but both can hold"),
        Verdict.LOOK: _("may count the same, and would then clash"),
        Verdict.TENSION: _("both can hold to the letter, but a reader would not take one for the other"),
        Verdict.CONFLICT: _("no number fits both"),
    }[value]


def doubt(value: Doubt) -> str:
    """What makes it less sure that two figures are of one thing, or keeps them apart."""
    return {
        Doubt.OTHER_MEASURE: _("they measure different things"),
        Doubt.OTHER_CURRENCY: _("they are in different currencies"),
        Doubt.OTHER_ZONE: _("their time zones cannot be put together"),
        Doubt.OTHER_TIME: _("they are said of different times"),
        Doubt.OTHER_PLACE: _("they are said of different places"),
        Doubt.OTHER_KIND: _("words that exclude one another stand beside them"),
        Doubt.OTHER_EVENT: _("different things are said of what is counted"),
        Doubt.OTHER_THING: _("different things are counted"),
        Doubt.PART_AND_WHOLE: _("one may be a part of the other"),
        Doubt.PLANNED_AND_DONE: _("one is planned, feared or possible, the other has happened"),
        Doubt.KNOWS_THE_OTHER: _("one article gives both numbers itself"),
        Doubt.AT_ODDS: _("one article gives several such numbers and does not tell them apart"),
        Doubt.FAR_APART: _("the numbers are too far apart to count the same"),
        Doubt.OTHER_WORDS: _("the sentences share few words"),
        Doubt.WORDS_DIFFER: _("each sentence has telling words that the other lacks"),
        Doubt.RIVAL: _("another number of the article fits as well or better"),
        Doubt.TIME_ON_ONE_SIDE: _("only one says when"),
        Doubt.PLACE_ON_ONE_SIDE: _("only one says where"),
        Doubt.OTHER_LANGUAGE: _("they stand in two languages"),
        Doubt.UNSURE_SCOPE: _("it is not clear what one of them counts"),
    }[value]


SURE, FAIRLY = 0.85, 0.6
"""From which confidence on it is sure, or fairly so, that two figures are of one thing."""


def confidence(value: float) -> str:
    """How sure it is that two figures are of one thing, in a word."""
    if value >= SURE:
        return _("sure")
    return _("fairly sure") if value >= FAIRLY else _("not sure")


def own_mark(kind: MarkKind) -> str:
    """How a reader marked words by hand, as a label."""
    return {
        MarkKind.HIGHLIGHT: _("Highlighted"),
        MarkKind.PASSAGE: _("Tied as a passage"),
        MarkKind.FIGURES: _("Tied as figures"),
    }[kind]


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
        Relation.QUOTATION: _("the same quotation, as it was said or translated"),
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


def changed(came: Sequence[str], left: Sequence[str]) -> str:
    """How a finding has changed since something was decided on it; the empty string where it has not."""
    said = []
    if came:
        said.append(_("decided before {names} came in: look again").format(names=listed(came)))
    if left:
        said.append(_("decided when {names} belonged to it: look again").format(names=listed(left)))
    return "; ".join(said)


def waiting(count: int, words: Sequence[str]) -> str:
    """That so many decisions are about words that no finding holds as the articles are compared now."""
    told = ngettext(
        "{n} decision of yours is about words that no finding holds now: {words}",
        "{n} decisions of yours are about words that no finding holds now: {words}",
        count,
    )
    return told.format(n=count, words="; ".join(words))


def listed(names: Sequence[str]) -> str:
    """ "VOA", "VOA and DPA", "VOA, DPA and El País"."""
    if len(names) < 2:
        return "".join(names)
    return _("{first} and {last}").format(first=", ".join(names[:-1]), last=names[-1])


def tint_counts(articles: int) -> tuple[str, ...]:
    """How many other accounts tell what is tinted, one depth after the other: "1", "2", "3 to 4"."""
    counts = TintScale.of(articles).counts(articles - 1)
    return tuple(
        str(fewest) if fewest == most else _("{least} to {most}").format(least=fewest, most=most)
        for fewest, most in counts
    )


def tint_meanings(articles: int) -> tuple[tuple[str, str], ...]:
    """What each depth of the ground behind shared words is called, and what it says, where so many are compared."""
    scale, counts = TintScale.of(articles), tint_counts(articles)
    names = (_("Shared"), _("Shared by more"), _("Shared by most"))
    told = [
        ngettext("told in {number} other account", "told in {number} other accounts", most).format(number=number)
        for number, (_fewest, most) in zip(counts, scale.counts(articles - 1), strict=True)
    ]
    told[0] = _("{told}; a number without a ground: weakly alike").format(told=told[0])
    if len(told) > 1 and scale.second == CLOSE_COUNTS:
        told[1] = _("{told}, or in one in nearly the same words").format(told=told[1])
    return tuple(zip(names, told, strict=False))


def alike(score: float) -> str:
    """How alike the wordings of a finding are, in words."""
    return (_("weakly alike"), _("alike"), _("closely alike"))[strength(score) - 1]


def alike_in_full(score: float, kind: Relation | None = None) -> str:
    """The same with the number, for documents and details; what is the same word for word needs no more words."""
    if kind is Relation.VERBATIM:
        return _("{number} of 100").format(number=f"{score:.0f}")
    return _("{alike}, {number} of 100").format(alike=alike(score), number=f"{score:.0f}")
