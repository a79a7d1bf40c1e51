"""An article in few words: what it is called where there is little room, and the line that stands under a headline."""

from datetime import date, datetime
from pathlib import PurePath
from typing import TYPE_CHECKING

from reader import wording  # its parts are loaded when they are asked
from reader.article import Article
from reader.i18n import _
from reader.locales import day, day_of_year
from reader.text.direction import isolated
from reader.text.shorten import on_one_line

if TYPE_CHECKING:
    from reader.library import Row

SEPARATOR = " · "
LONGEST = 32


def short_name(article: Article) -> str:
    """The outlet; else the name of its file, the beginning of its headline, or its id; it may stand in a sentence."""
    return isolated(on_one_line(article.name, LONGEST))


def account_letter(at: int) -> str:
    """By which letter the account at a place goes, from 0, in panes and documents alike: A to Z, then AA."""
    return account_letter(at // 26 - 1) + chr(ord("A") + at % 26) if at >= 26 else chr(ord("A") + at)


def detail(row: "Row", gone: bool = False) -> str:
    """Outlet, date, length and tags of an article, and that there are more versions of it."""
    copies = _("{n} versions").format(n=row.versions) if row.versions > 1 else ""
    parts = (
        _("file gone") if gone else "",
        isolated(source(row)),
        day(row.published),
        copies,
        *_tags(row.tags),
        wording.length(row.words, row.language),
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


def date_and_byline(article: Article) -> str:
    """Date and byline, as far as they are known; the date first, because a narrow place cuts the end off."""
    return SEPARATOR.join(part for part in (day(article.published), " ".join(article.byline.split())) if part)


def dates(published: str, *, year: bool) -> tuple[str, ...]:
    """A date as it is shown, with the time of day where there is room for it; the longest first."""
    if not _is_date(published):
        return (published,) if published else ()
    dated = day(published) if year else day_of_year(published)
    time = published.partition("T")[2][:5]
    return (f"{dated}, {time}", dated) if time else (dated,)


def moment(told: str) -> str:
    """A date, and the time of day where it is known."""
    return " ".join(filter(None, (day(told), told.partition("T")[2][:5])))


def _is_date(told: str) -> bool:
    try:
        return bool(datetime.fromisoformat(told) if "T" in told else date.fromisoformat(told))
    except ValueError:
        return False
