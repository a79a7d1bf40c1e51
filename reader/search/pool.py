"""All words of one commit in memory, by field and term, until they are written.

Words come by the million, so what is done for each is done by dictionaries and arrays, not in Python: a word is one
number, its article and its place there, and goes to the others of its term.
"""

from array import array
from collections import defaultdict, deque
from collections.abc import Iterator
from functools import partial

from reader.search.postings import NUMBER, PLACE, More, words_of
from reader.search.schema import Terms


class TermPool:
    """Stands in for Whoosh's sorting pool. Terms are kept as strings: those sort as their UTF-8 does.

    Articles are added first and in the order of their numbers, then what Whoosh itself takes from other segments.
    """

    def __init__(self) -> None:
        self._words: defaultdict[str, defaultdict[str, array[int]]] = defaultdict(
            lambda: defaultdict(partial(array, "Q"))
        )
        self._more: defaultdict[str, defaultdict[str, list[tuple[int, float]]]] = defaultdict(lambda: defaultdict(list))

    def add(self, posting: tuple[str, bytes, int, float, bytes | None]) -> None:
        """One posting, as Whoosh hands it over; those of one term come in the order of their articles."""
        field, term, number, weight, value = posting
        word, words = term.decode("utf-8", "surrogatepass"), words_of(number, value)
        self._words[field][word].extend(words)
        if weight != len(words):
            self._more[field][word].append((number, weight - len(words)))

    def add_terms(self, field: str, number: int, terms: Terms) -> int:
        """All words of a field of an article; how many they are."""
        words, count = self._words[field], 0
        for run, start, weight in terms.runs:
            first = number * NUMBER + start * PLACE
            places = range(first, first + len(run) * PLACE, PLACE)
            deque(map(array.append, map(words.__getitem__, run), places), maxlen=0)
            count += len(run)
            if weight != 1.0:
                more = self._more[field]
                for form in run:
                    more[form].append((number, weight - 1.0))
        return count

    def fields(self) -> list[str]:
        """The names of the fields that have any term."""
        return sorted(self._words)

    def terms(self, field: str) -> Iterator[tuple[str, "array[int]", More]]:
        """A field's terms in their order, each with its words and what it weighs beyond them."""
        words, more = self._words[field], self._more[field]
        for term in sorted(words):
            yield term, words[term], more.get(term, ())

    def cleanup(self) -> None:
        """Let go of everything."""
        self._words.clear()
        self._more.clear()
