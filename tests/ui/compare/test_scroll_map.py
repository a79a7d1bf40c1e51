"""The scroll map: tables of cases, and what must hold of every one."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.chain import ChainLink, heaviest_chain
from reader.ui.compare.scroll_map import Extent, ScrollMap


def link(a: int, b: int, weight: float = 1.0, size: int = 10) -> ChainLink:
    return ChainLink((a, a + size), (b, b + size), weight)


@pytest.mark.parametrize(
    ("links", "kept"),
    [
        ([], []),
        ([link(0, 0)], [0]),
        ([link(0, 0), link(20, 20), link(40, 40)], [0, 1, 2]),
        # Two that cross: the heavier one leads, the other is reached by a jump.
        ([link(0, 50, 3), link(50, 0, 2)], [0]),
        ([link(0, 50, 2), link(50, 0, 3)], [1]),
        # One heavy passage against two light ones that together weigh more.
        ([link(0, 60, 3), link(20, 0, 2), link(40, 20, 2)], [1, 2]),
        # Overlapping ones do not follow one another.
        ([link(0, 0, 2), link(5, 5, 1), link(10, 10, 1)], [0, 2]),
        # Two excerpts of one passage in the right article: the one that fits the others.
        ([link(0, 0), link(20, 100, 1.5), link(20, 20, 1.5), link(40, 40)], [0, 2, 3]),
    ],
)
def test_chain_is_the_heaviest_in_order(links: list[ChainLink], kept: list[int]) -> None:
    assert heaviest_chain(links) == [links[i] for i in kept]


spans = st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda t: (t[0], t[0] + t[1]))


@given(st.lists(st.builds(ChainLink, spans, spans, st.integers(1, 9).map(float)), max_size=8))
def test_no_other_chain_is_heavier(links: list[ChainLink]) -> None:
    def in_order(some: tuple[ChainLink, ...]) -> bool:
        return all(a.left[1] <= b.left[0] and a.right[1] <= b.right[0] for a, b in itertools.pairwise(some))

    ordered = sorted(links, key=lambda k: (k.left, k.right))
    every = (c for n in range(len(links) + 1) for c in itertools.combinations(ordered, n))
    heaviest = max((sum(k.weight for k in c) for c in every if in_order(c)), default=0)
    found = heaviest_chain(links)
    assert in_order(tuple(found))
    assert sum(k.weight for k in found) == heaviest


def test_chain_of_many_is_quick() -> None:
    assert len(heaviest_chain(link(i * 10, i * 10) for i in range(20_000))) == 20_000


LEADING, OTHER = Extent(whole=1300, page=300), Extent(whole=2300, page=300)
"""The reading line is 100 pixels down the page of either."""


@pytest.mark.parametrize(
    ("value", "other"), [(0, 0), (100, 400), (200, 800), (300, 900), (400, 1000), (700, 1500), (1000, 2000)]
)
def test_what_stands_on_the_line_is_level_and_between_two_anchors_the_other_moves_in_proportion(
    value: float, other: float
) -> None:
    assert ScrollMap([(300, 900), (500, 1100)], LEADING, OTHER)(value) == pytest.approx(other)


def test_anchors_that_fold_back_or_stand_still_are_left_out() -> None:
    crossing = [(300, 600), (300.2, 800), (250, 900), (500, 550), (600, 900), (1200, 2290)]
    moved = ScrollMap(crossing, LEADING, OTHER)
    rising = [moved(value) for value in range(0, 1001, 5)]
    assert rising == sorted(rising)
    assert (rising[0], moved(200), moved(500), rising[-1]) == (0, 500, 800, 2000)


PAGES = st.integers(50, 900)
WHOLES = st.integers(60, 9000)
ANCHORS = st.lists(st.tuples(st.integers(1, 8000), st.integers(1, 8000)), max_size=6).map(sorted)


@given(WHOLES, WHOLES, PAGES, PAGES, ANCHORS)
def test_both_ends_are_reached_and_no_step_goes_back(
    a: int, b: int, p: int, q: int, anchors: list[tuple[int, int]]
) -> None:
    left, right = Extent(a + p, p), Extent(b + q, q)
    moved = ScrollMap(anchors, left, right)
    assert moved(0) == 0
    assert moved(left.end) == pytest.approx(right.end)
    steps = [moved(left.end * n / 60) for n in range(61)]
    assert all(after >= before - 1e-6 for before, after in itertools.pairwise(steps))


@given(WHOLES, WHOLES, PAGES, ANCHORS, st.floats(0, 1), st.floats(0, 1))
def test_a_detour_goes_through_here_never_back_and_home(
    a: int, b: int, p: int, anchors: list[tuple[int, int]], at: float, off: float
) -> None:
    left, right = Extent(a + p, p), Extent(b + p, p)
    home = ScrollMap(anchors, left, right)
    value, other = left.end * at, right.end * off
    way = home.through(value, other)
    assert way(value) == other
    steps = [way(left.end * n / 60) for n in range(61)] if 0 < at < 1 else []
    assert all(after >= before - 1e-6 for before, after in itertools.pairwise(steps))
    for end in (0.0, left.end):
        assert way(end) == pytest.approx(home(end)) or end == value


@pytest.mark.parametrize(("height", "value"), [(50, 0), (100, 0), (400, 300), (1100, 1000), (1290, 1000)])
def test_a_height_stands_on_the_line_as_far_as_the_pane_scrolls(height: float, value: float) -> None:
    assert LEADING.standing(height) == value


def test_an_article_that_fits_its_page_holds_nothing_up() -> None:
    short = Extent(100, 200)
    assert ScrollMap([(50, 900)], short, OTHER)(0) == 0
    assert ScrollMap([(300, 50)], LEADING, short)(700) == 0
