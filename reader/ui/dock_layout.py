"""Where the window's parts stand: bar above, library or its rail at the left, panes in the middle, findings below."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QMouseEvent, QPainter, QPaintEvent, QPalette, QStatusTipEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from reader.i18n import _
from reader.ui import theme
from reader.ui.actions.action_manager import ActionManager
from reader.ui.central_widget import CentralWidget
from reader.ui.direction import is_leftwards, placed_in
from reader.ui.docks.area import PASSAGES, FindingsArea
from reader.ui.first_frame import LEAST_SIDE
from reader.ui.library.sidebar import LibraryRail, LibrarySidebar
from reader.ui.progress_area import ProgressArea
from reader.ui.services.task_runner import TaskRunner
from reader.ui.state.session import Session
from reader.ui.tool_bar import TopBar
from reader.ui.widgets.controls import LEFT, PIN, IconButton
from reader.ui.widgets.cutoff_bar import CutoffBar
from reader.ui.widgets.focus import FocusOrder
from reader.ui.widgets.plain_text import PlainLabel

if TYPE_CHECKING:
    from reader.compare.comparison import Comparison
    from reader.ui.compare.view import ComparisonView
    from reader.ui.ledger.panel import LedgerPanel

ROOMY = 1700
"""The width from which the tabs of the findings leave room for more than a few words beside them."""
GRIP = 5
EDGE = 4
"""How near the lower edge of a full screen the mouse brings the findings back, in pixels."""
NOTE_FOR = 4_000
UNDER_HEADS = 48
"""How far below their upper edge the heads of the panes are over."""
"""Milliseconds that a full screen says how to leave it."""


class DockLayout(QObject):
    """Places the parts, and hides what has nothing to show: on a first run all but the centre."""

    changed = Signal()
    """A part came or went."""

    def __init__(
        self,
        window: QMainWindow,
        centre: CentralWidget,
        sidebar: LibrarySidebar,
        session: Session,
        toolbar: TopBar,
        jobs: TaskRunner,
    ) -> None:
        super().__init__(window)
        self._window, self._centre, self._session = window, centre, session
        self._comparing = False
        self._maximised = False
        self._is_lent = False
        """Whether the library is unfolded for the results of a search alone."""
        self.toolbar = toolbar
        window.setMenuWidget(toolbar)
        self.side = SideFrame(sidebar, session)
        self.rail = LibraryRail(window)
        self.findings = FindingsArea(window, session)
        self.cutoff = CutoffBar(window)
        self.findings.add_corner(PASSAGES, self.cutoff)
        self.findings.bar.add_corner(ProgressArea(jobs, window))
        self._note = _Note(window)
        self._watch = QTimer(self, interval=150)
        self._watch.timeout.connect(self._look_for_mouse)
        self._lay_out()
        self.side.folded.connect(lambda: self.show_side(False))
        self.side.pinned.connect(self.changed)
        self.rail.clicked.connect(lambda: self.show_side(True))
        self.findings.changed.connect(self.changed)
        self.order = FocusOrder(window, self._parts)
        self.changed.connect(self.order.renew)
        window.installEventFilter(self)

    def _lay_out(self) -> None:
        whole = QWidget(self._window)
        self._middle = QWidget(whole)
        row = QHBoxLayout(self._middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for part in (self.rail, self.side):
            row.addWidget(part)
        row.addWidget(self._centre, 1)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._middle, 1)
        column.addWidget(self.findings)
        self._whole = whole
        self._window.setCentralWidget(whole)

    def say(self, words: str, milliseconds: int = 0) -> None:
        """Say for a while what happened, at the foot or, without room there, over the text; nothing takes it back."""
        self.tell(words, milliseconds)
        if words and not self.findings.bar.is_read:
            self._note.say(words, self._middle.mapTo(self._window, QPoint(0, UNDER_HEADS)).y())

    def tell(self, words: str, milliseconds: int = 0) -> None:
        """Say at the foot what stands elsewhere too, and only where there is room for it."""
        self.findings.bar.showMessage(words, milliseconds)

    @property
    def dressed(self) -> tuple[QWidget, ...]:
        """What of the window wears the theme's sheet; the panes do not."""
        return (self.toolbar, self.side, *self._centre.dressed)

    def register(self, actions: ActionManager) -> None:
        """Name what the commands call."""
        actions.register("show-library", self.toggle_side)
        actions.register("pin-library", self.toggle_pin)
        actions.register("findings", self.toggle_findings)
        actions.register("full-reading", self.toggle_full)

    def hang(self, panes: "ComparisonView", figures: "LedgerPanel") -> None:
        """Take in the lists of findings."""
        self.findings.furnish(panes, figures)
        panes.grown.connect(self.order.renew)
        panes.arranged.connect(self.order.renew)

    # How the window stands

    def keep(self) -> None:
        """Remember how things stand; full reading is for a while."""
        if not self._window.isFullScreen():
            self._session.bar_height = self.toolbar.sizeHint().height()  # as it is once it is laid out
            self._session.geometry = bytes(self._window.saveGeometry().toBase64().data()).decode()

    def place(self, comparing: bool | None = None) -> None:
        """Show what is wanted and has something to show."""
        self._comparing = self._comparing if comparing is None else comparing
        bare, full = self._centre.bare, self._window.isFullScreen()
        there = not bare and not full
        self.side.setVisible(there and self._session.side)
        self.rail.setVisible(there and not self._session.side)
        self.toolbar.setVisible(not full)
        self.toolbar.tools.setVisible(not bare)
        if not full:
            self._dock_findings()
        self.findings.setVisible(there or (full and self.findings.is_open))
        self.findings.place(comparing=self._comparing and not bare, room=self._window.height())
        self.changed.emit()

    # The library

    def comparison_opened(self) -> None:
        """The text is what the window is for: the library folds, unless it is pinned."""
        if not self._session.side_pinned:
            self.show_side(False)

    def show_side(self, shown: bool = True) -> None:
        """Unfold the library, or fold it to its rail."""
        if self._session.side != shown:
            self._session.side = shown
            self.place()

    def reveal_side(self) -> None:
        """Unfold the library where it is wanted, in full reading too."""
        self.leave_full()
        self.show_side()

    def show_results(self, shown: bool) -> None:
        """Unfold the library while there are results in it, and fold it again after them where it was folded."""
        if shown and not self._session.side:
            self._is_lent = True
            self.show_side()
        elif not shown and self._is_lent:
            self._is_lent = False
            self.show_side(False)

    def toggle_side(self) -> None:
        """Unfold the library, or fold it to its rail; from full reading back to it."""
        self._is_lent = False
        self.show_side(self.leave_full() or not self._session.side)

    def toggle_pin(self) -> None:
        """Keep the library where a comparison opens, or let it fold."""
        self.side.set_pinned(not self._session.side_pinned)

    def show_story(self, story: str, count: int) -> None:
        """Say on the rail what lies open."""
        self.rail.show_story(story, count)

    # The findings

    def toggle_findings(self) -> None:
        """Open the panel of findings, or leave but its line."""
        if self._window.isFullScreen() and not self.findings.isVisible():
            self._show_over_text()
            self.findings.set_open(True)
        else:
            self.findings.set_open(not self.findings.is_open)
        if self._window.isFullScreen():
            self._show_over_text()

    def show_totals(self, found: "Comparison") -> None:
        """Say how many passages lie just below the cutoff."""
        self.cutoff.show_comparison(found)

    # Full reading

    @property
    def is_full(self) -> bool:
        """Whether there is nothing but the text."""
        return self._window.isFullScreen()

    def toggle_full(self) -> None:
        """Nothing but the text and the heads of the panes, or all of it again."""
        if self._window.isFullScreen():
            self._window.showMaximized() if self._maximised else self._window.showNormal()
        else:
            self._maximised = self._window.isMaximized()
            self._window.showFullScreen()

    def leave_full(self) -> bool:
        """Leave the full screen, and say whether it was one."""
        full = self._window.isFullScreen()
        if full:
            self.toggle_full()
        return full

    def _full_changed(self) -> None:
        full = self._window.isFullScreen()
        if full:
            self._session.ledger = False
        self.place()
        if full:
            self._note.say(_("F11 or Esc goes back"))
            self._watch.start()
        else:
            self._note.hide()
            self._watch.stop()

    def _look_for_mouse(self) -> None:
        """While the screen is full, the mouse at its lower edge brings the findings over the text."""
        at = self._window.mapFromGlobal(QCursor.pos())
        below = self._window.height() - at.y()
        if self.findings.isHidden() and 0 <= below <= EDGE and self._comparing:
            self._show_over_text()
        elif self.findings.isVisible() and not self.findings.is_open and below > 3 * self.findings.height():
            self.findings.hide()

    def _show_over_text(self) -> None:
        """The findings over the text, which does not move."""
        self.findings.setParent(self._whole)
        layout = self._whole.layout()
        if layout is not None:
            layout.removeWidget(self.findings)
        self._stand_over()
        self.findings.show()
        self.findings.raise_()

    def _stand_over(self) -> None:
        height = self.findings.minimumHeight()
        self.findings.setGeometry(0, self._whole.height() - height, self._whole.width(), height)

    def _dock_findings(self) -> None:
        layout = self._whole.layout()
        if layout is not None and layout.indexOf(self.findings) < 0:
            layout.addWidget(self.findings)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another height of the window is another share of it for the findings; what a command in a menu does that is
        under the mouse is said at the foot.
        """
        if watched is self._window:
            if event.type() == QEvent.Type.StatusTip and isinstance(event, QStatusTipEvent):
                self.say(event.tip())
                return True
            if event.type() == QEvent.Type.WindowStateChange:
                QTimer.singleShot(0, self, self._full_changed)
            elif event.type() == QEvent.Type.Resize:
                self.cutoff.set_roomy(self._window.width() >= ROOMY)
                self.findings.place(comparing=self._comparing and not self._centre.bare, room=self._window.height())
        return super().eventFilter(watched, event)

    def _parts(self) -> Iterator[QWidget]:
        """What Tab goes through, in order."""
        yield self.toolbar.tools
        yield from (self.rail, self.side, self._centre.messages, self._centre.welcome, self._centre.waiting)
        if self._centre.page.is_created:
            yield from self._centre.page.view.parts
        yield self._centre.find_bar
        yield from self.findings.parts


class SideFrame(QWidget):
    """The library unfolded: its head with a pin and a fold, and its far edge, by which it is made wider."""

    folded = Signal()
    pinned = Signal()

    def __init__(self, sidebar: LibrarySidebar, session: Session) -> None:
        super().__init__()
        self._session = session
        self._at: QPoint | None = None
        self._pin = IconButton(PIN, "", self)
        self._pin.setCheckable(True)
        self._pin.clicked.connect(lambda: self.set_pinned(not session.side_pinned))
        fold = IconButton(LEFT, _("Fold the library (Ctrl+B)"), self)
        fold.clicked.connect(self.folded)
        head = QHBoxLayout()
        head.setContentsMargins(10, 3, 6, 0)
        head.addWidget(PlainLabel(_("Library"), self), 1)
        for button in (self._pin, fold):
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*((GRIP, 0, 0, 0) if is_leftwards(self) else (0, 0, GRIP, 0)))
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(sidebar, 1)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setAutoFillBackground(True)
        self.setMouseTracking(True)
        self.setFixedWidth(max(LEAST_SIDE, session.side_width))
        self.set_pinned(session.side_pinned)

    def set_pinned(self, pinned: bool) -> None:
        """Keep it unfolded where a comparison opens, or not."""
        self._session.side_pinned = pinned
        self._pin.setChecked(pinned)
        kept = _("The library stays where a comparison opens: on")
        self._pin.show_sign(PIN, kept if pinned else _("The library stays where a comparison opens: off"))
        self.pinned.emit()

    def _is_on_edge(self, x: float) -> bool:
        return (x if is_leftwards(self) else self.width() - x) <= GRIP

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to move the edge of the library."""
        if self._is_on_edge(event.position().x()):
            self._at = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the edge with the mouse."""
        on_edge = self._is_on_edge(event.position().x())
        self.setCursor(Qt.CursorShape.SplitHCursor if on_edge or self._at is not None else Qt.CursorShape.ArrowCursor)
        if self._at is not None:
            to = event.globalPosition().toPoint()
            most = max(LEAST_SIDE, self.window().width() // 2)
            onwards = -1 if is_leftwards(self) else 1
            wide = min(max(LEAST_SIDE, self.width() + onwards * (to.x() - self._at.x())), most)
            self._at += QPoint(onwards * (wide - self.width()), 0)
            self._session.side_width = wide
            self.setFixedWidth(wide)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Leave the edge where it is now."""
        self._at = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A hairline at the edge."""
        edge = placed_in(self, QRectF(self.width() - 1, 0, 1, self.height()))
        QPainter(self).fillRect(edge, theme.current()["hair"])


class _Note(QWidget):
    """A word over the text for a moment."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._end = QTimer(self, singleShot=True, interval=NOTE_FOR)
        self._end.timeout.connect(self.hide)
        self.hide()

    def say(self, words: str, top: int = UNDER_HEADS) -> None:
        """Say it in the middle of the window, so far from its upper edge; as much of it as fits."""
        metrics, room = self.fontMetrics(), self._window.width() - 80
        self._words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        wide, high = metrics.horizontalAdvance(self._words) + 40, metrics.height() + 16
        self.setGeometry((self._window.width() - wide) // 2, top, wide, high)
        self.setAccessibleName(words)
        self.show()
        self.raise_()
        self._end.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As a tool tip."""
        painter, now = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now["tooltip"])
        painter.drawRoundedRect(self.rect(), 6, 6)
        painter.setPen(now["tooltip_text"])
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words)
