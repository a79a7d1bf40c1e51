"""What no font draws is replaced and counted, what is too long can be broken, the rest stays as it is."""

from pathlib import Path

import pytest

from reader.export.glyphs import drawn_by
from reader.export.printable import Drawable, Printable
from reader.paths import shipped

LATIN = Drawable([(0x20, 0x7E), (0xC0, 0x17F), (0x25A1, 0x25A1), (0x301, 0x301)])


@pytest.mark.parametrize(
    ("text", "printed", "missing"),
    [
        ("plain Kovář", "plain Kovář", 0), ("a\0b\x1bc\tand\nd", "abc and d", 0), ("fire \U0001f525", "fire [fire]", 1),
        ("中文", "□□", 2), ("\u202eover\ufeff", "over", 0), ("soft\u00adhyphen", "soft\u00adhyphen", 0), ("", "", 0),
        ("a" * 26, "a" * 12 + "\u200b" + "a" * 12 + "\u200baa", 0), ("a" * 25, "a" * 25, 0),
    ],
)  # fmt: skip
def test_printable(text: str, printed: str, missing: int) -> None:
    make = Printable(LATIN)
    assert make(text) == printed
    assert sum(make.missing.values()) == missing


def test_long_tokens_never_part_a_letter_from_its_accent() -> None:
    broken = Printable(LATIN)("e\u0301" * 30)
    assert "\u200b\u0301" not in broken
    assert broken.replace("\u200b", "") == "e\u0301" * 30


def test_lines_of_chinese_break_by_themselves() -> None:
    line = "港口火灾造成十二人死亡塞尔姆港一处油库起火警方称有十二人死亡"
    assert Printable(Drawable([(0x4E00, 0x9FFF)]))(line) == line


def test_shipped_fonts_draw_what_they_are_for() -> None:
    fonts = sorted((shipped("resources") / "fonts").glob("*.ttf"))
    drawable = Drawable(r for font in fonts for r in drawn_by(font))
    for letter in "Aéřşжωאبپ“”—…≠≈!□№€₽":
        assert ord(letter) in drawable, letter
    assert ord("中") not in drawable
    assert (shipped("resources") / "fonts" / "OFL.txt").is_file()


def test_what_is_no_font_draws_nothing(tmp_path: Path) -> None:
    path = tmp_path / "x.ttf"
    path.write_bytes(b"\0" * 40)
    assert drawn_by(path) == []
    assert drawn_by(path.with_name("gone.ttf")) == []
