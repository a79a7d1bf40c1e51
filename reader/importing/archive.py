"""Zip archives to the articles of the files in them, in memory: nothing is ever unpacked to the disk."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from reader.article import Article
from reader.errors import ImportFailure
from reader.i18n import _
from reader.importing.files import is_part_of_saved_page
from reader.importing.formats import is_readable
from reader.importing.options import ImportOptions
from reader.importing.packed import Packed
from reader.importing.reading import articles, inner_path, member


def read(data: bytes, name: str, options: ImportOptions, depth: int = 0) -> Iterator[Article | ImportFailure]:
    """The articles of every file of a readable format in the archive, in the order of their names."""
    archive = Packed(data, name, "zip")
    wanted = sorted((info for info in archive.members() if _is_wanted(info.filename)), key=lambda info: info.filename)
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
        for one in articles(inside, place, info.filename, options, depth + 1):
            yield member(one, info.filename)


def _is_wanted(file: str) -> bool:
    return is_readable(file) and not is_part_of_saved_page(PurePosixPath(file.replace("\\", "/")))
