"""What a row of the ledger says: what it counts, its verdict, why, how surely, and who says its figures."""

from reader.article import Article
from reader.compare.comparison import Comparison, Doubt, Figure, Judgement, LedgerRow, Quantity, Verdict
from reader.i18n import _
from reader.text.spans import Span
from reader.wording.kinds import FAIRLY, SURE, doubt, listed, verdict
from reader.wording.reasons import why
from reader.wording.scopes import scope


def judgement(comparison: Comparison, row: LedgerRow, value: Judgement) -> str:
    """Why two mentions of a ledger row have their verdict, in the words of the articles, and what tempers it."""
    return "; ".join(filter(None, (reason(comparison, row, value), sureness(value), *remarks(value))))


def reason(comparison: Comparison, row: LedgerRow, value: Judgement) -> str:
    """Why two mentions of a ledger row have their verdict, in the words of the articles."""
    left, right = row.mentions[value.left], row.mentions[value.right]
    words = [" ".join(comparison.text(side.excerpt).split()) for side in (left, right)]
    a, b = left.quantity, right.quantity
    if a.dimension == "clock" and a.zone != b.zone:  # the bounds know nothing of zones
        fits = value.verdict in (Verdict.AGREE, Verdict.CONSISTENT)
        said = _("{a} and {b} are one time in different zones") if fits else _("{a} and {b} are different times")
        return said.format(a=words[0], b=words[1])
    unit = _common_unit(a, b)
    is_said = unit == a.dimension or all(unit in one for one in words)
    turned = (a.unit != unit, b.unit != unit)
    return why(value.reason, words[0], words[1], "" if is_said and not any(turned) else unit, a.dimension, turned)


def _common_unit(left: Quantity, right: Quantity) -> str:
    """The unit in which two quantities were compared: one that both articles give, else the left one's."""
    given = {one.unit for one in (right, *right.converted)}
    return next((one.unit for one in (left, *left.converted) if one.unit in given), left.unit)


def remarks(value: Judgement) -> list[str]:
    """What tempers a verdict: a later count, or two copies of one text."""
    said = []
    if value.update:
        said.append(_("may be an update: the later article has the higher count"))
    if value.one_origin:
        said.append(_("both carry text of one origin: no independent confirmation"))
    return said


def sureness(value: Judgement) -> str:
    """How sure it is that two figures are of one thing, and what speaks against it; empty where it goes without saying.

    Of what is but worth a look it is always said.
    """
    if value.confidence >= SURE and value.verdict is not Verdict.LOOK:
        return ""
    if value.confidence >= SURE:
        said = _("it looks as if both count the same")
    elif value.confidence >= FAIRLY:
        said = _("fairly sure that both count the same")
    else:
        said = _("not sure that both count the same")
    if not value.doubts:
        return said
    return _("{sure}: {doubts}").format(sure=said, doubts=", ".join(map(doubt, value.doubts)))


def counted(row: LedgerRow) -> str:
    """What the figures of a row count, and whether a reader put them together."""
    if row.own:
        return _("{scope} (tied by the reader)").format(scope=scope(row.scope) or _("figures"))
    if not row.regrouped:
        return scope(row.scope)
    several = " / ".join(scope(one) for one in row.scope.split(" / "))
    if row.came:
        words = _("{what} (regrouped by the reader before {names} came in: look again)")
        return words.format(what=several, names=listed(row.came))
    return _("{what} (regrouped by the reader)").format(what=several)


def not_together(comparison: Comparison, left: Figure, right: Figure, why_not: Doubt) -> str:
    """Why two figures cannot stand in one row: they measure different things, or in ways that cannot be compared."""
    words = _("“{a}” and “{b}” cannot stand in one row: {why}.")
    a, b = (" ".join(comparison.text(one.excerpt).split()) for one in (left, right))
    return words.format(a=a, b=b, why=doubt(why_not))


def standing(row: LedgerRow) -> str:
    """The verdict of a row as a label; one whose figures nothing stands against has none."""
    return verdict(row.verdict) if row.judgements else _("not compared")


def worst(row: LedgerRow) -> Judgement | None:
    """The judgement that gives a ledger row its verdict, the surest one of several."""
    return max(row.judgements, key=lambda j: (j.verdict.severity, j.confidence), default=None)


def source(article: Article, figure: Figure) -> str:
    """Who says a figure and as of when, in its article's own words: "the mayor, on Friday"; empty where it does not."""
    when = as_of(article, figure)
    if " " in when:  # "By Monday" opens a sentence there, and none here; a day alone keeps its capital
        when = when[:1].lower() + when[1:]
    return ", ".join(part for part in (said_by(article, figure), when) if part)


def said_by(article: Article, figure: Figure) -> str:
    """Who says a figure, in its article's own words; empty where the sentence does not tell."""
    return _words(article, figure.said_by)


def as_of(article: Article, figure: Figure) -> str:
    """As of when a figure is so, in its article's own words; empty where the sentence does not tell."""
    return _words(article, figure.as_of)


def _words(article: Article, span: Span | None) -> str:
    return " ".join(span.of(article.text).split()) if span is not None else ""
