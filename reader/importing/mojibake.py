"""Whether a text was decoded wrongly before it was saved: UTF-8 that somebody read as one of the Windows code pages."""

import re
from functools import cache

from reader.dataclass import dataclass

_PAGES = ("cp1252", "cp1250", "cp1251")  # Latin-1 differs from the first only in controls, which count as its signs
_LOOKED_AT = 200_000  # characters
_LEAST = 3  # wrong characters; one in capitals before a quotation mark ("CAFÉ”") happens in the best of texts
_ALONE = (("\x80", "\u0250"), ("\u1e00", "\u1f00"), ("\u2000", "\u2c00"), ("\ufb00", "\ufb07"), ("\ufeff", "\uff00"),
          ("\U0001f000", "\U00020000"))  # fmt: skip
_SHARE = 0.5  # of what is beyond ASCII; in a right text it is hardly ever above a hundredth


def misread(text: str) -> str:
    """A piece of `text` that shows it was decoded wrongly, or nothing where it was not.

    What lies beyond ASCII is, for the larger part, the bytes of UTF-8 in the letters of a code page: it would decode
    cleanly. Right texts have such pairs only by chance, and then among many letters that decode to nothing.
    """
    text = text[:_LOOKED_AT]
    if text.isascii():
        return ""
    beyond = len(text) - len(text.encode("ascii", "ignore"))
    there = set(text)
    pages = (page for page in _PAGES if not there.isdisjoint(_beginnings(page)))
    return next((shown for page in pages if (shown := _misread_as(page, text, beyond))), "")


def _misread_as(page: str, text: str, beyond: int) -> str:
    made = _page(page)
    first, wrong, covered, sure = "", 0, 0, 0
    for run in made.runs.finditer(text):
        if _is_quoted_capital(text, run):
            continue
        signs = len(made.signs.findall(run[0]))
        letters = _letters(made.signs.sub("", run[0]).translate(made.back))
        if not signs and not letters:
            continue
        first = first or run[0]
        wrong, covered, sure = wrong + signs + letters, covered + len(run[0]), sure + signs
    mostly = covered >= _SHARE * beyond
    return first[:12] if sure >= _LEAST or (mostly and (sure or wrong >= _LEAST)) else ""


def _is_quoted_capital(text: str, run: re.Match[str]) -> bool:
    """Whether a run is a capital and the quotation mark after it, of a word in capitals or quoted alone: CAFÉ”, “Å”."""
    before = text[run.start() - 1 : run.start()]
    capital = len(run[0]) == 2 and run[0][0].isupper() and run[0][1] in "”’»"
    return capital and (before.isupper() or before in {"“", "‘", "«", "„"})


def _letters(written: str) -> int:
    """How many characters these bytes, in the letters of Latin-1, are; 0 where they are none or an unlikely one."""
    try:
        meant = written.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return 0
    return len(meant) if len(meant) > 1 or _stands_alone(meant) else 0


def _stands_alone(meant: str) -> bool:
    """Latin letters and signs do among ASCII; one letter of another alphabet in front of a space does not."""
    return any(first <= meant < end for first, end in _ALONE)


@dataclass(frozen=True, slots=True)
class _Page:
    """How a code page shows UTF-8: its runs of such letters, its typographic signs, and its letters as bytes."""

    runs: re.Pattern[str]
    signs: re.Pattern[str]
    back: dict[int, int]


@cache
def _beginnings(page: str) -> frozenset[str]:
    """What runs begin with: a text that has none of it needs no patterns, which take a millisecond."""
    return frozenset(bytes(range(0xC2, 0xF5)).decode(page, "ignore"))


@cache
def _page(name: str) -> _Page:
    shown = {byte: bytes((byte,)).decode(name, "ignore") for byte in range(0x80, 0x100)}
    back = {ord(letter): byte for byte, letter in shown.items() if letter}
    back |= {byte: byte for byte in range(0x80, 0xA0)}  # what a page leaves out is shown as the control of that number
    two, three, four = (_any(shown, *ends) for ends in ((0xC2, 0xE0), (0xE0, 0xF0), (0xF0, 0xF5)))
    more = f"[{_any(shown, 0x80, 0xC0)}\x80-\x9f]"
    # The quotation marks and dashes of English begin so in UTF-8; the last of the three bytes is often lost on the way.
    signs = re.escape(shown[0xE2] + shown[0x80]) + more + "?"
    runs = f"(?:{signs}|[{two}]{more}|[{three}]{more}{{2}}|[{four}]{more}{{3}})+"
    return _Page(re.compile(runs), re.compile(signs), back)


def _any(shown: dict[int, str], first: int, end: int) -> str:
    return re.escape("".join(shown[byte] for byte in range(first, end)))
