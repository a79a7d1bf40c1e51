"""The errors a reader may meet: each says what happened and, where there is one, what to do."""


class ReaderError(Exception):
    """An expected failure, shown to a person as one line and never as a traceback."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        """The message and its remedy on one line, whatever a file's name held."""
        whole = f"{self.message} {self.remedy}".strip()
        return " ".join(whole.split())


class UsageError(ReaderError):
    """What was asked cannot be done as asked: too few articles, the same one twice, an unknown option (exit code 2)."""


class ImportFailure(ReaderError):
    """A file that cannot become an article: unreadable, empty, binary, too large, gone.

    `place`: which file it is, where that lies in another one.
    """

    def __init__(self, message: str, remedy: str = "", place: str = "") -> None:
        super().__init__(message, remedy)
        self.place = place


class PartlyRead(ImportFailure):
    """A file of which an article was read, but not all of it, or not as it was written."""


class LibraryError(ReaderError):
    """The library cannot be opened or changed."""


class DamagedLibrary(LibraryError):
    """The library's file is damaged: a backup can be put in its place."""


class MissingLibrary(LibraryError):
    """The library is not in the folder that a person chose for it: a disk may not be connected."""


class DamagedArticle(LibraryError):
    """An article whose text in the library is not the one that was imported: a byte of the file has changed.

    `path` is the file that it came from, "" where it came from none.
    """

    def __init__(self, message: str, remedy: str, path: str) -> None:
        super().__init__(message, remedy)
        self.path = path


class SearchError(ReaderError):
    """The search index cannot answer, even after it was rebuilt."""


class ExportError(ReaderError):
    """A document that could not be made or written."""
