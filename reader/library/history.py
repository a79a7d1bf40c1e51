"""What can be undone: for each operation, how the rows it touched stood before and after."""

import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from reader.dataclass import dataclass

DEPTH = 200  # operations kept; a session rarely has more, and each is small


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article is: in which story, and since when in the bin (None: not in it)."""

    story: int | None
    binned: str | None


@dataclass(frozen=True, slots=True)
class MoveRecord:
    """An article that went from one place to another."""

    article_id: str
    before: Place
    after: Place


@dataclass(frozen=True, slots=True)
class RenameRecord:
    """A story that got another name; None stands for a story that is not there."""

    story: int
    before: str | None
    after: str | None


Columns = tuple[str | bytes | int, ...]


@dataclass(frozen=True, slots=True)
class RecordChange:
    """A row of one of the tables of user_tables.py by its key, what it held and holds; None: it is not there."""

    table: str
    key: Columns
    before: Columns | None
    after: Columns | None


@dataclass(frozen=True, slots=True)
class Step:
    """One operation as a person names it ("removing 3 articles")."""

    words: str
    moved: tuple[MoveRecord, ...] = ()
    named: tuple[RenameRecord, ...] = ()
    noted: tuple[RecordChange, ...] = ()

    def reversed(self) -> "Step":
        """The step that leads back."""
        moved = tuple(MoveRecord(m.article_id, m.after, m.before) for m in self.moved)
        named = tuple(RenameRecord(n.story, n.after, n.before) for n in self.named)
        noted = tuple(RecordChange(n.table, n.key, n.after, n.before) for n in self.noted)
        return Step(self.words, moved[::-1], named[::-1], noted[::-1])

    @property
    def empty(self) -> bool:
        """Whether nothing changed, so that there is nothing to undo."""
        return not (self.moved or self.named or self.noted)


class History:
    """The steps of this session, done and undone; the newest done is undone first. Safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._done: deque[Step] = deque(maxlen=DEPTH)
        self._undone: list[Step] = []
        self._open = threading.local()

    def record(self, step: Step) -> None:
        """Remember a step; what had been undone before it cannot be redone any more."""
        if step.empty:
            return
        gathered: list[Step] | None = getattr(self._open, "steps", None)
        if gathered is not None:
            gathered.append(step)
            return
        with self._lock:
            self._done.append(step)
            self._undone.clear()

    @contextmanager
    def together(self, words: Callable[[int], str]) -> Iterator[None]:
        """What this thread records in the block becomes one step, worded for the number of articles it moved."""
        if getattr(self._open, "steps", None) is not None:  # part of a greater whole already
            yield
            return
        steps: list[Step] = []
        self._open.steps = steps
        try:
            yield
        finally:
            self._open.steps = None
            moved = tuple(m for step in steps for m in step.moved)
            named = tuple(n for step in steps for n in step.named)
            noted = tuple(n for step in steps for n in step.noted)
            name = steps[0].words if len(steps) == 1 else words(len({m.article_id for m in moved}))
            self.record(Step(name, moved, named, noted))

    def undo(self, take: Callable[[Step], bool]) -> str | None:
        """Have `take` lead the newest step back that still has an effect; its words, or None where there is none."""
        with self._lock:
            while self._done:
                effective = take(self._done[-1].reversed())
                step = self._done.pop()
                if effective:
                    self._undone.append(step)
                    return step.words
            return None

    def redo(self, take: Callable[[Step], bool]) -> str | None:
        """Have `take` do the step again that was undone last; its words, or None where there is none."""
        with self._lock:
            while self._undone:
                effective = take(self._undone[-1])
                step = self._undone.pop()
                if effective:
                    self._done.append(step)
                    return step.words
            return None

    @property
    def next_undo(self) -> str:
        """The words of what undo would lead back, empty where there is nothing."""
        with self._lock:
            return self._done[-1].words if self._done else ""

    @property
    def next_redo(self) -> str:
        """The words of what redo would do, empty where there is nothing."""
        with self._lock:
            return self._undone[-1].words if self._undone else ""
