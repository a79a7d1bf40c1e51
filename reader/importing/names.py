"""Who is named at the top of a page: bylines and the names of outlets, told by their form."""

import re
from collections.abc import Collection, Iterable, Sequence
from functools import cache

from reader.importing.masthead_words import words_of
from reader.importing.patterns import words
from reader.lexicon import load
from reader.text.folding import folded


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
    if not name or not all(_in_name(word, roles) for word in name) or name[-1].endswith(":"):
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


@cache
def _known() -> frozenset[str]:
    return frozenset(folded(name) for name in load("mastheads")["outlets"]["names"])


def outlet(line: str) -> str:
    """The outlet that a line names and nothing else, without "Source:" before it, or the empty string."""
    label, colon, name = line.partition(": ")
    if colon and folded(label) in words_of("outlets", "labels"):
        line = name.strip()
    if folded(line) in _known():
        return line
    said = line.split()
    if len(said) > 1 and folded(said[0]) in load("mastheads")["outlets"]["buttons"]:  # a button with the name on it
        return outlet(" ".join(said[1:]))
    if not 0 < len(said) <= 5 or any(c.isdigit() for c in line) or line[-1] in ".!?:,":  # names are short
        return ""
    particles = load("mastheads")["outlets"]["particles"]
    if not all(word[0].isupper() or word in particles or word == "&" for word in said):
        return ""
    if folded(line) in load("mastheads")["outlets"]["sections"]:
        return ""
    return line if _is_named_like_one([folded(word) for word in said]) else ""


def _is_named_like_one(said: Sequence[str]) -> bool:
    """Whether folded words are what papers, stations and sites are called."""
    table = load("mastheads")["outlets"]
    first, last = said[0], said[-1]
    if len(said) <= 3 and last.endswith(_endings()) and last not in words_of("outlets", "not_endings"):
        return True
    if len(said) == 1:
        return False
    if last in table["last"] or (first == "the" and last in table["after_the"] and len(said) <= 3):
        return True
    own = said[1:] if first in words_of("outlets", "articles") else said
    return (first in table["first"] and len(said) <= 3) or own[0] in words_of("outlets", "heads")


@cache
def _endings() -> tuple[str, ...]:
    return tuple(words_of("outlets", "endings"))


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
