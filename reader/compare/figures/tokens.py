"""A sentence cut into words, numbers and signs, each with its place: what every reader of figures walks over."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from reader.dataclass import dataclass
from reader.text.folding import folded
from reader.text.spans import Span

# Raised figures are note marks (12³ is 12), save in a unit; fractions of one character stand by themselves (2½million).
_RAISED = "⁰¹²³⁴-⁹"
_LETTER = rf"[^\W\d_{_RAISED}¼½¾⅐-⅞]"
# Digits keep the separators between them, words inner apostrophes and full stops (U.S., p.m.); nothing backtracks.
_WORD = re.compile(
    r"\d{1,3}(?:['’]\d\d\d)+(?![\d'’])|\d+(?:[.,]\d+)*"
    r"|(?:[cdkm]?m|ft|in|mi|yd)[²³]"
    rf"|{_LETTER}\.(?:{_LETTER}\.)+|{_LETTER}+(?:['’]{_LETTER}+)*"
    rf"|[^\w\s]|[_¼½¾⅐-⅞]"
)
# What may stand inside a word without being seen: soft hyphens, zero-width blanks and joiners.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")

_PLAIN = re.compile("[a-z]+(?: [a-z]+)*")
_GROUPED = re.compile(r"\d{1,3}(?:,\d\d\d)+(?:\.\d+)?|\d{1,2}(?:,\d\d)+,\d\d\d(?:\.\d+)?")

DIGITS, LETTERS = "digits", "letters"
SIGN = "sign"


class Word(NamedTuple):
    """One word, number or sign: its place, text, folded form and kind, and whether it stands against the one before."""

    start: int
    end: int
    text: str
    form: str
    kind: str
    glued: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its words."""

    span: Span
    words: tuple[Word, ...]

    def at(self, i: int) -> Word:
        """The word at `i`, or an empty one outside."""
        return self.words[i] if 0 <= i < len(self.words) else _NOTHING

    def form(self, i: int) -> str:
        """The folded form at `i`, or nothing outside."""
        return self.words[i].form if 0 <= i < len(self.words) else ""

    def pieces(self, most: int) -> Iterator["Sentence"]:
        """The sentence, or where it has more than `most` words its pieces of so many."""
        if len(self.words) <= most:
            yield self
            return
        for k in range(0, len(self.words), most):
            part = self.words[k : k + most]
            yield Sentence(Span(part[0].start, part[-1].end), part)

    def glued(self, i: int) -> bool:
        """Whether the word at `i` stands against the one before it."""
        return 0 < i < len(self.words) and self.words[i].glued

    def phrase(self, i: int, phrases: "Phrases") -> tuple[str, int]:
        """The longest of the phrases that begins at `i`, as listed, and how many words it takes; or nothing and 0."""
        for forms in phrases.starting(self.form(i)):
            if all(self.form(i + k) == form for k, form in enumerate(forms)):
                return " ".join(forms), len(forms)
        return "", 0

    def places(self, phrases: "Phrases") -> list[int]:
        """The words at which one of the phrases begins."""
        begins = phrases.begins
        return [i for i, word in enumerate(self.words) if word.form in begins and self.phrase(i, phrases)[1]]

    def phrase_before(self, i: int, phrases: "Phrases") -> tuple[str, int]:
        """The longest of the phrases that ends just before `i`, and how many words it takes; or nothing and 0."""
        for forms in phrases.ending(self.form(i - 1)):
            first = i - len(forms)
            if first >= 0 and all(self.form(first + k) == form for k, form in enumerate(forms)):
                return " ".join(forms), len(forms)
        return "", 0


_NOTHING = Word(-1, -1, "", "", SIGN, False)


def words(text: str, span: Span) -> Sentence:
    """The words of the sentence `span` of `text`; what is invisible is left out of them, not of their places."""
    if _INVISIBLE.search(text, span.start, span.end) is None:
        return Sentence(span, tuple(_cut(text, span.start, span.end)))
    seen = [i for i in range(span.start, span.end) if not _INVISIBLE.match(text[i])]
    cut = _cut("".join(text[i] for i in seen), 0, len(seen))
    return Sentence(span, tuple(w._replace(start=seen[w.start], end=seen[w.end - 1] + 1) for w in cut))


def _cut(text: str, start: int, end: int) -> list[Word]:
    found: list[Word] = []
    last = start - 1
    for match in _WORD.finditer(text, start, end):
        first, behind = match.span()
        written = text[first:behind]
        sign = written[0]
        kind = LETTERS if sign.isalpha() else DIGITS if sign.isdecimal() else SIGN
        if kind == DIGITS and written.count(",") > 1 and not _GROUPED.fullmatch(written):
            found.extend(_listed(first, written, first == last))
        else:
            found.append(Word(first, behind, written, folded(written), kind, first == last))
        last = behind
    return found


def _listed(start: int, written: str, glued: bool) -> list[Word]:
    """Numbers of a list without blanks (22,24,26), each on its own."""
    found = []
    for k, part in enumerate(re.split("(,)", written)):
        found.append(Word(start, start + len(part), part, part, SIGN if part == "," else DIGITS, glued or k > 0))
        start += len(part)
    return found


class Phrases:
    """Fixed phrases, found by their first or last word; the longest first."""

    def __init__(self, phrases: Sequence[str]) -> None:
        split = sorted({forms_of(p) for p in phrases}, key=lambda f: (-len(f), f))
        self._first: dict[str, list[tuple[str, ...]]] = {}
        self._last: dict[str, list[tuple[str, ...]]] = {}
        for forms in split:
            self._first.setdefault(forms[0], []).append(forms)
            self._last.setdefault(forms[-1], []).append(forms)

    def starting(self, form: str) -> Sequence[tuple[str, ...]]:
        """The phrases that begin with this word."""
        return self._first.get(form, ())

    @property
    def begins(self) -> Collection[str]:
        """The words that some phrase begins with."""
        return self._first

    def ending(self, form: str) -> Sequence[tuple[str, ...]]:
        """The phrases that end with this word."""
        return self._last.get(form, ())


def spelled(phrase: str) -> str:
    """A phrase as `Sentence.phrase` gives it back: its folded words with one blank between."""
    return phrase if _PLAIN.fullmatch(phrase) else " ".join(forms_of(phrase))


def forms_of(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase."""
    if _PLAIN.fullmatch(phrase):  # as most of the thousands in the tables are: what cutting them up would give
        return tuple(phrase.split(" "))
    return tuple(w.form for w in words(phrase, Span(0, len(phrase))).words)
