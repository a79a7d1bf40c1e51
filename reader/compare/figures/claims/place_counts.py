"""Totals and the tolls of places: of several counts in one article the smaller ones keep the places they name."""

from collections.abc import Sequence
from dataclasses import replace

from reader.compare.figures.claims.claim import FigureClaim
from reader.compare.figures.claims.reach import Reach


def placed(entries: Sequence[FigureClaim]) -> list[FigureClaim]:
    """The entries of one article; a toll beside a greater one of elsewhere keeps the place of its own clause."""
    greatest: dict[tuple[object, ...], list[FigureClaim]] = {}
    for entry in entries:
        greatest.setdefault(_kind(entry.reach), []).append(entry)
    return [_with_place(entry, greatest[_kind(entry.reach)]) for entry in entries]


def _kind(reach: Reach) -> tuple[object, ...]:
    return (reach.kind, reach.thing, reach.said, reach.which, reach.time)


def _with_place(entry: FigureClaim, alike: Sequence[FigureClaim]) -> FigureClaim:
    reach = entry.reach
    if not reach.running or not reach.near or reach.places:
        return entry
    value = entry.figure.quantity.value[1]
    elsewhere = any(
        other.figure.quantity.value[0] > value and other.reach.near and not set(other.reach.near) & set(reach.near)
        for other in alike[:MOST]
    )
    return replace(entry, reach=replace(reach, places=reach.near)) if elsewhere else entry


MOST = 60
"""Of more counts of one kind in an article only so many are looked at: the rest is a table."""
