"""Ranking: BM25F over columns in memory, where Whoosh would seek in a file for every article it weighs."""

import math
import sys
import time
from array import array
from collections import Counter
from collections.abc import Sequence
from typing import Any

from reader.search import gate, synonyms
from reader.search.engines import SearchTimeout
from reader.search.synonyms import K1, ArticleNorms, B, RecentCounts, Synonyms, WordCounts


class Ranking(gate.scoring.BM25F):  # type: ignore[misc]
    """Whoosh's BM25F, for one opened state: lengths are read once for each segment and field."""

    def __init__(self) -> None:
        """Set the two usual constants."""
        super().__init__(B=B, K1=K1)
        self._norms: dict[tuple[int, str], ArticleNorms] = {}
        self._recent = RecentCounts()
        self.until = math.inf

    def scorer(self, searcher: Any, fieldname: str, text: bytes, qf: int = 1) -> Any:
        """What weighs one term in one segment; raises `SearchTimeout` after `until`: many terms take long to begin."""
        if time.monotonic() > self.until:
            raise SearchTimeout
        if not searcher.schema[fieldname].scorable:
            return gate.scoring.WeightScorer.for_(searcher, fieldname, text)
        return _Scorer(searcher, fieldname, text, self._of(searcher, fieldname).of)

    def of_synonyms(self, searcher: Any, words: Synonyms) -> WordCounts:
        """The articles of a segment that have any of the words."""
        return self._recent.of(words, id(searcher.reader()), lambda: self._counted(searcher, words))

    def _counted(self, searcher: Any, words: Synonyms) -> WordCounts:
        """Each word's postings are counted all at once; Whoosh goes from article to article and asks each of them."""
        reader, field, exact = searcher.reader(), words.field, set[int]()
        counts: Counter[int] = Counter()
        met: dict[int, float] = counts  # type: ignore[assignment] # a word of a headline counts for more than one
        for form in words.forms:
            if time.monotonic() > self.until:
                raise SearchTimeout
            postings = reader._terms.postings(field, form.encode("utf-8", "surrogatepass"))  # noqa: SLF001
            if postings is None:
                continue
            counts.update(postings.each)
            for number, more in postings.more:
                met[number] += more
            if form in words.exact:
                exact.update(postings.articles)
        for number in reader._perdoc.deleted_docs():  # noqa: SLF001
            met.pop(number, None)
        return WordCounts(met, self._of(searcher, field), exact, words.less)

    def rarity(self, searcher: Any, words: Synonyms) -> float:
        """How much the words tell: as much as the commonest."""
        terms = [form.encode("utf-8", "surrogatepass") for form in words.forms]
        return min(float(searcher.get_parent().idf(words.field, term)) for term in terms)

    def _of(self, searcher: Any, field: str) -> ArticleNorms:
        reader = searcher.reader()
        norms = self._norms.get((id(reader), field))
        if norms is None:
            lengths = map(_LENGTHS.__getitem__, _lengths(reader, field))
            norms = synonyms.norms(lengths, searcher.get_parent().avg_field_length(field))
            self._norms[id(reader), field] = norms
        return norms


class _Scorer(gate.scoring.BaseScorer):  # type: ignore[misc]
    def __init__(self, searcher: Any, field: str, text: bytes, norms: Sequence[float]) -> None:
        self._norms = norms
        self._top = searcher.get_parent().idf(field, text) * (K1 + 1)

    def score(self, matcher: Any) -> float:
        weight = matcher.weight()
        return float(self._top * weight / (weight + self._norms[matcher.id()]))


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


_LENGTHS = [int(gate.byte_to_length(byte)) for byte in range(256)]
"""Lengths by the bytes to which Whoosh rounds them."""
