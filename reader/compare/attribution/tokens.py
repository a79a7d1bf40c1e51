"""The words and marks around the quotations of a text, and where its sentences begin.

Read on a copy of the text in which quotations are blank and the stops of titles and initials are no stops, so that
neither words that are quoted nor "Sen." nor "D-Calif." can end or begin anything. All offsets are those of the text.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.compare.attribution.lexicon import is_title, name_words, small_words, speech
from reader.text.folding import folded
from reader.text.spans import Span

_QUOTED, _DOT = "\x01", "\u2024"
_TOKEN = re.compile(rf"{_QUOTED}+|[^\W_](?:[\w&{_DOT}]|[’'\-‑](?=\w)|(?<=s)[’'](?= \w))*|--|…|\.\.+|[^\w\s]|\n+")
_ELISION = re.compile(r"\b(?:[cdjlmnst]|qu|(?:d|n|su)?all|[dn]ell|sull|un)['’](?=\w)", re.IGNORECASE)
"""A small word that has lost its last letter to the next one: "l'", "dell'"."""
_STOP = re.compile(r"\b([^\W\d_]+)\.(?=(\s*)(\S?))")
_ELIDED = re.compile(f"{_ELISION.pattern}|{_TOKEN.pattern}", re.IGNORECASE)
_ARTICLED = re.compile(r"(?:al|el|ul|an|ar|as|ash|ad|at|az)[-‑][A-Z]")
"""A name with an Arabic article: "al-Masri"."""
_PARTY = re.compile(r"[A-Z]-\w")
"""Of which party from where: "D-Calif."."""
_SENTENCE = 160
"""Words looked through for the beginning or the end of a sentence, at most."""
_SHORT = 4
"""Letters in a word that ends as adverbs do and is none: "only"."""
COMMAS = frozenset({",", "–", "—", "--", "-"})
STOPS = frozenset({".", "!", "?"})


class SpeechToken(NamedTuple):
    """A word, a mark, a line end or a whole quotation."""

    start: int
    end: int
    text: str
    form: str

    @property
    def span(self) -> Span:
        """The characters of the article that it covers."""
        return Span(self.start, self.end)

    @property
    def is_quotation(self) -> bool:
        """Whether it stands for a quotation."""
        return self.text[0] == _QUOTED

    @property
    def is_line_end(self) -> bool:
        """Whether it ends a paragraph."""
        return self.text[0] == "\n"

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number."""
        return self.text[0].isalnum()

    @property
    def is_great(self) -> bool:
        """Whether it is written as names are."""
        if self.text[0].islower():
            return "-" in self.text and bool(_ARTICLED.match(self.text))
        initial = len(self.text) == 2 and self.text[1] == _DOT
        return self.text[0].isupper() and (initial or self.form not in small_words()) and not _PARTY.match(self.text)

    @property
    def is_small(self) -> bool:
        """Whether it is a word that begins with a small letter."""
        return self.text[0].islower() and not ("-" in self.text and _ARTICLED.match(self.text))

    @property
    def is_title(self) -> bool:
        """Whether it says what somebody is."""
        return is_title(self.form)

    @property
    def is_adverb(self) -> bool:
        """Whether it may stand between a subject and its verb: "repeatedly"."""
        return self.is_small and len(self.form) > _SHORT and self.form.endswith("ly")

    @property
    def is_preposition(self) -> bool:
        """Whether it is a preposition, and no part of a name."""
        return self.is_small and self.form in speech("prepositions")

    @property
    def is_adverbial(self) -> bool:
        """Whether it begins a phrase that says when or where: "On Friday"."""
        return self.form in speech("prepositions") or self.form in name_words("times")

    @property
    def is_possessive(self) -> bool:
        """Whether it says whose something is: "Ana's", not "he's"."""
        if not self.text.endswith(("'s", "’s", "s’", "s'")):
            return False
        return self.text[:-2].casefold() not in speech("shortened")


class Tokens:
    """The tokens of a text in order; each quotation is one of them."""

    def __init__(
        self, text: str, quotations: Sequence[Span], titles: Sequence[Span] = (), *, elided: bool = False
    ) -> None:
        """`elided`: whether "l'" and the like are words of their own, as in French and Italian."""
        self.text = text
        masked = _masked(text, quotations, titles)
        pattern = _ELIDED if elided else _TOKEN
        self.all = [SpeechToken(*m.span(), m[0], _form(m[0])) for m in pattern.finditer(masked)]
        self._starts = [t.start for t in self.all]
        self._great = {t.text for n, t in enumerate(self.all) if t.text[0].isupper() and not self.begins(n)}

    def __len__(self) -> int:
        return len(self.all)

    def __getitem__(self, n: int) -> SpeechToken:
        return self.all[n]

    def text_at(self, n: int) -> str:
        """What stands at a token; "." behind the last one."""
        return self.all[n].text if n < len(self.all) else "."

    def span(self, first: int, last: int) -> Span:
        """The characters from the token `first` up to the one before `last`."""
        return Span(self.all[first].start, self.all[last - 1].end)

    def is_lone_start(self, first: int, last: int) -> bool:
        """Whether only the beginning of a sentence gives a word its capital: "Critics said"."""
        return last - first == 1 and self.begins(first) and self.all[first].text not in self._great

    def token_at(self, offset: int) -> int:
        """The number of the token that begins at a character, or of the next one."""
        return bisect_left(self._starts, offset)

    def sentence_start(self, token: int) -> int:
        """The first token of the sentence that a token stands in; a quotation that ends with a stop ends one."""
        n = token
        while n > 0 and token - n < _SENTENCE and not self.begins(n):
            n -= 1
        return n

    def sentence_end(self, token: int) -> int:
        """The token after the last one of the sentence: its stop or line end."""
        n = token + 1
        while n < len(self.all) and n - token < _SENTENCE:
            if self.all[n].text in STOPS or self.all[n].is_line_end or (self.begins(n) and n > token + 1):
                return n
            n += 1
        return n

    def ends_with_stop(self, quotation: int) -> bool:
        """Whether the quotation at a token ends with a full stop, as a whole sentence does."""
        return self._last_of(quotation) in STOPS

    def is_comma(self, n: int) -> bool:
        """Whether a comma stands there, or ends the quotation that does."""
        return self.all[n].text == "," or (self.all[n].is_quotation and self._last_of(n) == ",")

    def runs(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """The runs of capitalised words among the tokens, as pairs of first token and the one after the last."""
        n = first
        while n < last:
            if self.all[n].is_word and self.all[n].is_great:
                end = self.run_end(n, last)
                yield n, end
                n = end
            n += 1

    def run_end(self, first: int, end: int) -> int:
        """The token after the capitalised words that begin at `first`."""
        last = first
        while last < end and self.all[last].is_word:
            token = self.all[last]
            particle = token.form in name_words("particles") and last + 1 < end and self.all[last + 1].is_great
            if not (token.is_great or particle):
                break
            last += 1
            if token.is_possessive:
                break
        return last

    def _last_of(self, quotation: int) -> str:
        """The last character that tells of a quotation, its marks aside."""
        inner = self.all[quotation].span.of(self.text).rstrip("”\"’'»“ \n")
        return inner[-1:]

    def begins(self, n: int) -> bool:
        """Whether a sentence begins with a token, so that any word there has a capital."""
        if n == 0:
            return True
        before = self.all[n - 1]
        if before.text in STOPS or before.is_line_end:
            return True
        return before.is_quotation and self._last_of(n - 1) in STOPS and self.all[n].text[0].isupper()


def _form(text: str) -> str:
    return folded(text.replace(_DOT, "") if _DOT in text else text)


def _masked(text: str, quotations: Sequence[Span], titles: Sequence[Span]) -> str:
    """The text, as long as before: quotations blank, titles a word each, no stops that end no sentence."""
    parts, at = [], 0
    words = {span: _word(span.of(text)) for span in titles} | {span: _QUOTED * len(span) for span in quotations}
    for span, word in sorted(words.items()):
        parts += [text[at : span.start], word]
        at = span.end
    whole = "".join([*parts, text[at:]])
    chars = list(whole)
    for found in _STOP.finditer(whole):
        if _is_no_end(found[1], found[2], found[3]):
            chars[found.end(1)] = _DOT
    return "".join(chars)


def _word(title: str) -> str:
    """A small word in the place of a title; the comma that stands inside its marks stays."""
    comma = title[-2:-1] if title[-2:-1] in {",", "."} else ""
    return "x" * (len(title) - 1 - len(comma)) + (comma + " " if comma else "x")


def _is_no_end(word: str, space: str, after: str) -> bool:
    form = word.casefold()
    if form in speech("abbreviations") and word[0].isupper():
        return "\n" not in space
    if len(word) == 1 and word.isupper():
        return bool(after) and (after.isalpha() or after in ",;-—–’'") and "\n" not in space
    return form in speech("loose") and (after in ",;)-" or after.islower() or after.isdigit()) and bool(after)
