"""The one place that words findings: kinds and values in, sentences a person reads out, in the reader's language."""

import math
from collections.abc import Collection
from dataclasses import replace

from reader.compare import counts
from reader.compare.comparison import (
    Bounds,
    Comparison,
    Coverage,
    Judgement,
    LedgerRow,
    Modifier,
    Name,
    Origin,
    Reason,
    ReasonKind,
    Relation,
    Verdict,
)
from reader.compare.options import CompareOptions
from reader.compare.subjects import Finding
from reader.i18n import _, ngettext

_NAMED = 4
"""How many rows of figures that clash are named in a paragraph."""
_PLAIN_WIDTH = 0.05
"""Bounds narrower than this share of their middle are but the tolerance of one number: that number is said instead."""


def verdict(value: Verdict) -> str:
    """A verdict as a label."""
    return {
        Verdict.AGREE: _("agree"),
        Verdict.CONSISTENT: _("consistent"),
        Verdict.TENSION: _("in tension"),
        Verdict.CONFLICT: _("conflict"),
    }[value]


def verdict_meaning(value: Verdict) -> str:
    """What a verdict says, and what it does not."""
    return {
        Verdict.AGREE: _("the same number, said in the same way"),
        Verdict.CONSISTENT: _("put differently, but both can hold"),
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


def number(value: float, dimension: str = "count") -> str:
    """5800.0 -> "5,800", 1.25 -> "1.25", 2500000 -> "2.5 million"; years stay bare."""
    if math.isinf(value) or math.isnan(value):
        return _("without end")
    if dimension == "year":
        return f"{value:g}"
    for scale, words in ((10**9, _("{number} billion")), (10**6, _("{number} million"))):
        if abs(value) >= scale and round(value / scale, 2) * scale == value:
            return words.format(number=_digits(value / scale))
    return _digits(value)


def _digits(value: float) -> str:
    rounded = round(value, 2) if abs(value) >= 1 else float(f"{value:.3g}")
    return f"{rounded:,.2f}".rstrip("0").rstrip(".") if abs(rounded) >= 1 else f"{rounded:g}"


def bounds(value: Bounds, unit: str = "", dimension: str = "count") -> str:
    """What a number may be: "7,200 to 8,000 km", "more than 2,000", "164"."""
    low = number(value.low, dimension)
    if value.high is None or math.isinf(value.high):
        words = _("more than {low}") if value.low_open else _("{low} or more")
    elif value.high == value.low:
        words = "{low}"
    elif value.low == 0:
        words = _("less than {high}") if value.high_open else _("{high} or less")
    else:
        words = _("{low} to {high}")
    high = "" if value.high is None else number(value.high, dimension)
    said = words.format(low=low, high=high)
    return f"{said} {unit_of(unit, single=value.low == 1 and value.high == 1)}".strip()


def unit_of(unit: str, *, single: bool = False) -> str:
    """A unit after its number: "year" after 1, "years" after any other; signs such as km and USD stay as they are."""
    forms = _units(1 if single else 2)
    return forms.get(unit, unit)


def _units(n: int) -> dict[str, str]:
    return {
        "second": ngettext("second", "seconds", n),
        "minute": ngettext("minute", "minutes", n),
        "hour": ngettext("hour", "hours", n),
        "day": ngettext("day", "days", n),
        "night": ngettext("night", "nights", n),
        "week": ngettext("week", "weeks", n),
        "fortnight": ngettext("fortnight", "fortnights", n),
        "month": ngettext("month", "months", n),
        "year": ngettext("year", "years", n),
        "decade": ngettext("decade", "decades", n),
        "century": ngettext("century", "centuries", n),
        "mile": ngettext("mile", "miles", n),
        "nautical mile": ngettext("nautical mile", "nautical miles", n),
        "square mile": ngettext("square mile", "square miles", n),
        "yard": ngettext("yard", "yards", n),
        "foot": ngettext("foot", "feet", n),
        "square foot": ngettext("square foot", "square feet", n),
        "inch": ngettext("inch", "inches", n),
        "hectare": ngettext("hectare", "hectares", n),
        "acre": ngettext("acre", "acres", n),
        "litre": ngettext("litre", "litres", n),
        "gallon": ngettext("gallon", "gallons", n),
        "barrel": ngettext("barrel", "barrels", n),
        "tonne": ngettext("tonne", "tonnes", n),
        "ton": ngettext("ton", "tons", n),
        "pound": ngettext("pound", "pounds", n),
        "ounce": ngettext("ounce", "ounces", n),
        "stone": ngettext("stone", "stone", n),
        "knot": ngettext("knot", "knots", n),
        "degree": ngettext("degree", "degrees", n),
        "point": ngettext("point", "points", n),
        "percentage point": ngettext("percentage point", "percentage points", n),
        "basis point": ngettext("basis point", "basis points", n),
        "person": ngettext("person", "people", n),
    }


def why(reason: Reason, left: str = "", right: str = "", unit: str = "", dimension: str = "count") -> str:
    """Why a verdict: "5,800 lies outside 7,200 to 8,000"; `left` and `right` are the words of the figures, if known."""
    first, second = _Side(reason.left, left, unit, dimension), _Side(reason.right, right, unit, dimension)
    match reason.kind:
        case ReasonKind.SAME:
            return _("both say {words}").format(words=first.words)
        case ReasonKind.CONVERTED:
            return _("the same in different units, within rounding")
        case ReasonKind.OVERLAP:
            common = _common(reason.left, reason.right)
            return _("both can mean {bounds}").format(bounds=bounds(common, unit, dimension))
        case ReasonKind.USUALLY_APART:
            return _apart(first, second)
        case ReasonKind.OUTSIDE:
            return _outside(first, second)


def _outside(first: "_Side", second: "_Side") -> str:
    if first.plain and second.plain:
        return _("{a} is not {b}").format(a=first.words, b=second.words)
    if first.plain or second.plain:
        point, wide = (first, second) if first.plain else (second, first)
        return _("{words} lies outside {bounds}").format(words=point.words, bounds=wide.bounds)
    return _("{a} and {b} have no number in common").format(a=first.in_full, b=second.in_full)


def _apart(first: "_Side", second: "_Side") -> str:
    if first.plain and second.plain:
        words = _("{a} and {b} can both hold to the letter, but usually do not mean the same")
        return words.format(a=first.words, b=second.words)
    if first.plain or second.plain:
        point, wide = (first, second) if first.plain else (second, first)
        words = _("“{words}” usually means {bounds}; {other} lies outside")
        return words.format(words=wide.words, bounds=wide.bounds, other=point.words)
    return _("usually, {a} and {b} have no number in common").format(a=first.in_full, b=second.in_full)


class _Side:
    """One of two figures as a reason names it: by its own words, or by its bounds."""

    def __init__(self, value: Bounds, words: str, unit: str, dimension: str) -> None:
        self.bounds = bounds(value, unit, dimension)
        self.words = words or self.bounds
        self.in_full = f"“{words}” ({self.bounds})" if words else self.bounds
        width = math.inf if value.high is None else value.high - value.low
        middle = value.low + width / 2
        self.plain = width == 0 or (width <= _PLAIN_WIDTH * abs(middle) and bool(words))


def _common(left: Bounds, right: Bounds) -> Bounds:
    low = max(left.low, right.low)
    ends = [b.high for b in (left, right) if b.high is not None]
    high = min(ends) if ends else None
    low_open = any(b.low_open for b in (left, right) if b.low == low)
    high_open = any(b.high_open for b in (left, right) if b.high == high)
    return Bounds(low, high, low_open, high_open)


def judgement(comparison: Comparison, row: LedgerRow, value: Judgement) -> str:
    """Why two mentions of a ledger row have their verdict, in the words of the articles, and what tempers it."""
    return "; ".join([reason(comparison, row, value), *remarks(value)])


def reason(comparison: Comparison, row: LedgerRow, value: Judgement) -> str:
    """Why two mentions of a ledger row have their verdict, in the words of the articles."""
    left, right = row.mentions[value.left], row.mentions[value.right]
    words = [" ".join(comparison.text(side.excerpt).split()) for side in (left, right)]
    quantity = left.quantity
    common = value.reason.kind is ReasonKind.OVERLAP  # which says a number that is in neither article
    said = quantity.unit == quantity.dimension or (not common and all(quantity.unit in one for one in words))
    unit = "" if said and quantity.unit == right.quantity.unit else quantity.unit
    return why(value.reason, words[0], words[1], unit, quantity.dimension)


def remarks(value: Judgement) -> list[str]:
    """What tempers a verdict: a later count, or two copies of one text."""
    said = []
    if value.update:
        said.append(_("may be an update: the later article has the higher count"))
    if value.one_origin:
        said.append(_("both carry text of one origin: no independent confirmation"))
    return said


def counted(row: LedgerRow) -> str:
    """What the figures of a row count, and whether a reader put them together."""
    if not row.regrouped:
        return scope(row.scope)
    several = " / ".join(scope(one) for one in row.scope.split(" / "))
    return _("{scope} (regrouped by the reader)").format(scope=several)


def standing(row: LedgerRow) -> str:
    """The verdict of a row as a label; one whose figures nothing stands against has none."""
    return verdict(row.verdict) if row.judgements else _("not compared")


def worst(row: LedgerRow) -> Judgement | None:
    """The judgement that gives a ledger row its verdict."""
    return max(row.judgements, key=lambda j: j.verdict.severity, default=None)


def clashes(comparison: Comparison, gone: Collection[Finding] = ()) -> str:
    """How many scopes clash, in a sentence, apart from what the reader dismissed: "3 conflicts, 1 dismissed"."""
    found = counts.counted(comparison, gone)
    conflicts, tensions, away = found.left.conflicts, found.left.tensions, found.dismissed.clashing
    if not found.left.clashing and away:
        return _("No conflicts left: {n} dismissed.").format(n=away)
    if not found.left.clashing:
        return _("No conflicts found.")
    parts = [
        ngettext("{n} conflict", "{n} conflicts", conflicts).format(n=conflicts) if conflicts else "",
        _("{n} in tension").format(n=tensions) if tensions else "",
    ]
    return apart(", ".join(part for part in parts if part), away)


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
    most = max(comparison.coverage, key=lambda c: len(c.only_here), default=None)
    if most is not None and most.only_here:
        count = len(most.only_here)
        words = ngettext(
            "Most that no other has stands in {name}: {n} sentence.",
            "Most that no other has stands in {name}: {n} sentences.",
            count,
        )
        parts.append(words.format(name=" ".join(comparison.article(most.article).name.split()), n=count))
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
    """How many figures clash, and the worst of them by name."""
    worst_first = sorted(comparison.ledger, key=lambda row: -row.verdict.severity)
    clashing = [row for row in worst_first if row.verdict in (Verdict.CONFLICT, Verdict.TENSION)]
    if not clashing:
        return clashes(comparison)
    named = ", ".join(f"{scope(row.scope)} ({verdict(row.verdict)})" for row in clashing[:_NAMED])
    if len(clashing) > _NAMED:
        named = _("{names} and {n} more").format(names=named, n=len(clashing) - _NAMED)
    return f"{clashes(comparison)}: {named}."


def scope(label: str) -> str:
    """What a row of the ledger counts, in the reader's language where its catalogue has it."""
    return _(label) if label else ""


def decision(kind: str) -> str:
    """What a reader decided on a finding, as a label."""
    known = {
        "confirmed": _("Confirmed by the reader"),
        "dismissed": _("Dismissed by the reader"),
        "noted": _("Noted by the reader"),
    }
    return known.get(kind) or _("Decided by the reader")


def shared_passages(count: int) -> str:
    """How many passages are shared."""
    return ngettext("{n} shared passage", "{n} shared passages", count).format(n=count)


def words(count: int) -> str:
    """A number of words."""
    return ngettext("{n} word", "{n} words", count).format(n=number(count))


def origins(comparison: Comparison) -> str:
    """How many voices there are: "5 articles, 4 origins"; the articles alone where origins were not looked for."""
    articles = len(comparison.articles)
    said = ngettext("{n} article", "{n} articles", articles).format(n=articles)
    count = len(comparison.origins)
    return f"{said}, {ngettext('{n} origin', '{n} origins', count).format(n=count)}" if count else said


def origin(comparison: Comparison, value: Origin) -> str:
    """One origin: which articles carry it, and on what grounds."""
    names = ", ".join(comparison.article(a).name for a in value.articles)
    if value.agency and len(value.articles) > 1:
        return _("{articles}: one origin, {agency}").format(articles=names, agency=value.agency)
    if len(value.articles) > 1:
        return _("{articles}: one origin, by shared text").format(articles=names)
    if value.agency:
        return _("{articles}: credits {agency}, shares its text with no other").format(
            articles=names, agency=value.agency
        )
    return _("{articles}: an origin of its own").format(articles=names)


def spellings(comparison: Comparison, value: Name) -> tuple[str, ...]:
    """The spellings of one name, each with the articles that use it."""
    return tuple(f"{s.form} ({', '.join(comparison.article(a).name for a in s.articles)})" for s in value.spellings)


def name(comparison: Comparison, value: Name) -> str:
    """The spellings of one name in a line."""
    return "; ".join(spellings(comparison, value))


def speaker(credited: str) -> str:
    """Whom an article credits with an utterance."""
    return credited or _("speaker not sure")


def share(value: float) -> str:
    """A share of 0 to 1 in per cent; what is above nothing is never said to be nothing, nor all what is below all."""
    percent = round(100 * value)
    if value > 0 and percent == 0:
        return _("under 1%")
    return f"{min(percent, 99) if value < 1 else 100}%"


def coverage(value: Coverage) -> str:
    """How one article stands to the others, in a sentence."""
    parts = [_("{share} of its text is found elsewhere").format(share=share(value.shared))]
    only = len(value.only_here)
    if only:
        parts.append(ngettext("{n} sentence only here", "{n} sentences only here", only).format(n=only))
    lacking = len(value.missing)
    if lacking:
        parts.append(
            ngettext(
                "lacks {n} passage that most others have", "lacks {n} passages that most others have", lacking
            ).format(n=lacking)
        )
    return "; ".join(parts)


def settings(options: CompareOptions) -> str:
    """What a comparison was made with, in a sentence or two."""
    words = _("Settings: passages from a score of {score} up, of at least {n} words; figures rounded within {share}.")
    passages = options.passages
    return words.format(score=number(passages.cutoff), n=passages.least_words, share=share(options.figures.tolerance))


def disclaimer() -> str:
    """What the program never does."""
    return _("Parallax lays accounts side by side and marks where they differ. It never decides who is right.")
