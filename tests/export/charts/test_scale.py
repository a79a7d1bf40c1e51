"""Round steps, and room between what would lie on one another."""

from itertools import pairwise

import pytest

from reader.export.charts.scale import Scale, apart, steps


@pytest.mark.parametrize(
    ("low", "high"), [(0, 1), (12, 21), (5_800, 8_000), (0.2, 0.35), (147, 147), (0, 0), (-4, 13), (1e9, 3e9)]
)
def test_steps_are_few_even_and_hold_both_ends(low: float, high: float) -> None:
    found = steps(low, high)
    assert found[0] <= low <= high <= found[-1]
    assert 2 <= len(found) <= 7
    distances = [b - a for a, b in pairwise(found)]
    assert max(distances) == pytest.approx(min(distances))


@pytest.mark.parametrize(("low", "high"), [(3, 4), (0, 1), (7, 7), (67, 76), (2, 9)])
def test_what_is_counted_in_whole_numbers_has_no_halves_beside_it(low: float, high: float) -> None:
    assert all(float(step).is_integer() for step in steps(low, high))


def test_a_scale_goes_upwards_and_ends_where_it_ends() -> None:
    scale = Scale([10, 20], bottom=100, top=0)
    assert scale(scale.low) == 100
    assert scale(scale.high) == 0
    assert 100 > scale(12) > scale(18) > 0
    assert scale(10**9) == 0


def test_what_is_thousands_of_times_as_large_does_not_flatten_the_rest() -> None:
    scale = Scale([3, 40_000], bottom=100, top=0)
    assert scale.is_logarithmic
    assert scale(3) - scale(40) > 10


def test_neighbours_are_moved_apart_in_order_and_stay_within_the_ends() -> None:
    found = apart([0, 0, 0, 50, 100], [20] * 5, 0, 100)
    assert found == sorted(found)
    assert all(b - a >= 20 for a, b in pairwise(found))
    assert found[0] >= 10
    assert found[-1] <= 90


def test_what_does_not_fit_reaches_beyond() -> None:
    assert apart([0, 0, 0], [50] * 3, 0, 100) == [25, 75, 125]


def test_what_has_room_stays_where_it_is() -> None:
    assert apart([20, 60], [10, 10], 0, 100) == [20, 60]
