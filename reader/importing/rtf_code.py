"""RTF taken apart: braces, control words and the bytes of the text between them, in the order of the file."""

import re
from collections.abc import Iterator

from reader.dataclass import dataclass

_TOKEN = re.compile(
    r"\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?|\\(?P<sign>[^a-zA-Z])"
    r"|(?P<brace>[{}])|[\r\n\0]+|(?P<text>[^\\{}\r\n\0]+)"
)
# Pictures and other objects are megabytes of hexadecimal digits, which no reader needs.
_DIGITS = re.compile(r"(?:[0-9a-fA-F]{64,}\s{0,2})+")


@dataclass(frozen=True, slots=True)
class Code:
    """One piece: `kind` is "{", "}", "word", "sign", "byte" or "text"; bytes and text hold a byte a character."""

    kind: str
    value: str
    number: int | None = None


def codes(data: bytes) -> Iterator[Code]:
    """The pieces; what \\bin announces is passed over."""
    source = _DIGITS.sub("", data.decode("latin-1"))
    at = 0
    while found := _TOKEN.search(source, at):
        at = found.end()
        if word := found["word"]:
            number = int(found["number"]) if found["number"] else None
            if word == "bin" and number:
                at += max(0, number)
            yield Code("word", word, number)
        elif found["hex"]:
            yield Code("byte", chr(int(found["hex"], 16)))
        elif found["brace"]:
            yield Code(found["brace"], "")
        elif found["sign"]:
            yield Code("sign", found["sign"])
        elif found["text"]:
            yield Code("text", found["text"])
