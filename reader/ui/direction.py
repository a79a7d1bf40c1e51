"""Places in a window that may be read from right to left: what is painted by hand is mirrored as Qt mirrors layouts."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QStyle, QStyleOption, QWidget

from reader.text.direction import is_right_to_left

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


def prose_option(words: str) -> QTextOption:
    """How words of an article are laid out by hand: from the side at which their script begins."""
    return _option(leftwards=is_right_to_left(words))


def text_option(shown: QWidget) -> QTextOption:
    """How words of ours are laid out by hand in a widget."""
    return _option(leftwards=is_leftwards(shown))


def _option(*, leftwards: bool) -> QTextOption:
    option = QTextOption()  # a QTextLayout alone aligns by what it is told, and not by the direction
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if leftwards else Qt.LayoutDirection.LeftToRight)
    option.setAlignment(Qt.AlignmentFlag.AlignRight if leftwards else Qt.AlignmentFlag.AlignLeft)
    return option
