"""Numbers, what they may be, units and shares."""

import math
from typing import TYPE_CHECKING

from reader import locales
from reader.i18n import N_, _, ngettext
from reader.locales import grouped
from reader.text.length import UNSPACED

if TYPE_CHECKING:  # the lengths of articles are told in the library, before anything is compared
    from reader.compare.comparison import Bounds

_DAY = 24 * 60
"""How many minutes a day has."""
_SIGNS = (
    N_("square m"),
    N_("square km"),
    N_("cubic m"),
    N_("cubic km"),
    N_("cubic cm"),
    N_("km per hour"),
    N_("miles per hour"),
    N_("km per second"),
    N_("metres per second"),
    N_("miles per second"),
    N_("feet per second"),
    N_("megabits per second"),
    N_("gigabits per second"),
    N_("horsepower"),
    N_("light year"),
    N_("carat"),
    N_("calorie"),
    N_("US cent"),
    N_("pence"),
)
"""Units that are written in one way after any number; they are looked up as they stand."""


def number(value: float, dimension: str = "count") -> str:
    """5800.0 -> "5,800", 1.25 -> "1.25", 2500000 -> "2.5 million"; years stay bare.

    A date is one number to the engine, 20310503, a clock time the minutes since midnight.
    """
    if math.isinf(value) or math.isnan(value):
        return _("without end")
    if dimension == "year":
        return f"{value:g}"
    if dimension == "date" or (dimension == "day" and value % 100):
        return _date(int(value))
    if dimension == "month":
        year, month = divmod(int(value), 100)
        return locales.month(f"{year:04}-{month:02}") if year else locales.month_of_year(month)
    if dimension == "clock":
        return f"{value % _DAY // 60:02.0f}:{value % 60:02.0f}"
    for scale, words in ((10**9, _("{number} billion")), (10**6, _("{number} million"))):
        if abs(value) >= scale and round(value / scale, 2) * scale == value:
            return words.format(number=_digits(value / scale))
    return _digits(value)


def _date(value: int) -> str:
    """20310503 -> "3 May 2031", 503 -> "3 May"."""
    year, month, day = value // 10_000, value % 10_000 // 100, value % 100
    said = f"{month:02}-{day:02}"
    if year:
        return locales.day(f"{year:04}-{said}")
    written = locales.day_of_year(f"2000-{said}")
    return said if written.endswith(f"-{said}") else written  # what no month has stands as it was written


def _digits(value: float) -> str:
    rounded = round(value, 2) if abs(value) >= 1 else float(f"{value:.3g}")
    written = f"{rounded:,.2f}".rstrip("0").rstrip(".") if abs(rounded) >= 1 else f"{rounded:g}"
    return grouped(written)


def bounds(value: "Bounds", unit: str = "", dimension: str = "count") -> str:
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
    return forms.get(unit) or _(unit)


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


def words(count: int) -> str:
    """A number of words."""
    return ngettext("{n} word", "{n} words", count).format(n=number(count))


def length(count: int, language: str) -> str:
    """How long a text is: a number of words, of characters where its language is written without spaces."""
    if language.partition("-")[0] in UNSPACED:
        return ngettext("{n} character", "{n} characters", count).format(n=number(count))
    return words(count)


def share(value: float) -> str:
    """A share of 0 to 1 in per cent; what is above nothing is never said to be nothing, nor all what is below all."""
    percent = round(100 * value)
    if value > 0 and percent == 0:
        return _("under 1%")
    return _("{percent}%").format(percent=min(percent, 99) if value < 1 else 100)
