"""The committed states of one index on the disk: which is the present one, and how the next is made from it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.search import analysis
from reader.search.folders import Home
from reader.search.stamp import Seal, Stamp, maker, measure
from reader.search.values import FTS5, Entry, Put
from reader.search.vocabulary import Counts, Vocabulary

if TYPE_CHECKING:
    from reader.search.engines import Engine


class States:
    """Finds, makes and gives up states. A state's files never change, and its stamp is written last of all.

    So a process may die at any moment: either the new stamp is there and the new state whole, or the old one still is.
    What writes (`begin`, `next`, `adopt`, `clean`, `discard`) is for the holder of the writer's lock.
    """

    def __init__(self, home: Home, seal: Seal) -> None:
        self._home = home
        self._seal = seal
        self._checked: dict[str, tuple[int, int]] = {}
        self._distrusted = False

    def present(self) -> Stamp | None:
        """The state whose stamp is ours and whose files are what the stamp says; None where there is none.

        Of large files only the size was compared, for `check` looks through them; unless the state was distrusted.
        """
        while True:
            token = self._seal.token()
            stamp = self._seal.read()
            if stamp is not None and self._home.whole(stamp, self._checked, thorough=self._distrusted):
                return stamp
            if self._seal.token() == token:  # otherwise another process has just put a new one in its place
                return None

    def claimed(self) -> Stamp | None:
        """The state whose stamp is ours, whatever became of its files; None where there is none."""
        return self._seal.read()

    def token(self) -> object:
        """Changes whenever the present state does."""
        return self._seal.token()

    def distrust(self) -> None:
        """Compare every file with its checksum again the next time, the large ones too."""
        self._checked.clear()
        self._distrusted = True

    def unchecked(self, stamp: Stamp) -> list[str]:
        """The names of a state's files of which only the size was compared."""
        return [name for name in stamp.files if f"{stamp.folder}/{name}" not in self._checked]

    def check(self, stamp: Stamp, ended: Callable[[], bool]) -> bool:
        """Whether those files are what the stamp says, too, as far as they were looked at before it was `ended`."""
        for name in self.unchecked(stamp):
            if ended():
                break
            try:
                if measure(self.folder(stamp) / name) != stamp.files[name]:
                    return False
            except OSError:
                return self._seal.read() != stamp  # it was cleaned away, as there is a newer state
            self._checked[f"{stamp.folder}/{name}"] = stamp.files[name]
        return True

    def folder(self, stamp: Stamp) -> Path:
        """Where a state's files are."""
        return self._home.generation(stamp.folder)

    def vocabulary(self, stamp: Stamp) -> Vocabulary:
        """A state's words."""
        return Vocabulary(self.folder(stamp) / stamp.vocabulary)

    def begin(self, engine: str) -> Stamp:
        """A state of an engine, without articles and in a folder of its own; not yet the present one."""
        folder = self._home.new_generation()
        return Stamp(folder.name, engine_of(engine).create(folder), engine=engine, maker=maker(engine))

    def next(
        self,
        stamp: Stamp,
        changes: Iterable[Entry],
        merge: bool = True,
        are_new: bool = False,
        words: "WordTotals | None" = None,
    ) -> Stamp:
        """The state after some changes, each of another article, one at least; not yet the present one.

        Where there are no articles yet, or none of these, changes are drawn as they are written. Where there are
        `words`, they are added to those, and the state has no vocabulary before it is `with_vocabulary`.
        """
        folder = self.folder(stamp)
        gone: Iterable[str] = ()
        if stamp.articles and not are_new:
            changes = list(changes)
            gone = [change.id for change in changes]
        drawn = _Drawn(changes)
        made = engine_of(stamp.engine).commit(folder, stamp, drawn.puts(), gone, merge)
        files = {name: stamp.files.get(name) or measure(folder / name) for name in made.files}
        self._checked |= {f"{stamp.folder}/{name}": files[name] for name in files if name not in stamp.files}
        last = drawn.last
        assert last is not None  # noqa: S101 - there was one at least
        made_of = replace(
            stamp,
            generation=made.generation,
            applied=max(stamp.applied, last.seq),
            token=last.token if last.seq >= stamp.applied else stamp.token,
            articles=made.articles,
            worn=made.worn,
            languages=tuple(sorted({*stamp.languages, *map(analysis.code, drawn.languages)})),
            files=files,
        )
        if words is None:
            return self.with_vocabulary(made_of, made.counts)
        words.add(made.counts)
        return made_of

    def with_vocabulary(self, stamp: Stamp, counts: Counts) -> Stamp:
        """A state with the words that were counted besides those that it knows."""
        folder, name = self.folder(stamp), f"vocabulary{stamp.generation}.sqlite"
        self.vocabulary(stamp).grown(folder / name, counts)
        files = {other: known for other, known in stamp.files.items() if other != stamp.vocabulary}
        files[name] = self._checked[f"{stamp.folder}/{name}"] = measure(folder / name)
        return replace(stamp, vocabulary=name, files=files)

    def adopt(self, stamp: Stamp) -> None:
        """Make a state the present one."""
        self._seal.write(stamp)
        self._distrusted = False
        named = {f"{stamp.folder}/{name}" for name in stamp.files}
        self._checked = {name: known for name, known in self._checked.items() if name in named}

    def clean(self, stamp: Stamp | None) -> None:
        """Delete the files of all other states."""
        self._home.clean(stamp)

    def discard(self) -> None:
        """Give the present state up."""
        self._seal.remove()
        self._checked.clear()
        self._distrusted = False
        self._home.clean(None)


class WordTotals:
    """In how many articles each word stands, of several commits whose vocabulary is written once."""

    def __init__(self) -> None:
        self.counts: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def add(self, counts: Counts) -> None:
        """Add those of one commit."""
        for language, words in counts.items():
            self.counts[language].update(words)


class _Drawn:
    """Changes on their way to an engine, and what a stamp tells of them."""

    def __init__(self, changes: Iterable[Entry]) -> None:
        self._changes = changes
        self.last: Entry | None = None
        self.languages: set[str] = set()

    def puts(self) -> Iterator[Put]:
        """The articles of the changes."""
        for change in self._changes:
            if self.last is None or change.seq > self.last.seq:
                self.last = change
            if isinstance(change, Put):
                self.languages.add(change.article.language)
                yield change


def engine_of(name: str) -> "Engine":
    """The engine that goes by this name; imported when first wanted, for that takes a while."""
    if name == FTS5:
        from reader.search.fts5 import engine as fts5

        return fts5
    from reader.search import engine as whoosh

    return whoosh
