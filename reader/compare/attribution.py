"""Whom an article credits with an utterance: the nearest attribution, or nobody for sure."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from reader.compare.names import titled
from reader.compare.witness import Witness
from reader.lexicon import load
from reader.text.spans import Span

_REACH = 120
"""How many characters before and after an utterance its attribution may stand."""
_BACK = 800
"""How many characters back a pronoun may mean whoever was credited last."""
_WORD = r"[^\W\d_a-z][\w’'\-]*"
_NAME = rf"(?:[A-Z]\.\s?)*{_WORD}(?:\s+(?:(?:al|el|bin|ibn|de|la|van|von|der|del|da)\s+)?(?:[A-Z]\.\s+)?{_WORD}){{0,5}}"
_ASIDE = r"[^,.!?\n“”\"]{1,80}"
_APPOSITION = rf"(?:,\s{_ASIDE},|\s(?:of|from)\s(?:the\s)?[^,.!?\n“”\"]{{1,40}}?)?"
_LATELY = r"(?:has\s+|had\s+|also\s+|later\s+|then\s+)?"
_FULL = re.compile(rf"{_WORD}\s+{_WORD}")
_OTHERS = """
he she they it we you i who which that and but or as when while after before if because
of from in at for by to with on about
"""
"""Words that describe nobody: a name after them is none that speaks."""


def speakers(witness: Witness, spans: Sequence[Span]) -> list[str]:
    """For each utterance, in order, the name of its speaker as the article writes it; "" where that is not sure."""
    text = witness.article.text
    told = _Told(text)
    found: list[str] = []
    for n, span in enumerate(spans):
        after = text[span.end : span.end + _REACH].split("\n", 1)[0]
        before = text[max(0, span.start - _REACH) : span.start].rsplit("\n", 1)[-1]
        name = _first(after, _patterns().after) or _first(before, _patterns().before)
        if not name and (_patterns().pronoun.search(after) or _patterns().pronoun_before.search(before)):
            name = told.last(span.start)
        elif not name and n and _goes_on(text[spans[n - 1].end : span.start]):
            name = found[-1]
        found.append(name)
    return found


def split(between: str) -> bool:
    """Whether what stands between two stretches of quotation only interrupts one utterance: `," he said, "`."""
    return between.rstrip().endswith(",") and "\n" not in between and _goes_on(between)


def _goes_on(between: str) -> bool:
    """Whether nothing but the credit of the words before stands between two stretches of quotation."""
    return (
        len(between) <= _REACH
        and not re.search(r"[.!?]\s+\S", between.strip())
        and bool(_first(between, _patterns().after) or _patterns().pronoun.search(between))
    )


def _first(words: str, patterns: tuple[re.Pattern[str], ...]) -> str:
    """The name in the first pattern that fits, titles left out."""
    for pattern in patterns:
        if match := pattern.search(words):
            return titled(match["name"])
    return ""


class _Told:
    """Whom a text credits, place after place; read once, when a pronoun first asks for it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: list[tuple[int, str]] | None = None

    def last(self, at: int) -> str:
        """Who was credited last before a place, unless somebody else was named since."""
        if self._found is None:
            places = (
                (match.end(), titled(match["name"]))
                for pattern in _patterns().anywhere
                for match in pattern.finditer(self._text)
            )
            self._found = sorted(place for place in places if place[1])
        n = bisect_right(self._found, at, key=lambda place: place[0]) - 1
        if n < 0 or at - self._found[n][0] > _BACK:
            return ""
        end, name = self._found[n]
        since = {titled(other[0]) for other in _FULL.finditer(self._text, end, at)}
        return name if all(not other or other in name for other in since) else ""


class _Patterns:
    """What may follow an utterance (`, said X`; `, X said`), what may stand before it (`X said:`), and pronouns."""

    def __init__(self) -> None:
        verbs = "|".join(sorted(load("speech")["en"]["verbs"].split(), key=len, reverse=True))
        titles = "|".join(sorted(load("names")["titles"].split(), key=len, reverse=True))
        others = "|".join(_OTHERS.split())
        name = rf"(?:(?:{titles}|former|acting|deputy|the)\s+){{0,4}}(?P<name>{_NAME})"
        described = rf"(?:(?!(?:{verbs}|{others})\b)[a-z][\w’'\-]*\s+){{0,5}}{name}"
        after_name = "on|in|at|of|to|told|during|after|from|by|who|as|when|late|early|for|with|via|and"
        end = rf"(?=\s*(?:[,.;:!?]|$)|\s+(?:{after_name})\b)"
        spoke = rf"{_APPOSITION}\s+{_LATELY}(?:{verbs})\b"
        self.after = tuple(
            re.compile(pattern)
            for pattern in (
                rf"^[\s,]{{0,3}}(?:{verbs})\s+{described}{end}",
                rf"^[\s,]{{0,3}}(?:{verbs})\s+(?!(?:{others})\b)[a-z]{_ASIDE},\s{name}(?=[,.;])",
                rf"^[\s,]{{0,3}}{described}{spoke}",
                rf"^[\s,]{{0,3}}(?!(?:{verbs}|{others})\b)[a-z]{_ASIDE},\s{name},\s(?:{verbs})\b",
                rf"^[\s,]{{0,3}}according\s+to\s+{described}{end}",
            )
        )
        self.before = (
            re.compile(rf"{name}{spoke}[^.!?\n“”\"]{{0,60}}[,:]?\s*$"),
            re.compile(rf"[Aa]ccording\s+to\s+{name},?\s*$"),
        )
        self.anywhere = (
            re.compile(rf"\b{name}{spoke}"),
            re.compile(rf"\b(?:{verbs})\s+{name}(?=[,.;])"),
            re.compile(rf"\b[Aa]ccording\s+to\s+{name}"),
        )
        self.pronoun = re.compile(rf"^[\s,]{{0,3}}(?:(?:he|she)\s+{_LATELY}(?:{verbs})|(?:{verbs})\s+(?:he|she))\b")
        self.pronoun_before = re.compile(rf"\b(?:[Hh]e|[Ss]he)\s+{_LATELY}(?:{verbs})\b[^.!?\n“”\"]{{0,40}}[,:]?\s*$")


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    return _Patterns()
