"""E-mails to articles: one message, a page saved as a message (MHTML), and what readable files are attached."""

import email.policy
from collections.abc import Iterator
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime
from typing import Any

from reader.article import Article
from reader.errors import ImportFailure
from reader.importing import exports, refusals
from reader.importing.decoding import decoded
from reader.importing.drafts import Draft, article_of
from reader.importing.formats import is_readable
from reader.importing.names import outlet
from reader.importing.options import ImportOptions
from reader.importing.reading import articles, inner_path, member
from reader.importing.web_page import draft_of, markup_of

_PARTS = 1_000


def read(data: bytes, name: str, options: ImportOptions, depth: int = 0) -> Iterator[Article | ImportFailure]:
    """The article that a message is, then those attached to it."""
    message = BytesParser(policy=email.policy.default).parsebytes(data.lstrip(b"\r\n"))
    if not message.keys():
        raise refusals.damaged(name, "e-mail")
    parts = _leaves(message)
    page = _header(message, "Snapshot-Content-Location") or message.get_content_type() == "multipart/related"
    if export := _export(parts, name):
        yield from exports.results(export, name, options)
        return
    draft = _body(parts, name, message)
    if draft is None and not any(part.get_filename() for part in parts):
        raise refusals.without_text(name)
    if draft is not None:
        yield article_of(draft, options)
    for part in [] if page else parts:
        yield from _attached(part, name, options, depth)


def _export(parts: list[EmailMessage], name: str) -> exports.Export | None:
    """What an archive sent: many documents in the page that the message is."""
    pages = [part for part in parts if part.get_content_type() == "text/html" and not part.get_filename()]
    found = (exports.export_in_page(markup_of(_bytes(part), name)) for part in pages)
    return next(filter(None, found), None)


def _leaves(message: EmailMessage) -> list[EmailMessage]:
    """The parts that hold something, in order; without recursion, for messages may be nested."""
    waiting, leaves = [message], list[EmailMessage]()
    while waiting and len(leaves) < _PARTS:
        part = waiting.pop()
        inner = part.get_payload() if part.is_multipart() else None
        if isinstance(inner, list) and part.get_content_type() != "message/rfc822":
            waiting += [one for one in reversed(inner) if isinstance(one, EmailMessage)]
        else:
            leaves.append(part)
    return leaves


def _body(parts: list[EmailMessage], name: str, message: EmailMessage) -> Draft | None:
    """The text, and what the header says of it. A saved page speaks for itself; a letter's plain text goes before."""
    shown = [part for part in parts if part.get_content_disposition() != "attachment"]
    plain = [part for part in shown if part.get_content_type() == "text/plain"]
    pages = [part for part in shown if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    url = _header(message, "Snapshot-Content-Location")
    saved = bool(url) or message.get_content_type() == "multipart/related"
    if pages and (saved or not any(_bytes(part).strip() for part in plain)):
        draft = draft_of(markup_of(_bytes(pages[0]), name), name)
        return _headed(draft, message, url if url.startswith("http") else "") if not saved or not draft.url else draft
    text = "\n\n".join(filter(None, (_text(part, name) for part in plain)))
    return _headed(Draft(text), message, "") if text else None


def _headed(draft: Draft, message: EmailMessage, url: str) -> Draft:
    """With what the message's header says, where the text's own fields say nothing."""
    sender = parseaddr(_header(message, "From"))[0]
    return Draft(
        text=draft.text,
        headline=draft.headline or _header(message, "Subject"),
        standfirst=draft.standfirst,
        byline=draft.byline,
        outlet=draft.outlet or outlet(sender) if sender else draft.outlet,
        published=draft.published or _date(message),
        language=draft.language,
        url=draft.url or url,
        updated=draft.updated,
    )


def _attached(part: EmailMessage, name: str, options: ImportOptions, depth: int) -> Iterator[Article | ImportFailure]:
    """The articles in an attachment of a readable format, or in a message that was forwarded as one."""
    inner: Any = part.get_payload()
    if part.get_content_type() == "message/rfc822" and isinstance(inner, list) and inner:
        file, data = "message.eml", inner[0].as_bytes()
    else:
        file, data = inner_path(part.get_filename() or "").rpartition("/")[2], _bytes(part)
    if is_readable(file):
        for one in articles(data, f"{name}/{file}", file, options, depth + 1):
            yield member(one, file)


def _bytes(part: EmailMessage) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _text(part: EmailMessage, name: str) -> str:
    """A plain part decoded: as it says itself where that is so, else as any text."""
    data = _bytes(part)
    if not data.strip():
        return ""
    try:
        text = data.decode(part.get_content_charset("utf-8"))
    except (LookupError, UnicodeDecodeError):
        text = decoded(data, name)
    return text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")


def _header(message: EmailMessage, field: str) -> str:
    try:
        return " ".join(str(message.get(field) or "").split())[:1000]
    except Exception:  # the standard library's header parser raises what it likes on broken headers
        return ""


def _date(message: EmailMessage) -> str:
    try:
        return parsedate_to_datetime(_header(message, "Date")).isoformat(timespec="minutes")
    except (ValueError, TypeError, OverflowError, IndexError):
        return ""
