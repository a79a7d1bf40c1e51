"""The lines of a page that only say who, when and where: bylines, dates, the name of the outlet."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from functools import cache

from reader.dataclass import dataclass
from reader.importing.dates import ParsedDate, dated
from reader.importing.masthead_words import words_of
from reader.importing.names import byline, outlet, without_roles
from reader.importing.paragraphs import RawParagraph
from reader.lexicon import load
from reader.text.folding import folded
from reader.text.spans import Span

DEPTH = 24  # so many lines from the top a masthead may reach
_PAGE = re.compile(r"(?:page|p\.|pg\.|seite|pagina|página|стр\.)?\s?[A-Z]?\d{1,3}", re.IGNORECASE)
# The address that somebody kept with what was copied, alone on its line: "URL: https://…".
_ADDRESS = re.compile(r"(?:[^\W\d_]{3,12}:\s{0,3})?<?(https?://[^\s<>]{4,1000})>?")
_HANDLE = re.compile(r"@\w{2,30}|\S{1,60}@[\w.-]{4,60}")
_SEPARATORS = (" | ", " • ", " · ", " — ", " – ", " / ")


@dataclass(slots=True)
class MastheadLines:
    """The lines of the top that only say who, when and where."""

    byline: str = ""
    outlet: str = ""
    published: str = ""
    updated: str = ""
    url: str = ""
    places: set[int] = field(default_factory=set)


def read_masthead_lines(paragraphs: Sequence[RawParagraph], furniture: Mapping[int, Span]) -> MastheadLines:
    """What the lines at the top say, and those below the last paragraph; the first to say something is believed."""
    marks = _at_the_top(paragraphs)
    _below(paragraphs, furniture, marks)
    return marks


def _at_the_top(paragraphs: Sequence[RawParagraph]) -> MastheadLines:
    """The date, byline and outlet lines near the top; none after the second paragraph."""
    marks = MastheadLines()
    of_prose = 0
    for n, paragraph in enumerate(paragraphs[:DEPTH]):
        of_prose += paragraph.prose
        if of_prose > 1:
            break
        if address := _ADDRESS.fullmatch(paragraph.text):
            marks.url = marks.url or address[1]
            marks.places.add(n)
        elif paragraph.short and not paragraph.prose and _read_line(paragraph.text, marks, n):
            marks.places.add(n)
    _lone_name(paragraphs, marks)
    return marks


def _lone_name(paragraphs: Sequence[RawParagraph], marks: MastheadLines) -> None:
    """A name of two or three words beside a date line, below the headline, is a byline without its "By"."""
    for n in sorted(marks.places):
        for place in (n - 1, n + 1):
            unread = [k for k in range(place) if k not in marks.places]
            if marks.byline or not 0 < place < len(paragraphs) or place in marks.places or not unread:
                continue
            if name := _person_in(paragraphs[place].text):
                marks.byline = name
                marks.places.add(place)


def _person_in(line: str) -> str:
    """The person whom a line names, with a place or an office after the name at most; empty for other lines."""
    first, *others = _parts(line)
    if others and not all(_may_be_place(other) for other in others):
        return ""
    if _is_person(first):
        return first
    name = without_roles(first)
    return name if name != first and _is_person(name) else ""


def _is_place_and_date(part: str, found: ParsedDate) -> bool:
    """Whether nothing but a place stands before a date, and a sign between them: "Port Vela - 05 MAR 2031"."""
    before = re.split(r"\d", part, maxsplit=1)[0].rstrip()
    told = bool(found.iso) and before.endswith(("-", "–", "—", ",", "|", "•", "·", "/"))
    return told and _may_be_place(before.rstrip(" -–—,|•·/"))


def _is_person(line: str) -> bool:
    """ "Ana Petrel", "Ana Petrel in Lysander", "Ana Petrel and Tom Reed"."""
    said = line.split()
    names = [word for word in said if word not in ("in", "and")]
    capitals = all(word[0].isupper() and word.replace("-", "").strip(".").isalpha() for word in names)
    return capitals and 2 <= len(names) <= (3 if len(names) == len(said) else 5)


def _below(paragraphs: Sequence[RawParagraph], furniture: Mapping[int, Span], marks: MastheadLines) -> None:
    """Dates and bylines after the last paragraph are read as well."""
    last = max(
        (n for n, paragraph in enumerate(paragraphs) if paragraph.prose and n not in furniture), default=len(paragraphs)
    )
    for n in range(last + 1, len(paragraphs)):
        if n in marks.places or not paragraphs[n].short:
            continue
        if n in furniture:
            _note_publication(paragraphs[n].text, marks)
        elif _read_line(paragraphs[n].text, marks, n):
            marks.places.add(n)


def _note_publication(line: str, marks: MastheadLines) -> None:
    """The date of a line that is furniture already, where it says "published": others belong to other articles."""
    found = dated(line)
    if found and words_of("dates", "published").intersection(map(folded, found.rest)):
        marks.published = marks.published or found.iso


def _read_line(line: str, marks: MastheadLines, place: int) -> bool:
    """Whether a line, whole or in its parts, only says who, when or where."""
    if _HANDLE.fullmatch(line) or _read(line, marks, place):
        return True
    parts = _parts(line)
    unread = [part for part in parts if not _PAGE.fullmatch(part) and not _read(part, marks, place)]
    dated_too = any(dated(part) for part in parts if part not in unread)
    if (
        dated_too and len(parts) > 2 and unread == parts[:1] and _is_person(parts[0])
    ):  # "Ana Petrel | The Courier | May 3"
        marks.byline = marks.byline or parts[0]
        return True
    return not unread or (dated_too and all(_may_be_place(part) for part in unread))  # "Moscow | Updated: ..."


def _may_be_place(part: str) -> bool:
    said = part.split()
    return len(said) <= 3 and all(word[0].isupper() and word.strip(".,").isalpha() for word in said)


def _parts(line: str) -> list[str]:
    parts = [line]
    for sign in _SEPARATORS:
        parts = [piece for part in parts for piece in part.split(sign)]
    return [part.strip() for part in parts if part.strip()]


def _read(part: str, marks: MastheadLines, place: int) -> bool:
    """Whether a part of a line only says who, when or where; what it says is noted."""
    if found := dated(part):
        alone = len(_parts(part)) == 1
        if alone and (name := _byline_beside(found.rest)):  # "By Ana Petrel March 6, 2031"
            marks.byline = marks.byline or name
        elif place < 8 and alone and (name := _outlet_beside(found.rest)):  # "The Courier Wednesday, 6 March 2031"
            marks.outlet = marks.outlet or name
        elif not (_only_date(found.rest) or (place > 0 and _is_place_and_date(part, found))) or (
            part[-1] == "." and not part.endswith(("a.m.", "p.m.", " г.", " r."))
        ):
            return False
        _note_dates(part, found, marks)
        return True
    if name := byline(part):
        marks.byline = marks.byline or name
        return True
    if place < 8 and (name := outlet(part.strip("—–- "))):  # a name further down is somebody else's
        marks.outlet = marks.outlet or name
        return True
    return False


def _byline_beside(rest: Sequence[str]) -> str:
    """Who is named before a date, without the words that go with the date."""
    known = words_of("dates", "beside") | words_of("dates", "weekdays") | words_of("dates", "published")
    first, *others = rest or ("",)
    return byline(" ".join([first, *(word for word in others if folded(word) not in known)])) if others else ""


def _outlet_beside(rest: Sequence[str]) -> str:
    """The outlet that the words beside a date name, where they name nothing else."""
    words = [word for word in rest if folded(word) not in words_of("dates", "weekdays") and not word[0].isdigit()]
    return outlet(" ".join(words)) if len(words) > 1 else ""


def _note_dates(part: str, found: ParsedDate, marks: MastheadLines) -> None:
    """The day of a line, or both of "Published on May 3, 2031, updated on May 4, 2031"."""
    at = _update_in(part)
    if at < 0:
        marks.published = marks.published or found.iso
        return
    before, after = dated(part[:at]), dated(part[at:])
    if before is not None:  # the whole line tells the order of day and month, where a part of it does not
        marks.published = marks.published or before.iso or found.iso
    if after is not None:
        marks.updated = marks.updated or after.iso


def _update_in(part: str) -> int:
    """Where a line begins to tell of an update; -1 where it does not."""
    found = _updates().search(part)
    return found.start() if found else -1


@cache
def _updates() -> re.Pattern[str]:
    said = sorted(load("mastheads")["dates"]["updated"], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, said))})\b", re.IGNORECASE)


def _only_date(rest: Iterable[str]) -> bool:
    agencies = load("boilerplate")["classes"]["agency"]
    known = words_of("dates", "beside") | words_of("dates", "weekdays")
    others = [word for word in rest if folded(word) not in known and folded(word) not in agencies]
    others = [word for word in others if not word[0].isdigit()]
    return len(others) <= 3 and all(word.isupper() for word in others)  # a place, an agency's letters
