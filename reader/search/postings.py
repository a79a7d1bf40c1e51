"""The postings of one term: which articles have it, how often, where; as arrays that are read and written whole.

Whoosh's own blocks are pickles of tuples, of which each posting costs a few objects, to write and to read. Here a word
of a text is one number, its article and its place, and a term an array of these.
"""

import sys
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate, compress
from operator import eq
from typing import Any, NamedTuple

from reader.search import gate

NUMBER, PLACE = (1 << 32, 1) if sys.byteorder == "little" else (1, 1 << 32)
"""What an article's number and a place in it are multiplied with: in memory the place comes first, then the number."""
SIZE = array("I").itemsize
_NO_PLACE = array("I", [0]).tobytes()

More = Sequence[tuple[int, float]]
"""What terms weigh in an article beyond one for each time they stand there, in the order of the articles."""


class PostingsExtent(NamedTuple):
    """Where the postings of a term lie: in how many articles it stands, how often beyond that, how many weigh more."""

    offset: int
    articles: int
    again: int
    more: int

    @property
    def places(self) -> int:
        """How often it stands anywhere."""
        return self.articles + self.again


def packed(words: "array[int]", more: More) -> tuple[bytes, tuple[int, int, int]]:
    """A term's postings, and the numbers of its `PostingsExtent`; `words` in their order.

    The places come first, then the articles, then an article once for each further time that the term stands there.
    """
    content = words.tobytes()
    if len(words) == 1 and not more:  # as half of all terms have it: the place, the article
        return content, (1, 0, 0)
    both = array("I", content)
    numbers = both[1::2]
    different = dict.fromkeys(numbers)
    content = both[::2].tobytes()
    if len(different) == len(numbers):
        content += numbers.tobytes()
    else:
        later = numbers[1:]
        content += array("I", different).tobytes() + array("I", compress(later, map(eq, later, numbers))).tobytes()
    if more:
        content += array("I", [number for number, _ in more]).tobytes() + array("f", [one for _, one in more]).tobytes()
    return content, (len(different), len(numbers) - len(different), len(more))


class Postings:
    """A term's postings, read from a file. What nobody asks for is not read."""

    def __init__(self, file: Any, extent: PostingsExtent) -> None:
        self._file, self._extent = file, extent
        whole = array("I", file.get(extent.offset + SIZE * extent.places, SIZE * (extent.places + 2 * extent.more)))
        if len(whole) != extent.places + 2 * extent.more:
            raise EOFError
        self.each = whole[: extent.places] if extent.more else whole
        """An article for each time that the term stands there: each once and in order, then what comes again."""
        self._more = whole[extent.places :] if extent.more else None

    @cached_property
    def articles(self) -> "array[int]":
        """The articles in order."""
        return self.each[: self._extent.articles]

    @cached_property
    def again(self) -> "array[int]":
        """In order, an article for each time that the term stands there after the first."""
        return self.each[self._extent.articles :]

    @cached_property
    def more(self) -> More:
        """What it weighs beyond that, be it below 0; an article may come more than once."""
        if self._more is None:
            return ()
        numbers, amounts = self._more[: self._extent.more], array("f", self._more[self._extent.more :].tobytes())
        return tuple(zip(numbers, amounts, strict=True))

    @cached_property
    def weights(self) -> dict[int, float]:
        """What it weighs in those articles where that is not 1, be it by chance 1 after all."""
        found: dict[int, float] = Counter(self.again)  # type: ignore[assignment] # numbers that need not be whole
        for number, amount in self.more:
            found[number] += amount
        return {number: 1.0 + beyond for number, beyond in found.items()}

    @cached_property
    def _places(self) -> "array[int]":
        places = array("I", self._file.get(self._extent.offset, SIZE * self._extent.places))
        if len(places) != self._extent.places:
            raise EOFError
        return places

    @cached_property
    def _starts(self) -> list[int]:
        """Where the places of each article begin."""
        times = Counter(self.articles)
        times.update(self.again)
        return list(accumulate(map(times.__getitem__, self.articles), initial=0))

    def places(self, at: int) -> bytes:
        """The places in one of the articles, 4 bytes each."""
        return self._places[self._starts[at] : self._starts[at + 1]].tobytes()


class PostingsMatcher(gate.matching.LeafMatcher):  # type: ignore[misc]
    """One article after the other, as Whoosh asks for them."""

    def __init__(self, postings: Postings, form: Any, term: tuple[str, bytes], scorer: Any = None) -> None:
        """Stand at the first; `form` is the format of the field."""
        self.format, self.scorer = form, scorer
        self._postings, self._term = postings, term
        self._articles: list[int] = postings.articles.tolist()  # which is twice as quick to look into
        self._count, self._at = len(self._articles), 0
        self._weights: list[float] | None = None

    def is_active(self) -> bool:
        """Whether it stands at an article."""
        return self._at < self._count

    def reset(self) -> None:
        """Stand at the first again."""
        self._at = 0

    def copy(self) -> "PostingsMatcher":
        """Another that stands at the same."""
        other = PostingsMatcher(self._postings, self.format, self._term, self.scorer)
        other._at = self._at
        return other

    def id(self) -> int:
        """The article's number."""
        return self._articles[self._at]

    def all_ids(self) -> Iterable[int]:
        """The numbers of all."""
        return iter(self._articles)

    def weight(self) -> float:
        """What the term weighs there."""
        if self._weights is None:
            weights = self._postings.weights
            self._weights = [weights.get(number, 1.0) for number in self._articles]
        return self._weights[self._at]

    def value(self) -> bytes:
        """The places there, encoded."""
        return self._postings.places(self._at)

    def next(self) -> None:
        """Go on to the next article."""
        self._at += 1

    def skip_to(self, number: int) -> None:
        """Go on to the first article of this number or above."""
        if self._at >= self._count:
            raise gate.matching.ReadTooFar
        self._at = bisect_left(self._articles, number, self._at)

    def supports_block_quality(self) -> bool:
        """There are no blocks."""
        return False


def words_of(number: int, value: bytes | None) -> "array[int]":
    """An article's places as `PostingsMatcher.value` gives them, as `packed` takes them."""
    return array("Q", [number * NUMBER + place * PLACE for place in array("I", value or _NO_PLACE)])
