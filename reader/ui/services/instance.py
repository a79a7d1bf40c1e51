"""One window for each library: a second program hands what it was given to the window that is open, and ends.

A lock file says who is the one, a socket in a folder of this person's alone takes requests. Whoever has the lock may
remove what a killed program left of the socket; nobody else ever does, since that would unseat the living.
"""

import hashlib
import json
import logging
import os
import re
import stat
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Self

from PySide6.QtCore import QByteArray, QLockFile, QObject, QTimer, Signal

from reader.dataclass import dataclass
from reader.paths import Paths, make_private
from reader.text.addresses import is_address

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

LARGEST, MOST = 1 << 20, 10_000
"""Bytes of a request, and what it may name at most."""
CONNECTING, ANSWER, PATIENCE = 10.0, 10.0, 10_000
"""Seconds in which the window is reached, and has answered; milliseconds for which the window waits for a request."""
LONGEST_NAME = 100
"""Bytes of a socket's path: systems take no more than 104."""
_SWEPT = 200
"""Locks that are looked at when a window begins to listen."""
TAKEN = b"taken\n"
_TOKEN = re.compile(r"[\w.:@/-]{1,200}", re.ASCII)
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Request:
    """What a window is asked to take: files and folders, and pages, of which it asks the person before it fetches any.

    `token`: by which a Wayland compositor lets the window come to the front.
    """

    paths: tuple[Path, ...] = ()
    addresses: tuple[str, ...] = ()
    token: str = ""

    @classmethod
    def of(cls, named: Iterable[str]) -> Self:
        """What was named on the command line."""
        several = [one for one in named if one]
        paths = tuple(Path(one).absolute() for one in several if not is_address(one))
        token = os.environ.get("XDG_ACTIVATION_TOKEN", "")
        return cls(paths, tuple(one for one in several if is_address(one)), token if _TOKEN.fullmatch(token) else "")

    def sent(self) -> bytes:
        """The request as a line of JSON."""
        told = {"paths": list(map(str, self.paths)), "addresses": list(self.addresses), "token": self.token}
        return json.dumps(told).encode("ascii") + b"\n"

    @classmethod
    def read(cls, line: bytes) -> Self | None:
        """The request in such a line; None where it is none: nothing but absolute paths and addresses passes."""
        try:
            told = json.loads(line)
            paths, addresses, token = told["paths"], told["addresses"], told["token"]
            words = [*paths, *addresses, token]
        except (ValueError, LookupError, TypeError, RecursionError):
            return None
        if len(words) > MOST or not all(isinstance(one, str) for one in words):
            return None
        sound = all(Path(one).is_absolute() and "\0" not in one for one in paths) and all(map(is_address, addresses))
        if not sound or not (token == "" or _TOKEN.fullmatch(token)):
            return None
        return cls(tuple(map(Path, paths)), tuple(addresses), token)


class Instance(QObject):
    """The place of the one window of a library."""

    requested = Signal(object)
    """Another program hands over a Request."""

    def __init__(self, paths: Paths) -> None:
        super().__init__()
        self.name, self._lock_file = _place(paths)
        """The socket's; "" where there is no place for one, so that each program has a window of its own."""
        self._lock: QLockFile | None = None
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Be the one, unless another is; also where nobody can listen."""
        if not self.name:
            return True
        lock = QLockFile(str(self._lock_file))
        lock.setStaleLockTime(0)  # never by its age; that of a killed program is known by its process
        if not lock.tryLock(0):
            return lock.error() != QLockFile.LockError.LockFailedError
        self._lock = lock
        return True

    def listen(self) -> None:
        """Take requests from now on, where this is the one; loads Qt's network library, after the first frame."""
        if self._lock is None or self._server is not None:
            return
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self.name)
        _sweep(self._lock_file.parent)
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._connected)
        if server.listen(self.name):
            self._server = server
        else:
            log.warning("cannot listen on %s: %s", self.name, server.errorString())

    def close(self) -> None:
        """Leave the place to the next; a second time does nothing."""
        if self._server is not None:
            self._server.close()
            self._server = None
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _connected(self) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            _Visit(socket, self)


class _Visit(QObject):
    """One program that hands something over: a line within bounds, and soon, or nothing."""

    def __init__(self, socket: "QLocalSocket", instance: Instance) -> None:
        super().__init__(socket)
        self._socket, self._instance, self._came = socket, instance, b""
        socket.readyRead.connect(self._read)
        socket.disconnected.connect(socket.deleteLater)
        QTimer.singleShot(PATIENCE, self, socket.abort)
        self._read()

    def _read(self) -> None:
        self._came += bytes(self._socket.read(LARGEST + 1 - len(self._came)).data())
        line, end, _rest = self._came.partition(b"\n")
        if not end:
            if len(self._came) > LARGEST:
                self._socket.abort()
            return
        request = Request.read(line)
        if request is None:
            log.warning("a request that makes no sense was refused")
            self._socket.abort()
            return
        self._socket.readyRead.disconnect(self._read)
        self._socket.write(QByteArray(TAKEN))
        self._socket.flush()
        self._socket.disconnectFromServer()
        self._instance.requested.emit(request)


def hand_over(name: str, request: Request) -> bool:
    """Hand a request to the window that listens there; False where none takes it, so that one has to be opened."""
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    end = time.monotonic() + CONNECTING
    socket.connectToServer(name)
    while not socket.waitForConnected(200):  # the other has the lock, and may not listen yet
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
        socket.connectToServer(name)
    socket.write(QByteArray(request.sent()))
    came, end = b"", time.monotonic() + ANSWER
    while not came.endswith(TAKEN) and time.monotonic() < end:
        if not socket.waitForReadyRead(500) and socket.state() != QLocalSocket.LocalSocketState.ConnectedState:
            break
        came += bytes(socket.readAll().data())
    return came.endswith(TAKEN)


def _place(paths: Paths) -> tuple[str, Path]:
    """The name of this person's socket for this library, and the file of its lock; ("", …) where there is no place."""
    try:
        library = str(paths.library.resolve())
    except OSError:
        return "", Path()
    digest = hashlib.sha256(f"{_person()}\0{library}".encode("utf-8", "surrogateescape")).hexdigest()[:20]
    for folder in paths.sockets:
        name = str(folder / f"{digest}.socket")
        if sys.platform == "win32":
            return (f"parallax-{digest}", folder / f"{digest}.lock") if _is_private(folder) else ("", Path())
        if len(os.fsencode(name)) <= LONGEST_NAME and _is_private(folder):
            return name, folder / f"{digest}.lock"
    return "", Path()


def _person() -> str:
    """Who is asking, as the system tells people apart."""
    return os.environ.get("USERNAME", "") if sys.platform == "win32" else str(os.getuid())


def _sweep(folder: Path) -> None:
    """Remove what killed programs with other libraries left: locks that nobody holds any more, and their sockets."""
    for file in sorted(folder.glob("*.lock"))[:_SWEPT]:
        lock = QLockFile(str(file))
        lock.setStaleLockTime(0)
        if lock.tryLock(0):
            file.with_suffix(".socket").unlink(missing_ok=True)
            lock.unlock()


def _is_private(folder: Path) -> bool:
    """Whether a folder is, or could be made, this person's alone, and is no link to another."""
    try:
        make_private(folder)
        if sys.platform == "win32":
            return True
        status = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(status.st_mode) and status.st_uid == os.getuid() and not status.st_mode & 0o077
