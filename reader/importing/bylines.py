"""The names in what stands as an author: without "By", dates, offices and addresses, and not the outlet's own."""

import re

from reader.importing.masthead_words import months, words_of
from reader.lexicon import load
from reader.text.folding import folded

_PARTS = re.compile(r"\s*(?:[|•·;\n\t]|\s[–—-]\s|\s/\s)\s*")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|(?<!\w)@\w+")
_HOST = re.compile(r"\w\.(?:com|org|net|info|co|[a-z]{2})$", re.IGNORECASE)
_LONGEST = 200


def names_in(said: str, outlet: str = "") -> str:
    """Who is named; empty where that is nobody but the outlet itself.

    `outlet`: its name, which pages often give where a person should stand.
    """
    said = " ".join(_ADDRESS.sub(" ", said[:1000]).split())
    kept: list[str] = []
    for part in _PARTS.split(said):
        name = _cut(_without_buttons(_opened(part)), outlet)
        if name and not _is_same(name, outlet) and name not in kept:
            kept.append(name)
    return ", ".join(kept)[:_LONGEST]


def _opened(part: str) -> str:
    """Without the words that open a byline."""
    words = part.split()
    for count in (5, 4, 3, 2, 1):
        if len(words) > count and folded(" ".join(words[:count])).rstrip(":") in words_of("bylines", "openings"):
            rest = " ".join(words[count:])
            if rest[:1].isupper() or words[count - 1].endswith(":") or len(words[:count]) > 1:
                return rest.lstrip(": ")
    return part.strip()


def _without_buttons(part: str) -> str:
    """Up to where the words of a button begin: "Ines Calder View author archive"."""
    words, buttons = part.split(), words_of("bylines", "buttons")
    starts = (n for n in range(len(words)) for size in (2, 3) if folded(" ".join(words[n : n + size])) in buttons)
    first = next(starts, None)
    return part if first is None else " ".join(words[:first])


def _cut(part: str, outlet: str) -> str:
    """Up to the first date; of what commas part, what is no office and no place of work."""
    kept: list[str] = []
    for piece in part.split(","):
        words: list[str] = []
        for word in piece.split():
            if _is_date(word, part[part.find(word) + len(word) :]):
                return _joined(kept, words)
            words.append(word)
        if " ".join(words).islower():  # a name to log in with
            continue
        if words and not _is_office(words, alone=not kept) and not _is_same(" ".join(words), outlet):
            kept.append(" ".join(words))
    return _joined(kept, [])


def _joined(kept: list[str], words: list[str]) -> str:
    name = ", ".join([*kept, *([" ".join(words)] if words else [])]).strip(" ,.-–—")
    return name if any(c.isalpha() for c in name) else ""


def _is_date(word: str, rest: str) -> bool:
    """Whether a date begins with a word: digits, or the name of a weekday or month with digits after it."""
    bare = folded(word.strip(".,:()"))
    if any(c.isdigit() for c in word) or bare in words_of("dates", "updated"):
        return True
    told = bare in words_of("dates", "weekdays") or bare in months() or bare in words_of("dates", "published")
    return told and any(c.isdigit() for c in rest)


def _is_office(words: list[str], *, alone: bool) -> bool:
    """Whether words say what somebody does, or for whom, and not who they are; `alone`: nobody was named before."""
    agencies = load("boilerplate")["classes"]["agency"]
    roles = words_of("bylines", "roles") - words_of("bylines", "joints")
    said = [folded(word).strip(".") for word in words]
    if not alone and (
        folded(" ".join(words)) in words_of("outlets", "names") or any(_HOST.search(one) for one in words)
    ):
        return True
    offices = [one in roles or one.rpartition("-")[2] in roles for one in said]
    return all(offices) if alone else any(offices) or any(one in agencies for one in said)


def _is_same(name: str, outlet: str) -> bool:
    """Whether a name is the outlet's: "Vela Courier" and "The Vela Courier", "Courier Staff"."""
    if not outlet:
        return False
    said, own = (_bare(one) for one in (name, outlet))
    return bool(said) and said == own


def _bare(name: str) -> str:
    filler = words_of("outlets", "filler")
    return "".join(word for word in re.findall(r"\w+", folded(name)) if word not in filler)
