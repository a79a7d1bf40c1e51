"""In which language a text is written, as far as its commonest words and its letters tell."""

import unicodedata
from collections import Counter
from functools import cache

from reader.lexicon import load

_SAMPLE = 20_000
# Alphabets that one language of the news uses far more than others.
_SCRIPTS = {
    "CYRILLIC": "ru", "GREEK": "el", "ARABIC": "ar", "HEBREW": "he", "CJK": "zh", "HIRAGANA": "ja", "KATAKANA": "ja",
    "HANGUL": "ko", "THAI": "th",
    "DEVANAGARI": "hi", "BENGALI": "bn", "GEORGIAN": "ka", "ARMENIAN": "hy", "TAMIL": "ta",
}  # fmt: skip
# Letters that tell one language of an alphabet from the one above.
_TELLING = {"ru": {"uk": "іїєґ", "sr": "ђћјљњџ", "bg": "ъ"}, "ar": {"fa": "پچژگ", "ur": "ٹڈڑںے"}}
_OWN = 2  # different words of a language, at least: "per", "at" and "on" are English too
_SHARE = 0.012  # of all letters: Ukrainian has a tenth of them, a Russian name in another language hardly any


def language_of(text: str) -> str:
    """The ISO 639-1 code of the language; English where nothing speaks for another."""
    sample = text[:_SAMPLE]
    letters = Counter(filter(str.isalpha, sample[:: max(1, len(sample) // 2000)]))
    scripts = Counter[str]()
    for letter, n in letters.items():
        scripts["" if letter.isascii() else _script(letter)] += n
    if scripts["ja"]:
        scripts["ja"] += scripts.pop("zh", 0)  # the signs that Japanese shares with Chinese
    for code, count in scripts.most_common(1):
        if code and count > 0.5 * letters.total():
            return _told_apart(code, sample)
    words = Counter(sample.lower().split())
    common = load("mastheads")["languages"]
    scores = {code: sum(words[word] for word in own) for code, own in common.items()}
    best = max(scores, key=lambda code: (scores[code], code == "en"))
    own = sum(word in words for word in common[best])
    return best if scores[best] > 1.5 * scores["en"] and (own >= _OWN or not sample.isascii()) else "en"


@cache
def _script(letter: str) -> str:
    """The language that uses the alphabet of a letter most; empty for alphabets of many."""
    return _SCRIPTS.get(unicodedata.name(letter, "?").split()[0].split("-")[0], "")


def _told_apart(code: str, sample: str) -> str:
    """The language, of those that share an alphabet, whose own letters stand in the text."""
    letters = Counter(sample.lower())
    whole = sum(count for letter, count in letters.items() if letter.isalpha())
    for other, own in _TELLING.get(code, {}).items():
        share = sum(letters[letter] for letter in own) / whole
        # Russian has the hard sign too, and no telling ones of its own but these.
        if share > _SHARE and not (other == "bg" and any(letter in letters for letter in "ыэё")):
            return other
    return code
