"""What trafilatura makes of what a page says of itself, and of that no more than is asked for."""

import contextlib
from typing import Any

from reader.dataclass import dataclass
from reader.importing.extractor import extractor


@dataclass(frozen=True, slots=True)
class PageDescription:
    """Title, description, address, site, author and day of a page as the extractor finds them; "" where it does not."""

    title: str = ""
    description: str = ""
    url: str = ""
    site: str = ""
    author: str = ""
    day: str = ""


def described(tree: Any, *, site: bool, author: bool, day: bool) -> PageDescription:
    """The description of a page; its site, author and day only where nothing else tells them, for they take longest."""
    try:
        return _described(tree, site, author, day)
    except (TypeError, ValueError):  # as trafilatura takes them, of pages that no parser foresaw
        return PageDescription()


def _described(tree: Any, site: bool, author: bool, day: bool) -> PageDescription:
    """`trafilatura.metadata.extract_metadata` step by step: its categories and licence take as long as the rest."""
    steps = extractor().metadata
    found = steps.examine_meta(tree)
    if found.author and " " not in found.author:
        found.author = None
    if site or author or not found.title:  # nothing else is taken from there, and it takes longest of all
        with contextlib.suppress(Exception):  # whatever pages hold in the place of JSON
            found = steps.extract_meta_json(tree, found)
    found.title = found.title or steps.extract_title(tree)
    found.author = (found.author or steps.extract_author(tree)) if author else None
    found.url = found.url or steps.extract_url(tree)
    found.date = _day(tree, found.url) if day else None
    found.sitename = _site(found.sitename or steps.extract_sitename(tree), found.url) if site else None
    found.clean_and_trim()
    told = (found.title, found.description, found.url, found.sitename, found.author, found.date)
    return PageDescription(*(one or "" for one in told))


def _day(tree: Any, url: str | None) -> str | None:
    from htmldate import find_date

    found: str | None = find_date(tree, original_date=True, extensive_search=False, outputformat="%Y-%m-%d", url=url)
    return found


def _site(name: str | None, url: str | None) -> str | None:
    """A site's name as trafilatura writes it; its host where it has none."""
    if not name:
        host = extractor().metadata.META_URL.match(url) if url else None
        return host[1] if host else None
    name = name.lstrip("@")
    return name.title() if name and "." not in name and not name[0].isupper() else name
