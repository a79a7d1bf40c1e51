"""Ranking: BM25F over columns in memory, where Whoosh would seek in a file for every article it weighs."""

import math
import sys
import time
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Any

from reader.search import gate
from reader.search.engines import SearchTimeout

_B, _K1 = 0.6, 1.2  # how much length counts, and how soon a word said again stops counting; usual values for news


class Ranking(gate.scoring.BM25F):  # type: ignore[misc]
    """Whoosh's BM25F, for one opened state: lengths are read once for each segment and field."""

    def __init__(self) -> None:
        """Set the two usual constants."""
        super().__init__(B=_B, K1=_K1)
        self._norms: dict[tuple[int, str], list[float]] = {}
        self.until = math.inf

    def scorer(self, searcher: Any, fieldname: str, text: bytes, qf: int = 1) -> Any:
        """What weighs one term in one segment; raises `SearchTimeout` after `until`: many terms take long to begin."""
        if time.monotonic() > self.until:
            raise SearchTimeout
        if not searcher.schema[fieldname].scorable:
            return gate.scoring.WeightScorer.for_(searcher, fieldname, text)
        return _Scorer(searcher, fieldname, text, self._of(searcher, fieldname), qf)

    def added(self, searcher: Any, field: str, terms: Iterable[tuple[bytes, float]]) -> dict[int, float]:
        """Of each article of a segment that has any of these terms, by its number, what they weigh in it together.

        Terms come with what each counts. It is what `scorer` gives, added up; but postings are read a block at a time,
        where Whoosh goes from article to article and asks each of many terms there.
        """
        norms, reader, found = self._of(searcher, field), searcher.reader(), dict[int, float]()
        met = found.get
        for term, counts in terms:
            if time.monotonic() > self.until:
                raise SearchTimeout
            top = searcher.get_parent().idf(field, term) * (_K1 + 1)
            for numbers, weights in _postings(reader, field, term):
                for number, weight in zip(numbers, weights, strict=True):
                    found[number] = met(number, 0.0) + top * weight / (weight + norms[number]) * counts
        for number in reader._perdoc.deleted_docs():  # noqa: SLF001
            found.pop(number, None)
        return found

    def _of(self, searcher: Any, field: str) -> list[float]:
        reader = searcher.reader()
        norms = self._norms.get((id(reader), field))
        if norms is None:
            average = searcher.get_parent().avg_field_length(field) or 1
            by_byte = [_K1 * (1 - _B + _B * max(1, length) / average) for length in map(_length, range(256))]
            norms = [by_byte[byte] for byte in _lengths(reader, field)]
            self._norms[id(reader), field] = norms
        return norms


class _Scorer(gate.scoring.BM25FScorer):  # type: ignore[misc]
    def __init__(self, searcher: Any, field: str, text: bytes, norms: list[float], qf: int) -> None:
        super().__init__(searcher, field, text, _B, _K1, qf=qf)
        self._norms = norms
        self._top = self.idf * (_K1 + 1)

    def score(self, matcher: Any) -> float:
        weight = matcher.weight()
        return float(self._top * weight / (weight + self._norms[matcher.id()]))


def _postings(reader: Any, field: str, term: bytes) -> Iterator[tuple[Sequence[int], Sequence[float]]]:
    """Numbers of articles and weights, block by block, those of deleted articles among them."""
    try:
        matcher = reader._terms.matcher(field, term, reader.schema[field].format)  # noqa: SLF001
    except gate.reading.TermNotFound:
        return
    if isinstance(matcher, gate.matching.ListMatcher):  # of a term so rare that it has no block of its own
        yield [matcher.id()], [matcher.weight()]
        return
    while matcher.is_active():
        matcher._read_weights()  # noqa: SLF001 - and the rest of the block with them
        yield list(accumulate(matcher._data[0])), matcher._weights  # noqa: SLF001
        matcher._next_block()  # noqa: SLF001


def days(reader: Any) -> list[int]:
    """The day of each article of a segment, as a number; 0 where it has none."""
    result = array("I")
    if reader.has_column("date"):
        column = reader.column_reader("date", translate=False)
        result.frombytes(_raw(column))
        if sys.byteorder == "little":
            result.byteswap()
    return result.tolist() + [0] * (reader.doc_count_all() - len(result))


def _lengths(reader: Any, field: str) -> bytes:
    """The length of a field of each article, as the byte that Whoosh rounds it to."""
    column = reader._perdoc._cached_reader(f"_{field}_len", gate.whoosh3.LENGTHS_COLUMN)  # noqa: SLF001
    return (_raw(column) if column else b"").ljust(reader.doc_count_all(), b"\0")


def _raw(column: Any) -> bytes:
    return bytes(column._dbfile.get(column._basepos, column._count * column._fixedlen))  # noqa: SLF001


def _length(byte: int) -> int:
    return int(gate.byte_to_length(byte))
