"""Files read while earlier ones are still being added: in order, by as many threads as there are cores, each with a
helper process of its own.
"""

import os
import queue
import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import field
from typing import Generic, TypeVar

from reader.dataclass import dataclass

T = TypeVar("T")

_HELD = 64
"""Results of one file that wait to be taken; whoever reads on waits too."""
_AHEAD = 8
"""Files for each thread that may be read before they are asked for."""
_PATIENCE = 0.1
"""Seconds after which a thread that waits looks whether anybody still wants what it has."""


def cores() -> int:
    """How many processes of this program may run at once."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # systems that bind no process to cores
        return os.cpu_count() or 1


@dataclass(slots=True)
class _Lane(Generic[T]):
    """What one task has given so far."""

    results: "queue.Queue[tuple[T | None, BaseException | None, bool]]" = field(
        default_factory=lambda: queue.Queue(_HELD)
    )


class _Readers(Generic[T]):
    """The threads, and what they share."""

    def __init__(self, tasks: Sequence[Callable[[], Iterable[T]]]) -> None:
        self._tasks = tasks
        self.lanes: list[_Lane[T]] = [_Lane() for _task in tasks]
        self._lock = threading.Lock()
        self._next = 0
        self.ended = threading.Event()
        self.room = threading.Semaphore(_AHEAD * cores())

    def work(self) -> None:
        """Do one task after the other until none is left or nobody wants more."""
        while not self.ended.is_set():
            if not self.room.acquire(timeout=_PATIENCE):
                continue
            with self._lock:
                mine = self._next
                self._next += 1
            if mine >= len(self._tasks):
                return
            self._do(mine)

    def _do(self, number: int) -> None:
        try:
            for one in self._tasks[number]():
                if not self._put(number, (one, None, False)):
                    return
        except BaseException as error:  # raised where the result is taken
            self._put(number, (None, error, True))
        else:
            self._put(number, (None, None, True))

    def _put(self, number: int, result: tuple[T | None, BaseException | None, bool]) -> bool:
        while not self.ended.is_set():
            try:
                self.lanes[number].results.put(result, timeout=_PATIENCE)
            except queue.Full:
                continue
            return True
        return False

    def taken(self, number: int) -> Iterator[T]:
        """The results of a task as they come."""
        while True:
            one, error, last = self.lanes[number].results.get()
            if error is not None:
                raise error
            if last:
                self.room.release()
                return
            yield one  # type: ignore[misc] # what is no last one is a result


def read_ahead(tasks: Sequence[Callable[[], Iterable[T]]]) -> Generator[Iterator[T], None, None]:
    """For each task, in order, its results; those of later ones are made meanwhile. Close it to have that ended."""
    if len(tasks) < 2:
        yield from (iter(task()) for task in tasks)
        return
    readers = _Readers(tasks)
    threads = [threading.Thread(target=readers.work, daemon=True) for _n in range(min(cores(), len(tasks)))]
    for thread in threads:
        thread.start()
    try:
        for number in range(len(tasks)):
            results = readers.taken(number)
            yield results
            for _rest in results:  # what was not asked for
                continue
    finally:
        readers.ended.set()
