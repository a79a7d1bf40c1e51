"""What is known about an article, field by field: editable, with where each came from and a way back."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePath

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader import wording
from reader.article import METADATA, Provenance
from reader.errors import ReaderError
from reader.i18n import N_, _
from reader.library.values import ArticleDetails
from reader.locales import day
from reader.notices import Notice
from reader.ui.dialogs.written_dates import MOMENTS, kept, written
from reader.ui.widgets.plain_text import ElidedLabel, PlainLabel, set_tip

NAMES = {
    "headline": N_("&Headline"),
    "standfirst": N_("S&tandfirst"),
    "byline": N_("&Byline"),
    "dateline": N_("&Dateline"),
    "outlet": N_("&Outlet"),
    "published": N_("&Published"),
    "updated": N_("&Updated"),
    "language": N_("&Language"),
    "url": N_("&Address"),
}
ORIGINS = {
    Provenance.PAGE: N_("given by the page or file"),
    Provenance.TEXT: N_("read in the text"),
    Provenance.FILE: N_("from the file’s name"),
    Provenance.GUESS: N_("concluded from the words"),
    Provenance.READER: N_("edited by you"),
}
HINTS = {"language": N_("en, fr, …"), "url": "https://"}
EXAMPLE = "2031-05-03T14:30+02:00"


class DetailField:
    """One line of the form: what is known, where from, and the button that takes an edit back."""

    def __init__(self, name: str, known: ArticleDetails, changed: Callable[[], None], parent: QWidget) -> None:
        self.name, self.stored = name, str(getattr(known.article, name))
        self.received = known.received.get(name, self.stored)
        came = dict(known.came).get(name)
        self._came = _(ORIGINS[came]) if came else ""
        plain = _(NAMES[name]).replace("&", "")
        self.line, self.origin = QLineEdit(written(name, self.stored), parent), PlainLabel(parent)
        self.line.setPlaceholderText(written(name, EXAMPLE) if name in MOMENTS else _(HINTS.get(name, "")))
        self.line.setCursorPosition(0)
        self.origin.setObjectName("quiet")
        self.back = QPushButton(_("Take Back"), parent)
        self.back.setAutoDefault(False)
        set_tip(self.back, written(name, self.received))
        self.back.setAccessibleName(_("Take back the edit of {field}").format(field=plain))
        policy = self.back.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.back.setSizePolicy(policy)
        self.label = PlainLabel(_(NAMES[name]), parent)
        self.label.setBuddy(self.line)
        self.line.textChanged.connect(self._tell)
        self.line.textChanged.connect(changed)
        self.back.clicked.connect(self.take_back)
        self._tell()

    @property
    def value(self) -> str:
        """What stands in the line, as the library keeps it."""
        return kept(self.name, self.line.text(), (self.stored, self.received))

    @property
    def edited(self) -> bool:
        """Whether it is another value than the article came with."""
        return self.value != " ".join(self.received.split())

    @property
    def changed(self) -> bool:
        """Whether it is another value than the library has."""
        return self.value != " ".join(self.stored.split())

    def take_back(self) -> None:
        """The value again that the article came with."""
        self.line.setText(written(self.name, self.received))
        self.line.setCursorPosition(0)
        self.line.setFocus()

    def _tell(self) -> None:
        origin = _(ORIGINS[Provenance.READER]) if self.edited else self._came if self.value else ""
        self.origin.setText(origin)
        self.line.setAccessibleDescription(origin)
        self.back.setVisible(self.edited)


class DetailsDialog(QDialog):
    """Every field of METADATA in a line; the text itself is not here, for nobody changes it."""

    def __init__(
        self,
        known: ArticleDetails,
        done: Callable[[Mapping[str, str], Sequence[str]], None],
        parent: QWidget | None = None,
    ) -> None:
        """`done` hears of the fields that are to hold something else, and of those whose edits are taken back."""
        super().__init__(parent)
        self.setWindowTitle(_("Article details"))
        self._known, self._done = known, done
        self.problem = PlainLabel(self)
        self.problem.setObjectName("problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.notices: list[PlainLabel] = []
        self.fields = {name: DetailField(name, known, self.problem.hide, self) for name in METADATA}
        self._arrange()

    def changes(self) -> tuple[dict[str, str], tuple[str, ...]]:
        """The fields that are to hold something else, and those that are to be as they came again."""
        changed = {name: field for name, field in self.fields.items() if field.changed}
        back = tuple(name for name, field in changed.items() if not field.edited)
        return {name: field.value for name, field in changed.items() if field.edited}, back

    def accept(self) -> None:
        """Keep the changes; where one cannot be kept, say why and stay."""
        from reader.library.metadata import checked  # loaded with the workspace

        values, back = self.changes()
        for name, value in values.items():
            try:
                checked(name, value)
            except ReaderError as error:
                self.problem.setText(f"{error.message} {error.remedy}")
                self.problem.show()
                self.fields[name].line.setFocus()
                return
        super().accept()
        self._done(values, back)

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, field in enumerate(self.fields.values()):
            grid.addWidget(field.label, row, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            for column, widget in ((1, field.line), (2, field.origin), (3, field.back)):
                grid.addWidget(widget, row, column)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(16, 16, 16, 12)
        column_of_all.setSpacing(12)
        column_of_all.addLayout(grid)
        for one in self._known.article.notices:
            column_of_all.addWidget(self._notice(one))
        column_of_all.addWidget(self.problem)
        column_of_all.addWidget(self._foot())
        column_of_all.addStretch(1)
        column_of_all.addWidget(buttons)
        self.resize(720, self.sizeHint().height())
        self.fields["headline"].line.setFocus()

    def _notice(self, one: Notice) -> PlainLabel:
        """What to know of how the article was read."""
        label = PlainLabel(wording.notice(one), self)
        label.setObjectName("problem" if one.is_lacking else "quiet")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.notices.append(label)
        return label

    def _foot(self) -> QWidget:
        """What cannot be edited: length, day of arrival, file."""
        row, path = self._known.row, self._known.article.path
        parts = [
            wording.length(row.words, row.language),
            _("added {day}").format(day=day(row.added)),
            PurePath(path).name,
        ]
        if self._known.versions > 1:
            parts.append(_("{n} versions").format(n=self._known.versions))
        label = ElidedLabel(self)
        label.setObjectName("quiet")
        label.setText(" · ".join(part for part in parts if part))
        set_tip(label, path)
        return label
