"""Our segment writer writes what the stock one would, posting by posting."""

import random

import pytest

from reader.article import Article
from reader.search import gate
from reader.search.schema import NAME, schema
from reader.search.segment_writer import Writer, merging
from tests.search.conftest import columns


def articles(count, start=0):
    """Articles of very different lengths over few and many words, so that some terms stand in many and some alone."""
    chance = random.Random(5)  # noqa: S311
    for number in range(start, start + count):
        words = [f"w{int(chance.paretovariate(0.6)) % 900}" for _ in range(chance.choice((0, 3, 60, 300)))]
        words += ["everywhere", f"alone{number}", "\U00010400", "ﬁn", "zürich"]
        day = f"2031-0{number % 9 + 1}" if number % 3 else ""
        yield Article(f"a{number}\ud800", " ".join(words), f"Headline w{number % 7}", outlet="Post", published=day)


def made(folder, writer_class, batches, **commit):
    folder.mkdir()
    index = gate.index.FileIndex.create(gate.filestore.FileStorage(str(folder)), schema(), NAME)
    for batch in batches:
        writer = writer_class(index)
        for article in batch:
            values = columns(article.id, article)
            writer.put(values) if writer_class is Writer else writer.add_document(**values)
        writer.commit(**commit)
    return index


def stock(index):
    return gate.writing.SegmentWriter(index, compound=False)


def content(index):
    """Everything a search could see."""
    with index.reader() as reader:
        terms = {}
        for field, term in reader.all_terms():
            info = reader.term_info(field, term)
            matcher, postings = reader.postings(field, term), []
            while matcher.is_active():
                places = matcher.value_as("positions") if field == "body" else None
                postings.append((matcher.id(), matcher.weight(), places))
                matcher.next()
            about = (info.weight(), info.doc_frequency(), info.max_weight())
            terms[field, term] = (about, (info.min_id(), info.max_id()), postings)
        numbers = range(reader.doc_count_all())
        lengths = [
            (n, f, reader.doc_field_length(n, f)) for n in numbers for f in ("body", "title", "outlet", "author")
        ]
        totals = [reader.field_length(field) for field in ("body", "title", "outlet", "author")]
        days = [leaf.column_reader("date")[n] for leaf, _ in reader.leaf_readers() for n in range(leaf.doc_count_all())]
        facts = [
            bytes(leaf.column_reader(name, translate=False)[n])
            for leaf, _ in reader.leaf_readers()
            for name in ("key", "outlet_name", "language", "shown")
            for n in range(leaf.doc_count_all())
        ]
        stored = [fields for _, fields in reader.iter_docs()]
    return {"terms": terms, "lengths": lengths, "totals": totals, "days": days, "facts": facts, "stored": stored}


def test_one_segment_is_the_same(tmp_path):
    ours = content(made(tmp_path / "ours", Writer, [articles(400)]))
    theirs = content(made(tmp_path / "theirs", stock, [articles(400)]))
    assert len(ours["terms"]["body", b"everywher"][2]) == 400  # more than three of the stock one's blocks
    assert ours == theirs


def test_merged_segments_are_the_same(tmp_path):
    """Seven commits, which our policy merges into one segment."""

    def batches():
        return [articles(10, start=10 * number) for number in range(7)]

    ours = made(tmp_path / "ours", Writer, batches(), mergetype=merging)
    theirs = made(tmp_path / "theirs", stock, batches(), mergetype=merging)
    assert len(ours._segments()) == 1
    assert content(ours) == content(theirs)


def test_segments_stay_few_and_the_dead_are_dropped(tmp_path):
    """A hundred commits of one article, each of which replaces an earlier one."""
    index = made(tmp_path / "one", Writer, [])
    for number in range(100):
        writer = Writer(index)
        with writer.reader() as reader:
            term = f"a{number % 20}".encode()
            for gone in reader.postings("id", term).all_ids() if ("id", term) in reader else ():
                writer.delete_document(gone)
        writer.put(columns(f"a{number % 20}", Article("x", f"Text {number}")))
        writer.commit(mergetype=merging)
    with index.reader() as reader:
        assert reader.doc_count() == 20
        assert reader.doc_count_all() < 45
        assert len(reader.leaf_readers()) < 14


def test_a_commit_that_fails_lets_go_of_its_lock(tmp_path, monkeypatch):
    index = made(tmp_path / "ours", Writer, [articles(3)])
    writer = Writer(index)
    monkeypatch.setattr(writer, "cancel", lambda: 1 / 0)
    with pytest.raises(gate.writing.LockError):
        Writer(index)
    writer.perdocwriter.close()
    writer.fieldwriter.close()
    writer.give_up()
    again = Writer(index)
    again.cancel()
