"""The formats that can be imported: a name for people, the ends of file names, and which module reads the bytes."""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from reader.article import Article
from reader.errors import ImportFailure
from reader.importing.options import ImportOptions

Result = Article | Iterable[Article | ImportFailure]


class Reader(Protocol):
    """What reads a format: the bytes, the name to use in an error, the options; the articles' own paths come later."""

    def __call__(self, data: bytes, name: str, options: ImportOptions, /) -> Result: ...


@dataclass(frozen=True, slots=True)
class Format:
    """One format. Its module has `read`; it is loaded on first use, for the libraries below it are slow to load.

    `apart`: other people's code reads it, in a helper process that can be ended.
    `roomy`: there is more than text in such files, so they may be larger.
    """

    name: str
    suffixes: tuple[str, ...]
    module: str
    apart: bool = True
    roomy: bool = False

    @property
    def read(self) -> Reader:
        """What reads it: gives an article, or several and the failures among them."""
        return cast("Reader", import_module(f"reader.importing.{self.module}").read)


# The first is also what a file with an unknown ending is taken for.
FORMATS: tuple[Format, ...] = (
    Format("Plain text", (".txt", ".text"), "plain_text", apart=False),
    Format("Web page", (".html", ".htm", ".xhtml"), "web_page"),
    Format("PDF", (".pdf",), "pdf", roomy=True),
    Format("Word document", (".docx",), "docx", roomy=True),
    Format("OpenDocument text", (".odt",), "odt", roomy=True),
    Format("JSON lines", (".jsonl", ".ndjson", ".json"), "json_lines"),
    Format("Zip archive", (".zip",), "archive", roomy=True),
)


def format_for(suffix: str) -> Format:
    """The format of files that end so."""
    return next((one for one in FORMATS if suffix.lower() in one.suffixes), FORMATS[0])


def format_of(data: bytes, suffix: str) -> Format:
    """The format of a file: what its first bytes say; what its name ends with where they say nothing."""
    from reader.importing.signs import module_of

    module = module_of(data, format_for(suffix).module)
    return next((one for one in FORMATS if one.module == module), FORMATS[0])
