"""The few words that stand under a headline: outlet, date and length, as this place writes them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from reader.i18n import _, ngettext

if TYPE_CHECKING:
    from reader.library import Row

SEPARATOR = " · "


def day(iso: str) -> str:
    """The day of an ISO 8601 date or date and time in words; as it stands where it is neither."""
    date = QDate.fromString(iso[:10], "yyyy-MM-dd")
    return QLocale().toString(date, "d MMM yyyy") if date.isValid() else iso


def detail(row: "Row", gone: bool = False) -> str:
    """Outlet, date and length of an article."""
    length = ngettext("{n} word", "{n} words", row.words).format(n=f"{row.words:,}")
    parts = (_("file gone") if gone else "", row.outlet, day(row.published), length)
    return SEPARATOR.join(part for part in parts if part)


def credit(outlet: str, published: str) -> str:
    """Outlet and date."""
    return SEPARATOR.join(part for part in (outlet, day(published)) if part)
