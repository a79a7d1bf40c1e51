"""Settings survive a round trip, and whatever has happened to their file."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from reader.compare.options import STRICT, CompareOptions, PassageOptions
from reader.importing import WatchOptions
from reader.search.options import SearchOptions
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
    assert options_from({"passages": {"cutoff": "high"}, "more": 1}, before) == before


def test_a_list_of_folders_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    changed = replace(Settings(), watching=WatchOptions(("/home/ana/Clippings", "D:\\News")))
    write_settings(changed, path)
    assert read_settings(path) == changed


@pytest.mark.parametrize(
    ("stored", "said"),
    [
        (b'{"compare": {"pass', "cannot be read"),
        (b"\xff\xfe\x00", "cannot be read"),
        (b"[]", "cannot be read"),
        (b"[" * 200_000, "cannot be read"),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "cannot be read"),
        (b" " * (2 * 1024 * 1024) + b"{}", "cannot be read"),
        (b'{"compare": 3}', "left out (compare)"),
        (b'{"compare": {"passages": {"cutoff": 1e999}}}', "left out (compare.passages.cutoff)"),
        (b'{"compare": {"passages": {"cutoff": NaN, "least_words": -4}}}', "cutoff, compare.passages.least_words)"),
        (b'{"importing": {"max_bytes": 0}, "watching": {"folders": [1]}}', "max_bytes, watching.folders)"),
    ],
)
def test_a_file_that_makes_no_sense_is_kept_beside_and_told(tmp_path: Path, stored: bytes, said: str) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(stored)
    told: list[str] = []
    found = read_settings(path, told.append)
    assert found.compare.passages.cutoff == 50
    (words,) = told
    assert said in words
    assert words.endswith(f"The file is kept as {path}.broken.")
    write_settings(found, path)
    assert path.with_name("settings.json.broken").read_bytes() == stored
    told.clear()
    assert read_settings(path, told.append) == found
    assert told == []


def test_several_spoilt_files_are_all_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    for text in ("{", "[", "{", "]"):
        path.write_text(text)
        read_settings(path)
    kept = sorted(place.read_text() for place in tmp_path.glob("*.broken*"))
    assert kept == sorted(["{", "[", "]"])


def test_settings_are_for_their_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    write_settings(Settings(), path)
    assert path.stat().st_mode & 0o777 == 0o600


def test_several_writers_at_once_leave_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    several = [replace(Settings(), compare=CompareOptions(passages=PassageOptions(cutoff=n))) for n in range(40)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda one: write_settings(one, path), several))
    assert read_settings(path) in several
    assert [place.name for place in tmp_path.iterdir()] == ["settings.json"]


def test_a_word_that_is_none_of_those_there_are_is_left_out(tmp_path: Path) -> None:
    path, told = tmp_path / "settings.json", list[str]()
    path.write_text('{"search": {"engine": "abacus"}}', encoding="utf-8")
    assert read_settings(path, told.append) == Settings()
    assert "search.engine" in told[0]
    write_settings(Settings(search=SearchOptions("fts5")), path)
    assert read_settings(path).search.engine == "fts5"
