"""What is said of a query: how else a name is spelled, and what of it is sought as it stands."""

from reader import locales
from reader.i18n import _, ngettext
from reader.search.limits import FIELDS, PlainPart
from reader.text.shorten import shorten

_LONGEST = 40
"""Letters of a part that are repeated."""


def other_spelling(form: str, count: int) -> str:
    """A name of a query as other articles spell it."""
    words = "also spelled {name}: {count} article", "also spelled {name}: {count} articles"
    return ngettext(*words, count).format(name=form, count=locales.count(count))


def plain_part(part: PlainPart) -> str:
    """What of a query was looked for as words though it looks like a day or a field, and how one writes those."""
    if part.is_day:
        said = _("{part} names no day, and is looked for as words. Write date:2031, date:2031-05 or date:2031-05-03.")
    else:
        said = _("{part} begins with no field, and is looked for as words. There are: {fields}.")
    return said.format(part=f"“{shorten(part.text, _LONGEST)}”", fields=", ".join(FIELDS))
