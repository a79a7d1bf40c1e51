"""Whether a full stop belongs to a word and ends no sentence: titles, units, ranks, by language."""

import re
from functools import cache

from reader.lexicon import load

_LAST = re.compile(r"(?:^|[\s(«„“\"'’.-])((?:[^\W\d_]\.\s?){0,3}[^\W_]+(?:[.-][^\W\d_]+)*)\.$")
_INITIAL = re.compile(r"(?:^|[\s.(-])[^\W\d_]\.$")
_SPEECH = re.compile(r"[^，。！？\s]{0,8}(?:说|說|表示|称|稱|指出|道|问|問|告诉|告訴|强调|強調)|(?:と|って)[^。]")


def goes_on(before: str, after: str, language: str) -> bool:
    """Whether a sentence goes on after the full stop that ends `before`, in a language other than English."""
    if not before or not after:
        return False
    if language in ("zh", "ja"):
        return before[-1] in "”」』’" and bool(_SPEECH.match(after))
    if before[-1] != ".":
        return False
    first = next((c for c in after if c.isalnum()), "")
    if first.islower() or after[0] in ",;:)-–":
        return True
    if _INITIAL.search(before) and first.isupper():
        return True
    found = _LAST.search(before[-30:])
    word = found[1].lower() if found else ""
    if word in _words("titles", language) or word in _words("inside", language):
        return True
    return (first.isdigit() and word in _words("numbers", language)) or _is_rank(before, word, language)


def _is_rank(before: str, word: str, language: str) -> bool:
    """Whether the full stop makes a number a rank."""
    if not word.isdigit() or len(word) > 2:
        return False
    earlier = before[: -len(word) - 1].split()
    return bool(earlier) and earlier[-1].lower().strip('„("“') in _words("ranks", language)


@cache
def _words(kind: str, language: str) -> frozenset[str]:
    return frozenset(load("abbreviations")[kind].get(language, ()))
