"""The place of the panes in the window: there from the first; what fills it comes after the first frame."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.ui.state.comparison_state import ComparisonState

if TYPE_CHECKING:
    from reader.ui.compare.view import ComparisonView


class ComparisonPage(QWidget):
    """Room at first; the comparison view once it is made."""

    def __init__(self, state: ComparisonState, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = state
        self._views: list[ComparisonView] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def create_view(self) -> "ComparisonView":
        """Make the view, which shows what lies open from here on."""
        from reader.ui.compare.view import ComparisonView

        made = ComparisonView(self._state, self)
        self._column.addWidget(made)
        self._views.append(made)
        return made

    @property
    def is_created(self) -> bool:
        """Whether the view is there."""
        return bool(self._views)

    @property
    def view(self) -> "ComparisonView":
        """The view; IndexError before it is made. No command needs it earlier: nothing lies open till then."""
        return self._views[0]
