"""Factiva by its lines: each document ends with its number; its fields have codes before them, or only an order."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from functools import cache

from reader.dataclass import dataclass
from reader.importing.archive_names import language_named, line, named
from reader.importing.exports.document import Document, Export, is_rights
from reader.importing.exports.labels import marks
from reader.importing.moments import moment
from reader.lexicon import load
from reader.text.folding import folded

_CODE = re.compile(r"([A-Z]{2,3})(?:$|\s*[|\t:\xa0]+\s*|\s+)(.*)", re.DOTALL)
_TIME = re.compile(r"(\d{1,2}):(\d\d)(?::\d\d)?(?:\s?(?:GMT|UTC))?$")
_SOURCE_CODE = re.compile(r"[A-Z][A-Z0-9]{1,9}$")
_RUNNING = re.compile(
    r"(?:page|seite|página|pagina) \d{1,5} (?:of|von|sur|de|di|van) \d{1,5}\b.*|.{0,30}(?:©|\(c\)) ?\d{4} factiva.*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[A-Za-z]{1,12}[A-Za-z0-9]{14,40}$")
_FEW = 4  # fields with letters before them: fewer are words of the text


@cache
def _end() -> re.Pattern[str]:
    words = "|".join(re.escape(one) for one in marks("factiva", "document"))
    return re.compile(
        rf"^[ \t\xa0|]*(?:AN[\s|]+)?(?:{words})\s+([A-Za-z]{{1,12}}[A-Za-z0-9]{{14,40}})[ \t\xa0|]*$",
        re.MULTILINE | re.IGNORECASE,
    )


def is_export(text: str) -> bool:
    """Whether a line is the number of a document, as "Document COURIER020240305ek350001" is."""
    return any(sum(c.isdigit() for c in found[1]) >= 8 for found in _end().finditer(text))


def export(text: str) -> Export:
    """The documents, each up to its number; the account of the search behind the last is none."""
    documents, start = [], 0
    for found in _end().finditer(text):
        if sum(c.isdigit() for c in found[1]) >= 8:
            lines = [one.strip() for one in text[start : found.start()].split("\n")]
            documents.append(document([one for one in lines if one and not _RUNNING.fullmatch(one)]))
            start = found.end()
    return Export("Factiva", tuple(documents))


def document(lines: Sequence[str]) -> Document:
    """One document from its lines."""
    coded = [said for one in lines if (said := _coded(one))]
    if len({code for code, _said in coded}) >= _FEW and {"HD", "TD", "LP"} & {code for code, _said in coded}:
        return of_fields(_fields(lines))
    return of_lines(lines)


@cache
def _roles() -> Mapping[str, str]:
    return {code: role for role, codes in load("exports")["factiva"]["codes"].items() for code in codes}


def _coded(said: str) -> tuple[str, str] | None:
    found = _CODE.fullmatch(said.strip())
    return (found[1], found[2].strip(" |\t\xa0")) if found and found[1] in _roles() else None


def _fields(lines: Sequence[str]) -> list[tuple[str, list[str]]]:
    """The fields in order, each with its lines; within the text only what comes after it in the order is a field."""
    fields: list[tuple[str, list[str]]] = []
    seen: set[str] = set()
    for one in lines:
        said = _coded(one)
        text = bool(fields) and _roles()[fields[-1][0]] in ("text", "graphic")
        if said and said[0] not in seen and not (text and _is_prose(one, *said)):
            seen.add(said[0])
            fields.append((said[0], [said[1]] if said[1] else []))
        elif fields:
            fields[-1][1].append(one.strip(" |\t"))
    return fields


def _is_prose(whole: str, code: str, said: str) -> bool:
    """Whether a line within the text begins with capitals that are no code: "IN the port, ..." """
    apart = whole.strip() == code or re.match(rf"{code}\s*[|\t:\xa0]", whole.strip()) is not None
    return not apart and " : " not in said and code not in ("TD", "AN", "PUB", "IPD")


def of_fields(fields: Iterable[tuple[str, Sequence[str]]]) -> Document:
    """A document of fields that are named by their codes."""
    said: dict[str, list[str]] = {}
    for code, lines in fields:
        said.setdefault(_roles().get(code, "other"), []).extend(filter(None, map(line, lines)))
    day, clock = moment(" ".join(said.get("published", []))), _clock(" ".join(said.get("time", [])))
    one = {role: " ".join(lines) for role, lines in said.items()}
    return Document(
        paragraphs=tuple(said.get("text", ())),
        headline=one.get("headline", ""),
        byline=one.get("byline", ""),
        dateline=one.get("dateline", ""),
        outlet=one.get("outlet", ""),
        section=one.get("section", ""),
        page=one.get("page", ""),
        published=f"{day}T{clock}" if clock and len(day) == 10 else day,
        language=language_named(one.get("language", "")),
        correction=one.get("correction", ""),
        graphic=one.get("graphic", ""),
        length=one.get("length", ""),
    )


def _clock(said: str) -> str:
    found = _TIME.match(said.strip())
    return f"{int(found[1]):02}:{found[2]}" if found and int(found[1]) < 24 else ""


@dataclass(slots=True)
class _Below:
    """What the lines between the count of words and the text say, in the order that they have."""

    published: str = ""
    clock: str = ""
    outlet: str = ""
    page: str = ""
    language: str = ""
    body: int = 0
    rest: list[str] = field(default_factory=list)


def of_lines(lines: Sequence[str], headline: str = "") -> Document:
    """A document whose fields have no codes: headline, byline, words, day, hour, outlet, code, page, language, rights.

    `headline`: where the file marks it.
    """
    count = next((n for n, one in enumerate(lines) if _is_count(one)), None)
    if count is None:
        return Document(tuple(lines[1:]), headline=headline or (lines[0] if lines else ""))
    below = _below(lines, count + 1)
    above = [line(one) for one in lines[:count]]
    found = _above(above, line(headline))
    return replace(
        found,
        paragraphs=tuple(_text(lines[below.body :], lines[count + 1 : below.body])),
        outlet=below.outlet,
        page=below.page,
        published=f"{below.published}T{below.clock}" if below.clock and len(below.published) == 10 else below.published,
        language=below.language,
        length=lines[count],
    )


def _is_count(said: str) -> bool:
    """ "562 words" """
    found = re.fullmatch(r"\d[\d.,\s]{0,8}\s?(\w+)", said.strip())
    return found is not None and folded(found[1]) in marks("factiva", "words")


def _below(lines: Sequence[str], start: int) -> _Below:
    """The lines up to the one that says who has the rights, which may be several."""
    below = _Below(body=start)
    for n in range(start, min(start + 12, len(lines))):
        one = line(lines[n])
        below.body = n + 1
        if is_rights(one):
            while below.body < len(lines) and _goes_on(lines[below.body - 1], lines[below.body]):
                below.body += 1
            return below
        if not below.published and (found := moment(one)):
            below.published = found
        elif not below.clock and _clock(one):
            below.clock = _clock(one)
        elif language_named(one) and below.outlet:
            below.language = language_named(one)
            if not any(is_rights(other) for other in lines[n + 1 : n + 3]):
                return below
        elif not below.outlet:
            below.outlet = one
        elif not _SOURCE_CODE.match(one) and re.search(r"\d", one) and len(one) < 20:
            below.page = below.page or one
        elif len(one) > 60:  # a sentence: the text has begun
            below.body = n
            return below
    return below


def _goes_on(before: str, one: str) -> bool:
    """Whether a line goes on with a notice of rights: the one before broke off, and it begins with a small letter."""
    return bool(one) and one[0].islower() and not before.rstrip().endswith(".")


def _above(lines: Sequence[str], headline: str) -> Document:
    """Section, headline and byline, of which only the headline is always there."""
    if headline and headline in lines:
        at = list(lines).index(headline)
        byline = lines[at + 1] if at + 1 < len(lines) else ""
        return Document(headline=headline, section=lines[at - 1] if at else "", byline=byline)
    kept = list(lines[-4:])
    byline = kept.pop() if len(kept) > 1 and _is_byline(kept[-1]) else ""
    if len(kept) > 1 and len(kept[-1]) > len(kept[-2]) and len(kept[-2].split()) <= 4:
        return Document(headline=kept[-1], section=kept[-2], byline=byline)
    return Document(headline=" ".join(kept[-2:]) if len(lines) <= 3 else kept[-1] if kept else "", byline=byline)


def _is_byline(said: str) -> bool:
    """Whether a line is a name, with a word before it or without."""
    if named(said) != said.rstrip(" ;,"):
        return len(said.split()) <= 14
    words = said.split()
    return 1 < len(words) <= 5 and all(word[0].isupper() or len(word) <= 3 for word in words) and not said.endswith(".")


def _text(lines: Sequence[str], rights: Sequence[str]) -> list[str]:
    """The paragraphs, without the owner's name that stands alone below them."""
    paragraphs = [line(one) for one in lines]
    if len(paragraphs) > 1 and len(paragraphs[-1].split()) <= 6 and not re.search(r"[.!?”\"»)]$", paragraphs[-1]):
        owner = {folded(word) for word in paragraphs[-1].split() if len(word) > 3}
        if owner & {folded(word.strip(".,;")) for one in rights for word in one.split()}:
            paragraphs.pop()
    return paragraphs
