"""The export dialog: format, content and file at the left, and at the right a sheet that says what will be in it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.compare.comparison import Comparison
from reader.errors import ExportError
from reader.export import FORMATS, SECTIONS, Choices, ContentsPart, ExportFormat, ReportContents, files
from reader.export.contents import contents
from reader.i18n import _, ngettext
from reader.ui.state.export_request import ExportRequest, with_format_suffix
from reader.ui.widgets.controls import FileDialog
from reader.ui.widgets.plain_text import PlainLabel, PlainMessageBox
from reader.wording.lines import account_letter

SIZE = (860, 585)
LEFT = 370
PAGED = "pdf"


class ExportDialog(QDialog):
    """Asks for an order and a file; the sheet follows every change."""

    ordered = Signal(object, object)
    """An `ExportRequest`, and the `Path` of the file, which the person has agreed to replace where it is there."""

    def __init__(
        self, found: Comparison, known: Choices, order: ExportRequest, path: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Export the comparison"))
        self._found, self._known, self._order = found, known, order
        self.format = QComboBox()
        self.whole, self.less = QRadioButton(_("&Everything found")), QRadioButton(_("&Differences only"))
        self.sections = {name: QCheckBox() for name in SECTIONS}
        count = len(known.decisions)
        self.decisions = QCheckBox(
            ngettext("&My {n} decision or note", "&My {n} decisions and notes", count).format(n=count)
        )
        self.bom = QCheckBox(_("Mark as &UTF-8, as spreadsheets want it"))
        self._nothing = PlainLabel()
        self.path = QLineEdit()
        self.complaint = PlainLabel()
        self.preview = ExportPreview(self)
        self._make()
        self._show(order, path)
        self._connect()
        self._follow()

    # How it is made

    def _make(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(18)
        left = QWidget()
        left.setLayout(self._form())
        left.setFixedWidth(max(LEFT, left.sizeHint().width()))  # some languages need more
        row.addWidget(left)
        row.addWidget(self.preview, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(18, 18, 18, 14)
        whole.setSpacing(14)
        whole.addLayout(row, 1)
        whole.addLayout(self._file())
        whole.addWidget(self._buttons())
        self.resize(*SIZE)
        self.format.setFocus()

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(14)
        for one in FORMATS:
            self.format.addItem(one.label, one.name)
        self.format.setAccessibleDescription(_("Format"))  # it goes by what is chosen in it
        form.addRow(_("&Format"), self.format)
        content = QVBoxLayout()
        content.setSpacing(6)
        group = QButtonGroup(self)
        for button in (self.whole, self.less):
            group.addButton(button)
            content.addWidget(button)
        content.addWidget(self.decisions)
        content.addWidget(self.bom)
        form.addRow(_("Content"), content)
        form.addRow(_("Sections"), self._boxes())
        self.decisions.setEnabled(bool(self._known.decisions))
        if not self._known.decisions:
            self.decisions.setText(_("&My decisions and notes: none yet"))
        return form

    def _boxes(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        self._nothing.setObjectName("quiet")
        self._nothing.setWordWrap(True)
        for widget in (*self.sections.values(), self._nothing):
            column.addWidget(widget)
        return column

    def _file(self) -> QVBoxLayout:
        browse = QPushButton(_("&Browse…"))
        browse.clicked.connect(self._browse)
        browse.setAutoDefault(False)
        label = PlainLabel(_("F&ile"))
        label.setBuddy(self.path)
        self.path.setAccessibleName(_("File"))
        row = QHBoxLayout()
        row.setSpacing(10)
        for widget in (label, self.path, browse):
            row.addWidget(widget)
        self.complaint.setObjectName("complaint")
        self.complaint.setWordWrap(True)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.complaint)
        return column

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        self.export = box.addButton(_("E&xport"), QDialogButtonBox.ButtonRole.ActionRole)
        self.export.setObjectName("primary")
        self.export.setDefault(True)
        self.export.clicked.connect(self.go)
        box.addButton(QDialogButtonBox.StandardButton.Cancel)
        box.rejected.connect(self.reject)
        return box

    # What it says

    def _show(self, order: ExportRequest, path: Path) -> None:
        self.format.setCurrentIndex(max(0, self.format.findData(order.format)))
        (self.less if order.differences_only else self.whole).setChecked(True)
        for name, box in self.sections.items():
            box.setChecked(name not in order.left_out)
        self.decisions.setChecked(order.decisions and bool(self._known.decisions))
        self.bom.setChecked(order.bom)
        self.path.setText(str(with_format_suffix(path, self.chosen)))

    def _connect(self) -> None:
        self.format.currentIndexChanged.connect(self._reformat)
        for box in (self.whole, self.decisions, self.bom, *self.sections.values()):
            box.toggled.connect(self._follow)
        self.path.textChanged.connect(self._look_at_file)

    @property
    def chosen(self) -> ExportFormat:
        """The format that the document is to have."""
        return FORMATS[self.format.currentIndex()]

    @property
    def order(self) -> ExportRequest:
        """What the form says; what it cannot ask for a format stays as it was."""
        return ExportRequest(
            format=self.chosen.name,
            differences_only=self.less.isChecked(),
            left_out=frozenset(name for name, box in self.sections.items() if not box.isChecked()),
            decisions=self.decisions.isChecked() if self._known.decisions else self._order.decisions,
            bom=self.bom.isChecked(),
        )

    @property
    def file(self) -> Path:
        """The file that the document goes to."""
        return Path(self.path.text().strip()).expanduser()

    def _reformat(self) -> None:
        self.path.setText(str(with_format_suffix(self.file, self.chosen)))
        self._follow()

    def _follow(self) -> None:
        """Let boxes and sheet say what the form says."""
        told = contents(self._found, self.order.choices(self._known))
        self.bom.setVisible(self.chosen.suffix.endswith(".csv"))
        offered = [part for part in told.parts if part.name in self.chosen.sections]
        self._offer(told, [part.name for part in offered] if len(offered) > 1 else [])
        shown = [part for part in offered if part.wanted or len(offered) == 1] or list(told.parts)
        decided = len(self._known.decisions) if self.decisions.isChecked() else 0
        if self.export.isEnabled():
            self.preview.show_contents(told, self.chosen.label, self.chosen.name == PAGED, shown, decided)
        self._look_at_file()

    def _offer(self, told: ReportContents, names: list[str]) -> None:
        """Tick boxes for the sections that can be left out."""
        labels = {part.name: part.label for part in told.parts}
        for name, box in self.sections.items():
            box.setText(labels.get(name, "").replace("&", "&&"))
            box.setVisible(name in names)
        self._nothing.setVisible(not names)
        one = bool(self.chosen.sections)
        self._nothing.setText(_("One, to be read by machines.") if one else _("Always all of them."))

    def _look_at_file(self) -> None:
        """Say what stands against exporting, before it is asked for."""
        words = ""
        offered = [name for name, box in self.sections.items() if not box.isHidden()]
        if offered and not any(self.sections[name].isChecked() for name in offered):
            words = _("Tick at least one section.")
        elif not self.path.text().strip():
            words = _("Name a file.")
        self.export.setEnabled(not words)
        self.complaint.setText(words)

    # What it does

    def _browse(self) -> None:
        dialog = FileDialog(self, _("Export to"), str(self.file.parent))
        dialog.setAcceptMode(FileDialog.AcceptMode.AcceptSave)
        dialog.setOption(FileDialog.Option.DontConfirmOverwrite)  # asked once, when it is written
        dialog.setNameFilters([f"{self.chosen.label} (*{self.chosen.suffix})"])
        dialog.selectFile(self.file.name)
        dialog.accepted.connect(
            lambda: self.path.setText(str(with_format_suffix(Path(dialog.selectedFiles()[0]), self.chosen)))
        )
        dialog.open()

    def go(self) -> None:
        """Order the document, once it is sure that a file that is there may go."""
        if not self.file.is_absolute():
            self.complaint.setText(_("Name the file with its folder, or choose one with Browse."))
            return
        try:
            files.check(self.file)
            there = self.file.exists()
        except (ExportError, OSError) as error:
            self.complaint.setText(str(error))
            return
        if there:
            self._ask_to_replace()
        else:
            self._finish()

    def _ask_to_replace(self) -> None:
        box = PlainMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(_("Replace the file?"))
        box.setText(_("“{name}” is already there.").format(name=self.file.name))
        box.setInformativeText(_("Replacing it cannot be undone."))
        replace = box.addButton(_("&Replace"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        replace.clicked.connect(self._finish)
        box.finished.connect(box.deleteLater)
        box.open()

    def _finish(self) -> None:
        order, path = self.order, self.file
        self.accept()
        self.ordered.emit(order, path)


LONG = 44
"""Letters from which a line may wrap."""


class ExportPreview(QScrollArea):
    """Shows the contents of one document; shown anew at every change, which takes a millisecond."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("What the document will hold"))

    def show_contents(
        self, told: "ReportContents", form: str, paged: bool, parts: "Sequence[ContentsPart]", decided: int
    ) -> None:
        """List the articles and these parts; `decided` is the number of decisions that go in."""
        sheet = QWidget()
        sheet.setObjectName("paperSheet")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(6)
        column.addWidget(_label(told.title, "paperTitle"))
        column.addWidget(_label(_length(told, form, paged), "quiet"))
        column.addSpacing(8)
        for at, name in enumerate(told.articles):
            column.addWidget(_label(f"{account_letter(at)}  {name}"))
        column.addSpacing(8)
        column.addWidget(_rule())
        column.addSpacing(4)
        column.addLayout(_table(parts))
        if decided:
            words = ngettext("with {n} decision or note", "with {n} decisions and notes", decided).format(n=decided)
            column.addWidget(_label(words, "quiet"))
        column.addStretch(1)
        column.addWidget(_label(told.summary, "quiet"))
        self.setWidget(sheet)
        self.setMinimumWidth(sheet.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width())
        listed = [f"{part.label}: {part.holds}" for part in parts]
        self.setAccessibleDescription("; ".join([_length(told, form, paged), *listed]))


def _length(told: "ReportContents", form: str, paged: bool) -> str:
    if not paged:
        return form
    pages = ngettext("about {n} page", "about {n} pages", told.pages).format(n=told.pages)
    return f"{form} · {pages}"


def _table(parts: "Sequence[ContentsPart]") -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(0, 1)
    for at, part in enumerate(parts):
        grid.addWidget(_label(part.label), at, 0, Qt.AlignmentFlag.AlignTop)
        holds = _label(part.holds, "quiet")
        holds.setAlignment(Qt.AlignmentFlag.AlignRight)
        holds.setWordWrap(False)
        grid.addWidget(holds, at, 1, Qt.AlignmentFlag.AlignTop)
    return grid


def _rule() -> QFrame:
    line = QFrame()
    line.setObjectName("paperRule")
    line.setFixedHeight(1)
    return line


def _label(words: str, name: str = "") -> PlainLabel:
    label = PlainLabel(words)
    label.setObjectName(name)
    label.setWordWrap(len(words) > LONG)  # a label that may wrap asks for the height of its narrowest
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return label
