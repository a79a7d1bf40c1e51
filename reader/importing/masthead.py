"""What the top of a page says about its article: headline, standfirst, byline, dateline, outlet and date."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from reader.importing.dates import dated
from reader.importing.forms import is_breadcrumb
from reader.importing.names import byline, dateline, outlet, outlet_in
from reader.importing.units import Unit
from reader.lexicon import load
from reader.text.folding import folded
from reader.text.spans import Span

_DEPTH = 12  # so many lines from the top a masthead may reach
_SEPARATORS = (" | ", " • ", " · ", " — ", " – ", " / ")


@dataclass(frozen=True, slots=True)
class Masthead:
    """What was found, empty where nothing was, and the lines that hold only such things."""

    headline: str = ""
    standfirst: str = ""
    byline: str = ""
    dateline: str = ""
    outlet: str = ""
    published: str = ""
    spans: tuple[Span, ...] = ()


@dataclass(slots=True)
class _Marks:
    """The lines of the top that only say who, when and where."""

    byline: str = ""
    outlet: str = ""
    published: str = ""
    updated: str = ""
    places: set[int] = field(default_factory=set)


def masthead(units: Sequence[Unit], furniture: Mapping[int, Span]) -> Masthead:
    """The masthead of a text whose furniture is known."""
    marks = _marks(units)
    _below(units, furniture, marks)
    open_ = [n for n in range(len(units)) if n not in marks.places and furniture.get(n) != units[n].span]
    body = next((n for n in open_ if units[n].prose and not _deep(n, marks, units)), len(units))
    title = next((n for n in open_ if n < min(body, _DEPTH) or (n == body and not units[n].prose)), None)
    result = Masthead(byline=marks.byline, outlet=marks.outlet, published=marks.published or marks.updated)
    spans = [units[n].span for n in sorted(marks.places)]
    if title is not None:
        headline, rest, named = _headline(units[title])
        repeated = _repeated(units, title, headline)
        between = [n for n in open_ if title < n < body and n not in repeated]
        last_mark = max((n for n in (*marks.places, *furniture) if n < body), default=0)
        result = replace(
            result,
            headline=headline,
            outlet=result.outlet or named,
            standfirst=_standfirst(units, between, last_mark, body),
        )
        spans += [rest] if len(rest) else []
        spans += [units[n].span for n in repeated]
    if body < len(units):
        result = replace(result, dateline=dateline(units[body].text) or _lone_dateline(units, open_, body))
    if not result.published and (found := dated(result.dateline)):
        result = replace(result, published=found.iso)
    if not result.outlet:
        result = replace(result, outlet=outlet_in(units[n].text for n in sorted(furniture)))
    return replace(result, spans=tuple(spans))


def _marks(units: Sequence[Unit]) -> _Marks:
    """The date, byline and outlet lines near the top; none after the second paragraph."""
    marks = _Marks()
    paragraphs = 0
    for n, unit in enumerate(units[:_DEPTH]):
        paragraphs += unit.prose
        if paragraphs > 1:
            break
        if unit.short and not unit.prose and _read_line(unit.text, marks, n):
            marks.places.add(n)
    _lone_name(units, marks)
    return marks


def _lone_name(units: Sequence[Unit], marks: _Marks) -> None:
    """A name of two or three words beside a date line, below the headline, is a byline without its "By"."""
    for n in sorted(marks.places):
        for place in (n - 1, n + 1):
            unread = [k for k in range(place) if k not in marks.places]
            if marks.byline or not 0 < place < len(units) or place in marks.places or not unread:
                continue
            said = units[place].text.split()
            if 2 <= len(said) <= 3 and all(
                word[0].isupper() and word.replace("-", "").strip(".").isalpha() for word in said
            ):
                marks.byline = units[place].text
                marks.places.add(place)


def _below(units: Sequence[Unit], furniture: Mapping[int, Span], marks: _Marks) -> None:
    """Dates and bylines after the last paragraph are read as well."""
    last = max((n for n, unit in enumerate(units) if unit.prose and n not in furniture), default=len(units))
    for n in range(last + 1, len(units)):
        if n in marks.places or not units[n].short:
            continue
        if n in furniture:
            _note_publication(units[n].text, marks)
        elif _read_line(units[n].text, marks, n):
            marks.places.add(n)


def _note_publication(line: str, marks: _Marks) -> None:
    """The date of a line that is furniture already, where it says "published": others belong to other articles."""
    found = dated(line)
    if found and {"published", "posted"}.intersection(map(folded, found.rest)):
        marks.published = marks.published or found.iso


def _read_line(line: str, marks: _Marks, place: int) -> bool:
    """Whether a line, whole or in its parts, only says who, when or where."""
    if _read(line, marks, place):
        return True
    parts = _parts(line)
    unread = [part for part in parts if not _read(part, marks, place)]
    dated_too = any(dated(part) for part in parts if part not in unread)
    return not unread or (dated_too and all(_may_be_place(part) for part in unread))  # "Moscow | Updated: ..."


def _may_be_place(part: str) -> bool:
    said = part.split()
    return len(said) <= 3 and all(word[0].isupper() and word.strip(".,").isalpha() for word in said)


def _parts(line: str) -> list[str]:
    parts = [line]
    for sign in _SEPARATORS:
        parts = [piece for part in parts for piece in part.split(sign)]
    return [part.strip() for part in parts if part.strip()]


def _read(part: str, marks: _Marks, place: int) -> bool:
    """Whether a part of a line only says who, when or where; what it says is noted."""
    if found := dated(part):
        if not _only_date(found.rest) or (part[-1] == "." and not part.endswith(".m.")):
            return False
        if not {"updated", "modified"}.isdisjoint(map(folded, found.rest[:3])):
            marks.updated = marks.updated or found.iso
        else:
            marks.published = marks.published or found.iso
        return True
    if name := byline(part):
        marks.byline = marks.byline or name
        return True
    if place < 8 and (name := outlet(part.strip("—–- "))):  # a name further down is somebody else's
        marks.outlet = marks.outlet or name
        return True
    return False


def _only_date(rest: Iterable[str]) -> bool:
    table: Mapping[str, Any] = load("mastheads")["dates"]
    agencies = load("boilerplate")["classes"]["agency"]
    others = [word for word in rest if folded(word) not in (*table["beside"], *table["weekdays"], *agencies)]
    others = [word for word in others if not word[0].isdigit()]
    return len(others) <= 3 and all(word.isupper() for word in others)  # a place, an agency's letters


def _deep(place: int, marks: _Marks, units: Sequence[Unit]) -> bool:
    """Whether a paragraph is a standfirst: date or byline follow it at once, or within two short lines."""
    after = [n for n in marks.places if place < n <= place + 3]
    return bool(after) and place > 0 and not any(units[n].prose for n in range(place + 1, min(after)))


def _headline(unit: Unit) -> tuple[str, Span, str]:
    """The headline, what hangs on to it (" | World", " - The Courier") and the outlet that this names."""
    sections = load("mastheads")["outlets"]["sections"]
    for sign in (" | ", " - ", " – ", " — "):
        head, _sign, tail = unit.text.rpartition(sign)
        name = outlet(tail.strip())
        if head and (folded(tail.strip()) in sections or name):
            return head.strip(), Span(unit.span.start + len(head), unit.span.end), name
    return unit.text, Span(unit.span.end, unit.span.end), ""


def _repeated(units: Sequence[Unit], title: int, headline: str) -> set[int]:
    """Later lines that say the headline again and nothing else."""
    if len(headline.split()) < 3:  # a word or two may well be a subheading
        return set()
    said = (headline, units[title].text)
    return {n for n, unit in enumerate(units) if n > title and not unit.ends and unit.text in said}


def _standfirst(units: Sequence[Unit], between: Sequence[int], last_mark: int, body: int) -> str:
    """The line between headline and body that sums up: it stands above dates and credits, or has no full stop."""
    for n in between:
        length = len(units[n].text.split())
        above = n < last_mark and 6 <= length <= 60  # longer is body, shorter is a label
        unstopped = not units[n].ends and 8 <= length <= 45 and body < len(units)
        if (above or unstopped) and not is_breadcrumb(units[n]):
            return units[n].text
    return ""


def _lone_dateline(units: Sequence[Unit], open_: Sequence[int], body: int) -> str:
    """A dateline on a line of its own above the first paragraph."""
    above = [units[n] for n in open_ if n == body - 1 and len(units[n].text) < 60]  # place, date, agency
    return dateline(above[0].text + " ") if above else ""
