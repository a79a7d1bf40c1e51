"""Bytes to text: the encoding is found; line ends become line feeds, a byte order mark goes, nothing else alters.

A byte order mark is believed, then UTF-8 where the bytes are that, then what the file says of itself as a browser
would take it, unless the bytes refute it; last, the likeliest. What is not sure is told; the sign U+FFFD stands in the
place of bytes that are no letters, and of an article that has it `plain_text` tells.
"""

import codecs
import re
import unicodedata

from reader.dataclass import dataclass
from reader.errors import ImportFailure
from reader.i18n import _
from reader.importing import refusals
from reader.importing.binary import is_locked, kind_of
from reader.importing.encoding_guess import fits, likeliest
from reader.notices import Notice, NoticeKind, notice

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
_LEAST_FIT = 0.5
_REFUTED = 0.3
"""By so much another encoding has to fit better for the one that a file names not to be believed."""
# What browsers read under the names of smaller sets, which pages name without meaning them.
_WIDER = {
    "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5hkscs", "euc-kr": "cp949", "shift_jis": "cp932",
    "euc-jp": "euc_jp", "iso-2022-jp": "iso2022_jp_2",
}  # fmt: skip
# What a page says of itself: what stands in a script's or a link's element is said of another file.
_CHARSET = re.compile(
    rb"(?:<meta\b[^>]{0,500}?\bcharset|<\?xml\b[^>]{0,200}?\bencoding)\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_.:-]{2,40})",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(rb"<html[^>]{0,500}?\slang\s{0,9}=\s{0,9}[\"']?([A-Za-z]{2})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DecodedText:
    """A text and what there is to say of how it was decoded."""

    text: str
    notices: tuple[Notice, ...] = ()


def decoded(data: bytes, name: str) -> str:
    """The text that `data` holds; `ImportFailure`, naming the file, where that is empty, binary or undecodable."""
    return decode(data, name).text


def decode(data: bytes, name: str, label: str = "", language: str = "") -> DecodedText:
    """The text that `data` holds, with notices; `ImportFailure` where that is empty, binary or undecodable.

    `label`: the encoding that the file, or who sent it, names; `language`: an ISO 639-1 code that it names.
    """
    if not data.strip():
        raise _empty(name)
    if is_locked(data):
        raise refusals.encrypted(name)
    if kind := kind_of(data):
        message = _("{name} is {kind}, not a text.").format(name=name, kind=kind)
        raise ImportFailure(message, _("Save the article as plain text and import that."))
    found = _with_mark(data, name) or _without_mark(data, name, label, language)
    text = found.text.replace("\r\n", "\n").replace("\r", "\n")
    _check(text, name)
    return DecodedText(text, found.notices)


def decode_page(data: bytes, name: str, label: str = "") -> DecodedText:
    """The same for markup, which may name its encoding and its language near its top.

    `label`: what the server that sent it said, which browsers believe before the page.
    """
    top = data[:_SAMPLE]
    said, language = _CHARSET.search(top), _LANGUAGE.search(top)
    named = label if python_name(label) else said[1].decode("ascii") if said else ""
    return decode(data, name, named, language[1].decode("ascii").lower() if language else "")


def python_name(label: str) -> str:
    """What Python calls an encoding that browsers know by this name; empty where they know none."""
    if not label:
        return ""
    import webencodings

    found = webencodings.lookup(label.strip())
    if found is None or found.name in ("replacement", "x-user-defined"):
        return ""
    return _WIDER.get(found.name) or str(found.codec_info.name)


def _with_mark(data: bytes, name: str) -> DecodedText | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            found = _lenient(data[len(mark) :], encoding)
            if found is None:
                raise _undecodable(name)
            if not found.text.strip():
                raise _empty(name)
            return found
    return None


def _without_mark(data: bytes, name: str, label: str, language: str) -> DecodedText:
    named = python_name(label)
    if named.startswith("iso2022") and b"\x1b" in data and (found := _lenient(data, named)):
        return found
    wide = _wide_encoding(data[:_SAMPLE])
    for encoding in (wide, "utf-8") if wide else ("utf-8",):
        try:
            return DecodedText(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    if data.count(0) > _most_zeros(len(data)):
        raise _binary(name)
    found = _lenient(data, "utf-8") or _named(data, named, language) or _guessed(data, language)
    if found is None:
        raise _undecodable(name)
    return found


def _lenient(data: bytes, encoding: str) -> DecodedText | None:
    """The text where hardly a byte is wrong: a sign stands in the place of each that is; else None."""
    text = data.decode(encoding, "replace")
    wrong = text.count("\ufffd") - (data.count(b"\xef\xbf\xbd") if encoding == "utf-8" else 0)
    if not wrong:
        return DecodedText(text)
    right = sum(c > "\x7f" for c in text[:_SAMPLE]) - text[:_SAMPLE].count("\ufffd")
    if encoding.startswith("utf-16"):
        right = len(text) // 20
    return DecodedText(text) if right >= 2 * wrong else None


def _named(data: bytes, encoding: str, language: str) -> DecodedText | None:
    """The text in the encoding that the file names; None where it names none, or the bytes refute it."""
    if not encoding or encoding == "utf-8":
        return None
    found = _western(data) if encoding == "cp1252" else _lenient(data, encoding)
    if found is None or encoding in _WIDER.values():
        return found
    own = fits(data, encoding, language)
    best = likeliest(data, language)
    return None if best and best.score > own + _REFUTED and best.score > 0.7 else found


def _western(data: bytes) -> DecodedText:
    """Windows-1252 as browsers read it: the five bytes that are no letters are the controls of these numbers."""
    return DecodedText("".join(_WESTERN[byte] for byte in data) if _HOLES.intersection(data) else data.decode("cp1252"))


def _guessed(data: bytes, language: str) -> DecodedText | None:
    best = likeliest(data, language)
    if best is None or best.score < _LEAST_FIT:
        return None
    notices = () if best.sure else (notice(NoticeKind.ENCODING, encoding=best.encoding),)
    return DecodedText(data.decode(best.encoding, "replace"), notices)


_HOLES = frozenset([0x81, 0x8D, 0x8F, 0x90, 0x9D])
_WESTERN = [chr(byte) if byte in _HOLES else bytes([byte]).decode("cp1252") for byte in range(256)]


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


def _most_zeros(length: int) -> int:
    """So many zero bytes happen in a text that passed through old programs."""
    return 4 + length // 200


def _check(text: str, name: str) -> None:
    if not text.strip():
        raise _empty(name)
    if text.count("\0") > _most_zeros(len(text)):
        raise _binary(name)
    sample = _PLAIN.sub("", text[:_CHECKED])
    odd = sum(
        c == "\ufffd" or (c not in "\t\n\v\f\x85" and unicodedata.category(c) in ("Cc", "Cn", "Co")) for c in sample
    )
    if odd > 4 + 0.04 * len(text[:_CHECKED]):
        raise _undecodable(name)


def _empty(name: str) -> ImportFailure:
    return ImportFailure(_("{name} is empty.").format(name=name), _("Save the article again, with its text."))


def _binary(name: str) -> ImportFailure:
    message = _("{name} is binary data, not a text.").format(name=name)
    return ImportFailure(message, _("Save the article as plain text and import that."))


def _undecodable(name: str) -> ImportFailure:
    message = _("{name} is in an encoding that cannot be told, or is no text.").format(name=name)
    return ImportFailure(message, _("Save it as UTF-8 and import it again."))
