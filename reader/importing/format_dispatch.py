"""Bytes to articles, whatever their format: what the helper process runs, and archives call for their members."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from reader.article import Article, Provenance
from reader.errors import ImportFailure
from reader.importing import exports, limits, refusals
from reader.importing.endings import is_cut_short
from reader.importing.files import shown, writable
from reader.importing.formats import ImportFormat, format_of
from reader.importing.options import ImportOptions


def articles(
    data: bytes, name: str, file: str, options: ImportOptions, depth: int = 0, *, is_whole: bool = True
) -> Iterator[Article | ImportFailure]:
    """The articles in the bytes of `file`, and why others are not; nothing is raised but what ends the process.

    `name` is what to call it in an error, `depth` the number of files it lies in, `is_whole` whether all of it came out
    of that.
    """
    kind = format_of(data, file)
    is_whole = is_whole and not is_cut_short(data, kind.module)
    try:
        if kind.holds_files and depth >= limits.NESTING:
            raise refusals.too_deep(name)
        if not kind.roomy and len(data) > options.max_bytes:
            raise refusals.too_much(name)
        result = kind.read(data, name, options, depth) if kind.holds_files else kind.read(data, name, options)
        several = [result] if isinstance(result, Article) else result
        yield from _counted(_divided(several, name, options), name)
        if not is_whole:
            yield refusals.cut_short(name)
    except ImportFailure as failure:
        yield failure if is_whole else refusals.cut_short(name)
    except MemoryError:
        yield refusals.exhausting(name)
    except Exception:  # other people's parsers raise whatever they like on damaged files
        yield refusals.damaged(name, kind.name)


def _divided(
    several: Iterable[Article | ImportFailure], name: str, options: ImportOptions
) -> Iterator[Article | ImportFailure]:
    """Where the text of an article is an export of an archive, the articles in it."""
    for one in several:
        export = exports.export_in(one.text) if isinstance(one, Article) and not _is_addressed(one) else None
        yield from [one] if export is None else exports.results(export, name, options)


def _is_addressed(article: Article) -> bool:
    """Whether a file gave an address for its article, beside what addresses its text may hold."""
    return bool(article.url) and ("url", Provenance.TEXT) not in article.provenance


def _counted(several: Iterable[Article | ImportFailure], name: str) -> Iterator[Article | ImportFailure]:
    """At most so many, and at least one."""
    count = 0
    for one in several:
        if count == limits.ARTICLES:
            yield refusals.too_many(name, count)
            return
        yield one
        count += 1
    if not count:
        yield refusals.without_text(name)


def member(result: Article | ImportFailure, path: str) -> Article | ImportFailure:
    """What was read of a file inside another, with its place there; a path never leads out of the file it lies in."""
    if isinstance(result, ImportFailure):
        return result
    place = inner_path(path)
    return replace(
        result,
        id=result.id or writable(PurePosixPath(place).stem),
        path=f"{place}/{result.path}" if result.path else place,
    )


def of_member(failure: ImportFailure, path: str) -> ImportFailure:
    """Why a file inside another gave nothing, with its place there."""
    place = inner_path(path)
    failure.place = f"{place}/{failure.place}" if failure.place else place
    return failure


def inner_path(path: str) -> str:
    """A member's path without what would lead elsewhere, in one line that any database can hold."""
    parts = [shown(Path(part)) for part in path.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return writable("/".join(parts[-8:])) or "1"


def room(kind: ImportFormat, options: ImportOptions) -> int:
    """How large a file of this format may be."""
    return max(options.max_bytes, limits.ROOM) if kind.roomy else options.max_bytes
