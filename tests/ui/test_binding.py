"""PySide6 6.12.0 loses a reference to None on every void call and ends the program below Python 3.12."""

import sys

import pytest
from PySide6.QtGui import QColor, QTextCharFormat

CALLS = 100


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None cannot die since Python 3.12")
def test_a_call_without_an_answer_keeps_none_alive() -> None:
    form, colour = QTextCharFormat(), QColor("red")
    form.setBackground(colour)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        form.setBackground(colour)
    assert before - sys.getrefcount(None) < CALLS // 2
