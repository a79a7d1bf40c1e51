"""The settings as a form: one row for each field of the dataclasses, so that a new field needs no code here."""

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.i18n import N_, _
from reader.settings import Settings
from reader.ui.finer_cutoffs import INSET
from reader.ui.plain import Label

Path = tuple[str, ...]
MANY = 1e9
EDITOR, HINT = 130, 360


@dataclass(frozen=True, slots=True)
class Look:
    """How a setting is shown: in units of `scale`, between `least` and `most` of them."""

    label: str
    tip: str = ""
    unit: str = ""
    scale: float = 1
    least: float = 0
    most: float = MANY
    decimals: int = 0
    choices: tuple[tuple[str, str], ...] = ()
    """What a word may be, each with how it is shown."""


GROUPS = {
    "importing": N_("Importing"),
    "compare.passages": N_("Passages"),
    "compare.figures": N_("Figures"),
    "compare": N_("Second opinion"),
    "search": N_("Searching"),
}
LOOKS = {
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
    "compare.passages.cutoff": Look(
        N_("Least likeness"), N_("From 0, anything, to 100, word for word"), "", 1, 0, 100, 0
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
        choices=(
            ("auto", N_("By the library's size")),
            ("whoosh", N_("Whoosh")),
            ("fts5", N_("SQLite FTS5")),
        ),
    ),
}


class Preferences(QDialog):
    """The form; `done` hears of the settings when they are accepted."""

    def __init__(self, settings: Settings, done: Callable[[Settings], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Preferences"))
        self._settings, self._done = settings, done
        self.editors: dict[Path, QWidget] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(16)
        form, group = QFormLayout(), ""
        form.setHorizontalSpacing(18)
        form.setVerticalSpacing(4)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for path, value in leaves(settings):
            key = ".".join(path[:-1])
            if key != group:
                form.addRow(_heading(_title(key), first=not group))
                group = key
            self._add(form, path, value)
        column.addLayout(form)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel | kinds.RestoreDefaults, self)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        buttons.button(kinds.RestoreDefaults).clicked.connect(lambda: self.show_settings(Settings()))
        column.addStretch(1)
        column.addWidget(buttons)

    def settings(self) -> Settings:
        """What the form says."""
        changed: Any = self._settings
        for path, value in leaves(self._settings):
            changed = replaced(changed, path, _read(self.editors[path], look(path), value))
        return changed  # type: ignore[no-any-return] # replaced, field by field, from Settings

    def show_settings(self, settings: Settings) -> None:
        """Let the form say these."""
        for path, value in leaves(settings):
            _write(self.editors[path], look(path), value)

    def _accept(self) -> None:
        self.accept()
        self._done(self.settings())

    def _add(self, form: QFormLayout, path: Path, value: Any) -> None:
        shown = look(path)
        editor = _editor(value, shown)
        editor.setToolTip(shown.tip)
        editor.setAccessibleName(shown.label)
        editor.setAccessibleDescription(shown.tip)
        self.editors[path] = editor
        _write(editor, shown, value)
        if isinstance(editor, QCheckBox):
            editor.setText(shown.label)
            form.addRow("", editor)
        else:
            editor.setFixedWidth(EDITOR)
            form.addRow(shown.label, editor)
        hint = Label(shown.tip)
        hint.setObjectName("quiet")
        hint.setWordWrap(True)
        hint.setMinimumWidth(HINT)
        hint.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        hint.setContentsMargins(0, 0, 0, 6)
        form.addRow("", hint)


def _heading(words: str, first: bool) -> Label:
    label = Label(words)
    label.setObjectName("sheetTitle")
    label.setContentsMargins(0, 0 if first else 8, 0, 2)
    return label


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
    return dataclasses.replace(known, label=_(known.label), tip=_(known.tip), unit=_(known.unit))


def _title(group: str) -> str:
    return _(GROUPS[group]) if group in GROUPS else group.replace(".", " ").capitalize()


def _editor(value: Any, shown: Look) -> QWidget:
    if isinstance(value, bool):
        return QCheckBox()
    if shown.choices:
        list_of = QComboBox()
        for word, label in shown.choices:
            list_of.addItem(_(label), word)
        return list_of
    if isinstance(value, str):
        return QLineEdit()
    box = QDoubleSpinBox()
    box.setDecimals(shown.decimals)
    box.setRange(shown.least, shown.most)
    box.setSuffix(shown.unit)
    box.lineEdit().setTextMargins(INSET, 0, 0, 0)
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
        return editor.text()
    assert isinstance(editor, QDoubleSpinBox)  # noqa: S101 - `_editor` makes no others
    if round(before / shown.scale, shown.decimals) == editor.value():
        return before
    return type(before)(editor.value() * shown.scale)
