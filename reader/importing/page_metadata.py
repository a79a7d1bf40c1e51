"""What a page says of date, author and outlet to machines: meta elements and JSON-LD, with times and zones kept."""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from html import unescape
from typing import Any

from reader.importing.bylines import names_in
from reader.importing.dates import dated, plausible

_PUBLISHED = ("article:published_time", "og:published_time", "datepublished", "date.published", "dc.date.issued",
              "parsely-pub-date", "sailthru.date", "pubdate", "dcterms.created", "dcterms.issued", "dc.date",
              "citation_publication_date", "citation_date", "publish-date", "publication_date", "article.published",
              "date", "og:article:published_time", "cxenseparse:recs:publishtime")  # fmt: skip
_UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "date.modified", "dcterms.modified", "lastmod",
            "last-modified", "parsely-updated-date")  # fmt: skip
_END = re.compile(r"</(?:p|div|h[1-6]|li|blockquote)>|<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"<[a-zA-Z/!][^<>]{0,2000}>")
_AUTHORS = ("author", "byl", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator",
            "citation_author", "og:article:author", "cxenseparse:author")  # fmt: skip
_SUMMARIES = ("description", "og:description", "twitter:description", "dc.description")
_BYLINES = frozenset(["byline", "by-line", "author", "author-name", "article-author", "byline-name", "auteur", "autor"])
_LONGEST_BYLINE = 160
_OUTLETS = ("og:site_name", "application-name", "cre", "dc.publisher", "dcterms.publisher", "citation_journal_title")
_ARTICLE = re.compile(r"Article|Report|Posting|News|Review|LiveBlog")
_MONTH = re.compile(r"(?:1[6-9]|2[01])\d\d-(?:0[1-9]|1[0-2])")
_STAMP = re.compile(r"\d{10}(?:\d{3})?")
_NAME_OF_HOST = re.compile(r"(?:https?:)?//|^www\.|@", re.IGNORECASE)
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+/?")
_COPYRIGHT = re.compile(
    r"^\W*(?:(?:©|\(c\)|copyright\b|&copy;)\s*)+(?:\d{4}(?:\s?[-–]\s?\d{4})?)?[\s,.:-]*(?:by\s)?"
    r"|[\s,.]*all rights reserved\W*$",
    re.IGNORECASE,
)
_LARGEST = 500_000
# What browsers write at the top of a page that they save, where the page itself does not say.
_SAVED_FROM = re.compile(
    r"saved from url=\(\d{1,6}\)(https?://[^\s<>\"]{1,2000})|SingleFile\s{1,9}url:\s{0,9}(https?://[^\s<>\"]{1,2000})"
)


def published_of(tree: Any) -> str:
    """When the page says it was published, as ISO 8601, no finer than it says; empty where nothing it says is sure."""
    said = _metas(tree)
    dates: list[object] = [said.get(name, "") for name in _PUBLISHED]
    dates += [one.get("datePublished") for one in _linked(tree)]
    told = list(filter(None, map(iso, dates)))
    if told:  # the same with the time of day, or its zone, where another field has it
        return max((one for one in told if one.startswith(told[0])), key=len)
    for element in tree.iter("time", "abbr", "span", "div", "p"):
        if element.get("pubdate") is not None or "datePublished" in (element.get("itemprop") or ""):
            said_ = (element.get("datetime") or element.get("content") or element.get("title") or "").strip()
            if found := iso(said_):
                return found
    return ""


def timed(tree: Any, day: str) -> str:
    """A day that was found on a page with the time of day that one of its elements has for it."""
    if not (day := plausible(day)):
        return ""
    moments = (iso(element.get("datetime")) for element in tree.iter("time"))
    return next((moment for moment in moments if moment.startswith(f"{day}T")), day)


def byline_of(tree: Any, outlet: str) -> str:
    """Who the page says wrote it; empty where it names nobody but itself."""
    for one in _linked(tree):
        if found := names_in("; ".join(_names(one.get("author") or one.get("creator"))), outlet):
            return found
    said = _metas(tree)
    told = (names_in(said.get(name, ""), outlet) for name in _AUTHORS)
    return next(filter(None, told), "")


def shown_byline(tree: Any, outlet: str) -> str:
    """Who is named in what a page calls its byline or author; empty where that is no person."""
    body = tree.find("body")
    for element in body.iter() if body is not None else ():
        if not isinstance(element.tag, str) or not _is_byline(element):
            continue
        said = element.get("content") or " ".join(" ".join(element.itertext()).split())
        name = names_in(said, outlet) if len(said) < _LONGEST_BYLINE else ""
        words = name.split()
        if 2 <= len(words) <= 12 and words[0][0].isupper() and words[1][0].isupper():
            return name
    return ""


def _is_byline(element: Any) -> bool:
    if element.get("rel") == "author" or "author" in (element.get("itemprop") or "").split():
        return True
    return not _BYLINES.isdisjoint((element.get("class") or "").lower().replace("_", "-").split())


def _names(said: object) -> Iterator[str]:
    """The names of persons as JSON-LD has them: a string, an object, several of them."""
    for one in said if isinstance(said, list) else [said]:
        name = one.get("name") if isinstance(one, dict) else one
        name = name[0] if isinstance(name, list) and name else name
        if isinstance(name, str) and "Organization" not in _type(one):
            yield name


def _type(said: object) -> str:
    return str(said.get("@type") or "") if isinstance(said, dict) else ""


def summaries_of(tree: Any) -> tuple[str, ...]:
    """What the page says that it is about, each way once."""
    said = _metas(tree)
    told: list[object] = [said.get(name, "") for name in _SUMMARIES]
    told += [one.get("description") for one in _linked(tree) if _ARTICLE.search(_type(one))]
    return tuple(dict.fromkeys(unescape(one).rstrip(" .…") for one in told if isinstance(one, str) and one.strip()))


def updated_of(tree: Any) -> str:
    """When the page says that it was last changed; empty where it does not, or says what it says of its publication."""
    said = _metas(tree)
    dates = [iso(said.get(name, "")) for name in _UPDATED]
    dates += [iso(one.get("dateModified")) for one in _linked(tree)]
    found = next(filter(None, dates), "")
    return found if found and _moment(found) != _moment(published_of(tree)) else ""


def _moment(said: str) -> object:
    """A date and time with its zone as the moment that it is, anything else as it is written."""
    if "T" not in said:
        return said
    at = datetime.fromisoformat(said)
    return at.astimezone(UTC) if at.tzinfo else said


def saved_from(markup: str) -> str:
    """The address that a browser noted in a page when it saved it."""
    found = _SAVED_FROM.search(markup[:8192])
    return (found[1] or found[2]) if found else ""


def outlet_of(tree: Any) -> str:
    """The name of the outlet, as the page gives it for links and to search engines; never an address."""
    said = _metas(tree)
    names = [said.get("og:site_name", "")]
    for one in _linked(tree):
        publisher = one.get("publisher") or one.get("sourceOrganization")
        names += list(_publishers(publisher))
    names += [str(one.get("name") or "") for one in _linked(tree) if _type(one) in ("WebSite", "NewsMediaOrganization")]
    names += [said.get(name, "") for name in _OUTLETS[1:]]
    return best_outlet(names)


def best_outlet(names: Iterable[str]) -> str:
    """The first of these that is a name; one in the form of a host ("news.com.au") only where there is no other."""
    found = [name for one in names if (name := outlet_name(one))]
    return next((name for name in found if not _HOST.fullmatch(name)), next(iter(found), ""))


def outlet_name(said: str) -> str:
    """The name of an outlet in what stands for it: no address, no "© 2031 ... All rights reserved"."""
    whole = " ".join(said[:300].split())
    name = _COPYRIGHT.sub("", whole).strip(" ,|-–—")
    name = name.rstrip(".") if name != whole else name
    if not 1 < len(name) < 100 or _NAME_OF_HOST.search(name) or not any(c.isalpha() for c in name):
        return ""
    return name


def _publishers(said: object) -> Iterator[str]:
    for one in said if isinstance(said, list) else [said]:
        name = one.get("name") if isinstance(one, dict) else one
        if isinstance(name, str):
            yield name


def body_of(tree: Any) -> str:
    """The article as the page gives it to machines; of several, the longest."""
    bodies = (one.get("articleBody") for one in _linked(tree))
    body = max((body for body in bodies if isinstance(body, str)), key=len, default="")
    if "&lt;" in body or "&amp;" in body:
        body = unescape(body)
    return body if "<" not in body else _TAG.sub(" ", _END.sub("\n\n", body))


def iso(said: object) -> str:
    """A date, or date and time, in ISO 8601, to the minute and with its zone where it has one; else empty.

    A month stays a month. What programs write where they know no date (the year 1, the first of 1970) is none.
    """
    if not isinstance(said, str) or not 6 < len(said.strip()) <= 60:
        return ""
    said = said.strip()
    if _MONTH.fullmatch(said):
        return said
    if _STAMP.fullmatch(said) and not said.startswith(("19", "20")):
        return plausible(datetime.fromtimestamp(int(said[:10]), UTC).isoformat(timespec="minutes"))
    return plausible(_parsed(said))


def _parsed(said: str) -> str:
    try:
        at = datetime.fromisoformat(said)
    except ValueError:
        return _worded(said)
    return at.date().isoformat() if len(said) <= 10 else at.isoformat(timespec="minutes")


def _worded(said: str) -> str:
    """A date in words, as mail and some pages write it."""
    try:
        return parsedate_to_datetime(said).isoformat(timespec="minutes")
    except (ValueError, TypeError, OverflowError, IndexError):
        found = dated(said)
        return found.iso if found else ""


def _metas(tree: Any) -> dict[str, str]:
    """The meta elements by name, property or itemprop, in lower case; the first of each."""
    result: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = " ".join((element.get("content") or "").split())[:500]
        for attribute in ("property", "name", "itemprop"):
            if content and (key := element.get(attribute)):
                result.setdefault(key.strip().lower(), content)
    return result


def _linked(tree: Any) -> list[dict[str, Any]]:
    """The JSON-LD objects of a page, those about an article before others."""
    found = list(_objects(tree))
    return sorted(found, key=lambda one: not _ARTICLE.search(_type(one)))


def _objects(tree: Any) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects of a page, those within lists and graphs too."""
    for element in tree.iter("script"):
        if "ld+json" not in (element.get("type") or "") or not element.text or len(element.text) > _LARGEST:
            continue
        try:
            waiting = [json.loads(element.text)]
        except (ValueError, RecursionError):
            continue
        for _step in range(200):
            if not waiting:
                break
            one = waiting.pop(0)
            if isinstance(one, list):
                waiting += one[:50]
            elif isinstance(one, dict):
                yield one
                waiting += [one.get("@graph"), one.get("mainEntity")]
