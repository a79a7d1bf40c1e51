"""NITF, the markup that agencies write texts in, to articles."""

from collections.abc import Iterator
from typing import Any

from reader.article import Article
from reader.errors import ImportFailure
from reader.importing import refusals
from reader.importing.bylines import names_in
from reader.importing.drafts import Draft, article_of
from reader.importing.format_dispatch import member
from reader.importing.newswire.status import moment, notices_of
from reader.importing.options import ImportOptions
from reader.importing.xml_part import local, parsed
from reader.importing.xml_text import first, line, named, text_of_element, tight


def read(data: bytes, name: str, options: ImportOptions) -> Iterator[Article | ImportFailure]:
    """The article of each item: mostly one."""
    root = parsed(data, name, "NITF", mend=True)
    items = list(named(root, "nitf")) or [root]
    for number, item in enumerate(items, 1):
        draft = draft_of(item)
        if draft is None:
            yield refusals.without_text(f"{name}/{number}" if len(items) > 1 else name)
        else:
            article = article_of(draft, options)
            yield member(article, str(number)) if len(items) > 1 else article


def draft_of(item: Any) -> Draft | None:
    """What an item says; None where it has no text."""
    top, content = first(item, "body.head"), first(item, "body.content")
    text = text_of_element(content) if content is not None else ""
    headline, under = _headlines(top) if top is not None else ("", "")
    if not text.strip():
        return None
    headline = headline or line(first(item, "title"))
    above = [one for one in (under, _abstract(top)) if one and one not in (text[: len(one)], headline)]
    return Draft(
        "\n\n".join([*above[:1], text]),
        headline=headline,
        standfirst=next(iter(above), ""),
        byline=_byline(top, _outlet(item, top)),
        outlet=_outlet(item, top),
        published=_issued(item),
        language=language_of_element(item),
        dateline=_dateline(top),
        notices=notices_of(_status(item), _notes(item), _embargo(item), _version(item)),
    )


def _headlines(top: Any) -> tuple[str, str]:
    """The headline and what stands under it, where that is not the same again."""
    heads = [line(one) for one in named(top, "hl1", "hl2", "hl3") if line(one)]
    if not heads:
        return line(first(top, "hedline")), ""
    return heads[0], next((one for one in heads[1:] if one != heads[0]), "")


def _abstract(top: Any) -> str:
    found = line(first(top, "abstract")) if top is not None else ""
    return found if 20 < len(found) < 600 else ""


def _byline(top: Any, outlet: str) -> str:
    """Who wrote it, without what they are."""
    element = first(top, "byline") if top is not None else None
    if element is None:
        return ""
    persons = [tight(one) for one in named(element, "person", "virtloc") if tight(one)]
    said = ", ".join(persons) if persons else _without(element, "byttl")
    return names_in(said, outlet)


def _without(element: Any, name: str) -> str:
    """The text of an element without that of the elements of a name in it."""
    parts = [element.text or ""]
    for one in element:
        parts += [" " if local(one) == name else line(one), one.tail or ""]
    return " ".join("".join(parts).split())


def _dateline(top: Any) -> str:
    element = first(top, "dateline") if top is not None else None
    parts = [line(one) for one in element if line(one)] if element is not None and len(element) else []
    return place_of(", ".join(parts) or line(element))


def place_of(dateline: str) -> str:
    """A dateline, which begins with a place, without the dash at its end; empty for one that is a date alone."""
    dateline = dateline.rstrip(" -–—")
    return dateline if dateline[:1].isalpha() or dateline[:1] == "(" else ""


def _outlet(item: Any, top: Any) -> str:
    publication, holder = first(item, "pubdata"), first(item, "doc.copyright")
    named_ = publication.get("name") if publication is not None else ""
    said = line(first(top, "distributor")) if top is not None else ""
    return str(named_ or said or (holder.get("holder") if holder is not None else "") or "")


def _issued(item: Any) -> str:
    for name in ("date.issue", "story.date", "date.release"):
        element = first(item, name)
        if element is not None and (found := moment(element.get("norm"))):
            return found
    element = first(item, "pubdata")
    return moment(element.get("date.publication")) if element is not None else ""


def _embargo(item: Any) -> str:
    """When it may be published, where that is later than when it was issued."""
    release = first(item, "date.release")
    until = moment(release.get("norm")) if release is not None else ""
    return until if until > _issued(item) else ""


def _status(item: Any) -> list[str]:
    data = first(item, "docdata")
    return [str(data.get("management-status") or "")] if data is not None else []


def _notes(item: Any) -> list[str]:
    told = [str(one.get("info") or "") for one in named(item, "ed-msg")]
    top = first(item, "body.head")
    return told + ([line(one) for one in named(top, "note")] if top is not None else [])


def _version(item: Any) -> str:
    key = first(item, "du-key")
    return str(key.get("version") or "") if key is not None else ""


def language_of_element(element: Any) -> str:
    """The language that an element names itself."""
    said = str(element.get("{http://www.w3.org/XML/1998/namespace}lang") or element.get("lang") or "")
    code = said.lower().replace("_", "-").partition("-")[0]
    return code if len(code) == 2 and code.isalpha() and code.isascii() else ""
