"""The child that typesets: what it gives up where a standard cannot be met, and how it says that it failed."""

import json
from pathlib import Path

import pytest

from reader.export import typesetting
from reader.paths import shipped


def run(folder: Path, template: str, **data: str) -> tuple[int, dict[str, str]]:
    (folder / "comparison.typ").write_text(template, encoding="utf-8")
    (folder / "data.json").write_text(json.dumps({"timestamp": 0, "notes": [], **data}), encoding="utf-8")
    code = typesetting.main(folder)
    return code, json.loads((folder / "result.json").read_text(encoding="utf-8"))


def test_without_the_standard_where_it_cannot_be_met(tmp_path: Path) -> None:
    code, result = run(tmp_path, "No title, no heading.")
    assert code == 0
    assert "without the accessibility standard PDF/UA-1" in result["notice"]
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")


def test_failure_is_told_not_raised(tmp_path: Path) -> None:
    code, result = run(tmp_path, '#panic("no")')
    assert code == 1
    assert "panic" in result["error"]
    assert not (tmp_path / "out.pdf").exists()


def test_missing_glyphs_are_noted_in_the_document_and_out(tmp_path: Path) -> None:
    code, result = run(
        tmp_path, '#set document(title: [T])\n= #json("data.json").notes.join()', text="\U0001fbff\U00012345"
    )
    assert code == 0
    noted = json.loads((tmp_path / "data.json").read_text(encoding="utf-8"))
    if noted["notes"]:  # a system with fonts for cuneiform has nothing to note
        assert "U+12345" in noted["notes"][0]
        assert noted["notes"][0] in result["notice"]


def test_without_a_chinese_font_the_way_to_one_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typesetting, "_system_ranges", list)
    code, result = run(tmp_path, "#set document(title: [T])\n= T", text="老桥")
    assert code == 0
    assert "2 different characters have no glyph" in result["notice"]
    assert "Install a font for Chinese, Japanese or Korean" in result["notice"]


def test_bundled_fonts_draw_what_newspapers_are_written_in() -> None:
    words = "ÅŁőẞ Ωμέγα ᾧ Київ Ґанок Ђорђе שָׁלוֹם׳ ״הארץ״ عاد الهدوء، ؟ پچژگ Հայ ქართ „“”‚‘’–— € ₽ ₪ ½ № ≠ ≈"
    data, printable, system = typesetting._printable([words], shipped("resources") / "fonts")
    assert not printable.missing
    assert not system
    assert data == [words]
