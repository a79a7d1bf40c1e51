"""One witness as the matcher reads it: its words as stems and senses, its sentences cut in clauses."""

import re
import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from reader.compare.passages.terms import Lexis, contents
from reader.compare.witness import Witness
from reader.dataclass import dataclass
from reader.text.spans import Span
from reader.text.token_table import TokenTable

LONGEST = 80
"""Tokens in a unit, at most: text without sentence ends must not make the matcher slow."""
SHORTEST = 3
"""Tokens in a clause, at least, so that "he said," is not one."""
_CREDIT = 14
"""Tokens in a clause that only credits, at most: it begins or ends with the verb."""
_BRIEF = 5
"""Tokens in a clause that only credits wherever the verb stands, at most."""
_FIRST_CODE = 0x10000
"""The first character that stands for a form: above the halves of characters, and a million of them."""
_OPENING, _CLOSING = "“‘„«‹(\"'$£€", "”’»›)\"'.,!?%"
# A stop alone ends no clause: within a sentence it stands in an abbreviation, "U.S.", "Sen. Brandt".
_CUT = re.compile(r"""[,;:()\[\]"“”„«»–—…!?]|--|\.\.|\s['‘’]|['‘’]\s""")
_POSSESSIVE = re.compile(r"(?<=[sS])['’]\s+")
"""What stands between two words where the first may be a possessive, "the miners' strike", or end a quotation."""
_OPENED = re.compile(r"\s['‘]")


Cut = tuple[int, int, tuple[int, ...]]
"""Start, end and cuts of a unit."""


@dataclass(frozen=True, slots=True)
class MatcherSentence:
    """A sentence, or a part of an endless one: tokens `start` to `end`, cut into clauses at the tokens `cuts`."""

    start: int
    end: int
    cuts: tuple[int, ...]
    """The first tokens of its clauses and, last, `end`."""
    statement: int = 0
    """The number of the witness's statement that it is, or is part of."""
    headline: bool = False


@dataclass(frozen=True, slots=True)
class MatcherInput:
    """A witness's words, a stem and a sense for each ("" where it says nothing of its own), and its units in order."""

    witness: Witness
    words: TokenTable
    stems: list[str]
    senses: list[str]
    units: list[MatcherSentence]
    parts: list[range]
    """The units of each of the witness's statements, mostly one."""
    quoted: bytearray
    """1 for each word between quotation marks, 0 for each other."""
    codes: str
    """A character for each word, the same for the same folded form in all articles: quick to hold in order."""
    lexis: Lexis

    @property
    def text(self) -> str:
        """The article's text."""
        return self.witness.article.text

    @classmethod
    def of(
        cls,
        witness: Witness,
        canon: Mapping[str, str],
        quotes: Iterable[Span] = (),
        codes: dict[str, str] | None = None,
    ) -> "MatcherInput":
        """The reading of a witness.

        `canon` gives the one form of a name that is written in several ways, `quotes` what is between quotation marks;
        `codes` is filled with the characters that stand for forms, and is one for all that are to be compared.
        """
        article = witness.article
        found = witness.words
        lexis = Lexis.of(article.language)
        terms = contents(article.text, found, [canon.get(form, form) for form in found.forms], lexis)
        stems, senses = [t[0] for t in terms], [t[1] for t in terms]
        units, parts = _sentences(witness, lexis)
        quoted = bytearray(len(found))
        for span in quotes:
            first, last = bisect_left(found.starts, span.start), bisect_left(found.starts, span.end)
            quoted[first:last] = b"\1" * (last - first)
        for first, last in _credits(article.text, found, units, quoted, lexis):
            stems[first:last] = senses[first:last] = [""] * (last - first)
        return cls(
            witness,
            found,
            stems,
            senses,
            units,
            parts,
            quoted,
            _codes(found.forms, {} if codes is None else codes),
            lexis,
        )

    def span(self, first: int, last: int) -> Span:
        """The characters from the token `first` up to the one before `last`, with the marks that enclose them."""
        start, end = self.words.starts[first], self.words.ends[last - 1]
        least = self.words.ends[first - 1] if first else 0
        most = self.words.starts[last] if last < len(self.words) else len(self.text)
        while start > least and self.text[start - 1] in _OPENING:
            start -= 1
        while end < most and self.text[end] in _CLOSING:
            end += 1
        return Span(start, end)


def _sentences(witness: Witness, lexis: Lexis) -> tuple[list[MatcherSentence], list[range]]:
    """A witness's sentences in order, and which of them are each of its statements."""
    article, found = witness.article, witness.words
    units: list[MatcherSentence] = []
    parts: list[range] = []
    for n, statement in enumerate(witness.statements):
        start = bisect_left(found.starts, statement.start)
        end = bisect_left(found.starts, statement.end, start)
        headline = bool(article.headline) and statement.of(article.text).strip() == article.headline
        first = len(units)
        if end > start:
            units += (MatcherSentence(*cut, n, headline) for cut in _units(article.text, found, start, end, lexis))
        parts.append(range(first, len(units)))
    return units, parts


def _codes(forms: Sequence[str], known: dict[str, str]) -> str:
    return "".join([known.setdefault(form, chr(min(_FIRST_CODE + len(known), sys.maxunicode))) for form in forms])


def _units(text: str, found: TokenTable, start: int, end: int, lexis: Lexis) -> list[Cut]:
    cuts = _cuts(text, found, start, end, lexis)
    units, first, inside = [], start, [start]
    for cut in cuts[1:]:
        if cut - first > LONGEST:
            units.append((first, inside[-1], tuple(inside)))
            first, inside = inside[-1], [inside[-1]]
        inside.append(cut)
    units.append((first, end, tuple(inside)))
    return units


def _cuts(text: str, found: TokenTable, start: int, end: int, lexis: Lexis) -> list[int]:
    """Where clauses begin: after punctuation or quotation marks and before the words that open a clause."""
    cuts = [start]
    forms, openers = found.forms, lexis.openers
    for n in range(start + 1, end):
        size = n - cuts[-1]
        if size < SHORTEST or (end - n < SHORTEST and size < LONGEST // 2):
            continue  # too near the last cut, or the end
        if size >= LONGEST // 2 or forms[n] in openers or _is_marked(text, found, start, n):
            cuts.append(n)
    return [*cuts, end]


def _is_marked(text: str, found: TokenTable, start: int, n: int) -> bool:
    """Whether a mark stands before a token that ends a clause."""
    begin, end = found.ends[n - 1], found.starts[n]
    if end - begin == 1 and text[begin] == " ":  # mostly, and no pattern needs to be asked
        return False
    return bool(_CUT.search(text, begin, end)) and not _is_possessive(text, found, start, n)


def _is_possessive(text: str, found: TokenTable, start: int, n: int) -> bool:
    """Whether the mark before a token is an apostrophe, as no quotation was opened that it could end."""
    begin, end = found.ends[n - 1], found.starts[n]
    if not _POSSESSIVE.fullmatch(text, begin, end):
        return False
    first = max(0, found.starts[start] - 1)
    return text[first] not in "'‘" and not _OPENED.search(text, first, begin)


def _credits(
    text: str, found: TokenTable, units: list[MatcherSentence], quoted: Sequence[int], lexis: Lexis
) -> Iterator[tuple[int, int]]:
    """The words that only say whose the others are: "said the mayor", "officials say"."""
    for unit in units:
        if len(unit.cuts) > 2:
            for first, last in pairwise(unit.cuts):
                start = _last_part(text, found, quoted, first, last)
                if _only_credits(found.forms[start:last], lexis):
                    yield start, last


def _last_part(text: str, found: TokenTable, quoted: Sequence[int], first: int, last: int) -> int:
    """Where the part of a clause begins that follows its last mark: a credit of two words is no clause of its own."""
    if quoted[last - 1]:
        return first
    for n in range(last - 1, max(first, last - SHORTEST), -1):
        if _CUT.search(text, found.ends[n - 1], found.starts[n]):
            return n
    return first


def _only_credits(forms: list[str], lexis: Lexis) -> bool:
    if len(forms) <= _BRIEF:
        return not lexis.crediting.isdisjoint(forms)
    opens = forms[0] in lexis.crediting and forms[1] != "that" and lexis.verbs.isdisjoint(forms[1:])
    return len(forms) <= _CREDIT and (opens or forms[-1] in lexis.crediting)
