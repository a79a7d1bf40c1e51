"""The page that Outlook hides in an RTF document: its tags stand in groups of their own, its text between them."""

from reader.importing.rtf_code import Code, codes

_SIGNS = {
    "par": "\n", "line": "\n", "tab": "\t", "lquote": "&lsquo;", "rquote": "&rsquo;", "ldblquote": "&ldquo;",
    "rdblquote": "&rdquo;", "endash": "&ndash;", "emdash": "&mdash;", "bullet": "&bull;",
}  # fmt: skip
_NEVER = frozenset(["fonttbl", "colortbl", "stylesheet", "info", "pict", "generator", "mhtmltag"])


def markup_in(data: bytes) -> str:
    """The markup, empty where the document was not made from a page."""
    return _Page().read(data) if b"\\fromhtml" in data[:4096] else ""


class _Page:
    """Puts the page together again."""

    def __init__(self) -> None:
        self._said: list[str] = []
        self._waiting = bytearray()
        self._alphabet = "cp1252"
        # Whether it is left out, whether a star began it, how many letters for old programs follow one by its number.
        self._group = (False, False, 1)
        self._outer: list[tuple[bool, bool, int]] = []
        self._rtf_only = False
        self._skip = 0

    def read(self, data: bytes) -> str:
        """The page in a document."""
        for code in codes(data):
            if code.kind in ("byte", "text"):
                self._bytes(code.value)
                continue
            self._decode()
            self._code(code)
        self._decode()
        return "".join(self._said).encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    def _code(self, code: Code) -> None:
        left_out, starred, fallbacks = self._group
        match code.kind:
            case "{":
                self._skip = 0
                self._outer = [*self._outer, self._group] if len(self._outer) < 1000 else self._outer
                self._group = (left_out, False, fallbacks)
            case "}":
                self._skip = 0
                self._group = self._outer.pop() if len(self._outer) > 1 else self._group
            case "sign" if code.value == "*":
                self._group = (left_out, True, fallbacks)
            case "sign":
                self._say({"~": "&nbsp;", "_": "-", "-": "&shy;"}.get(code.value, code.value))
            case _:
                self._word(code.value, code.number)
                if starred:
                    self._group = (self._group[0], False, self._group[2])

    def _word(self, word: str, number: int | None) -> None:
        if word in _NEVER or (self._group[1] and word != "htmltag"):
            self._group = (True, False, self._group[2])
        elif word == "htmlrtf":
            self._rtf_only = number != 0
        elif word == "ansicpg" and number:
            self._alphabet = f"cp{number}"
        elif word == "uc" and number is not None:
            self._group = (*self._group[:2], min(max(number, 0), 10))
        elif word == "u" and number is not None:
            self._say(chr(number % 0x10000))
            self._skip = self._group[2]
        elif word in _SIGNS:
            self._say(_SIGNS[word])

    def _bytes(self, value: str) -> None:
        skipped = min(self._skip, len(value))
        self._skip -= skipped
        self._waiting += value[skipped:].encode("latin-1")

    def _decode(self) -> None:
        if self._waiting:
            try:
                self._say(self._waiting.decode(self._alphabet, "replace"))
            except LookupError:
                self._say(self._waiting.decode("cp1252", "replace"))
            self._waiting.clear()

    def _say(self, text: str) -> None:
        if not self._group[0] and not self._rtf_only:
            self._said.append(text)
