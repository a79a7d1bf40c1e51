"""The scroll map: tables of cases, and what must hold of every one."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ui.compare.scrolling import Extent, Heights, Link, chain, decayed, follow, proportion, standing


def link(a: int, b: int, weight: float = 1.0, size: int = 10) -> Link:
    return Link((a, a + size), (b, b + size), weight)


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
def test_chain_is_the_heaviest_in_order(links: list[Link], kept: list[int]) -> None:
    assert chain(links) == [links[i] for i in kept]


spans = st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda t: (t[0], t[0] + t[1]))


@given(st.lists(st.builds(Link, spans, spans, st.integers(1, 9).map(float)), max_size=8))
def test_no_other_chain_is_heavier(links: list[Link]) -> None:
    def in_order(some: tuple[Link, ...]) -> bool:
        return all(a.left[1] <= b.left[0] and a.right[1] <= b.right[0] for a, b in itertools.pairwise(some))

    ordered = sorted(links, key=lambda k: (k.left, k.right))
    every = (c for n in range(len(links) + 1) for c in itertools.combinations(ordered, n))
    heaviest = max((sum(k.weight for k in c) for c in every if in_order(c)), default=0)
    found = chain(links)
    assert in_order(tuple(found))
    assert sum(k.weight for k in found) == heaviest


def test_chain_of_many_is_quick() -> None:
    assert len(chain(link(i * 10, i * 10) for i in range(20_000))) == 20_000


@pytest.mark.parametrize(
    ("x", "y"), [(0, 0), (50, 100), (100, 200), (150, 250), (200, 300), (600, 650), (1000, 1000), (1200, 1175)]
)
def test_heights_are_linear_between_anchors(x: float, y: float) -> None:
    heights = Heights([(100, 200), (200, 300)], 1000, 1000)
    assert heights.across(x) == pytest.approx(y)
    assert heights.back(y) == pytest.approx(x)


def test_anchors_that_fold_back_or_stand_still_are_left_out() -> None:
    heights = Heights([(100, 200), (100.2, 400), (50, 500), (300, 150), (400, 400), (1000, 500)], 1000, 800)
    rising = [heights.across(x) for x in range(0, 1001, 5)]
    assert rising == sorted(rising)
    assert (rising[0], rising[-1]) == (0, 800)


@pytest.mark.parametrize(
    ("value", "held"),
    [(0, 0.0), (100, 0.25), (200, 0.5), (500, 0.5), (800, 0.5), (900, 0.75), (1000, 1.0)],
)
def test_what_is_held_slides_from_the_top_edge_over_the_middle_to_the_bottom_edge(value: float, held: float) -> None:
    assert Extent(whole=1400, page=400).held(value) == pytest.approx(held)


PAGES = st.integers(50, 900)
WHOLES = st.integers(60, 9000)
ANCHORS = st.lists(st.tuples(st.integers(1, 8000), st.integers(1, 8000)), max_size=6).map(sorted)


@given(WHOLES, WHOLES, PAGES, PAGES, ANCHORS)
def test_both_ends_are_reached_from_either_side(a: int, b: int, p: int, q: int, anchors: list[tuple[int, int]]) -> None:
    left, right, heights = Extent(a + p, p), Extent(b + q, q), Heights(anchors, a + p, b + q)
    assert follow(0, left, right, heights) == 0
    assert follow(left.end, left, right, heights) == pytest.approx(right.end)


@given(WHOLES, PAGES, st.floats(0, 1))
def test_standing_undoes_what_is_held(whole: int, page: int, share: float) -> None:
    pane = Extent(whole + page, page)
    value = pane.end * share
    assert standing(value + pane.held(value) * pane.page, pane) == pytest.approx(value, abs=0.01)


def test_an_anchor_in_the_middle_stands_at_one_height() -> None:
    left, right = Extent(3000, 500), Extent(4000, 500)
    heights = Heights([(1500, 2400)], 3000, 4000)
    assert follow(1250, left, right, heights) + 250 == pytest.approx(2400)


def test_proportion_and_an_article_that_fits_its_page() -> None:
    assert proportion(50, Extent(300, 200), Extent(1200, 200)) == 500
    assert proportion(0, Extent(100, 200), Extent(1200, 200)) == 0
    assert follow(0, Extent(100, 200), Extent(1200, 200), Heights([], 100, 1200)) == 0


def test_an_offset_wears_off_as_the_driver_moves_and_is_gone_at_the_ends() -> None:
    driver = Extent(3000, 500)
    assert decayed(100, 40, driver, 1000) == 80
    assert decayed(-100, -40, driver, 1000) == -80
    assert decayed(100, 0, driver, 30) == 30
    assert decayed(100, 10, driver, driver.end) == 0
    assert decayed(0, 10, driver, 1000) == 0
