"""What stands where there is nothing: its lines are about as long as one another."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.ui.widgets.empty_state import TALL, BalancedLabel, balanced

LONG = "You can also drop files or a folder anywhere in this window, or paste an article's text or address."


def lines(words: str, metrics: QFontMetrics, width: int) -> int:
    height = metrics.boundingRect(QRect(0, 0, width, TALL), Qt.TextFlag.TextWordWrap, words).height()
    return round(height / metrics.lineSpacing())


@pytest.mark.parametrize("width", [180, 300, 420, 520])
def test_a_text_is_set_as_narrow_as_its_number_of_lines_allows(qapp: QApplication, width: int) -> None:
    metrics = QFontMetrics(qapp.font())
    least = balanced(LONG, metrics, width)
    assert least <= width
    assert lines(LONG, metrics, least) == lines(LONG, metrics, width)
    assert lines(LONG, metrics, least - 8) > lines(LONG, metrics, width)


def test_a_label_keeps_its_height_and_stands_in_the_middle(qtbot: QtBot) -> None:
    label = BalancedLabel(LONG)
    label.setWordWrap(True)
    qtbot.addWidget(label)
    label.resize(420, 100)
    label.show()
    margins = label.contentsMargins()
    assert margins.left() == margins.right() > 0
    before = label.heightForWidth(420)
    label.setText("Short.")
    assert label.contentsMargins().left() > margins.left()
    assert label.heightForWidth(420) < before
