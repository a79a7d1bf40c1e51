"""E-mails to articles: one message, a page saved as a message (MHTML), and what readable files are attached."""

import email.policy
import re
from collections.abc import Iterator
from dataclasses import replace
from email.header import decode_header
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from reader.article import Article
from reader.dataclass import dataclass
from reader.errors import ImportFailure
from reader.importing import exports, refusals
from reader.importing.dates import plausible
from reader.importing.decoding import decode, decode_page, python_name
from reader.importing.drafts import Draft, article_of
from reader.importing.format_dispatch import articles, inner_path, member
from reader.importing.format_flowed import unflowed
from reader.importing.formats import is_readable
from reader.importing.media_types import ENDINGS, MORE
from reader.importing.names import outlet
from reader.importing.options import ImportOptions
from reader.importing.web_page import draft_of, text_and_headline
from reader.notices import Notice

if TYPE_CHECKING:
    from reader.importing.exports.document import Export

_PARTS = 1_000
_SIGNED = 12
"""Lines of a signature, its sign among them, at most; below a sign in the middle of a message stands more of it."""
_PAGES = ("text/html", "application/xhtml+xml")
_FULLER = 0.8
"""A plain part with less than this of the words of the page beside it only says where to read that."""
_ADDRESS = re.compile(r"[<\[(]?(?:https?://|mailto:)\S+")
_ANSWERED = re.compile(r"^(?:(?:re|fw|fwd|aw|wg|tr|rv|rif|sv|vs|antw|odp)\s?(?:\[\d{1,3}\])?:\s*)+", re.IGNORECASE)
# What Apple Mail puts before a message: how many bytes it has. Its own notes follow the message.
_COUNTED = re.compile(rb"(\d{1,10})[ \t]{0,20}\r?\n")


@dataclass(frozen=True, slots=True)
class Body:
    """The text that a message shows, its headline if it has one of its own, and what to say of how it was read."""

    text: str
    headline: str = ""
    notices: tuple[Notice, ...] = ()


def read(data: bytes, name: str, options: ImportOptions, depth: int = 0) -> Iterator[Article | ImportFailure]:
    """The article that a message is, then those attached to it."""
    data = data.lstrip()
    if counted := _COUNTED.match(data):
        data = data[counted.end() : counted.end() + int(counted[1])]
    message = BytesParser(policy=email.policy.default).parsebytes(data)
    if not message.keys():
        raise refusals.damaged(name, "e-mail")
    parts = _leaves(message)
    if export := _export(parts, name):
        yield from exports.results(export, name, options)
        return
    if _is_saved_page(message):
        yield article_of(_page(parts, name, message), options)
        return
    body = _body(message, name)
    if body is None and not any(_file(part) for part in parts):
        raise refusals.without_text(name)
    if body is not None:
        yield article_of(_headed(body, message), options)
    for part in parts:
        yield from _attached(part, name, options, depth)


def _export(parts: list[EmailMessage], name: str) -> "Export | None":
    """What an archive sent: many documents in the page that the message is."""
    pages = [part for part in parts if part.get_content_type() == "text/html" and not part.get_filename()]
    read_ = (decode_page(data, name, _charset(part)) for part in pages if (data := _bytes(part)).strip())
    return next(filter(None, (exports.export_in_page(one.text) for one in read_)), None)


def _is_saved_page(message: EmailMessage) -> bool:
    return bool(_header(message, "Snapshot-Content-Location")) or message.get_content_type() == "multipart/related"


def _leaves(message: EmailMessage) -> list[EmailMessage]:
    """The parts that hold something, in order; without recursion, for messages may be nested."""
    waiting, leaves = [message], list[EmailMessage]()
    while waiting and len(leaves) < _PARTS:
        part = waiting.pop()
        inner = _inner(part)
        if inner and part.get_content_type() != "message/rfc822":
            waiting += reversed(inner)
        else:
            leaves.append(part)
    return leaves


def _inner(part: EmailMessage) -> list[EmailMessage]:
    inner: Any = part.get_payload() if part.is_multipart() else None
    return [one for one in inner if isinstance(one, EmailMessage)] if isinstance(inner, list) else []


def _page(parts: list[EmailMessage], name: str, message: EmailMessage) -> Draft:
    """A saved page, which speaks for itself; frames of it are pages that others put there."""
    page = next((part for part in parts if part.get_content_type() in _PAGES), None)
    if page is None:
        raise refusals.without_text(name)
    found = decode_page(_bytes(page), name, _charset(page))
    draft = draft_of(found.text, name)
    url = "".join(_header(message, "Snapshot-Content-Location").split())  # folded, it gains a space
    url = url or "".join(_header(page, "Content-Location").split())
    date = draft.published or (_date(message) if not draft.updated else "")
    return replace(
        draft,
        headline=draft.headline or _header(message, "Subject"),
        url=draft.url or (url if url.startswith("http") else ""),
        published=date,
        notices=(*draft.notices, *found.notices),
    )


def _body(message: EmailMessage, name: str) -> Body | None:
    """What a message shows: of alternatives the fuller, of several parts all in their order. None for nothing."""
    found: dict[int, list[Body]] = {}
    order: list[tuple[EmailMessage, bool]] = [(message, False)]
    count = 0
    while order and count < 4 * _PARTS:  # each part after those within it, without recursion
        count += 1
        part, is_read = order.pop()
        inner = _inner(part) if part.get_content_type() != "message/rfc822" else []
        if inner and not is_read:
            order.append((part, True))
            order += [(one, False) for one in reversed(inner)]
        elif inner:
            found[id(part)] = _chosen(part, [found.pop(id(one), []) for one in inner])
        elif part.get_content_disposition() != "attachment":
            found[id(part)] = [body for body in (_leaf(part, name),) if body]
    bodies = found.get(id(message), [])
    if not bodies:
        return None
    headline = next((one.headline for one in bodies if one.headline), "")
    notices = tuple(dict.fromkeys(told for one in bodies for told in one.notices))
    return Body("\n\n".join(one.text for one in bodies), headline, notices)


def _chosen(part: EmailMessage, inner: list[list[Body]]) -> list[Body]:
    """Of what a part holds, what is shown."""
    if part.get_content_type() == "multipart/alternative":
        several = [one for one in inner if one]
        most = max((_length(one) for one in several), default=0)
        return next((one for one in several if _length(one) >= _FULLER * most), [])
    if part.get_content_type() == "multipart/related":
        return next((one for one in inner if one), [])
    return [body for one in inner for body in one]


def _length(bodies: list[Body]) -> int:
    return sum(words_without_addresses(body.text) for body in bodies)


def words_without_addresses(text: str) -> int:
    """How many words a text has beside addresses: a plain part writes out where each link and picture leads."""
    return len(_ADDRESS.sub("", text).split())


def _leaf(part: EmailMessage, name: str) -> Body | None:
    """The text of one part, where it is of a kind that is shown."""
    data, kind = _bytes(part), part.get_content_type()
    if not data.strip() or (kind != "text/plain" and kind not in _PAGES and not kind.endswith(("/rtf", "/enriched"))):
        return None
    if kind.endswith("/rtf"):
        from reader.importing.rtf import text_of

        text = text_of(data) if not part.get_filename() else ""
        return Body(text) if text else None
    if kind in _PAGES:
        found = decode_page(data, name, _charset(part))
        text, headline = text_and_headline(found.text)
        return Body(text, headline if _is_at_top(headline, text) else "", found.notices) if text else None
    found = decode(data, name, _charset(part))
    text = found.text.strip("\n")
    if str(part.get_param("format", "")).lower() == "flowed":
        text = unflowed(text, joined=str(part.get_param("delsp", "")).lower() == "yes")
    return Body(text, "", found.notices) if text.strip() else None


def _is_at_top(headline: str, text: str) -> bool:
    return bool(headline) and headline in [line for line in text[:2000].split("\n") if line][:4]


def _headed(body: Body, message: EmailMessage) -> Draft:
    """With what the message's header says, where the text's own fields say nothing."""
    sender = parseaddr(_header(message, "From"))[0]
    return Draft(
        text=body.text,
        headline=body.headline or subject(_header(message, "Subject")),
        outlet=outlet(sender) if sender else "",
        published=_date(message),
        notices=body.notices,
        aside=_signature(body.text),
    )


def _signature(text: str) -> tuple[str, ...]:
    """The lines below the last “-- ” of a message, which signs it; none where much follows."""
    lines = [line.rstrip() for line in text.rstrip().split("\n")]
    at = max((n for n, line in enumerate(lines) if line == "--"), default=len(lines))
    return tuple(line for line in lines[at + 1 :] if line) if len(lines) - at <= _SIGNED else ()


def subject(said: str) -> str:
    """What a message is about, without the signs that it was answered or sent on."""
    return _ANSWERED.sub("", said).strip() or said


def _attached(part: EmailMessage, name: str, options: ImportOptions, depth: int) -> Iterator[Article | ImportFailure]:
    """The articles in an attachment of a readable format, or in a message that was forwarded as one."""
    inner: Any = part.get_payload()
    if part.get_content_type() == "message/rfc822" and isinstance(inner, list) and inner:
        file, data = "message.eml", inner[0].as_bytes()
    else:
        file, data = inner_path(_file(part)).rpartition("/")[2], _bytes(part)
    if is_readable(file):
        for one in articles(data, f"{name}/{file}", file, options, depth + 1):
            yield member(one, file)


def _file(part: EmailMessage) -> str:
    """The name of an attached file; of one without a name, one that tells its kind."""
    named = part.get_filename() or ""
    if named or part.get_content_disposition() != "attachment":
        return named
    ending = (ENDINGS | MORE).get(part.get_content_type(), "")
    return f"attachment{ending}" if ending else ""


def _bytes(part: EmailMessage) -> bytes:
    try:
        content = part.get_payload(decode=True)
    except Exception:  # the standard library raises what it likes on transfer encodings that nobody knows
        return b""
    return content if isinstance(content, bytes) else b""


def _charset(part: EmailMessage) -> str:
    try:
        return str(part.get_content_charset("") or "")
    except Exception:  # and on broken parameters
        return ""


def _header(message: EmailMessage, field: str) -> str:
    try:
        said = str(message.get(field) or "")
        said = _decoded(message, field) if "\ufffd" in said else said
        return " ".join(said.split())[:1000]
    except Exception:  # the standard library's header parser raises what it likes on broken headers
        return ""


def _decoded(message: EmailMessage, field: str) -> str:
    """A field with letters that its encoding, as the standard library takes it, has not, or of which it tells none."""
    raw = next(str(value) for name, value in message.raw_items() if name.lower() == field.lower())
    raw = " ".join(raw.split())
    if "=?" not in raw:
        return decode(raw.encode("utf-8", "surrogateescape"), field).text
    pieces = [(said.encode() if isinstance(said, str) else said, label) for said, label in decode_header(raw)]
    return "".join(said.decode(python_name(label or "") or "utf-8", "replace") for said, label in pieces)


def _date(message: EmailMessage) -> str:
    try:
        return plausible(parsedate_to_datetime(_header(message, "Date")).isoformat(timespec="minutes"))
    except (ValueError, TypeError, OverflowError, IndexError):
        return ""
