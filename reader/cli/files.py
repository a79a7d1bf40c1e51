"""What was named on the command line, read."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from reader.article import Article
from reader.cli.complaints import FAILED, complain
from reader.errors import ReaderError, UsageError
from reader.i18n import _
from reader.paths import Paths
from reader.settings import Settings, read_settings


def settings_kept() -> Settings:
    """The settings that the window keeps."""
    return read_settings(Paths.default().settings, lambda words: print(f"parallax: {words}", file=sys.stderr))


def articles_of(files: Sequence[Path], settings: Settings) -> list[Article]:
    """The articles to be compared, each with an id of its own that does not depend on their order."""
    if len({path.resolve() for path in files}) < len(files):
        raise UsageError(_("The same article was given twice."), _("Name each file once."))
    if len(files) < 2:
        raise UsageError(_("A comparison needs at least two articles."), _("Name another file."))
    articles = readable(files, settings)
    taken: set[str] = set()
    named = {}
    for article in sorted(articles, key=lambda a: a.path):
        named[article.path] = _unique(article.id, taken)
        taken.add(named[article.path])
    return [replace(article, id=named[article.path]) for article in articles]


def _unique(stem: str, taken: set[str]) -> str:
    if stem not in taken:
        return stem
    number = 2
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"


def readable(files: Sequence[Path], settings: Settings) -> list[Article]:
    """All of the files as articles; every one that cannot be read is named before the command fails."""
    from reader.importing import read_file

    articles, failures = [], []
    for path in files:
        try:
            articles.append(read_file(path, settings.importing, lambda notice: complain(notice, FAILED)))
        except ReaderError as error:
            failures.append(error)
    for failure in failures[:-1]:
        complain(failure, FAILED)
    if failures:
        raise failures[-1]
    return articles


def lines_of(path: Path, settings: Settings) -> list[str]:
    """The lines of a list, or of a file that holds a text a line, whatever its name ends with."""
    from reader.importing.decoding import decoded
    from reader.importing.files import read_bytes, shown

    return decoded(read_bytes(path, settings.importing), shown(path)).removesuffix("\n").split("\n")
