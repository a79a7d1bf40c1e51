"""Settings survive a round trip, and whatever has happened to their file."""

from dataclasses import asdict, replace
from pathlib import Path

import pytest

from reader.compare.options import STRICT, CompareOptions, PassageOptions
from reader.importing import WatchOptions
from reader.settings import Settings, options_from, read_settings, write_settings


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.json"
    changed = replace(Settings(), compare=CompareOptions(passages=PassageOptions(cutoff=61.5)))
    write_settings(changed, path)
    assert read_settings(path) == changed
    assert [p.name for p in path.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "stored",
    ["", "{", "[]", "null", '{"compare": 3}', '{"compare": {"passages": {"cutoff": "high"}}}', '{"other": true}',
     '{"compare": {"passages": {"cutoff": true}}}', "\x00", '{"watching": {"folders": [1]}}',
     '{"watching": {"folders": "/home"}}'],
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


def test_options_kept_with_a_comparison_come_back_and_nothing_odd_does() -> None:
    before = CompareOptions(meaning=False)
    assert options_from({}, before) == before
    assert options_from(asdict(CompareOptions(STRICT)), before) == CompareOptions(STRICT)
    assert options_from({"passages": {"cutoff": "high"}, "more": 1}, before).second_opinion


def test_a_list_of_folders_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    changed = replace(Settings(), watching=WatchOptions(("/home/ana/Clippings", "D:\\News")))
    write_settings(changed, path)
    assert read_settings(path) == changed
