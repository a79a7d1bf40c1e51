"""One pane: what is marked stands where it should, and a person can use it."""

import dataclasses
import itertools

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QFont, QFontMetricsF, QHelpEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from reader.article import Article
from reader.text.spans import Span
from reader.ui import theme, typography
from reader.ui.actions.specs import strip_mnemonic
from reader.ui.compare.article_view import ArticleView
from reader.ui.compare.highlights import ArticleHighlights, HighlightKind, marks
from reader.ui.state.comparison_state import passage_numbers


@pytest.fixture
def pane(qtbot, qapp, compare) -> ArticleView:
    theme.apply(qapp, theme.Theme.load("light"))
    comparison = compare()
    found, numbers = marks(comparison)["a1"], passage_numbers(comparison)
    made = ArticleView(comparison.articles[0], found, numbers, lambda mark: f"why {mark.index}")
    qtbot.addWidget(made)
    made.resize(420, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


def click(qtbot, pane: ArticleView, place: QPointF) -> None:
    qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=place.toPoint())


def where(pane: ArticleView, span: Span) -> QPointF:
    """The middle of the first line of a span, in the viewport, scrolled to if it must be."""
    pane.settle()
    rectangle = pane.lines.rectangles(span)[0]
    bar = pane.verticalScrollBar()
    if not bar.value() < rectangle.top() < bar.value() + pane.viewport().height() - 30:
        bar.setValue(int(rectangle.top()) - 100)
    return QPointF(rectangle.center().x(), rectangle.center().y() - bar.value())


def test_an_emoji_shifts_no_highlight(pane: ArticleView) -> None:
    """The headline begins with one: the cursor put at a passage must stand before its first letter."""
    mark = pane.found.passages[0]
    pane.place_cursor(mark.span)
    cursor = pane.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.NextWord, QTextCursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == "The "
    assert mark.span.of(pane.article.text).startswith("The lighthouse")
    assert pane.point == mark.span.start


def test_a_passage_has_one_rectangle_a_line_within_the_column(pane: ArticleView) -> None:
    pane.settle()
    rectangles = pane.lines.rectangles(pane.found.passages[0].span)
    left, right = pane.inset
    assert len(rectangles) >= 2
    assert all(left - 1 <= r.left() < r.right() <= right + 1 for r in rectangles)
    assert all(a.bottom() <= b.bottom() and a.top() < b.top() for a, b in itertools.pairwise(rectangles))


def test_passages_are_painted_under_the_text(pane: ArticleView) -> None:
    where(pane, pane.found.passages[0].span)
    picture = pane.viewport().grab().toImage()
    rectangle = pane.lines.strips(pane.found.tints[0].span)[0]
    corner = QPoint(int(rectangle.left()) + 3, int(rectangle.top()) + 2)  # above the letters
    assert (
        picture.pixelColor(corner * picture.devicePixelRatio())
        == theme.current()[f"passage_{pane.found.tints[0].depth}"]
    )


def test_lines_keep_the_measure_in_a_wide_pane(pane: ArticleView, qtbot) -> None:
    pane.resize(1500, 600)
    qtbot.waitUntil(lambda: pane.inset[0] > 100)
    left, right = pane.inset
    assert right - left == pytest.approx(
        typography.current().measure * QFontMetricsF(pane.font()).averageCharWidth(), abs=2
    )
    pane.settle()
    widest = max(pane.lines.rectangles(Span(0, len(pane.article.text))), key=lambda r: r.width())
    assert 450 < widest.width() <= right - left + 1


def test_boilerplate_is_folded_and_brought_back_by_a_click(pane: ArticleView, qtbot) -> None:
    foot = pane.article.boilerplate[0]
    assert pane.article_document.hides(pane.offsets.units(foot.start))
    pane.settle()
    tall = pane.lines.height
    pane.verticalScrollBar().setValue(pane.verticalScrollBar().maximum())
    area = pane.highlight_painter.fold_area(pane.article_document.folds[0])
    assert "9 words" in pane.highlight_painter.fold_words(pane.article_document.folds[0])
    click(qtbot, pane, area.center() - QPointF(0, pane.verticalScrollBar().value()))
    assert not pane.article_document.hides(pane.offsets.units(foot.start))
    pane.settle()
    assert pane.lines.height > tall


def test_what_is_all_boilerplate_is_not_folded_away(qtbot) -> None:
    text = "Leave a reply.\n\nSubscribe now."
    made = ArticleView(Article("x", text, boilerplate=(Span(0, len(text)),)), ArticleHighlights(), {}, lambda _mark: "")
    qtbot.addWidget(made)
    assert made.article_document.folds == ()
    assert not made.article_document.hides(0)


def test_copying_gives_the_articles_own_words(qtbot) -> None:
    text = "A\u00a0lamp 🔥 burns.\nIt went out."
    made = ArticleView(Article("x", text), ArticleHighlights(), {}, lambda _mark: "")
    qtbot.addWidget(made)
    made.selectAll()
    made.copy()
    assert QApplication.clipboard().text() == text


@pytest.mark.parametrize("odd", ["\x00", "\ufffc", "\ufdd0", "\ud800", "\u2029", "\u2028", "\r", "\r\n", "\x0b"])
def test_characters_that_qt_takes_for_its_own_move_no_offset(qtbot, odd: str) -> None:
    text = f"One{odd}two\nthree 🔥 four"
    made = ArticleView(Article("x", text), ArticleHighlights(), {}, lambda _mark: "")
    qtbot.addWidget(made)
    at = text.index("four")
    made.place_cursor(Span(at, at + 4))
    cursor = made.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == "four"


def test_clicking_a_passage_says_which(pane: ArticleView, qtbot) -> None:
    with qtbot.waitSignal(pane.marked) as said:
        click(qtbot, pane, where(pane, pane.found.passages[1].span))
    assert (said.args[0].kind, said.args[0].index) == (HighlightKind.PASSAGE, pane.found.passages[1].index)


def test_selecting_text_chooses_nothing(pane: ArticleView, qtbot) -> None:
    place = where(pane, pane.found.passages[0].span).toPoint()
    with qtbot.assertNotEmitted(pane.marked):
        qtbot.mousePress(pane.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseMove(pane.viewport(), place + QPoint(60, 0))
        cursor = pane.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.NextWord, QTextCursor.MoveMode.KeepAnchor)
        pane.setTextCursor(cursor)
        qtbot.mouseRelease(pane.viewport(), Qt.MouseButton.LeftButton, pos=place + QPoint(60, 0))


def test_enter_chooses_the_passage_at_the_cursor(pane: ArticleView, qtbot) -> None:
    pane.place_cursor(pane.found.passages[0].span)
    with qtbot.waitSignal(pane.marked) as said:
        qtbot.keyClick(pane, Qt.Key.Key_Return)
    assert said.args[0] == pane.found.passages[0]


def test_hovering_says_why(pane: ArticleView, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, words, _widget: said.append(words))
    place = where(pane, pane.found.passages[0].span).toPoint()
    event = QHelpEvent(QEvent.Type.ToolTip, place, pane.viewport().mapToGlobal(place))
    QApplication.sendEvent(pane.viewport(), event)
    assert said == [f"why {pane.found.passages[0].index}"]


def test_the_hand_shows_what_can_be_clicked(pane: ArticleView, qtbot) -> None:
    qtbot.mouseMove(pane.viewport(), where(pane, pane.found.passages[0].span).toPoint())
    qtbot.waitUntil(lambda: pane.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor)
    qtbot.mouseMove(pane.viewport(), QPoint(5, 5))
    qtbot.waitUntil(lambda: pane.viewport().cursor().shape() == Qt.CursorShape.IBeamCursor)


def test_hits_follow_the_theme(pane: ArticleView, qapp, qtbot) -> None:
    def grounds() -> set[str]:
        return {s.format.background().color().name() for s in pane.extraSelections()}

    pane.search_highlighter.show([Span(0, 3)])
    theme.apply(qapp, theme.Theme.load("dark"))
    try:
        qtbot.waitUntil(lambda: theme.current()["hit"].name() in grounds())
    finally:
        theme.apply(qapp, theme.Theme.load("light"))


def test_it_opens_at_the_top(pane: ArticleView) -> None:
    assert pane.verticalScrollBar().value() == 0
    assert pane.accessibleName() == "Tidewatch: article"


@pytest.mark.parametrize(
    ("line", "folded"),
    [
        ("Lamp fails at Corran", ""),
        ("Lamp fails at Corran | Coast", "| Coast"),
        ("Lamp  fails at Corran – Tidewatch", " – Tidewatch"),
        ("Tidewatch: Lamp fails at Corran", "Tidewatch"),
    ],
)
def test_the_line_that_holds_the_headline_is_set_as_one(qtbot, line: str, folded: str) -> None:
    text = f"{line}\n\nThe lamp at Corran failed in the night."
    at = text.index(folded)
    away = (Span(at, at + len(folded)),) if folded else ()
    made = ArticleView(
        Article("x", text, headline="Lamp fails at Corran", boilerplate=away), ArticleHighlights(), {}, lambda _mark: ""
    )
    qtbot.addWidget(made)
    cursor = made.textCursor()
    cursor.setPosition(text.index("Lamp") + 1)  # what else stands on the line is tucked away
    head, body = cursor.charFormat(), made.document().findBlockByNumber(2).begin().fragment().charFormat()
    assert head.fontWeight() > QFont.Weight.Normal
    assert head.fontPointSize() > made.font().pointSizeF()
    assert body.fontWeight() <= QFont.Weight.Normal


def test_a_paragraph_that_only_begins_with_the_headline_is_none(qtbot) -> None:
    text = "Lamp fails at Corran, keepers say in the morning."
    made = ArticleView(Article("x", text, headline="Lamp fails at Corran"), ArticleHighlights(), {}, lambda _mark: "")
    qtbot.addWidget(made)
    assert made.document().begin().begin().fragment().charFormat().fontWeight() <= QFont.Weight.Normal


def test_an_empty_article_is_shown_empty(qtbot) -> None:
    made = ArticleView(dataclasses.replace(Article("x", "")), ArticleHighlights(), {}, lambda _mark: "")
    qtbot.addWidget(made)
    made.show()
    made.settle()
    assert made.lines.extent(Span(0, 0))[0] >= 0


def test_every_height_has_its_character_gaps_and_folds_too(pane: ArticleView) -> None:
    pane.settle()
    points = [pane.lines.point(height) for height in range(int(pane.lines.height))]
    assert points == sorted(points)
    assert max(b - a for a, b in itertools.pairwise(points)) < 200


def test_a_section_on_the_headlines_line_is_tucked_away_until_it_is_unfolded(qtbot) -> None:
    text = "Ferry aground off Port Lowen | Islands\n\nBoats brought everyone ashore.\n\nSubscribe now."
    section, foot = text.index("Islands"), text.index("Subscribe")
    boilerplate = (Span(section, section + len("Islands")), Span(foot, len(text)))
    article = Article("a", text, headline="Ferry aground off Port Lowen", boilerplate=boilerplate)
    pane = ArticleView(article, ArticleHighlights(), {}, lambda _mark: "")
    qtbot.addWidget(pane)
    assert pane.article_document.tucked == (Span(text.index(" | "), section + len("Islands")),)
    size = pane.document().begin().begin().fragment().charFormat().fontPointSize()
    assert size > pane.font().pointSizeF()
    pane.fold(False)
    assert pane.article_document.tucked == ()
    assert pane.document().begin().begin().fragment().length() == len("Ferry aground off Port Lowen | Islands")


def test_the_menu_of_a_pane_writes_its_entries_in_one_way_and_brings_back_what_is_folded(
    pane: ArticleView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QMenu, "popup", lambda _menu, _place: None)  # the offscreen platform cannot grab the keyboard
    opened: list[QMenu] = []
    pane.menuOpened.connect(lambda menu, _marks, _own: opened.append(menu))

    def ask() -> QMenu:
        place = QPoint(40, 40)
        QApplication.sendEvent(pane.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, QPoint()))
        return opened[-1]

    for words, is_folded in (("Show What Was Folded Away", False), ("Fold What Is Not of the Article", True)):
        menu = ask()
        entries = [strip_mnemonic(action.text().partition("\t")[0]) for action in menu.actions() if action.text()]
        small = [word for entry in entries for word in entry.split() if word[0].islower()]
        assert {*small} <= {"of", "the", "a", "to", "in", "with"}, entries
        next(action for action in menu.actions() if action.text() == words).trigger()
        assert pane.article_document.folded is is_folded
