"""RTF documents to articles: the words as they stand, without what was deleted, hidden or written for programs."""

import codecs
from collections.abc import Callable
from dataclasses import replace

from reader.article import Article
from reader.dataclass import dataclass
from reader.importing import refusals
from reader.importing.office_flow import Flow
from reader.importing.options import ImportOptions
from reader.importing.properties import Properties, described
from reader.importing.rtf_code import Code, codes
from reader.importing.symbols import symbol, unprivate

# What a font's alphabet is called in Python; 2 is for fonts of symbols.
_CHARSETS = {
    0: "", 1: "", 2: "symbol", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "cp950",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
_ALPHABETS = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_SIGNS = {
    "tab": " ", "line": "\n", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "emspace": " ", "enspace": " ", "qmspace": " ", "zwj": "\u200d",
    "zwnj": "\u200c",
}  # fmt: skip
# Groups whose text is no part of the document; those that a star marks are left out besides, unless named below.
_NEVER = frozenset(
    ["fonttbl", "colortbl", "stylesheet", "pict", "header", "headerl", "headerr", "headerf", "footer", "footerl"]
) | {"footerr", "footerf", "filetbl", "revtbl", "nonshppict", "objdata", "objclass", "shprslt", "nonesttables",
     "fldinst", "template", "xe", "tc", "rxe", "annotation", "atnid", "atnauthor", "themedata", "datastore", "sp",
     "info"}  # fmt: skip
_STARRED = frozenset(["shpinst", "shppict", "ud", "fldrslt", "shptxt", "listtext", "pntext"])
_PROPERTIES = frozenset(["title", "author", "creatim"])


@dataclass(frozen=True, slots=True)
class _State:
    """What holds within a group."""

    left_out: bool = False
    hidden: bool = False
    deleted: bool = False
    raised: bool = False
    struck: bool = False
    in_table: bool = False
    font: int = -1
    fallbacks: int = 1
    destination: str = ""
    begun: bool = False
    """Whether anything but a star has stood in the group yet."""
    starred: bool = False
    ends: str = ""
    """What has to be closed with the group: a note, a box."""


def read(data: bytes, name: str, options: ImportOptions) -> Article:
    """The article in an .rtf file."""
    document = _Document()
    text = document.read(data)
    if not text:
        raise refusals.without_text(name)
    return described(text, document.properties(), options, document.struck)


def text_of(data: bytes) -> str:
    """The text of a document, without what is set about it."""
    return _Document().read(data)


class _Document:
    """Reads a document from its first brace to the end of the file, whatever braces stand in between."""

    def __init__(self) -> None:
        self._flow = Flow()
        self._state = _State()
        self._outer: list[_State] = []
        self._waiting = ""
        """Bytes, a character each, that are not decoded yet: an Asian letter is two of them."""
        self._skip = 0
        self._alphabet = "cp1252"
        self._fonts: dict[int, str] = {}
        self._told: dict[str, str] = {}
        self._day: dict[str, int] = {}
        self._default = -1
        self._cell_open = False

    def read(self, data: bytes) -> str:
        """The text of the document."""
        for code in codes(data):
            if code.kind in ("byte", "text"):
                self._bytes(code)
                continue
            self._decode()
            match code.kind:
                case "{":
                    self._skip = 0
                    self._open()
                case "}":
                    self._skip = 0
                    self._close()
                case _ if self._is_skipped(code):
                    self._skip -= 1
                case "sign":
                    self._sign(code.value)
                case _:
                    self._word(code.value, code.number)
        self._decode()
        return self._flow.text()

    def properties(self) -> Properties:
        """What the document says of itself."""
        day = [self._day[part] for part in ("yr", "mo", "dy", "hr", "min") if part in self._day]
        created = "{:04d}-{:02d}-{:02d}T{:02d}:{:02d}".format(*day) if len(day) == 5 else ""
        return Properties(self._told.get("title", ""), self._told.get("author", ""), created)

    @property
    def struck(self) -> list[str]:
        """What was struck through."""
        return self._flow.struck

    def _is_skipped(self, code: Code) -> bool:
        """Whether a word or sign is what stands there for programs that do not know the character before it.

        One that says no letter is none, whatever was announced: it ends what is skipped.
        """
        says = _SIGNS.get(code.value, " ") not in " \n" if code.kind == "word" else code.value != "*"
        if not says:
            self._skip = 0
        return self._skip > 0

    def _open(self) -> None:
        if len(self._outer) < 10_000:
            self._outer.append(self._state)
        self._state = replace(self._state, begun=False, starred=False, ends="")

    def _close(self) -> None:
        """A group ends; a brace too many ends nothing, and what follows it is read on."""
        if self._state.ends == "note":
            self._flow.close_note()
        elif self._state.ends == "box":
            self._flow.close_box()
        if len(self._outer) > 1:
            self._state = self._outer.pop()

    def _sign(self, sign: str) -> None:
        match sign:
            case "*":
                self._state = replace(self._state, starred=True)
                return
            case "\n" | "\r":
                self._paragraph()
            case "~":
                self._say("\u00a0")
            case "_":
                self._say("-")
            case "-":
                self._say("\u00ad")
            case "\\" | "{" | "}":
                self._say(sign)
        self._state = replace(self._state, begun=True)

    def _word(self, word: str, number: int | None) -> None:
        if not self._state.begun and self._begins(word):
            return
        self._state = replace(self._state, begun=True)
        if self._told_by(word, number):
            return
        if change := _CHANGES.get(word):
            self._state = change(self._state, number)
        elif word == "plain":
            self._state = replace(
                self._state, hidden=False, deleted=False, raised=False, struck=False, font=self._default
            )
        elif word in _SIGNS:
            self._say(_SIGNS[word])
        elif word == "u" and number is not None:
            self._say(unprivate(chr(number % 0x10000), ""))
            self._skip = self._state.fallbacks
        elif word in ("par", "sect", "page", "column"):
            self._paragraph()
        elif not self._state.left_out:
            self._table(word)

    def _begins(self, word: str) -> bool:
        """Whether a group's first word says what the group is for."""
        state = self._state
        if state.destination == "info" and word in _PROPERTIES:
            self._state = replace(state, begun=True, destination=word)
            return True
        if word in ("footnote", "shptxt") and not (word == "footnote" and state.left_out):
            self._flow.open()
            ends = "note" if word == "footnote" else "box"
            self._state = replace(state, left_out=False, destination=word, begun=True, ends=ends, raised=False)
            return True
        if word == "upr":
            self._state = replace(state, left_out=True, destination=word, begun=True)
            return True
        if word == "ud":  # the same again in Unicode: what held before both of them holds in it
            outside = self._outer[-2] if len(self._outer) > 1 else _State()
            self._state = replace(state, left_out=outside.left_out, destination=outside.destination, begun=True)
            return True
        if word in _NEVER or (state.starred and word not in _STARRED) or word in ("shpinst", "shp"):
            self._state = replace(state, left_out=True, destination=word, begun=True)
            return True
        return False

    def _told_by(self, word: str, number: int | None) -> bool:
        """Whether a word only tells about fonts, alphabets or the day the document was made."""
        state = self._state
        if word in ("ansicpg", "mac", "pc", "pca", "deff", "deflang", "ansi"):
            if word == "ansicpg" and number:
                self._alphabet = _known(f"cp{number}") or self._alphabet
            elif word == "deff" and number is not None:
                self._default = number
                self._state = replace(state, font=number)
            self._alphabet = _ALPHABETS.get(word, self._alphabet)
        elif state.destination == "fonttbl" and word == "f":
            self._state = replace(state, font=number or 0)
        elif state.destination == "fonttbl" and word in ("fcharset", "cpg"):
            named = _CHARSETS.get(number or 0, "") if word == "fcharset" else _known(f"cp{number}")
            if named:
                self._fonts[state.font] = named
        elif state.destination == "creatim" and number is not None:
            self._day[word] = number
        else:
            return False
        return True

    def _table(self, word: str) -> None:
        if word in ("cell", "nestcell"):
            if not self._cell_open:  # of a row whose paragraphs are not said to be in a table, too
                self._flow.open_around()
            self._flow.close_cell()
            self._cell_open = False
        elif word in ("row", "nestrow"):
            self._flow.close_row()

    def _paragraph(self) -> None:
        if not self._state.left_out and not self._state.deleted:
            self._flow.end()

    def _bytes(self, code: Code) -> None:
        """Text, without what stands there for programs that do not know the character before it."""
        self._state = replace(self._state, begun=True) if not self._state.begun else self._state
        said = code.value
        if self._skip:
            skipped = min(self._skip, len(said))
            self._skip -= skipped
            said = said[skipped:]
        self._waiting += said

    def _decode(self) -> None:
        if not self._waiting:
            return
        data, self._waiting = self._waiting.encode("latin-1"), ""
        name = self._fonts.get(self._state.font, "") or self._alphabet
        if name == "symbol":
            self._say("".join(symbol(byte, "Symbol") if byte >= 0x80 else chr(byte) for byte in data))
        else:
            self._say(data.decode(name, "replace"))

    def _say(self, text: str) -> None:
        state = self._state
        if state.destination in ("title", "author"):
            self._told[state.destination] = (self._told.get(state.destination, "") + text)[:1000]
        elif state.struck and not (state.left_out or state.hidden or state.deleted):
            self._flow.struck.append(text)
        elif not (state.left_out or state.hidden or state.deleted):
            if state.in_table and not self._cell_open and text.strip():
                self._flow.open()
                self._cell_open = True
            (self._flow.say_raised if state.raised and text.strip() else self._flow.say)(text)


def _switch(field: str) -> Callable[[_State, int | None], _State]:
    """A property of letters, which a 0 after its word takes back."""
    change: Callable[..., _State] = replace
    return lambda state, number: change(state, **{field: number != 0})


_CHANGES: dict[str, Callable[[_State, int | None], _State]] = {
    "v": _switch("hidden"),
    "webhidden": _switch("hidden"),
    "deleted": _switch("deleted"),
    "strike": _switch("struck"),
    "striked": _switch("struck"),
    "super": _switch("raised"),
    "up": _switch("raised"),
    "nosupersub": lambda state, _number: replace(state, raised=False),
    "sub": lambda state, _number: replace(state, raised=False),
    "f": lambda state, number: replace(state, font=number or 0),
    "uc": lambda state, number: replace(state, fallbacks=min(max(number if number is not None else 1, 0), 10)),
    "intbl": lambda state, _number: replace(state, in_table=True),
    "trowd": lambda state, _number: replace(state, in_table=True),
    "pard": lambda state, _number: replace(state, in_table=False),
}


def _known(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""
