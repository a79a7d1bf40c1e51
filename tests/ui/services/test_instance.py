"""One window for each library: a second start hands over, a killed one is forgotten, and nothing odd passes."""

import json
import os
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from reader import processes
from reader.paths import Paths
from reader.ui.main_window import MainWindow
from reader.ui.open_requests import OpenRequestHandler
from reader.ui.services.instance import LARGEST, Instance, Request, hand_over
from tests.ui.driver import workspace_of

pytestmark = [
    pytest.mark.usefixtures("qapp", "runtime"),
    pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True),
]


def has(window: MainWindow, count: int) -> bool:
    """Whether the window shows a library of so many articles."""
    now = window.library.contents
    return now is not None and now.total == count


@pytest.fixture
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for sockets with a name that is short enough for one."""
    with TemporaryDirectory(prefix="prlx-") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield Path(folder)


@pytest.fixture
def first(paths: Paths) -> Iterator[Instance]:
    """The one of this library, listening."""
    one = Instance(paths)
    assert one.claim()
    one.listen()
    yield one
    one.close()


def started(*arguments: str) -> "subprocess.Popen[str]":
    """The program once more, as a person starts it."""
    environment = processes.environment() | {"QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen(processes.command(*arguments), env=environment, stderr=subprocess.PIPE, text=True)


def sent(name: str, content: bytes, qtbot: QtBot) -> QLocalSocket:
    """A socket that has sent this and waits for what comes of it."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    assert socket.waitForConnected(5000)
    socket.write(content)
    qtbot.waitUntil(
        lambda: socket.bytesToWrite() == 0 or socket.state() is not QLocalSocket.LocalSocketState.ConnectedState
    )
    return socket


def test_a_second_start_hands_its_files_to_the_window(
    paths: Paths, open_window: Callable[[], MainWindow], stories: list[Path], first: Instance, qtbot: QtBot
) -> None:
    window = open_window()
    opened = OpenRequestHandler(window, first, window.imports, window.url_import, window.backup)
    opened.begin()
    with started(*map(str, stories)) as second:
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=60_000)
        assert second.returncode == 0
        assert second.stderr is not None
        assert "open already" in second.stderr.read()
    qtbot.waitUntil(lambda: has(window, 3), timeout=60_000)


def test_what_comes_before_the_window_can_is_kept(
    open_window: Callable[[], MainWindow], stories: list[Path], first: Instance, qtbot: QtBot
) -> None:
    window = open_window()
    opened = OpenRequestHandler(window, first, window.imports, window.url_import, window.backup)
    window.ready.connect(opened.begin)
    opened.take(Request(tuple(stories)), raised=False)
    assert window.library.contents is not None
    assert window.library.contents.total == 0
    window.ready.emit()
    qtbot.waitUntil(lambda: has(window, 3), timeout=60_000)


def test_a_page_is_asked_about_and_not_fetched(
    open_window: Callable[[], MainWindow], first: Instance, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    asked: list[str] = []
    monkeypatch.setattr(window.url_import, "ask", asked.append)
    opened = OpenRequestHandler(window, first, window.imports, window.url_import, window.backup)
    opened.begin()
    opened.take(Request(addresses=("https://example.org/a",)))
    assert asked == ["https://example.org/a"]


def test_our_own_files_are_taken_for_what_they_are(
    filled: MainWindow, first: Instance, tmp_path: Path, qtbot: QtBot
) -> None:
    copy, story = tmp_path / "a.parallax-backup", tmp_path / "b.parallax-story"
    workspace = workspace_of(filled)
    workspace.backup(copy)
    number = workspace.story("Ferry")
    workspace.library.stories.assign([row.id for row in workspace.library.rows()][:1], number)
    workspace.export_story(number, story)
    workspace.library.stories.remove(number)
    opened = OpenRequestHandler(filled, first, filled.imports, filled.url_import, filled.backup)
    opened.begin()
    opened.take(Request((copy, story)), raised=False)
    qtbot.waitUntil(lambda: [one.name for one in workspace.library.stories.all()] == ["Ferry"], timeout=60_000)
    (box,) = filled.findChildren(QMessageBox)
    assert "a.parallax-backup" in box.text()
    box.reject()
    qtbot.waitUntil(lambda: not filled.service.tasks.running, timeout=60_000)
    assert workspace.library.count() == 3


def test_there_is_one_for_each_library(paths: Paths, first: Instance, tmp_path: Path) -> None:
    assert not Instance(paths).claim()
    other = Instance(Paths.under(tmp_path / "another"))
    assert other.claim()
    assert other.name != first.name
    other.close()
    first.close()
    again = Instance(paths)
    assert again.claim()
    again.close()


@pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")
def test_what_a_killed_program_leaves_is_no_hindrance(paths: Paths, qtbot: QtBot) -> None:
    code = "import sys; from reader.app import main; sys.exit(main([]))"
    environment = processes.environment() | {"QT_QPA_PLATFORM": "offscreen", "PARALLAX_TRACE": "1"}
    name = Path(Instance(paths).name)
    with subprocess.Popen([sys.executable, "-c", code], env=environment, stderr=subprocess.PIPE, text=True) as killed:
        qtbot.waitUntil(name.exists, timeout=60_000)
        killed.send_signal(signal.SIGKILL)
        killed.wait()
    assert name.exists()
    heir = Instance(paths)
    assert heir.claim()
    heir.listen()
    got: list[Request] = []
    heir.requested.connect(got.append)
    sent(heir.name, Request((Path("/one.txt"),)).sent(), qtbot)
    qtbot.waitUntil(lambda: got == [Request((Path("/one.txt"),))])
    heir.close()


@pytest.mark.skipif(sys.platform == "win32", reason="sockets are no files there")
def test_what_others_left_is_swept_and_the_living_are_spared(paths: Paths, runtime: Path, tmp_path: Path) -> None:
    living = Instance(Paths.under(tmp_path / "living"))
    assert living.claim()
    living.listen()
    dead = runtime / "parallax" / "dead.lock"
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    dead.write_text(f"{ended.pid}\npython\n{socket.gethostname()}\n")
    dead.with_suffix(".socket").touch()
    one = Instance(paths)
    assert one.claim()
    one.listen()
    assert not dead.exists()
    assert not dead.with_suffix(".socket").exists()
    assert Path(living.name).exists()
    one.close()
    living.close()


def test_who_cannot_reach_the_other_opens_a_window(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.ui.services.instance.CONNECTING", 0.0)
    silent = Instance(paths)
    assert silent.claim()
    assert not hand_over(silent.name, Request())
    silent.close()


@pytest.mark.parametrize(
    "line",
    [
        b"nonsense\n", b"[]\n", b"{}\n", b'{"paths": 3, "addresses": [], "token": ""}\n',
        b'{"paths": ["relative.txt"], "addresses": [], "token": ""}\n',
        b'{"paths": [], "addresses": ["file:///etc/passwd"], "token": ""}\n',
        b'{"paths": [], "addresses": [], "token": "a b"}\n', b'{"paths": [7], "addresses": [], "token": ""}\n',
        b'{"paths": ["/a\\u0000b"], "addresses": [], "token": ""}\n', b"[" * 100_000 + b"\n", b"x" * (LARGEST + 2),
        json.dumps({"paths": ["/a"] * 20_000, "addresses": [], "token": ""}).encode() + b"\n",
    ],
)  # fmt: skip
def test_nothing_odd_passes(line: bytes, first: Instance, qtbot: QtBot) -> None:
    got: list[Request] = []
    first.requested.connect(got.append)
    socket = sent(first.name, line, qtbot)
    qtbot.waitUntil(lambda: socket.state() is QLocalSocket.LocalSocketState.UnconnectedState)
    assert got == []


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are Unicode there")
def test_a_name_that_is_no_utf8_arrives_as_it_was() -> None:
    request = Request((Path("/") / os.fsdecode(b"quay\xff.txt"),), ("https://example.org/a",), "token-1")
    assert Request.read(request.sent().strip()) == request


@pytest.mark.skipif(sys.platform == "win32", reason="modes are those of POSIX")
def test_the_socket_is_its_owners_alone(first: Instance, runtime: Path) -> None:
    socket = Path(first.name)
    assert socket.parent == runtime / "parallax"
    assert stat.S_IMODE(socket.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(socket.stat().st_mode) & 0o077 == 0


@pytest.mark.skipif(sys.platform == "win32", reason="links are those of POSIX")
def test_a_folder_that_is_a_link_is_no_place(paths: Paths, runtime: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (runtime / "parallax").symlink_to(tmp_path / "elsewhere")
    assert not Instance(paths).name.startswith(str(runtime))


def test_an_import_in_a_terminal_shows_in_the_window(
    open_window: Callable[[], MainWindow], stories: list[Path], qtbot: QtBot
) -> None:
    window = open_window()
    with started("import", *map(str, stories)) as done:
        qtbot.waitUntil(lambda: done.poll() is not None, timeout=60_000)
        assert done.returncode == 0
    qtbot.waitUntil(lambda: has(window, 3), timeout=60_000)
    assert QApplication.activeModalWidget() is None


def test_what_lies_open_is_closed_with_a_key(filled: MainWindow, qtbot: QtBot) -> None:
    window = filled
    assert window.library.contents is not None
    ids = tuple(row.id for shelf in window.library.contents.shelves for row in shelf.rows)
    window.comparisons.compare(ids[:2])
    qtbot.waitUntil(lambda: window.state.comparison is not None, timeout=60_000)
    window.refresh()
    window.commands["close-comparison"].trigger()
    qtbot.waitUntil(lambda: window.comparisons.ids == () and window.windowTitle() == "Parallax")
    assert window.state.comparison is None
    assert not window.commands["close-comparison"].isEnabled()
    assert not window.commands["export"].isEnabled()
    window.session_manager.keep()
    assert window.session.ids == ()
