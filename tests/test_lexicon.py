"""Tables are parsed once and kept: what is kept is never believed where it is not what was parsed."""

import json
import re
import sys
from pathlib import Path

import pytest

from reader import lexicon

SOURCE = b'words = ["ship", "boat"]\n[counts]\nfew = 3\nhalf = 0.5\n'
TABLE = {"words": ["ship", "boat"], "counts": {"few": 3, "half": 0.5}}


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "lexicon" / "ships.json"


@pytest.fixture
def unparsed(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The table is kept, and nothing can be parsed from now on."""
    lexicon.table(SOURCE, kept)
    monkeypatch.setitem(sys.modules, "tomllib", None)


def test_a_table_is_parsed_once(kept: Path, unparsed: None) -> None:
    assert lexicon.table(SOURCE, kept) == TABLE
    assert [file.name for file in kept.parent.iterdir()] == ["ships.json"]


def test_a_source_that_changed_is_parsed_anew(kept: Path) -> None:
    lexicon.table(SOURCE, kept)
    assert lexicon.table(SOURCE.replace(b"boat", b"raft"), kept)["words"] == ["ship", "raft"]
    assert lexicon.table(SOURCE, kept) == TABLE


@pytest.mark.parametrize(
    "damage",
    [
        lambda whole: b"",
        lambda whole: whole[: len(whole) // 2],
        lambda whole: whole.replace(b"ship", b"shop"),
        lambda whole: whole.replace(b"3", b"8"),
        lambda whole: b"\x00\xff" + whole,
        lambda whole: whole.split(b"\n", 1)[1],
        lambda whole: json.dumps(TABLE).encode(),
    ],
)
def test_a_damaged_table_is_made_anew(kept: Path, damage: object) -> None:
    lexicon.table(SOURCE, kept)
    whole = kept.read_bytes()
    kept.write_bytes(damage(whole))  # type: ignore[operator] # one of the above
    assert lexicon.table(SOURCE, kept) == TABLE
    assert kept.read_bytes() == whole


def test_where_nothing_can_be_kept_tables_are_read_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    assert lexicon.table(SOURCE, tmp_path / "cache" / "ships.json") == TABLE


def test_a_disk_that_is_full_leaves_nothing_behind(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_file: Path, _content: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    assert lexicon.table(SOURCE, kept) == TABLE
    assert list(kept.parent.iterdir()) == []


@pytest.mark.parametrize(
    "source", sorted(Path(__file__).parent.parent.glob("data/**/*.toml")), ids=lambda one: one.stem
)
def test_every_table_that_comes_with_the_program_survives_being_kept(source: Path, kept: Path) -> None:
    parsed = lexicon.table(source.read_bytes(), kept)
    again = lexicon.table(source.read_bytes(), kept)
    assert again == parsed
    assert kept.exists()


def test_every_table_is_told_of_in_the_readme() -> None:
    data = Path(__file__).parent.parent / "data"
    text = (data / "README.md").read_text(encoding="utf-8")
    rows = text.split("## lexicon\n", 1)[1].splitlines()
    told = [name for row in rows for name in re.findall(r"`([\w/]+)`", row.partition("|")[2].partition("|")[0])]
    tables = [path.stem for path in (data / "lexicon").glob("*.toml")]
    assert sorted(told) == sorted([*tables, "figures/"])


def test_the_readme_names_folders_that_are_there() -> None:
    root = Path(__file__).parent.parent
    text = (root / "data" / "README.md").read_text(encoding="utf-8")
    cells = [row.rpartition("| `")[2] for row in text.splitlines() if row.startswith("| `")]
    named = [name for cell in cells for name in re.findall(r"([\w/.]+)`", f"{cell}")]
    homes = (root / "reader", root / "reader" / "compare" / "figures")
    assert len(named) > 20
    assert [name for name in named if not any((home / name).exists() for home in homes)] == []
