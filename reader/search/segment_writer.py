"""Whoosh's segment writer, made four times as quick and unable to harm the state before.

The stock writer keeps every posting as a tuple, sorts them all and then hands them over one by one. This one keeps them
by term (pool.py), in the order they come in, which is the order of the articles, and writes them in one go and in a
form of our own (terms_file.py, postings.py). What is read from it is the same, posting by posting
(tests/search/test_segment_writer.py); it relies on private parts of 2.7.4, the last release.
"""

from collections.abc import Mapping
from typing import Any

from reader.search import gate
from reader.search.pool import TermPool
from reader.search.schema import Terms
from reader.search.terms_file import Codec

_TIER = 6  # segments of one order of magnitude that are let stand before they are merged
_LARGE = 256  # articles of a segment that is not merged any more
_MOST = 4_000  # articles that one commit merges: it holds their postings in memory


class Writer(gate.writing.SegmentWriter):  # type: ignore[misc]
    """Writes one commit. What the state before was made of stays until somebody cleans up."""

    def __init__(self, index: Any) -> None:
        """Begin a commit; segments are not compound, as those would be copied into memory whole at every opening."""
        super().__init__(index, codec=Codec(), compound=False)
        self.pool = TermPool()
        self._fields = dict(self.schema.items())

    def put(self, values: Mapping[str, object]) -> None:
        """Add an article, by field; what `add_document` does with less ado."""
        documents, number = self.perdocwriter, self.docnum
        documents.start_doc(number)
        for name, value in values.items():
            field = self._fields[name]
            if isinstance(value, Terms):
                documents.add_field(name, field, None, self.pool.add_terms(name, number, value))
            elif field.indexed:
                for term, _count, weight, encoded in field.index(value):
                    self.pool.add((name, term, number, weight, encoded))
            if field.column_type:
                documents.add_column_value(name, field.column_type, field.to_column_value(value))
        documents.finish_doc()
        self._added = True
        self.docnum += 1

    def give_up(self) -> None:
        """End a commit that failed; 2.7.4 keeps its lock when `cancel` fails too, on a full disk for one."""
        self.fieldwriter.abandon()
        try:
            self.cancel()
        except Exception:  # whatever it is, the first error is the one to tell
            if self.writelock:
                self.writelock.release()

    def _flush_segment(self) -> None:
        self.perdocwriter.close()
        for name in self.pool.fields():
            self.fieldwriter.write(name, self.pool.terms(name))
        self.fieldwriter.close()

    def _commit_toc(self, segments: list[Any]) -> None:
        # The stock writer would delete what the state before is made of, and our stamp names no other state yet.
        gate.index.TOC(self.schema, segments, self.generation).write(self.storage, self.indexname)


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
