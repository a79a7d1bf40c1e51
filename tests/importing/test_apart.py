"""The helper process: used again, ended when it is slow, and no worse for what it reads."""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.article import Article
from reader.errors import ImportFailure, PartlyRead
from reader.importing import ImportOptions, limits, read_all, read_file
from reader.importing.apart import pool, wire
from reader.importing.apart.helper import ReadingHelper
from reader.text.spans import Span

PAGE = "<html><body><p>A crane fell at the quay.</p></body></html>"
OPTIONS = ImportOptions()


def asked_nothing(helper: ReadingHelper) -> bytes:
    """Wait for an answer that never comes."""
    helper.receive()
    raise OSError


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    pool.POOL.end()
    yield
    pool.POOL.end()


def read(helper: ReadingHelper, data: bytes = PAGE.encode()) -> list[Article | ImportFailure]:
    return list(helper.read(data, "page.html", "page.html", OPTIONS))


def test_an_article_passes_over_the_wire_unchanged() -> None:
    article = Article("a", "Tree \U0001f333 \ud800 \0\n", headline="“Tree”", boilerplate=(Span(0, 4), Span(5, 6)))
    assert wire.answered(wire.answer(article)) == article


def test_a_failure_passes_too() -> None:
    failure = wire.answered(wire.answer(ImportFailure("It is empty.", "Fill it.")))
    assert str(failure) == "It is empty. Fill it."
    assert isinstance(wire.answered(wire.answer(PartlyRead("It is long.", "Cut it."))), PartlyRead)


def test_a_question_passes() -> None:
    for tongue in (None, ("resources/i18n", ["de"]), ("i18n", None)):
        question = wire.Question("né\n", ".html", ImportOptions(max_bytes=7, mark_boilerplate=False), 3, tongue)
        assert wire.asked(wire.question(question)) == question


def test_one_helper_reads_a_batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []

    class Counted(ReadingHelper):
        def __init__(self) -> None:
            made.append(self)
            super().__init__()

    monkeypatch.setattr("reader.importing.apart.helper.ReadingHelper", Counted)  # loaded when one is wanted
    for n in range(12):
        path = tmp_path / f"{n}.html"
        path.write_text(PAGE, encoding="utf-8")
        assert read_file(path).text == "A crane fell at the quay.\n"
    assert len(made) == 1


def test_a_helper_that_died_is_replaced() -> None:
    first = pool.POOL.borrow()
    first.end()
    pool.POOL.give_back(first)
    second = pool.POOL.borrow()
    assert second is not first
    assert len(read(second)) == 1
    pool.POOL.give_back(second)


def test_what_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SECONDS", 0.2)
    helper = ReadingHelper()
    monkeypatch.setattr(helper, "_exchange", lambda _sent: asked_nothing(helper))
    [failure] = read(helper)
    assert isinstance(failure, ImportFailure)
    assert "took too long" in str(failure)
    assert not helper.is_alive


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no system here that says how long a process worked")
def test_a_helper_that_the_machine_kept_waiting_has_its_time_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    given_up = []
    give_up = ReadingHelper._give_up

    def woken(helper: ReadingHelper) -> None:
        give_up(helper)
        given_up.append(helper)
        os.kill(helper.pid, signal.SIGCONT)

    monkeypatch.setattr(ReadingHelper, "_give_up", woken)
    helper = ReadingHelper()
    assert len(read(helper)) == 1
    monkeypatch.setattr(limits, "SECONDS", 0.5)
    os.kill(helper.pid, signal.SIGSTOP)
    [article] = read(helper)
    assert isinstance(article, Article)
    assert given_up
    helper.end()


def test_a_file_that_hangs_its_parser_is_given_up_and_the_next_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow, page = tmp_path / "slow.eml", tmp_path / "page.html"
    slow.write_text("Content-Type: text/plain; " + "a=b; " * 150_000 + "\n\nA crane fell.", encoding="ascii")
    page.write_text(PAGE, encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(limits, "SECONDS", 1.0)
        with pytest.raises(ImportFailure, match="took too long"):
            read_file(slow)
    assert read_file(page).text


def test_what_crashes_the_helper_is_one_failure() -> None:
    helper = ReadingHelper()
    helper.kill()
    [failure] = read(helper)
    assert isinstance(failure, ImportFailure)
    assert "failed" in str(failure)


@pytest.mark.parametrize(
    "line", [b"[]\n", b"{}\n", b"no\n", b'{"article": {}}\n', b'{"article": 3}\n', b'{"failure": 1}\n']
)
def test_an_answer_that_is_none(monkeypatch: pytest.MonkeyPatch, line: bytes) -> None:
    helper = ReadingHelper()
    monkeypatch.setattr(helper, "_exchange", lambda _sent: line)
    [failure] = read(helper)
    assert isinstance(failure, ImportFailure)
    assert not helper.is_alive


def test_nobody_wants_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(PAGE, encoding="utf-8")
    several = read_all(path)
    next(several)
    several.close()
    assert read_file(path).text


def test_threads_have_helpers_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(PAGE, encoding="utf-8")
    found: list[str] = []
    threads = [threading.Thread(target=lambda: found.append(read_file(path).id)) for _ in range(3)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert found == ["a"] * 3


def test_the_folder_one_is_in_is_not_where_modules_come_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lxml.py").write_text("raise SystemExit", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    helper = ReadingHelper()
    assert isinstance(read(helper)[0], Article)
    helper.end()


@pytest.mark.skipif(sys.platform != "linux", reason="where the limit can be looked up")
def test_the_memory_of_a_helper_is_limited() -> None:
    helper = ReadingHelper()
    read(helper)
    said = Path(f"/proc/{helper.pid}/limits").read_text(encoding="ascii")
    assert str(limits.MEMORY) in said
    helper.end()
    assert not os.path.exists(f"/proc/{helper.pid}")  # noqa: PTH110 - a process, not a file
