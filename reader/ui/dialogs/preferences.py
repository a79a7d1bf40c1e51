"""The settings as a form on a few pages: one row for each field of the dataclasses, by a table of how each looks."""

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from typing import Any

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from reader.dataclass import dataclass
from reader.i18n import N_, _
from reader.importing.addresses.proxies import is_proxy
from reader.settings import CHOICES, Settings
from reader.ui.dialogs.folders import LibraryPlace, LibraryPlaceOptions
from reader.ui.state.session import THEMES
from reader.ui.widgets.controls import FileDialog
from reader.ui.widgets.cutoff_bar import INSET
from reader.ui.widgets.plain_text import PlainLabel

Path = tuple[str, ...]
MANY = 1e9
EDITOR, HINT = 190, 360
WIDE = 300


@dataclass(frozen=True, slots=True)
class Look:
    """How a setting is shown: in units of `scale`, between `least` and `most` of them.

    `names` are those of its choices; `folder`: it is the path of one, which can be chosen.
    """

    label: str
    tip: str = ""
    unit: str = ""
    scale: float = 1
    least: float = 0
    most: float = MANY
    decimals: int = 0
    names: Mapping[str, str] = field(default_factory=dict)
    folder: bool = False


LAST = N_("As it was last")
LOOKS = {
    "interface.language": Look(
        N_("Language"),
        N_("From the next start of the program"),
        names={"system": N_("As the system"), "en": "English", "de": "Deutsch", "es": "Español"},
    ),
    "interface.face": Look(
        N_("Letters"), N_("In which articles are set"), names={"serif": N_("With serifs"), "sans": N_("Without serifs")}
    ),
    "interface.size": Look(
        N_("Size"), N_("Before any zoom (Ctrl + and Ctrl −)"), N_(" pt"), least=6, most=48, decimals=2
    ),
    "interface.measure": Look(
        N_("Longest line"), N_("In letters; 60 to 75 read well"), N_(" letters"), least=30, most=160
    ),
    "interface.citation": Look(
        N_("Sources of what is copied"),
        N_("How Copy with Source names the article"),
        names={"plain": N_("Plainly, on one line"), "apa": "APA", "chicago": "Chicago", "mla": "MLA"},
    ),
    "opening.scrolling": Look(
        N_("Panes scroll"),
        names={
            "last": LAST,
            "matched": N_("Matched: shared passages level"),
            "proportional": N_("In proportion"),
            "free": N_("Freely"),
        },
    ),
    "opening.figures": Look(N_("Table of figures"), names={"last": LAST, "shown": N_("Shown"), "hidden": N_("Hidden")}),
    "opening.place": Look(
        N_("Reading begins"),
        N_("A comparison that comes back with the window stands where it stood"),
        names={
            "top": N_("At the top"),
            "conflict": N_("At the first conflict of figures"),
            "passage": N_("At the first shared passage"),
        },
    ),
    "importing.max_bytes": Look(
        N_("Largest file"), N_("A larger file is no article and is not read"), N_(" MB"), 1024 * 1024, 1, 1024
    ),
    "importing.mark_boilerplate": Look(
        N_("Fold away what is not the article"), N_("Menus, pleas to subscribe, related stories")
    ),
    "importing.recognise_text": Look(
        N_("Read the text in pictures of pages"),
        N_("By Tesseract, where it is installed; slow, and figures may be misread"),
    ),
    "importing.proxy": Look(
        N_("Pages are fetched"),
        N_("Only those whose address you give, after asking; nothing else uses the network"),
        names={
            "system": N_("As the system is set"),
            "manual": N_("Through this proxy"),
            "none": N_("Without a proxy"),
        },
    ),
    "importing.proxy_address": Look(
        N_("Proxy"), N_("http://host:port or socks5://host:port; user:password@ before the host")
    ),
    "compare.passages.cutoff": Look(
        N_("How alike passages must be"), N_("From 0, anything, to 100, word for word"), "", 1, 0, 100, 0
    ),
    "compare.passages.least_words": Look(
        N_("Shortest passage"), N_("In words; what is shorter is not shown"), N_(" words"), 1, 1, 50
    ),
    "compare.meaning": Look(
        N_("Compare by meaning as well, and across languages"),
        N_("By what sentences mean, in sixteen languages; without it, by words alone"),
    ),
    "compare.figures.tolerance": Look(
        N_("Rounding allowed"), N_("How far apart two figures may be and still be one, rounded"), " %", 0.01, 0, 50, 1
    ),
    "search.engine": Look(
        N_("Search engine"),
        N_(
            "Both find the same. SQLite is for large libraries; after a change the index is made anew in the background"
        ),
        names={"auto": N_("By the library's size"), "whoosh": N_("Whoosh"), "fts5": N_("SQLite FTS5")},
    ),
    "backups.daily": Look(
        N_("Back up the library every day"), N_("On the first opening of a day, if the library is whole")
    ),
    "backups.days": Look(N_("Backups kept"), N_("The oldest goes when a new one comes"), N_(" days"), 1, 1, 365),
    "backups.folder": Look(
        N_("A copy elsewhere"),
        N_("A folder on another disk, where each backup is copied to; empty for none"),
        folder=True,
    ),
}
PAGES: tuple[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]], ...] = (
    (
        N_("General"),
        (
            ("", ("interface.language",)),
            (N_("Articles"), ("interface.face", "interface.size", "interface.measure")),
            (N_("Copying"), ("interface.citation",)),
        ),
    ),
    (
        N_("Comparing"),
        (
            (N_("Passages"), ("compare.passages.cutoff", "compare.passages.least_words", "compare.meaning")),
            (N_("Figures"), ("compare.figures.tolerance",)),
            (N_("A comparison opens with"), ("opening.scrolling", "opening.figures", "opening.place")),
        ),
    ),
    (
        N_("Importing"),
        (
            (N_("Files"), ("importing.max_bytes", "importing.mark_boilerplate", "importing.recognise_text")),
            (N_("Network"), ("importing.proxy", "importing.proxy_address")),
        ),
    ),
    (
        N_("Library"),
        (
            (N_("Backups"), ("backups.daily", "backups.days", "backups.folder")),
            (N_("Searching"), ("search.engine",)),
        ),
    ),
)
"""The pages, the headings on each, and the settings under each heading."""
THEME_NAMES = {
    "system": N_("As the system"), "light": N_("Light"), "dark": N_("Dark"), "high-contrast": N_("High contrast"),
}  # fmt: skip


class Preferences(QDialog):
    """The form; `done` hears of the settings when they are accepted, `wear` of the theme."""

    def __init__(
        self,
        settings: Settings,
        done: Callable[[Settings], None],
        parent: QWidget | None = None,
        *,
        theme: str = "system",
        set_theme: Callable[[str], None] = lambda _theme: None,
        place: LibraryPlaceOptions | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Preferences"))
        self._settings, self._done, self._theme, self._wear = settings, done, theme, set_theme
        self._values = {".".join(path): value for path, value in leaves(settings)}
        self.editors: dict[Path, QWidget] = {}
        self.theme = _choice({one: _(THEME_NAMES[one]) for one in THEMES}, _("Theme"))
        self.theme.setCurrentIndex(self.theme.findData(theme))
        self.pages = QTabWidget(self)
        self.pages.setAccessibleName(_("Preferences"))
        for title, groups in PAGES:
            self.pages.addTab(self._page(groups), _(title))
        if place is not None:
            self._library_page().insertWidget(0, LibraryPlace(place, self.reject, self))
        self._problem = PlainLabel("")
        self._problem.setObjectName("problem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(12)
        column.addWidget(self.pages, 1)
        column.addWidget(self._problem)
        column.addWidget(self._buttons())
        self._follow()

    def _buttons(self) -> QDialogButtonBox:
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel | kinds.RestoreDefaults, self)
        buttons.button(kinds.Ok).setObjectName("primary")
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        buttons.button(kinds.RestoreDefaults).clicked.connect(self._restore)
        return buttons

    def settings(self) -> Settings:
        """What the form says."""
        changed: Any = self._settings
        for path, value in self._shown(self._settings):
            changed = replaced(changed, path, _read(self.editors[path], look(path), value))
        return changed  # type: ignore[no-any-return] # replaced, field by field, from Settings

    def _shown(self, settings: Settings) -> list[tuple[Path, Any]]:
        """The settings that have a row here: some are set where they belong, as what watched folders say."""
        return [(path, value) for path, value in leaves(settings) if path in self.editors]

    def show_settings(self, settings: Settings) -> None:
        """Let the form say these."""
        for path, value in self._shown(settings):
            _write(self.editors[path], look(path), value)

    def _restore(self) -> None:
        self.show_settings(Settings())
        self.theme.setCurrentIndex(self.theme.findData("system"))

    def _accept(self) -> None:
        """Take what the form says; what cannot be is told, and the form stays."""
        told = self.settings()
        if told.importing.proxy == "manual" and not is_proxy(told.importing.proxy_address):
            self._problem.setText(_("That is no address of a proxy. Write http://host:port or socks5://host:port."))
            self._problem.show()
            editor = self.editors["importing", "proxy_address"]
            self.pages.setCurrentWidget(next(page for page in self._each_page() if page.isAncestorOf(editor)))
            editor.setFocus()
            editor.setProperty("wrong", True)
            editor.style().polish(editor)
            return
        self.accept()
        if self.theme.currentData() != self._theme:
            self._wear(self.theme.currentData())
        self._done(told)

    def _each_page(self) -> Iterator[QWidget]:
        yield from filter(None, (self.pages.widget(at) for at in range(self.pages.count())))

    def _library_page(self) -> QVBoxLayout:
        layout = list(self._each_page())[-1].layout()
        assert isinstance(layout, QVBoxLayout)  # noqa: S101 - `_page` makes no other
        return layout

    def _page(self, groups: tuple[tuple[str, tuple[str, ...]], ...]) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 14, 16, 10)
        form = QFormLayout()
        form.setHorizontalSpacing(18)
        form.setVerticalSpacing(4)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for title, names in groups:
            if title:
                if form.rowCount():
                    form.addRow(_gap(6))
                form.addRow(_heading(_(title)))
            for name in names:
                self._add(form, tuple(name.split(".")), self._values[name])
                if name == "interface.language":
                    form.addRow(_("Theme"), self.theme)
        column.addLayout(form)
        column.addStretch(1)
        boxes = page.findChildren(QComboBox)
        for box in boxes:  # one edge, whatever is chosen in them
            box.setMinimumWidth(max(EDITOR, *(one.sizeHint().width() for one in boxes)))
        return page

    def _follow(self) -> None:
        """What has no effect as another is set cannot be changed."""
        proxy, address = self.editors["importing", "proxy"], self.editors["importing", "proxy_address"]
        daily, days = self.editors["backups", "daily"], self.editors["backups", "days"]
        assert isinstance(proxy, QComboBox)  # noqa: S101 - as the table says
        assert isinstance(daily, QCheckBox)  # noqa: S101
        proxy.currentIndexChanged.connect(lambda _at: address.setEnabled(proxy.currentData() == "manual"))
        daily.toggled.connect(days.setEnabled)
        address.setEnabled(proxy.currentData() == "manual")
        days.setEnabled(daily.isChecked())

    def _add(self, form: QFormLayout, path: Path, value: Any) -> None:
        shown = look(path)
        editor = _editor(path, value, shown)
        editor.setToolTip(shown.tip)
        editor.setAccessibleName(shown.label)
        editor.setAccessibleDescription(_described(editor, shown))
        self.editors[path] = editor
        _write(editor, shown, value)
        if isinstance(editor, QCheckBox):
            editor.setText(shown.label)
            form.addRow("", editor)
        elif shown.folder and isinstance(editor, QLineEdit):
            form.addRow(shown.label, self._with_button(editor))
        else:
            if isinstance(editor, QDoubleSpinBox):
                editor.setFixedWidth(EDITOR)
            form.addRow(shown.label, editor)
        if shown.tip:
            form.addRow("", _hint(shown.tip))
            form.addRow(_gap(3))

    def _with_button(self, editor: QLineEdit) -> QWidget:
        """A path, and a button to choose it."""
        both = QWidget(self)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        button = QPushButton(_("Choose…"), both)
        button.setAutoDefault(False)
        row.addWidget(editor, 1)
        row.addWidget(button)

        def choose() -> None:
            dialog = FileDialog(self, editor.accessibleName(), editor.text())
            dialog.setFileMode(FileDialog.FileMode.Directory)
            dialog.fileSelected.connect(editor.setText)
            dialog.open()

        button.clicked.connect(choose)
        return both


def _hint(words: str) -> PlainLabel:
    hint = PlainLabel(words)
    hint.setObjectName("quiet")
    hint.setWordWrap(True)
    hint.setMinimumWidth(HINT)
    hint.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    return hint


def _heading(words: str) -> PlainLabel:
    label = PlainLabel(words)
    label.setObjectName("sheetTitle")
    return label


def _gap(height: int) -> QWidget:
    """Room between two rows. (Margins of labels are forgotten on the page that is shown first.)"""
    gap = QWidget()
    gap.setFixedHeight(height)
    return gap


def leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every setting with its place among the dataclasses."""
    for one in dataclasses.fields(value):
        inner = getattr(value, one.name)
        if dataclasses.is_dataclass(inner):
            yield from leaves(inner, (*path, one.name))
        elif isinstance(inner, bool | int | float | str):
            yield (*path, one.name), inner


def replaced(value: Any, path: Path, leaf: Any) -> Any:
    """`value` with the setting at `path` changed."""
    inner = replaced(getattr(value, path[0]), path[1:], leaf) if len(path) > 1 else leaf
    return dataclasses.replace(value, **{path[0]: inner})


def look(path: Path) -> Look:
    """How a setting is shown; its name in words where nothing else is known of it."""
    known = LOOKS.get(".".join(path))
    if known is None:
        return Look(path[-1].replace("_", " ").capitalize(), decimals=2)
    names = {value: _(name) for value, name in known.names.items()}
    tip = _(known.tip) if known.tip else ""  # of "" gettext would give the head of the catalogue
    return dataclasses.replace(
        known, label=_(known.label), tip=tip, unit=_(known.unit) if known.unit else "", names=names
    )


def _described(editor: QWidget, shown: "Look") -> str:
    """What is said of a setting besides its name; a box that opens goes by what is chosen in it, so that it is named
    here.
    """
    parts = (shown.label, shown.tip) if isinstance(editor, QComboBox) else (shown.tip,)
    return ". ".join(filter(None, parts))


def _editor(path: Path, value: Any, shown: Look) -> QWidget:
    if ".".join(path) in CHOICES:
        return _choice({one: shown.names.get(one, one) for one in CHOICES[".".join(path)]}, shown.label)
    if isinstance(value, bool):
        return QCheckBox()
    if isinstance(value, str):
        line = QLineEdit()
        line.setMinimumWidth(WIDE)
        return line
    box = QDoubleSpinBox()
    box.setDecimals(shown.decimals)
    box.setSingleStep(1 if not shown.decimals else 0.25 if shown.decimals > 1 else 0.1)
    box.setRange(shown.least, shown.most)
    box.setSuffix(shown.unit)
    box.lineEdit().setTextMargins(INSET, 0, 0, 0)
    return box


def _choice(names: Mapping[str, str], label: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(label)
    box.setAccessibleDescription(label)
    for value, name in names.items():
        box.addItem(name, value)
    box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    box.setMinimumWidth(EDITOR)
    return box


def _write(editor: QWidget, shown: Look, value: Any) -> None:
    if isinstance(editor, QCheckBox):
        editor.setChecked(value)
    elif isinstance(editor, QComboBox):
        editor.setCurrentIndex(max(0, editor.findData(value)))
    elif isinstance(editor, QLineEdit):
        editor.setText(value)
    elif isinstance(editor, QDoubleSpinBox):
        editor.setValue(value / shown.scale)


def _read(editor: QWidget, shown: Look, before: Any) -> Any:
    """What the editor says; a number that was not touched is kept to its last digit."""
    if isinstance(editor, QCheckBox):
        return editor.isChecked()
    if isinstance(editor, QComboBox):
        return editor.currentData()
    if isinstance(editor, QLineEdit):
        return editor.text().strip()
    assert isinstance(editor, QDoubleSpinBox)  # noqa: S101 - `_editor` makes no others
    if round(before / shown.scale, shown.decimals) == editor.value():
        return before
    return type(before)(editor.value() * shown.scale)
