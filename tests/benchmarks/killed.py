"""kill -9 at random moments of the real program: `python -m tests.benchmarks.killed [MOMENTS] [FIRST]`.

The window while it imports, and the command line at import, export, backup, restore, story import and export, searching
and writing the index anew; some of the time the processes that they started are killed alone. What had been said to be
done has to be there afterwards, a document or a copy is whole or is not there, a restored library is that of before or
the copy, and nothing half-written is left where a person looks.
"""

import contextlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from reader import processes
from reader.errors import ExportError, ReaderError
from reader.export.packs import read_pack
from reader.library import Library
from reader.paths import Paths
from reader.workspace import Workspace, portable
from tests.benchmarks.kills import made_files
from tests.benchmarks.texts import own_word

FILES = 240
ANEW = 25  # moments after which everything begins anew
STORY = "Fire"
WINDOW = """
import sys
from pathlib import Path
from reader import app
from reader.ui.controllers.imports import Imports
reported = Imports.report
def report(self, said):
    for one in said.entries:
        if one.article_id:
            print("added", one.path, sep="\\t", flush=True)
    reported(self, said)
Imports.report = report
print("ready", flush=True)
sys.exit(app.main(sys.argv[1:]))
"""
"""The window as it is, which says besides what it told the person."""


@dataclass
class Place:
    """A home, what was said to be in its library (the numbers of files), and what may be in it."""

    folder: Path
    files: Path
    chance: random.Random
    inside: set[int] = field(default_factory=set)
    copied: set[int] | None = None
    """What the copy holds that `backup` said it made."""

    @property
    def home(self) -> Path:
        return self.folder / "home"

    @property
    def copy(self) -> Path:
        return self.folder / "copy.backup"


@dataclass(frozen=True)
class Action:
    """A command with its arguments, and what has to hold after it was killed, given the lines that it had printed."""

    command: list[str]
    holds: Callable[[Place, list[str]], None] = lambda _place, _said: None
    window: bool = False


def importing(place: Place) -> Action:
    some = place.chance.sample(range(FILES), place.chance.choice((1, 5, 30)))
    paths = [str(place.files / f"{n}.txt") for n in some]
    return Action(["import", *paths, "--story", STORY], heard)


def window(place: Place) -> Action:
    some = place.chance.sample(range(FILES), place.chance.choice((1, 5, 30)))
    return Action([str(place.files / f"{n}.txt") for n in some], heard, window=True)


def heard(place: Place, said: list[str]) -> None:
    """What was said to be added is."""
    place.inside |= {int(Path(line.split("\t")[1]).stem) for line in said if "\t" in line and "refused" not in line}


def exporting(place: Place) -> Action:
    kind = place.chance.choice(("pdf", "html", "docx", "csv"))
    out = place.folder / f"out.{kind}"
    for old in place.folder.glob("out.*"):
        old.unlink()
    some = place.chance.sample(range(FILES), 3)

    def holds(place: Place, _said: list[str]) -> None:
        assert not out.exists() or whole(out), f"{out} is half a document"
        left = [one.name for one in place.folder.iterdir() if one.name.startswith("out") and one != out]
        assert not left, left

    return Action(["compare", *(str(place.files / f"{n}.txt") for n in some), f"--{kind}", str(out)], holds)


def whole(out: Path) -> bool:
    """Whether a document has its end."""
    if out.suffix == ".pdf":
        try:
            return len(read_pack(out).articles) == 3
        except ExportError:
            return False
    ends = {".html": b"</html>", ".docx": b"word/document.xml", ".csv": b"\n"}
    return ends[out.suffix] in out.read_bytes()[-4000:]


def backup(place: Place) -> Action:
    before, held = place.copied, place.inside.copy()

    def holds(place: Place, said: list[str]) -> None:
        assert before is None or place.copy.exists(), "the copy of before is gone"
        if place.copy.exists():
            there = numbers(place.copy)
            assert there in (before, held), "the copy is neither that of before nor a new one"
            place.copied = there
        assert not said or place.copied == held

    return Action(["backup", str(place.copy)], holds)


def restoring(place: Place) -> Action:
    def holds(place: Place, said: list[str]) -> None:
        assert place.copied is not None
        there = numbers(Paths.under(place.home).library)
        assert there == place.copied if said else there in (place.copied, place.inside), "neither of the two"
        place.inside = there

    return Action(["restore", str(place.copy)], holds)


def story_in(place: Place) -> Action:
    brought = place.folder / "story.json"

    def holds(place: Place, said: list[str]) -> None:
        if any("failed" in line for line in said):
            place.inside |= {number_of(article.headline) for article, _tags in portable.read(brought).articles}

    return Action(["import-story", str(brought), "--story", "Brought"], holds)


def story_out(place: Place) -> Action:
    out = place.folder / "story.json"

    def holds(_place: Place, _said: list[str]) -> None:
        assert portable.read(out).articles, "half a story"

    return Action(["export-story", "--force", STORY, str(out)], holds)


def searching(place: Place) -> Action:
    return Action(["search", own_word(place.chance.randrange(FILES))])


def reindexing(_place: Place) -> Action:
    return Action(["reindex"])


ACTIONS = (importing, window, exporting, backup, restoring, story_in, story_out, searching, reindexing)


def number_of(headline: str) -> int:
    """The file that an article came from."""
    return HEADLINES[headline]


HEADLINES: dict[str, int] = {}
LASTS: dict[str, float] = {}
"""Seconds that each of them took when it was last let go on: moments lie within."""


def numbers(library: Path) -> set[int]:
    """The files whose articles a library holds."""
    with Library.open(library) as opened:
        return {number_of(row.headline) for row in opened.rows()}


def began(place: Place) -> None:
    """A library with something in it, a copy and a story."""
    place.home.mkdir(parents=True)
    first = [place.files / f"{n}.txt" for n in range(12)]
    workspace = Workspace(Paths.under(place.home))
    try:
        workspace.import_files(first, workspace.story(STORY))
        workspace.update_index()
        workspace.export_story(workspace.library.stories.all()[0].id, place.folder / "story.json")
        workspace.library.backup(place.copy)
    finally:
        workspace.close()
    place.inside = place.copied = set(range(12))


def kill_once(place: Place) -> str:
    """Start one of the programs and kill it, or what it started, at some moment; what was done."""
    making = place.chance.choice(ACTIONS)
    action = making(place)
    command = [sys.executable, "-P", *(("-c", WINDOW) if action.window else ("-m", "reader")), *action.command]
    about = {
        "PARALLAX_HOME": str(place.home),
        "QT_QPA_PLATFORM": "offscreen",
        "TMPDIR": str(place.folder / "tmp"),
        "PYTHONUNBUFFERED": "1",
    }
    (place.folder / "tmp").mkdir(exist_ok=True)
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        env=processes.environment() | about, start_new_session=True,
    )  # fmt: skip
    assert process.stdout is not None
    if action.window:
        process.stdout.readline()
    helpers = place.chance.random() < 0.25
    begun = time.monotonic()
    until = begun + place.chance.uniform(0, LASTS.get(making.__name__, 5.0))
    while time.monotonic() < until and process.poll() is None:
        time.sleep(0.01)
    ended = process.poll() is not None
    if ended:
        LASTS[making.__name__] = time.monotonic() - begun
    if helpers and not ended:
        for one in children(process.pid):
            kill(one)
        if not action.window:
            try:
                process.wait(60)  # a program whose helper is gone goes on, or says why not
            except subprocess.TimeoutExpired:
                raise AssertionError("a program whose helper was killed stands still") from None
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    said = [line.rstrip("\n") for line in process.stdout if line.endswith("\n")]
    process.stdout.close()
    process.wait()
    action.holds(place, said)
    return f"{making.__name__}, {'ended before' if ended else 'helpers killed' if helpers else 'killed'}"


def children(pid: int) -> list[int]:
    """The processes that one started."""
    try:
        return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def kill(pid: int) -> None:
    """End a process that may be gone."""
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def check(place: Place) -> None:
    """All that was said to be there is, is found, is whole, and the library says so itself."""
    workspace = Workspace(Paths.under(place.home))
    try:
        assert not workspace.notices, workspace.notices
        assert workspace.library.check().is_good
        there = {number_of(row.headline) for row in workspace.library.rows()}
        assert there >= place.inside, f"lost: {sorted(place.inside - there)}"
        place.inside = there
        until = time.monotonic() + 30
        while True:
            workspace.update_index()
            if not workspace._indexer.behind():
                break
            assert time.monotonic() < until, "the index does not catch up"
            time.sleep(0.05)
        for number in place.chance.sample(range(FILES), 10):
            answer = workspace.search(own_word(number), limit=FILES)
            found = {number_of(hit.headline) for hit in answer.hits}
            assert (number in found) == (number in there) or answer.partial, (number, number in there, answer.notice)
        for file in (place.home).rglob("*.half"):
            assert file.name.startswith("."), file  # a killed copy leaves none where it is seen
    finally:
        workspace.close()


def main(moments: int = 500, first: int = 0) -> None:
    """Kill so often; what was killed, and how often."""
    fates: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as made:
        files = made_files(Path(made) / "files", FILES)
        for number in range(FILES):
            HEADLINES[(files / f"{number}.txt").read_text(encoding="utf-8").partition("\n")[0]] = number
        for moment in range(first, first + moments):
            if moment == first or moment % ANEW == 0:
                place = Place(Path(made) / f"at{moment}", files, random.Random())  # noqa: S311
                began(place)
            place.chance.seed(moment)
            try:
                fates[kill_once(place)] += 1
                check(place)
            except (AssertionError, ReaderError) as error:
                error.add_note(f"moment {moment}")
                raise
            if (moment + 1) % 25 == 0:
                print(f"{moment + 1 - first} moments: nothing that was said to be done is lost", flush=True)
    for fate, count in sorted(fates.items()):
        print(f"{count:6} {fate}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
