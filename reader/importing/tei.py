"""Texts that trafilatura wrote as XML, in its own form or in TEI, to articles."""

from typing import Any

from reader.article import Article
from reader.importing import refusals
from reader.importing.drafts import article_of
from reader.importing.options import ImportOptions
from reader.importing.records import draft_of
from reader.importing.web_page import paragraphs
from reader.importing.xml_part import local, parsed


def read(data: bytes, name: str, options: ImportOptions) -> Article:
    """The article in such a file."""
    from lxml import etree

    root = parsed(data, name, "XML", mend=True)
    said = _fields_of_tei(root) if local(root) == "TEI" else dict(root.attrib)
    body = next((one for one in root.iter() if local(one) in ("body", "main")), root)
    etree.cleanup_namespaces(body)
    for one in body.iter():
        if isinstance(one.tag, str):
            one.tag = local(one)
    draft = draft_of({**said, "articleBody": paragraphs(body)})
    if draft is None:
        raise refusals.without_text(name)
    return article_of(draft, options)


def _fields_of_tei(root: Any) -> dict[str, str]:
    """What the header of a TEI file says."""
    found: dict[str, str] = {}
    names = {"title": "title", "author": "author", "publisher": "publisher", "date": "date", "language": "language"}
    header = next((one for one in root.iter() if local(one) == "teiHeader"), root)
    for one in header.iter():
        name, said = local(one), " ".join("".join(one.itertext()).split())
        if name in names and said and (name != "publisher" or "trafilatura" not in said.lower()):
            found.setdefault(names[name], said)
        if name == "ptr" and one.get("type") == "URL" and one.get("target"):
            found.setdefault("url", one.get("target"))
        if name in ("idno", "note") and said.startswith("http"):
            found.setdefault("url", said)
    return found
