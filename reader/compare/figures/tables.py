"""What of an article is not read for figures: tables of numbers, and what stands behind more than anybody compares."""

import math
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from reader.compare.comparison import Excerpt, FigureOmission, OmissionReason
from reader.compare.witness import Witness
from reader.dataclass import dataclass
from reader.lexicon import load
from reader.text.spans import Span, gaps, joined

MOST_NUMBERS = 2_000
"""Numbers of one article that are read at most: many times what the longest report has, and time stays bounded."""

LONGEST_NUMBER = 100
"""Characters of a number; one of more is told, and not read."""
LEAST_LINES, LEAST_NUMBERS = 8, 24
"""Lines with numbers, and numbers, that a table has at least; what has less is a box of facts, and is read."""
LEAST_WIDE, WIDE = 4, 4
"""And of lines with so many numbers each, so many lines are enough."""
LEAST_IN_LINE = 30
"""A line of so many numbers, and of few words besides, is a table by itself."""
_SHORT = 40
_FEW_WORDS = 4
"""A line without a number that may stand within a table, as a heading or the name of a row: its length, its words."""
_WORDS_A_NUMBER = 2.5
"""Lines with more words to a number are prose: "14 people were killed" is, "Roads: $3.2 million, up 5%" is not."""
_ENDS = (".", "!", "?", "。")
_GAP = 2
"""Blank lines that may stand between two lines of one table."""

# Digits with what stands between them; one run of them is one number, however long. Nothing backtracks.
_NUMBER = re.compile(r"\d[\d.,:’']*+")
_ENDLESS = re.compile(rf"\d(?:[.,:’']?\d){{{LONGEST_NUMBER},}}+")
_WORD = re.compile(r"[^\W\d_]++")
_WORDS = load("numbers")
_PER_CENT = (word for form in load("units")["percent"]["%"]["forms"] for word in form.split())
_SCALES = frozenset((*_WORDS["multipliers"], *_PER_CENT))
"""Words that belong to a number, and say nothing besides."""
_SPELLED = "|".join(word for table in ("units", "tens") for word, value in _WORDS[table].items() if value > 1)
# What makes a figure to be read: digits, and words but for "one", which is mostly a pronoun.
_READ = re.compile(rf"{_NUMBER.pattern}|\b(?:{_SPELLED})\b", re.IGNORECASE)
_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]++")
_BREAK = re.compile(r"\r\n?|\n|\v|\f|\x85|\u2028|\u2029")


@dataclass(frozen=True, slots=True)
class _Line:
    span: Span
    numbers: int
    words: int
    """As many as it needs to be told from prose, at most."""
    is_closed: bool
    """Whether it ends as a sentence does."""

    @property
    def has_cells(self) -> bool:
        """Whether it says little but numbers, and is no short sentence."""
        if self.is_closed:
            return self.numbers >= LEAST_IN_LINE and self.words <= self.numbers
        return self.numbers > 0 and self.words <= _WORDS_A_NUMBER * self.numbers

    @property
    def is_heading(self) -> bool:
        """Whether it may be the name of a row or a column."""
        return not self.is_closed and self.numbers == 0 and self.words <= _FEW_WORDS and len(self.span) <= _SHORT


@lru_cache(maxsize=32)  # the articles of a comparison, whose figures are read and which are told of
def omissions(witness: Witness) -> tuple[FigureOmission, ...]:
    """What of the article's prose is not read for figures, in text order: empty for nearly every article.

    The time is in step with the length of the text, whatever stands in it.
    """
    text = witness.article.text
    tables = list(_tables(witness))
    prose = joined([*witness.article.boilerplate, *(table.excerpt.span for table in tables)])
    numbers = [n.start() for part in gaps(prose, len(text)) for n in _READ.finditer(text, part.start, part.end)]
    found = sorted([*tables, *_endless(witness, prose)], key=lambda one: one.excerpt.span)
    if len(numbers) <= MOST_NUMBERS:
        return tuple(found)
    cut = numbers[MOST_NUMBERS]
    kept = [one for one in found if one.excerpt.span.start < cut]
    more = len(numbers) - MOST_NUMBERS + sum(one.numbers for one in found[len(kept) :] if one in tables)
    rest = Excerpt(witness.article.id, Span(cut, len(text)))
    return (*kept, FigureOmission(rest, OmissionReason.TOO_MANY, more))


def _endless(witness: Witness, left_out: Sequence[Span]) -> Iterator[FigureOmission]:
    """Numbers of more digits than anything is counted in."""
    text = witness.article.text
    for part in gaps(left_out, len(text)):
        for match in _ENDLESS.finditer(text, part.start, part.end):
            excerpt = Excerpt(witness.article.id, Span(*match.span()))
            yield FigureOmission(excerpt, OmissionReason.TOO_LONG, 1)


class OmittedSpans:
    """Which sentences of an article are not read."""

    def __init__(self, omitted: Sequence[FigureOmission]) -> None:
        """Of what lies apart, in text order."""
        self._spans = [one.excerpt.span for one in omitted if one.reason is not OmissionReason.TOO_LONG]

    def has(self, sentence: Span) -> bool:
        """Whether a sentence begins in what is left out, or has its middle there."""
        return self._spans != [] and any(map(self._holds, (sentence.start, (sentence.start + sentence.end) // 2)))

    def _holds(self, at: int) -> bool:
        before = bisect_right(self._spans, at, key=lambda span: span.start) - 1
        return before >= 0 and at < self._spans[before].end


def _tables(witness: Witness) -> Iterator[FigureOmission]:
    for run in _runs(witness):
        full = [n for n, line in enumerate(run) if line.has_cells]
        if not full:
            continue
        lines = run[full[0] : full[-1] + 1]
        numbers = sum(line.numbers for line in lines)
        wide = len(full) >= LEAST_WIDE and numbers >= WIDE * len(full)
        if numbers >= LEAST_NUMBERS and (len(full) >= LEAST_LINES or wide or numbers >= LEAST_IN_LINE * len(full)):
            excerpt = Excerpt(witness.article.id, Span(lines[0].span.start, lines[-1].span.end))
            yield FigureOmission(excerpt, OmissionReason.TABLE, numbers)


def _runs(witness: Witness) -> Iterator[list[_Line]]:
    """Lines that stand together and hold nothing but numbers and short names; boilerplate between them is passed."""
    text, run = witness.article.text, list[_Line]()
    for part in witness.prose:
        for n, line in enumerate(_lines(text, part)):
            near = n == 0 or not run or len(_BREAK.findall(text, run[-1].span.end, line.span.start)) <= _GAP + 1
            fits = line.has_cells or line.is_heading
            if run and not (near and fits):
                yield run
                run = []
            if fits:
                run.append(line)
    if run:
        yield run


def _lines(text: str, part: Span) -> Iterator[_Line]:
    """The lines that are not blank."""
    for match in _LINE.finditer(text, part.start, part.end):
        start, end = match.span()
        if match[0].isspace():
            continue
        numbers = sum(1 for _number in _NUMBER.finditer(text, start, end))
        is_closed = match[0].rstrip().endswith(_ENDS)
        is_prose = numbers < LEAST_IN_LINE if is_closed else (numbers == 0 and end - start > _SHORT)
        most = 0 if is_prose else max(_FEW_WORDS, math.ceil(_WORDS_A_NUMBER * numbers)) + 1
        words = (word for word in _WORD.finditer(text, start, end) if word[0].casefold() not in _SCALES)
        yield _Line(Span(start, end), numbers, sum(1 for _word in islice(words, most)), is_closed)
