"""A picture as SVG that stands in a page: colours by the page's own names, so that it follows day and dark."""

from reader.export.charts.drawing import Chart, ChartBox, ChartLine, ChartText, Shape
from reader.export.markup import element, plain

_FONT = '"Noto Sans", "Helvetica Neue", Arial, sans-serif'
_ANCHORS = {"start": None, "middle": "middle", "end": "end"}


def svg(chart: Chart, name: str) -> str:
    """The picture as an element; `name` is an id of the page that nothing else has."""
    drawing = chart.drawing
    return element(
        "svg",
        element("title", plain(chart.title), id=f"{name}-title"),
        element("desc", plain(chart.summary), id=f"{name}-words"),
        *map(_shape, drawing.shapes),
        viewBox=f"0 0 {_size(drawing.width)} {_size(drawing.height)}",
        width=_size(drawing.width),
        height=_size(drawing.height),
        role="img",
        aria_labelledby=f"{name}-title",
        aria_describedby=f"{name}-words",
        style=f"font-family: {_FONT}",
    )


def _size(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _paint(fill: str, edge: str = "") -> str:
    """Colours as a style: an attribute of SVG takes no name of a page."""
    return f"fill: {_colour(fill)}; stroke: {_colour(edge)}"


def _colour(name: str) -> str:
    return f"var(--{name.replace('_', '-')})" if name else "none"


def _dash(lengths: tuple[float, ...]) -> str | None:
    return " ".join(map(_size, lengths)) or None


def _shape(one: ChartLine | ChartBox | Shape | ChartText) -> str:
    if isinstance(one, ChartLine):
        places = {"x1": _size(one.x1), "y1": _size(one.y1), "x2": _size(one.x2), "y2": _size(one.y2)}
        style = _paint("", one.colour)
        return element("line", **places, style=style, stroke_width=_size(one.width), stroke_dasharray=_dash(one.dash))
    if isinstance(one, ChartBox):
        return element(
            "rect",
            x=_size(one.x),
            y=_size(one.y),
            width=_size(one.width),
            height=_size(one.height),
            rx=_size(one.radius) if one.radius else None,
            style=_paint(one.fill, one.edge),
            stroke_width=_size(one.thickness) if one.edge else None,
            stroke_dasharray=_dash(one.dash),
        )
    if isinstance(one, Shape):
        points = " ".join(f"{_size(x)},{_size(y)}" for x, y in one.points)
        return element("polygon", points=points, style=_paint(one.fill, one.edge), stroke_width=_size(one.thickness))
    return element(
        "text",
        plain(one.text),
        x=_size(one.x),
        y=_size(one.y),
        font_size=_size(one.size),
        font_weight="700" if one.bold else None,
        text_anchor=_ANCHORS[one.align],
        style=_paint(one.colour),
    )
