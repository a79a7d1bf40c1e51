"""`python -m reader`: the window; with arguments, the command line."""

import os
import socket
import sys
from pathlib import Path


def main(argv: list[str] | None = None) -> int:
    """Open the window, or do what the arguments say; the exit code."""
    given = sys.argv[1:] if argv is None else argv
    if given[:1] == ["--typeset"]:  # the child process of an export: see export/pdf.py
        from reader.export import typesetting

        return typesetting.main(Path(given[1]))
    if given[:1] == ["--unpack"]:  # the child process that opens a PDF from outside: see export/packs.py
        from reader.export import unpacking

        return unpacking.main(Path(given[1]))
    if given[:1] == ["--pages"]:  # the one that looks at its pages
        from reader.export import unpacking

        return unpacking.pages(Path(given[1]))
    if given[:1] == ["--signatures"]:  # the one that reads its signatures: see export/signing.py
        from reader.export import signing

        return signing.main(Path(given[1]), list(map(Path, given[2:])))
    if given == ["--read"]:  # the child process that reads files which may do anything: see importing/apart/
        from reader.importing.apart import serving

        return serving.main()
    if given == ["--index"]:  # the child process that writes the search index: see search/helper.py
        from reader.search import serving as indexing

        return indexing.main()
    if given:
        from reader import cli  # each of the two is imported only where it is wanted

        return cli.main(given)
    if not _has_display():
        from reader import cli

        return cli.without_display()
    from reader import app

    return app.main([])


def _has_display() -> bool:
    """Whether a window can be shown: Qt itself would end the process to say that it cannot."""
    if sys.platform in {"win32", "darwin"} or os.environ.get("QT_QPA_PLATFORM") or os.environ.get("WAYLAND_DISPLAY"):
        return True
    display = os.environ.get("DISPLAY", "")
    return bool(display) and (not display.startswith(":") or _answers(display[1:].partition(".")[0]))


def _answers(number: str) -> bool:
    """Whether an X server listens on this local display."""
    path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where X11 keeps its sockets
    for address in (path, f"\0{path}"):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as one:
            try:
                one.connect(address)
            except OSError:
                continue
            return True
    return False


if __name__ == "__main__":
    sys.exit(main())
