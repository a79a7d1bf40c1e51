"""Spreadsheets (XLSX) of articles, a row each: the first sheet that has a column of texts; no formula is worked out."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from reader.article import Article
from reader.errors import ImportFailure
from reader.importing import table
from reader.importing.options import ImportOptions
from reader.importing.records import names_field
from reader.importing.xml_part import local, parsed
from reader.importing.zip_reader import ZipReader

_SHEETS = 20
_EPOCH = datetime(1899, 12, 30, tzinfo=UTC)  # the day before the first of the calendar that spreadsheets count in
_DAYS = (18_000, 80_000)  # 1949 to 2119: what in a column of dates is a count of days


def read(data: bytes, name: str, options: ImportOptions) -> Iterator[Article | ImportFailure]:
    """The articles of the first sheet that holds any; why it holds none where no sheet does."""
    archive = ZipReader(data, name, "XLSX")
    shared = _shared(archive, name)
    places = sorted(
        (one.filename for one in archive.members() if re.fullmatch(r"xl/worksheets/[^/]{1,80}\.xml", one.filename)),
        key=lambda place: (len(place), place),
    )
    why: ImportFailure | None = None
    for place in places[:_SHEETS]:
        rows = _dated(_rows(parsed(archive.read(place), name, "XLSX"), shared))
        try:
            found = list(table.articles_of(rows, name, options))
        except ImportFailure as failure:
            why = why or failure
            continue
        yield from found
        return
    if why is not None:
        raise why


def _shared(archive: ZipReader, name: str) -> list[str]:
    """The strings that cells refer to by number."""
    place = "xl/sharedStrings.xml"
    if place not in archive:
        return []
    root = parsed(archive.read(place), name, "XLSX")
    return ["".join(_texts(one)) for one in root if local(one) == "si"]


def _texts(element: Any) -> Iterator[str]:
    """What is written in a cell, without the reading aids of East Asian scripts."""
    for one in element.iter():
        parent = one.getparent()
        if local(one) == "t" and (parent is None or local(parent) != "rPh"):
            yield one.text or ""


def _rows(root: Any, shared: list[str]) -> list[list[str]]:
    rows = []
    for row in (one for one in root.iter() if local(one) == "row"):
        cells: dict[int, str] = {}
        for n, cell in enumerate(one for one in row if local(one) == "c"):
            cells[_column(cell.get("r") or "", n)] = _value(cell, shared)
        rows.append([cells.get(n, "") for n in range(max(cells, default=-1) + 1)])
    return rows


def _column(reference: str, place: int) -> int:
    """The number of the column of "AB12", from 0."""
    letters = re.match(r"[A-Z]{1,3}", reference)
    if letters is None:
        return place
    number = 0
    for letter in letters[0]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _value(cell: Any, shared: list[str]) -> str:
    if cell.get("t") == "inlineStr":
        return "".join(_texts(cell))
    said = next((one.text or "" for one in cell if local(one) == "v"), "")
    if cell.get("t") == "s":
        return shared[int(said)] if said.isdigit() and int(said) < len(shared) else ""
    return said


def _dated(rows: list[list[str]]) -> list[list[str]]:
    """Counts of days in a column of dates as dates."""
    if not rows:
        return rows
    columns = [n for n, cell in enumerate(rows[0]) if names_field(cell) in ("published", "updated")]
    for row in rows[1:]:
        for n in columns:
            if n < len(row) and re.fullmatch(r"\d{5}(?:\.\d{1,12})?", row[n]) and _DAYS[0] < float(row[n]) < _DAYS[1]:
                at = _EPOCH + timedelta(days=float(row[n]))
                row[n] = at.strftime("%Y-%m-%d" if at.hour == at.minute == 0 else "%Y-%m-%dT%H:%M")
    return rows
