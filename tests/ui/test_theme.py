"""Themes: complete, legible, and told apart by eyes that see fewer colours."""

import itertools
import math
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QDialog, QPushButton, QTabWidget, QWidget

from reader.errors import ReaderError
from reader.ui import theme
from reader.ui.theme import NAMES, Theme

LEGIBLE = 4.5
"""WCAG 2.2, 1.4.3."""
VISIBLE = 3.0
"""WCAG 2.2, 1.4.11: of what is no text."""
APART = 8.5
"""Distance of two grounds in CIELAB; about 2.3 is just noticeable side by side."""
EDGES_APART = 12.0

TEXT_ON = (
    "base", "window", "alternate", "button", "hover", "soft", "passage_1", "passage_2", "passage_3", "passage_selected",
    "quotation", "quotation_selected", "changed", "conflict", "tension", "own", "only", "agree",
    "flash",
)  # fmt: skip
INKS = (
    ("conflict_selected_text", "conflict_selected"),
    ("tension_selected_text", "tension_selected"),
    ("hit_text", "hit"),
    ("hit_text", "hit_current"),
    ("highlighted", "highlight"),
    ("tooltip_text", "tooltip"),
    ("boilerplate", "base"),
    ("link", "base"),
    ("accent", "base"),
    ("highlight", "base"),  # the words of the button that a person most likely wants
    ("focus", "base"),
    *(("muted", ground) for ground in ("base", "window", "alternate", "soft", "passage_2")),
    *(
        (word, ground)
        for word in ("conflict_edge", "tension_edge", "look_edge", "own_edge")  # verdicts are written in them
        for ground in ("base", "window", "alternate", "soft")
    ),
)
LINES = (
    *(("passage_edge", ground) for ground in ("base", "passage_1")),
    *(("passage_edge_selected", ground) for ground in ("base", "passage_selected", "soft")),
    *(("quotation_edge", ground) for ground in ("base", "passage_3", "quotation", "quotation_selected")),
    ("changed_edge", "changed"),
    *(("conflict_edge", ground) for ground in ("conflict", "passage_3", "quotation")),
    *(("tension_edge", ground) for ground in ("tension", "passage_3", "quotation")),
    *((edge, g) for edge in ("look_edge", "consistent_edge", "agree_edge") for g in ("base", "passage_3", "quotation")),
    *(("own_edge", ground) for ground in ("own", "passage_3")),
    ("only_edge", "only"),
    ("share", "base"),
    *((part, ground) for part in ("highlight", "muted", "focus") for ground in ("base", "window", "alternate")),
)
"""What is drawn on what: frames, lines and bars with the grounds on which they stand."""
WITHOUT_PAIR = {"hair"}
"""Lines between rows say nothing that the rows do not."""

# Machado, Oliveira and Fernandes 2009, severity 1, in linear RGB.
EYES = {
    "all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "no green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "no blue": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
Triple = tuple[float, float, float]


def linear(colour: QColor) -> Triple:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    return tuple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)


def contrast(a: QColor, b: QColor) -> float:
    lights = sorted(sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear(x), strict=True)) for x in (a, b))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def lab(rgb: Triple) -> Triple:
    r, g, b = rgb
    xyz = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089,
    )
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(a: QColor, b: QColor, eyes: str) -> float:
    def seen(colour: QColor) -> Triple:
        rgb = linear(colour)
        return lab(tuple(min(1.0, max(0.0, sum(m * c for m, c in zip(row, rgb, strict=True)))) for row in EYES[eyes]))

    return math.dist(seen(a), seen(b))


@pytest.fixture(params=NAMES)
def worn(request) -> Theme:
    return Theme.load(request.param)


def test_every_theme_names_the_same_colours() -> None:
    first, *others = (Theme.load(name) for name in NAMES)
    assert all(set(other.colours) == set(first.colours) for other in others)
    assert all(colour.isValid() for name in NAMES for colour in Theme.load(name).colours.values())


@pytest.mark.parametrize("ground", TEXT_ON)
def test_text_is_legible_on_every_ground(worn: Theme, ground: str) -> None:
    assert contrast(worn["text"], worn[ground]) >= LEGIBLE


@pytest.mark.parametrize(("ink", "ground"), INKS)
def test_other_inks_are_legible_where_they_are_used(worn: Theme, ink: str, ground: str) -> None:
    assert contrast(worn[ink], worn[ground]) >= LEGIBLE


@pytest.mark.parametrize(("edge", "ground"), LINES)
def test_frames_lines_and_bars_stand_out(worn: Theme, edge: str, ground: str) -> None:
    assert contrast(worn[edge], worn[ground]) >= VISIBLE


def test_no_colour_of_the_table_goes_without_a_pair() -> None:
    held = {"text", *TEXT_ON, *(name for pair in (*INKS, *LINES) for name in pair), "border"}
    assert set(Theme.load("light").colours) - held == WITHOUT_PAIR


@pytest.mark.parametrize(("part", "ground"), [("button", "window"), ("button", "base"), ("border", "window")])
def test_handles_and_edges_stand_out_in_high_contrast(part: str, ground: str) -> None:
    worn = Theme.load("high-contrast")
    assert contrast(worn[part], worn[ground]) >= VISIBLE


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize(
    ("kinds", "least"),
    [
        (("base", "conflict", "hit"), APART),
        (("base", "passage_selected", "hit"), APART),
        (("base", "conflict_selected", "passage_selected"), APART),
        (("quotation", "changed"), APART),
        (("base", "only", "hit"), APART),
        (("base", "own_edge", "hit"), APART),
    ],
)
def test_kinds_are_told_apart_without_seeing_every_colour(
    worn: Theme, kinds: tuple[str, ...], least: float, eyes: str
) -> None:
    near = {(a, b): distance(worn[a], worn[b], eyes) for a, b in itertools.combinations(kinds, 2)}
    assert min(near.values()) >= least, near


def test_a_theme_that_is_not_there_or_broken_says_so(tmp_path: Path) -> None:
    odd, bare = tmp_path / "odd.toml", tmp_path / "bare.toml"
    odd.write_text("dark = maybe", encoding="utf-8")
    bare.write_text('themes = ["light"]\ndark = [false]', encoding="utf-8")
    for name, path in (("none", None), ("light", odd), ("light", bare), ("light", tmp_path / "missing.toml")):
        with pytest.raises(ReaderError):
            Theme.load(name, path)


@pytest.mark.parametrize(
    ("weaker", "stronger"),
    [
        ("passage_1", "passage_2"),
        ("passage_2", "passage_3"),
        ("passage_3", "passage_selected"),
        ("passage_3", "conflict_edge"),
    ],
)
def test_what_matters_more_stands_out_more(worn: Theme, weaker: str, stronger: str) -> None:
    assert contrast(worn["base"], worn[weaker]) < contrast(worn["base"], worn[stronger])


def test_applying_dresses_the_application_and_its_windows(qapp, qtbot) -> None:
    window, plain = QWidget(), QWidget()
    late = QDialog(window)
    for widget in (window, plain):
        qtbot.addWidget(widget)
    theme.dress(window)
    try:
        theme.apply(qapp, Theme.load("dark"))
        assert theme.current().name == "dark"
        assert qapp.palette().color(QPalette.ColorRole.Base) == theme.current()["base"]
        sheet = window.styleSheet()
        assert "@base" not in sheet
        assert theme.current()["base"].name() in sheet
        assert all(part in sheet for part in ("#paneHeader", "#welcomeTitle"))  # one sheet for everything
        assert not plain.styleSheet()  # nobody asked
        button = QPushButton("go", late)
        button.setObjectName("primary")
        button.ensurePolished()
        assert button.palette().color(QPalette.ColorRole.ButtonText) == theme.current()["highlighted"]
    finally:
        theme.apply(qapp, Theme.load("light"))


def test_a_preference_comes_to_a_theme(qapp) -> None:
    assert theme.chosen("dark") == "dark"
    assert theme.chosen("no such theme") == "light"
    assert theme.chosen(theme.SYSTEM) in NAMES
    theme.apply(qapp, Theme.load("dark"))
    system = theme.chosen(theme.SYSTEM)
    theme.apply(qapp, Theme.load("light"))
    assert theme.chosen(theme.SYSTEM) == system


@pytest.mark.parametrize("name", NAMES)
def test_the_page_of_a_tab_is_the_paper_of_the_theme(qtbot, qapp, name: str) -> None:
    """Fusion paints it in a shade of its buttons: grey under grey letters, where contrast is high."""
    theme.apply(qapp, Theme.load(name))
    dialog = QDialog()
    qtbot.addWidget(dialog)
    tabs = QTabWidget(dialog)
    tabs.addTab(QWidget(), "General")
    tabs.resize(300, 200)
    theme.dress(dialog)
    dialog.resize(320, 220)
    picture = dialog.grab().toImage()
    middle = tabs.geometry().center() * picture.devicePixelRatio()
    assert picture.pixelColor(middle) == theme.current()["base"]
