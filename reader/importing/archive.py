"""Zip archives to the articles of the files in them, in memory: nothing is ever unpacked to the disk."""

from collections.abc import Iterator
from itertools import chain
from pathlib import PurePosixPath

from reader.article import Article
from reader.errors import ImportFailure
from reader.i18n import _
from reader.importing.candidate_files import HEAD, is_left_behind, unread
from reader.importing.files import is_part_of_saved_page
from reader.importing.format_dispatch import articles, inner_path, member, of_member
from reader.importing.options import ImportOptions
from reader.importing.zip_reader import ZipReader


def read(data: bytes, name: str, options: ImportOptions, depth: int = 0) -> Iterator[Article | ImportFailure]:
    """The articles of every file in the archive, in the order of their names, and why others are none."""
    archive = ZipReader(data, name, "zip")
    wanted = sorted((info for info in archive.members() if _is_meant(info.filename)), key=lambda info: info.filename)
    others: list[ImportFailure] = []  # told only where there is something besides
    found = False
    for info in wanted:
        place = f"{name}/{inner_path(info.filename)}"
        try:
            inside = archive.read(info, place)
        except ImportFailure as failure:
            yield of_member(failure, info.filename)
            found = True
            if archive.spent:
                break
            continue
        if why := unread(place, info.filename, inside[:HEAD]):
            others.append(of_member(why, info.filename))
            continue
        found = True
        yield from _alone(articles(inside, place, info.filename, options, depth + 1), info.filename)
    if not found:
        message = _("{name} holds no file that can be read as an article.").format(name=name)
        raise ImportFailure(message, _("Choose an archive of articles."))
    yield from others


def _alone(several: Iterator[Article | ImportFailure], file: str) -> Iterator[Article | ImportFailure]:
    """What one file of the archive gave; where that is but a failure, it is that of the file."""
    first, second = next(several, None), next(several, None)
    if isinstance(first, ImportFailure) and second is None:
        yield of_member(first, file)
        return
    for one in chain((one for one in (first, second) if one is not None), several):
        yield member(one, file)


def _is_meant(file: str) -> bool:
    path = PurePosixPath(file.replace("\\", "/"))
    return not is_part_of_saved_page(path) and not is_left_behind(path)
