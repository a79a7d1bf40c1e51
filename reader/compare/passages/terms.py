"""What a word counts as: its stem, and one sense for words that tell the same; a number as its value."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from reader.compare.passages.numerals import numerals, ones, scarce, together
from reader.dataclass import dataclass
from reader.lexicon import load
from reader.text.folding import folded
from reader.text.stems import stem
from reader.text.token_table import TokenTable

NUMBER = "#"
"""What the term of a number begins with."""
SENSE = "="
"""What a sense begins with that several stems have."""

_LONG_VERB = 5
"""Letters in a form whose ending shows a verb, at least: "red" and "king" are none."""
_PREFIX = 3
"""Letters before a hyphen, at most, for the two parts to be one word: co-worker, re-elect, ex-wife."""


class Inflection:
    """How the words of a language change: irregular forms, endings spelt in two ways, what its stemmer knows."""

    def __init__(self, code: str) -> None:
        """Of a language, by its ISO 639-1 code."""
        self._language = code
        self._irregular = {f: base for base, forms in load("irregular").get(code, {}).items() for f in forms.split()}
        self._spelling: dict[str, str] = load("spelling").get(code, {})
        self._endings = tuple(self._spelling)

    def stem(self, word: str) -> str:
        """The stem of a folded word."""
        word = self._irregular.get(word, word)
        if word.endswith(self._endings):
            for ending, other in self._spelling.items():
                if word.endswith(ending) and len(word) > len(ending) + 2:
                    word = word[: -len(ending)] + other
                    break
        return stem(word, self._language)


@dataclass(frozen=True, eq=False)
class Lexis:
    """What the engine knows of one language's words."""

    inflection: Inflection
    stopwords: frozenset[str]
    openers: frozenset[str]
    whens: frozenset[str]
    """Words that open a clause of time."""
    numerals: Mapping[str, str]
    joins: frozenset[str]
    """Words between two number words that are one number: treinta y dos."""
    ones: frozenset[str]
    """Articles that count one behind tens: quarante et un."""
    scarce: frozenset[str]
    """Number words that are no number by themselves: the German eleven is a football team."""
    senses: Mapping[str, str]
    phrases: Mapping[tuple[str, str], str]
    seconds: frozenset[str]
    """Words that may be one with the word before: the second of a phrase, and those of numbers."""
    crediting: frozenset[str]
    common: frozenset[str]
    persons: frozenset[str]
    """The senses of offices and of the verbs that credit: "the prime minister said"."""
    verbs: frozenset[str]
    """Forms that show a verb, whatever their endings; empty where the language's are not known."""
    endings: tuple[str, ...]
    """The endings that show one."""
    subjects: frozenset[str]
    """Pronouns: the word behind one that tells something is a verb."""
    denials: frozenset[str]
    opposites: Mapping[str, frozenset[str]]
    """Of a stem those that say the opposite."""
    opposable: frozenset[str]
    """The stems that have any."""
    nouns_are_great: bool = False
    """Whether every noun is written with a capital: there it tells no name."""

    @staticmethod
    @cache
    def of(language: str) -> "Lexis":
        """The words of a language, by its ISO 639-1 code; empty tables for one that the lexicon does not know."""
        code = language[:2] or "en"
        inflection = Inflection(code)
        root = inflection.stem
        verbs = load("verbs").get(code, {})
        senses: dict[str, str] = {}
        for line in load("synonyms").get(code, []):
            group = line.split()
            for word in group:
                senses.setdefault(root(word), SENSE + group[0])
        opposites = _opposites(load("opposites").get(code, []), root)
        phrases = {
            (root(first), second): word
            for phrase, word in load("phrases").get(code, {}).items()
            for first, second in [phrase.split()]
        }
        return Lexis(
            inflection,
            frozenset(str(load("stopwords").get(code, "")).split()),
            frozenset(str(load("openers").get(code, "")).split()),
            frozenset(load("openers")["time"].get(code, "").split()),
            {word: f"{NUMBER}{value}" for word, value in numerals(code).items()},
            frozenset(load("numerals")["joins"].get(code, "").split()),
            ones(code),
            scarce(code),
            senses,
            phrases,
            frozenset(second for _first, second in phrases) | numerals(code).keys() | ones(code),
            frozenset(_plain(code)),
            frozenset(map(root, load("common").get(code, "").split())),
            frozenset(senses.get(found, found) for found in map(root, _persons(code))),
            frozenset(verbs.get("forms", "").split()),
            tuple(verbs.get("endings", "").split()),
            frozenset(verbs.get("subjects", "").split()),
            frozenset(verbs.get("denials", "").split()),
            opposites,
            frozenset(opposites),
            load("reporting").get(code, {}).get("great_nouns", False),
        )

    def is_verb(self, form: str) -> bool:
        """Whether a form shows that something is told: it may yet be a noun, "the meeting"."""
        return form in self.verbs or (len(form) >= _LONG_VERB and form.endswith(self.endings))


def contents(text: str, words: TokenTable, forms: Sequence[str], lexis: Lexis) -> list[tuple[str, str]]:
    """The stem and sense of every word; `forms` are the forms to read, names in one spelling.

    Two words that tell what one word tells count as that word, at the second's place: "open fire", "co-worker",
    "eighty-six".
    """
    known = {form: term(form, lexis) for form in set(forms)}
    found = [known[form] for form in forms]
    seconds = lexis.seconds & known.keys()
    starts, ends = words.starts, words.ends
    for n, (before, form) in enumerate(pairwise(forms), 1):  # for each word of each text: most are no second of any two
        phrase = None
        if form in seconds:
            if form in lexis.numerals or form in lexis.ones:
                _join_numerals(text, words, forms, found, n, lexis)
                continue
            phrase = lexis.phrases.get((found[n - 1][0] or before, form))
        if phrase is None and len(before) <= _PREFIX and text[ends[n - 1] : starts[n]] == "-":
            phrase = before + form if before.isalpha() and form.isalpha() else None
        if phrase is not None:
            found[n - 1], found[n] = ("", ""), term(phrase, lexis)
    return found


def _join_numerals(
    text: str, words: TokenTable, forms: Sequence[str], found: list[tuple[str, str]], n: int, lexis: Lexis
) -> None:
    """Make one number of the number word at a place and of those right before it."""
    before, between = n - 1, text[words.ends[n - 1] : words.starts[n]]
    if forms[before] in lexis.joins and before > 0 and between.isspace():
        before -= 1
    if forms[before] not in lexis.numerals:
        return
    first = int((found[before][0] or lexis.numerals[forms[before]]).removeprefix(NUMBER))
    second = int(lexis.numerals.get(forms[n], NUMBER + "1").removeprefix(NUMBER))
    whole = together(first, second, between)
    if whole is not None:
        found[before], found[n] = ("", ""), (f"{NUMBER}{whole}",) * 2


def _persons(code: str) -> Iterator[str]:
    """The words that only say who speaks; offices are known in English only."""
    if code == "en":
        yield from load("names")["offices"].split()
    yield from _plain(code)


def _plain(code: str) -> list[str]:
    """The folded words by which a clause only credits."""
    return folded(load("speech").get(code, {}).get("plain", "")).split()


def _opposites(lines: Sequence[str], root: Callable[[str], str]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in lines:
        one, other = (set(map(root, side.split())) for side in line.split("|"))
        for mine, yours in ((one, other), (other, one)):
            for word in mine:
                found.setdefault(word, set()).update(yours)
    return {word: frozenset(others) for word, others in found.items()}


@lru_cache(maxsize=131_072)
def term(form: str, lexis: Lexis) -> tuple[str, str]:
    """The stem of a folded word and its sense; both "" for a word that says nothing of its own."""
    if form[0].isdigit():
        value = NUMBER + number(form)
        return value, value
    if form in lexis.stopwords:
        return "", ""
    if form in lexis.numerals and form not in lexis.scarce:
        return lexis.numerals[form], lexis.numerals[form]
    plain = form.removesuffix("'s").replace("'", "") or form
    root = lexis.inflection.stem(plain)
    return root, lexis.senses.get(root, root)


def number(form: str) -> str:
    """Digits without what only groups them: 5,800 and 5800 are one number, 1.50 and 1.5 too."""
    whole, dot, rest = form.replace(",", "").partition(".")
    rest = rest.rstrip("0") if dot else ""
    return (whole.lstrip("0") + ("." + rest if rest else "")) or "0"
