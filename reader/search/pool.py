"""All words of one commit in memory, by field and term, until they are written.

Words come by the million, so what is done for each is done by dictionaries and slices, not in Python: a term's list
holds the number of an article and the encoded places of the term there in turn, and weights are worked out at the end.
"""

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import chain
from typing import Any

from reader.search.blocks import Postings
from reader.search.schema import Terms

_SIZE = array("I").itemsize
_EARLY = [
    array("I", [place]).tobytes() for place in range(8_192)
]  # where words of an article of the usual length stand


class TermPool:
    """Stands in for Whoosh's sorting pool. Terms are kept as strings: those sort as their UTF-8 does.

    Articles are added first and in the order of their numbers, then what Whoosh itself takes from other segments.
    """

    def __init__(self) -> None:
        self._words: defaultdict[str, defaultdict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
        self._extra: defaultdict[str, defaultdict[str, list[tuple[int, float]]]] = defaultdict(
            lambda: defaultdict(list)
        )
        self._ready: defaultdict[str, dict[str, Postings]] = defaultdict(dict)

    def add(self, posting: tuple[str, bytes, int, float, bytes]) -> None:
        """One posting, as Whoosh hands it over; those of one term come in the order of their articles."""
        field, term, number, weight, value = posting
        terms, word = self._ready[field], term.decode("utf-8", "surrogatepass")
        value = value or b""  # None, where places do not count
        found = terms.get(word)
        if found is None:
            terms[word] = ([number], [weight], [value])
        else:
            found[0].append(number)
            found[1].append(weight)
            found[2].append(value)

    def add_terms(self, field: str, number: int, terms: Terms) -> int:
        """All words of a field of an article; how many they are."""
        words = self._words[field]
        forms, values = _placed(terms)
        encoded = dict(zip(forms, values, strict=True))
        if len(encoded) < len(forms):
            encoded.update(_repeated(forms, values))
        for form, value in encoded.items():
            known = words[form]
            known.append(number)
            known.append(value)
        for run, _start, weight in terms.runs:
            if weight != 1.0:
                extra = self._extra[field]
                for form in run:
                    extra[form].append((number, weight - 1.0))
        return len(forms)

    def fields(self) -> list[str]:
        """The names of the fields that have any term."""
        return sorted(self._words.keys() | self._ready.keys())

    def terms(self, field: str) -> Iterator[tuple[bytes, Postings]]:
        """A field's terms in their order, each with its postings."""
        words, extra, ready = self._words[field], self._extra[field], self._ready[field]
        for term in sorted(words.keys() | ready.keys()):
            postings = _postings(words[term], extra.get(term)) if term in words else ready[term]
            if term in words and term in ready:
                postings = _joined(postings, ready[term])
            yield term.encode("utf-8", "surrogatepass"), postings

    def cleanup(self) -> None:
        """Let go of everything."""
        self._words.clear()
        self._extra.clear()
        self._ready.clear()


def _placed(terms: Terms) -> tuple[list[str], list[bytes]]:
    """All forms, and for each its one place, encoded."""
    forms = list(chain.from_iterable(run for run, _start, _weight in terms.runs))
    places = chain.from_iterable(range(start, start + len(run)) for run, start, _weight in terms.runs)
    if terms.end <= len(_EARLY):
        return forms, list(map(_EARLY.__getitem__, places))
    return forms, [array("I", [place]).tobytes() for place in places]


def _repeated(forms: list[str], values: list[bytes]) -> dict[str, bytes]:
    """The encoded places of those forms that stand in more than one."""
    several = {form: b"" for form, count in Counter(forms).items() if count > 1}
    for form, value in zip(forms, values, strict=True):
        if form in several:
            several[form] += value
    return several


def _postings(words: list[Any], extra: list[tuple[int, float]] | None) -> Postings:
    """The postings of one term: it weighs as often as it stands there, and what parts of articles add to that."""
    numbers, values = words[::2], words[1::2]
    weights = [len(value) / _SIZE for value in values]
    if extra:
        for number, more in extra:
            weights[bisect_left(numbers, number)] += more
    return numbers, weights, values


def _joined(one: Postings, other: Postings) -> Postings:
    return one[0] + other[0], one[1] + other[1], one[2] + other[2]
