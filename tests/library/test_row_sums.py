"""A row that the disk changed is told, whatever table it is in; one that the program changed is not."""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from reader.article import Article
from reader.claims import Claim, Mention
from reader.errors import DamagedArticle
from reader.library import Filter, Library, health, row_sums
from reader.library.row_sums import KEYS
from reader.library.store import EVERY
from reader.text.spans import Span

REPORT = Article(
    "a", "The ferry carried 40 people on Tuesday.", headline="Ferry leaves", outlet="Post", published="2031-05-06",
    path="/somewhere/ferry.txt", boilerplate=(Span(0, 3),),
)  # fmt: skip
OTHER = Article("b", "The ferry carried 41 people on Tuesday.", headline="Ferry sails", outlet="Echo")


def filled(path: Path) -> None:
    """A library with a row in every table."""
    with Library.open(path) as library:
        story = library.stories.add("Ferry")
        ids = [library.add(one, story).id for one in (REPORT, OTHER)]
        library.labels.tag(ids, "port")
        library.metadata.edit(ids[1], outlet="The Echo")
        mentions = tuple(Mention.of(one, Span(18, 20)) for one in (REPORT, OTHER))
        library.decisions.decide(Claim("figures", mentions), "dismissed", "rounded", "asked the harbour")
        library.comparisons.save("Both", ids, {}, "")
        library.comparisons.remember(ids)
        library.searches.remember("ferry")
        library.searches.save("Ferries", "ferry", {})


def spoil(path: Path, sql: str) -> None:
    """Change the file as a broken disk would, past everything of ours."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(sql)


SPOILT = {
    "UPDATE article SET outlet = 'Pest' WHERE id LIKE '%' AND outlet = 'Post'": "what is known of “Ferry leaves”",
    "UPDATE article SET published = '2031-05-07' WHERE outlet = 'Post'": "what is known of “Ferry leaves”",
    "UPDATE article SET starred = 1 WHERE outlet = 'Post'": "what is known of “Ferry leaves”",
    "UPDATE body SET boilerplate = '[[0,4]]' WHERE number = 1": "what is known of “Ferry leaves”",
    "UPDATE story SET name = 'Fairy'": "the name of a story",
    "UPDATE tag SET tag = 'part' WHERE rowid_of = 1": "a tag",
    "UPDATE edit SET received = 'Ecco'": "what was edited",
    "UPDATE decision SET kind = 'confirmed'": "a decision or a note",
    "UPDATE decision SET note = CAST(note AS BLOB)": "a decision or a note",
    "DELETE FROM decision": "a decision or a note",
    "UPDATE comparison SET articles = '[]'": "a saved comparison",
    "UPDATE search SET query = 'fairy'": "a saved search",
    "UPDATE opened SET articles = '[]'": "what was compared of late",
    "UPDATE searched SET query = 'fairy'": "what was searched for of late",
    "UPDATE outbox SET kind = 'remove' WHERE seq = 1": "what the search index is told by",
    "UPDATE row_sum SET total = total + 1 WHERE name = 'story'": "the name of a story",
}


@pytest.mark.parametrize(("sql", "told"), SPOILT.items(), ids=lambda one: one[:40])
def test_a_row_that_the_disk_changed_is_told(path: Path, sql: str, told: str) -> None:
    filled(path)
    assert health.check(path).is_good
    spoil(path, sql.replace("WHERE rowid_of = 1", "WHERE article = (SELECT min(article) FROM tag)"))
    found = health.check(path)
    assert not found.is_good
    assert len(found.altered) == 1
    assert found.altered[0].startswith(told)


def test_every_table_of_a_library_is_watched(path: Path) -> None:
    filled(path)
    with closing(sqlite3.connect(path)) as connection:
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    # What is left: the library's own name and commit, of which the mark beside it tells.
    assert {name for name in tables if not name.startswith("sqlite_")} - KEYS.keys() == {"about", "row_sum"}


def test_an_article_of_which_something_else_is_known_now_is_not_read_and_heals(path: Path) -> None:
    filled(path)
    spoil(path, "UPDATE article SET published = '2031-05-07' WHERE outlet = 'Post'")
    with Library.open(path) as library:
        article_id = next(row.id for row in library.rows() if row.headline == "Ferry leaves")
        with pytest.raises(DamagedArticle) as told:
            library.get(article_id)
        assert str(told.value).startswith("What the library knows of “Ferry leaves” is damaged")
        assert told.value.path == REPORT.path
        assert library.add(REPORT).healed
        assert library.get(article_id).published == "2031-05-06"
        assert library.check().is_good
        assert not library.add(REPORT).healed


@pytest.mark.parametrize("ask", ["get", "check"])
def test_what_is_written_between_a_row_and_its_sum_damages_nothing(
    path: Path, ask: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(path)
    with Library.open(path) as library:
        article_id = next(row.id for row in library.rows() if row.headline == "Ferry leaves")
        written: list[bool] = []

        def meanwhile(step: Callable[..., Any]) -> Callable[..., Any]:
            def called(*given: Any) -> Any:
                if threading.current_thread() is threading.main_thread():  # not what the writing itself calls
                    writer = threading.Thread(target=library.labels.set_seen, args=([article_id], not len(written) % 2))
                    writer.start()
                    writer.join()
                    written.append(True)
                return step(*given)

            return called

        monkeypatch.setattr(row_sums, "_sum", meanwhile(row_sums._sum))
        monkeypatch.setattr(row_sums, "_reckoned", meanwhile(row_sums._reckoned))
        if ask == "get":
            assert library.get(article_id).headline == "Ferry leaves"
        else:
            assert library.check().is_good
        assert written


def test_healing_leaves_what_a_person_wrote(path: Path) -> None:
    filled(path)
    spoil(path, "UPDATE article SET published = '1031-05-07', outlet = 'The Icho' WHERE headline = 'Ferry sails'")
    spoil(path, "UPDATE article SET outlet = 'The Echo' WHERE headline = 'Ferry sails'")
    with Library.open(path) as library:
        assert library.add(OTHER).healed
        article_id = next(row.id for row in library.rows() if row.headline == "Ferry sails")
        healed = library.get(article_id)
        assert (healed.outlet, healed.published) == ("The Echo", "")


def test_whatever_the_program_does_the_sums_follow(path: Path) -> None:
    filled(path)
    with Library.open(path) as library:
        ids = library.ids()
        library.comparisons.remember(ids)
        library.comparisons.remember(ids[::-1])
        library.searches.remember("ferry")
        library.labels.mark_seen(ids)
        library.labels.star(ids)
        library.labels.untag(ids[:1], "port")
        second = library.stories.add("Second")
        library.stories.assign(ids[:1], second)
        library.stories.merge(second, [one.id for one in library.stories.all() if one.id != second])
        library.remove(ids)
        library.undo()
        library.undo()
        library.redo()
        library.decisions.take_back([one.subject for one in library.decisions.all()])
        library.remove(ids[:1])
        assert library.check().is_good
        assert library.purge(ids[:1]) == 1
        assert library.check().is_good
        assert library.count(EVERY) == 1
        assert library.count(Filter(binned=True)) == 0


def test_what_is_salvaged_is_good_and_says_what_was_altered(path: Path, tmp_path: Path) -> None:
    filled(path)
    spoil(path, "UPDATE decision SET reason = 'wronged'")
    saved = health.salvage(path, tmp_path / "saved.sqlite")
    assert saved.altered == ("a decision or a note",)
    assert health.check(tmp_path / "saved.sqlite").is_good
