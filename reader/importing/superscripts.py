"""Raised figures: a power stays one, an ordinal joins its number, and the mark of a note is no part of the number.

"12" with the mark of note 3 is 12 and not 123; "10 m" with a raised 2 is 10 m²; "2" with a raised 10 is 2¹⁰.
"""

import re

_RAISED = str.maketrans("0123456789+-−()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾")
_NOTE = re.compile(r"[\[(]?(?:\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,5}|[*†‡§¶]{1,4})[\])]?")
_POWER = re.compile(r"[-−+]?\d{1,3}")
_BASE = re.compile(r"(?<![\d.,])(?:2|10)\s?$")
_PRICE = re.compile(r"[$£€¥]\s?\d{1,6}$")
_UNIT = re.compile(r"(?<![^\W\d_])(?:[kcmdµ]?m|ft|in|yd|mi|sq|s|h|км|м|см|мм)$")


def raised(before: str, mark: str, *, note: bool = False) -> str:
    """What a raised `mark` adds to the text `before` it: nothing where it is the mark of a note.

    `note`: the file itself says that it is one.
    """
    mark = " ".join(mark.split())
    if note or not mark:
        return ""
    if _POWER.fullmatch(mark) and (not before.strip() or before[-1:].isspace() or _keeps(before, mark)):
        return mark.translate(_RAISED)
    return "" if _NOTE.fullmatch(mark) and before.strip() else mark


def _keeps(before: str, mark: str) -> bool:
    """Whether a raised number belongs to what stands before it: a base, a unit of length, a price."""
    end = before[-24:]
    if _UNIT.search(end):
        return mark.lstrip("-−+") in ("1", "2", "3", "4")
    return bool(_BASE.search(end) or (len(mark) == 2 and _PRICE.search(end)) or mark[0] in "-−+")
