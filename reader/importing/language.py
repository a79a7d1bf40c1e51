"""In which language a text is written, as far as its letters and words tell."""

import unicodedata
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

from reader.importing import language_model
from reader.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Mapping

ENGLISH = "en"
UNKNOWN = "und"
"""What a text is in whose language nothing speaks for any that is known: the code that BCP 47 has for it."""
_SAMPLE = 20_000
# Alphabets that one language of the news uses and hardly any other.
_SCRIPTS = {
    "GREEK": "el", "HEBREW": "he", "CJK": "zh", "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko", "THAI": "th",
    "GEORGIAN": "ka", "ARMENIAN": "hy", "TAMIL": "ta",
}  # fmt: skip
_PLAIN = 40
"""From how many words on small words alone are enough."""
_SMALL_WORDS = 0.25
"""How much of an English text its small words are, at least."""
_FEWER_WORDS, _ARTICLES = 0.15, 0.03
"""The same of one in which so much is "the": half of all news in English has fewer than a quarter of small words."""
_LOOKED_AT = 2_000
"""Characters, from the middle of a text, by which its letters tell: the time goes with their number."""
_LIKELY = 0.15
"""From which chance on a language is believed."""
_PROSE = 4
"""Words of letters in a line of prose, at least."""
_SHORT = 5
"""A text of fewer words that may be in any language is a name or a headline, and taken for English."""
_KIN: "Mapping[str, str]" = {"nn": "no", "nb": "no"}
"""Languages that go by the code of another."""


def language_of(text: str) -> str:
    """The ISO 639-1 code of the language; English where there is nothing to tell by, `UNKNOWN` where none is likely."""
    sample = text[:_SAMPLE]
    if not any(map(str.isalpha, sample)):
        return ENGLISH
    alone = _by_alphabet(sample)
    if alone:
        return alone
    prose = [line for line in sample.splitlines() if sum(map(str.isalpha, line.split())) >= _PROSE]
    sample = "\n".join(prose) or sample  # a table says nothing of its language, however long
    words = sample.lower().split()
    if _is_plainly_english(sample, words):
        return ENGLISH
    identifier = language_model.identifier()
    return _by_letters(sample, words, identifier) if identifier is not None else _by_words(words)


def _by_alphabet(sample: str) -> str:
    """The language that alone uses the letters of most of the text; "" where several do."""
    if sample.isascii():
        return ""
    letters = Counter(filter(str.isalpha, sample[:: max(1, len(sample) // 2000)]))
    scripts = Counter[str]()
    for letter, n in letters.items():
        scripts["" if letter.isascii() else _script(letter)] += n
    if scripts["ja"]:
        scripts["ja"] += scripts.pop("zh", 0)  # the signs that Japanese shares with Chinese
    ((code, count),) = scripts.most_common(1) or [("", 0)]
    return code if count > 0.5 * letters.total() else ""


@cache
def _script(letter: str) -> str:
    """The language that uses the alphabet of a letter; empty for alphabets of many."""
    return _SCRIPTS.get(unicodedata.name(letter, "?").split()[0].split("-")[0], "")


def _is_plainly_english(sample: str, words: list[str]) -> bool:
    """Whether the small words of English stand everywhere: then it is looked at no further, which costs time."""
    english = frozenset(load("mastheads")["languages"][ENGLISH])
    small = [word for word in words if word in english]
    enough = len(words) >= _PLAIN or (sample.isascii() and _THE in small and len(set(small)) > 1)
    told = len(words) >= _PLAIN and small.count(_THE) >= _ARTICLES * len(words)
    return enough and len(small) >= (_FEWER_WORDS if told else _SMALL_WORDS) * len(words)


_THE = "the"
"""The word that a short English text has and texts of other languages have not."""


def _by_letters(sample: str, words: list[str], identifier: Any) -> str:
    """The likeliest language by runs of letters."""
    first = max(0, (len(sample) - _LOOKED_AT) // 2)
    code, chance = identifier.classify(sample[first : first + _LOOKED_AT])
    if chance < _LIKELY and first:
        code, chance = identifier.classify(sample)
    if chance >= _LIKELY:
        return _KIN.get(code, str(code))
    return UNKNOWN if len(words) >= _SHORT else ENGLISH


def _by_words(words: list[str]) -> str:
    """The language whose small words are the most; English where none has twice as many as it."""
    count = Counter(words)
    scores = {code: sum(count[word] for word in own) for code, own in load("mastheads")["languages"].items()}
    best = max(scores, key=lambda code: (scores[code], code == ENGLISH))
    return best if scores[best] > 2 * scores[ENGLISH] else ENGLISH
