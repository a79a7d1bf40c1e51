"""Articles in Arabic and Hebrew: their lines begin at the right, and so do the margin and every mark."""

import itertools
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from reader.article import Article
from reader.compare.comparison import Verdict
from reader.text.spans import Span
from reader.ui import theme
from reader.ui.compare.article_view import ArticleView
from reader.ui.compare.highlights import ArticleHighlights, Highlight, HighlightKind
from reader.wording.lines import short_name

ARABIC = """فاض النهر فجر يوم السبت

غمرت المياه 147 منزلا في البلدة القديمة قبل طلوع النهار، ونقل الأهالي إلى مدرسة Corran Point School القريبة من المرفأ.

BBC نشرت صور الجسر بعد ساعتين، وقال رئيس البلدية إن أحدا لم يحذر السكان من ارتفاع منسوب المياه في تلك الليلة.
"""
HEBREW = """הנהר עלה על גדותיו

המים הציפו 147 בתים בעיר העתיקה לפני עלות השחר, והתושבים הועברו לבית הספר Corran Point School שליד הנמל.
"""
ENGLISH = """The river rose before dawn

The water flooded 147 homes in the old town before daybreak, and people were taken to a school near the harbour.

غمرت المياه المنازل في البلدة القديمة قبل طلوع النهار.
"""


@pytest.fixture
def lay(qtbot, qapp: QApplication) -> Callable[[str], ArticleView]:
    """Lays a text out with its first figure in conflict."""
    theme.apply(qapp, theme.Theme.load("light"))

    def made(text: str) -> ArticleView:
        at = text.index("147")
        mark = Highlight(HighlightKind.FIGURE, Span(at, at + 3), 0, 0, verdict=Verdict.CONFLICT)
        found = ArticleHighlights(figures=(mark,))
        pane = ArticleView(Article(id="a1", text=text), found, {}, lambda _mark: "why")
        qtbot.addWidget(pane)
        pane.resize(420, 600)
        pane.show()
        qtbot.waitExposed(pane)
        pane.settle()
        return pane

    return made


def edges(pane: ArticleView, words: str) -> tuple[float, float]:
    """The left and right end of the first line of some words."""
    at = pane.article.text.index(words)
    pieces = pane.lines.rectangles(Span(at, at + len(words)))
    first = [one for one in pieces if one.bottom() == pieces[0].bottom()]
    return min(one.left() for one in first), max(one.right() for one in first)


@pytest.mark.parametrize("text", [ARABIC, HEBREW])
def test_lines_begin_at_the_right(lay, text: str) -> None:
    pane = lay(text)
    left, right = pane.inset
    for line in filter(None, text.splitlines()):
        assert edges(pane, line[:12])[1] == pytest.approx(right, abs=2), line
    assert pane.viewport().width() - right > left  # the margin with its signs is there too


def test_a_paragraph_that_begins_with_a_latin_name_is_no_other(lay) -> None:
    pane = lay(ARABIC)
    assert edges(pane, "BBC")[1] == pytest.approx(pane.inset[1], abs=2)


def test_a_paragraph_of_the_other_script_goes_its_own_way(lay) -> None:
    pane = lay(ENGLISH)
    assert edges(pane, "The water")[0] == pytest.approx(pane.inset[0], abs=2)
    assert edges(pane, "غمرت المياه")[1] == pytest.approx(pane.inset[1], abs=2)
    assert pane.inset[0] > pane.viewport().width() - pane.inset[1]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        *((text, "147") for text in (ARABIC, HEBREW, ENGLISH)),
        *((text, "Corran Point School") for text in (ARABIC, HEBREW)),
        *((text, "غمرت المياه") for text in (ARABIC, ENGLISH)),
        (HEBREW, "בעיר העתיקה"),
    ],
)
def test_a_mark_stands_on_its_own_letters(lay, text: str, words: str) -> None:
    pane, at = lay(text), text.index(words)
    span = Span(at, at + len(words))
    rectangles = pane.lines.rectangles(span)
    assert rectangles
    for rectangle in rectangles:
        for share in (0.3, 0.5, 0.7):
            place = QPointF(rectangle.left() + share * rectangle.width(), rectangle.center().y())
            hit = pane.lines.exactly(place)
            assert hit is not None, share
            assert span.start <= hit <= span.end, share


def test_where_directions_meet_in_a_line_a_mark_is_in_pieces_that_do_not_overlap(lay) -> None:
    pane = lay(HEBREW)
    start, end = HEBREW.index("המים"), HEBREW.index("בעיר") + 4
    for _bottom, line in itertools.groupby(pane.lines.rectangles(Span(start, end)), key=lambda one: one.bottom()):
        pieces = sorted((one.left(), one.right()) for one in line)
        assert all(one[1] <= other[0] for one, other in itertools.pairwise(pieces))


@pytest.mark.parametrize(("text", "at_the_right"), [(ARABIC, True), (HEBREW, True), (ENGLISH, False)])
def test_the_sign_of_a_conflict_stands_in_the_margin_that_lines_begin_at(lay, text: str, at_the_right: bool) -> None:
    pane = lay(text)
    picture, ratio = pane.viewport().grab().toImage(), pane.viewport().devicePixelRatioF()
    top, bottom = pane.lines.line(text.index("147"))
    red = theme.current()["conflict_edge"]
    seen = [
        x
        for x in range(picture.width())
        for y in range(round(top * ratio), round(bottom * ratio))
        if picture.pixelColor(x, y) == red and not pane.inset[0] - 2 <= x / ratio <= pane.inset[1] + 2
    ]
    assert seen
    assert all((x / ratio > pane.inset[1]) is at_the_right for x in seen)


def test_the_first_character_of_a_line_is_found_by_its_height(lay) -> None:
    pane = lay(ARABIC)
    for line in filter(None, ARABIC.splitlines()):
        at = ARABIC.index(line)
        assert pane.lines.point(pane.lines.middle(at)) == at


def test_the_name_of_an_outlet_turns_no_sentence_round() -> None:
    article = Article(id="a", text=ARABIC, outlet="صحيفة الميناء")
    assert short_name(article) == "\u200eصحيفة الميناء\u200e"
    assert short_name(Article(id="a", text=ENGLISH, outlet="The Port Post")) == "The Port Post"
