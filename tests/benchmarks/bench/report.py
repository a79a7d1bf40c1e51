"""What was measured as a page of Markdown with a table, and a plot in SVG for each curve."""

import datetime as dt
import math
import os
import platform
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from pathlib import Path

from tests.benchmarks.bench.rounds import Curve, Row

_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 640, 380, 76, 190, 44, 52
_COLOURS = ("#1f5fa8", "#b4501e", "#3c7a3c", "#7a4a8c")
_DASHES = ("none", "7 4", "2 4", "10 3 2 3")


def write(folder: Path, rows: Sequence[Row], curves: Sequence[Curve], size: str, failed: Sequence[str]) -> Path:
    """Put the page and its plots into the folder; the page's path."""
    page = folder / "bench.md"
    parts = [*_head(size, failed), *_table(rows)]
    for title, path in _plotted(folder, curves):
        parts += [f"![{title}]({path.name})", ""]
    page.write_text("\n".join(parts), encoding="utf-8")
    return page


def _plotted(folder: Path, curves: Sequence[Curve]) -> Iterator[tuple[str, Path]]:
    """Put a plot of each curve into the folder; their titles and files."""
    for curve in curves:
        path = folder / (re.sub(r"[^a-z0-9]+", "-", curve.title.lower()).strip("-") + ".svg")
        path.write_text(plot(curve), encoding="utf-8")
        yield curve.title, path


OTHER = "the other build"  # which only whoever measured it knows
_BEGIN, _END = "<!-- bench -->", "<!-- /bench -->"


PLOTS = Path("tests") / "benchmarks" / "plots"
"""Where beside the README its plots lie."""


def put_into(readme: Path, rows: Sequence[Row], curves: Sequence[Curve]) -> None:
    """Put the table of what has a peer, what memory is held and the plots between the two marks of a README, in the
    place of the last ones.
    """
    text = readme.read_text(encoding="utf-8")
    before, begun, rest = text.partition(_BEGIN)
    _last, ended, after = rest.partition(_END)
    if not begun or not ended:
        raise ValueError(f"{readme} has no room for it: {_BEGIN} and {_END}")
    made = dt.datetime.now(dt.UTC).strftime("%Y-%m-%d")
    lines = [
        f"Measured on {made} with {os.cpu_count()} cores{_load()}, Python {platform.python_version()}; below 1 we are "
        "quicker. Where a machine does other work too, the time of processors is the surer measure.",
        "", "| work | beside | by the clock | of processor time |", "|---|---|--:|--:|",
    ]  # fmt: skip
    lines += [
        f"| {row.work} | {row.peer} | {_ratio(row.ratio)} | {_ratio(row.of_processor)} |"
        for row in rows
        if row.peer and row.peer != OTHER
    ]
    lines += ["", "| held in memory, at rest | |", "|---|--:|"]
    lines += [f"| {row.work} | {amount(row.ours, row.unit)} |" for row in rows if row.unit == "MB"]
    (readme.parent / PLOTS).mkdir(parents=True, exist_ok=True)
    for title, path in _plotted(readme.parent / PLOTS, curves):
        lines += ["", f"![{title}]({path.relative_to(readme.parent).as_posix()})"]
    readme.write_text("\n".join([before + _BEGIN, *lines, _END + after]), encoding="utf-8")


def _head(size: str, failed: Sequence[str]) -> Iterator[str]:
    made = dt.datetime.now(dt.UTC).strftime("%Y-%m-%d")
    yield f"Measured on {made}, {size}, {os.cpu_count()} cores{_load()}, Python {platform.python_version()}."
    yield "Ratios are medians of rounds in which ours and the peer took turns; below 1 we are quicker."
    yield ""
    for area in failed:
        yield f"**Not measured: {area} failed.**"
        yield ""


def _load() -> str:
    return f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""


def _table(rows: Iterable[Row]) -> Iterator[str]:
    yield "| work | ours | beside | theirs | ratio | of processor time | wanted |"
    yield "|---|--:|---|--:|--:|--:|--:|"
    for row in rows:
        wanted = f"{'at least' if row.more else 'at most'} {row.goal:.2f}{'' if row.is_reached else ' (missed)'}"
        cells = (
            row.work + (f" ({row.note})" if row.note else ""), amount(row.ours, row.unit), row.peer,
            amount(row.theirs, row.unit) if row.peer else "", _ratio(row.ratio), _ratio(row.of_processor),
            wanted if row.goal else "",
        )  # fmt: skip
        yield f"| {' | '.join(cells)} |"
    yield ""


def amount(value: float, unit: str) -> str:
    """A time or size with as many places as matter; times are held in seconds."""
    if unit == "ms":
        return f"{value * 1000:.1f} ms"
    return f"{value:.0f} MB" if unit == "MB" else f"{value:.3g} s"


def _ratio(value: float) -> str:
    return f"{value:.2f}" if value else ""


def plot(curve: Curve) -> str:
    """A plot with both axes logarithmic, each line named at its end; it stands alone, in print too."""
    points = [point for line in curve.lines.values() for point in line if min(point) > 0]
    across, up = _Axis([x for x, _y in points]), _Axis([y for _x, y in points])

    def place(x: float, y: float) -> tuple[float, float]:
        inner = _HEIGHT - _TOP - _BOTTOM
        return _LEFT + across.share(x) * (_WIDTH - _LEFT - _RIGHT), _TOP + (1 - up.share(y)) * inner

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" '
        f'height="{_HEIGHT}" role="img" font-family="sans-serif" font-size="12" fill="#333">',
        f"<title>{escape(curve.title)}</title>",
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
        f'<text x="{_LEFT}" y="24" font-size="15" fill="#111">{escape(curve.title)}</text>',
    ]
    for tick in across.ticks:
        x, y = place(tick, up.least)
        parts.append(f'<line x1="{x:.1f}" y1="{_TOP}" x2="{x:.1f}" y2="{y:.1f}" stroke="#e4e4e4"/>')
        parts.append(f'<text x="{x:.1f}" y="{y + 18:.1f}" text-anchor="middle">{_number(tick)}</text>')
    for tick in up.ticks:
        x, y = place(across.least, tick)
        parts.append(f'<line x1="{x:.1f}" y1="{y:.1f}" x2="{_WIDTH - _RIGHT}" y2="{y:.1f}" stroke="#e4e4e4"/>')
        parts.append(f'<text x="{x - 8:.1f}" y="{y + 4:.1f}" text-anchor="end">{_number(tick)}</text>')
    parts += _lines(curve, place)
    middle = (_LEFT + _WIDTH - _RIGHT) / 2
    parts.append(f'<text x="{middle}" y="{_HEIGHT - 12}" text-anchor="middle">{escape(curve.across)}</text>')
    upright = f'transform="translate(16 {_HEIGHT / 2}) rotate(-90)"'
    parts += [f'<text {upright} text-anchor="middle">{escape(curve.up)}</text>', "</svg>", ""]
    return "\n".join(parts)


def _lines(curve: Curve, place: Callable[[float, float], tuple[float, float]]) -> Iterator[str]:
    taken: list[float] = []
    for number, (name, points) in enumerate(curve.lines.items()):
        drawn = [place(*point) for point in sorted(points) if min(point) > 0]
        if not drawn:
            continue
        colour, dash = _COLOURS[number % len(_COLOURS)], _DASHES[number % len(_DASHES)]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in drawn)
        yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="{dash}"/>'
        yield from (f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in drawn)
        label = drawn[-1][1]
        while any(abs(label - other) < 15 for other in taken):
            label += 15
        taken.append(label)
        yield f'<text x="{drawn[-1][0] + 9:.1f}" y="{label + 4:.1f}" fill="{colour}">{escape(name)}</text>'


class _Axis:
    """A logarithmic axis over some values, from one round number to another."""

    def __init__(self, values: Sequence[float]) -> None:
        first, last = min(values, default=1.0), max(values, default=10.0)
        steps = [digit * 10.0**power for power in range(-6, 9) for digit in (1, 2, 5)]
        self.least = max(step for step in steps if step <= first * 1.0001)
        self.most = min(step for step in steps if step >= last * 0.9999)
        if self.most <= self.least:
            self.most = self.least * 10
        ticks = [step for step in steps if self.least <= step <= self.most]
        if len(ticks) > 8:
            ticks = [step for step in ticks if math.isclose(math.log10(step) % 1, 0, abs_tol=1e-6)]
        self.ticks = ticks

    def share(self, value: float) -> float:
        """Where on the axis a value lies, 0 to 1."""
        return (math.log(value) - math.log(self.least)) / (math.log(self.most) - math.log(self.least))


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 1 else f"{value:g}"
