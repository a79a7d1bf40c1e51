"""Exports of reference managers (RIS, Zotero's RDF) to articles: their fields, and an abstract that is told as such."""

import re
from collections.abc import Iterator
from typing import Any

from reader.article import Article
from reader.errors import ImportFailure
from reader.importing import refusals
from reader.importing.decoding import decoded
from reader.importing.drafts import article_of
from reader.importing.options import ImportOptions
from reader.importing.records import Record, draft_of, is_link, refusal
from reader.importing.xml_part import local, parsed

_TAG = re.compile(r"^([A-Z][A-Z0-9])  ?- ?(.*)$")
# The tags of RIS, by the names of fields.toml; the first that is there and holds something is believed.
_TAGS = {
    "headline": ("TI", "T1", "CT", "ST"), "byline": ("AU", "A1"), "outlet": ("T2", "JO", "JF", "BT", "J2", "PB"),
    "published": ("DA", "PY", "Y1"), "abstract": ("AB", "N2"), "url": ("UR", "L2"), "language": ("LA",),
    "page": ("SP",), "section": ("SE",), "text": ("TX",),
}  # fmt: skip


def read(data: bytes, name: str, options: ImportOptions) -> Iterator[Article | ImportFailure]:
    """An article for each reference that has an abstract or a text, and why the others are none."""
    records = list(_of_rdf(data, name) if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<") else _of_ris(data, name))
    drafts = [draft_of(one) for one in records]
    if not any(drafts):
        if records and all(map(is_link, records)):
            raise refusals.only_addresses(name, len(records))
        raise refusals.only_references(name, len(records))
    for number, (record, draft) in enumerate(zip(records, drafts, strict=True), 1):
        yield refusal(_shown(record), f"{name}/{number}") if draft is None else article_of(draft, options)


def _shown(record: Record) -> Record:
    return {key: value for key, value in record.items() if value}


def _of_ris(data: bytes, name: str) -> Iterator[Record]:
    """The records of RIS: from one TY to the next, whether or not an ER stands between them."""
    tags: dict[str, list[str]] = {}
    last = ""
    for line in decoded(data, name).split("\n"):
        found = _TAG.match(line.lstrip("\ufeff").rstrip())
        if found is None:
            if last and line.strip():  # a long abstract goes on
                tags[last][-1] = f"{tags[last][-1]} {line.strip()}"
            continue
        last = found[1]
        if last in ("TY", "ER") and tags:
            yield _record(tags)
            tags = {}
        if last != "ER":
            tags.setdefault(last, []).append(found[2].strip())
        else:
            last = ""
    if tags:
        yield _record(tags)


def _record(tags: dict[str, list[str]]) -> Record:
    """The fields of a record by their names."""
    found: dict[str, Any] = {}
    for field, names in _TAGS.items():
        values = next((tags[one] for one in names if any(tags.get(one, []))), [])
        found[field] = [_turned(one) for one in values] if field == "byline" else "\n\n".join(values)
    found["published"] = re.sub(r"/+$", "", found["published"]).replace("/", "-")
    return found


def _turned(name: str) -> str:
    family, comma, given = name.partition(",")
    return f"{given.strip()} {family.strip()}" if comma and given.strip() else name


def _of_rdf(data: bytes, name: str) -> Iterator[Record]:
    """The items of Zotero's RDF; its notes, attachments and collections are none."""
    root = parsed(data, name, "RDF", mend=True)
    kinds = ("attachment", "note")
    for item in root:
        kind = next((one.text or "" for one in item if local(one) == "itemType"), "")
        if local(item) in ("Memo", "Attachment", "Collection", "Journal", "Newspaper") or kind in kinds or not kind:
            continue
        inside = [one for part in item if local(part) == "isPartOf" for one in part.iter()]
        url = next((one for one in item.iter() if local(one) == "URI"), None)
        people = [one for one in item.iter() if local(one) == "Person"]
        yield {
            "headline": _child(item, "title"),
            "abstract": _child(item, "abstract"),
            "published": _child(item, "date"),
            "language": _child(item, "language"),
            "outlet": next((one.text for one in inside if local(one) == "title"), ""),
            "byline": [f"{_child(one, 'givenName')} {_child(one, 'surname')}".strip() for one in people],
            "url": "".join(url.itertext()).strip() if url is not None else item.get(_about(item), ""),
            "page": _child(item, "pages"),
            "section": _child(item, "section"),
        }


def _child(element: Any, name: str) -> str:
    return next((one.text or "" for one in element if local(one) == name), "")


def _about(item: Any) -> str:
    """The name of the attribute that says what an element is about."""
    return next((name for name in item.attrib if str(name).endswith("}about")), "")
