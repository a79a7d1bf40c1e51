"""NewsML-G2 and NewsML 1.x, the envelopes that agencies send items in, to articles: one for each item of text."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from reader.article import Article
from reader.errors import ImportFailure
from reader.importing import refusals
from reader.importing.bylines import names_in
from reader.importing.drafts import Draft, article_of
from reader.importing.format_dispatch import member
from reader.importing.newswire import nitf
from reader.importing.newswire.status import beside, later, moment, notices_of
from reader.importing.options import ImportOptions
from reader.importing.page_metadata import best_outlet, outlet_name
from reader.importing.web_page import text_of
from reader.importing.xml_part import local, parsed
from reader.importing.xml_text import first, line, named, text_of_element


def read(data: bytes, name: str, options: ImportOptions) -> Iterator[Article | ImportFailure]:
    """The articles of the items that hold a text; pictures, sounds and lists of items hold none."""
    root = parsed(data, name, "NewsML", mend=True)
    drafts = [draft for one in named(root, "newsItem") if (draft := _draft(one))]
    drafts += [draft for one in named(root, "NewsItem") for draft in _older(one)]
    if not drafts:
        raise refusals.without_text(name)
    for number, draft in enumerate(drafts, 1):
        article = article_of(draft, options)
        yield member(article, str(number)) if len(drafts) > 1 else article


def _draft(item: Any) -> Draft | None:
    """An item of NewsML-G2, None where it has no text."""
    management, content = first(item, "itemMeta"), first(item, "contentMeta")
    inside = _inside(item)
    if inside is None or management is None:
        return None
    if content is None:
        content = management
    text, own = inside
    made = moment(line(first(content, "contentCreated"))) or moment(line(first(management, "firstCreated")))
    changed = moment(line(first(content, "contentModified"))) or moment(line(first(management, "versionCreated")))
    version = str(item.get("version") or "")
    headline, under = _headlines(content)
    under = beside(text, under)
    language = nitf.language_of_element(item) or _language(content)
    return replace(
        own,
        text="\n\n".join(filter(None, (under, text))),
        headline=headline or own.headline,
        standfirst=under or own.standfirst,
        byline=_byline(content) or own.byline,
        outlet=_provider(item, management, content) or own.outlet,
        published=made or changed or own.published,
        updated=later(changed, made) if made and version not in ("", "1") else "",
        language=language or own.language,
        dateline=nitf.place_of(line(first(content, "dateline"))) or own.dateline,
        url=_address(item),
        notices=_notices(item, management, version) or own.notices,
    )


def _inside(item: Any) -> tuple[str, Draft] | None:
    """The text of an item and what that says of itself: the first of its renditions that is a text."""
    for one in named(item, "inlineXML", "inlineData"):
        kind = str(one.get("contenttype") or "")
        if kind.startswith(("image/", "audio/", "video/")) or one.get("encoding"):
            continue
        inner = first(one, "nitf")
        own = nitf.draft_of(inner) if inner is not None else None
        if own is not None:
            return own.text, own
        text = text_of_element(one) if len(one) else plain(one.text or "", kind)
        if text.strip():
            return text, Draft(text)
    return None


def plain(said: str, kind: str = "") -> str:
    """Text that stands in one element: markup written as text, or paragraphs."""
    if "html" in kind or "<p" in said or "<P" in said:
        return text_of(said)
    lines = said.replace("\r\n", "\n").split("\n")
    return "\n".join(one.rstrip() for one in lines).strip("\n")


def _headlines(content: Any) -> tuple[str, str]:
    """The headline and the one under it."""
    main, under = "", ""
    for one in named(content, "headline"):
        role = str(one.get("role") or "").lower()
        if "sub" in role or "deck" in role or "lead" in role:
            under = under or line(one)
        elif not main:
            main = line(one)
    return main, under


def _byline(content: Any) -> str:
    if said := names_in(line(first(content, "by"))):
        return said
    names = []
    for creator in named(content, "creator", "contributor"):
        name = line(first(creator, "name"))
        if local(creator) == "creator" and len(name.split()) > 1:
            names.append(name)
    return names_in("; ".join(names))


def _provider(item: Any, management: Any, content: Any) -> str:
    """Who sends it, by a name rather than by an address or a code."""
    several = [*named(management, "provider"), *named(content, "infoSource"), *named(item, "copyrightHolder")]
    names = [line(first(one, "name")) for one in several]
    names += [str(one.get("literal") or "") for one in several]
    names += [str(one.get("qcode") or "").rpartition(":")[2] for one in several]
    return best_outlet(one for one in names if not one.isdigit())


def _language(content: Any) -> str:
    element = first(content, "language")
    tag = str(element.get("tag") or "").lower() if element is not None else ""
    return tag[:2] if tag[:2].isalpha() and tag[2:3] in ("", "-") else ""


def _address(item: Any) -> str:
    guid = str(item.get("guid") or "")
    return guid if guid.startswith(("http://", "https://")) and guid.isprintable() else ""


def _notices(item: Any, management: Any, version: str) -> tuple[Any, ...]:
    status = [str(one.get("qcode") or one.get("uri") or "") for one in named(management, "pubStatus", "signal")]
    notes = [line(one) for one in named(management, "edNote")]
    until = moment(line(first(management, "embargoed")))
    return notices_of([one.replace("/", ":") for one in status], notes, until, version)


def _older(item: Any) -> Iterator[Draft]:
    """The texts of an item of NewsML 1.x: each component that has a headline of its own and a text."""
    components = [one for one in named(item, "NewsComponent") if _has_own_lines(one)]
    told = [one for one in components if not any(other in components for other in _above(one))] or [item]
    for one in told:
        inner = [part for part in named(one, "NewsComponent") if part is not one and _has_own_lines(part)]
        stories = [part for part in inner if _content(part)]
        for part in stories if len(stories) > 1 else [one]:
            if draft := _component(part, item):
                yield draft


def _has_own_lines(component: Any) -> bool:
    return any(local(one) == "NewsLines" and first(one, "HeadLine") is not None for one in component)


def _above(element: Any) -> Iterator[Any]:
    parent = element.getparent()
    while parent is not None:
        yield parent
        parent = parent.getparent()


def _content(component: Any) -> tuple[str, Draft] | None:
    """The first text of a component: a NITF document, paragraphs of a page, or lines."""
    for one in named(component, "ContentItem"):
        kind = first(one, "MediaType")
        if kind is not None and str(kind.get("FormalName") or "Text").lower() not in ("text", "complexdata"):
            continue
        data = first(one, "DataContent")
        if data is None:
            continue
        inner = first(data, "nitf")
        own = nitf.draft_of(inner if inner is not None else data)
        if own is not None:
            return own.text, own
        text = text_of_element(data) if len(data) else plain(data.text or "")
        if text.strip():
            return text, Draft(text)
    return None


def _component(component: Any, item: Any) -> Draft | None:
    inside = _content(component)
    if inside is None:
        return None
    text, own = inside
    management = first(item, "NewsManagement")
    made = moment(line(first(item, "FirstCreated"))) or moment(line(first(item, "DateId")))
    changed = moment(line(first(item, "ThisRevisionCreated")))
    version = line(first(item, "RevisionId"))
    under = line(first(component, "SubHeadLine"))
    under = under if under and under not in text[:2000] else ""
    return replace(
        own,
        text="\n\n".join(filter(None, (under, text))),
        headline=line(first(component, "HeadLine")) or own.headline,
        standfirst=under or own.standfirst,
        byline=names_in(line(first(component, "ByLine"))) or own.byline,
        outlet=_party(item) or own.outlet,
        published=made or changed or own.published,
        updated=later(changed, made) if made and version not in ("", "1") else "",
        language=_formal(component, "Language")[:2].lower() or _formal(item, "Language")[:2].lower() or own.language,
        dateline=nitf.place_of(line(first(component, "DateLine"))) or own.dateline,
        notices=_older_notices(item, management, version) or own.notices,
    )


def _party(item: Any) -> str:
    for holder in ("Provider", "Source", "Creator"):
        element = first(item, holder)
        if element is not None and (found := outlet_name(_formal(element, "Party"))):
            return found
    return outlet_name(line(first(item, "CreditLine")))


def _formal(element: Any, name: str) -> str:
    found = first(element, name)
    return str(found.get("FormalName") or "") if found is not None else ""


def _older_notices(item: Any, management: Any, version: str) -> tuple[Any, ...]:
    if management is None:
        return ()
    status = [_formal(management, "Status"), *(str(one.get("FormalName") or "") for one in named(item, "Instruction"))]
    change = first(management, "StatusWillChange")
    held = status[0].lower() in ("embargoed", "withheld") and change is not None
    until = moment(line(first(change, "DateAndTime"))) if held else ""
    notes = [line(one) for one in named(item, "EdNote", "InternalNote", "Comment")]
    return notices_of(status if not until else [], notes, until, version)
