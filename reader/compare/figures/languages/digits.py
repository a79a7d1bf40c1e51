"""Digits with the separators of a language, in whatever script they are written."""

import re
import unicodedata

from reader.compare.figures.numbers.digits import MOST_DIGITS, step

_BLANKS = re.compile("[\u00a0\u202f\u2009\u2007 '’٬]")
_POINTS = str.maketrans({"٫": ".", "．": "."})


def plain(written: str, decimal: str) -> tuple[float, float] | None:
    """The value and the step of a run of digits whose decimal sign is `decimal`; None where it is no single number."""
    if len(written) > MOST_DIGITS + 8:
        return None
    bare = _BLANKS.sub("", written)
    if "٫" in bare or "．" in bare:
        decimal = "."
    bare = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in bare.translate(_POINTS))
    whole, decimals = _parted(bare, decimal)
    if whole is None:
        return None
    return float(f"{whole}.{decimals or 0}"), step(whole, decimals)


def _parted(bare: str, decimal: str) -> tuple[str | None, str]:
    """The digits before and behind the decimal sign; None where the signs make no sense."""
    group = "," if decimal == "." else "."
    if "," in bare and "." in bare:  # the last of the two is the decimal sign
        decimal, group = (",", ".") if bare.rfind(",") > bare.rfind(".") else (".", ",")
    whole, point, decimals = bare.rpartition(decimal) if bare.count(decimal) == 1 else (bare, "", "")
    if decimal in whole or group in decimals:
        return (_grouped(bare, decimal), "") if not point else (None, "")
    if group not in whole:
        return whole, decimals
    if not point and whole.count(group) == 1 and len(whole.partition(group)[2]) != 3:  # 3.5 where 3,5 is usual
        return whole.partition(group)[0], whole.partition(group)[2]
    return _grouped(whole, group), decimals


def _grouped(whole: str, group: str) -> str | None:
    first, *rest = whole.split(group)
    return first + "".join(rest) if 0 < len(first) <= 3 and first != "0" and all(len(g) == 3 for g in rest) else None


def has_three_decimals(written: str) -> bool:
    """Whether exactly three digits stand behind a lone comma or full stop: where nobody counts in thousandths, the
    sign parts thousands, as in the Spanish of Mexico.
    """
    parts = re.split("[.,]", written)
    return len(parts) == 2 and len(parts[1]) == 3 and 0 < len(parts[0]) <= 3 and parts[0].strip("0") != ""
