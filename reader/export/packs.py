"""A PDF that was made here, opened again: the articles that it compared, and what its pages were set from."""

import json
import threading
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from reader import processes
from reader.article import Article
from reader.dataclass import dataclass
from reader.errors import ExportError
from reader.export import temporary_folders
from reader.export.as_json import READ
from reader.export.pdf import TypesettingError, typeset
from reader.export.pdf_reader import ATTACHED, NOTHING_ATTACHED, SET_FROM
from reader.export.seals import seals
from reader.i18n import _, ngettext
from reader.progress import Progress, silent

MOST_BYTES = 256 * 1024 * 1024
"""Of a PDF, and of what is attached to it."""
TIME_LIMIT = 30.0
"""Seconds after which opening is given up."""
PAGES_LIMIT = 300.0
"""Seconds after which looking at pages is given up."""
_DIRECTIONS = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
_QUOTED = 60
"""How many characters of a page are quoted where it differs."""


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack: its articles with their texts and names, and all that its pages can be held against.

    `sum` is that of the attached comparison (SHA-256), `data` what the pages were set from ("" in a pack made before
    that was attached), `others` the names of what else is attached.
    """

    path: Path
    articles: tuple[Article, ...]
    whole: str
    sum: str
    data: str = ""
    others: tuple[str, ...] = ()
    signatures: int = 0
    """How many signatures it says that it has."""


def read_pack(path: Path) -> Pack:
    """What a pack holds; raises ExportError where it is none, or a damaged one."""
    _check(path)
    return pack_of(path, opened_apart(path, "--unpack", TIME_LIMIT))


def pack_of(path: Path, told_apart: bytes) -> Pack:
    """What the child process told of a pack, held to what it has to be; raises as `read_pack` does."""
    try:
        told = json.loads(told_apart)
        attached = told["attached"]
        whole = attached[ATTACHED]
        found = json.loads(whole["text"])
        if found["schema"] not in READ:
            raise ValueError
        articles = tuple(map(_article, found["articles"]))
        data = attached.get(SET_FROM, {}).get("text", "")
        others = tuple(name for name in attached if name not in (ATTACHED, SET_FROM))
        return Pack(path, articles, whole["text"], whole["sum"], data, others, int(told["signatures"]))
    except (ValueError, LookupError, TypeError, RecursionError, AttributeError) as failure:
        raise ExportError(
            _("The comparison in {path} cannot be read.").format(path=path), _("It may have been changed or damaged.")
        ) from failure


def differences(pack: Pack, progress: Progress = silent) -> list[str]:
    """In which way the pages of a pack are not those that its attached data gives, a line each; none where they are.

    Pages are held against one another by their text and as pictures; raises ExportError where that cannot be done.
    """
    if not pack.data:
        raise ExportError(_("An older Parallax made the pack, which did not attach what its pages were set from."))
    try:
        told = json.loads(pack.data)
        sealed, setter = told["sealed"], told["setter"]
    except (ValueError, LookupError, TypeError, RecursionError):
        return [_("What the pages were set from cannot be read: it was changed.")]
    found = [_("“{name}” is attached, which no pack has.").format(name=name) for name in pack.others]
    if sealed != seals(_bytes(pack.whole), told)["sealed"]:
        found.append(_("What is attached is not what the pages were set from."))
    with temporary_folders.folder() as folder:
        again = Path(folder) / "again.pdf"
        try:
            document = typeset(_bytes(pack.data), _bytes(pack.whole), progress)
        except ExportError as error:
            if not found and isinstance(error, TypesettingError) and error.setter not in ("", setter):
                raise _set_by_another() from error
            return [*found, _("From the attached data no pages can be set: it was changed.")]
        again.write_bytes(document.content)
        lines = _compared(_pages(pack.path), _pages(again))
    if lines and setter != document.setter:
        raise _set_by_another()
    return found + lines


def _set_by_another() -> ExportError:
    return ExportError(
        _("The pages were set by another version of Parallax, so they cannot be held against what this one sets."),
        _("Verify the pack with the version that stands at the foot of its pages."),
    )


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _pages(path: Path) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(opened_apart(path, "--pages", PAGES_LIMIT))
    return found


def _compared(pages: list[dict[str, str]], again: list[dict[str, str]]) -> list[str]:
    lines = []
    if len(pages) != len(again):
        count = ngettext("The pack has {n} page", "The pack has {n} pages", len(pages)).format(n=len(pages))
        lines.append(_("{count}; from the attached data there are {n}.").format(count=count, n=len(again)))
    for number, (here, there) in enumerate(zip(pages, again, strict=False), 1):
        words, wanted = _words(here["text"]), _words(there["text"])
        if words != wanted:
            lines.append(_worded(number, words, wanted))
        elif here["picture"] != there["picture"]:
            lines.append(_("Page {n} looks different, though its text is the same.").format(n=number))
    return lines


def _words(text: str) -> list[str]:
    """The words of a page: without marks of direction; a hyphen at the end of a line comes as one of two signs."""
    return text.translate(_DIRECTIONS).replace("\ufffe", "\x02").split()


def _worded(number: int, words: list[str], wanted: list[str]) -> str:
    """The first place where two pages differ."""
    matcher = SequenceMatcher(None, words, wanted, autojunk=False)
    first = next(code for code in matcher.get_opcodes() if code[0] != "equal")
    here, there = " ".join(words[first[1] : first[2]]), " ".join(wanted[first[3] : first[4]])
    about = {"n": number, "here": here[:_QUOTED], "there": there[:_QUOTED]}
    if not here:
        return _("Page {n} lacks “{there}”.").format(**about)
    if not there:
        return _("Page {n} has “{here}”, which the attached data does not.").format(**about)
    return _("Page {n} has “{here}” where the attached data has “{there}”.").format(**about)


def _article(known: dict[str, Any]) -> Article:
    values = {name: known[name] for name in ("id", "text", "headline", "outlet", "path")}
    if not all(isinstance(value, str) for value in values.values()):
        raise TypeError
    return Article(**values)


def _check(path: Path) -> None:
    try:
        if not path.is_file():
            raise ExportError(_("There is no file {path}.").format(path=path))
        if path.stat().st_size > MOST_BYTES:
            raise ExportError(_("{path} is too large to be one of our documents.").format(path=path))
    except OSError as failure:
        reason = failure.strerror or str(failure)
        raise ExportError(_("{path} cannot be read: {reason}.").format(path=path, reason=reason)) from failure


def opened_apart(path: Path, asked: str, seconds: float, *more: str) -> bytes:
    """What a child process finds that opens the file; raises ExportError where it cannot."""
    with processes.start(asked, str(path.absolute()), *more, stdout=True) as process:
        timer = threading.Timer(seconds, process.kill)
        timer.start()
        try:
            content = process.stdout.read(MOST_BYTES + 1) if process.stdout else b""
        except BaseException:  # nobody waits any more
            process.kill()
            raise
        finally:
            timer.cancel()
            if len(content) > MOST_BYTES:
                process.kill()
        status = process.wait()
    if status == 0 and len(content) <= MOST_BYTES:
        return content
    if status == NOTHING_ATTACHED:
        raise ExportError(
            _("No comparison is attached to {path}.").format(path=path), _("Name a PDF that Parallax has written.")
        )
    raise ExportError(_("{path} cannot be opened as a PDF.").format(path=path), _("It may be damaged or incomplete."))
