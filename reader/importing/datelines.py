"""Datelines: the place, the day and the agency that an article opens with, told by their form."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from reader.importing.masthead_words import months, words_of
from reader.lexicon import load
from reader.text.folding import folded

_PLACE = r"(?P<place>[^\n(]{2,60}?)"
_AGENCY = r"\((?P<agency>[^)\n]{2,40})\)"
_BEFORE_A_DASH = re.compile(rf"{_PLACE}\s?(?:{_AGENCY}\s?\.?)?(?P<sign>\s?(?:--|[–—])|(?:\s|(?<=[).]))-|:)\s")
# Without a dash a bracket is an agency's only where its name is known: others hold parties and states.
_BEFORE_A_SENTENCE = re.compile(rf"{_PLACE}\s?{_AGENCY}[.,]?\s(?=[^\W\d_a-z]|[\"“„«])")
_WHOLE = re.compile(rf"{_PLACE}\s?{_AGENCY}[.:]?\s*")
_INITIALS = re.compile(r"[A-ZÀ-ÞЀ-Я]{2,6}")


def dateline(paragraph: str) -> str:
    """The place, date and agency that a first paragraph opens with ("PORT VELA, March 3 (NNA) -"), without the dash."""
    start = paragraph[:120]
    if found := _BEFORE_A_DASH.match(start):
        return _said(found, found["sign"] == ":")
    found = _BEFORE_A_SENTENCE.match(start)
    return _said(found) if found and _is_known(found["agency"]) else ""


def lone_dateline(line: str) -> str:
    """The dateline that a line is, with a dash at its end or, after an agency, without one; empty for other lines."""
    found = _WHOLE.fullmatch(line)
    return dateline(f"{line} ") or (_said(found) if found and _agency(found["agency"]) else "")


def agency_in(dateline_: str) -> str:
    """The agency that a dateline names, in brackets or, where it is a known one, as its last word; empty for none."""
    if found := _WHOLE.fullmatch(dateline_):
        return _agency(found["agency"])
    last = dateline_.split()[-1:]
    return last[0] if last and last[0].isupper() and _is_known(last[0]) else ""


def _said(found: re.Match[str], ends_in_colon: bool = False) -> str:
    place, agency = found["place"].strip(), (found["agency"] or "").strip()
    said = re.findall(r"[^\W\d_]+(?:['’.][^\W\d_]+)*", place)
    if not _may_be_place(place, said):
        return ""
    capitals = _is_in_capitals(place)
    if ends_in_colon:
        return place if capitals or " / " in place or (agency and said[0][0].isupper()) else ""
    month = any(folded(word).rstrip(".") in months() for word in said)
    return (f"{place} ({agency})" if agency else place) if month or capitals or agency else ""


def _is_in_capitals(place: str) -> bool:
    """Whether a place is set as wires set it, "PORT VELA, Ansel": all of its name, and no number in it."""
    name = place.partition(",")[0].split()
    particles = load("mastheads")["datelines"]["particles"]
    shouted = all(word.isupper() or folded(word) in particles for word in name)
    long = len(re.split(r"[\W_]", name[0])[0]) > 2  # "US - ..." may be anything
    return shouted and long and place[0].isalpha() and not any(c.isdigit() for c in "".join(name))


def _may_be_place(place: str, words: Sequence[str]) -> bool:
    """Whether what stands before a dash may say where and when: a few words, capitalised, and no "Read more"."""
    table: Mapping[str, Any] = load("mastheads")["datelines"]
    if not 0 < len(words) <= 8 or folded(words[0]) in table["never"] or folded(place) in table["never"]:
        return False
    of_day = months() if any(c.isdigit() for c in place) else ()  # "2 mayo"
    return all(word[0].isupper() or folded(word) in table["particles"] or folded(word) in of_day for word in words)


def _agency(said: str) -> str:
    """What stands in a dateline's brackets where it is an agency: a known one, initials, or a name that says so."""
    words, said = said.split(), said.strip()
    if _is_known(said):
        return said
    if folded(said) in words_of("datelines", "never"):
        return ""
    named = 1 < len(words) <= 5 and all(word[0].isupper() or len(word) < 4 for word in words)
    told = named and not words_of("datelines", "agencies").isdisjoint(map(folded, words))
    return said if told or _INITIALS.fullmatch(said) else ""


def _is_known(said: str) -> bool:
    """Whether one of the names between strokes is an agency's: "tca/dpa", "AP"."""
    return any(part.strip() in _known() for part in said.split("/"))


@cache
def _known() -> frozenset[str]:
    return frozenset(word for words in load("agencies").values() for word in words)
