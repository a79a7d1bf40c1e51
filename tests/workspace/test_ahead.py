"""Files are read ahead, in order, by several threads; an error is raised where its file is taken; nothing hangs."""

import threading
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

import pytest

from reader.errors import LibraryError
from reader.library import Library
from reader.paths import Paths
from reader.progress import Cancelled
from reader.workspace import Status, Workspace, ahead
from reader.workspace.ahead import read_ahead


@pytest.fixture(autouse=True)
def _two(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "cores", lambda: 2)


def counting(number: int, results: int = 3) -> Iterable[str]:
    return [f"{number}.{n}" for n in range(results)]


def test_results_come_in_the_order_of_their_files() -> None:
    tasks = [partial(counting, number, number % 5 * 100) for number in range(40)]
    assert [list(results) for results in read_ahead(tasks)] == [counting(n, n % 5 * 100) for n in range(40)]


def test_two_files_are_read_at_once() -> None:
    both = threading.Barrier(2, timeout=10)

    def wait() -> Iterator[int]:
        yield both.wait()

    assert sorted(one for results in read_ahead([wait, wait]) for one in results) == [0, 1]


def test_an_error_is_raised_where_its_file_is_taken() -> None:
    def broken() -> Iterator[str]:
        yield "first"
        raise ValueError

    taken = read_ahead([partial(counting, 0), broken, partial(counting, 2)])
    assert list(next(taken)) == ["0.0", "0.1", "0.2"]
    second = next(taken)
    assert next(second) == "first"
    with pytest.raises(ValueError):  # noqa: PT011 - it has no message
        next(second)


def test_what_nobody_wants_any_more_is_ended() -> None:
    ended = threading.Event()

    def endless() -> Iterator[int]:
        try:
            while True:
                yield 0
        finally:
            ended.set()

    tasks: list[Callable[[], Iterable[int]]] = [endless, endless]
    taken = read_ahead(tasks)
    next(next(taken))
    taken.close()
    assert ended.wait(10)


def test_a_folder_is_added_in_order_with_few_waits_for_the_disk(
    paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    for n in range(150):
        (folder / f"{n:03}.txt").write_text(f"Boat {n} sinks\n\nBoat number {n} sank off Port Ansel on Tuesday.\n")
    batches = []
    batch = Library.batch
    monkeypatch.setattr(Library, "batch", lambda library: batches.append(0) or batch(library))
    workspace = Workspace(paths)
    try:
        report = workspace.import_files([folder])
        assert [Path(entry.path).stem for entry in report.entries] == [f"{n:03}" for n in range(150)]
        assert report.count(Status.ADDED) == workspace.library.count() == 150
        assert len(batches) < 50
        assert workspace.library.undo() == "adding 150 articles"
        assert workspace.library.count() == 0
    finally:
        workspace.close()


def test_what_was_read_before_an_import_was_stopped_is_there(paths: Paths, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    for n in range(20):
        (folder / f"{n:02}.txt").write_text(f"Boat {n} sinks\n\nBoat number {n} sank off Port Ansel on Tuesday.\n")

    def stop(done: int, _total: int, _what: str = "") -> None:
        if done == 5:
            raise Cancelled

    workspace = Workspace(paths)
    try:
        with pytest.raises(Cancelled):
            workspace.import_files([folder], progress=stop)
        assert workspace.library.count() == 5
    finally:
        workspace.close()


def test_a_batch_that_cannot_be_written_is_told_for_each_article(
    paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full:
        def __enter__(self) -> None:
            return None

        def __exit__(self, *_error: object) -> None:
            raise LibraryError("The disk is full; nothing was changed.", "Make room and try again.")

    monkeypatch.setattr(Library, "batch", lambda _library: Full())
    (tmp_path / "boat.txt").write_text("Boat sinks\n\nA boat sank off Port Ansel on Tuesday.\n")
    workspace = Workspace(paths)
    try:
        [entry] = workspace.import_files([tmp_path / "boat.txt"]).entries
        assert (entry.status, entry.article_id) == (Status.FAILED, "")
        assert "disk is full" in entry.message
    finally:
        workspace.close()
