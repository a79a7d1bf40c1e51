"""The lines of an import report as they come: what a file is besides is said beside its article, and ten thousand
broken parts of one file are one line.
"""

from dataclasses import replace
from pathlib import Path

from reader.errors import ImportFailure, PartlyRead, ReaderError
from reader.importing import refusals
from reader.importing.files import shown
from reader.workspace.values import ImportEntry, Status

APART = 5
"""Parts of one file that could not be read and have a line each; of more, one line tells."""


class ImportLines:
    """A line for each article, and for each file or part of one of which there is none."""

    def __init__(self) -> None:
        self.all: list[ImportEntry] = []
        self._place = ""
        self._first = 0
        self._failures: list[ImportFailure] = []

    def begin(self, place: str) -> None:
        """What comes now is of this file, or from this address."""
        self._place, self._first, self._failures = place, len(self.all), []

    def add(self, line: ImportEntry) -> None:
        """Add one line to the report."""
        self.all.append(replace(line, file=self._place))

    def note(self, words: str, *, partly: bool = False) -> None:
        """What there is to say of the article that came last; `partly`: it is not there whole."""
        last = self.all[-1]
        self.all[-1] = replace(last, message=f"{last.message} {words}".strip(), partly=last.partly or partly)

    def fail(self, failure: ImportFailure) -> None:
        """What could not be read; of a file of which an article was read, what else there is to say."""
        if isinstance(failure, PartlyRead) and len(self.all) > self._first and self.all[-1].article_id:
            self.note(str(failure), partly=True)
            return
        if failure.place:  # a file of its own, whatever it lies in
            self.add(ImportEntry(f"{self._place}/{failure.place}", Status.FAILED, message=str(failure)))
            return
        if not isinstance(failure, PartlyRead):
            self._failures.append(failure)
            if len(self._failures) > APART:
                return
        self.add(ImportEntry(self._place, Status.FAILED, message=str(failure)))

    def undo(self, first: int, error: ReaderError) -> None:
        """What was said of articles from line `first` on did not come about."""
        self.all[first:] = [
            replace(line, status=Status.FAILED, article_id="", message=str(error)) if line.article_id else line
            for line in self.all[first:]
        ]

    def end(self) -> None:
        """Nothing more comes of this file."""
        count = len(self._failures)
        if count <= APART:
            return
        told = {str(failure) for failure in self._failures[:APART]}
        kept = [
            line for line in self.all[self._first :] if line.status is not Status.FAILED or line.message not in told
        ]
        words = refusals.parts(shown(Path(self._place)), count, str(self._failures[0]))
        line = ImportEntry(self._place, Status.FAILED, message=str(words), parts=count, file=self._place)
        self.all[self._first :] = [*kept, line]
