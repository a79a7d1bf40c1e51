"""What a drag of articles gives to other programs, and that the window does not take its own articles for files."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.article import Article
from reader.importing import read_file
from reader.text.spans import Span
from reader.ui.controllers.imports import _words
from reader.ui.library.mime_data import FILES, HTML, IDS, MOST, TEXT, ArticleMimeData
from reader.ui.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("qapp")

MILL = Article(
    "mill",
    "Old mill sold\n\nThe mill at Tarn <was> sold.\nSubscribe now!\nA grocer bought it.",
    headline="Old mill sold",
    outlet="The Tarn: Post/News",
    published="2031-03-05",
    url="https://example.org/mill",
    boilerplate=(Span(44, 58),),
)


def source(ids: Sequence[str]) -> list[Article]:
    return [MILL for _id in ids]


def test_an_article_leaves_as_text_html_and_a_file_that_can_be_imported() -> None:
    data = ArticleMimeData(["a"], source)
    assert data.formats() == [IDS, TEXT, HTML, FILES]
    assert "The mill at Tarn <was> sold." in data.text()
    assert "Subscribe" not in data.text()
    assert data.text().count("Old mill sold") == 2, "the headline, and its source at the end"
    assert "<p>The mill at Tarn &lt;was&gt; sold.</p>" in data.html()
    (url,) = data.urls()
    file = Path(url.toLocalFile())
    assert file.name == "The Tarn Post News - Old mill sold.html"
    again = read_file(file)
    assert "A grocer bought it." in again.text
    assert again.url == MILL.url
    assert data.urls() == [url], "written once"


def test_several_files_have_names_of_their_own() -> None:
    names = [Path(url.toLocalFile()).name for url in ArticleMimeData(["a", "b"], source).urls()]
    assert len(set(names)) == 2


def test_many_articles_stay_in_the_window() -> None:
    assert ArticleMimeData(["a"] * (MOST + 1), source).formats() == [IDS]
    assert ArticleMimeData(["a"], None).formats() == [IDS]
    assert bytes(ArticleMimeData(["a", "b"], None).data(IDS).data()) == b"a\nb"


def test_the_window_does_not_import_its_own_articles(filled: MainWindow, qtbot: QtBot) -> None:
    model = filled.sidebar.library.model
    rows = [model.index(n) for n in range(model.rowCount()) if model.index(n).data(Qt.ItemDataRole.UserRole)]
    data = model.mimeData(rows)
    assert "sandbank" in data.text()
    assert len(data.urls()) == 3
    assert _words(data) == ""
    assert not filled.imports.take_mime(data)
