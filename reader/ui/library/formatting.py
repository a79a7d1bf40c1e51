"""The few words that stand under a headline: outlet, date and length, as this place writes them."""

from pathlib import PurePath
from typing import TYPE_CHECKING

from reader import wording
from reader.i18n import _
from reader.locales import day
from reader.text.direction import isolated

if TYPE_CHECKING:
    from reader.library import Row

SEPARATOR = " · "


def detail(row: "Row", gone: bool = False) -> str:
    """Outlet, date, length and tags of an article, and that there are more versions of it."""
    length = wording.length(row.words, row.language)
    copies = _("{n} versions").format(n=row.versions) if row.versions > 1 else ""
    parts = (
        _("file gone") if gone else "",
        isolated(source(row)),
        day(row.published),
        copies,
        *_tags(row.tags),
        length,
    )
    return SEPARATOR.join(part for part in parts if part)


def source(row: "Row") -> str:
    """Whose article it is, as the panes and documents call it (`Article.source`)."""
    return row.outlet or PurePath(row.path).stem


def _tags(tags: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(isolated(f"#{tag}") for tag in tags)


def credit(outlet: str, published: str) -> str:
    """Outlet and date."""
    return SEPARATOR.join(part for part in (isolated(outlet), day(published)) if part)
