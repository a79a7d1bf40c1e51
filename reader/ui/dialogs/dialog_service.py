"""Opens the dialogs, each at most once; a dialog's module is loaded when it is first asked for."""

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction, QDesktopServices, QIcon
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from reader.paths import Paths
from reader.ui.actions.action_manager import ActionManager
from reader.ui.state.comparison_state import ComparisonState
from reader.ui.widgets.controls import fit_to_screen

if TYPE_CHECKING:
    from reader.compare.comparison import Comparison
    from reader.export import Choices
    from reader.importing import Contents
    from reader.library import Row
    from reader.library.values import ArticleDetails
    from reader.settings import Settings
    from reader.ui.dialogs.folders import LibraryPlaceOptions
    from reader.ui.dialogs.missing_details import Values
    from reader.ui.dialogs.saved_comparisons import SavedDialog
    from reader.ui.dialogs.saved_searches import SavedSearchesDialog
    from reader.ui.state.export_request import ExportRequest
    from reader.ui.state.saved_comparisons import ListedComparison
    from reader.workspace import ImportReport


class DialogService:
    """The window's dialogs. None stops the program while it is open."""

    def __init__(self, window: QWidget, actions: Mapping[str, QAction], paths: Paths, state: ComparisonState) -> None:
        self._window, self._actions, self._paths, self._state = window, actions, paths, state
        self.open: QDialog | None = None

    def register(self, actions: ActionManager) -> None:
        """Name what the commands call."""
        actions.register("palette", self.palette)
        actions.register("shortcuts", self.shortcuts)
        actions.register("guide", self.guide)
        actions.register("search-help", self.search_help)
        actions.register("legend", self.legend)
        actions.register("log", self.show_log)
        actions.register("about", self.about)

    def palette(self) -> None:
        """Every command by its name."""
        from reader.ui.dialogs.command_palette import CommandPalette

        self._show(CommandPalette(self._actions, self._window))

    def shortcuts(self) -> None:
        """Every key and what it does."""
        from reader.ui.dialogs.help_dialogs import ShortcutSheet

        self._show(ShortcutSheet(self._window))

    def guide(self) -> None:
        """How one works with the program, chapter by chapter."""
        from reader.ui.dialogs.help_dialogs import GuideDialog

        self._show(GuideDialog(self._window))

    def legend(self) -> None:
        """What the marks mean, drawn with the marks themselves."""
        from reader.ui.compare.legend import LegendDialog

        comparison = self._state.comparison
        self._show(LegendDialog(self._window, len(comparison.articles) if comparison is not None else 0))

    def about(self) -> None:
        """Version, licence and places."""
        from reader.ui.dialogs.help_dialogs import AboutDialog

        self._show(AboutDialog(self._paths, self._window.windowIcon(), self._window))

    def report(self, report: "ImportReport") -> None:
        """What became of each file."""
        from reader.ui.dialogs.import_dialogs import ReportDialog

        self._show(ReportDialog(report, self._window))

    def preview(self, files: "Sequence[tuple[Path, Contents]]", take: Callable[[Sequence[Path]], None]) -> None:
        """What would be imported of some files."""
        from reader.ui.dialogs.import_dialogs import PreviewDialog

        self._show(PreviewDialog(files, take, self._window))

    def address(self, address: str, done: Callable[[str], None]) -> None:
        """The address of a page to fetch."""
        from reader.ui.dialogs.import_dialogs import AddressDialog

        self._show(AddressDialog(address, done, self._window))

    def watched_folders(
        self, folders: tuple[str, ...], done: Callable[[tuple[str, ...], tuple[str, ...], bool], None], *, notify: bool
    ) -> None:
        """The folders in which what appears is imported."""
        from reader.ui.dialogs.folders import WatchedFoldersDialog

        self._show(WatchedFoldersDialog(folders, done, self._window, notify=notify))

    def preferences(
        self,
        settings: "Settings",
        done: "Callable[[Settings], None]",
        *,
        theme: str = "system",
        set_theme: Callable[[str], None] = lambda _theme: None,
        place: "LibraryPlaceOptions | None" = None,
    ) -> None:
        """The settings as a form, the theme and the library's place among them."""
        from reader.ui.dialogs.preferences import Preferences

        self._show(Preferences(settings, done, self._window, theme=theme, set_theme=set_theme, place=place))

    def export(
        self,
        found: "Comparison",
        known: "Choices",
        order: "ExportRequest",
        path: Path,
        ordered: "Callable[[ExportRequest, Path], None]",
    ) -> None:
        """Format, contents and file of a document."""
        from reader.ui.dialogs.export import ExportDialog

        dialog = ExportDialog(found, known, order, path, self._window)
        dialog.ordered.connect(ordered)
        self._show(dialog)

    def verification(self, path: Path, told: "Mapping[str, Any]") -> None:
        """What was found of a PDF that was verified."""
        from reader.ui.dialogs.verification import VerificationDialog

        self._show(VerificationDialog(path, told, self._window))

    def save_comparison(self, name: str, note: str, taken: Collection[str], save: Callable[[str, str], None]) -> None:
        """Name and note of a comparison to be saved."""
        from reader.ui.dialogs.saved_comparisons import SaveDialog

        self._show(SaveDialog(name, note, taken, save, self._window))

    def saved_comparisons(self, saved: "Sequence[ListedComparison]", comparing: bool) -> "SavedDialog":
        """The saved comparisons; the caller hears what is done to them."""
        from reader.ui.dialogs.saved_comparisons import SavedDialog

        dialog = SavedDialog(saved, comparing, self._window)
        self._show(dialog)
        return dialog

    def tags(
        self,
        known: Sequence[str],
        counts: Mapping[str, int],
        total: int,
        done: "Callable[[Sequence[tuple[str, str]], Mapping[str, bool]], None]",
    ) -> None:
        """The tags of some articles."""
        from reader.ui.dialogs.story_and_tags import TagDialog

        self._show(TagDialog(known, counts, total, done, self._window))

    def stories(
        self, known: Sequence[tuple[int, str]], chosen: Callable[[int], None], named: Callable[[str], None]
    ) -> None:
        """The stories, to choose one or to name a new one."""
        from reader.ui.dialogs.story_and_tags import StoryDialog

        self._show(StoryDialog(known, chosen, named, self._window))

    def details(self, known: "ArticleDetails", done: Callable[[Mapping[str, str], Sequence[str]], None]) -> None:
        """What is known about an article."""
        from reader.ui.dialogs.details import DetailsDialog

        self._show(DetailsDialog(known, done, self._window))

    def missing_details(self, rows: "Sequence[Row]", outlets: Sequence[str], done: "Callable[[Values], None]") -> None:
        """What is not known of some articles, to be filled in."""
        from reader.ui.dialogs.missing_details import MissingDetailsDialog

        self._show(MissingDetailsDialog(rows, outlets, done, self._window))

    def searches(self) -> "SavedSearchesDialog":
        """The saved searches, to be filled and listened to."""
        from reader.ui.dialogs.saved_searches import SavedSearchesDialog

        dialog = SavedSearchesDialog(self._window)
        self._show(dialog)
        return dialog

    def search_help(self) -> None:
        """What can be typed into the search field."""
        from reader.ui.dialogs.help_dialogs import SearchHelp

        self._show(SearchHelp(self._window))

    def show_log(self) -> None:
        """The folder the log lies in, as the system shows folders."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._paths.log.parent)))

    def _show(self, dialog: QDialog) -> None:
        if self.open is not None:
            self.open.reject()
        self.open = dialog
        for button in dialog.findChildren(QPushButton):
            button.setIcon(QIcon())
        dialog.finished.connect(lambda: self._gone(dialog))
        fit_to_screen(dialog)
        dialog.open()

    def _gone(self, dialog: QDialog) -> None:
        if self.open is dialog:
            self.open = None
        dialog.deleteLater()
