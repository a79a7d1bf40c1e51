"""Phrases of a language with what they stand for, found where they begin or where they end."""

from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from reader.compare.figures.languages.tokens import Cutter
from reader.compare.figures.tokens import Sentence
from reader.text.spans import Span

T = TypeVar("T")
_Form = tuple[str, bool]


class PhraseTable(Generic[T]):
    """Phrases, the longest first; a word that ends in * stands for all that begin so."""

    def __init__(self, cutter: Cutter, phrases: Mapping[str, T], exact: bool = False) -> None:
        self._exact = exact
        self._first: dict[str, list[tuple[tuple[_Form, ...], T]]] = {}
        self._last: dict[str, list[tuple[tuple[_Form, ...], T]]] = {}
        self._lengths: set[int] = set()
        for phrase in sorted(phrases, key=len, reverse=True):
            forms = self._forms(cutter, phrase)
            for table, (edge, opened) in ((self._first, forms[0]), (self._last, forms[-1])):
                table.setdefault(edge, []).append((forms, phrases[phrase]))
                if opened:
                    self._lengths.add(len(edge))
        for table in (self._first, self._last):
            for found in table.values():
                found.sort(key=lambda one: -len(one[0]))

    def _forms(self, cutter: Cutter, phrase: str) -> tuple[_Form, ...]:
        """The words of a phrase, each with whether its ending is open."""
        found: list[_Form] = []
        for word in cutter.sentence(phrase, Span(0, len(phrase))).words:
            if word.text == "*" and found:
                found[-1] = found[-1][0], True
            else:
                found.append((word.text if self._exact else word.form, False))
        return tuple(found)

    def at(self, sentence: Sentence, i: int) -> tuple[T, int] | None:
        """What the longest phrase that begins at word `i` stands for, and the word after it."""
        for forms, value in self._near(self._first, self._word(sentence, i)):
            if self._stands(sentence, i, forms):
                return value, i + len(forms)
        return None

    def before(self, sentence: Sentence, i: int) -> tuple[T, int] | None:
        """What the longest phrase that ends just before word `i` stands for, and its first word."""
        for forms, value in self._near(self._last, self._word(sentence, i - 1)):
            if i >= len(forms) and self._stands(sentence, i - len(forms), forms):
                return value, i - len(forms)
        return None

    def has(self, sentence: Sentence, i: int) -> bool:
        """Whether a phrase begins at word `i`."""
        return self.at(sentence, i) is not None

    def _near(
        self, table: dict[str, list[tuple[tuple[_Form, ...], T]]], word: str
    ) -> Iterable[tuple[tuple[_Form, ...], T]]:
        if not word:
            return
        yield from table.get(word, ())
        for length in self._lengths:
            if length < len(word):
                yield from table.get(word[:length], ())

    def _stands(self, sentence: Sentence, i: int, forms: tuple[_Form, ...]) -> bool:
        return all(
            (word := self._word(sentence, i + k)) == written or (opened and word.startswith(written))
            for k, (written, opened) in enumerate(forms)
        )

    def _word(self, sentence: Sentence, i: int) -> str:
        return sentence.at(i).text if self._exact else sentence.form(i)
