"""`parallax read`: what is read of files, without a library."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reader import notices
from reader.article import LEFT_OUT, METADATA, Article, Provenance
from reader.cli.complaints import FAILED
from reader.cli.files import settings_kept
from reader.cli.terminal import plain
from reader.errors import UsageError
from reader.i18n import _, ngettext
from reader.importing import FORMATS, Contents, ReadStatus
from reader.importing.contents import contents
from reader.text.spans import gaps
from reader.wording.notices import notice
from reader.workspace.importing import files_of, read_found


def read(args: argparse.Namespace) -> int:
    """Print what is read of each file; failed if one was refused."""
    options = settings_kept().importing
    files = list(files_of(args.files))
    if not files:
        raise UsageError(_("There is no file in what was named."), _("Name files, or a folder that holds some."))
    found = ((path, contents(read_found(path, options, named=path in args.files))) for path in files)
    if args.format == "json":
        several = list(found)
        print(json.dumps([_object(path, inside) for path, inside in several], ensure_ascii=False, indent=1))
        refused = any(inside.status is ReadStatus.REFUSED for _path, inside in several)
        return FAILED if refused else 0
    refused = False
    for path, inside in found:
        print(plain("\n".join(_lines(path, inside))))
        refused |= inside.status is ReadStatus.REFUSED
    return FAILED if refused else 0


def formats() -> str:
    """Every kind of file that can be read, with the endings of its names, a line each."""
    rows = ((one.name, " ".join(one.suffixes)) for one in FORMATS)
    return _("What can be read:") + "\n" + "\n".join(f"  {name}: {suffixes}" for name, suffixes in rows)


def told(inside: Contents) -> list[str]:
    """Each thing that there is to say of a file, once; of an article among others, with its headline before it."""
    words = [str(failure) for failure in inside.failures]
    for article in inside.articles:
        before = f"{article.headline or article.id}: " if len(inside.articles) > 1 else ""
        words += [before + notice(one) for one in article.notices]
    return list(dict.fromkeys(words))


def _object(path: Path, inside: Contents) -> dict[str, Any]:
    return {
        "file": str(path),
        "status": inside.status.value,
        "notices": told(inside),
        "articles": [_described(article) for article in inside.articles],
    }


def _described(article: Article) -> dict[str, Any]:
    """An article, its fields by their names; spans are offsets into `text`."""
    return {
        "id": article.id,
        "path": article.path,
        **{name: getattr(article, name) for name in METADATA},
        "text": article.text,
        "boilerplate": [[span.start, span.end] for span in article.boilerplate],
        "provenance": dict(article.provenance),
        "notices": [
            {**said, "words": notice(one)}
            for said, one in zip(notices.as_json(article.notices), article.notices, strict=True)
        ],
    }


def _lines(path: Path, inside: Contents) -> Iterator[str]:
    """A file for people: how it was read, then each article with its fields and its text."""
    state = {
        ReadStatus.READ: _("read"), ReadStatus.PARTLY: _("partly read"), ReadStatus.REFUSED: _("refused"),
    }[inside.status]  # fmt: skip
    count = len(inside.articles)
    articles = ngettext("{n} article", "{n} articles", count).format(n=count)
    yield f"== {' '.join(str(path).split())}: {state}, {articles}"
    yield from (f"! {words}" for words in told(inside))
    for article in inside.articles:
        yield ""
        came = dict(article.provenance)
        for name in METADATA:
            if value := " ".join(str(getattr(article, name)).split()):
                yield f"{name}: {value}" + (f"  ({_origin(came[name])})" if name in came else "")
        yield ""
        yield _shown(article)


def _origin(came: Provenance) -> str:
    return {
        Provenance.PAGE: _("from the page"),
        Provenance.TEXT: _("read in the text"),
        Provenance.FILE: _("from the file’s name"),
        Provenance.GUESS: _("concluded from the words"),
        Provenance.READER: _("edited by you"),
    }[came]


def _shown(article: Article) -> str:
    """The text, a sign in the place of what is folded."""
    parts = [part.of(article.text) for part in gaps(article.boilerplate, len(article.text))]
    return f"{LEFT_OUT}\n".join(parts).rstrip("\n")
