"""The head of a pane."""

import pytest
from pytestqt.qtbot import QtBot

from reader.article import Article
from reader.ui.compare.header import Header
from reader.ui.compare.labels import Clamped


@pytest.mark.parametrize(
    ("updated", "said"), [("2031-05-04T18:40+02:00", "Updated 4 May 2031 18:40"), ("2031-05-03", ""), ("", "")]
)
def test_an_update_is_told_to_who_rests_the_mouse_on_the_date(updated: str, said: str, qtbot: QtBot) -> None:
    article = Article("a", "x", byline="Lena Marsh", published="2031-05-03", updated=updated)
    header = Header(article, None)
    qtbot.addWidget(header)
    (dated,) = [one for one in header.findChildren(Clamped) if "Lena Marsh" in one.accessibleName()]
    assert dated.accessibleDescription() == said
    assert said in dated.toolTip()
    assert ("Updated" in dated.toolTip()) is bool(said)
