"""kill -9 at random moments of import, indexing and commit: `python -m tests.benchmarks.kills [moments]`.

A worker imports files, removes articles, updates and rebuilds the index, and says what it was told is done. It is
killed, or the process that writes its index, or both; then library and index have to open, all that was said to be done
has to be so, every article has to be found by a word of its own, and no file may be left over.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from reader import processes
from reader.library import Library
from reader.paths import Paths
from reader.search.folders import Home
from reader.search.stamp import Seal
from reader.workspace import Workspace
from reader.workspace.indexer import name
from tests.benchmarks.texts import article, own_word

FILES = 400
_ANEW = 20  # moments after which everything begins anew: the first commits are moments too
_LATEST = 1.6  # seconds after the worker is ready
_PATIENCE = 20.0  # seconds that a helper whose program was killed may take to end


def worker(home: Path, files: Path, seed: int) -> None:
    """Work until somebody ends it."""
    chance = random.Random(seed)  # noqa: S311
    workspace = Workspace(Paths.under(home))
    say(f"ready {os.getpid()}")
    names = sorted(path for path in files.iterdir())
    while True:
        some = chance.sample(names, chance.choice((1, 4, 20, 60)))
        say(f"adding {' '.join(path.stem for path in some)}")
        done = workspace.import_files(some)
        for entry in done.entries:
            if entry.article_id:
                say(f"added {Path(entry.path).stem} {entry.article_id}")
        if chance.random() < 0.5:
            gone = chance.sample(done.ids(), 1)
            say(f"removing {gone[0]}")
            workspace.library.remove(gone)
            say(f"removed {gone[0]}")
        (workspace.rebuild_index if chance.random() < 0.2 else workspace.update_index)()


def say(words: str) -> None:
    """Tell whoever watches."""
    print(words, flush=True)


@dataclass
class Told:
    """What the workers said is in the library, by id, and what may or may not be."""

    numbers: dict[str, int] = field(default_factory=dict)
    inside: set[str] = field(default_factory=set)
    open: set[str] = field(default_factory=set)

    def hear(self, line: str) -> None:
        """Take in what a worker said."""
        words = line.split()
        if not line.endswith("\n") or len(words) < 2:
            return
        if words[0] == "added":
            self.numbers[words[2]] = int(words[1])
            self.inside.add(words[2])
            self.open.discard(words[2])
        elif words[0] == "adding":  # those that were removed come back
            self.open |= {one for one, number in self.numbers.items() if str(number) in words} - self.inside
        elif words[0] == "removing":
            self.inside.discard(words[1])
            self.open.add(words[1])
        elif words[0] == "removed":
            self.open.discard(words[1])


def made_files(folder: Path, count: int = FILES) -> Path:
    """Small articles in files, each with a word of its own."""
    folder.mkdir()
    for number in range(count):
        made = article(number, words=120)
        (folder / f"{number}.txt").write_text(f"{made.headline}\n\n{made.text}", encoding="utf-8")
    return folder


def kill_once(home: Path, files: Path, told: Told, seed: int) -> str:
    """Start a worker and kill it, or its helper, at some moment; what was killed."""
    chance = random.Random(seed)  # noqa: S311
    command = [sys.executable, "-P", "-m", "tests.benchmarks.kills", "--work", str(home), str(files), str(seed)]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=processes.environment(), start_new_session=True
    )
    assert process.stdout is not None
    if not process.stdout.readline().startswith("ready"):
        raise AssertionError("the worker could not start on what the one before left")
    time.sleep(chance.uniform(0, _LATEST))
    what = chance.choice(("all", "program", "helper"))
    if what == "helper":
        for helper in _children(process.pid):
            _kill(helper)
        time.sleep(chance.uniform(0, 0.3))
    if what == "program":
        _kill(process.pid)
    else:
        os.killpg(process.pid, signal.SIGKILL)
    for line in process.stdout:
        told.hear(line)
    process.stdout.close()
    process.wait()
    return what


def _children(pid: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def check(home: Path, told: Told) -> None:
    """Open what was left and hold it against what was told."""
    workspace = Workspace(Paths.under(home))
    try:
        library = workspace.library
        present = set(library.ids())
        lost = told.inside - present
        assert not lost, f"lost: {sorted(told.numbers[one] for one in lost)}"
        for gone in set(told.numbers) - told.inside - told.open:
            assert gone not in present, "what was removed is back"
        texts = {one.id: one for one in library.texts(present)}
        _catch_up(workspace)
        index = workspace._indexer.index()
        assert index.stats.articles == len(present)
        for number in range(FILES):
            found = {hit.id for hit in index.search(own_word(number)).hits}
            assert found == {one for one, text in texts.items() if own_word(number) in text.text.lower()}, number
        told.inside, told.open = present, set()
        _check_files(Paths.under(home), library)
    finally:
        workspace.close()


def _catch_up(workspace: Workspace) -> None:
    """A helper whose program was killed may still be writing: then nobody else can."""
    until = time.monotonic() + _PATIENCE
    workspace.update_index()
    while workspace._indexer.behind():
        assert time.monotonic() < until, "the index does not catch up"
        time.sleep(0.05)
        workspace.update_index()


def _check_files(paths: Paths, library: Library) -> None:
    """What lies there is what the stamp names and the lock."""
    known = name(library, paths)
    home = Home(paths.index, known)
    stamp = Seal(home.stamp, known).read()
    if stamp is None:  # killed before anything was added
        assert library.count() == 0
        return
    assert {place.name for place in home.path.iterdir()} == {home.lock.name, home.stamp.name, stamp.folder}
    left = {file.name for file in home.generation(stamp.folder).iterdir()} - set(stamp.files)
    assert not {name for name in left if not name.endswith("LOCK")}, left


def main(moments: int) -> None:
    """Kill so often; a line each."""
    with tempfile.TemporaryDirectory() as folder:
        files = made_files(Path(folder) / "files")
        for moment in range(moments):
            if moment % _ANEW == 0:
                home, told = Path(folder) / f"home{moment}", Told()
            what = kill_once(home, files, told, moment)
            check(home, told)
            print(f"{moment + 1:4} killed {what:8} {len(told.inside):4} articles, all there and found", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--work"]:
        worker(Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
