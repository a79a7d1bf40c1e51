"""The likeliest of the encodings that came before Unicode, by the language and by letters that make words."""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

from reader.dataclass import dataclass
from reader.lexicon import load

_LOOKED_AT = 256 * 1024  # bytes
_COUNTED = 3_000  # characters beyond ASCII
_WORD = re.compile(rb"(?<![A-Za-z\x80-\xff])[A-Za-z]{1,10}(?![A-Za-z\x80-\xff])")
_HIGH = re.compile(r"[^\x00-\x7f]")
_OPENING, _CLOSING = frozenset("“„«‘‚¿¡‹"), frozenset("”“»’‘›…،؟؛")
_BESIDE_WORDS = _OPENING | _CLOSING
_DASHES = frozenset("–—•·")
_MONEY = frozenset("£€¥¢")
_BESIDE_NUMBERS = frozenset("°½¼¾²³×±§‰ºª")
_PLAIN = frozenset("\xa0©®™†‡")
_SURE = 0.1
"""By so much of its characters the likeliest has to be likelier than the next that makes another text of it."""


@dataclass(frozen=True, slots=True)
class Guess:
    """An encoding by Python's name, how well it fits (1 is as well as can be), and whether another does as well."""

    encoding: str
    score: float
    sure: bool


def likeliest(data: bytes, language: str = "") -> Guess | None:
    """The encoding in which `data` makes the most sense; None where it makes none in any.

    `language`: an ISO 639-1 code that the file names itself.
    """
    sample = data[:_LOOKED_AT]
    languages = _languages(sample)
    if language in load("encodings")["letters"]:
        languages[language] = languages.get(language, 0.0) + 0.5
    scores = {name: _single(sample, name, languages) for name in load("encodings")["saved"]}
    scores |= _double(sample)
    ranked = sorted((name for name in scores if scores[name] > 0), key=lambda name: -scores[name])
    if not ranked:
        return None
    best = ranked[0]
    text = _decoded(sample, best)
    others = [scores[name] for name in ranked[1:] if _decoded(sample, name) != text]
    score = scores[best]
    return Guess(best, min(score, 1.0), score - max(others, default=0.0) >= _SURE and score > 0.5)


def fits(data: bytes, encoding: str, language: str = "") -> float:
    """How well an encoding of one byte a letter fits, in any language; 1 where nothing is beyond ASCII."""
    sample = data[:_LOOKED_AT]
    languages = _languages(sample)
    if language:
        languages[language] = languages.get(language, 0.0) + 0.5
    named = [name for name, known in load("encodings")["saved"].items() if _decoded(sample, name) and known]
    if encoding in named:
        return _single(sample, encoding, languages)
    everyone = tuple(load("encodings")["letters"])
    return max((_scored(_decoded(sample, encoding), one, languages) for one in everyone), default=0.0)


def _languages(sample: bytes) -> dict[str, float]:
    """How much the words in ASCII speak for each language: 1 for the likeliest, less for those that share its words."""
    said = Counter(word.decode("ascii").lower() for word in _WORD.findall(sample[:65_536]))
    table: Mapping[str, list[str]] = load("encodings")["words"]
    counts = {one: sum(said[word] for word in words) for one, words in table.items()}
    most = max(counts.values(), default=0)
    return {one: count / most for one, count in counts.items() if count} if most >= 2 else {}


def _decoded(sample: bytes, name: str) -> str:
    return sample.decode(name, "replace")


def _single(sample: bytes, name: str, languages: Mapping[str, float]) -> float:
    text = _decoded(sample, name)
    return max(_scored(text, one, languages) for one in load("encodings")["saved"][name])


def _scored(text: str, language: str, languages: Mapping[str, float]) -> float:
    """What share of the characters beyond ASCII stand where they would in this language; those out of place count less.

    A language that the words in ASCII speak for is believed more than one that they do not.
    """
    letters = _letters(language)
    total = count = 0.0
    for found in _HIGH.finditer(text):
        total += _placed(found[0], text, found.start(), letters)
        count += 1
        if count >= _COUNTED:
            break
    if not count:
        return 1.0
    spoken = languages.get(language, 0.0)
    foreign = max(letters) > "\u036f" and sum(c.isascii() and c.isalpha() for c in text[:4000]) > 3 * count
    total -= count if foreign else 0.0  # an alphabet of its own, and hardly a word in it
    return total / count + 0.25 * spoken - (0.0 if spoken or not languages else 0.15)


def _placed(c: str, text: str, at: int, letters: Mapping[str, float]) -> float:
    """How well a character stands where it is: from 1 to -2."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    known = letters.get(c.lower())
    if known is not None or (c.isalpha() and c not in "ªº"):
        return _letter(c, known, before, after)
    return _sign(c, before, after)


def _letter(c: str, known: float | None, before: str, after: str) -> float:
    if c > "\u036f" and ((before.isascii() and before.isalpha()) or (after.isascii() and after.isalpha())):
        return -1.5  # no word is of two alphabets
    if before.isdigit() or after.isdigit():
        return -0.5
    if known is None:
        return -0.5 if c.lower() in _everyone() else -1.0
    if c.isupper() and before.islower():
        return -1.0
    if c.isupper() and after.islower() and before.isalpha():
        return -0.5
    if not c.isupper() or not before.isalpha():
        return known
    return 0.6 * known if before.isupper() else 0.2


def _sign(c: str, before: str, after: str) -> float:
    if c in _MONEY:
        return 1.0 if after.isdigit() or before.isdigit() or before in " \xa0Mkmb" else -1.0
    if c in _BESIDE_WORDS and (score := _beside_word(c, before, after)) is not None:
        return score
    if c in _DASHES:
        return 0.9
    if c in _BESIDE_NUMBERS:
        return 0.8 if before.isdigit() or after.isdigit() or before in " m" else -1.0
    inside = before.isalnum() and after.isalnum()
    if c in _PLAIN:
        return 0.8 if not inside else 0.3
    if c == "\ufffd" or not c.isprintable():
        return -2.0
    return -1.0 if inside or before.isalpha() or after.isalpha() else -0.6


def _beside_word(c: str, before: str, after: str) -> float | None:
    """How well a quotation mark, a stop or an apostrophe stands at a word; None where it stands at none."""
    inside = before.isalnum() and after.isalnum()
    if c in "’‘" and inside:
        return 1.0
    if c in _OPENING and not before.isalnum() and not after.isspace():
        return 1.0
    if c in _CLOSING and not after.isalnum() and not before.isspace():
        return 1.0
    return 0.9 if c in "«»" and not inside else None  # with spaces inside, as the French set them


@cache
def _letters(language: str) -> dict[str, float]:
    """The letters of a language, the commoner counting a little more."""
    known: str = load("encodings")["letters"][language]
    latin = known[0] < "\u0370"
    return {c: (1.0 if latin else 1.15) - (0.1 if latin else 0.5) * n / len(known) for n, c in enumerate(known)}


@cache
def _everyone() -> frozenset[str]:
    return frozenset("".join(load("encodings")["letters"].values()))


def _double(sample: bytes) -> dict[str, float]:
    """The encodings of Chinese, Japanese and Korean, two bytes a letter, that the bytes allow."""
    high = sum(byte >= 0x80 for byte in sample)
    if high < 8 or high < 0.1 * len(sample):
        return {}
    scores = {}
    for name in ("euc_kr", "euc_jp", "cp932", "gb18030", "big5hkscs"):
        text = _decoded(sample, name)
        letters = [c for c in text[:20_000] if c > "\x7f"]
        wrong = sum(c == "\ufffd" or 0xE000 <= ord(c) < 0xF900 for c in letters[:-1])
        if letters and wrong <= 0.01 * len(letters):
            scores[name] = _asian(name, letters)
    return {name: score for name, score in scores.items() if score > 0.5}


def _asian(name: str, letters: list[str]) -> float:
    """What share of the signs are common ones of the language."""
    share = sum(1 for c in letters if _is_common(c, name)) / len(letters)
    if name in ("euc_jp", "cp932"):
        kana = sum(1 for c in letters if "\u3041" <= c <= "\u30fe") / len(letters)
        return min(1.3, share + kana) if kana > 0.15 else 0.0
    return share + (0.15 if name == "euc_kr" and share > 0.85 else 0.0)


def _is_common(c: str, name: str) -> bool:
    if c in "，。、：；！？“”‘’（）《》「」『』—…・　":
        return True
    if name == "euc_kr":
        return "\uac00" <= c <= "\ud7a3"
    if name in ("euc_jp", "cp932"):
        return "\u3041" <= c <= "\u30fe" or "\u4e00" <= c <= "\u9fff"
    try:
        lead = c.encode("gb2312" if name == "gb18030" else "big5")[0]
    except UnicodeEncodeError:
        return False
    return 0xB0 <= lead <= 0xD7 if name == "gb18030" else 0xA4 <= lead <= 0xC6
