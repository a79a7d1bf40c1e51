"""The legend draws every mark as the text does, and says what it is in every theme."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel

from reader.ui import theme
from reader.ui.compare.legend import LegendDialog, MarksLegend, Sample, groups
from reader.ui.theme import NAMES, Theme

ROWS = [row for _title, rows in groups() for row in rows]


@pytest.fixture
def legend(qtbot) -> MarksLegend:
    made = MarksLegend()
    qtbot.addWidget(made)
    made.resize(720, 900)
    made.show()
    return made


def test_every_mark_has_a_name_and_a_meaning(legend: MarksLegend) -> None:
    said = [label.text() for label in legend.findChildren(QLabel)]
    assert all(any(row.name in words and row.meaning in words for words in said) for row in ROWS)
    assert len({row.name + row.meaning for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("name", NAMES)
def test_no_two_samples_look_alike_and_none_is_bare_paper(qapp, qtbot, name: str) -> None:
    theme.apply(qapp, Theme.load(name))
    try:
        shown = []
        for row in ROWS:
            sample = Sample(row)
            qtbot.addWidget(sample)
            sample.resize(sample.sizeHint())
            shown.append(sample.grab().toImage().convertToFormat(QImage.Format.Format_RGB32))
        assert len({bytes(picture.constBits()) for picture in shown}) == len(ROWS)
    finally:
        theme.apply(qapp, Theme.load("light"))


def test_samples_say_their_words_to_those_who_do_not_see_them(legend: MarksLegend) -> None:
    assert all(sample.accessibleName().strip() for sample in legend.findChildren(Sample))


def test_it_opens_in_a_window_of_its_own(qtbot) -> None:
    dialog = LegendDialog(None)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.findChild(MarksLegend).isVisible()


@pytest.mark.parametrize(
    ("articles", "said"),
    [(2, ""), (3, "Now: 1 and 2 of the other 2."), (5, "Now: 1, 2 and 3 to 4 of the other 4."), (20, "13 to 19 of")],
)
def test_the_depths_are_told_for_what_is_compared(articles: int, said: str) -> None:
    meaning = next(
        row.meaning for _title, rows in groups(articles) for row in rows if row.name == "Told elsewhere too."
    )
    assert said in meaning
    assert bool(said) == ("Now:" in meaning)
