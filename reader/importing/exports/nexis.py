"""Nexis as it was for thirty years: "3 of 17 DOCUMENTS", outlet, date, headline, fields in capitals, text, fields."""

import re
from collections.abc import Sequence
from dataclasses import field

from reader.dataclass import dataclass
from reader.importing.archive_names import language_named
from reader.importing.exports.blocks import Block, blocks, unwrapped, width_of
from reader.importing.exports.document import Document, Export, is_reserved, is_rights
from reader.importing.exports.labels import Field, is_long, marks
from reader.importing.exports.labels import field as field_of
from reader.importing.moments import moment
from reader.text.folding import folded

_START = re.compile(
    r"^[ \t\xa0]*(?:[A-Z][A-Z ]{2,20} - )?(\d{1,6}) (?:of|von|de|van|di|sur) (\d{1,6})"
    r" (?:DOCUMENTS?|DOKUMENTEN?|DOCUMENTOS?|DOCUMENTEN|DOCUMENTI)[ \t\xa0]*$"
    r"|^[ \t\xa0]{4,}Do[ck]ument[oe]? (\d{1,6}) (?:of|von|de|van|di|sur) (\d{1,6})[ \t\xa0]*$",
    re.MULTILINE,
)
_INDEX = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ -]{2,30}: .{2,80}\(\d\d%\)")  # "RESSOURCES: GRAIN (78%); ..."
_SHORT = 100  # characters of a line that may be an outlet, a date, an edition
_LATER = 14  # blocks that one field may have
_PAGE = re.compile(r"[;,]?\s*(?:Pg|Pag|Page|S|Seite|Blz|p|pág|pp)\.?\s?([A-Z]{0,3}\.?\d{1,4}[A-Z]?)\b", re.IGNORECASE)


def is_export(text: str) -> bool:
    """Whether it has the line that goes before each document."""
    return _START.search(text) is not None


def export(text: str) -> Export:
    """The documents, each from its line to the next one's; what goes before the first is a sheet of the request."""
    starts = list(_START.finditer(text))
    ends = [one.start() for one in starts[1:]] + [len(text)]
    documents = (document(text[one.end() : end]) for one, end in zip(starts, ends, strict=True))
    numbers = [int(one[1] or one[3]) for one in starts]
    totals = [int(one[2] or one[4]) for one in starts]
    whole = totals[0] if numbers[0] == 1 and set(totals) == {totals[0]} and _is_asked_for_all(text) else 0
    return Export("Nexis", tuple(one for one in documents if one is not None), whole)


def _is_asked_for_all(text: str) -> bool:
    """Whether the sheet asks for as many documents as the lines count: else a part of a longer list was chosen."""
    asked = re.search(r":\s*1-(\d{1,6})\s*$", text[:4000], re.MULTILINE)
    return asked is not None and f"of {asked[1]} " in text


@dataclass(slots=True)
class _Parts:
    """A document taken apart: unlabelled blocks above the text, the text, and the fields around it."""

    top: list[Block] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)

    def note(self, role: str, said: str) -> None:
        """What a field says; a second one of its kind is added where it is text."""
        if role in ("correction", "graphic") and self.fields.get(role):
            self.fields[role] = f"{self.fields[role]} {said}".strip()
        else:
            self.fields.setdefault(role, said)


def document(text: str) -> Document | None:
    """One document; None where nothing is in it but its number."""
    several = _without_rights(blocks(text))
    if not several:
        return None
    parts = _Parts()
    tail = _tail(several)
    _read_fields(several[tail:], parts)
    start, width = _read_top(several[:tail], parts), width_of(text)
    body = several[start:tail]
    if width and all(len(block.lines) == 1 for block in body):  # a word processor parted the lines
        body = [Block(tuple(block.lines[0] for block in body), False)]
    for block in body:
        parts.body += unwrapped(block, width)
    return _document(parts)


def _without_rights(several: Sequence[Block]) -> list[Block]:
    """The blocks without the lines on rights; what follows those at the end is no part of the document."""
    kept: list[Block] = []
    for n, block in enumerate(several):
        rights = next((k for k, one in enumerate(block.lines) if is_rights(one)), None)
        if rights is None:
            if not is_reserved(block.text):
                kept.append(block)
        elif n > 3 and rights == 0 and len(block.text) < 300:
            if not _fields_after(several[n + 1 :]):
                break
        else:
            rest = (*block.lines[:rights], *_after_rights(block.lines[rights:]))
            kept += [Block(rest, block.centred)] if rest else []
    return kept


def _after_rights(lines: Sequence[str]) -> Sequence[str]:
    """What stands in one block below the line of rights, which may go on over several: the outlet's name, the last."""
    rest = [one for one in lines[1:] if not is_reserved(one) and not folded(one).startswith(("reserved", "rights"))]
    return rest[-1:]


def _fields_after(several: Sequence[Block]) -> bool:
    return any(_labelled(one) for one in several)


def _labelled(block: Block) -> Field | None:
    """The field that a block opens; a label in capitals that the table lacks is one where it has index terms."""
    said = field_of(block.lines[0], "nexis", capitals=True)
    if said is None and _INDEX.match(block.text):
        return Field("other", block.text.partition(":")[2])
    return said


def _tail(several: Sequence[Block]) -> int:
    """Where the fields below the text begin: from there on there is nothing but fields and what belongs to them."""
    start = n = len(several)
    while n > 0:
        above = next((k for k in range(n - 1, max(-1, n - _LATER), -1) if _labelled(several[k])), None)
        if above is None:
            break
        said = _labelled(several[above])
        if said is None or said.role == "body" or (above < n - 1 and not _may_go_on(said, n - 1 - above)):
            break
        start = n = above
    return start


def _may_go_on(said: Field, blocks: int) -> bool:
    """Whether so many blocks without a label may belong to a field below the text."""
    return is_long(said.role) or (not said.said and blocks == 1)


def _read_fields(several: Sequence[Block], parts: _Parts) -> None:
    """The fields of consecutive blocks; a block without a label goes on with the one above."""
    role = ""
    for block in several:
        for n, line in enumerate(block.lines):
            said = field_of(line, "nexis", capitals=True) or (_labelled(block) if n == 0 else None)
            if said:
                role = said.role
                parts.note(role, said.said)
            elif role:
                parts.fields[role] = f"{parts.fields.get(role, '')} {line}".strip()


def _read_top(several: Sequence[Block], parts: _Parts) -> int:
    """What stands above the text: outlet, date, headline, fields; the number of the first block of the text."""
    n, headed = 0, False
    while n < len(several):
        block, said = several[n], _labelled(several[n])
        if said is None:
            if headed or _is_text(block, parts):
                break
            parts.top.append(block)
            n += 1
            continue
        n, headed = n + 1, headed or said.role not in ("other", "edition")
        if said.role == "body":
            if said.said:
                parts.body.append(" ".join([said.said, *block.lines[1:]]))
            break
        value = _of_block(block, parts)
        if not value and n < len(several) and not _labelled(several[n]):  # its words stand in the next block
            parts.fields[said.role] = several[n].text
            n += 1
    return n


def _of_block(block: Block, parts: _Parts) -> str:
    """The fields of one block; the value of its last."""
    before = dict(parts.fields)
    _read_fields([block], parts)
    said = _labelled(block)
    return parts.fields.get(said.role, "") if said and said.role not in before else "told before"


def _is_text(block: Block, parts: _Parts) -> bool:
    """Whether the text begins here although no field goes before it: a paragraph below the date."""
    dates = [one for one in parts.top if _date_in(one)]
    if not dates or block.centred or _date_in(block):
        return False
    prose = len(block.text) > 2 * _SHORT and block.text[-1:] in ".?!”\"'"
    headlines = [one for one in parts.top[1:] if one not in dates and not one.centred]
    return prose or bool(headlines and len(block.text) > _SHORT)


def _date_in(block: Block) -> str:
    """The date that a block at the top holds; a headline may name one too, but not in a line of its own."""
    for line in block.lines[:4]:
        if len(line) < _SHORT and (found := moment(line)):
            rest = re.sub(r"[\d\W_]+", " ", line)
            if len(rest.split()) <= 7:  # month, weekday, edition, zone
                return found
    return ""


def _document(parts: _Parts) -> Document:
    said = parts.fields
    published = next(filter(None, map(_date_in, parts.top)), "") or moment(said.get("published", ""))
    section, page = placed(said.get("section", ""))
    return Document(
        paragraphs=tuple(parts.body),
        headline=said.get("headline") or _headline(parts),
        standfirst=said.get("standfirst", ""),
        byline=said.get("byline") or _byline(parts),
        dateline=said.get("dateline", ""),
        outlet=_outlet(parts),
        section=section,
        page=page,
        published=published,
        updated=moment(said.get("corrected", "")),
        language=language_named(said.get("language", "")),
        url=said.get("url", ""),
        correction=said.get("correction") or said.get("corrected", "") or _corrected(parts.top),
        graphic=said.get("graphic", ""),
        length=said.get("length", ""),
    )


def placed(said: str) -> tuple[str, str]:
    """Section and page of "NEWS; Pg. 4"."""
    said = re.sub(r";\s*Version:\s?\d+$", "", said)
    found = _PAGE.search(said)
    if found is None:
        return said.strip(" ;,"), ""
    return (said[: found.start()] + said[found.end() :]).strip(" ;,"), found[1]


def _outlet(parts: _Parts) -> str:
    for block in parts.top:
        if not _date_in(block):
            return block.lines[0] if len(block.lines) > 2 else block.text
        return ""
    return ""


def _headlines(parts: _Parts) -> list[Block]:
    """The blocks that may be the headline: neither outlet nor date, set to the left, no edition, no other note."""
    several = [one for one in parts.top[1:] if not one.centred and not _is_note(one)]
    return [one for one in several if not _date_in(one) and not one.text.startswith(("http://", "https://"))]


def _headline(parts: _Parts) -> str:
    """The first block below the date that may be it; above the date where only a name stands below."""
    date = next((n for n, one in enumerate(parts.top) if _date_in(one)), len(parts.top))
    found = _headlines(parts)
    above = [one for one in found if parts.top.index(one) < date and not one.text.endswith(".")]
    below = [one for one in found if parts.top.index(one) > date]
    return (above or below or [Block((), False)])[0].text


def _byline(parts: _Parts) -> str:
    """A name without a label, below the headline."""
    rest = _headlines(parts)[1:]
    return rest[0].text if rest and len(rest[0].text.split()) <= 5 else ""


def _is_note(block: Block) -> bool:
    low = folded(block.text)
    edition = any(word in low for word in marks("nexis", "edition")) and len(low.split()) <= 6
    return edition or low.startswith(marks("nexis", "corrected")) or low.endswith(("dhtml", "words"))


def _corrected(top: Sequence[Block]) -> str:
    """The line that says that the article was corrected, where nothing says how."""
    lines = (line for block in top for line in block.lines)
    return next((line for line in lines if folded(line).startswith(marks("nexis", "corrected"))), "")
