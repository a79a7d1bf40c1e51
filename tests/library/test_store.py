"""Articles go into the library and come out as they were; the bin gives back."""

import time

import pytest

from reader.article import Article
from reader.errors import LibraryError
from reader.library import Addition, Filter, Library
from reader.text.spans import Span


class TestAdd:
    def test_keeps_every_field(self, library, make):
        article = make(
            headline="Harbour shut",
            standfirst="Ships wait.",
            byline="By Ana Moor",
            dateline="PORT VELIM",
            outlet="Velim Post",
            published="2031-03-04T05:06:07+02:00",
            language="pt",
            url="https://velim.example/1",
            path="/tmp/a.txt",
            boilerplate=(Span(0, 11), Span(20, 25)),
        )
        added = library.add(article)
        kept = library.get(added.id)
        assert added.new
        for name in Article.__dataclass_fields__:
            assert getattr(kept, name) == (added.id if name == "id" else getattr(article, name))

    def test_same_text_is_kept_once(self, library, make):
        first = library.add(make(1))
        again = library.add(make(1, id="elsewhere", headline="Other headline"))
        assert again == Addition(first.id, new=False)
        assert len(library.rows()) == 1

    def test_one_in_the_bin_comes_back(self, library, make):
        added = library.add(make(1))
        library.remove([added.id])
        assert library.rows() == []
        assert library.add(make(1)) == Addition(added.id, new=True)
        assert [row.id for row in library.rows()] == [added.id]

    def test_known_one_joins_a_story_only_where_it_has_none(self, library, make):
        one, two = library.stories.add("One"), library.stories.add("Two")
        added = library.add(make(1))
        library.add(make(1), story=one)
        assert library.rows()[0].story == one
        assert library.add(make(1), story=two) == Addition(added.id, new=False)
        assert library.rows()[0].story == one

    def test_unknown_story_is_refused_and_nothing_is_kept(self, library, make):
        with pytest.raises(LibraryError, match="story"):
            library.add(make(1), story=99)
        assert library.rows() == []
        assert library.outbox.after() == []

    @pytest.mark.parametrize(
        "text",
        [
            "a lone \ud800 surrogate",
            "a NUL \0 inside",
            "",
            "\0",
            "line\r\nends\r\n",
            "e\u0301 and é are not one",
            "🚢" * 500,
        ],
    )
    def test_any_string_survives(self, library, text):
        added = library.add(Article("x", text, headline=text, path=text, url=text, byline=text, published=text))
        kept = library.get(added.id)
        assert (kept.text, kept.headline, kept.path, kept.url) == (text, text, text, text)
        row = library.rows()[0]
        assert (row.headline, row.path, row.byline, row.published) == (text, text, text, text)

    def test_twenty_megabytes_survive(self, library):
        text = "The tide came in. " * (20 * 1024 * 1024 // 18)
        added = library.add(Article("x", text))
        assert library.get(added.id).text == text
        assert library.rows()[0].words == len(text.split())

    def test_more_than_the_database_can_hold_is_refused_clearly(self, library, make):
        import sqlite3

        with library._connections.write() as writing:
            writing.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 10_000)
        with pytest.raises(LibraryError, match="too large"):
            library.add(make(1, text="x" * 20_000))
        assert library.rows() == []


class TestGet:
    def test_unknown_id_is_a_clear_error(self, library):
        with pytest.raises(LibraryError, match="no longer"):
            library.get("nothing")

    def test_texts_come_in_the_order_asked_without_those_gone(self, library, make):
        ids = [library.add(make(n)).id for n in range(45)]
        wanted = [*reversed(ids), "gone"]
        assert [article.id for article in library.texts(wanted)] == ids[::-1]

    def test_one_in_the_bin_can_still_be_read(self, library, make):
        added = library.add(make(1))
        library.remove([added.id])
        assert library.get(added.id).headline == "Harbour shut 1"

    def test_ids_stay_unique_when_fingerprints_begin_alike(self, library, make, monkeypatch):
        monkeypatch.setattr(Article, "fingerprint", property(lambda article: f"{'a' * 63}{article.headline[-1]}"))
        first, second = library.add(make(1)), library.add(make(2))
        assert first.id != second.id
        assert (library.get(first.id).headline, library.get(second.id).headline) == ("Harbour shut 1", "Harbour shut 2")


class TestRows:
    def test_newest_first_and_other_orders(self, library, make):
        for number, (headline, published) in enumerate(
            [("beta", "2031-01-02"), ("Alpha", "2031-01-03"), ("gamma", "")]
        ):
            library.add(make(number, headline=headline, published=published))
        assert [row.headline for row in library.rows()] == ["gamma", "Alpha", "beta"]
        assert [row.headline for row in library.rows(order="headline")] == ["Alpha", "beta", "gamma"]
        assert [row.headline for row in library.rows(order="published")] == ["Alpha", "beta", "gamma"]

    def test_bin_and_story_are_lists_of_their_own(self, library, make):
        story = library.stories.add("Harbour")
        inside, outside = library.add(make(1), story=story).id, library.add(make(2)).id
        library.remove([outside])
        assert [row.id for row in library.rows(story=story)] == [inside]
        assert [(row.id, row.gone) for row in library.rows(binned=True)] == [(outside, True)]

    def test_listing_never_reads_texts(self, library, make):
        library.add(make(1))
        seen = []
        with library._connections.read() as reading:
            reading.set_trace_callback(seen.append)
        library.rows()
        assert seen
        assert not any("body" in statement or "text" in statement for statement in seen)

    def test_listing_uses_an_index(self, library):
        with library._connections.read() as reading:
            for where in ("binned IS NULL", "story = 1 AND binned IS NULL"):
                sql = f"EXPLAIN QUERY PLAN SELECT id FROM article WHERE {where} ORDER BY added DESC, number DESC"  # noqa: S608
                plan = " ".join(row[3] for row in reading.execute(sql))
                assert "USING INDEX" in plan
                assert "TEMP B-TREE" not in plan


class TestBin:
    def test_remove_and_restore(self, library, make):
        story = library.stories.add("Harbour")
        ids = [library.add(make(n), story=story).id for n in range(3)]
        library.remove(ids[:2])
        assert [story.count for story in library.stories.all()] == [1]
        library.restore(ids)
        assert {row.id: row.story for row in library.rows()} == dict.fromkeys(ids, story)

    def test_purge_deletes_only_what_lies_in_the_bin(self, library, make):
        kept, gone = library.add(make(1)).id, library.add(make(2)).id
        library.remove([gone])
        assert library.purge([kept, gone, "unknown"]) == 1
        assert [row.id for row in library.rows()] == [kept]
        with pytest.raises(LibraryError):
            library.get(gone)
        with library._connections.read() as reading:
            assert reading.execute("SELECT count(*) FROM body").fetchone() == (1,)

    def test_unknown_ids_are_passed_over(self, library):
        library.remove(["unknown"])
        library.restore(["unknown"])
        assert not library.can_undo


class TestOutbox:
    def test_tells_what_the_index_must_hear(self, library, make):
        one, two = library.add(make(1)).id, library.add(make(2)).id
        assert [(change.article_id, change.kind) for change in library.outbox.after()] == [(one, "add"), (two, "add")]
        seen = library.outbox.last_change
        library.remove([one])
        library.stories.assign([two], library.stories.add("A story is no change"))
        assert [(change.article_id, change.kind) for change in library.outbox.after(after=seen)] == [(one, "remove")]
        library.restore([one])
        assert [(change.article_id, change.kind) for change in library.outbox.after()] == [(two, "add"), (one, "add")]

    def test_numbers_only_grow_and_limits_hold(self, library, make):
        for number in range(5):
            library.add(make(number))
        first = library.outbox.after(limit=2)
        rest = library.outbox.after(after=first[-1].seq, limit=10)
        numbers = [change.seq for change in first + rest]
        assert library.outbox.count_after(after=first[-1].seq) == 3
        assert len(first) == 2
        assert numbers == sorted(set(numbers))
        assert numbers[-1] == library.outbox.last_change

    def test_undo_is_told_too(self, library, make):
        added = library.add(make(1))
        library.undo()
        assert [(change.article_id, change.kind) for change in library.outbox.after()] == [(added.id, "remove")]


def test_the_library_keeps_its_name(path):
    with Library.open(path) as library:
        name = library.id
    with Library.open(path) as library:
        assert library.id == name


def test_a_closed_library_says_so(path):
    library = Library.open(path)
    library.close()
    library.close()
    with pytest.raises(LibraryError, match="closed"):
        library.rows()


def test_added_is_a_time_in_utc(library, make):
    library.add(make(1))
    added = library.rows()[0].added
    assert added.endswith("+00:00")
    assert added[:4] == time.strftime("%Y", time.gmtime())


def test_a_batch_is_written_at_once_and_a_part_that_fails_is_undone_alone(library, path):
    with library.batch():
        first = library.add(Article("a", "The first text."))
        with pytest.raises(LibraryError):
            library.add(Article("b", "The second text."), story=99)
        third = library.add(Article("c", "The third text."))
        with Library.open(path) as other:
            assert other.count() == 0
    assert {row.id for row in library.rows()} == {first.id, third.id}


def test_a_batch_that_is_broken_off_leaves_nothing(library):
    with pytest.raises(ZeroDivisionError), library.batch():  # noqa: PT012 - it is broken off
        library.add(Article("a", "The first text."))
        raise ZeroDivisionError
    assert library.count() == 0
    assert library.add(Article("a", "The first text.")).new


def test_counts_by_kind(library, make):
    story = library.stories.add("Harbour")
    days = ("2031-03-01", "2031-03-09T10:00:00Z", "2031", "May 2031", "")
    for number, day in enumerate(days, start=1):
        outlet = "Velim Post" if number < 3 else "Bad \ud800" if number == 3 else ""
        library.add(make(number, outlet=outlet, published=day), story if number > 3 else None)
    assert library.counts("outlet") == [("", 2), ("Velim Post", 2), ("Bad \ud800", 1)]
    assert dict(library.counts("month")) == {"2031-03": 2, "": 2, "2031": 1}
    assert library.counts("story") == [(str(story), 2)]
    where = Filter(months=("2031-03", "2031"))
    assert library.counts("outlet", where) == [("Velim Post", 2), ("Bad \ud800", 1)]
    ids = frozenset(library.ids(where))
    assert library.count(Filter(ids=ids)) == library.count(Filter(months=("2031-03", "2031"), ids=ids)) == 3
    assert library.count(Filter(without=ids)) == library.count(Filter(stories=(story,))) == 2
