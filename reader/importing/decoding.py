"""Bytes to text: the encoding is found; line ends become line feeds, a byte order mark goes, nothing else alters."""

import codecs
import re
import unicodedata

from reader.errors import ImportFailure
from reader.i18n import _
from reader.importing.binary import kind_of

# The longer marks first: UTF-32's little-endian mark begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 64 * 1024
_CHECKED = 16 * 1024
_PLAIN = re.compile(r"[ -~]+")
# What old Windows programs put into English text beyond ASCII: typographic signs, and a letter of a name now and then.
_WINDOWS_SIGNS = frozenset("“”‘’‚„–—…•€™©®°£§·«»¡¿½¼¾²³×\xa0")


def decoded(data: bytes, name: str) -> str:
    """The text that `data` holds; `ImportFailure`, naming the file, where that is empty, binary or undecodable."""
    if not data.strip():
        raise _empty(name)
    if kind := kind_of(data):
        message = _("{name} is {kind}, not a text.").format(name=name, kind=kind)
        raise ImportFailure(message, _("Save the article as plain text and import that."))
    text = _with_mark(data, name) or _without_mark(data, name)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    _check(text, name)
    return text


def _with_mark(data: bytes, name: str) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                text = data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise _undecodable(name) from error
            if not text.strip():
                raise _empty(name)
            return text
    return None


def _without_mark(data: bytes, name: str) -> str:
    wide = _wide_encoding(data[:_SAMPLE])
    for encoding in (wide, "utf-8") if wide else ("utf-8",):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    if b"\0" in data:
        raise _binary(name)
    text = _windows_western(data) or _guessed(data)
    if text is None:
        raise _undecodable(name)
    return text


def _wide_encoding(sample: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: Latin letters leave every second byte zero, or all letters two of four."""
    zeros = [sample[place::4].count(0) * 4 / len(sample) for place in range(4)]
    few, many = 0.1, 0.6
    match [zero > many for zero in zeros], [zero < few for zero in zeros]:
        case [False, _, True, True], [True, _, _, _]:
            return "utf-32-le"
        case [True, True, _, False], [_, _, _, True]:
            return "utf-32-be"
        case [False, True, False, True], [True, _, True, _]:
            return "utf-16-le"
        case [True, False, True, False], [_, True, _, True]:
            return "utf-16-be"
    if 0 in sample:  # other alphabets: the zero bytes of spaces, and few different upper halves
        for encoding, upper, lower in (
            ("utf-16-le", sample[1::2], sample[::2]),
            ("utf-16-be", sample[::2], sample[1::2]),
        ):
            if len(set(upper)) <= 6 < len(set(lower)) and upper.count(0) > 0.05 * len(upper):
                return encoding
    return None


def _windows_western(data: bytes) -> str | None:
    """Text that is nearly ASCII, with the signs and few letters that Windows-1252 has: surer than any guess."""
    high = bytes(byte for byte in data[:_SAMPLE] if byte >= 0x80)  # the first byte that is not ASCII
    if not high or len(high) > 0.04 * min(len(data), _SAMPLE):
        return None
    try:
        signs = sum(c in _WINDOWS_SIGNS for c in high.decode("cp1252"))
        return data.decode("cp1252") if signs >= 0.5 * len(high) else None
    except UnicodeDecodeError:
        return None


def _guessed(data: bytes) -> str | None:
    import charset_normalizer  # takes 50 ms to import, and hardly any file needs it

    best = charset_normalizer.from_bytes(data[: 1024 * 1024], threshold=0.2).best()
    if best is None:
        return None
    try:
        return data.decode(best.encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _check(text: str, name: str) -> None:
    if not text.strip():
        raise _empty(name)
    if text.count("\0") > 0.001 * len(text):  # a stray one happens in text that passed through old programs
        raise _binary(name)
    sample = _PLAIN.sub("", text[:_CHECKED])
    odd = sum(
        c == "\ufffd" or (c not in "\t\n\v\f\x85" and unicodedata.category(c) in ("Cc", "Cn", "Co")) for c in sample
    )
    if odd > 0.05 * len(text[:_CHECKED]):
        raise _undecodable(name)


def _empty(name: str) -> ImportFailure:
    return ImportFailure(_("{name} is empty.").format(name=name), _("Save the article again, with its text."))


def _binary(name: str) -> ImportFailure:
    message = _("{name} is binary data, not a text.").format(name=name)
    return ImportFailure(message, _("Save the article as plain text and import that."))


def _undecodable(name: str) -> ImportFailure:
    message = _("{name} is in an encoding that cannot be told, or is no text.").format(name=name)
    return ImportFailure(message, _("Save it as UTF-8 and import it again."))
