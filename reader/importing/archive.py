"""Zip archives to the articles of the files in them, in memory: nothing is ever unpacked to the disk."""

import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from reader.article import Article
from reader.errors import ImportFailure
from reader.i18n import _
from reader.importing import limits, refusals
from reader.importing.files import is_part_of_saved_page
from reader.importing.formats import FORMATS, format_of
from reader.importing.options import ImportOptions
from reader.importing.packed import Packed
from reader.importing.reading import articles, inner_path, member


def read(data: bytes, name: str, options: ImportOptions, depth: int = 0) -> Iterator[Article | ImportFailure]:
    """The articles of every file of a readable format in the archive, in the order of their names."""
    archive = Packed(data, name, "zip")
    wanted = sorted((info for info in archive.members() if _is_wanted(info)), key=lambda info: info.filename)
    if not wanted:
        message = _("{name} holds no file that can be read as an article.").format(name=name)
        raise ImportFailure(message, _("Choose an archive of articles."))
    for info in wanted:
        place = f"{name}/{inner_path(info.filename)}"
        try:
            inside = archive.read(info, place)
        except ImportFailure as failure:
            yield failure
            if archive.spent:
                return
            continue
        for one in _inside(inside, place, info, options, depth):
            yield member(one, info.filename)


def _inside(
    data: bytes, place: str, info: zipfile.ZipInfo, options: ImportOptions, depth: int
) -> Iterator[Article | ImportFailure]:
    """What a member holds; archives in archives only so deep."""
    suffix = PurePosixPath(info.filename).suffix
    if format_of(data, suffix).module != "archive":
        yield from articles(data, place, suffix, options)
    elif depth + 1 >= limits.NESTING:
        yield refusals.too_deep(place)
    else:
        try:
            yield from read(data, place, options, depth + 1)
        except ImportFailure as failure:
            yield failure


def _is_wanted(info: zipfile.ZipInfo) -> bool:
    path = PurePosixPath(info.filename.replace("\\", "/"))
    return any(path.suffix.lower() in one.suffixes for one in FORMATS) and not is_part_of_saved_page(path)
