"""An import in one sentence, for the message bar and for its report."""

from typing import TYPE_CHECKING

from reader.i18n import _, ngettext
from reader.ui.widgets.message_bar import MessageKind

if TYPE_CHECKING:
    from reader.workspace import ImportReport


def summary(report: "ImportReport") -> tuple[MessageKind, str]:
    """An import in one sentence, and how grave it is."""
    from reader.workspace import Status

    added, known, failed = (report.count(s) for s in (Status.ADDED, Status.KNOWN, Status.FAILED))
    parts = []
    if added:
        parts.append(ngettext("{n} article added", "{n} articles added", added).format(n=added))
    if known:
        parts.append(ngettext("{n} already here", "{n} already here", known).format(n=known))
    doubtful = sum(bool(entry.article_id and entry.message) for entry in report.entries)
    if doubtful:
        parts.append(ngettext("{n} with a notice", "{n} with notices", doubtful).format(n=doubtful))
    if failed:
        parts.append(ngettext("{n} could not be read", "{n} could not be read", failed).format(n=failed))
    if not parts:
        return MessageKind.WARNING, _("There is no file here that can be read as an article.")
    sentence = ", ".join(parts)
    grave = (
        (MessageKind.WARNING if added or known else MessageKind.ERROR)
        if failed
        else MessageKind.WARNING
        if doubtful
        else MessageKind.SUCCESS
    )
    return grave, sentence[0].upper() + sentence[1:] + "."
