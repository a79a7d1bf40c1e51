"""Which engine keeps a library's index: chosen, or by its size; a change of it happens behind the searches."""

import os
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reader.article import Article
from reader.errors import SearchError
from reader.paths import Paths
from reader.progress import Cancelled
from reader.search.options import SearchOptions, engine_for
from reader.search.values import FTS5, WHOOSH
from reader.settings import Settings
from reader.workspace import Workspace


def add(workspace: Workspace, count: int, start: int = 0) -> None:
    for number in range(start, start + count):
        workspace.library.add(Article(f"a{number}", f"Heron {number} stood by the weir of Velim.", outlet="Post"))


def choose(workspace: Workspace, engine: str) -> None:
    workspace.settings = replace(workspace.settings, search=SearchOptions(engine))


def engine(workspace: Workspace) -> str:
    return workspace._indexer.index().engine


@pytest.fixture
def workspace(paths: Paths) -> Iterator[Workspace]:
    with closing(Workspace(paths, Settings())) as opened:
        add(opened, 30)
        yield opened


def test_by_itself_a_small_library_has_the_usual_one(workspace: Workspace) -> None:
    workspace.update_index()
    assert engine(workspace) == WHOOSH


def test_the_one_that_was_chosen_answers_whole(workspace: Workspace) -> None:
    choose(workspace, FTS5)
    workspace.update_index()
    assert engine(workspace) == FTS5
    results = workspace.search("weir", facets=True)
    assert results.total == 30
    assert "stood by the weir" in results.hits[0].snippet
    assert results.hits[0].marks
    assert {(one.kind, one.count) for one in results.facets} >= {("outlet", 30)}
    assert workspace.search("wier").corrected == "weir"
    assert [one.text for one in workspace.suggest("her")] == ["heron"]


def test_until_the_other_is_ready_the_one_before_answers(workspace: Workspace) -> None:
    workspace.update_index()
    choose(workspace, FTS5)
    told = []

    def watch(done: int, total: int, what: str = "") -> None:
        told.append(what)
        assert workspace.search("weir").total == 30

    workspace.update_index(watch)
    assert "Making the search index anew" in told
    assert engine(workspace) == FTS5
    assert workspace.search("weir").total == 30


def test_a_change_that_is_ended_is_made_the_next_time(workspace: Workspace) -> None:
    workspace.update_index()
    choose(workspace, FTS5)

    def end(*_: object) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        workspace.update_index(end)
    assert (engine(workspace), workspace.search("weir").total) == (WHOOSH, 30)
    workspace.update_index()
    assert engine(workspace) == FTS5


def test_a_search_never_waits_for_the_change(workspace: Workspace) -> None:
    workspace.update_index()
    choose(workspace, FTS5)
    add(workspace, 1, start=30)
    assert workspace.search("weir").total == 31
    assert engine(workspace) == WHOOSH


def test_it_changes_with_the_size_of_the_library(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.search.options.LARGE", 40)
    monkeypatch.setattr("reader.search.options._STILL_LARGE", 20)
    workspace.update_index()
    assert engine(workspace) == WHOOSH
    add(workspace, 11, start=30)
    workspace.update_index()
    assert engine(workspace) == FTS5
    assert workspace.search("weir").total == 41
    ids = [row.id for row in workspace.library.rows()]
    workspace.library.remove(ids[:15])
    workspace.update_index()
    assert (engine(workspace), workspace.search("weir").total) == (FTS5, 26)
    workspace.library.remove(ids[15:25])
    workspace.update_index()
    assert (engine(workspace), workspace.search("weir").total) == (WHOOSH, 16)


def test_what_is_chosen_holds_at_any_size() -> None:
    assert engine_for(SearchOptions(WHOOSH), 1_000_000, FTS5) == WHOOSH
    assert engine_for(SearchOptions(FTS5), 1, WHOOSH) == FTS5
    assert [engine_for(SearchOptions(), count, "") for count in (50_000, 50_001)] == [WHOOSH, FTS5]


def test_without_fts5_the_usual_one_is_kept(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.search.fts5.segments.is_available", lambda: False)
    choose(workspace, FTS5)
    workspace.update_index()
    assert engine(workspace) == WHOOSH


def test_an_index_of_articles_that_are_gone_is_made_anew(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.search.fts5.commits.FULL", 4)
    monkeypatch.setattr("reader.workspace.indexer.FEW", 1_000)  # so that this process writes
    choose(workspace, FTS5)
    workspace.update_index()
    workspace.library.remove([row.id for row in workspace.library.rows()][:25])
    assert workspace.search("weir").total == 5
    assert workspace._indexer.index().is_worn
    workspace.update_index()
    assert not workspace._indexer.index().is_worn
    assert workspace.search("weir").total == 5


def test_where_no_index_can_be_kept_one_is_made_for_the_time_being(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The cache lies on a disk that is read-only, say: for root no mode is, so the folder says so here."""
    make = Path.mkdir

    def refuse(place: Path, *args: Any, **options: Any) -> None:
        if paths.index in (place, *place.parents):
            raise PermissionError(13, "Permission denied", str(place))
        make(place, *args, **options)

    monkeypatch.setattr(Path, "mkdir", refuse)
    with closing(Workspace(paths, Settings())) as opened:
        add(opened, 30)
        opened.update_index()
        results = opened.search("weir")
        assert results.total == 30
        assert "cannot be kept" in results.notice
        place = opened._indexer._place
        assert place.is_dir()
        with pytest.raises(SearchError, match="Permission denied"):
            opened.rebuild_index()
    assert not place.exists()
    assert not paths.index.exists()


def test_an_index_that_is_there_is_used_where_nothing_may_be_written(
    workspace: Workspace, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    enter = os.open

    def refuse(path: Path, *options: Any) -> int:
        if paths.index in Path(path).parents:
            raise PermissionError(13, "Permission denied", str(path))
        return enter(path, *options)

    workspace.update_index()
    workspace.close()
    monkeypatch.setattr("reader.search.lock.os.open", refuse)
    with closing(Workspace(paths, Settings())) as again:
        results = again.search("weir")
        assert results.total == 30
        assert not results.notice
        add(again, 1, start=30)
        assert "1 article is not yet in the index" in again.search("weir").notice
