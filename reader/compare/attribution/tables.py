"""What the lexicon knows of how news in other languages than English credits words to people."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from reader.dataclass import dataclass
from reader.lexicon import load

ENGLISH = "en"
Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class ReportingWords:
    """The words of one language, as `reporting.toml` explains them."""

    verbs: Words
    behind_verbs: Words
    parted: Mapping[str, str]
    """Verbs in two words, each with what its second one may be."""
    that: Words
    """What may stand between such a verb and what is said."""
    auxiliaries: Words
    participles: Words
    sources: tuple[tuple[str, ...], ...]
    """Each the words of one, the longest first."""
    behind: tuple[tuple[str, ...], ...]
    pronouns: Mapping[str, str]
    """Each with the English pronoun that tells of the same gender, "" where it tells of none."""
    clitics: Words
    determiners: Words
    joints: Words
    particles: Words
    titles: Words
    title_endings: tuple[str, ...]
    ends: Words
    times: Words
    conjunctions: Words
    denials: Words
    great_nouns: bool
    """Whether every noun has a capital, so that one tells no name."""
    dialogue: bool
    """Whether what is said stands behind dashes too, and who says it within it."""

    @staticmethod
    @cache
    def of(language: str) -> "ReportingWords | None":
        """The words of a language, by its ISO 639-1 code; None where the lexicon has none."""
        table = load("reporting").get(language[:2])
        return _read(table) if table else None

    def is_title(self, form: str) -> bool:
        """Whether a word says what somebody is."""
        return form in self.titles or (len(self.title_endings) > 0 and form.endswith(self.title_endings))


def is_read(language: str) -> bool:
    """Whether whom a text credits can be told in its language."""
    return language[:2] in (ENGLISH, "") or ReportingWords.of(language) is not None


def has_dialogue(language: str) -> bool:
    """Whether a language prints what is said behind dashes as well."""
    words = ReportingWords.of(language)
    return words is not None and words.dialogue


@cache
def pronouns() -> frozenset[str]:
    """The pronouns of all these languages that may stand for a speaker."""
    return frozenset(word for table in load("reporting").values() for word in table["pronouns"])


def _read(table: Mapping[str, Any]) -> ReportingWords:
    def words(kind: str) -> Words:
        return frozenset(str(table.get(kind, "")).split())

    def phrases(kind: str) -> tuple[tuple[str, ...], ...]:
        found = [tuple(phrase.split()) for phrase in str(table.get(kind, "")).split("|") if phrase.strip()]
        return tuple(sorted(found, key=len, reverse=True))

    return ReportingWords(
        words("verbs"),
        words("behind_verbs"),
        table.get("parted", {}),
        words("that"),
        words("auxiliaries"),
        words("participles"),
        phrases("sources"),
        phrases("behind"),
        table["pronouns"],
        words("clitics"),
        words("determiners"),
        words("joints"),
        words("particles"),
        words("titles"),
        tuple(str(table.get("title_endings", "")).split()),
        words("ends"),
        words("times"),
        words("conjunctions"),
        words("denials"),
        bool(table.get("great_nouns", False)),
        bool(table.get("dialogue", False)),
    )
