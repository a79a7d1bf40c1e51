"""The composition root: builds the program from its parts, and takes it apart again."""

import os
import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from reader import garbage, i18n, language, logs
from reader.i18n import _
from reader.paths import Paths, shipped

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow
    from reader.ui.services.instance import Instance, Request
    from reader.workspace import Workspace

_LOADED = time.monotonic()


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window, import the files and folders named, and stay until the window is closed.

    Where a window of this library is open already, that one takes them.
    """
    args = list(sys.argv[1:] if argv is None else argv)
    paths = Paths.default()
    language.speak(paths, QLocale.system().uiLanguages())
    handler = logs.start(paths.log)
    app = QApplication.instance() or QApplication([sys.argv[0]])
    assert isinstance(app, QApplication)  # noqa: S101 - nothing else makes one
    app.setApplicationName("parallax")
    app.setApplicationDisplayName("Parallax")
    app.setDesktopFileName("io.github.parallax_reader.Parallax")
    speak(app)
    try:
        with ExitStack() as loading:
            loading.enter_context(garbage.put_off())
            return _run(app, paths, args, loading)
    finally:
        logs.stop(handler)


def speak(app: QApplication) -> None:
    """Let Qt speak the language of the window too: its dialogs, how numbers are written in fields, the names of keys.

    Where Qt calls a key otherwise than keyboards do, our own words go before its own.
    """
    spoken = i18n.language()
    locale = QLocale(spoken)
    if _base(spoken) != _base(QLocale.system().name()):  # which also knows how its country writes numbers
        QLocale.setDefault(locale)
    if _base(spoken) != "en":  # for which Qt is as it comes, and what it names here would delay the first frame
        app.setLayoutDirection(locale.textDirection())  # Qt has it from its own catalogue, which some languages lack
        its_own = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for name, folder in (("qtbase", its_own), ("keys", str(shipped("resources") / "i18n"))):
            translator = QTranslator(app)
            if translator.load(locale, name, "_", folder):
                app.installTranslator(translator)


def _base(language: str) -> str:
    return language.replace("-", "_").partition("_")[0]


def _run(app: QApplication, paths: Paths, asked: list[str], loading: ExitStack) -> int:
    # Words are looked up when the window's tables are loaded, so that comes after the choice of a language.
    from reader.ui.main_window import MainWindow
    from reader.ui.services.instance import Instance, Request, hand_over

    instance, request = Instance(paths), Request.of(asked)
    if not instance.claim() and hand_over(instance.name, request):
        print(_("Parallax is open already: that window takes it."), file=sys.stderr)
        return 0
    window = MainWindow(paths, lambda: _workspace(paths), lambda *error: sys.excepthook(*error))
    with ExitStack() as ending:
        ending.callback(instance.close)
        window.firstPaint.connect(lambda: _watch(paths, window, ending))
        window.firstPaint.connect(lambda: _go_on(window, instance, request))
        window.furnished.connect(lambda: _collect_again(loading))
        window.show()
        return app.exec()


def _collect_again(loading: ExitStack) -> None:
    """Look for cycles from here on, but not in all that was loaded: it stays."""
    from reader.ui.services.task_runner import LASTING

    LASTING.spare()
    loading.close()


def _watch(paths: Paths, window: "MainWindow", ending: ExitStack) -> None:
    """Hear from here on of faults, and of signals of the system."""
    if os.environ.get("PARALLAX_TRACE"):
        _trace("first frame")
        window.libraryShown.connect(lambda: _trace("library on view"))
    from reader.ui.crash import CrashReporter, SignalHandler

    crash, signals = CrashReporter(paths.log, lambda: window), SignalHandler(window.close)
    for one in (crash, signals):
        one.install()
        ending.callback(one.remove)


def _go_on(window: "MainWindow", instance: "Instance", request: "Request") -> None:
    """Dress the window before its parts are made, and take what was given to the program once they are."""
    from reader.ui.controllers import theme
    from reader.ui.open_requests import OpenRequestHandler
    from reader.ui.services.workspace_service import lower_switch_interval, warm_up

    theme.apply(window.session.theme)
    lower_switch_interval()
    instance.listen()

    def furnished() -> None:
        opened = OpenRequestHandler(window, instance, window.imports, window.url_import, window.backup)
        window.ready.connect(lambda: warm_up(window.service, garbage.keep))
        window.ready.connect(opened.begin)
        window.folder_watch.windowWanted.connect(opened.bring_forward)
        opened.take(request, raised=False)

    window.furnished.connect(furnished)


def _workspace(paths: Paths) -> "Workspace":
    """Opened on a worker's thread: the core is not loaded before the first frame is painted."""
    from reader.export import temporary_folders
    from reader.settings import read_settings
    from reader.workspace import Workspace

    temporary_folders.clear()
    notices: list[str] = []
    return Workspace(paths, read_settings(paths.settings, notices.append), notices=notices)


def _trace(what: str) -> None:
    """Say how long something took, from the start of the process."""
    print(f"{what} {_age() * 1000:.0f} ms", file=sys.stderr, flush=True)


def _age() -> float:
    """Seconds since this process was started, where the system tells; else since this module was loaded."""
    try:
        ticks = int(Path("/proc/self/stat").read_text(encoding="ascii").rpartition(")")[2].split()[19])
        return time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")
    except (OSError, AttributeError, ValueError):
        return time.monotonic() - _LOADED
