"""In long texts a link needs others beside it, or in many other places; in articles of ordinary length it does not."""

from dataclasses import dataclass

from reader.compare.passages.context import neighbourhoods


@dataclass
class Sized:
    """As much of what the matcher reads as its neighbourhoods look at: how many sentences there are."""

    units: range


def stray(sizes: tuple[int, int], sure: list[tuple[int, int]], at: tuple[int, int]) -> float:
    """How far a link at a place is a stray, among sure ones at others."""
    evidence = {(0, m, 1, n): 4.0 for m, n in [*sure, at]}
    found = neighbourhoods(evidence, [Sized(range(size)) for size in sizes])  # type: ignore[misc]
    return found[(0, at[0], 1, at[1])]["stray"]


def test_a_lone_link_in_long_texts_is_a_stray() -> None:
    assert stray((200, 100), [], (150, 20)) == 2.0


def test_a_neighbour_or_company_elsewhere_takes_it_away() -> None:
    alone = stray((60, 40), [], (50, 30))
    many = [(4 * k, 4 * k) for k in range(10)]
    few = [(4, 4), (8, 8)]
    assert alone > stray((60, 40), few, (50, 30)) > stray((60, 40), many, (50, 30)) == 0
    assert stray((60, 40), [(49, 29)], (50, 30)) < 0.1


def test_one_copied_stretch_is_one_place() -> None:
    copied = [(k, k) for k in range(20)]
    assert stray((60, 40), copied, (50, 30)) > 0.5 * stray((60, 40), [], (50, 30))


def test_articles_of_ordinary_length_have_none() -> None:
    assert stray((30, 30), [], (20, 3)) == 0
