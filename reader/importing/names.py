"""Who and where at the top of a page: bylines, datelines and the names of outlets, told by their form."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from reader.importing.masthead_words import months, words_of
from reader.importing.patterns import words
from reader.lexicon import load
from reader.text.folding import folded

_DATELINE = re.compile(r"([^\n(]{2,60}?)\s?(\([^)\n]{2,40}\)\s?)?(?:\s?(?:--|[–—])|\s-|:)\s")


def byline(line: str) -> str:
    """The name in "By Ana Petrel, Staff Writer", or the empty string; the line may hold nothing else."""
    parts = line.split()
    if not 2 <= len(parts) <= 14 or line[-1] in ".!?;":  # longer is a sentence
        return ""
    start = next((n for n in (3, 2, 1) if _opens_byline(" ".join(parts[:n]))), 0)
    name = parts[start:]
    roles = words_of("bylines", "roles")
    if not start or not name or not name[0][0].isupper():
        return ""
    name = _without_numbers(name)
    if not name or not all(_in_name(word, roles) for word in name):
        return ""
    if len(name) == 1 and start == 1 and not name[0].isupper():  # "By Tuesday": one name alone is not enough
        return ""
    return without_roles(" ".join(name))


def _without_numbers(name: list[str]) -> list[str]:
    """Cut at the comma after which a number stands: an outlet's name; nothing where a number is in the name."""
    words = " ".join(name)
    head = words.partition(",")[0]
    found = words if not any(c.isdigit() for c in words) else head
    return [] if any(c.isdigit() for c in found) else found.split()


def _opens_byline(words_: str) -> bool:
    return folded(words_).rstrip(":") in words_of("bylines", "openings")


def _in_name(word: str, roles: Collection[str]) -> bool:
    return word[0].isupper() or folded(word).strip(",") in roles or word in ("&", "|", ",")


def without_roles(name: str) -> str:
    """A name cut at the comma after which only offices and places follow."""
    roles = words_of("bylines", "roles")
    head, _comma, tail = name.partition(",")
    only_roles = any(_is_role(folded(word), roles) for word in tail.split())
    return head if only_roles else name


def _is_role(word: str, roles: Collection[str]) -> bool:
    """Whether a folded word, one of several or the end of a compound is what somebody does for a newsroom."""
    return word in roles or word.removesuffix("s") in roles or word.rpartition("-")[2] in roles


def dateline(paragraph: str) -> str:
    """The place, date and agency that a first paragraph opens with ("PORT VELA, March 3 (NNA) -"), without the dash."""
    found = _DATELINE.match(paragraph[:120])
    if found is None:
        return ""
    place, agency = found[1].strip(), found[2]
    said = re.findall(r"[^\W\d_]+(?:['’.][^\W\d_]+)*", place)
    if not _may_be_place(place, said):
        return ""
    capitals = said[0].isupper() and len(said[0]) > 2  # "US - ..." may be anything
    if paragraph[found.end() - 2] == ":":
        return place if capitals or " / " in place or (agency and said[0][0].isupper()) else ""
    month = any(folded(word).rstrip(".") in months() for word in said)
    return (f"{place} {agency.strip()}" if agency else place) if month or capitals or agency else ""


def _may_be_place(place: str, words: Sequence[str]) -> bool:
    """Whether what stands before a dash may say where and when: a few words, capitalised, and no "Read more"."""
    table: Mapping[str, Any] = load("mastheads")["datelines"]
    if not 0 < len(words) <= 8 or folded(words[0]) in table["never"] or folded(place) in table["never"]:
        return False
    return all(word[0].isupper() or folded(word) in table["particles"] for word in words)


@cache
def _known() -> frozenset[str]:
    return frozenset(folded(name) for name in load("mastheads")["outlets"]["names"])


def outlet(line: str) -> str:
    """The line itself where it is the name of an outlet and nothing else, or the empty string."""
    if folded(line) in _known():
        return line
    said = line.split()
    if len(said) > 1 and folded(said[0]) in load("mastheads")["outlets"]["buttons"]:  # a button with the name on it
        return outlet(" ".join(said[1:]))
    if not 1 < len(said) <= 5 or any(c.isdigit() for c in line) or line[-1] in ".!?:,":  # names are short
        return ""
    particles = load("mastheads")["datelines"]["particles"]
    if not all(word[0].isupper() or word in particles or word == "&" for word in said):
        return ""
    table = load("mastheads")["outlets"]
    last, first = folded(said[-1]), folded(said[0])
    named = last in table["last"] or (first == "the" and last in table["after_the"] and len(said) <= 3)
    return line if named or (first in table["first"] and len(said) <= 3) else ""


def outlet_in(lines: Iterable[str]) -> str:
    """The outlet that the furniture of a page names: "© 2024 The Courier", "Subscribe to The Courier"."""
    kept = [line[:300] for line in lines]
    for line in kept:
        if name := _copyright(line):
            return name
    for lead_in in load("mastheads")["outlets"]["lead_ins"]:
        for line in kept:
            at = folded(line).find(f"{lead_in} ") if line.isascii() else line.lower().find(f"{lead_in} ")
            if at >= 0 and (name := _run(line[at + len(lead_in) + 1 :])):
                return name
    return ""


def _copyright(line: str) -> str:
    said = words(line)
    if said[:1] not in (("©",), ("copyright",)) or "/" in line or not any(word.isdigit() for word in said[:4]):
        return ""
    return _run(re.sub(r"^\W*(?:\(c\)|copyright|©|\d{4}|[-–, ])+", "", line, flags=re.IGNORECASE))


def _run(text: str) -> str:
    """The words in capitals that a text begins with, when they may be a name."""
    never = load("mastheads")["outlets"]["not_names"]
    social = load("boilerplate")["classes"]["social"]
    run: list[str] = []
    for word in text.split()[:6]:
        if not word[0].isupper():
            break
        run.append(word.strip(".,;:!?)"))
        if word[-1] in ".,;:!?)":
            break
    rest = [word for word in run if folded(word) not in (*never, *social)]
    return (
        " ".join(run)
        if rest and len(run) <= 5 and folded(run[0]) not in [*social, *[n for n in never if n != "the"]]
        else ""
    )
