"""IPTC 7901 and ANPA 1312 to articles: items as they ran over teleprinter lines, with heads of their own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import field

from reader.article import Article
from reader.dataclass import dataclass
from reader.errors import ImportFailure
from reader.importing import refusals
from reader.importing.bylines import names_in
from reader.importing.dates import plausible
from reader.importing.decoding import decode
from reader.importing.drafts import Draft, article_of
from reader.importing.format_dispatch import member
from reader.importing.masthead_words import months, zones
from reader.importing.newswire.status import embargo_in, is_killed, notices_of
from reader.importing.options import ImportOptions
from reader.lexicon import load
from reader.notices import Notice
from reader.text.folding import folded

# Controls of typesetting, in tables above all; those that part an item stay.
_BARE = bytes(byte if byte in (1, 2, 3, 9, 10, 13) or byte >= 32 else 32 for byte in range(256))
_SOH, _STX, _ETX = "\x01", "\x02", "\x03"
_CONTROLS = dict.fromkeys((*range(9), *range(11, 32), 127))
_SENT = re.compile(
    r"(?P<day>\d\d)(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)\s?(?P<zone>[A-Z]{0,4})\s+(?P<month>[^\W\d_]{3,9})\.?\s+(?P<year>\d\d(?:\d\d)?)"
)
_FILED = re.compile(
    r"(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d)\s+(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)(?P<zone>[A-Z]{0,4})"
)
_NEWEST = 69  # of the two digits of a year: 70 to 99 are those of the last century
_ITEMS = 10_000


@dataclass(slots=True)
class _Item:
    """What the head of an item says, and its body."""

    headline: str = ""
    byline: str = ""
    standfirst: str = ""
    outlet: str = ""
    version: str = ""
    killed: bool = False
    embargo: str = ""
    notes: list[str] = field(default_factory=list)
    body: str = ""
    sent: str = ""


def read(data: bytes, name: str, options: ImportOptions) -> Iterator[Article | ImportFailure]:
    """The article of each item of the file."""
    found = decode(data.translate(_BARE), name)
    items = [one for one in _transmissions(found.text) if one.strip("\x00\x04\x16\x7f \n")][:_ITEMS]
    for number, one in enumerate(items, 1):
        item = _anpa(one) if "\n^" in one or "\x02^" in one else _iptc(one)
        if not item.body.strip():
            yield refusals.without_text(f"{name}/{number}" if len(items) > 1 else name)
            continue
        article = article_of(_draft(item, found.notices), options)
        yield member(article, str(number)) if len(items) > 1 else article


def _transmissions(text: str) -> list[str]:
    """The file cut before each start of a header; what stands before the first is no item."""
    head, *rest = text.split(_SOH)
    return rest or [head]


def _draft(item: _Item, notices: tuple[Notice, ...]) -> Draft:
    status = ["killed"] if item.killed else []
    parts = [item.standfirst, item.body]
    return Draft(
        "\n\n".join(filter(None, parts)),
        headline=item.headline,
        standfirst=item.standfirst,
        byline=item.byline,
        outlet=item.outlet,
        published=item.sent,
        notices=(*notices_of(status, item.notes, item.embargo, item.version), *notices),
    )


def _iptc(text: str) -> _Item:
    """IPTC 7901: source, number, priority and count; slugs; headline up to a "="; paragraphs; the time it was sent."""
    header, _stx, rest = text.partition(_STX)
    content, _etx, end = rest.partition(_ETX)
    lines = [line.translate(_CONTROLS).strip() for line in content.split("\n")]
    last = next((n for n, line in enumerate(lines[:12]) if line.endswith("=")), -1)
    item = _Item(outlet=_source(header), sent=_when(_SENT.search(end) or _SENT.search(header)))
    if last < 0:  # no sign ends the head: the first line is the headline
        last = next((n for n, line in enumerate(lines) if line), 0)
    _head([line.rstrip("= ").strip() for line in lines[: last + 1] if line], item)
    item.body = _paragraphs(lines[last + 1 :])
    return item


def _head(lines: Sequence[str], item: _Item) -> None:
    """Which version an item is, its headline in one or two lines, and who wrote it."""
    headline: list[str] = []
    for line in lines:
        bare = line.strip("()* ")
        if is_killed(bare):
            item.killed = True
        elif until := embargo_in(bare):
            item.embargo = until
        elif not headline and folded(bare) in _slugs():
            item.version = bare
        elif folded(line).startswith(("by ", "by:", "von ", "par ", "por ", "di ")) and headline:
            item.byline = names_in(line, item.outlet).removeprefix("By ")
        else:
            headline.append(line)
    item.headline = " ".join(headline)


def _source(header: str) -> str:
    """The letters of the service before the number of the day, else those before the number of the item."""
    words = next((line.split() for line in header.split("\n") if line.strip()), [])
    if len(words) > 2 and words[-1].isdigit() and words[-2].replace("-", "").isalpha():
        return words[-2]
    found = re.match(r"[^\W\d_]{2,6}", words[0]) if words else None
    return found[0] if found else ""


def _paragraphs(lines: Sequence[str]) -> str:
    """Lines as wide as the teleprinter were, joined up to the next empty one; an indent opens a paragraph as well."""
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if not line:
            paragraphs.append([])
        else:
            paragraphs[-1].append(line)
    return "\n\n".join(" ".join(one) for one in paragraphs if one)


def _anpa(text: str) -> _Item:
    """ANPA 1312: a keyword line, then lines for headline, editors, byline; an indented line opens a paragraph."""
    _header, _stx, rest = text.partition(_STX)
    content, _etx, end = rest.partition(_ETX)
    lines = [line.translate(_CONTROLS).rstrip() for line in content.split("\n")]
    item = _Item(sent=_when(_FILED.search(end) or _FILED.search(content[-400:])))
    first = next((n for n, line in enumerate(lines) if line.strip() and not _is_head(line)), len(lines))
    _anpa_head([line.strip().lstrip("^").rstrip("<= ").strip() for line in lines[:first]], lines[:first], item)
    item.body = _typeset(_indented(lines[first:]))
    if not item.body:  # a list of headlines
        item.body = _typeset("\n\n".join(line.strip().strip("^<= ") for line in lines[1:first] if line.strip("^<= ")))
    return item


def _is_head(line: str) -> bool:
    return line.lstrip().startswith("^") or line.rstrip().endswith(("<", "="))


def _anpa_head(said: Sequence[str], lines: Sequence[str], item: _Item) -> None:
    for n, (line, raw) in enumerate(zip(said, lines, strict=True)):
        opening = folded(line.partition(":")[0])
        if not line or n == 0:
            slug = line.partition(",")[2].rpartition(",")[0].strip()
            item.version = slug if folded(slug) in _slugs() else ""
            item.killed |= any(is_killed(part) for part in line.split(","))
        elif is_killed(line):
            item.killed = True
        elif until := embargo_in(line):
            item.embargo = until
        elif opening in _editors() or any(opening.startswith(f"{word} ") for word in _editors()):
            item.notes.append(line)
        elif raw.rstrip().endswith("="):
            _signed(line, item)
        elif not item.headline:
            item.headline = _typeset(line)
        elif len(line.split()) > 8:
            item.standfirst = item.standfirst or _typeset(line)


def _signed(line: str, item: _Item) -> None:
    """A centred line: who wrote it, and below for whom."""
    if folded(line).startswith("by "):
        item.byline = names_in(line, item.outlet)
    elif item.byline or not item.outlet:
        name = re.sub(r"^(?:The\s)?", "", line)
        item.outlet = item.outlet or ("" if "writer" in folded(name) else line)


def _indented(lines: Sequence[str]) -> str:
    """Paragraphs that open with an indent or after an empty line; the line of filing at the end is none."""
    paragraphs: list[list[str]] = []
    gap = True
    for line in lines:
        bare = line.strip().strip("^<").strip()
        if bare and not _FILED.search(bare):
            if gap or line[:1].isspace() or not paragraphs:
                paragraphs.append([])
            paragraphs[-1].append(bare)
        gap = not bare
    return "\n\n".join(" ".join(one) for one in paragraphs)


def _typeset(text: str) -> str:
    """Quotation marks and dashes as they are printed, of the signs that teleprinters had."""
    text = text.replace("``", "“").replace("''", "”").replace(" _ ", " — ").replace("`", "‘")
    return re.sub(r"(?<=\w)'(?=\w)", "’", text)


def _when(found: re.Match[str] | None) -> str:
    if found is None:
        return ""
    month = int(found["month"]) if found["month"].isdigit() else months().get(folded(found["month"]), 0)
    year = int(found["year"]) + (0 if len(found["year"]) == 4 else 2000 if int(found["year"]) <= _NEWEST else 1900)
    if not 1 <= month <= 12 or not 1 <= int(found["day"]) <= 31:
        return ""
    minutes = zones().get(folded(found["zone"])) if found["zone"] else None
    zone = "" if minutes is None else f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
    return plausible(f"{year:04d}-{month:02d}-{found['day']}T{found['hour']}:{found['minute']}{zone}")


def _slugs() -> frozenset[str]:
    return frozenset(folded(word) for word in load("newswire")["slugs"]["versions"])


def _editors() -> frozenset[str]:
    return frozenset(folded(word) for word in load("newswire")["slugs"]["editors"])
