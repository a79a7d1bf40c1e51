"""Less motion, as desktops say it; and the light on what was jumped to, which then does not fade."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle
from pytestqt.qtbot import QtBot

from reader.text.spans import Span
from reader.ui.compare.highlight_painter import JumpHighlight
from reader.ui.services import motion


@pytest.fixture(autouse=True)
def _nothing_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(motion, "_told", set())


@pytest.mark.parametrize(
    ("key", "value", "still"),
    [
        ("reduced-motion", 1, True),
        ("reduced-motion", 0, False),
        ("enable-animations", False, True),
        ("enable-animations", True, False),
        ("enable-animations", "?", False),
    ],
)
def test_what_a_desktop_says_is_understood(qapp: QApplication, key: str, value: object, still: bool) -> None:
    motion.hear("desktop", key, value)
    assert motion.is_reduced() is still
    motion.hear("desktop", key, 0 if key == "reduced-motion" else True)
    assert motion.is_reduced() is False


@pytest.mark.parametrize(
    ("factor", "still"), [("0", True), ("0.0", True), ("0.5", False), ("fast", False), (None, False)]
)
def test_kde_says_it_in_a_file(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, factor: str | None, still: bool
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(tmp_path))
    if factor is not None:
        (tmp_path / "kdeglobals").write_text(f"[KDE]\nAnimationDurationFactor={factor}\n", encoding="utf-8")
    assert motion.is_still_in_kde() is still


def test_a_style_without_animations_asks_for_none(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    class Still(QProxyStyle):
        def styleHint(self, hint: QStyle.StyleHint, *rest: object) -> int:
            return 0 if hint == QStyle.StyleHint.SH_Widget_Animation_Duration else 1

    style = Still("Fusion")
    assert motion.is_reduced() is False
    monkeypatch.setattr(QApplication, "style", lambda *_self: style)
    assert motion.is_reduced() is True


def test_the_light_fades_or_where_less_motion_is_wanted_stays_and_goes_out(qtbot: QtBot) -> None:
    owner = QObject()
    flash = JumpHighlight(owner)
    strengths: list[float] = []
    flash.changed.connect(lambda: strengths.append(flash.strength))
    flash.at(Span(0, 5))
    qtbot.waitUntil(lambda: flash.span is None, timeout=60_000)
    assert {0.0} < set(strengths)
    assert any(0 < one < 1 for one in strengths)
    strengths.clear()
    motion.hear("desktop", "reduced-motion", 1)
    flash.at(Span(0, 5))
    qtbot.waitUntil(lambda: flash.span is None, timeout=60_000)
    assert strengths == [1.0, 0.0]
