"""The formats that can be imported: a name for people, the ends of file names, and which module reads the bytes."""

from collections.abc import Iterable
from importlib import import_module
from typing import Protocol, cast

from reader.article import Article
from reader.dataclass import dataclass
from reader.errors import ImportFailure
from reader.importing.options import ImportOptions

Result = Article | Iterable[Article | ImportFailure]


class Reader(Protocol):
    """What reads a format: the bytes, the name to use in an error, the options; the articles' own paths come later.

    What holds other files is told how many files it lies in itself.
    """

    def __call__(self, data: bytes, name: str, options: ImportOptions, depth: int = 0, /) -> Result: ...


@dataclass(frozen=True, slots=True)
class ImportFormat:
    """One format. Its module has `read`; it is loaded on first use, for the libraries below it are slow to load.

    `apart`: other people's code reads it, in a helper process that can be ended.
    `roomy`: there is more than text in such files, so they may be larger.
    `holds_files`: whatever format they are of.
    `endless`: those of its suffixes whose files may have no end that could be missing: lines follow one another until
    there are no more; a file of any other kind says so where it was cut short.
    """

    name: str
    suffixes: tuple[str, ...]
    module: str
    apart: bool = True
    roomy: bool = False
    holds_files: bool = False
    endless: tuple[str, ...] = ()

    @property
    def read(self) -> Reader:
        """What reads it: gives an article, or several and the failures among them."""
        return cast("Reader", import_module(f"reader.importing.{self.module}").read)


_ARCHIVES = (".warc", ".warc.gz", ".warc.zst", ".arc", ".arc.gz")

# The first is also what a file with an unknown ending is taken for.
FORMATS: tuple[ImportFormat, ...] = (
    ImportFormat("Plain text", (".txt", ".text"), "plain_text", apart=False, endless=(".txt", ".text")),
    ImportFormat("Web page", (".html", ".htm", ".xhtml"), "web_page"),
    ImportFormat("PDF", (".pdf",), "pdf", roomy=True),
    ImportFormat("Word document", (".docx",), "docx", roomy=True),
    ImportFormat("OpenDocument text", (".odt", ".fodt"), "odt", roomy=True),
    ImportFormat("JSON", (".json", ".jsonl", ".ndjson", ".jsonld"), "json_lines"),
    ImportFormat("Table", (".csv", ".tsv", ".tab"), "table"),
    ImportFormat("Spreadsheet", (".xlsx", ".xlsm"), "spreadsheet", roomy=True),
    ImportFormat("Markdown", (".md", ".markdown"), "markdown", endless=(".md", ".markdown")),
    ImportFormat("Evernote", (".enex",), "evernote", roomy=True),
    ImportFormat("References", (".ris", ".rdf"), "references"),
    ImportFormat("RTF document", (".rtf",), "rtf", roomy=True),
    ImportFormat("EPUB", (".epub",), "epub", roomy=True),
    ImportFormat(
        "E-mail, MHTML",
        (".eml", ".emlx", ".mht", ".mhtml"),
        "mail",
        roomy=True,
        holds_files=True,
        endless=(".eml", ".emlx"),
    ),
    ImportFormat("Outlook message", (".msg",), "outlook", roomy=True, holds_files=True),
    ImportFormat("Mailbox", (".mbox", ".mbx"), "mailbox", roomy=True, holds_files=True, endless=(".mbox", ".mbx")),
    ImportFormat("RSS or Atom feed", (".rss", ".atom", ".xml"), "feed"),
    ImportFormat("TEI, trafilatura", (".xml", ".tei"), "tei"),
    ImportFormat("Factiva as XML", (".xml",), "exports.factiva_xml"),
    ImportFormat("NewsML", (".newsml", ".newsmlg2"), "newswire.newsml"),
    ImportFormat("NITF", (".nitf",), "newswire.nitf"),
    ImportFormat("ninjs", (".ninjs",), "newswire.ninjs"),
    ImportFormat("IPTC 7901, ANPA 1312", (".iptc", ".anpa"), "newswire.telex", endless=(".iptc", ".anpa")),
    ImportFormat("Safari web archive", (".webarchive",), "webarchive", roomy=True),
    ImportFormat("Web archive (WARC, ARC)", _ARCHIVES, "warc", roomy=True, holds_files=True),
    ImportFormat("Web archive collection", (".wacz",), "wacz", roomy=True, holds_files=True),
    ImportFormat("Zip archive", (".zip",), "archive", roomy=True, holds_files=True),
    ImportFormat("Gzipped file", (".gz",), "gzip_file", roomy=True, holds_files=True),
)

_SUFFIXES = tuple(suffix for one in FORMATS for suffix in one.suffixes)

COPIED = ImportFormat("Copied part of a page", (".copied",), "clipboard")
"""No format of files: what the clipboard holds."""


def is_readable(name: str) -> bool:
    """Whether a file of this name ends like one of a format that can be read."""
    return name.lower().endswith(_SUFFIXES)


def format_for(name: str) -> ImportFormat:
    """The format of files whose names end so."""
    return next((one for one in FORMATS if name.lower().endswith(one.suffixes)), FORMATS[0])


def format_of(data: bytes, file: str) -> ImportFormat:
    """The format of a file: what its first bytes say; what its name ends with where they say nothing."""
    from reader.importing.file_signatures import module_of

    if file == COPIED.suffixes[0]:
        return COPIED
    module = module_of(data, format_for(file).module)
    return next((one for one in FORMATS if one.module == module), FORMATS[0])
