"""Rows of figures over time: which day a figure is of, and on which scale it stands."""

import datetime as dt

import pytest

from reader.article import Article
from reader.compare import engine
from reader.compare.comparison import Comparison, Verdict
from reader.compare.timelines import Timeline, moment, timeline

TOLD = "The dam above Orrin broke in the night. {} Soldiers went from house to house with lamps and blankets."


def compared(*told: tuple[str, str]) -> Comparison:
    return engine.compare(
        [Article(f"a{n}", TOLD.format(words), outlet=f"Post {n}", published=day) for n, (words, day) in enumerate(told)]
    )


def only(comparison: Comparison) -> Timeline:
    found = [line for n in range(len(comparison.ledger)) if (line := timeline(comparison, n)) is not None]
    assert len(found) == 1
    return found[0]


def test_a_figure_stands_at_the_day_that_its_text_tells_else_at_that_of_the_article() -> None:
    line = only(
        compared(
            ("At least 14 people were killed in the flood as of Monday, officials said.", "2031-03-05"),
            ("The flood killed 21 people, officials said.", "2031-03-04T08:30:00+01:00"),
            ("The flood killed 17 people, officials said.", ""),
        )
    )
    first, second, last = line.points
    assert (first.as_of, first.when) == (True, dt.datetime(2031, 3, 3, 12))  # noqa: DTZ001 - in UTC by its contract
    assert (second.as_of, second.when) == (False, dt.datetime(2031, 3, 4, 7, 30))  # noqa: DTZ001
    assert (last.when, last.value) == (None, (17, 17))
    assert line.days == 2


def test_what_clashes_is_marked_with_the_worst_of_it() -> None:
    line = only(
        compared(
            ("The flood killed 14 people, officials said.", "2031-03-03"),
            ("The flood killed 21 people, officials said.", "2031-03-04"),
        )
    )
    assert [point.verdict for point in line.points] == [Verdict.CONFLICT] * 2


def test_other_units_are_turned_into_that_of_the_row() -> None:
    line = only(
        compared(
            ("The water rose by 3 metres at the bridge of Orrin.", "2031-03-03"),
            ("The water rose by 5 metres at the bridge of Orrin.", "2031-03-03"),
            ("The water rose by 10 feet at the bridge of Orrin.", "2031-03-04"),
        )
    )
    assert (line.unit, line.dimension) == ("m", "length")
    assert [round(point.value[0], 2) for point in line.points] == [3, 5, 3.05]


@pytest.mark.parametrize(
    ("iso", "when", "timed", "zoned"),
    [
        ("2031-03-04", "2031-03-04T12:00:00", False, False),
        ("2031-03-04T23:30:00+02:00", "2031-03-04T21:30:00", True, True),
        ("2031-03-04T23:30", "2031-03-04T23:30:00", True, False),
        ("spring", None, False, False),
        ("", None, False, False),
    ],
)
def test_a_moment_is_told_in_utc(iso: str, when: str | None, timed: bool, zoned: bool) -> None:
    found, has_time, has_zone = moment(iso)
    assert (found.isoformat() if found else None, has_time, has_zone) == (when, timed, zoned)


def test_a_row_of_one_scale_and_one_point_is_no_picture() -> None:
    comparison = compared(
        ("The flood came at 3 a.m. on Tuesday.", "2031-03-03"), ("The flood came at 4 a.m. on Tuesday.", "2031-03-03")
    )
    assert all(timeline(comparison, n) is None for n in range(len(comparison.ledger)))
