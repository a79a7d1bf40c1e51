"""The words of a stretch by what they mean, each in the one form of all ways to write it, and which runs are one.

"aren't" is "are not", "colour" is "color", "bath tub" is "bathtub", 5,800 is 5800, "two" is 2, "1.5 million" is
1,500,000: in the languages of `contractions.toml`; in others letters, numbers and compounds alone.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from reader.compare.passages.numerals import numerals
from reader.lexicon import load
from reader.text.folding import folded
from reader.text.spans import Span
from reader.text.tokens import TOKEN

_WORD = re.compile(rf"(?<![\d.,])\d{{1,3}}(?:[ \u00a0\u2009\u202f]\d{{3}})+(?![\d])|{TOKEN.pattern}|[%&$€£¥]")
_EVERY = load("contractions")["every"]
_CURRENCIES: Mapping[str, str] = _EVERY["currencies"]
_SCALED: Mapping[str, str] = _EVERY["scaled"]
_ORDINALS, _COMMA_GROUPS = frozenset(_EVERY["ordinals"].split()), frozenset(_EVERY["comma_groups"].split())
_GROUPS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_LONGEST = 12
"""Words in two runs that are held against one another as a whole, at most."""

Unit = tuple[Span, str]
"""A word, or a part of one that counts for itself, and the one form of all ways to write it."""


def units(text: str, span: Span, language: str = "en", *, exact: bool = False) -> Iterator[Unit]:
    """The words of a stretch, each with its place and its one form; a contraction gives each of its words.

    `exact` takes every word as it is written.
    """
    found = list(_WORD.finditer(text, span.start, span.end))
    if exact:
        yield from ((Span(*m.span()), folded(m[0])) for m in found if m[0] not in "%&$€£¥")
        return
    words = _Words.of(language[:2])
    sign: Unit | None = None
    for n, match in enumerate(found):
        place, form = Span(*match.span()), folded(match[0])
        if match[0] in _CURRENCIES:
            sign = (place, _CURRENCIES[match[0]])
            continue
        glued = n > 0 and found[n - 1].end() == match.start() and found[n - 1][0][0].isdigit()
        if glued and form in _ORDINALS:
            continue
        parts = (_SCALED[form],) if glued and form in _SCALED else words.parts(form)
        if len(parts) > 1 and _is_ideograph(match[0][0]):
            yield from ((Span(place.start + k, place.start + k + 1), part) for k, part in enumerate(parts))
        else:
            yield from ((place, words.plain(part)) for part in parts)
        if sign is not None and not _is_amount(found, n + 1):
            yield sign
            sign = None
    if sign is not None:
        yield sign


def _is_amount(found: Sequence["re.Match[str]"], n: int) -> bool:
    """Whether a word still belongs to the number of a sum: "million", or what stands for it."""
    form = folded(found[n][0]) if n < len(found) else ""
    return form in _SCALED or form.rstrip("s") in _SCALED.values()


def are_one(mine: Sequence[str], yours: Sequence[str], language: str = "en") -> bool:
    """Whether two runs of forms say the same in other words: the same letters, another contraction, one number."""
    if not mine or not yours or len(mine) + len(yours) > _LONGEST:
        return False
    code = language[:2]
    may_be = _Words.of(code).alternatives
    if len(mine) == len(yours) and all(_agree(a, b, may_be) for a, b in zip(mine, yours, strict=True)):
        return True
    if _letters(mine, code) == _letters(yours, code):
        return True
    amounts = [_value(side, code) for side in (mine, yours)]
    return amounts[0] is not None and amounts[0] == amounts[1]


def _agree(a: str, b: str, may_be: Mapping[str, frozenset[str]]) -> bool:
    return a == b or b in may_be.get(a, ()) or a in may_be.get(b, ())


def _letters(forms: Sequence[str], code: str) -> str:
    whole = "".join(forms).replace("'", "")
    if code == "de":  # "Mueller" is "Müller"
        whole = re.sub("([aou])e", r"\1", whole)
    return whole


def _value(forms: Sequence[str], code: str) -> float | None:
    """The number that some words give; None where they give none, or more than one."""
    words = _Words.of(code)
    total: float | None = None
    for form in forms:
        scale = words.scales.get(form)
        if scale is not None:
            total = (1.0 if total is None else total) * scale
        elif not _is_number(form):
            return None
        elif total is None:
            total = float(form)
        elif 0 < float(form) < 10 and total % 10 == 0 and 20 <= total < 100:  # "twenty-one"
            total += float(form)
        else:
            return None
    return None if total is None else round(total, 4)


def _is_number(form: str) -> bool:
    return re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", form) is not None


class _Words:
    """How one language writes the same word in several ways."""

    def __init__(self, code: str) -> None:
        table = load("contractions").get(code, {})
        self._contractions: Mapping[str, str] = table.get("contractions", {})
        self._endings: Mapping[str, str] = table.get("endings", {})
        self._numerals = {**numerals(code), **table.get("numerals", {})}
        self._spelling: Mapping[str, str] = {**load("spelling").get(code, {}), **table.get("spellings", {})}
        self._words: dict[str, str] = {
            form: base for base, forms in table.get("words", {}).items() for form in forms.split()
        }
        self.scales = {form: float(value) for form, value in table.get("scales", {}).items()}
        self.alternatives = {form: frozenset(words.split()) for form, words in table.get("alternatives", {}).items()}
        self._comma_groups = not code or code in _COMMA_GROUPS
        self._plain: dict[str, str] = {}

    @staticmethod
    @cache
    def of(code: str) -> "_Words":
        """Those of a language, by its ISO 639-1 code; empty tables for one that has none."""
        return _Words(code)

    def parts(self, form: str) -> tuple[str, ...]:
        """The words of a contraction, or of what is written without spaces between words."""
        if form in self._contractions:
            return tuple(self._contractions[form].split())
        for ending, word in self._endings.items():
            if form.endswith(ending) and len(form) > len(ending):
                return *self.parts(form.removesuffix(ending)), word
        if len(form) > 1 and _is_ideograph(form[0]):
            return tuple(form)
        return (form,)

    def plain(self, form: str) -> str:
        """The one form of a word that is spelt in several ways."""
        known = self._plain.get(form)
        if known is None:
            known = self._plain[form] = self._read(form)
        return known

    def _read(self, form: str) -> str:
        if form[0].isdigit():
            return self._number(form)
        if form in self._words:
            return self._words[form]
        if form in self._numerals:
            return str(self._numerals[form])
        for ending, other in self._spelling.items():
            if form.endswith(ending) and len(form) > len(ending) + 2:
                return form[: -len(ending)] + str(other)
        return form

    def _number(self, form: str) -> str:
        """Digits without what only groups them, and a full stop before decimals: 5,800; in German 5.800 and 1,5."""
        form = re.sub(r"\s", "", form)
        if not self._comma_groups:
            form = form.replace(".", "") if _GROUPS.fullmatch(form) or "," in form else form
            form = form.replace(",", ".")
        whole, dot, rest = form.replace(",", "").partition(".")
        rest = rest.rstrip("0") if dot else ""
        return (whole.lstrip("0") + ("." + rest if rest else "")) or "0"


@cache
def _is_ideograph(letter: str) -> bool:
    return letter > "\u2fff" and unicodedata.name(letter, "").startswith(("CJK", "HIRAGANA", "KATAKANA"))
