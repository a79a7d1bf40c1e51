"""Jobs: the newest under a key wins, late results are dropped, a person can cancel, the program can always end."""

import gc
import sys
import threading
from collections.abc import Iterator
from types import ModuleType

import pytest
from pytestqt.qtbot import QtBot

from reader.errors import LibraryError
from reader.progress import Cancelled, Progress
from reader.ui.progress_area import ProgressArea
from reader.ui.services.task_runner import NO_KEY, GcFreezer, TaskRunner


@pytest.fixture
def failures() -> list[BaseException]:
    return []


@pytest.fixture
def jobs(qtbot: QtBot, failures: list[BaseException]) -> Iterator[TaskRunner]:
    made = TaskRunner(failures.append)
    yield made
    made.close()


def test_work_is_done_elsewhere_and_its_result_comes_back_here(jobs: TaskRunner, qtbot: QtBot) -> None:
    told: list[tuple[int, int]] = []
    jobs.run("a", lambda _p: threading.get_ident(), lambda there: told.append((there, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(told))
    there, here = told[0]
    assert there != here == threading.get_ident()
    assert jobs.running == ()


def test_the_newest_job_under_a_key_wins(jobs: TaskRunner, qtbot: QtBot) -> None:
    go, told = threading.Event(), []
    jobs.run("a", lambda _p: go.wait(10) and "old", told.append)
    jobs.run("a", lambda _p: "new", told.append)
    jobs.run("b", lambda _p: "other", told.append)
    qtbot.waitUntil(lambda: len(told) == 2)
    go.set()
    jobs.close()
    qtbot.waitUntil(lambda: jobs.running == ())
    assert sorted(told) == ["new", "other"]


def test_jobs_without_a_key_of_their_own_never_drop_one_another(jobs: TaskRunner, qtbot: QtBot) -> None:
    told: list[int] = []
    for number in range(20):
        jobs.run(NO_KEY, lambda _p, n=number: n, told.append)
    qtbot.waitUntil(lambda: sorted(told) == list(range(20)))


def test_a_job_that_nobody_cancelled_never_ends_in_silence(
    jobs: TaskRunner, qtbot: QtBot, failures: list[BaseException]
) -> None:
    def give_up(_progress: Progress) -> None:
        raise Cancelled

    jobs.run("a", give_up, lambda _none: None)
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], Cancelled)


def test_failures_are_told(jobs: TaskRunner, qtbot: QtBot, failures: list[BaseException]) -> None:
    def fail(_progress: Progress) -> None:
        raise LibraryError("gone")

    own: list[BaseException] = []
    jobs.run("a", fail, lambda _none: None)
    jobs.run("b", fail, lambda _none: None, failed=own.append)
    qtbot.waitUntil(lambda: len(failures) == 1 and len(own) == 1)
    assert isinstance(failures[0], LibraryError)


def test_a_cancelled_job_ends_at_its_next_step_and_says_so(jobs: TaskRunner, qtbot: QtBot) -> None:
    begun, stopped, ended, told = threading.Event(), [], [], []

    def work(progress: Progress) -> None:
        begun.set()
        try:
            while True:
                progress(1, 3, "reading")
        except Cancelled:
            ended.append(True)
            raise

    jobs.run("a", work, told.append, title="Reading", stopped=lambda: stopped.append(True))
    assert begun.wait(10)
    jobs.cancel("a")
    qtbot.waitUntil(lambda: stopped == [True])
    assert ended == [True]
    assert told == []


def test_a_job_cancelled_before_its_turn_is_never_begun(jobs: TaskRunner, qtbot: QtBot) -> None:
    go, begun, told = threading.Event(), [], []
    for number in range(8):
        jobs.run(f"wait-{number}", lambda _p: go.wait(10), told.append)
    jobs.run("late", lambda _p: begun.append(True), told.append)
    jobs.cancel("late")
    go.set()
    qtbot.waitUntil(lambda: len(told) == 8)
    jobs.close()
    assert begun == []


def test_closing_waits_for_the_threads_and_nothing_comes_back_afterwards(qtbot: QtBot) -> None:
    jobs, told, begun = TaskRunner(lambda _e: None), [], threading.Event()

    def work(progress: Progress) -> str:
        begun.set()
        while True:
            progress(0, 0, "")

    jobs.run("a", work, told.append)
    assert begun.wait(10)
    jobs.close()
    jobs.run("b", lambda _p: "after", told.append)
    assert jobs.running == ()
    assert told == []


def test_the_progress_area_shows_work_that_lasts_and_cancels_it(jobs: TaskRunner, qtbot: QtBot) -> None:
    area = ProgressArea(jobs)
    qtbot.addWidget(area)

    def work(progress: Progress) -> None:
        while True:
            progress(2, 5, "harbour.txt")

    jobs.run("a", work, lambda _none: None, title="Importing")
    qtbot.waitUntil(area.isVisible)
    qtbot.waitUntil(lambda: area.bar.value() == 2)
    assert area.bar.maximum() == 5
    assert area.words.text() == "Importing: harbour.txt"
    area.cancel.click()
    qtbot.waitUntil(area.isHidden)


def test_what_is_loaded_is_spared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    lasting, before = GcFreezer(), gc.get_threshold()
    try:
        assert lasting.spare()
        spared = gc.get_freeze_count()
        assert spared > 10_000
        assert not lasting.spare()
        for number in range(30):
            monkeypatch.setitem(sys.modules, f"loaded_{number}", ModuleType(f"loaded_{number}"))
        kept = [[number] for number in range(1_000)]
        assert lasting.spare()
        assert gc.get_freeze_count() > spared + len(kept) // 2
        assert gc.get_threshold() == (*before[:2], 100)
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
