"""Messages that Outlook keeps (.msg) to articles: an OLE file with a stream for each of their properties."""

import datetime as dt
import io
import struct
from collections.abc import Iterator
from typing import Any

from reader.article import Article
from reader.errors import ImportFailure
from reader.importing import limits, refusals
from reader.importing.decoding import decode, decode_page, python_name
from reader.importing.drafts import Draft, article_of
from reader.importing.format_dispatch import articles, inner_path, member
from reader.importing.formats import is_readable
from reader.importing.mail import subject, words_without_addresses
from reader.importing.names import outlet
from reader.importing.options import ImportOptions
from reader.importing.rtf import text_of
from reader.importing.rtf_markup import markup_in
from reader.importing.web_page import text_and_headline

_SUBJECT, _SENDER, _TEXT, _PAGE, _RTF = "0037", "0C1A", "1000", "1013", "1009"
_DATA, _LONG_NAME, _NAME = "3701", "3707", "3704"
_SENT, _CAME, _CODE_PAGE = 0x0039, 0x0E06, 0x3FDE
_PROPERTIES = "__properties_version1.0"
_ATTACHMENTS = 200
_EPOCH = dt.datetime(1601, 1, 1, tzinfo=dt.UTC)

Path = tuple[str, ...]


def read(data: bytes, name: str, options: ImportOptions, depth: int = 0) -> Iterator[Article | ImportFailure]:
    """The article that a message is, then those attached to it."""
    import olefile

    try:
        file = olefile.OleFileIO(io.BytesIO(data))
    except Exception:  # the library raises what it likes on damaged files
        raise refusals.damaged(name, "Outlook") from None
    with file:
        yield from _message(file, (), name, options, depth)


def _message(
    file: Any, place: Path, name: str, options: ImportOptions, depth: int
) -> Iterator[Article | ImportFailure]:
    """The message in a storage of the file: the whole file, or one attached to it."""
    if depth > limits.NESTING:
        raise refusals.too_deep(name)
    draft = _draft(file, place, name)
    inside = [one for one in _storages(file, place) if one[-1].startswith("__attach_version1.0_")][:_ATTACHMENTS]
    if draft is None and not inside:
        raise refusals.without_text(name)
    if draft is not None:
        yield article_of(draft, options)
    for one in inside:
        yield from _attached(file, one, name, options, depth)


def _draft(file: Any, place: Path, name: str) -> Draft | None:
    numbers = _numbers(file, place)
    label = f"cp{numbers.get(_CODE_PAGE, 0)}" if numbers.get(_CODE_PAGE) not in (None, 65001) else ""
    text, headline = _text(file, place, name, label)
    if not text.strip():
        return None
    said = subject(_string(file, place, _SUBJECT, label))
    sender = _string(file, place, _SENDER, label)
    return Draft(
        text,
        headline=headline if headline and headline in text[:500].split("\n") else said,
        outlet=outlet(sender) if sender else "",
        published=_moment(numbers.get(_SENT) or numbers.get(_CAME)),
    )


def _text(file: Any, place: Path, name: str, label: str) -> tuple[str, str]:
    """The fuller of what the message has: its page, the page or text packed in its RTF, its plain text."""
    plain = _string(file, place, _TEXT, label).replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    page = _bytes(file, place, _PAGE, "0102")
    markup = decode_page(page, name, label).text if page.strip() else _string(file, place, _PAGE, label)
    packed = _bytes(file, place, _RTF, "0102")
    if not markup and packed:
        document = _unpacked(packed, name)
        markup = markup_in(document)
        if not markup and len((text := text_of(document)).split()) > len(plain.split()):
            return text, ""
    text, headline = text_and_headline(markup) if markup else ("", "")
    return (text, headline) if 0.8 * len(text.split()) > words_without_addresses(plain) else (plain, "")


def _unpacked(packed: bytes, name: str) -> bytes:
    import compressed_rtf

    if struct.unpack_from("<I", packed.ljust(8, b"\0"), 4)[0] > limits.UNPACKED // 8:
        raise refusals.too_much(name)
    try:
        return bytes(compressed_rtf.decompress(packed))
    except Exception:  # the library raises what it likes on damaged data
        return b""


def _attached(
    file: Any, place: Path, name: str, options: ImportOptions, depth: int
) -> Iterator[Article | ImportFailure]:
    inner = (*place, f"__substg1.0_{_DATA}000D")
    if file.exists("/".join((*inner, _PROPERTIES))):
        try:
            for one in _message(file, inner, f"{name}/message", options, depth + 1):
                yield member(one, "message.msg")
        except ImportFailure as failure:
            yield failure
        return
    named = _string(file, place, _LONG_NAME, "") or _string(file, place, _NAME, "")
    kept = inner_path(named).rpartition("/")[2]
    if is_readable(kept):
        for one in articles(_bytes(file, place, _DATA, "0102"), f"{name}/{kept}", kept, options, depth + 1):
            yield member(one, kept)


def _storages(file: Any, place: Path) -> Iterator[Path]:
    for one in file.listdir(streams=False, storages=True):
        if len(one) == len(place) + 1 and tuple(one[: len(place)]) == place:
            yield tuple(one)


def _string(file: Any, place: Path, number: str, label: str) -> str:
    if wide := _bytes(file, place, number, "001F"):
        return wide.decode("utf-16-le", "replace").replace("\0", "").strip()
    narrow = _bytes(file, place, number, "001E").rstrip(b"\0").strip()
    if not narrow:
        return ""
    narrow = narrow.replace(b"\0", b"")
    try:
        return decode(narrow, "message", label if python_name(label) else "").text
    except ImportFailure:
        return narrow.decode("cp1252", "replace")


def _bytes(file: Any, place: Path, number: str, kind: str) -> bytes:
    where = "/".join((*place, f"__substg1.0_{number}{kind}"))
    try:
        if not file.exists(where) or file.get_size(where) > limits.ROOM:
            return b""
        with file.openstream(where) as stream:
            return bytes(stream.read(limits.ROOM))
    except Exception:  # a stream that is not where the file says it is
        return b""


def _numbers(file: Any, place: Path) -> dict[int, int]:
    """The properties that are numbers, by theirs; times in tenths of microseconds since 1601."""
    where = "/".join((*place, _PROPERTIES))
    try:
        with file.openstream(where) as stream:
            data = bytes(stream.read(1024 * 1024))
    except Exception:  # a message without them still has its text
        return {}
    start = 32 if not place else 24
    entries = (data[at : at + 16] for at in range(start, len(data) - 15, 16))
    parts = (struct.unpack("<HHIQ", entry) for entry in entries)
    return {number: value & 0xFFFFFFFF if kind == 3 else value for kind, number, _flags, value in parts}


def _moment(ticks: int | None) -> str:
    try:
        at = _EPOCH + dt.timedelta(microseconds=(ticks or 0) // 10)
    except OverflowError:
        return ""
    return at.isoformat(timespec="minutes") if at.year > 1980 else ""
