"""Whoosh's segment writer, made half as quick again and unable to harm the state before.

The stock writer keeps every posting as a tuple, sorts them all and then hands them over one by one. This one keeps them
by term, in the order they come in, which is the order of the articles, and hands over whole blocks. What it writes is
the same, posting by posting (tests/search/test_writing.py); it relies on private parts of 2.7.4, the last release.
"""

from array import array
from collections.abc import Mapping, Sequence
from typing import Any

from reader.search import gate
from reader.search.schema import Terms

NAME = "MAIN"
_BLOCK = 128  # postings of a block, as W3Codec has it
_COMPRESSION = 3
_FEW = 8  # postings that are not worth compressing; most terms have no more
_TIER = 6  # segments of one order of magnitude that are let stand before they are merged
_LARGE = 256  # articles of a segment that is not merged any more
_MOST = 4_000  # articles that one commit merges: it holds their postings in memory

_EARLIEST = 2_048  # places at which a word stands in an article of the usual length
_EARLY = [array("I", [place]).tobytes() for place in range(_EARLIEST)]

Postings = tuple[list[int], list[float], list[bytes]]  # articles in order, weights, encoded places


class Pool:
    """Postings by field and term; stands in for Whoosh's sorting pool.

    Terms are kept as strings: those sort by code point as their UTF-8 sorts by byte.
    """

    def __init__(self) -> None:
        self.fields: dict[str, dict[str, Postings]] = {}

    def add(self, posting: tuple[str, bytes, int, float, bytes]) -> None:
        """One posting, as Whoosh hands it over; those of one term have to come in the order of their articles."""
        field, term, number, weight, value = posting
        _append(self.fields.setdefault(field, {}), term.decode("utf-8", "surrogatepass"), number, weight, value)

    def add_terms(self, field: str, number: int, terms: Terms) -> int:
        """All postings of a field of an article; its length in words."""
        known, length, early = self.fields.setdefault(field, {}), 0, _EARLY
        of = known.get
        for form, places in terms.places.items():  # two million times for 5,000 articles: nothing is called in vain
            count = len(places)
            length += count
            first = places[0]
            value = early[first] if count == 1 and first < _EARLIEST else array("I", places).tobytes()
            found = of(form)
            if found is None:
                known[form] = ([number], [float(count)], [value])
            else:
                found[0].append(number)
                found[1].append(float(count))
                found[2].append(value)
        for form, more in terms.extra.items():
            known[form][1][-1] += more
        return length

    def cleanup(self) -> None:
        """Let go of everything."""
        self.fields = {}


def _append(terms: dict[str, Postings], term: str, number: int, weight: float, value: bytes) -> None:
    found = terms.get(term)
    if found is None:
        terms[term] = ([number], [weight], [value])
    else:
        found[0].append(number)
        found[1].append(weight)
        found[2].append(value)


class Writer(gate.writing.SegmentWriter):  # type: ignore[misc]
    """Writes one commit. What the state before was made of stays until somebody cleans up."""

    def __init__(self, index: Any) -> None:
        """Begin a commit; segments are not compound, as those would be copied into memory whole at every opening."""
        codec = gate.whoosh3.W3Codec(blocklimit=_BLOCK, compression=_COMPRESSION)
        super().__init__(index, codec=codec, compound=False)
        self.pool = Pool()

    def put(self, values: Mapping[str, object]) -> None:
        """Add an article, by field; what `add_document` does with less ado."""
        documents, number = self.perdocwriter, self.docnum
        documents.start_doc(number)
        for name in sorted(values):
            field, value = self.schema[name], values[name]
            length = 0
            if isinstance(value, Terms):
                length = self.pool.add_terms(name, number, value)
            elif field.indexed:
                for term, _count, weight, encoded in field.index(value):
                    self.pool.add((name, term, number, weight, encoded))
            documents.add_field(name, field, value if field.stored else None, length)
            if field.column_type:
                documents.add_column_value(name, field.column_type, field.to_column_value(value))
        documents.finish_doc()
        self._added = True
        self.docnum += 1

    def give_up(self) -> None:
        """End a commit that failed; 2.7.4 keeps its lock when `cancel` fails too, on a full disk for one."""
        try:
            self.cancel()
        except Exception:  # whatever it is, the first error is the one to tell
            if self.writelock:
                self.writelock.release()

    def _flush_segment(self) -> None:
        self.perdocwriter.close()
        lengths = self.per_document_reader()
        try:
            for name in sorted(self.pool.fields):
                self._write_field(name, self.pool.fields[name], lengths)
            self.fieldwriter.close()
        finally:
            lengths.close()

    def _write_field(self, name: str, terms: dict[str, Postings], lengths: Any) -> None:
        field = self.schema[name]
        of = lengths.doc_field_length
        each = [of(number, name) or 0 for number in range(self.docnum)] if field.scorable else None
        writer = self.fieldwriter
        writer.start_field(name, field)
        for term in sorted(terms):
            writer.start_term(term.encode("utf-8", "surrogatepass"))
            _write_term(writer._postwriter, terms[term], each)  # noqa: SLF001
            writer.finish_term()
        writer.finish_field()

    def _commit_toc(self, segments: list[Any]) -> None:
        # The stock writer would delete what the state before is made of, and our stamp names no other state yet.
        gate.index.TOC(self.schema, segments, self.generation).write(self.storage, self.indexname)


def _write_term(writer: Any, postings: Postings, lengths: Sequence[int] | None) -> None:
    """Fill the posting writer's buffer block by block; the last block is left to `finish_term`."""
    numbers, weights, values = postings
    writer._compression = _COMPRESSION if len(numbers) > _FEW else 0  # noqa: SLF001
    for start in range(0, len(numbers), _BLOCK):
        if start:
            writer._write_block()  # noqa: SLF001
        block = numbers[start : start + _BLOCK]
        writer._ids = array("I", block)  # noqa: SLF001
        writer._weights = array("f", weights[start : start + _BLOCK])  # noqa: SLF001
        writer._maxweight = max(weights[start : start + _BLOCK])  # noqa: SLF001
        writer._values = [value for value in values[start : start + _BLOCK] if value]  # noqa: SLF001
        if lengths is not None and (known := [length for number in block if (length := lengths[number])]):
            writer._minlength, writer._maxlength = min(known), max(known)  # noqa: SLF001


def merging(writer: Any, segments: list[Any]) -> list[Any]:
    """Whoosh's merge policy for a commit: small segments that are many of one size, or half dead, go into the new one.

    So there are few of them, and an article is written anew only a few times in its life. Merging is slow, article by
    article slower than indexing: large segments, which only a large commit makes, stay as they are.
    """
    tiers: dict[int, list[Any]] = {}
    for segment in segments:
        if _alive(segment) < _LARGE:
            tiers.setdefault(len(f"{_alive(segment):o}"), []).append(segment)
    wanted = [segment for segment in segments if 2 * _alive(segment) < segment.doc_count_all()]
    wanted += [segment for tier in tiers.values() if len(tier) >= _TIER for segment in tier]
    into: set[str] = set()
    room = _MOST
    for segment in wanted:
        if segment.segment_id() not in into and _alive(segment) <= room:
            into.add(segment.segment_id())
            room -= _alive(segment)
    for segment in segments:
        if segment.segment_id() in into and _alive(segment):
            _add(writer, segment)
    return [segment for segment in segments if segment.segment_id() not in into]


def _alive(segment: Any) -> int:
    return int(segment.doc_count_all() - segment.deleted_count())


def _add(writer: Any, segment: Any) -> None:
    reader = gate.reading.SegmentReader(writer.storage, writer.schema, segment)
    try:
        writer.add_reader(reader)
    finally:
        reader.close()
