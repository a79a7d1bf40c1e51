"""The pictures: everything lies within them, in colours of the table, and is told as a table too."""

import pytest

from reader import colours
from reader.article import Article
from reader.compare import engine
from reader.compare.comparison import Comparison
from reader.compare.sharing_matrix import SharedParts, sharing
from reader.compare.timelines import timeline
from reader.export.charts import gallery, matrix
from reader.export.charts import timeline as timelines
from reader.export.charts.account_labels import AccountName
from reader.export.charts.drawing import Chart, ChartBox, ChartLine, ChartText, extent, fitted, wrapped

SAID = ("17 people", "21 people", "At least 14 people", "About 20 people", "More than 12 people")
TOLD = (
    "The dam above Orrin broke in the night of Tuesday. Soldiers went from house to house with lamps and blankets. "
    "{} were killed in the flood, officials said. {} A bridge of stone stood."
)


def compared(count: int) -> Comparison:
    return engine.compare(
        [
            Article(
                f"a{n}",
                TOLD.format(SAID[n % 5], "A reporter stood in the rain. " * (n % 3)),
                outlet=f"The Post of the Lower Valley {n}",
                published=f"2031-03-0{1 + n % 4}" if n % 7 else "",
            )
            for n in range(count)
        ]
    )


def charts(count: int) -> tuple[Comparison, tuple[Chart, ...]]:
    comparison = compared(count)
    names = {a.id: AccountName(str(n), a.name) for n, a in enumerate(comparison.articles, 1)}
    return comparison, gallery.charts(comparison, names)


@pytest.mark.parametrize("count", [2, 5, 20])
def test_everything_lies_within_the_picture(count: int) -> None:
    _comparison, found = charts(count)
    assert len(found) == 2
    for chart in found:
        drawing = chart.drawing
        for one in drawing.shapes:
            if isinstance(one, ChartText):
                left = {"start": 0.0, "middle": 0.5, "end": 1.0}[one.align] * extent(one.text, one.size)
                assert one.x - left >= -0.5
                assert one.x - left + extent(one.text, one.size) <= drawing.width + 0.5
                assert one.size * 0.7 <= one.y <= drawing.height
            elif isinstance(one, ChartBox):
                assert one.x >= -0.5
                assert 0 <= one.y <= one.y + one.height <= drawing.height + 0.5
                assert one.x + one.width <= drawing.width + 2.5
            elif isinstance(one, ChartLine):
                assert max(one.x1, one.x2) <= drawing.width + 0.5
                assert 0 <= min(one.y1, one.y2) <= max(one.y1, one.y2) <= drawing.height


@pytest.mark.parametrize("count", [2, 20])
def test_every_colour_is_one_of_the_table(count: int) -> None:
    known = {*colours.load("light").named, ""}
    for chart in charts(count)[1]:
        used = {getattr(one, part, "") for one in chart.drawing.shapes for part in ("colour", "fill", "edge")}
        assert used <= known


@pytest.mark.parametrize("count", [2, 5, 20])
def test_places_of_a_picture_do_not_overlap_and_say_what_they_are(count: int) -> None:
    for chart in charts(count)[1]:
        places = chart.drawing.places
        assert len({place.key for place in places}) == len(places)
        assert all(place.label for place in places)
        for n, one in enumerate(places):
            for other in places[n + 1 :]:
                across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
                down = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
                assert across <= 0.5 or down <= 0.5


def test_the_table_says_what_the_picture_says() -> None:
    comparison, (line, grid) = charts(5)
    assert len(line.rows) == len(comparison.ledger[0].mentions)
    assert line.rows[-1][:3] == ("1 The Post of the Lower Valley 0", "no date", "17")
    assert {row[4] for row in line.rows} >= {"conflict"}
    assert len(grid.rows) == 5
    assert all(len(row) == 6 and row[n] == "" for n, row in enumerate(grid.rows, 1))


def test_no_conflict_is_known_by_its_colour_alone() -> None:
    _comparison, (line, _grid) = charts(5)
    shapes = [one for one in line.drawing.shapes if getattr(one, "fill", "") == "conflict_edge"]
    assert shapes
    assert all(one.kind == "shape" for one in shapes)
    assert any(isinstance(one, ChartText) and one.text == "conflict" for one in line.drawing.shapes)


def test_a_line_joins_the_figures_of_one_outlet() -> None:
    articles = [
        Article(
            f"a{n}", TOLD.format(said, ""), outlet="Vale Echo" if n != 1 else "Hill Post", published=f"2031-03-0{n + 1}"
        )
        for n, said in enumerate(("14 people", "17 people", "21 people"))
    ]
    comparison = engine.compare(articles)
    line = timeline(comparison, 0)
    assert line is not None
    drawn = timelines.chart(comparison, line, {a.id: AccountName("A", a.name) for a in articles}).drawing
    assert len([one for one in drawn.shapes if isinstance(one, ChartLine) and one.colour == "share"]) == 1


def test_accounts_of_one_origin_have_one_frame() -> None:
    comparison = compared(4)
    names = {a.id: AccountName(str(n), a.name) for n, a in enumerate(comparison.articles, 1)}
    found = sharing(comparison)
    alone = matrix.chart(comparison, found, names)
    groups = (("a0", "a2"), ("a1",), ("a3",))
    apart = matrix.chart(comparison, type(found)(groups, found.pairs), names)

    def frames(chart: Chart) -> int:
        return sum(
            isinstance(one, ChartBox) and one.thickness == 2.0 and one.width > 20 for one in chart.drawing.shapes
        )

    assert (frames(alone) > 0) is any(len(group) > 1 for group in found.groups)
    assert frames(apart) == 1
    assert "Of one origin" in apart.summary


def test_a_share_says_what_it_is_made_of() -> None:
    assert matrix.cell(SharedParts(0.5, 0.1, 0.0)) == "60% (word for word 50%, quotation 10%)"
    assert matrix.cell(SharedParts(reworded=0.004)) == "reworded under 1%"
    assert matrix.cell(SharedParts()) == "nothing"


def test_what_was_dismissed_is_not_drawn() -> None:
    from reader.compare.finding_ids import Finding, SubjectKind

    comparison = compared(3)
    assert gallery.drawn(comparison) == (0,)
    assert gallery.drawn(comparison, {Finding(SubjectKind.FIGURES, 0)}) == ()


def test_words_are_cut_and_wrapped_to_the_room_there_is() -> None:
    assert fitted("The Northern Chronicle", 10, 60).endswith("…")
    assert extent(fitted("The Northern Chronicle", 10, 60), 10) <= 60
    assert fitted("Post", 10, 60) == "Post"
    assert wrapped("one two three", 10, 45) == ["one two", "three"]
