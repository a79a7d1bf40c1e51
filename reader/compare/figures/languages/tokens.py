"""Sentences of other languages cut into words, numbers and signs: grouped digits whole, Chinese sign by sign."""

import re

from reader.compare.figures.tokens import DIGITS, LETTERS, SIGN, Sentence, Word
from reader.dataclass import dataclass
from reader.text.folding import folded
from reader.text.spans import Span

_LETTER = r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u064b-\u065f\u0670\u00ad\u200b-\u200d])*"
_HAN = r"[\u3400-\u9fff\uf900-\ufaff〇]"
# Thousands may be parted by blanks, narrow ones too, and apostrophes: 41 000, 1’234’567.
_GROUPED = r"\d{1,3}(?P<gap>[\u00a0\u202f\u2009\u2007'’٬ ])\d{3}(?!\d)(?:(?P=gap)\d{3}(?!\d))*(?:[.,٫]\d+)?"
_PLAIN = r"\d+(?:[.,٫٬．]\d+)*"
_WORD = re.compile(
    rf"(?P<han>{_HAN})|(?P<digits>{_GROUPED}|{_PLAIN})|(?P<letters>{_LETTER}(?:['’](?=\w|$))?)|[^\w\s]|_"
)
_CHINESE = re.compile(rf"(?P<han>{_HAN})|(?P<digits>{_PLAIN})|(?P<letters>(?:(?!{_HAN})[^\W\d_])+)|[^\w\s]|_")
_UNSEEN = str.maketrans("", "", "\u00ad\u200b\u200c\u200d\u0640")


@dataclass(frozen=True, slots=True)
class Cutter:
    """Cuts the sentences of one language; `clitics` are written against the words in `stems` and cut off them."""

    language: str
    clitics: tuple[str, ...] = ()
    stems: frozenset[str] = frozenset()

    def sentence(self, text: str, span: Span) -> Sentence:
        """The words of the sentence `span` of `text`."""
        found: list[Word] = []
        last = span.start - 1
        for match in (_CHINESE if self.language == "zh" else _WORD).finditer(text, span.start, span.end):
            start, written = match.start(), match[0]
            kind = DIGITS if match["digits"] else LETTERS if match["letters"] or match["han"] else SIGN
            word = Word(start, match.end(), written, form(written), kind, start == last)
            found.extend(self._parted(word) if self.clitics and kind == LETTERS else (word,))
            last = match.end()
        return Sentence(span, tuple(found))

    def _parted(self, word: Word) -> tuple[Word, ...]:
        """A word without the clitics that stand against a number word: "and five", "by ten"."""
        if word.form in self.stems:
            return (word,)
        for clitic in self.clitics:
            at = len(clitic)
            rest = form(word.text[at:])
            if word.text.startswith(clitic) and rest in self.stems:
                first = Word(word.start, word.start + at, clitic, form(clitic), LETTERS, word.glued)
                return first, Word(word.start + at, word.end, word.text[at:], rest, LETTERS, True)
        return (word,)


def form(written: str) -> str:
    """A word as the tables have it: folded, without what is not seen."""
    return folded(written.translate(_UNSEEN) if not written.isascii() else written)
