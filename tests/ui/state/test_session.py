"""What comes back at the next start, and that nothing odd in the file can hurt."""

import json
from pathlib import Path

import pytest

from reader.ui.state.session import Session, read_session, write_session


def test_it_comes_back(tmp_path: Path) -> None:
    kept = Session(geometry="abc", ids=("a", "b"), shown="all", scroll_mode="free", lanes=False, articles=3)
    write_session(kept, tmp_path / "new" / "session.json")
    assert read_session(tmp_path / "new" / "session.json") == kept


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        "[" * 100_000,
        '{"zoom": NaN}',
        '{"zoom": 1e300}',
        '{"place": -4}',
        '{"ids": 3, "lanes": "yes", "theme": null, "shown": "attic"}',
    ],
)
def test_what_makes_no_sense_is_forgotten(tmp_path: Path, text: str) -> None:
    (tmp_path / "session.json").write_text(text, encoding="utf-8")
    read = read_session(tmp_path / "session.json")
    kept = tmp_path / "session.json.broken"
    assert read == Session(lost=True, aside=str(kept))
    write_session(read, tmp_path / "session.json")
    assert kept.read_text(encoding="utf-8") == text
    assert read_session(tmp_path / "session.json") == Session()


def test_places_come_back_and_what_is_no_place_does_not(tmp_path: Path) -> None:
    path = tmp_path / "session.json"
    write_session(Session(places=(("a", 3), ("b", 0)), lost=True), path)
    assert read_session(path) == Session(places=(("a", 3), ("b", 0)))
    path.write_text(json.dumps({"places": [["a", "x"], ["b", 4], 3, ["c"], ["d", True]]}), encoding="utf-8")
    assert read_session(path).places == (("b", 4),)


def test_what_makes_sense_beside_it_is_kept(tmp_path: Path) -> None:
    (tmp_path / "session.json").write_text(json.dumps({"theme": "dark", "ids": ["a", 1], "more": 1}), encoding="utf-8")
    assert read_session(tmp_path / "session.json") == Session(theme="dark", ids=("a",))


def test_a_place_that_cannot_be_written_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file", encoding="utf-8")
    write_session(Session(), tmp_path / "state" / "session.json")


def test_a_session_of_many_megabytes_keeps_no_window_from_opening(tmp_path: Path) -> None:
    path = tmp_path / "session.json"
    path.write_text('{"geometry": "' + "A" * 3_000_000 + '"}', encoding="utf-8")
    assert read_session(path).lost
    assert not path.exists()
    assert path.with_name("session.json.broken").stat().st_size > 3_000_000
