"""What a word counts as: its stem, one term for words that tell the same, a number as its value."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from reader.lexicon import load
from reader.text.stems import stem

NUMBER = "#"
"""What the term of a number begins with."""


@dataclass(frozen=True, eq=False)
class Lexis:
    """What the engine knows of one language's words."""

    language: str
    stopwords: frozenset[str]
    openers: frozenset[str]
    irregular: Mapping[str, str]
    numerals: Mapping[str, str]
    synonyms: Mapping[str, str]

    @staticmethod
    @cache
    def of(language: str) -> "Lexis":
        """The words of a language, by its ISO 639-1 code; empty tables for one that the lexicon does not know."""
        code = language[:2] or "en"
        irregular = {f: base for base, forms in load("irregular").get(code, {}).items() for f in forms.split()}
        synonyms = {}
        for line in load("synonyms").get(code, {}).values():
            group = line.split()
            synonyms.update({stem(irregular.get(w, w), code): f"={group[0]}" for w in group})
        return Lexis(
            code,
            frozenset(str(load("stopwords").get(code, "")).split()),
            frozenset(str(load("openers").get(code, "")).split()),
            irregular,
            {word: f"{NUMBER}{value}" for word, value in load("numerals").get(code, {}).items()},
            synonyms,
        )


@lru_cache(maxsize=131_072)
def term(form: str, lexis: Lexis) -> str:
    """The term of a folded word: "" for one that says nothing of its own."""
    if form[0].isdigit():
        return NUMBER + number(form)
    if form in lexis.stopwords:
        return ""
    if form in lexis.numerals:
        return lexis.numerals[form]
    plain = form.removesuffix("'s").removesuffix("s'").replace("'", "")
    root = stem(lexis.irregular.get(plain, plain), lexis.language)
    return lexis.synonyms.get(root, root)


def number(form: str) -> str:
    """Digits without what only groups them: 5,800 and 5800 are one number, 1.50 and 1.5 too."""
    whole, dot, rest = form.replace(",", "").partition(".")
    rest = rest.rstrip("0") if dot else ""
    return whole.lstrip("0") + ("." + rest if rest else "") or "0"
