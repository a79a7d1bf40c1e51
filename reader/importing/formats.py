"""The formats that can be imported: a name for people, the ends of file names, and what reads the bytes."""

from collections.abc import Callable
from dataclasses import dataclass

from reader.article import Article
from reader.importing import plain_text
from reader.importing.options import ImportOptions


@dataclass(frozen=True, slots=True)
class Format:
    """One format. `read` takes the bytes, the name to use in an error, and the options; id and path come later."""

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, str, ImportOptions], Article]


# The first is also what a file with an unknown ending is taken for.
FORMATS: tuple[Format, ...] = (Format("Plain text", (".txt", ".text"), plain_text.read),)


def format_for(suffix: str) -> Format:
    """The format of files that end so."""
    return next((one for one in FORMATS if suffix.lower() in one.suffixes), FORMATS[0])
