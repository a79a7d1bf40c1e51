"""A picture as values: shapes in places, coloured by name. The window paints them, a page and a PDF write them down.

Lengths are in logical pixels from the upper left corner, y downwards; colours are names of `resources/colours.toml`.
"""

from dataclasses import field

from reader.dataclass import dataclass

NARROW, WIDE, CAPITAL, PLAIN = 0.3, 1.0, 0.68, 0.56
"""Widths of letters as shares of their height, a little more than those of Noto Sans: what is laid out must fit."""


@dataclass(frozen=True, slots=True)
class ChartLine:
    """From one point to another; `dash` is how long it is drawn and how long it is not, () for all of it."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str
    width: float = 1.0
    dash: tuple[float, ...] = ()
    kind: str = field(default="line", init=False)


@dataclass(frozen=True, slots=True)
class ChartBox:
    """A rectangle; `fill` and `edge` are colours, "" for none."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    edge: str = ""
    thickness: float = 1.0
    radius: float = 0.0
    dash: tuple[float, ...] = ()
    kind: str = field(default="box", init=False)


@dataclass(frozen=True, slots=True)
class Shape:
    """A closed shape through these points."""

    points: tuple[tuple[float, float], ...]
    fill: str = ""
    edge: str = ""
    thickness: float = 1.0
    kind: str = field(default="shape", init=False)


@dataclass(frozen=True, slots=True)
class ChartText:
    """A line of text; `y` is its base line, `align` says what stands at `x`: its "start", "middle" or "end"."""

    x: float
    y: float
    text: str
    size: float
    colour: str = "text"
    align: str = "start"
    bold: bool = False
    kind: str = field(default="words", init=False)


@dataclass(frozen=True, slots=True)
class ChartPlace:
    """Where something can be gone to, what it says in a sentence, and by which numbers its chart knows it."""

    x: float
    y: float
    width: float
    height: float
    label: str
    key: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """All of a picture; later shapes lie over earlier ones. `places` are in the order in which they are read."""

    width: float
    height: float
    shapes: tuple[ChartLine | ChartBox | Shape | ChartText, ...]
    places: tuple[ChartPlace, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture with what it is called, what it says in a sentence or two, and the same as a table."""

    title: str
    summary: str
    drawing: Drawing
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def extent(text: str, size: float) -> float:
    """About how wide a text is, never less."""
    return size * sum(map(_letter, text))


def _letter(character: str) -> float:
    if character in " .,:;'!|iljtfI-()·":
        return NARROW
    if character > "\u2e7f":
        return WIDE
    return CAPITAL if character.isupper() or character in "mwMW%@" else PLAIN


def fitted(text: str, size: float, room: float) -> str:
    """The text, or as much of it as there is room for and an ellipsis."""
    if extent(text, size) <= room:
        return text
    cut = text
    while cut and extent(cut + "…", size) > room:
        cut = cut[:-1]
    return cut.rstrip() + "…" if cut.strip() else ""


def wrapped(text: str, size: float, room: float) -> list[str]:
    """The text in lines for which there is room, broken between words."""
    lines: list[str] = []
    for word in text.split():
        if lines and extent(f"{lines[-1]} {word}", size) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def diamond(x: float, y: float, reach: float, fill: str, edge: str) -> Shape:
    """A square on its corner around a point."""
    return Shape(((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)), fill, edge, 1.4)


def disc(x: float, y: float, reach: float, fill: str, edge: str) -> ChartBox:
    """A circle around a point."""
    return ChartBox(x - reach, y - reach, 2 * reach, 2 * reach, fill, edge, 1.4, radius=reach)
