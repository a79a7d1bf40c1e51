"""A library looks after itself: damage of file and log is told, backups are there, what can be read is saved."""

import errno
import random
import shutil
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reader import cli
from reader.article import Article
from reader.errors import LibraryError
from reader.library import Library, backup_folder, backups, copies, health, restore
from reader.paths import Paths
from reader.workspace import Workspace


def filled(path: Path, count: int = 40) -> list[str]:
    """A library of some articles, half of them in a story; their ids."""
    with Library.open(path) as library:
        story = library.stories.add("Harbour")
        ids = [
            library.add(Article(f"a{n}", f"Report {n}. " + f"The harbour stayed shut for {n} days. " * 30), story).id
            for n in range(count)
        ]
        library.labels.tag(ids[:3], "port")
        return ids


def log_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def crashed(path: Path, copy: Path) -> Path:
    """The files as a program leaves them that is killed after its commits: main file, log and mark."""
    copy.parent.mkdir(parents=True, exist_ok=True)
    with Library.open(path) as library:
        for n in range(100, 112):
            library.add(Article(f"b{n}", f"Late report {n}. " + "The tide came in. " * 40))
        for ending in ("", "-wal", "-mark"):
            shutil.copy(path.with_name(path.name + ending), copy.with_name(copy.name + ending))
    return copy


def test_a_good_library_is_good(path: Path) -> None:
    filled(path)
    found = health.check(path)
    assert (found.articles, found.is_good) == (40, True)


@pytest.mark.parametrize("share", [0.05, 0.2, 0.4, 0.6, 0.8, 0.95, 0.999])
def test_a_log_that_lost_its_end_is_told(path: Path, tmp_path: Path, share: float) -> None:
    filled(path)
    copy = crashed(path, tmp_path / "copy" / "library.sqlite")
    log = log_of(copy)
    with log.open("rb+") as file:
        file.truncate(int(log.stat().st_size * share))
    with Library.open(copy) as library:
        (told,) = library.notices
        assert "has lost its last" in told
    with Library.open(copy) as library:  # told once
        assert library.notices == ()


def test_a_log_that_is_gone_is_told(path: Path, tmp_path: Path) -> None:
    filled(path)
    copy = crashed(path, tmp_path / "copy" / "library.sqlite")
    log_of(copy).unlink()
    with Library.open(copy) as library:
        assert "has lost its last" in library.notices[0]


def test_a_byte_in_the_log_is_told(path: Path, tmp_path: Path) -> None:
    filled(path)
    copy = crashed(path, tmp_path / "copy" / "library.sqlite")
    content = bytearray(log_of(copy).read_bytes())
    content[len(content) // 2] ^= 1
    log_of(copy).write_bytes(content)
    with Library.open(copy) as library:
        assert "has lost its last" in library.notices[0]


def test_a_kill_alone_loses_and_tells_nothing(path: Path, tmp_path: Path) -> None:
    filled(path)
    with Library.open(crashed(path, tmp_path / "copy" / "library.sqlite")) as library:
        assert (library.notices, library.count()) == ((), 52)


@pytest.mark.parametrize("seed", range(20))
def test_damage_of_the_file_is_never_silent(path: Path, seed: int) -> None:
    """Cut short, or bytes changed anywhere where something lies: refused, or told by the check."""
    filled(path)
    chance = random.Random(seed)  # noqa: S311
    content = bytearray(path.read_bytes())
    if seed % 2:
        content = content[: chance.randrange(100, len(content))]
    else:
        at = chance.choice([n for n in range(100, len(content)) if content[n]])
        content[at] ^= 1 << chance.randrange(8)
    path.write_bytes(content)
    try:
        with Library.open(path, patience=0.2) as library:
            found = library.check()
    except LibraryError as error:
        assert error.remedy  # noqa: PT017
        return
    if found.is_good:  # what is no text and no structure: a headline, a date; or room that nothing uses
        assert not seed % 2


def test_an_article_whose_text_has_changed_is_named(path: Path) -> None:
    filled(path)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE body SET text = CAST(replace(CAST(text AS TEXT), '7 days', '9 days') AS BLOB)")
    connection.close()
    found = health.check(path)
    assert not found.faults
    assert len(found.damaged) == 4  # 7, 17, 27 and 37


# Backups


def test_a_backup_a_day_and_seven_are_kept(path: Path) -> None:
    filled(path)
    place = backups.daily(path)
    assert place is not None
    assert backups.daily(path) is None
    today = datetime.now(UTC)
    for days in range(1, 10):
        older = place.with_name(f"library-{today - timedelta(days=days):%Y-%m-%d}.backup")
        shutil.copy(place, older)
    place.unlink()
    assert backups.daily(path) == place
    names = sorted(one.name for one in backup_folder.folder(path).iterdir())
    assert names == sorted(f"library-{today - timedelta(days=n):%Y-%m-%d}.backup" for n in range(7))
    assert {one.stat().st_mode & 0o777 for one in backup_folder.folder(path).iterdir()} == {0o600}
    restore(place, path)
    with Library.open(path) as library:
        assert library.count() == 40


def test_an_older_library_is_backed_up_before_it_is_brought_up(path: Path) -> None:
    path.parent.mkdir(parents=True)
    connection = sqlite3.connect(path)
    connection.executescript((Path(__file__).parent / "version_5.sql").read_text(encoding="utf-8"))
    connection.close()
    before = path.read_bytes()
    Library.open(path).close()
    (kept,) = backup_folder.kept(path)
    assert kept.name.startswith("before-version-5-")
    connection = sqlite3.connect(kept)
    assert connection.execute("PRAGMA user_version").fetchone() == (5,)
    assert connection.execute("SELECT count(*) FROM decision").fetchone() == (4,)
    connection.close()
    assert path.read_bytes() != before


def test_a_damaged_or_missing_library_offers_its_backup(path: Path) -> None:
    filled(path)
    place = backups.daily(path)
    path.write_bytes(path.read_bytes()[:9000])
    with pytest.raises(LibraryError) as caught:
        Library.open(path)
    assert str(place) in caught.value.remedy
    path.unlink()
    with Library.open(path) as library:
        (told,) = library.notices
    assert "was gone" in told
    assert str(place) in told


@pytest.mark.parametrize("moment", ["link", "replace", "forget"])
def test_a_restore_that_is_killed_leaves_a_library(path: Path, moment: str, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(path)
    with Library.open(path) as library:
        library.backup(path.with_name("copy"))
        library.add(Article("x", "Something new."))

    class Killed(BaseException):
        pass

    def die(*_arguments: object) -> None:
        raise Killed

    places = {"link": (copies, "_link"), "replace": (Path, "replace"), "forget": (copies.watermark, "forget")}
    with monkeypatch.context() as patch:
        patch.setattr(*places[moment], die)
        with pytest.raises(Killed):
            restore(path.with_name("copy"), path)
    with Library.open(path) as library:
        assert library.count() in (40, 41)


# What can be saved


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    monkeypatch.setenv("PARALLAX_HOME", str(tmp_path / "home"))
    return Paths.default()


def spoil(path: Path) -> None:
    """Overwrite one page that holds texts."""
    content = bytearray(path.read_bytes())
    at = content.index(b"stayed shut for 20 days") // 4096 * 4096
    content[at : at + 4096] = b"\xa5" * 4096
    path.write_bytes(content)


def test_salvage_saves_what_can_be_read(home: Paths, capsys: pytest.CaptureFixture[str]) -> None:
    filled(home.library)
    spoil(home.library)
    assert cli.main(["check"]) == 1
    assert "parallax check --salvage" in capsys.readouterr().out
    assert cli.main(["check", "--salvage"]) == 0
    told = capsys.readouterr().out
    saved = int(told.splitlines()[-1].split()[0])
    assert 30 <= saved < 40
    assert cli.main(["check"]) == 0
    workspace = Workspace(home)
    assert workspace.library.count() == saved
    assert [(one.name, one.count) for one in workspace.library.stories.all()] == [("Harbour", saved)]
    workspace.update_index()
    assert workspace.search("harbour").total == saved
    workspace.close()
    assert list(home.library.parent.glob("library-before-*.sqlite"))


def test_check_of_a_good_library(home: Paths, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check"]) == 1
    assert "There is no library" in capsys.readouterr().err
    filled(home.library, 3)
    assert cli.main(["check"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "= The library is whole: 3 articles, each as it came"
    assert told[1].startswith("Backup: ")


def test_what_is_ours_is_for_its_owner_alone(home: Paths) -> None:
    filled(home.library, 2)
    workspace = Workspace(home)
    workspace.update_index()
    workspace.look_after()
    workspace.close()
    for place in home.data.parent.rglob("*"):
        if place != home.data.parent:
            wanted = 0o700 if place.is_dir() else 0o600
            if place.is_relative_to(home.index) and place.is_file():
                continue  # in a folder that nobody else may enter
            if place in (home.cache, home.data.parent):
                continue
            assert place.stat().st_mode & 0o777 == wanted, place


def test_a_library_where_nothing_can_be_written_is_read(
    home: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As on a disc: SQLite is told that it may not write, which even the owner of everything is on such a medium."""
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(f"Report {name}\n\nThe harbour held {len(name)} boats, {name} said.\n")
    assert cli.main(["import", str(tmp_path / "one.txt"), str(tmp_path / "two.txt"), "--story", "Boats"]) == 0

    def refuse(*_arguments: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr("reader.library.connections.make_private", refuse)
    monkeypatch.setattr("os.access", lambda *_arguments, **_more: False)
    capsys.readouterr()
    assert cli.main(["list"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2
    assert cli.main(["search", "harbour"]) == 0
    assert capsys.readouterr().out.startswith("2 articles.")
    assert cli.main(["compare", "--story", "Boats", "--html", str(tmp_path / "out.html")]) == 0
    assert cli.main(["export-story", "Boats", str(tmp_path / "out.json")]) == 0
    assert cli.main(["backup", str(tmp_path / "out.backup")]) == 0
    assert cli.main(["check"]) == 0
    capsys.readouterr()
    assert cli.main(["import", str(tmp_path / "out.json"), str(tmp_path / "one.txt")]) == 1
    assert "nothing can be written" in capsys.readouterr().err
