"""The terms of a segment and where their postings lie: a file of short sorted lists, and one of the postings.

Of each list the first term is kept in memory; to find a term is to read one list, and words that begin alike stand in
the same. Whoosh's own table, a hash, takes four looks into the file for each term.
"""

import contextlib
import json
import struct
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from reader.search import gate, safe_pickle
from reader.search.postings import SIZE, More, Postings, PostingsExtent, PostingsMatcher, packed

_LIST = 64  # terms
_KEPT = 64  # lists that are kept in memory once they were read
_BETWEEN = b"\xff"  # terms: it is in no UTF-8
_WRITTEN = 1 << 20  # bytes that are written at a time
_TAIL = struct.Struct("<4sIIII")  # a mark, bytes of first terms, lists, terms of the last, bytes of fields
_MARK = b"PXT1"
_NUMBERS = 3  # that the file tells of a term: those of its extent but for the offset, which they add up to


class Codec(gate.whoosh3.W3Codec):  # type: ignore[misc]
    """Whoosh's own, but for the terms."""

    def field_writer(self, storage: Any, segment: Any) -> "TermsWriter":
        """What writes a segment's terms."""
        return TermsWriter(storage, segment)

    def terms_reader(self, storage: Any, segment: Any) -> "TermsReader":
        """What reads them."""
        return TermsReader(storage, segment)

    def __reduce__(self) -> tuple[type["Codec"], tuple[()]]:
        return Codec, ()


safe_pickle.CLASSES[Codec.__module__, Codec.__name__] = Codec  # which a segment remembers


class TermsWriter:
    """Writes the two files of a segment's terms; stands in for Whoosh's field writer."""

    def __init__(self, storage: Any, segment: Any) -> None:
        """Begin the file of terms and the file of postings."""
        self._terms = segment.create_file(storage, Codec.TERMS_EXT)
        self._postings = segment.create_file(storage, Codec.POSTS_EXT)
        self._fields: list[str] = []
        self._firsts: list[bytes] = []
        self._starts = array("Q")  # of the lists: where they lie and where the postings of their terms do
        self._keys: list[bytes] = []
        self._numbers = array("I")
        self._begun = self._at = self._lists_end = 0
        self.is_closed = False

    def write(self, name: str, terms: Iterable[tuple[str, "array[int]", More]]) -> None:
        """All terms of a field in their order, each with its words and what it weighs beyond them.

        Fields come in the order of their names.
        """
        field = bytes([len(self._fields)])
        self._fields.append(name)
        waiting, parts = 0, []
        for term, words, more in terms:
            content, numbers = packed(words, more)
            parts.append(content)
            self._keys.append(field + term.encode("utf-8", "surrogatepass"))
            self._numbers.extend(numbers)
            waiting += len(content)
            self._at += len(content)
            if len(self._keys) >= _LIST:
                self._end_list()
            if waiting > _WRITTEN:
                self._postings.write(b"".join(parts))
                waiting, parts = 0, []
        self._postings.write(b"".join(parts))

    def close(self) -> None:
        """Finish the file of terms and the file of postings: the first is not whole before."""
        last = len(self._keys) or _LIST
        self._end_list()
        firsts, fields = _BETWEEN.join(self._firsts), json.dumps(self._fields).encode("ascii")
        self._terms.write(firsts + self._starts.tobytes() + fields)
        self._terms.write(_TAIL.pack(_MARK, len(firsts), len(self._firsts), last, len(fields)))
        self._terms.close()
        self._postings.close()
        self.is_closed = True

    def abandon(self) -> None:
        """Let go of both files, which are to be deleted: a full disk does not let them be finished."""
        for file in (self._terms, self._postings):
            with contextlib.suppress(OSError):
                file.raw_file().close()
        self.is_closed = True

    def _end_list(self) -> None:
        if not self._keys:
            return
        self._firsts.append(self._keys[0])
        self._starts.extend((self._lists_end, self._begun))
        content = self._numbers.tobytes() + _BETWEEN.join(self._keys)
        self._terms.write(content)
        self._lists_end += len(content)
        self._begun = self._at
        self._keys, self._numbers = [], array("I")


class TermsReader(gate.whoosh3.base.TermsReader):  # type: ignore[misc]
    """Reads what `TermsWriter` wrote; only what Whoosh asks for on our behalf."""

    def __init__(self, storage: Any, segment: Any) -> None:
        """Open both files, and read what the lists begin with."""
        name = segment.make_filename(Codec.TERMS_EXT)
        self._terms = storage.open_file(name)
        self._postings = segment.open_file(storage, Codec.POSTS_EXT)
        length = storage.file_length(name)
        mark, firsts, lists, self._last, fields = _TAIL.unpack(self._terms.get(length - _TAIL.size, _TAIL.size))
        size = firsts + 16 * lists + fields
        told = self._terms.get(length - _TAIL.size - size, size)
        if mark != _MARK or len(told) != size:
            raise ValueError(mark)
        self._firsts = told[:firsts].split(_BETWEEN) if lists else []
        starts = array("Q", told[firsts : firsts + 16 * lists])
        self._starts, self._begun = [*starts[::2], length - _TAIL.size - size], starts[1::2]
        self._fields: list[str] = json.loads(told[firsts + 16 * lists :])
        self._codes = {name: bytes([number]) for number, name in enumerate(self._fields)}
        self._lists: dict[int, tuple[list[bytes], array[int]]] = {}

    def extent(self, field: str, term: bytes) -> PostingsExtent | None:
        """Where a term's postings lie; None where it has none."""
        code = self._codes.get(field)
        if code is None:
            return None
        key = code + term
        number = bisect_right(self._firsts, key) - 1
        if number < 0:
            return None
        keys, numbers = self._list(number)
        at = bisect_left(keys, key)
        return self._extent(number, numbers, at) if at < len(keys) and keys[at] == key else None

    def postings(self, field: str, term: bytes) -> Postings | None:
        """A term's postings."""
        extent = self.extent(field, term)
        return None if extent is None else Postings(self._postings, extent)

    def matcher(self, field: str, term: bytes, form: Any, scorer: Any = None) -> PostingsMatcher:
        """As Whoosh has it."""
        postings = self.postings(field, term)
        if postings is None:
            raise gate.reading.TermNotFound(field, term)
        return PostingsMatcher(postings, form, (field, term), scorer)

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        return self.extent(*term) is not None

    def indexed_field_names(self) -> Sequence[str]:
        """The names of the fields that have any term."""
        return self._fields

    def terms(self) -> Iterator[tuple[str, bytes]]:
        """All terms with their fields, in order."""
        for number in range(len(self._firsts)):
            for key in self._list(number)[0]:
                yield self._fields[key[0]], key[1:]

    def term_info(self, field: str, term: bytes) -> Any:
        """As Whoosh has it; of the articles' lengths, with which it leaves articles out, nothing is known."""
        extent = self.extent(field, term)
        if extent is None:
            raise gate.reading.TermNotFound(field, term)
        postings = Postings(self._postings, extent)
        weights = postings.weights
        whole = extent.articles - len(weights) + sum(weights.values())
        most = max(weights.values(), default=1.0)
        first, last = postings.articles[0], postings.articles[-1]
        return gate.reading.TermInfo(whole, extent.articles, 1, 1 << 31, most, first, last)

    def doc_frequency(self, field: str, term: bytes) -> int:
        """In how many articles a term stands."""
        extent = self.extent(field, term)
        return 0 if extent is None else extent.articles

    def close(self) -> None:
        """Let go of the files."""
        self._terms.close()
        self._postings.close()

    def _list(self, number: int) -> tuple[list[bytes], "array[int]"]:
        """Its terms, and what is told of them."""
        known = self._lists.get(number)
        if known is None:
            start, end = self._starts[number : number + 2]
            content = self._terms.get(start, end - start)
            size = SIZE * _NUMBERS * (self._last if number + 1 == len(self._firsts) else _LIST)
            known = content[size:].split(_BETWEEN), array("I", content[:size])
            if len(self._lists) >= _KEPT:
                self._lists.clear()
            self._lists[number] = known
        return known

    def _extent(self, number: int, numbers: "array[int]", at: int) -> PostingsExtent:
        before = numbers[: _NUMBERS * at]
        articles, again, more = numbers[_NUMBERS * at : _NUMBERS * (at + 1)]
        return PostingsExtent(self._begun[number] + 2 * SIZE * sum(before), articles, again, more)
