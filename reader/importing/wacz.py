"""Web archive collections (WACZ) to articles: the pages of the web archives packed in them, each once."""

import json
from collections.abc import Iterator
from zipfile import ZipInfo

from reader.article import Article
from reader.errors import ImportFailure
from reader.i18n import _
from reader.importing import warc
from reader.importing.format_dispatch import member
from reader.importing.options import ImportOptions
from reader.importing.zip_reader import ZipReader

_LINES = 100_000


def read(data: bytes, name: str, options: ImportOptions, depth: int = 0) -> Iterator[Article | ImportFailure]:
    """The articles of the pages that the collection lists; of all, where it lists none."""
    archive = ZipReader(data, name, "WACZ")
    files = sorted(
        (info for info in archive.members() if info.filename.startswith("archive/")), key=lambda info: info.filename
    )
    if not files:
        message = _("{name} holds no web archive.").format(name=name)
        raise ImportFailure(message, _("Save the collection again."))
    listed = _listed(archive)
    several = list(_pages(archive, files, name, options, depth, listed)) if listed else []
    if not any(isinstance(one, Article) for one in several):  # it lists none, or none of what it has
        several = list(_pages(archive, files, name, options, depth, frozenset()))
    yield from several


def _pages(
    archive: ZipReader, files: list[ZipInfo], name: str, options: ImportOptions, depth: int, listed: frozenset[str]
) -> Iterator[Article | ImportFailure]:
    """The pages in the archives of a collection, each address once."""
    seen: set[str] = set()

    def is_wanted(url: str) -> bool:
        bare = _bare(url)
        if bare in seen or (listed and bare not in listed):
            return False
        seen.add(bare)
        return True

    for info in files:
        place = f"{name}/{info.filename}"
        try:
            inside = archive.read(info, place)
        except ImportFailure as failure:
            yield failure
            if archive.spent:
                return
            continue
        for one in warc.pages(inside, place, options, depth + 1, is_wanted):
            yield member(one, info.filename)


def _bare(url: str) -> str:
    """An address without what only leads to a place in its page."""
    return url.partition("#")[0].rstrip("/")


def _listed(archive: ZipReader) -> frozenset[str]:
    """The addresses of the pages that a person visited, among all that these pages fetched."""
    urls = []
    for info in archive.members():
        if info.filename.startswith("pages/") and info.filename.endswith(".jsonl"):
            for line in archive.read(info).splitlines()[:_LINES]:
                try:
                    said = json.loads(line)
                except (ValueError, RecursionError):
                    continue
                if isinstance(said, dict) and isinstance(said.get("url"), str):
                    urls.append(_bare(said["url"]))
    return frozenset(urls)
