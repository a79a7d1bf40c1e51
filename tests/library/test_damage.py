"""A byte that changed in the library's file: the article is told, nothing is read out of it, and re-import heals it."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reader import cli
from reader.article import Article
from reader.errors import DamagedArticle
from reader.library import Library
from reader.paths import Paths
from reader.workspace import Status, Workspace

TEXT = "A depot at Port Selm burnt down on Tuesday and 5,800 people were led out of the town.\n"
OTHER = "The depot fire at Port Selm drove about 8,000 people out of the town, the ministry said.\n"


@contextmanager
def inside(path: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(path)
    with connection:
        yield connection
    connection.close()


def other_digit(path: Path) -> None:
    with inside(path) as connection:
        connection.execute("UPDATE body SET text = CAST(replace(CAST(text AS TEXT), '5,800', '6,800') AS BLOB)")


def no_utf8(path: Path) -> None:
    with inside(path) as connection:
        connection.execute(
            "UPDATE body SET text = CAST(x'ff' || CAST(text AS BLOB) AS BLOB) WHERE instr(CAST(text AS TEXT), '5,800')"
        )


def cut_short(path: Path) -> None:
    with inside(path) as connection:
        connection.execute("UPDATE body SET text = substr(text, 1, 40) WHERE CAST(text AS TEXT) LIKE '%5,800%'")


def other_fingerprint(path: Path) -> None:
    with inside(path) as connection:
        connection.execute(
            "UPDATE article SET fingerprint = 'f' || substr(fingerprint, 2) WHERE number IN"
            " (SELECT number FROM body WHERE CAST(text AS TEXT) LIKE '%5,800%')"
        )


DAMAGES = pytest.mark.parametrize("damage", [other_digit, no_utf8, cut_short, other_fingerprint])
Damage = Callable[[Path], None]


@DAMAGES
def test_a_damaged_text_is_never_handed_out(library: Library, path: Path, damage: Damage) -> None:
    added = library.add(Article("x", TEXT, headline="Depot burns", path="/clippings/depot.txt"))
    damage(path)
    with pytest.raises(DamagedArticle, match="“Depot burns”") as caught:
        library.get(added.id)
    assert caught.value.path == "/clippings/depot.txt"
    assert "/clippings/depot.txt" in caught.value.remedy
    assert [row.id for row in library.rows()] == [added.id]
    assert list(library.texts([added.id]))


@DAMAGES
def test_adding_the_text_again_heals_it(library: Library, path: Path, damage: Damage) -> None:
    added = library.add(Article("x", TEXT))
    before = library.outbox.last_change
    damage(path)
    again = library.add(Article("x", TEXT))
    assert (again.id, again.new, again.healed) == (added.id, False, True)
    assert library.get(added.id).text == TEXT
    assert library.outbox.last_change > before  # the index has to hear of it
    assert not library.add(Article("x", TEXT)).healed


@pytest.mark.parametrize(
    ("column", "value"),
    [("boilerplate", "[[5"), ("boilerplate", "[[9, 4]]"), ("boilerplate", "[7]"), ("boilerplate", "[[0, 9999]]")],
)
def test_damage_beside_the_text_is_told_and_costs_no_article(
    library: Library, path: Path, column: str, value: str
) -> None:
    added = library.add(Article("x", TEXT))
    with inside(path) as connection:
        connection.execute(f"UPDATE body SET {column} = ?", (value,))  # noqa: S608
        connection.execute("UPDATE article SET provenance = '{', headline = CAST(x'41ff42' AS TEXT)")
    with pytest.raises(DamagedArticle, match="What the library knows of"):
        library.get(added.id)
    [found] = library.texts([added.id])  # for search and lists
    assert (found.text, found.boilerplate, found.provenance) == (TEXT, (), ())
    assert library.rows()[0].headline == "A�B"


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Paths:
    """A library of two accounts in a story, the first damaged."""
    monkeypatch.setenv("PARALLAX_HOME", str(tmp_path / "home"))
    for name, text in (("one.txt", TEXT), ("two.txt", OTHER)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    files = [str(tmp_path / name) for name in ("one.txt", "two.txt")]
    assert cli.main(["import", *files, "--story", "Depot"]) == 0
    other_digit(Paths.default().library)
    capsys.readouterr()
    return Paths.default()


def test_no_document_is_made_of_a_damaged_text(
    paths: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["compare", "--story", "Depot", "--pdf", str(tmp_path / "pack.pdf")]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "is damaged" in line
    assert str(tmp_path / "one.txt") in line
    assert not (tmp_path / "pack.pdf").exists()
    assert cli.main(["export-story", "Depot", str(tmp_path / "story.json")]) == 1
    assert not (tmp_path / "story.json").exists()


def test_importing_its_file_again_makes_it_whole(
    paths: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["import", str(tmp_path / "one.txt")]) == 0
    assert "is whole again" in capsys.readouterr().err
    assert cli.main(["compare", "--story", "Depot"]) == 0
    workspace = Workspace(paths)
    try:
        report = workspace.import_files([tmp_path / "one.txt"])
        assert [(one.status, one.healed) for one in report.entries] == [(Status.KNOWN, False)]
    finally:
        workspace.close()
