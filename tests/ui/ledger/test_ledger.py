"""The ledger panel and its model."""

import dataclasses

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QComboBox, QInputDialog, QLabel, QTableView

from reader.article import Article
from reader.compare.comparison import (
    Bounds,
    Comparison,
    Excerpt,
    Figure,
    FigureOmission,
    LedgerRow,
    OmissionReason,
    Quantity,
    Scope,
    Verdict,
)
from reader.compare.figures.rows.regroup import regrouped, split
from reader.compare.finding_ids import Finding, SubjectKind
from reader.text.spans import Span
from reader.ui import theme
from reader.ui.ledger.model import DETAIL, LEADING, WHEN, Cells, LedgerModel
from reader.ui.ledger.panel import LedgerPanel
from reader.ui.ledger.row_grouping_actions import SplitDialog
from reader.ui.ledger.table import LedgerTable
from reader.ui.widgets.plain_text import PlainLabel


@pytest.fixture
def panel(qtbot, compare) -> LedgerPanel:
    made = LedgerPanel()
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show_comparison(compare())
    made.show()
    qtbot.waitExposed(made)
    return made


def table(panel: LedgerPanel) -> LedgerTable:
    return panel.findChild(LedgerTable)


def words(panel: LedgerPanel) -> str:
    return " ".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def choose(panel: LedgerPanel, row: int) -> None:
    panel.findChild(QComboBox).setCurrentIndex(row)


def test_the_model_keeps_the_rules_of_qt(compare) -> None:
    model = LedgerModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    for comparison in (compare(2), compare(3, ledger=False), None, compare(3)):
        model.show(comparison)
    assert tester.model() is model


def test_a_row_per_scope_and_a_column_per_article_worst_first(compare) -> None:
    model = LedgerModel()
    model.show(compare())
    said = [[model.data(model.index(r, c)) for c in range(model.columnCount())] for r in range(model.rowCount())]
    assert said == [
        ["conflict", "boats lost", "", "41 boats", "60 boats", ""],
        ["agree", "days of rain", "", "nine days", "nine days", ""],
    ]
    heads = [model.headerData(c, Qt.Orientation.Horizontal) for c in range(LEADING, model.columnCount())]
    assert heads == ["A  Tidewatch", "B  Corran Echo", "C  Island Post"]
    assert model.stands(0) == (Verdict.CONFLICT, False)


def test_a_verdict_has_an_icon_a_word_and_a_reason(compare, qapp) -> None:
    model = LedgerModel()
    model.show(compare())
    assert not model.data(model.index(0, 0), Qt.ItemDataRole.DecorationRole).isNull()
    assert "41 boats" in model.data(model.index(0, 0), Qt.ItemDataRole.ToolTipRole)
    assert "Tidewatch – Corran Echo: conflict" in model.reasons(model.index(0, LEADING))
    assert model.reasons(model.index(0, LEADING + 2)) == ""


def test_a_click_on_a_cell_lets_its_mention_lead(panel: LedgerPanel, qtbot) -> None:
    view = table(panel)
    place = view.visualRect(view.model().index(0, LEADING + 1)).center()
    with qtbot.waitSignal(panel.rowWanted) as said:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert said.args == [1, "a2"]


def test_enter_does_as_a_click(panel: LedgerPanel, qtbot) -> None:
    view = table(panel)
    view.setCurrentIndex(view.model().index(1, 0))
    with qtbot.waitSignal(panel.rowWanted) as said:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert said.args == [0, ""]


def test_the_arrows_go_to_rows_and_what_is_chosen_elsewhere_is_followed_in_silence(panel: LedgerPanel, qtbot) -> None:
    view, went = table(panel), []
    panel.rowWanted.connect(lambda row, article: went.append((row, article)))
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    panel.follow(Finding(SubjectKind.FIGURES, 1))
    assert chosen_scopes(panel) == ["boats lost"]
    assert went == []
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert went == [(0, "")]
    panel.follow(Finding(SubjectKind.PASSAGE, 0))
    assert chosen_scopes(panel) == []
    panel.follow(None)
    assert went == [(0, "")]


def test_the_first_two_columns_stay_while_the_others_are_scrolled(panel: LedgerPanel, qtbot) -> None:
    view = table(panel)
    panel.show_comparison(many(30))
    frozen = view.findChild(QTableView, "frozenColumns")
    assert [n for n in range(view.model().columnCount()) if not frozen.isColumnHidden(n)] == [0, 1]
    assert frozen.width() == view.columnWidth(0) + view.columnWidth(1)
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum())
    assert frozen.isVisible()
    view.verticalScrollBar().setValue(40)
    assert frozen.verticalScrollBar().value() == 40
    view.choose(3, LEADING)
    assert view.visualRect(view.currentIndex()).left() >= frozen.width()
    assert frozen.selectionModel() is view.selectionModel()


def test_columns_follow_the_panes_and_say_when_the_account_was_published(panel: LedgerPanel, compare) -> None:
    view, whole = table(panel), compare()
    dated = [dataclasses.replace(a, published=f"2025-10-1{n}") for n, a in enumerate(whole.articles)]
    panel.show_comparison(dataclasses.replace(whole, articles=tuple(dated)))
    panel.set_columns(["a3", "a1", "a2"])
    heads = [view.model().headerData(n, Qt.Orientation.Horizontal) for n in range(LEADING, LEADING + 3)]
    assert heads == ["A  Island Post", "B  Tidewatch", "C  Corran Echo"]
    assert [view.model().index(0, LEADING + n).data() for n in range(3)] == ["", "41 boats", "60 boats"]
    assert view.model().headerData(LEADING, Qt.Orientation.Horizontal, WHEN) == "12 Oct 2025"
    panel.show_comparison(compare())  # the panes stand as they stood
    assert view.model().headerData(LEADING, Qt.Orientation.Horizontal) == "A  Island Post"


def test_rows_stand_on_shelves_by_their_kind_in_the_order_as_found_only(panel: LedgerPanel, look, qtbot) -> None:
    panel.show_comparison(look())
    view = table(panel)
    names = ["Conflict, or may conflict", "Worth a look", "Agree, or can stand together"]
    assert list(view.shelves.values()) == names
    assert [view.shelf_height(line) > 0 for line in range(3)] == [True] * 3
    assert view.rowHeight(0) > view.line_height
    view.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert view.shelves == {}
    assert view.rowHeight(0) == view.line_height
    view.sort_as_found()
    choose(panel, 3)
    assert view.shelves == {}  # one kind needs no name
    panel.grab()


def test_a_cell_says_who_says_so_or_that_nobody_is_named_or_that_it_is_not_here(panel: LedgerPanel, look) -> None:
    panel.show_comparison(look())
    model = table(panel).model()
    row = [model.index(1, LEADING + n).data(DETAIL) for n in range(3)]
    assert row == ["Engineers, shortly before midnight", "no source named", "not found here"]
    assert model.index(1, 1).data(DETAIL) == "cuts in the cable\nin 2 of 3 accounts"


def test_the_filter_hides_other_verdicts(panel: LedgerPanel) -> None:
    rows = []
    for row in range(5):
        choose(panel, row)
        rows.append(table(panel).model().rowCount())
    assert rows == [2, 1, 1, 0, 0]


def test_a_head_sorts_and_another_comparison_starts_worst_first(panel: LedgerPanel, compare, qtbot) -> None:
    view = table(panel)
    head = view.horizontalHeader()
    place = QPoint(head.sectionViewportPosition(1) + 10, head.height() // 2)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.model().index(0, 1).data() == "boats lost"
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.model().index(0, 1).data() == "days of rain"
    panel.show_comparison(compare())  # the same articles at another cutoff: the person's order stays
    assert view.model().index(0, 1).data() == "days of rain"
    panel.show_comparison(compare(2))
    assert view.model().index(0, 1).data() == "boats lost"


def test_no_conflicts_is_said_plainly(panel: LedgerPanel, compare) -> None:
    panel.show_comparison(compare(3, ledger=False))
    assert "No conflicts found" in words(panel)
    assert not table(panel).isVisible()
    whole = compare()
    panel.show_comparison(type(whole)(articles=whole.articles, ledger=whole.ledger[:1]))
    assert table(panel).isVisible()
    assert "No conflicts found" in words(panel)
    choose(panel, 2)
    assert not table(panel).isVisible()
    assert "No conflicts found" in words(panel)


def test_cleared_it_says_what_it_is_for(panel: LedgerPanel) -> None:
    panel.clear()
    assert "side by side" in words(panel)
    table(panel).activated.emit(QModelIndex())


def many(count: int) -> Comparison:
    """So many rows of six articles each."""
    texts = [" ".join(f"{100 * i + j} boats." for i in range(count)) for j in range(6)]
    articles = tuple(Article(f"a{j}", text, outlet=f"Outlet {j}") for j, text in enumerate(texts))
    rows = []
    for i in range(count):
        mentions = []
        for j, article in enumerate(articles):
            start = article.text.index(f"{100 * i + j} boats")
            span, bounds = Span(start, start + 9), Bounds(100 * i + j, 100 * i + j)
            quantity = Quantity((bounds.low, bounds.low), bounds, bounds)
            mentions.append(Figure(Excerpt(article.id, span), span, quantity, Scope("boats")))
        rows.append(LedgerRow(f"boats of village {i}", Verdict.CONSISTENT, tuple(mentions), ()))
    return Comparison(articles, ledger=tuple(rows))


def test_showing_many_rows_and_changing_the_theme_ask_for_few_cells(qapp, qtbot, monkeypatch) -> None:
    asked: list[object] = []
    data = LedgerModel.data
    # Before the panel is made: PySide looks a method up once.
    monkeypatch.setattr(LedgerModel, "data", lambda self, *args: asked.append(args) or data(self, *args))
    panel = LedgerPanel()
    qtbot.addWidget(panel)
    panel.resize(900, 300)
    panel.show()
    qtbot.waitExposed(panel)
    panel.show_comparison(many(200))  # 1,800 cells, of which Qt asks about seven things
    qtbot.waitUntil(lambda: not table(panel).viewport().visibleRegion().isEmpty())
    shown = len(asked)
    assert 500 < shown < 4_000
    theme.apply(qapp, theme.Theme.load("dark"))
    qtbot.waitUntil(lambda: len(asked) > shown)
    assert len(asked) - shown < 3_000
    theme.apply(qapp, theme.Theme.load("light"))


def test_the_articles_columns_have_one_width_and_none_is_too_narrow_to_read(panel: LedgerPanel) -> None:
    view = table(panel)
    panel.show_comparison(many(30))
    widths = {view.columnWidth(LEADING + n) for n in range(5)}
    assert len(widths) == 1
    assert widths.pop() >= view.fontMetrics().horizontalAdvance("more than 1,000 rescuers")
    panel.resize(2000, 300)
    assert view.columnWidth(LEADING) * 6 > 1000


def chosen_scopes(panel: LedgerPanel) -> list[str]:
    return [panel.comparison.ledger[row].scope for row in table(panel).chosen]


def test_rows_are_gathered_with_ctrl_without_jumping_and_with_shift_and_arrows(panel: LedgerPanel, qtbot) -> None:
    view, jumps = table(panel), []
    panel.rowWanted.connect(lambda *wanted: jumps.append(wanted))
    places = [view.visualRect(view.model().index(row, LEADING)).center() for row in (0, 1)]
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=places[0])
    assert chosen_scopes(panel) == ["boats lost"]
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, pos=places[1])
    assert chosen_scopes(panel) == ["boats lost", "days of rain"]
    assert len(jumps) == 1
    assert panel.rows.join.isEnabled()
    assert panel.rows.join.text() == "&Join 2 Rows"
    assert not panel.rows.ask_split.isEnabled()
    view.choose(0, 1)
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(panel.rows.joined) as told:
        panel.rows.try_join()
        (asked,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, QInputDialog) and w.isVisible()]
        assert "“boats lost” and “days of rain”" in asked.labelText()
        assert asked.textValue() == "boats lost"
        asked.setTextValue("what the storm did")
        asked.accept()
    assert [row.scope for row in told.args[1]] == ["boats lost", "days of rain"]
    assert told.args[2] == "what the storm did"


def test_split_off_asks_which_figures_with_those_of_the_cell_ticked(panel: LedgerPanel, qtbot) -> None:
    view = table(panel)
    view.choose(0, LEADING + 1)
    panel.rows.try_split()
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, SplitDialog))
    lines = [dialog.list.item(i) for i in range(dialog.list.count())]
    assert [line.text().split(" – ")[0] for line in lines] == ["Tidewatch: 41 boats", "Corran Echo: 60 boats"]
    assert [line.checkState() == Qt.CheckState.Checked for line in lines] == [False, True]
    go = dialog.split_button
    assert go.isEnabled()
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert not go.isEnabled()  # all of them can not go
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    qtbot.keyClicks(dialog.name, "boats of the second night")
    with qtbot.waitSignal(panel.rows.split) as told:
        go.click()
    comparison, row, excerpts, name = told.args
    assert name == "boats of the second night"
    assert row.scope == "boats lost"
    assert [comparison.text(one) for one in excerpts] == ["60 boats"]


def test_what_cannot_be_done_says_what_to_choose(panel: LedgerPanel, qtbot) -> None:
    said = []
    panel.rows.said.connect(said.append)
    table(panel).choose(0, 0)
    panel.rows.try_join()
    panel.rows.try_restore()
    table(panel).selectAll()
    panel.rows.try_split()
    assert [words.split(" first")[0] for words in said] == [
        "Choose two rows of figures or more",
        "Choose a row that you split or joined",
        "Choose one row with several figures",
    ]


def test_a_regrouped_row_says_so_and_stays_chosen(panel: LedgerPanel, compare) -> None:
    view, whole = table(panel), compare()
    view.choose(0, LEADING)
    boats = panel.mentions(panel.chosen_row)
    panel.seek(frozenset({max(boats)}))
    groups = split((), whole.ledger[1], {max(boats)})
    panel.show_comparison(regrouped(whole, groups))
    assert view.currentIndex().siblingAtColumn(1).data() == "boats lost (regrouped by the reader)"
    assert view.currentIndex().siblingAtColumn(0).data() == "not compared"
    assert view.currentIndex().siblingAtColumn(LEADING + 1).data() == "60 boats"
    assert panel.rows.restore.isEnabled()
    assert panel.grab().width() == panel.width()


def test_an_article_in_a_language_that_is_not_read_says_so(panel: LedgerPanel, compare) -> None:
    unread = compare()
    first = unread.articles[2].id  # says nothing in the first row
    shown = dataclasses.replace(unread, figures_unread=(first,))
    panel.show_comparison(Comparison(()))
    panel.show_comparison(shown)
    model = table(panel).model()
    cells = [model.data(model.index(0, LEADING + n)) for n in range(len(shown.articles))]
    assert cells[2] == "figures are not read in this language"
    assert "1 article's figures are not read" in words(panel)
    panel.show_comparison(dataclasses.replace(shown, articles=shown.articles[::-1], ledger=()))
    assert "Figures are not read in the language of" in words(panel)


def test_numbers_that_are_not_read_are_told_beside_the_count(panel: LedgerPanel, compare) -> None:
    whole = compare()
    table_in = whole.articles[1]
    omitted = FigureOmission(Excerpt(table_in.id, Span(0, 20)), OmissionReason.TABLE, 36)
    panel.show_comparison(Comparison(()))
    panel.show_comparison(dataclasses.replace(whole, figures_omitted=(omitted,)))
    summary = panel.findChild(PlainLabel, "ledgerSummary")
    assert summary.text().endswith(". 1 article has numbers that are not read.")
    assert f"{table_in.name} has a table of numbers (36)" in summary.toolTip()
    panel.show_comparison(Comparison(()))
    panel.show_comparison(whole)
    assert "not read" not in summary.text() + summary.toolTip()


def lines(panel: LedgerPanel, *columns: int) -> list[list[str]]:
    rows = table(panel).model()
    return [[rows.index(line, column).data() for column in columns] for line in range(rows.rowCount())]


def test_what_is_worth_a_look_stands_below_what_clashes_and_is_counted_apart(panel: LedgerPanel, look) -> None:
    panel.show_comparison(look())
    assert lines(panel, 0, 1) == [
        ["conflict", "boats lost"], ["worth a look", "cuts in the cable"], ["agree", "days of rain"],
    ]  # fmt: skip
    assert "1 conflict, 1 worth a look" in words(panel)
    found = []
    for choice in range(5):
        choose(panel, choice)
        found.append([scope for (scope,) in lines(panel, 1)])
    boats, cuts, rain = "boats lost", "cuts in the cable", "days of rain"
    assert found == [[boats, cuts, rain], [boats], [boats], [cuts], []]


def test_where_nothing_clashes_what_is_worth_a_look_is_named(panel: LedgerPanel, look, compare) -> None:
    whole = look()
    panel.show_comparison(dataclasses.replace(whole, ledger=(whole.ledger[0],)))
    choose(panel, 2)
    assert not table(panel).isVisible()
    assert words(panel).count("No conflicts found; 1 worth a look.") == 2  # in the bar and in the table's place
    panel.show_comparison(compare())
    choose(panel, 3)
    assert "No figures are worth a look" in words(panel)


def test_a_cell_says_who_says_it_and_its_sign_that_it_is_worth_a_look(panel: LedgerPanel, look) -> None:
    panel.show_comparison(look())
    cell = table(panel).model().index(1, LEADING)
    assert cell.data() == "two places (Engineers, shortly before midnight)"
    assert not cell.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert cell.siblingAtColumn(LEADING + 1).data() == "nine days"
    assert cell.siblingAtColumn(LEADING + 2).data(Qt.ItemDataRole.DecorationRole) is None


def test_one_wording_stands_once_with_all_who_say_it(compare) -> None:
    whole = compare()
    row = whole.ledger[1]
    one, _other = row.mentions
    sources = [Span(one.excerpt.span.start - 10, one.excerpt.span.start - 5), one.excerpt.span]
    again = [dataclasses.replace(one, said_by=source) for source in (*sources, None)]
    said = [" ".join(source.of(whole.articles[0].text).split()) for source in sources]
    several = dataclasses.replace(row, mentions=(*again, row.mentions[1]))
    assert Cells(dataclasses.replace(whole, ledger=(several,))).words(0, 0) == f"41 boats ({said[0]}; {said[1]})"


def test_tooltips_say_how_sure_it_is_and_what_speaks_against_it(panel: LedgerPanel, look) -> None:
    panel.show_comparison(look())
    told = table(panel).model().index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "not sure that both count the same: only one says where, only one says when" in told
    assert "sure that both count" not in table(panel).model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_a_claim_that_is_not_sure_says_so_beside_its_verdict(compare) -> None:
    whole, model = compare(), LedgerModel()
    row = whole.ledger[1]
    unsure = dataclasses.replace(row, judgements=(dataclasses.replace(row.judgements[0], confidence=0.7),))
    model.show(dataclasses.replace(whole, ledger=(unsure,)))
    assert model.data(model.index(0, 0)) == "conflict, fairly sure"
