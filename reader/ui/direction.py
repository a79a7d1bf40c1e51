"""Places in a window that may be read from right to left: what is painted by hand is mirrored as Qt mirrors layouts."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtWidgets import QStyle, QStyleOption, QWidget

Directed = QWidget | QStyleOption
"""What Qt has given a direction."""


def is_leftwards(shown: Directed) -> bool:
    """Whether a widget, or an item of a view, is read from right to left."""
    direction = shown.layoutDirection() if isinstance(shown, QWidget) else shown.direction
    return direction == Qt.LayoutDirection.RightToLeft


def placed(area: QRectF, within: QRectF, *, leftwards: bool) -> QRectF:
    """Where an area that was thought of from left to right stands."""
    return area.translated(within.left() + within.right() - area.left() - area.right(), 0) if leftwards else area


def placed_in(shown: QWidget, area: QRectF) -> QRectF:
    """The same of an area of a widget."""
    return placed(area, QRectF(shown.rect()), leftwards=is_leftwards(shown))


def item_place(option: QStyleOption, area: QRect) -> QRect:
    """The same of an area of an item of a view."""
    return QStyle.visualRect(option.direction, option.rect, area)
