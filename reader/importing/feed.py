"""RSS and Atom files to articles, an entry each, with as much text as the feed gives; fields by their namespace."""

import re
from collections.abc import Iterator
from email.utils import parseaddr
from typing import Any

from reader import locales
from reader.article import Article
from reader.errors import ImportFailure, PartlyRead
from reader.i18n import _, ngettext
from reader.importing import refusals
from reader.importing.bylines import names_in
from reader.importing.drafts import Draft, article_of
from reader.importing.format_dispatch import member
from reader.importing.options import ImportOptions
from reader.importing.page_metadata import iso, outlet_name
from reader.importing.site_name import without_site
from reader.importing.web_page import text_of
from reader.importing.wordpress import Blog
from reader.importing.xml_part import local, parsed
from reader.importing.xml_text import text_of_element
from reader.notices import NoticeKind, notice

_ATOM = ("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#")
_CORE = ("", "http://purl.org/rss/1.0/", "http://backend.userland.com/rss2", *_ATOM)
_CONTENT = "http://purl.org/rss/1.0/modules/content/"
_DUBLIN = ("http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/")
_PAGE = "http://www.w3.org/1999/xhtml"
# The fuller text before the summary; those of pictures and podcasts are none of them.
_TEXTS = (
    ((_CONTENT,), "encoded"), (_ATOM, "content"), ((_PAGE,), "body"), (_CORE, "description"), (_ATOM, "summary"),
    (_DUBLIN, "description"),
)  # fmt: skip
_PUBLISHED = ((_CORE, "pubDate"), (_ATOM, "published"), (_ATOM, "issued"), (_DUBLIN, "date"), (_DUBLIN, "issued"),
              (_DUBLIN, "created"), (_ATOM, "updated"))  # fmt: skip
_UPDATED = ((_ATOM, "updated"), (_ATOM, "modified"), (_DUBLIN, "modified"))
_CUT = re.compile(r"(?:\[?(?:…|\.\.\.)\]?|\[&#8230;\])\s*(?:(?:Read|Continue)\b.{0,60})?$", re.IGNORECASE)


def read(data: bytes, name: str, options: ImportOptions) -> Iterator[Article | ImportFailure]:
    """The entries that hold a text; of a blog's own export the posts that it had published."""
    root = parsed(data, name, "RSS", mend=True)
    channel = next((one for one in root.iter() if local(one) == "channel"), root)
    outlet = outlet_name(_line(_text(_child(channel, (_CORE, "title")))))
    language = _language(channel)
    entries = [one for one in root.iter() if local(one) in ("item", "entry")]
    if not entries:
        raise refusals.without_text(name)
    blog = Blog(channel)
    for number, entry in enumerate(entries, 1):
        if not blog.is_published(entry):
            continue
        draft = _draft(entry, outlet, language, blog)
        yield (
            refusals.without_text(f"{name}/{number}")
            if draft is None
            else member(article_of(draft, options), str(number))
        )
    if blog.left_out:
        yield _unpublished(name, blog.left_out)


def _unpublished(name: str, count: int) -> PartlyRead:
    words = ngettext(
        "{n} entry of {name} is no published post and was left out.",
        "{n} entries of {name} are no published posts and were left out.",
        count,
    )
    return PartlyRead(
        words.format(n=locales.count(count), name=name), _("Publish them first, or copy them from the editor.")
    )


def _draft(entry: Any, outlet: str, language: str, blog: Blog) -> Draft | None:
    """What an entry says; None where it has neither text nor headline."""
    text = max((blog.text(one) or _text(one) for one in _children(entry, *_TEXTS)), key=len, default="")
    headline = _line(_text(_child(entry, (_CORE, "title"), (_DUBLIN, "title"))))
    if not text and not headline:
        return None
    source = _source(entry)
    url = _link(entry)
    published = _date(entry, *_PUBLISHED)
    updated = _date(entry, *_UPDATED) or blog.updated(entry)
    told = (notice(NoticeKind.CUT, n=0),) if text and _CUT.search(text) else ()
    return Draft(
        text or headline,
        headline=without_site(headline, source or outlet, url),
        byline=_authors(entry, blog, source or outlet),
        outlet=source or outlet,
        published=published or blog.published(entry),
        updated=updated if updated != published else "",
        language=_language(entry) or language,
        url=url,
        notices=told if text else (notice(NoticeKind.ABSTRACT),),
    )


def _children(entry: Any, *fields: tuple[tuple[str, ...], str]) -> Iterator[Any]:
    """The direct children of these names, in the order of `fields`."""
    for spaces, name in fields:
        yield from (one for one in entry if local(one) == name and _space(one) in spaces)


def _child(entry: Any, *fields: tuple[tuple[str, ...], str]) -> Any:
    return next(_children(entry, *fields), None)


def _space(element: Any) -> str:
    tag = element.tag
    return tag[1:].partition("}")[0] if isinstance(tag, str) and tag.startswith("{") else ""


def _text(element: Any) -> str:
    """What an element holds as paragraphs: elements of a page, markup written as text, or plain text."""
    if element is None:
        return ""
    return text_of_element(element) if len(element) else text_of(element.text or "")


def _source(entry: Any) -> str:
    """The outlet of an entry that a collection took from elsewhere, as those of Google News are."""
    element = _child(entry, (_CORE, "source"))
    if element is None:
        return ""
    return outlet_name(_line(_text(_child(element, (_CORE, "title"))) or (element.text or "")))


def _authors(entry: Any, blog: Blog, outlet: str) -> str:
    names: list[str] = []
    for one in _children(entry, (_DUBLIN, "creator"), (_CORE, "author"), (_DUBLIN, "contributor")):
        if local(one) == "contributor" and names:
            continue
        inner = next((part.text or "" for part in one if local(part) == "name"), "")
        said = blog.author(_line(inner or one.text or ""))
        names.append((parseaddr(said)[0] or _bracketed(said)) if "@" in said else said)
    return names_in("; ".join(dict.fromkeys(names)), outlet)


def _bracketed(said: str) -> str:
    """The name in "desk@courier.example (Ana Petrel)"."""
    found = re.search(r"\(([^()]{2,100})\)", said)
    return found[1] if found else ""


def _date(entry: Any, *fields: tuple[tuple[str, ...], str]) -> str:
    dates = (iso(_line(one.text or "")) for one in _children(entry, *fields))
    return next(filter(None, dates), "")


def _language(element: Any) -> str:
    said = element.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    said = said or next((one.text or "" for one in element if local(one) == "language"), "")
    code = said.strip().lower().replace("_", "-").partition("-")[0]
    return code if len(code) == 2 and code.isascii() and code.isalpha() else ""


def _link(entry: Any) -> str:
    for one in _children(entry, (_CORE, "link")):
        if one.get("rel", "alternate") == "alternate":
            said = (one.get("href") or one.text or "").strip()
            if said.startswith(("http://", "https://")) and said.isprintable():
                return str(said)
    return ""


def _line(said: str) -> str:
    return " ".join(said.split())[:500]
