"""What a page says of its date and outlet to machines: meta elements and JSON-LD, with times and zones kept."""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from html import unescape
from typing import Any

_PUBLISHED = ("article:published_time", "og:published_time", "datepublished", "date.published", "dc.date.issued",
              "parsely-pub-date", "sailthru.date", "pubdate", "dcterms.created", "dc.date")  # fmt: skip
_UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "date.modified", "dcterms.modified", "lastmod",
            "last-modified", "parsely-updated-date")  # fmt: skip
_END = re.compile(r"</(?:p|div|h[1-6]|li|blockquote)>|<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"<[a-zA-Z/!][^<>]{0,2000}>")
_LARGEST = 500_000
# What browsers write at the top of a page that they save, where the page itself does not say.
_SAVED_FROM = re.compile(
    r"saved from url=\(\d{1,6}\)(https?://[^\s<>\"]{1,2000})|SingleFile\s{1,9}url:\s{0,9}(https?://[^\s<>\"]{1,2000})"
)


def published_of(tree: Any) -> str:
    """When the page says it was published, as ISO 8601; empty where it does not, or not in a form that is sure."""
    said = _metas(tree)
    for name in _PUBLISHED:
        if date := iso(said.get(name, "")):
            return date
    for one in _linked(tree):
        if date := iso(one.get("datePublished")):
            return date
    for element in tree.iter("time"):
        if element.get("pubdate") is not None or "datePublished" in (element.get("itemprop") or ""):
            return iso(element.get("datetime"))
    return ""


def updated_of(tree: Any) -> str:
    """When the page says that it was last changed; empty where it does not, or says what it says of its publication."""
    said = _metas(tree)
    dates = [iso(said.get(name, "")) for name in _UPDATED]
    dates += [iso(one.get("dateModified")) for one in _linked(tree)]
    found = next(filter(None, dates), "")
    return found if found != published_of(tree) else ""


def saved_from(markup: str) -> str:
    """The address that a browser noted in a page when it saved it."""
    found = _SAVED_FROM.search(markup[:8192])
    return (found[1] or found[2]) if found else ""


def outlet_of(tree: Any) -> str:
    """The name of the outlet, as the page gives it for links and to search engines."""
    if name := _metas(tree).get("og:site_name", ""):
        return name
    for one in _linked(tree):
        publisher = one.get("publisher")
        publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
        called = publisher.get("name") if isinstance(publisher, dict) else publisher
        if isinstance(called, str) and 0 < len(called) < 100 and not called.startswith("http"):
            return " ".join(called.split())
    return ""


def body_of(tree: Any) -> str:
    """The article as the page gives it to machines; of several, the longest."""
    bodies = (one.get("articleBody") for one in _linked(tree))
    body = max((body for body in bodies if isinstance(body, str)), key=len, default="")
    if "&lt;" in body or "&amp;" in body:
        body = unescape(body)
    return body if "<" not in body else _TAG.sub(" ", _END.sub("\n\n", body))


def iso(said: object) -> str:
    """A date, or date and time, in ISO 8601, to the minute and with its zone where it has one; else empty."""
    if not isinstance(said, str) or not 8 <= len(said.strip()) <= 40:
        return ""
    said = said.strip()
    try:
        at = datetime.fromisoformat(said)
    except ValueError:
        return ""
    if len(said) <= 10:
        return at.date().isoformat()
    return at.isoformat(timespec="minutes")


def _metas(tree: Any) -> dict[str, str]:
    """The meta elements by name, property or itemprop, in lower case; the first of each."""
    result: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = " ".join((element.get("content") or "").split())[:500]
        for attribute in ("property", "name", "itemprop"):
            if content and (key := element.get(attribute)):
                result.setdefault(key.strip().lower(), content)
    return result


def _linked(tree: Any) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects of a page that may be about an article, those within lists and graphs too."""
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
                waiting.append(one.get("@graph"))
