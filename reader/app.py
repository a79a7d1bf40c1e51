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
    from reader.workspace import Workspace

_LOADED = time.monotonic()


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window, import the files and folders named, and stay until the window is closed.

    Where a window of this library is open already, that one takes them.
    """
    args = list(sys.argv[1:] if argv is None else argv)
    paths = Paths.default()
    _leave_sources_unread()
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


def _leave_sources_unread() -> None:
    """Keep PySide from reading the source of every module that is imported, which takes a tenth of the first frame.

    It looks for its own name there, to know which modules might choose `snake_case` by its `__feature__`; none of ours
    does. The function is none of its public ones: where it goes by another name, this changes nothing.
    """
    features = sys.modules.get("shibokensupport.feature")
    if features is not None:
        vars(features)["_mod_uses_pyside"] = lambda _module: False


def speak(app: QApplication) -> None:
    """Let Qt speak the language of the window too: its dialogs, how numbers are written in fields, the names of keys.

    Where Qt calls a key otherwise than keyboards do, our own words go before its own.
    """
    locale = QLocale(i18n.language())
    if locale.language() is not QLocale.system().language():  # which also knows how its country writes numbers
        QLocale.setDefault(locale)
    app.setLayoutDirection(locale.textDirection())  # Qt has it from its own catalogue, which some languages lack
    if locale.language() is not QLocale.Language.English:
        its_own = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for name, folder in (("qtbase", its_own), ("keys", str(shipped("resources") / "i18n"))):
            translator = QTranslator(app)
            if translator.load(locale, name, "_", folder):
                app.installTranslator(translator)


def _run(app: QApplication, paths: Paths, asked: list[str], loading: ExitStack) -> int:
    # Words are looked up when the window's tables are loaded, so that comes after the choice of a language.
    from reader.ui.controllers import theme as theme_manager
    from reader.ui.crash import CrashReporter, SignalHandler
    from reader.ui.main_window import MainWindow
    from reader.ui.open_requests import OpenRequestHandler
    from reader.ui.services.instance import Instance, Request, hand_over
    from reader.ui.services.workspace_service import lower_switch_interval, warm_up
    from reader.ui.state.session import read_session

    instance, request = Instance(paths), Request.of(asked)
    if not instance.claim() and hand_over(instance.name, request):
        print(_("Parallax is open already: that window takes it."), file=sys.stderr)
        return 0
    theme_manager.apply(read_session(paths.state / "session.json").theme)
    lower_switch_interval()
    windows: list[MainWindow] = []
    crash = CrashReporter(paths.log, lambda: windows[0] if windows else None)
    ending = SignalHandler(lambda: [window.close() for window in windows])
    crash.install()
    ending.install()
    try:
        window = MainWindow(paths, lambda: _workspace(paths), crash.report)
        windows.append(window)
        if os.environ.get("PARALLAX_TRACE"):
            window.firstPaint.connect(_trace)
        window.firstPaint.connect(loading.close)
        window.ready.connect(lambda: warm_up(window.service))
        opened = OpenRequestHandler(window, instance, window.imports, window.url_import, window.backup)
        window.firstPaint.connect(instance.listen)
        window.ready.connect(opened.begin)
        window.folder_watch.windowWanted.connect(opened.bring_forward)
        opened.take(request, raised=False)
        window.show()
        return app.exec()
    finally:
        instance.close()
        ending.remove()
        crash.remove()


def _workspace(paths: Paths) -> "Workspace":
    """Opened on a worker's thread: the core is not loaded before the first frame is painted."""
    from reader.export import temporary_folders
    from reader.settings import read_settings
    from reader.workspace import Workspace

    temporary_folders.clear()
    notices: list[str] = []
    return Workspace(paths, read_settings(paths.settings, notices.append), notices=notices)


def _trace() -> None:
    """Say how long the first frame took, from the start of the process."""
    print(f"first frame {_age() * 1000:.0f} ms", file=sys.stderr, flush=True)


def _age() -> float:
    """Seconds since this process was started, where the system tells; else since this module was loaded."""
    try:
        ticks = int(Path("/proc/self/stat").read_text(encoding="ascii").rpartition(")")[2].split()[19])
        return time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")
    except (OSError, AttributeError, ValueError):
        return time.monotonic() - _LOADED
