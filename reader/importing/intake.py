"""The way in: the articles in a file that a person named, or in a text that was pasted."""

from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from pathlib import Path, PurePath

from reader.article import Article
from reader.errors import ImportFailure
from reader.i18n import _
from reader.importing import plain_text, refusals
from reader.importing.apart import read_apart
from reader.importing.contents import Contents, contents
from reader.importing.files import read_bytes, shown, writable
from reader.importing.format_dispatch import articles, room
from reader.importing.formats import format_for, format_of
from reader.importing.options import ImportOptions
from reader.importing.path_dates import dated_by

_DEFAULTS = ImportOptions()


def read_file(
    path: Path, options: ImportOptions = _DEFAULTS, besides: Callable[[ImportFailure], object] = lambda _notice: None
) -> Article:
    """The one article in a file, its id the file's stem; `ImportFailure`, in one line, where there is none or more.

    `besides` hears of what was not read, as the last pages of a long PDF.
    """
    return one_article(read_all(path, options), shown(path), besides)


def one_article(
    several: Generator[Article | ImportFailure, None, None], name: str, besides: Callable[[ImportFailure], object]
) -> Article:
    """The one article among the results of reading `name`; `ImportFailure` where there is none or more."""
    first, second = next(several), next(several, None)
    several.close()
    if isinstance(first, ImportFailure):
        raise first
    if isinstance(second, Article):
        raise refusals.holds_several(name)
    if second is not None:
        besides(second)
    return first


def read_all(
    path: Path, options: ImportOptions = _DEFAULTS, *, apart: bool = False
) -> Generator[Article | ImportFailure, None, None]:
    """Every article in a file, at least one or a failure; each failure names the file, and the place in it.

    `apart`: in a helper process even where none of the code that reads it is other people's.
    An article inside another file (an archive, a mailbox) has a path like "archive.zip/page.html" and the inner stem.
    """
    try:
        data = read_bytes(path, replace(options, max_bytes=room(format_for(path.name), options)))
    except ImportFailure as failure:
        yield failure
        return
    try:
        kind = format_of(data, path.name)
        read = read_apart if apart or kind.apart else _read_here
        for result in read(data, shown(path), writable(path.name), options):
            yield result if isinstance(result, ImportFailure) else _placed(result, path)
    except ImportFailure as failure:
        yield failure


def read_stream(
    data: bytes, name: str, options: ImportOptions = _DEFAULTS
) -> Generator[Article | ImportFailure, None, None]:
    """Every article in bytes that came by no file, at least one or a failure; `name` is what to call them.

    What they are is told by what they begin with, and by what the name ends with.
    """
    read = read_apart if format_of(data, name).apart else _read_here
    for result in read(data, shown(Path(name)), writable(name), options):
        yield result if isinstance(result, ImportFailure) else replace(result, id=result.id or writable(name))


def contents_of(path: Path, options: ImportOptions = _DEFAULTS) -> Contents:
    """All that is in a file, and what of it was not read."""
    return contents(read_all(path, options))


def _read_here(data: bytes, name: str, file: str, options: ImportOptions) -> Iterator[Article | ImportFailure]:
    """Plain text is read by nobody's code but ours."""
    yield from articles(data, name, file, options)


def _placed(article: Article, path: Path) -> Article:
    place = f"{path}/{article.path}" if article.path else str(path)
    named = dated_by(article, article.url or "")
    named = dated_by(named, PurePath(article.path or path).name)
    return replace(named, id=article.id or writable(path.stem), path=writable(place))


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
