"""`python -m reader`: the window, into which files that are named are imported; with a command, the command line."""

import atexit
import contextlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from reader import garbage

INTERRUPTED = 130


def main(argv: list[str] | None = None) -> int:
    """Open the window, or do what the arguments say; the exit code."""
    given = sys.argv[1:] if argv is None else argv
    try:
        return _child(given) if given[:1] and given[0] in CHILDREN else _asked(given)
    except KeyboardInterrupt:  # while something was still loading
        print("parallax: interrupted.", file=sys.stderr)
        return INTERRUPTED


def _asked(given: list[str]) -> int:
    if given:
        garbage.look_seldom()
        from reader import cli  # each of the two is imported only where it is wanted

        if not cli.is_for_window(given):
            return cli.main(given)
    if not _has_display():
        from reader import cli

        return cli.without_display()
    with garbage.put_off():
        leave_sources_unread()
        from reader import app

    return app.main([one for one in given if one != "--"])


def leave_sources_unread() -> None:
    """Keep PySide from reading the source of every module that is imported, which takes a tenth of the first frame.

    It looks for its own name there, to know which modules might choose `snake_case` by its `__feature__`; none of ours
    does. The function is none of its public ones: where it goes by another name, this changes nothing.
    """
    import PySide6.QtCore  # noqa: F401 - which brings that function along

    features = sys.modules.get("shibokensupport.feature")
    if features is not None:
        vars(features)["_mod_uses_pyside"] = lambda _module: False


def _child(given: list[str]) -> int:
    """What a process of ours was started for by another: that one ends it, Ctrl+C is none of its business."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    return CHILDREN[given[0]](given[1:])


def _typeset(given: list[str]) -> int:
    from reader.export import typesetting

    return typesetting.main(Path(given[0]))


def _unpack(given: list[str]) -> int:
    from reader.export import pdf_reader

    return pdf_reader.main(Path(given[0]))


def _pages(given: list[str]) -> int:
    from reader.export import pdf_reader

    return pdf_reader.pages(Path(given[0]))


def _signatures(given: list[str]) -> int:
    from reader.export import signatures

    return signatures.main(Path(given[0]), list(map(Path, given[1:])))


def _read(_given: list[str]) -> int:
    from reader.importing.apart import helper_main

    return helper_main.main()


def _index(_given: list[str]) -> int:
    from reader.search import helper_main

    return helper_main.main()


def _words(_given: list[str]) -> int:
    from reader.search import assistant

    return assistant.main()


def _encode(given: list[str]) -> int:
    from reader.vectors import helper_main

    return helper_main.main(Path(given[0]))


CHILDREN: dict[str, Callable[[list[str]], int]] = {
    "--typeset": _typeset,  # the child process of an export: see export/pdf.py
    "--unpack": _unpack,  # the one that opens a PDF from outside: see export/packs.py
    "--pages": _pages,  # the one that looks at its pages
    "--signatures": _signatures,  # the one that reads its signatures: see export/signatures.py
    "--read": _read,  # the one that reads files which may do anything: see importing/apart/
    "--index": _index,  # the one that writes the search index: see search/helper.py
    "--words": _words,  # the one that reads words for that one: see search/assistant.py
    "--encode": _encode,  # the one that encodes sentences: see vectors/helper.py
}


def _has_display() -> bool:
    """Whether a window can be shown: Qt itself would end the process to say that it cannot."""
    if sys.platform in {"win32", "darwin"} or os.environ.get("QT_QPA_PLATFORM") or os.environ.get("WAYLAND_DISPLAY"):
        return True
    display = os.environ.get("DISPLAY", "")
    return bool(display) and (not display.startswith(":") or _answers(display[1:].partition(".")[0]))


def _answers(number: str) -> bool:
    """Whether an X server listens on this local display."""
    import socket

    path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where X11 keeps its sockets
    for address in (path, f"\0{path}"):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as one:
            try:
                one.connect(address)
            except OSError:
                continue
            return True
    return False


class _LastAct:
    """What a process of ours does at its very end: it leaves at once, and the system takes back all of it as it is.

    Python would first take apart whatever was loaded, thing by thing, which takes a twelfth of a search.
    """

    def __init__(self) -> None:
        self.status: int | None = None  # while that is not known, Python ends as it always does

    def __call__(self) -> None:
        if self.status is None or "PySide6" in sys.modules:  # Qt has a window to take apart
            return
        with contextlib.suppress(OSError, ValueError):  # Python says so itself, of what cannot be written out
            _leave(self.status)


def _leave(status: int) -> NoReturn:
    for stream in filter(None, (sys.stdout, sys.stderr)):  # one that was closed is None
        stream.flush()
    os._exit(status)


def run() -> NoReturn:
    """All that a process of ours does, from its arguments to its end."""
    last = _LastAct()
    atexit.register(last)  # what is registered first is called last, when threads have ended too
    last.status = main()
    if last.status == INTERRUPTED:  # whoever did that does not wait for threads that are still loading libraries
        _leave(INTERRUPTED)
    garbage.leave_to_system()
    sys.exit(last.status)


if __name__ == "__main__":
    run()
