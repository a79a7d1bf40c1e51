"""The dialogs of the Help menu: the guide, how to search, the keys, and what the program is."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations_with_replacement, pairwise
from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QFontDatabase, QIcon, QKeySequence, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from reader.guide import Chapter, chapters
from reader.i18n import N_, _
from reader.paths import Paths, shipped
from reader.ui.actions.specs import ACTIONS, MENUS, ActionSpec, strip_mnemonic
from reader.ui.crash import versions
from reader.ui.event_loop import Debouncer
from reader.ui.widgets.plain_text import PlainLabel

WIDTH, HEIGHT = 980, 720
SIDE = 250
MARGIN = 20


class GuidePage(QTextBrowser):
    """A chapter; its pictures come from the guide's own folder and are never wider than the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setAccessibleName(_("Chapter"))
        self.document().setDocumentMargin(MARGIN)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # the page has one width
        self._chapter: Chapter | None = None
        self._late = Debouncer(self._renew, self)

    def show_chapter(self, chapter: Chapter) -> None:
        """Show a chapter from its beginning."""
        self._chapter = chapter
        self.document().setBaseUrl(QUrl.fromLocalFile(f"{chapter.path.parent}/"))
        self._set(chapter)
        self.verticalScrollBar().setValue(0)

    def _set(self, chapter: Chapter) -> None:
        """Set the text; the cursor is put at its start, for whoever takes the keyboard is shown the cursor."""
        self.document().setMarkdown(chapter.text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures follow the width of the page, once Qt is done: text that is set amid a resizing brings it down."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._late.trigger()

    def _renew(self) -> None:
        """Set the chapter anew; what is read stays about where it was."""
        if self._chapter is not None:
            bar = self.verticalScrollBar()
            share = bar.value() / max(1, bar.maximum())
            self._set(self._chapter)
            bar.setValue(round(share * bar.maximum()))

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture of the guide, as wide as the page at most; nothing else is loaded."""
        url = self.document().baseUrl().resolved(QUrl(name))
        picture = self._picture(url.toLocalFile()) if url.isLocalFile() else None
        return picture if picture is not None else super().loadResource(kind, QUrl())

    def _picture(self, path: str) -> object:
        from PySide6.QtGui import QImage

        image = QImage(path)
        room = max(200, self.viewport().width() - 2 * MARGIN - 4)
        if image.isNull() or image.width() <= room:
            return None if image.isNull() else image
        return image.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)


class GuideDialog(QDialog):
    """The chapters of the guide; it stays open beside the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Guide"))
        self.list, self.page = QListWidget(), GuidePage()
        self.list.setAccessibleName(_("Chapters"))
        self.list.setFixedWidth(SIDE)
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        self._chapters = chapters()
        for number, chapter in enumerate(self._chapters, 1):
            self.list.addItem(QListWidgetItem(f"{number}  {chapter.title}"))
        self.list.currentRowChanged.connect(self._turn)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.previous, self.next = QPushButton(_("Previous Chapter")), QPushButton(_("Next Chapter"))
        for button, step in ((self.previous, -1), (self.next, 1)):
            button.setAutoDefault(False)
            button.clicked.connect(
                lambda _checked=False, step=step: self.list.setCurrentRow(self.list.currentRow() + step)
            )
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        row = QHBoxLayout()
        row.addWidget(self.list)
        row.addWidget(self.page, 1)
        column = QVBoxLayout(self)
        column.addLayout(row, 1)
        column.addWidget(buttons)
        self.resize(QSize(WIDTH, HEIGHT))
        self.list.setCurrentRow(0)
        self.page.setFocus()

    def _step(self, by: int, _checked: bool = False) -> None:
        self.list.setCurrentRow(self.list.currentRow() + by)

    def _turn(self, number: int) -> None:
        self.page.show_chapter(self._chapters[number])
        self.previous.setEnabled(number > 0)
        self.next.setEnabled(number < len(self._chapters) - 1)


LINES = (
    (N_("ferry harbour"), N_("both words, in any form, in any order")),
    (N_('"ran aground"'), N_("these words one after the other")),
    (N_('"ferry sandbank"~5'), N_("within five words of one another")),
    (N_("ferry OR boat"), N_("either word")),
    (N_("ferry -storm"), N_("without this word; NOT storm does the same")),
    (N_("harb*"), N_("words that begin so")),
    (N_("Kovalenko~"), N_("words spelt about so")),
    (N_("title:inquiry"), N_("in the headline; author: in the byline")),
    (N_('outlet:"Evening Post"'), N_("of this outlet; lang:fr for a language")),
    (N_('story:"Port Lowen"'), N_("in a story whose name has these words; tag: for a tag")),
    (N_("date:2031-05"), N_("in May 2031; also a year or a day")),
    (N_("date:2031-05-03..2031-05-09"), N_("from one day to another")),
    (N_("after:2031-05 before:2032"), N_("from May 2031 on, before 2032")),
)


class SearchHelp(QDialog):
    """A line for each way of asking."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("How to search"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for at, (typed, meaning) in enumerate(LINES):
            example, what = PlainLabel(_(typed)), PlainLabel(_(meaning))
            example.setObjectName("keys")
            example.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            example.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            grid.addWidget(example, at, 0)
            grid.addWidget(what, at, 1)
        more = PlainLabel(
            _(
                "Capitals and accents make no difference. Outlet, Date, Story and Language under the field narrow what "
                "was found; they count together with what is typed. F3 goes to the next hit in the panes."
            )
        )
        more.setObjectName("quiet")
        more.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 12)
        column.setSpacing(12)
        column.addLayout(grid)
        column.addWidget(more)
        column.addWidget(buttons)


Group = tuple[str, list[tuple[str, str]]]
COLUMNS, GAP, SHEET_WIDTH = 3, 2, 1140
"""Beside its lines, a group takes the height of so many: for its title, and to stand apart."""
ROOM, LONG, KEYS = 0.92, 26, 132
OTHERS = (
    (N_("Ctrl+1 … Ctrl+9"), N_("Pane 1 to 9")),
    (N_("Space"), N_("Tick an article")),
    (N_("Enter"), N_("Open an article, or a passage")),
    (N_("Down"), N_("From the search to its results")),
    (N_("Esc"), N_("End a search, close the find bar")),
)


class ShortcutSheet(QDialog):
    """Every command that has a key, under the name of its menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keyboard shortcuts"))
        area, room = QScrollArea(self), self.screen().availableSize() * ROOM
        beside = area.verticalScrollBar().sizeHint().width() + 12
        groups = [*groups_of(MENUS), (_("Everywhere"), [(_(keys), _(words)) for keys, words in OTHERS])]
        for columns in range(COLUMNS, 0, -1):  # nobody reads sideways
            sheet = _sheet(groups, columns)
            if sheet.minimumSizeHint().width() + beside <= room.width():
                break
        area.setWidget(sheet)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 12, 12)
        whole.addWidget(area)
        whole.addWidget(buttons)
        width = max(SHEET_WIDTH, sheet.minimumSizeHint().width() + beside)
        self.resize(QSize(width, 610).boundedTo(room))


def _sheet(groups: Sequence[Group], columns: int) -> QWidget:
    """The groups in so many columns."""
    sheet = QWidget()
    row = QHBoxLayout(sheet)
    row.setContentsMargins(16, 12, 16, 12)
    row.setSpacing(28)
    for part in balanced(groups, columns):
        column = QVBoxLayout()
        for title, lines in part:
            column.addWidget(_group(title, lines))
            column.addSpacing(10)
        column.addStretch(1)
        row.addLayout(column)
    return sheet


def balanced(groups: Sequence[Group], columns: int = COLUMNS) -> list[Sequence[Group]]:
    """The groups in their order in so many columns, the highest of them as low as can be."""
    heights = [len(lines) + GAP for _title, lines in groups]
    cuts = combinations_with_replacement(range(len(groups) + 1), columns - 1)
    places = ((0, *cut, len(groups)) for cut in cuts)
    best = min(places, key=lambda at: max(sum(heights[a:b]) for a, b in pairwise(at)))
    return [groups[a:b] for a, b in pairwise(best)]


def groups_of(menus: Iterable[tuple[str, Any]]) -> Iterator[Group]:
    """Each menu's name and its commands' keys and texts, submenus' among them."""
    rows = {row.id: row for row in ACTIONS}
    for title, entries in menus:
        lines = [(keys_of(row), strip_mnemonic(row.text)) for row in _rows(entries, rows) if row.keys]
        if lines:
            yield strip_mnemonic(_(title)), lines


def keys_of(row: ActionSpec) -> str:
    """A command's keys as people write them here."""
    return "  ".join(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) for keys in row.keys)


def _rows(entries: Iterable[Any], rows: dict[str, ActionSpec]) -> Iterator[ActionSpec]:
    for entry in entries:
        if isinstance(entry, tuple):
            if not str(entry[1][0]).startswith("pane-"):  # nine lines that say one thing; see OTHERS
                yield from _rows(entry[1], rows)
        elif entry in rows:
            yield rows[entry]


def _group(title: str, lines: list[tuple[str, str]]) -> QWidget:
    group = QWidget()
    grid = QGridLayout(group)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(3)
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, KEYS)
    heading = PlainLabel(title)
    heading.setObjectName("sheetTitle")
    grid.addWidget(heading, 0, 0, 1, 2)
    for at, (keys, words) in enumerate(lines, start=1):
        key = PlainLabel(keys)
        key.setObjectName("keys")
        key.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        what = PlainLabel(words)
        what.setWordWrap(len(words) > LONG)
        grid.addWidget(key, at, 0, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(what, at, 1)
    return group


ICON = 64


class AboutDialog(QDialog):
    """Name, version, licence, places."""

    def __init__(self, paths: Paths, icon: QIcon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("About Parallax"))
        picture = PlainLabel()
        picture.setPixmap(icon.pixmap(ICON, ICON))
        title = PlainLabel("Parallax")
        title.setObjectName("emptyTitle")
        words = PlainLabel(
            _("Several accounts of one event, side by side: what they share, and where their figures conflict.")
        )
        words.setWordWrap(True)
        top = QVBoxLayout()
        top.addWidget(title)
        top.addWidget(words)
        top.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(top, 1)
        facts = QFormLayout()
        facts.setHorizontalSpacing(16)
        for name, value in (
            (_("Version"), versions()),
            (_("Licence"), "MIT"),
            (_("Library"), str(paths.library)),
            (_("Settings"), str(paths.settings)),
            (_("Log"), str(paths.log)),
        ):
            facts.addRow(_quiet(name), _selectable(value))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        notices = buttons.addButton(_("Licences of Others…"), QDialogButtonBox.ButtonRole.ActionRole)
        notices.clicked.connect(lambda: NoticesDialog(self).open())
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 12)
        column.setSpacing(16)
        column.addLayout(head)
        column.addLayout(facts)
        column.addWidget(buttons)
        self.setFixedWidth(560)


class NoticesDialog(QDialog):
    """The licences of all that the program stands on, as they were collected from what is installed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Licences of others"))
        self.text = QPlainTextEdit((shipped("resources") / "notices.txt").read_text(encoding="utf-8"))
        self.text.setReadOnly(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName(_("Licences of others"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.text)
        column.addWidget(buttons)
        self.resize(760, 560)


def _quiet(text: str) -> PlainLabel:
    label = PlainLabel(text)
    label.setObjectName("quiet")
    return label


def _selectable(text: str) -> PlainLabel:
    label = PlainLabel(text)
    label.setWordWrap(True)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label
