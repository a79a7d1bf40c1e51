"""Articles made up for measuring: no word means anything, but what an index feels is as in the news.

In 590 words of news about 310 are different ones, four of ten are function words, which an index leaves out, and what
remains is some 360 words of 235 forms; names and the matter of a story come again in all its accounts; every article
has words that no other has. Words follow Zipf's law. Any article can be made by its number alone.
"""

import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reader.article import Article
from reader.library import Library

WORDS_EACH = 590
STORY = 6  # articles that tell of one event
_OUTLETS = 60
_AT_ONCE = 500
_TOPIC = 40  # words that belong to one story

_LANGUAGES = {"en": 0.7, "de": 0.1, "fr": 0.08, "es": 0.08, "ru": 0.04}
_FUNCTION = {
    "en": "the to of and a in that for on was is with said as at by he from it has have but an his were are not be "
    "they their who which had will this after been its she or would about her when up out more if all over than",
    "de": "die der und in den von zu das mit sich auf für ist im dem nicht ein eine des es auch als an hat er aus bei "
    "sie nach am werden wird war um noch wie einem einer über vor sind so zum haben nur oder aber dass",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec on aux "
    "été leur mais ou cette comme elle ont ses son tout nous sa même ces était lui",
    "es": "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin "
    "sobre este ya entre cuando todo esta ser son dos también fue había era muy hasta desde",
    "ru": "и в не на что с по как из от у за к о для это его но он до так все они же бы было был при или если была "
    "может быть когда она также уже под во после том чем со ещё только без",
}
_ENDINGS = {
    "en": ("", "", "", "s", "s", "ing", "ed", "er", "ation", "ly"),
    "de": ("", "", "en", "e", "er", "ung", "ungen", "lich", "t"),
    "fr": ("", "", "s", "es", "ement", "ation", "é", "ée", "er"),
    "es": ("", "", "s", "os", "as", "ción", "ado", "ando", "mente"),
    "ru": ("", "", "а", "ы", "ов", "ого", "ать", "ение", "ний"),
}
_SIZES = {"en": 30_000, "de": 30_000, "fr": 20_000, "es": 20_000, "ru": 30_000}
_LATIN = [
    a + b + c for a in "bcdfglmnprstvz" for b in ("a", "e", "i", "o", "u", "ea") for c in ("", "n", "r", "s", "l")
]
_CYRILLIC = [a + b + c for a in "бвгдклмнпрст" for b in "аеиоу" for c in ("", "н", "р", "л")]


@dataclass(frozen=True, slots=True)
class Tongue:
    """The words of an invented language, common ones first, and how often each comes."""

    function: list[str]
    function_shares: list[float]
    words: list[str]
    shares: list[float]


@lru_cache
def tongue(language: str) -> Tongue:
    """The language that stands for a real one: its own function words, everything else invented."""
    chance = random.Random(language)  # noqa: S311
    syllables = _CYRILLIC if language == "ru" else _LATIN
    roots = sorted({"".join(chance.choices(syllables, k=chance.choice((1, 2, 2, 2)))) for _ in range(_SIZES[language])})
    chance.shuffle(roots)
    words = [root + chance.choice(_ENDINGS[language]) for root in roots]
    function = _FUNCTION[language].split()
    return Tongue(function, _zipf(len(function), 5.0), words, _zipf(len(words), 60.0))


def _zipf(count: int, offset: float) -> list[float]:
    return list(itertools.accumulate(1 / (rank + offset) for rank in range(count)))


def article(number: int, words: int = WORDS_EACH) -> Article:
    """The article of this number; those of numbers 0 to 5 tell of one event, 6 to 11 of the next."""
    event = random.Random(number // STORY)  # noqa: S311
    language = event.choices(list(_LANGUAGES), list(_LANGUAGES.values()))[0]
    spoken = tongue(language)
    topic = event.choices(spoken.words, k=_TOPIC)
    names = [word.capitalize() for word in event.choices(spoken.words, k=8)]
    day = f"{event.randrange(2010, 2030)}-{event.randrange(1, 13):02}-{event.randrange(1, 29):02}"
    chance = random.Random(-1 - number)  # noqa: S311
    drawn = _drawn(chance, spoken, topic, names, words)
    drawn[chance.randrange(words)] = own_word(number)
    outlet = f"The {tongue('en').words[min(int(chance.paretovariate(0.7)), _OUTLETS)].capitalize()} Post"
    headline = " ".join([*chance.sample(names, 2), *chance.sample(topic, 5)])
    byline = f"By {chance.choice(names)} {chance.choice(spoken.words).capitalize()}"
    return Article(
        f"n{number}", _prose(chance, drawn), headline, " ".join(drawn[30:50]), byline,
        outlet=outlet, published=day, language=language,
    )  # fmt: skip


def own_word(number: int) -> str:
    """A word that stands in the article of this number and in no other."""
    return f"qx{''.join('bcdfghjklm'[int(digit)] for digit in str(number))}q"


def articles(count: int, start: int = 0) -> Iterator[Article]:
    """So many articles, made as they are drawn."""
    return map(article, range(start, start + count))


def shelve(library: Library, count: int) -> None:
    """Put so many into a library, some hundreds with one wait for the disk: a wait for each takes ten times as long."""
    made = articles(count)
    with library.together():
        while some := list(itertools.islice(made, _AT_ONCE)):
            with library.batch():
                for one in some:
                    library.add(one)


def _drawn(chance: random.Random, spoken: Tongue, topic: list[str], names: list[str], count: int) -> list[str]:
    kinds = chance.choices("fwtnd", (40, 33, 15, 9, 3), k=count)
    function = iter(chance.choices(spoken.function, cum_weights=spoken.function_shares, k=count))
    common = iter(chance.choices(spoken.words, cum_weights=spoken.shares, k=count))
    draw = {
        "f": function.__next__,
        "w": common.__next__,
        "t": lambda: topic[min(int(chance.paretovariate(0.3)), len(topic)) - 1],
        "n": lambda: names[min(int(chance.paretovariate(0.5)), len(names)) - 1],
        "d": lambda: str(
            chance.choice((chance.randrange(2, 30), chance.randrange(2005, 2031), chance.randrange(9999)))
        ),
    }
    return [draw[kind]() for kind in kinds]


def _prose(chance: random.Random, words: list[str]) -> str:
    parts, at = [], 0
    while at < len(words):
        length = chance.randrange(9, 32)
        sentence = words[at : at + length]
        comma = chance.randrange(len(sentence))
        sentence[comma] += ","
        text = " ".join(sentence).removesuffix(",")
        parts.append(text[:1].upper() + text[1:] + (".\n\n" if chance.random() < 0.4 else ". "))
        at += length
    return "".join(parts).strip()
