"""Settings survive a round trip, and whatever has happened to their file."""

from dataclasses import replace
from pathlib import Path

import pytest

from reader.compare.options import CompareOptions, PassageOptions
from reader.settings import Settings, read_settings, write_settings


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.json"
    changed = replace(Settings(), compare=CompareOptions(passages=PassageOptions(cutoff=61.5)))
    write_settings(changed, path)
    assert read_settings(path) == changed
    assert [p.name for p in path.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "stored",
    ["", "{", "[]", "null", '{"compare": 3}', '{"compare": {"passages": {"cutoff": "high"}}}', '{"other": true}',
     '{"compare": {"passages": {"cutoff": true}}}', "\x00"],
)  # fmt: skip
def test_a_damaged_file_gives_the_defaults(tmp_path: Path, stored: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(stored)
    assert read_settings(path) == Settings()


def test_no_file_gives_the_defaults(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "none.json") == Settings()


def test_what_is_right_is_kept_beside_what_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"compare": {"passages": {"cutoff": 70, "unknown": 1}, "figures": "none"}}')
    assert read_settings(path).compare.passages.cutoff == 70
