"""Nexis Uni and its sisters: headline, outlet, date, rights, fields, "Body", text, fields, "End of Document"."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from reader.importing.archive_names import language_named
from reader.importing.exports.document import Document, Export, is_rights
from reader.importing.exports.labels import Field, field, marks
from reader.importing.exports.nexis import placed
from reader.importing.moments import moment
from reader.lexicon import load
from reader.text.folding import folded

_COUNT = re.compile(
    r"^\s*(?:Documents?|Dokumente?|Documentos?|Documenten) ?\((\d{1,6})\)\s*$", re.MULTILINE | re.IGNORECASE
)
_ENTRY = re.compile(r"^\s*1\.\s+(\S.{3,})$", re.MULTILINE)
_RUNNING = re.compile(r"^(?:Page|Seite|Página|Pagina) \d{1,4} (?:of|von|sur|de|van|di) \d{1,4}$", re.IGNORECASE)
_LONG = frozenset(["graphic", "correction", "standfirst", "other"])
_LONGEST = 12  # lines that a field below the text may have


@cache
def _end() -> re.Pattern[str]:
    words = "|".join(re.escape(one).replace(r"\ ", r"\s") for one in marks("nexis", "ends"))
    return re.compile(rf"^[ \t\xa0]*(?:{words})[ \t\xa0]*$", re.MULTILINE | re.IGNORECASE)


def is_export(text: str) -> bool:
    """Whether it has the line that ends each document, and fields besides."""
    return _end().search(text) is not None and any(field(one, "nexis") for one in text.split("\n"))


def export(text: str) -> Export:
    """The documents, each up to its last line; the list of the documents before the first is none."""
    pieces = _end().split(text)
    rest = pieces.pop()
    entry = _ENTRY.search(pieces[0]) if pieces else None
    documents = [
        _document(_lines(piece), entry[1] if entry and n == 0 else "", n == 0) for n, piece in enumerate(pieces)
    ]
    if any(_is_body(one) for one in _lines(rest)):  # cut short: the last has no end
        documents.append(_document(_lines(rest), "", first=False))
    count = _COUNT.search(text)
    return Export("Nexis Uni", tuple(filter(None, documents)), int(count[1]) if count else 0)


def _lines(piece: str) -> list[str]:
    several = (" ".join(one.split()) for one in piece.split("\n"))
    return [one for one in several if one and not _RUNNING.match(one)]


def _is_body(line: str) -> bool:
    said = field(line, "nexis")
    if said is not None:
        return said.role == "body" and not said.said
    return folded(line) in marks("nexis", "headings") and folded(line) not in ("notes", "classification", "links")


def _document(lines: Sequence[str], entry: str, first: bool) -> Document | None:
    """One document; `entry`: its headline in the list that goes before the `first`."""
    body = next((n for n, one in enumerate(lines) if _is_body(one)), None)
    date = _date(lines, body)
    if date is None and body is None:
        return None
    top = date if date is not None else _first_field(lines, body or 0)
    said = _fields(lines[top:body] if body is not None else lines[top : _last_field(lines, top)])
    start = body + 1 if body is not None else _last_field(lines, top)
    tail = _tail(lines, start)
    below = _below(lines[tail:])
    outlet = lines[top - 1] if top > 0 else ""
    section, page = placed(said.get("section") or below.get("section", ""))
    return Document(
        paragraphs=tuple(lines[start:tail]),
        headline=_headline(lines[: max(0, top - 1)], entry, first),
        standfirst=said.get("standfirst", ""),
        byline=said.get("byline") or below.get("byline", ""),
        dateline=said.get("dateline", ""),
        outlet=outlet,
        section=section,
        page=page,
        published=moment(lines[date]) if date is not None else "",
        updated=moment(below.get("corrected", "")),
        language=language_named(below.get("language", "") or said.get("language", "")),
        url=below.get("url", ""),
        correction=below.get("correction") or _corrected(lines[top:start]),
        graphic=below.get("graphic", ""),
        length=said.get("length") or below.get("length", ""),
    )


def _corrected(lines: Sequence[str]) -> str:
    return next((one for one in lines if folded(one).startswith(marks("nexis", "corrected"))), "")


def _date(lines: Sequence[str], body: int | None) -> int | None:
    """The line of the date: the last above the text that has one and no label, and is about nothing else."""
    last = body if body is not None else len(lines)
    for n in range(last - 1, -1, -1):
        one = lines[n]
        bare = len(one) < 90 and not is_rights(one) and field(one, "nexis") is None and not _is_sheet(one)
        if bare and moment(one) and len(re.sub(r"[\d\W_]+", " ", one).split()) <= 7:
            return n
    return None


def _is_sheet(line: str) -> bool:
    return folded(line).startswith(marks("nexis", "sheet"))


def _first_field(lines: Sequence[str], body: int) -> int:
    """Where no date is: the line of rights or of the first field that goes before the text."""
    n = body
    while n > 0 and (field(lines[n - 1], "nexis") or is_rights(lines[n - 1])):
        n -= 1
    return n


def _last_field(lines: Sequence[str], top: int) -> int:
    """Where no line says "Body": the line behind the fields that follow the date."""
    n = top + 1
    while n < len(lines) and (field(lines[n], "nexis") or is_rights(lines[n])):
        n += 1
    return n


def _fields(lines: Sequence[str]) -> dict[str, str]:
    """The fields between date and text; a line without a label goes on with the one above."""
    found: dict[str, str] = {}
    role = ""
    for one in lines:
        said = field(one, "nexis")
        if said:
            role = said.role
            found.setdefault(role, said.said)
        elif is_rights(one):
            role = ""
        elif role:
            found[role] = f"{found[role]} {one}".strip()
    return found


def _headline(above: Sequence[str], entry: str, first: bool) -> str:
    """What stands above the outlet: all of it, but in the first document the list of all goes before."""
    if not first:
        return " ".join(one for one in above if not _is_sheet(one))
    if not above:
        return ""
    start = folded(" ".join(entry.split()))[:40]
    for n in range(len(above) - 1, -1, -1):
        if start and folded(above[n])[:40] == start:
            return " ".join(above[n:])
    return above[-1]


def _heading(line: str) -> Field | None:
    """A field below the text: with a label, or under a heading of its own."""
    said = field(line, "nexis")
    if said is not None:
        return said
    low = folded(line)
    if low in marks("nexis", "headings"):
        roles: Mapping[str, list[str]] = load("exports")["nexis"]["roles"]
        return Field(next((role for role, forms in roles.items() if low in forms), "other"), "")
    return None


def _tail(lines: Sequence[str], start: int) -> int:
    """Where the fields below the text begin; nothing but fields and what belongs to them follows."""
    tail = n = len(lines)
    while n > start:
        above = next((k for k in range(n - 1, max(start, n - _LONGEST) - 1, -1) if _heading(lines[k])), None)
        if above is None:
            break
        said = _heading(lines[above])
        if said is None or (above < n - 1 and (said.said or said.role not in _LONG)):
            break
        tail = n = above
    return tail


def _below(lines: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    role = ""
    for one in lines:
        said = _heading(one)
        if said:
            role = said.role
            if not found.get(role):
                found[role] = said.said
        elif role:
            found[role] = f"{found.get(role, '')} {one}".strip()
    return found
