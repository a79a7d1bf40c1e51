"""What a row of the ledger counts, in the reader's language: as the lexicon words it, shape by shape.

The engine words a scope in English, of the lexicon's words and a few shapes: "homes destroyed", "age of Ann Lee". Here
each is a whole message with a place in it ("{scope} destroyed"), so that a language puts them in its own order. What is
put into the place is worded so too; a word of the articles' own, which no language here has, stands in quotation marks.
"""

import re
from functools import lru_cache

from reader.i18n import N_, _, language, quoted
from reader.lexicon import load
from reader.wording.quantities import unit_of

GAP = "…"
"""Stands in the place of the figure where a row is called by an article's own words."""

_NAMES = (
    N_("age"),
    N_("sum of money"),
    N_("year"),
    N_("month"),
    N_("speed"),
    N_("clock time"),
    N_("time of the launch"),
    N_("time in power"),
    N_("time until the return"),
    N_("years of service"),
    N_("year of birth"),
    N_("year of the founding"),
    N_("how long the shaking lasted"),
    N_("how long the fire burned"),
    N_("length of the sentence"),
    N_("length of the deliberations"),
    N_("length of the chase"),
    N_("depth"),
    N_("depth of the fall"),
    N_("level of the water"),
    N_("rain that fell"),
    N_("snow that fell"),
    N_("area burned"),
    N_("magnitude of the quake"),
    N_("magnitude of the aftershock"),
    N_("wind speed"),
    N_("turnout"),
    N_("share contained"),
    N_("share of the vote"),
    N_("share of the market"),
    N_("rise offered"),
    N_("rise demanded"),
    N_("cost of fighting it"),
    N_("punitive damages"),
    N_("compensatory damages"),
    N_("exemplary damages"),
    N_("crew aboard"),
    N_("attackers"),
    N_("votes for"),
    N_("votes against"),
    N_("weekday"),
    N_("date"),
    N_("count"),
    N_("per cent"),
    N_("percent"),
    N_("points"),
    N_("ratio"),
    N_("rank"),
    N_("ordinal"),
    N_("tally"),
    N_("duration"),
    N_("length"),
    N_("width"),
    N_("height"),
    N_("mass"),
    N_("area"),
    N_("volume"),
    N_("temperature"),
)
_SHAPES = (
    N_("age of {name}"),
    N_("distance from {name}"),
    N_("cost of the {scope}"),
    N_("length of the {scope}"),
    N_("width of the {scope}"),
    N_("height of the {scope}"),
    N_("thickness of the {scope}"),
    N_("depth of the {scope}"),
    N_("altitude of the {scope}"),
    N_("which {scope}"),
    N_("{scope} referred to"),
    N_("{scope} found"),
    N_("share of {scope}"),
    N_("rise of {scope}"),
    N_("fall of {scope}"),
    N_("{scope} as a share of output"),
    N_("{scope} by police"),
    N_("{scope} in the war"),
    N_("{scope} a day"),
    N_("{scope} a week"),
    N_("{scope} a month"),
    N_("{scope} an hour"),
    N_("{scope} a night"),
    N_("{scope} a minute"),
    N_("{scope} at a time"),
    N_("{scope} this year"),
    N_("{scope} this winter"),
    N_("{scope} this summer"),
    N_("{scope} this spring"),
    N_("{scope} this autumn"),
    N_("{scope} this season"),
    N_("{scope} this decade"),
    N_("{scope} this century"),
)
_WITHIN = {
    "still": N_("{scope}, still"),
    "seriously": N_("{scope}, seriously"),
    "critically": N_("{scope}, critically"),
    "slightly": N_("{scope}, slightly"),
    "moderately": N_("{scope}, moderately"),
    "partly": N_("{scope}, partly"),
    "completely": N_("{scope}, completely"),
    "fatally": N_("{scope}, fatally"),
}
"""Words between what is counted and what is said of it: "people seriously injured"."""
_PLACES = {"{name}": r"(?P<name>\S.*)", "{scope}": r"(?P<scope>\S.*)"}
_EVERY = re.compile(r"\b(?:per|every|each) (day|week|month|hour|year)$|\bdaily$")
_BRACKET = re.compile(r"(?P<scope>\S.*?) (?P<more>\(.+\)|…)")
_WHERE = re.compile(r"(?P<thing>\S.*) where people were (?P<said>\S.*)")


def lexicon_words() -> tuple[str, ...]:
    """What the catalogue needs besides what stands above: the lexicon's own words, and a shape for each thing said."""
    table = load("scopes")
    said = [entry["label"] for entry in table["predicates"].values()]
    of_people = [e["label"] for e in table["predicates"].values() if e.get("people") or "things" not in e]
    grammar, money, percents = table["grammar"], table["money"], table["percents"]
    nouns = [*grammar["lasting"], *money["costing"], *load("figures")["references"]["named"]]
    balances = [name for kind in ("balances", "changing", "rates") for name in percents[kind]]
    things = [entry["label"] for entry in table["things"].values()]
    return tuple(
        dict.fromkeys(
            [
                *things,
                *nouns,
                *balances,
                *table["sums"].values(),
                *(f"people {words}" for words in of_people),
                *(f"{{scope}} {words}" for words in said),
            ]
        )
    )


def scope(label: str) -> str:
    """What a row of the ledger counts, in the reader's language where its catalogue has it."""
    words = " ".join(label.split())
    return words if not words or language() == "en" else _spoken(words, language())


@lru_cache(maxsize=4096)
def _spoken(words: str, _language: str) -> str:
    """A scope as the catalogue words it; as it is where it does not."""
    return _worded(words) or words


def _worded(words: str) -> str:
    """A scope as the catalogue words it, or the empty string."""
    if (known := _(words)) != words or (known := unit_of(words, single=True)) != words:
        return known
    if (found := _BRACKET.fullmatch(words)) is not None and (inner := _worded(found["scope"])):
        return f"{inner} {found['more']}"
    if GAP in words:
        return ""
    if (found := _WHERE.fullmatch(words)) is not None:
        told = _worded(f"people {found['said']}")
        return _("{scope} ({told})").format(scope=_part(found["thing"]), told=told) if told else ""
    for word, message in _WITHIN.items():
        before, mark, after = words.partition(f" {word} ")
        if mark and _(message) != message:
            return _(message).format(scope=_part(f"{before} {after}"))
    return _shaped(_EVERY.sub(lambda every: _each(every[1] or "day"), words))


def _each(span: str) -> str:
    """ "per hour", "every hour" and "each hour" as one of the shapes says it."""
    return f"{'an' if span == 'hour' else 'a'} {span}"


def _shaped(words: str) -> str:
    """A scope by the first shape that it has, or the empty string."""
    for message, shape in _compiled():
        found = shape.fullmatch(words)
        if found is not None and (said := _(message)) != message:
            return said.format(**{place: _filled(place, part) for place, part in found.groupdict().items()})
    return ""


def _filled(place: str, words: str) -> str:
    return words if place == "name" else _part(words)


def _part(words: str) -> str:
    """A scope within another; in quotation marks where it is a word of the articles' own."""
    return _worded(words) or quoted(words)


@lru_cache(maxsize=1)
def _compiled() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Every shape with its pattern; those with more words of their own first."""
    shapes = [*_SHAPES, *(words for words in lexicon_words() if words.startswith("{scope} "))]
    shapes.sort(key=lambda shape: (shape not in _SHAPES, -len(shape)))
    return tuple((shape, re.compile(_pattern(shape))) for shape in shapes)


def _pattern(shape: str) -> str:
    return "".join(_PLACES.get(part, re.escape(part)) for part in re.split(r"(\{\w+\})", shape))
