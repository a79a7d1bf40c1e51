"""The lines of a PDF page with their places, in the order in which people read them: column after column."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import Any
from unicodedata import bidirectional

from reader.dataclass import dataclass
from reader.importing.pdf_letters import GENERATED, Letter, letters_of
from reader.importing.superscripts import raised

_GUTTER = 8.0
_SPACE = 0.06
"""Of the height of a line: what parts words where they are set tight, beyond what parts the letters of a word."""
_SPACE_BESIDE_SPACES = 0.2
"""The same where the file has spaces too: what is less wide than most of these parts letters."""
_SPACED = 0.07
"""Spaces to a letter in a line of words that are parted by spaces; there is one to five or six."""
_SPACE_OF_JOINED = 0.12
"""The same of a line that is read to the left: joined letters are stretched to fill it."""
_CAPITAL = 1.8
"""Times as high as its line is the letter that opens an article."""
_RAISED = 0.82
"""Of the height of a line: smaller and higher signs are the marks of notes, powers, ordinals."""
_ENDS = frozenset("\r\n")
_NEAR = 24
"""Characters of a number or a name that stands in a line of the other direction."""
_LEFTWARD = frozenset(["R", "AL"])
_FIRST = "\u0590"
"""No letter before this one is written to the left."""
_BRACKETS = str.maketrans("()[]{}", ")(][}{")
_MIRRORED = str.maketrans("()[]{}«»‹›“”‘’", ")(][}{»«›‹”“’‘")
# A closing sign where a word begins, an opening one where it ends.
_FACING_AWAY = re.compile(r"(?<!\S)[)\]}»›”’](?=\w)|(?<=\w)[(\[{«‹“‘](?=[\s.,:;!?،؛؟]|$)|(?<=[.!?؟])[(\[{«‹“‘](?=\s|$)")
_BEFORE_A_NUMBER = re.compile(r"(?<!\S)([,،.;؛:%٪])(\d[\d.,/-]*)(?!\S)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of one column; places in points from the left and the bottom of the page."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def height(self) -> float:
        """Of its letters, in points."""
        return self.top - self.bottom


def lines_of(page: Any) -> list[Line]:
    """The lines of a page of a document in reading order; what is turned otherwise than most of it last."""
    result: list[Line] = []
    for letters in letters_of(page):
        result += _ordered(_with_capitals(_pieces(letters)), 0)
    return result


def _pieces(letters: Sequence[Letter]) -> list[Line]:
    """Runs of characters side by side: a line is cut where a gap is too wide for a space."""
    result: list[Line] = []
    run: list[Letter] = []
    ended = False
    for place, letter in enumerate(letters):
        if letter.sign in _ENDS:
            ended = True
            continue
        if letter.placed:
            last = next((one for one in reversed(run) if one.placed), None)
            if last is not None and (
                (_is_apart(last, letter) and not _is_around(run, letters[place : place + _NEAR]))
                or _is_capital(run, letter)
                or (ended and not _goes_on(last, letter))
            ):
                _close(run, result)
                run = []
            ended = False
        if run or letter.placed:
            run.append(letter)
    _close(run, result)
    return result


def _is_apart(last: Letter, here: Letter) -> bool:
    """Whether a character does not go on where the last one ended."""
    size = max(last.height, here.height, 6.0)
    apart = here.left - last.right > 1.6 * size or here.right < last.left - 2 * size
    return apart or abs(here.bottom - last.bottom) > size


def _is_around(run: Sequence[Letter], coming: Sequence[Letter]) -> bool:
    """Whether a run that is written to the left goes on past a number, or a name in Latin letters, that is not.

    Such a piece fills what looks like a gap from one character to the next: those that come stand right beside the
    last one, or the first of them right beside those before.
    """
    before = [one for one in run[-_NEAR:] if one.placed]
    last, here = before[-1], coming[0]
    size = max(last.height, here.height, 6.0)
    if here.right > last.left or abs(here.bottom - last.bottom) > 0.5 * size:
        return False
    if not any(_is_letter_to_the_left(one.sign) for one in (*before, here)):
        return False
    level = [one for one in coming if one.placed and abs(one.bottom - last.bottom) < 0.5 * size]
    fills = any(-0.3 * size < last.left - one.right < size for one in level)
    return fills or any(-0.3 * size < one.left - here.right < size for one in before)


def _is_capital(run: Sequence[Letter], here: Letter) -> bool:
    """Whether a run is the large letter that opens an article, and a character stands beside it."""
    placed = [one for one in run[:4] if one.placed]
    return len(placed) <= 2 and len(run) <= 4 and placed[-1].height > _CAPITAL * here.height


def _goes_on(last: Letter, here: Letter) -> bool:
    """Whether a line goes on in spite of the end that PDFium puts behind a raised sign."""
    size = max(last.height, here.height)
    beside = -0.2 * size < here.left - last.right < 0.5 * size
    return beside and here.bottom < last.top and last.bottom < here.top


def _close(run: Sequence[Letter], result: list[Line]) -> None:
    placed = [one for one in run if one.placed]
    if not any(one.on_page for one in placed):
        return
    said = _said(run, placed).strip()
    said = said.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # halves of one sign, one after the other
    if said:
        left, right = min(one.left for one in placed), max(one.right for one in placed)
        bottom, top = median(one.bottom for one in placed), median(one.top for one in placed)
        result.append(Line(said, left, right, bottom, top))


def _said(run: Sequence[Letter], placed: Sequence[Letter]) -> str:
    """The text of a run: a space where words are set so tight that the file has none, no raised marks of notes."""
    size = median(one.height for one in placed)
    base = median(one.bottom for one in placed)
    gaps = [_gap(before, after) for before, after in pairwise(placed)]
    leftward = _is_leftward("".join(one.sign for one in placed))
    usual = median(gaps) if gaps else 0.0
    tight = usual + (_SPACE_OF_JOINED if leftward else _SPACE) * size
    wide = usual + _SPACE_BESIDE_SPACES * size if _is_spaced(run, placed) else tight
    is_told = False
    text, high = "", ""
    last: Letter | None = None
    for letter in run:
        if letter.sign == GENERATED:
            is_told = True
            continue
        sign = letter.sign if letter.sign >= " " or letter.sign in "\t\x02" else ""
        if letter.placed and letter.height < _RAISED * size and letter.bottom > base + 0.12 * size:
            high += sign
            last = letter
            continue
        if high:
            text, high = text + raised(text, high), ""
        if letter.placed and last is not None and _gap(last, letter) > (tight if is_told else wide):
            text += "" if text.endswith(" ") else " "
        is_told = False
        text += sign
        last = letter if letter.placed else None
    text += raised(text, high) if high else ""
    return _turned(text) if leftward else text


def _is_leftward(text: str) -> bool:
    """Whether most signs of a text are letters that are written to the left."""
    return bool(text) and max(text) >= _FIRST and 2 * sum(map(_is_letter_to_the_left, text)) > len(text)


def _is_spaced(run: Sequence[Letter], placed: Sequence[Letter]) -> bool:
    """Whether the words of a run are parted by spaces in the file, as they are in most."""
    return sum(one.sign == " " for one in run) > _SPACED * len(placed)


def _turned(text: str) -> str:
    """A line that is read to the left with its signs as they are written: PDFium gives brackets and quotation marks
    as they look from the other side, and puts what follows a number before it."""
    text = _BEFORE_A_NUMBER.sub(r"\2\1", text)
    brackets = [sign for sign in text if sign in "()[]{}"]
    if brackets and brackets[0] in ")]}" and brackets[-1] in "([{":
        text = text.translate(_BRACKETS)
    return _FACING_AWAY.sub(lambda found: found[0].translate(_MIRRORED), text)


def _gap(last: Letter, here: Letter) -> float:
    """How much white there is from a character to the next one; where writing goes to the left, on its other side."""
    to_the_right = here.left - last.right
    if max(last.sign, here.sign) < _FIRST or not (
        _is_letter_to_the_left(last.sign) or _is_letter_to_the_left(here.sign)
    ):
        return to_the_right
    return max(to_the_right, last.left - here.right)


def _is_letter_to_the_left(sign: str) -> bool:
    return sign >= _FIRST and bidirectional(sign) in _LEFTWARD


def _with_capitals(lines: list[Line]) -> list[Line]:
    """The lines with the large letter that opens an article put before the line that it belongs to."""
    usual = median([one.height for one in lines]) if lines else 0.0
    result = list(lines)
    for capital in [one for one in lines if len(one.text.strip("“\"‘«„'")) == 1 and one.height > _CAPITAL * usual]:
        first = next((n for n, one in enumerate(result) if one is not capital and _belongs(capital, one, usual)), None)
        if capital.text[-1].isalpha() and first is not None:
            line = result[first]
            result[first] = replace(line, text=_joined(capital.text, line.text, lines))
            result = [one for one in result if one is not capital]
    return result


def _belongs(capital: Line, line: Line, usual: float) -> bool:
    """Whether a line is the first beside a large letter."""
    beside = -0.3 * usual < line.left - capital.right < 1.5 * usual
    return beside and line.height < 1.5 * usual and capital.top - 1.2 * usual < line.top < capital.top + 0.8 * usual


def _joined(capital: str, text: str, lines: Sequence[Line]) -> str:
    """The letter and the line; "A" and "I" are words where what follows is one too."""
    first = text.split(maxsplit=1)[0].lower().strip(".,;:")
    alone = capital[-1] in "AIOEY" and any(first in one.text.lower().split() for one in lines if one.text != text)
    return f"{capital} {text}" if alone and text[:1].islower() else f"{capital}{text}"


def _ordered(lines: Sequence[Line], depth: int) -> list[Line]:
    """Where a gutter parts the lines: band by band between lines that cross it, left before right."""
    gutter = _gutter(lines) if depth < 4 else None
    if gutter is None or not _is_across(lines, gutter):
        return list(lines)
    crossing = sorted((one for one in lines if one.left < gutter < one.right), key=lambda one: -one.top)
    rest = [one for one in lines if not one.left < gutter < one.right]
    result: list[Line] = []
    for border in crossing:
        result += _side_by_side([one for one in rest if one.bottom >= border.bottom], gutter, depth)
        rest = [one for one in rest if one.bottom < border.bottom]
        result.append(border)
    return result + _side_by_side(rest, gutter, depth)


def _side_by_side(band: Sequence[Line], gutter: float, depth: int) -> list[Line]:
    """The lines left of a gutter from top to bottom, then those right of it; where they are read to the left, first."""
    left, right = [one for one in band if one.right <= gutter], [one for one in band if one.right > gutter]
    leftward = sum(_is_leftward(one.text) for one in band) > len(band) / 2
    sides = (right, left) if leftward else (left, right)
    return [one for side in sides for one in _ordered(sorted(side, key=lambda one: -one.top), depth + 1)]


def _is_across(lines: Sequence[Line], gutter: float) -> bool:
    """Whether the file was written from side to side; most are written in the order in which they are read."""
    sides = [one.left > gutter for one in lines if not one.left < gutter < one.right]
    switches = sum(a != b for a, b in pairwise(sides))
    return switches >= min(sum(sides), len(sides) - sum(sides))


def _gutter(lines: Sequence[Line]) -> float | None:
    """The place of a white strip down the middle that hardly a line crosses, and many lines keep to one side of."""
    if len(lines) < 8:
        return None
    left, right = min(one.left for one in lines), max(one.right for one in lines)
    best: tuple[int, float] | None = None
    for one in {round(line.left, 0) for line in lines if left + 0.25 * (right - left) < line.left < right}:
        place = one - _GUTTER / 2
        crossed = sum(line.left < place < line.right for line in lines)
        sides = sum(line.right <= place + 1 for line in lines), sum(line.left >= place for line in lines)
        facing = median([line.left for line in lines if line.left >= place] or [right]) - place
        if min(sides) >= max(4, 0.2 * len(lines)) and crossed <= 0.25 * len(lines) and facing < 40:
            best = min(best or (crossed, place), (crossed, place))
    return best[1] if best else None
