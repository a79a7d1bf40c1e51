"""Tables of articles (CSV, TSV) to articles, a row each: the columns are told by their names."""

import csv
import io
from collections.abc import Iterator, Sequence

from reader import locales
from reader.article import Article
from reader.errors import ImportFailure
from reader.i18n import _, quoted
from reader.importing import limits, refusals
from reader.importing.decoding import decoded
from reader.importing.drafts import article_of
from reader.importing.options import ImportOptions
from reader.importing.records import draft_of, has_text, is_link, names_field

_SIGNS = ("\t", ",", ";", "|")
_LOOKED_AT = 20  # rows by which the sign between columns is told
_NAME = 60  # characters of a column's name; a longer one is the first row of a table without names

Rows = Sequence[Sequence[str]]


def read(data: bytes, name: str, options: ImportOptions) -> Iterator[Article | ImportFailure]:
    """An article for each row with a text; a notice where the last one has no end."""
    text = decoded(data, name)
    yield from articles_of(_rows(text), name, options)
    if _open_cell(text, max(_SIGNS, key=text.partition("\n")[0].count)):
        yield refusals.cut_short(name)


def articles_of(rows: Rows, name: str, options: ImportOptions) -> Iterator[Article | ImportFailure]:
    """An article for each row below the names of the columns; `ImportFailure` where no column holds a text."""
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    head = [cell.strip().lstrip("\ufeff") for cell in rows[0]] if rows else []
    records = [_record(head, row) for row in rows[1:]]
    if not any(map(has_text, records)):
        raise _refusal(head, records, name)
    for number, record in enumerate(records, 2):
        draft = draft_of(record)
        if draft is None:
            message = _("Row {number} of {name} has no text.").format(number=locales.count(number), name=name)
            yield ImportFailure(message, _("Look whether the column of the article is filled."))
        else:
            yield article_of(draft, options)


def _record(head: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    """A row by the names of its columns; what stands beyond the last one belongs to it."""
    return {key: value for key, value in zip(head, row, strict=False) if key}


def _rows(text: str) -> Rows:
    """The cells, whatever sign parts them: the one by which most rows have as many as the first."""
    csv.field_size_limit(limits.ANSWER)
    first = text.split("\n", 1)[0].removeprefix("sep=")
    best, cells = 0, list[list[str]]()
    for sign in _SIGNS:
        if sign not in first:
            continue
        found = _cells(text, sign)
        same = sum(len(row) == len(found[0]) for row in found[:_LOOKED_AT]) * len(found[0]) if found else 0
        known = sum(bool(names_field(cell)) for cell in found[0]) if found else 0
        if same + 100 * known > best:
            best, cells = same + 100 * known, found
    return cells or [[line] for line in text.split("\n")]


def _cells(text: str, sign: str) -> list[list[str]]:
    """The rows; where a quotation mark that opens nothing would swallow the rest, marks are read as they stand."""
    if _open_cell(text, sign):
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=sign))
    for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
        try:
            found = list(csv.reader(io.StringIO(text, newline=""), delimiter=sign, quoting=quoting, strict=True))
        except csv.Error:
            continue
        if quoting == csv.QUOTE_NONE or len(found) > 1 or text.count("\n") < 2:
            return found
    return []


def _open_cell(text: str, sign: str) -> bool:
    """Whether the last cell was opened by a mark and never closed, and swallowed no row: the table was cut short."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
    whole, at = list[list[str]](), 0
    try:
        for row in rows:
            whole.append(row)
            at = rows.line_num
    except csv.Error:
        rest = list(io.StringIO(text, newline=""))[at:]
        cells = len(whole[0]) if whole else 0
        return cells > 1 and len(rest) > 0 and not any(line.count(sign) >= cells - 1 for line in rest[1:])
    return False


def _refusal(head: Sequence[str], records: Sequence[dict[str, str]], name: str) -> ImportFailure:
    """Why no row is an article: links alone, or columns that nobody knows."""
    if records and 2 * sum(map(is_link, records)) > len(records):
        return refusals.only_addresses(name, len(records))
    if not records or any(len(cell) > _NAME for cell in head):
        message = _("{name} is a table whose first row does not name its columns.").format(name=name)
        return ImportFailure(message, _("Add a first row with the names: title, outlet, author, date, url, text."))
    columns = ", ".join(quoted(cell) for cell in head[:30] if cell)  # the person chooses
    message = _("{name} is a table without a column that is known to hold texts. Its columns are: {columns}.")
    remedy = _("Call the one that holds the article “text”, and import it again.")
    return ImportFailure(message.format(name=name, columns=columns), remedy)
