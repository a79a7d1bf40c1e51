"""Files and pasted text to articles: nothing altered, nothing lost, what is page furniture marked and never removed.

files      the bytes, bounded, or why not     decoding   bytes -> text; binary says what else it is
units      lines and paragraphs               boilerplate, rules, patterns   which of them are furniture
masthead   headline, byline, outlet, dates    plain_text puts them together; formats lists what can be read
"""

from dataclasses import replace
from pathlib import Path

from reader.article import Article
from reader.errors import ImportFailure
from reader.i18n import _
from reader.importing import plain_text
from reader.importing.files import read_bytes, shown, writable
from reader.importing.formats import FORMATS, Format, format_for
from reader.importing.options import ImportOptions

__all__ = ["FORMATS", "Format", "ImportOptions", "read_file", "read_text"]

_DEFAULTS = ImportOptions()


def read_file(path: Path, options: ImportOptions = _DEFAULTS) -> Article:
    """The article in a file, its id the file's stem; `ImportFailure`, in one line, where the file holds none."""
    data = read_bytes(path, options)
    article = format_for(path.suffix).read(data, shown(path), options)
    return replace(article, id=writable(path.stem), path=writable(str(path)))


def read_text(text: str, options: ImportOptions = _DEFAULTS, *, name: str = "pasted text") -> Article:
    """The article that was pasted; line ends become line feeds, as in a file. `name` becomes its id."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise ImportFailure(_("The {name} is empty.").format(name=name), _("Copy the article's text first."))
    if len(text) > options.max_bytes:
        raise ImportFailure(
            _("The {name} is too long to be an article.").format(name=name), _("Copy the article alone.")
        )
    if "\0" in text:
        raise ImportFailure(
            _("The {name} is binary data, not a text.").format(name=name), _("Copy the article's text.")
        )
    return replace(plain_text.article(text, options), id=name)
