"""Mailboxes (mbox) to articles, a message each; a broken message is one failure and the next is read."""

import re
from collections.abc import Iterator

from reader.article import Article
from reader.errors import ImportFailure
from reader.importing import mail, refusals
from reader.importing.endings import is_cut_short
from reader.importing.format_dispatch import member
from reader.importing.options import ImportOptions

# The line that opens a message ends with the time it came; other lines that begin so were written by somebody.
_OPENING = re.compile(rb"^From [^\r\n]{1,300}\d{4}[^\r\n]{0,12}\r?\n", re.MULTILINE)


def read(data: bytes, name: str, options: ImportOptions, depth: int = 0) -> Iterator[Article | ImportFailure]:
    """The articles of each message."""
    openings = list(_OPENING.finditer(data))
    if not openings:
        raise refusals.damaged(name, "mbox")
    ends = [one.start() for one in openings[1:]] + [len(data)]
    for number, (opening, end) in enumerate(zip(openings, ends, strict=True), 1):
        message = re.sub(rb"(?m)^>(>{0,9}From )", rb"\1", data[opening.end() : end])
        place = f"{name}/{number}"
        try:
            for one in mail.read(message, place, options, depth):
                yield member(one, str(number))
            if is_cut_short(message, "mail"):
                yield refusals.cut_short(place)
        except ImportFailure as failure:
            yield failure
        except Exception:  # the standard library's parser raises what it likes on broken messages
            yield refusals.damaged(place, "e-mail")
