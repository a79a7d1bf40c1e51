"""A PDF that was made here, opened again: the articles that it compared, as they were."""

import json
import subprocess
import threading
from pathlib import Path
from typing import Any

from reader import child
from reader.article import Article
from reader.errors import ExportError
from reader.export.as_json import READ
from reader.export.unpacking import NOTHING_ATTACHED
from reader.i18n import _

MOST_BYTES = 256 * 1024 * 1024
"""Of a PDF, and of what is attached to it."""
TIME_LIMIT = 30.0
"""Seconds after which opening is given up."""


def read_pack(path: Path) -> tuple[Article, ...]:
    """The articles of a pack with their texts and names; raises ExportError where it is none, or a damaged one."""
    _check(path)
    try:
        found = json.loads(_unpacked(path))
        if found["schema"] not in READ:
            raise ValueError
        return tuple(map(_article, found["articles"]))
    except (ValueError, LookupError, TypeError, RecursionError) as failure:
        raise ExportError(
            _("The comparison in {path} cannot be read.").format(path=path), _("It may have been changed or damaged.")
        ) from failure


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


def _unpacked(path: Path) -> bytes:
    """What the child finds attached."""
    with subprocess.Popen(  # noqa: S603 - our own module, in our own interpreter
        child.command("--unpack", str(path.absolute())),
        env=child.environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        timer = threading.Timer(TIME_LIMIT, process.kill)
        timer.start()
        try:
            content = process.stdout.read(MOST_BYTES + 1) if process.stdout else b""
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
