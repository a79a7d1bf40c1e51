"""Whom an article credits with an utterance: the nearest attribution, or nobody for sure."""

import re
from collections.abc import Sequence
from functools import lru_cache

from reader.compare.comparison import Name
from reader.compare.names import titled
from reader.compare.witness import Witness
from reader.lexicon import load
from reader.text.spans import Span

_REACH = 120
"""How many characters before and after an utterance its attribution may stand."""
_NAME = r"[^\W\d_a-z][\w’'.\-]*(?:\s+(?:(?:al|el|bin|ibn|de|la|van|von|der|del|da)\s+)?[^\W\d_a-z][\w’'\-]*){0,4}"
_SHORT = r"[^.!?\n“”\"]{0,60}?"


def speaker(witness: Witness, span: Span, names: Sequence[Name]) -> str:
    """The name of the speaker as the article writes it; "" where it names none nearby."""
    text = witness.article.text
    after = text[span.end : span.end + _REACH].split("\n", 1)[0]
    before = text[max(0, span.start - _REACH) : span.start].rsplit("\n", 1)[-1]
    found = _after(after) or _before(before)
    return "" if found is None else found


def _after(words: str) -> str | None:
    """`, said X` or `, X said`."""
    for pattern in _patterns()[0]:
        if match := pattern.match(words):
            return titled(match["name"])
    return None


def _before(words: str) -> str | None:
    """`X said: ` or `according to X, `."""
    for pattern in _patterns()[1]:
        if match := pattern.search(words):
            return titled(match["name"])
    return None


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]]:
    verbs = "|".join(sorted(load("speech")["en"]["verbs"].split(), key=len, reverse=True))
    name = f"(?P<name>{_NAME})"
    after = (
        re.compile(rf"[\s,]{{0,3}}(?:{verbs})\s+(?:the\s+)?(?:[a-z\-]+\s+){{0,4}}{name}"),
        re.compile(
            rf"[\s,]{{0,3}}(?:the\s+)?(?:[a-z\-]+\s+){{0,3}}{name}(?:,[^,]{{0,60}},)?\s+(?:[a-z]+\s+)?(?:{verbs})\b"
        ),
        re.compile(rf"[\s,]{{0,3}}according\s+to\s+(?:the\s+)?(?:[a-z\-]+\s+){{0,4}}{name}"),
    )
    before = (
        re.compile(rf"{name}(?:,[^,]{{0,60}},)?\s+(?:has\s+|had\s+|also\s+)?(?:{verbs})\b[^.!?]{{0,60}}$"),
        re.compile(rf"according\s+to\s+(?:the\s+)?{name},?\s*$", re.IGNORECASE),
    )
    return after, before
