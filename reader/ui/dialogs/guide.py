"""The guide in the window: its chapters at the side, the one that is read beside them."""

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from reader.guide import Chapter, chapters
from reader.i18n import _

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
        self._chapter: Chapter | None = None

    def show_chapter(self, chapter: Chapter) -> None:
        """Show a chapter from its beginning."""
        self._chapter = chapter
        self.document().setBaseUrl(QUrl.fromLocalFile(f"{chapter.path.parent}/"))
        self.document().setMarkdown(chapter.text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        self.verticalScrollBar().setValue(0)

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
