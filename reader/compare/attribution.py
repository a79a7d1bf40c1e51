"""Whom an article credits with an utterance: the nearest attribution, or nobody for sure."""

import re
from functools import lru_cache

from reader.compare.names import titled
from reader.compare.witness import Witness
from reader.lexicon import load
from reader.text.spans import Span

_REACH = 120
"""How many characters before and after an utterance its attribution may stand."""
_WORD = r"[^\W\d_a-z][\w’'\-]*"
_NAME = rf"(?:[A-Z]\.\s?)*{_WORD}(?:\s+(?:(?:al|el|bin|ibn|de|la|van|von|der|del|da)\s+)?(?:[A-Z]\.\s+)?{_WORD}){{0,5}}"
_APPOSITION = r"(?:,\s[^,.!?\n“”\"]{1,80},)?"


def speaker(witness: Witness, span: Span) -> str:
    """The name of the speaker as the article writes it; "" where it names none nearby."""
    text = witness.article.text
    after = text[span.end : span.end + _REACH].split("\n", 1)[0]
    before = text[max(0, span.start - _REACH) : span.start].rsplit("\n", 1)[-1]
    return _first(after, _patterns()[0]) or _first(before, _patterns()[1])


def _first(words: str, patterns: tuple[re.Pattern[str], ...]) -> str:
    """The name in the first pattern that fits, titles left out."""
    for pattern in patterns:
        if match := pattern.search(words):
            return titled(match["name"])
    return ""


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]]:
    """What may follow an utterance (`, said X` and `, X said`), and what may stand before it (`X said:`)."""
    verbs = "|".join(sorted(load("speech")["en"]["verbs"].split(), key=len, reverse=True))
    titles = "|".join(sorted(load("names")["titles"].split(), key=len, reverse=True))
    name = rf"(?:(?:{titles}|former|acting|deputy|the)\s+){{0,4}}(?P<name>{_NAME})"
    after_name = "on|in|at|of|to|told|during|after|from|by|who|as|when|late|early|for|with|via|and"
    end = rf"(?=\s*(?:[,.;:!?]|$)|\s+(?:{after_name})\b)"
    after = (
        re.compile(rf"^[\s,]{{0,3}}(?:{verbs})\s+{name}{end}"),
        re.compile(rf"^[\s,]{{0,3}}{name}{_APPOSITION}\s+(?:has\s+|had\s+|also\s+|later\s+)?(?:{verbs})\b"),
        re.compile(rf"^[\s,]{{0,3}}according\s+to\s+{name}{end}"),
    )
    before = (
        re.compile(
            rf"{name}{_APPOSITION}\s+(?:has\s+|had\s+|also\s+|later\s+)?(?:{verbs})\b[^.!?\n“”\"]{{0,60}}[,:]?\s*$"
        ),
        re.compile(rf"[Aa]ccording\s+to\s+{name},?\s*$"),
    )
    return after, before
