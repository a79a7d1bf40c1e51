"""ninjs, the JSON of news agencies in its versions 1 to 3, to articles: one for each item of text."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from reader.article import Article
from reader.errors import ImportFailure
from reader.importing import json_lines, refusals
from reader.importing.bylines import names_in
from reader.importing.decoding import decoded
from reader.importing.drafts import Draft, article_of
from reader.importing.format_dispatch import member
from reader.importing.newswire.newsml import plain
from reader.importing.newswire.status import beside, later, moment, notices_of
from reader.importing.options import ImportOptions
from reader.importing.page_metadata import outlet_name
from reader.importing.web_page import text_of
from reader.notices import Notice

_ITEMS = 10_000
_OTHERS = ("picture", "graphic", "video", "audio", "animation", "event", "planning")


def read(data: bytes, name: str, options: ImportOptions) -> Iterator[Article | ImportFailure]:
    """The articles of the items that hold a text, those put into others too."""
    try:
        whole = json.loads(decoded(data, name))
    except (ValueError, RecursionError):
        yield from json_lines.read(data, name, options)  # an item a line
        return
    drafts = [draft for one in _items(whole) if (draft := draft_of(one))]
    if not drafts:
        raise refusals.without_text(name)
    for number, draft in enumerate(drafts, 1):
        article = article_of(draft, options)
        yield member(article, str(number)) if len(drafts) > 1 else article


def _items(whole: Any) -> Iterator[Mapping[str, Any]]:
    """Every object that is an item, in the order of the file; without recursion."""
    waiting, count = [whole], 0
    while waiting and count < _ITEMS:
        one = waiting.pop()
        count += 1
        if isinstance(one, list):
            waiting += reversed(one)
        elif isinstance(one, Mapping):
            if is_item(one):
                yield one
            inner = [one.get(key) for key in ("associations", "items", "_items", "item", "data", "results")]
            waiting += [found for part in reversed(inner) for found in _values(part)]


def _values(part: Any) -> list[Any]:
    if isinstance(part, Mapping) and not is_item(part):
        return [one for one in reversed(list(part.values())) if isinstance(one, Mapping | list)]
    return [part] if isinstance(part, Mapping | list) else []


def is_item(said: Mapping[str, Any]) -> bool:
    """Whether an object is an item of ninjs that may hold a text."""
    body = any(key in said for key in ("bodies", "body_html", "body_xhtml", "body_text", "body_nitf"))
    return body and str(said.get("type") or "text") not in _OTHERS


def draft_of(said: Mapping[str, Any]) -> Draft | None:
    """What an item says; None where it has no text."""
    text = _body(said)
    if not text.strip():
        return None
    made = _moment(said, "contentcreated", "contentCreated", "firstcreated", "firstCreated")
    changed = _moment(said, "contentmodified", "contentModified", "versioncreated", "versionCreated")
    version = str(said.get("version") or "")
    under = beside(text, _role(said.get("headlines"), "sub", "deck") or _string(said, "subheadline"))
    return Draft(
        "\n\n".join(filter(None, (under, text))),
        headline=_role(said.get("headlines"), "main", "") or _string(said, "headline") or _string(said, "title"),
        standfirst=under or _role(said.get("descriptions"), "", "summary") or _string(said, "description_text"),
        byline=names_in(_string(said, "by") or _string(said, "byline") or _named(said.get("authors"))),
        outlet=_source(said),
        published=made or changed,
        updated=later(changed, made) if made and version != "1" else "",
        language=_language(said),
        url=_address(said),
        dateline=_string(said, "dateline"),
        notices=_notices(said, version),
    )


def _language(said: Mapping[str, Any]) -> str:
    language = _string(said, "language").lower()
    return language[:2] if language[:2].isalpha() and language[2:3] in ("", "-", "_") else ""


def _address(said: Mapping[str, Any]) -> str:
    url = str(said.get("canonicalurl") or said.get("uri") or said.get("guid") or "")
    return url if url.startswith(("http://", "https://")) and url.isprintable() else ""


def _notices(said: Mapping[str, Any], version: str) -> tuple[Notice, ...]:
    return notices_of(
        [_string(said, "pubstatus") or _string(said, "pubStatus"), *_signals(said)],
        [_string(said, "ednote") or _string(said, "edNote")],
        _moment(said, "embargoed", "embargo", "embargoedUntil"),
        version,
    )


def _body(said: Mapping[str, Any]) -> str:
    """The body that keeps the paragraphs best."""
    bodies = said.get("bodies")
    if isinstance(bodies, list):
        several = [one for one in bodies if isinstance(one, Mapping) and isinstance(one.get("value"), str)]
        kinds = [str(one.get("contenttype") or one.get("contentType") or "") for one in several]
        ranked = sorted(range(len(several)), key=lambda n: ("html" not in kinds[n], several[n].get("role") != "main"))
        for n in ranked:
            text = plain(several[n]["value"], kinds[n])
            if text.strip():
                return text
    for key in ("body_html", "body_xhtml", "body_nitf"):
        if text := text_of(_string(said, key)) if _string(said, key) else "":
            return text
    return plain(str(said.get("body_text") or ""))


def _role(several: Any, *roles: str) -> str:
    """Of headlines or descriptions with roles, the first whose role has one of these in it; "" is any."""
    for one in several if isinstance(several, list) else []:
        if isinstance(one, Mapping) and isinstance(one.get("value"), str):
            said = str(one.get("role") or "").lower()
            if any(role in said if role else not said for role in roles):
                return " ".join(one["value"].split())
    return ""


def _source(said: Mapping[str, Any]) -> str:
    names = [_named(said.get(key)) for key in ("infosources", "infoSources")]
    names += [_string(said, key) for key in ("source", "provider", "copyrightholder", "copyrightHolder")]
    return next((found for one in names if (found := outlet_name(one))), "")


def _named(several: Any) -> str:
    """The names of persons or sources, each an object."""
    inside = [one.get("name") for one in several if isinstance(one, Mapping)] if isinstance(several, list) else []
    return "; ".join(one for one in inside if isinstance(one, str))


def _signals(said: Mapping[str, Any]) -> list[str]:
    signals = said.get("signals")
    codes = (
        [one.get("code") or one.get("name") for one in signals if isinstance(one, Mapping)]
        if isinstance(signals, list)
        else []
    )
    return [str(one) for one in codes if one] + [_string(said, "signal")]


def _moment(said: Mapping[str, Any], *keys: str) -> str:
    return next((found for key in keys if (found := moment(_string(said, key)))), "")


def _string(said: Mapping[str, Any], key: str) -> str:
    value = said.get(key)
    return value if isinstance(value, str) else ""
