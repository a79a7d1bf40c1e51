"""What figures count and what is said of it: the tables of data/lexicon/scopes.toml, ready for use."""

from functools import lru_cache

from reader.compare.figures.tokens import Phrases, Sentence, spelled
from reader.dataclass import dataclass
from reader.lexicon import load

_TABLE = load("scopes")


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of the counted: the class, its words for a row, and how it behaves."""

    name: str
    label: str
    people: bool = False
    running: bool = False
    things: frozenset[str] = frozenset()
    merged: frozenset[str] = frozenset()
    merged_as: str = "people"


@dataclass(frozen=True, slots=True)
class Thing:
    """What is counted: the class and its words for a row; `generic` where it says no more than "people"."""

    name: str
    label: str
    generic: bool = False


SAID = {
    name: Said(
        name,
        entry["label"],
        entry.get("people", False),
        entry.get("running", False),
        frozenset(entry.get("things", ())),
        frozenset(entry.get("merged", ())),
        entry.get("merged_as", "people"),
    )
    for name, entry in _TABLE["predicates"].items()
}
THINGS = {name: Thing(name, entry["label"], entry.get("generic", False)) for name, entry in _TABLE["things"].items()}

_SAID_OF = {spelled(form): SAID[name] for name, entry in _TABLE["predicates"].items() for form in entry["forms"]}
_NOUN_OF = {
    spelled(form): SAID[name] for name, entry in _TABLE["predicates"].items() for form in entry.get("nouns", ())
}
_THING_OF = {spelled(form): THINGS[name] for name, entry in _TABLE["things"].items() for form in entry["forms"]}
_SAID_PHRASES, _NOUN_PHRASES, _THING_PHRASES = (
    Phrases(tuple(_SAID_OF)),
    Phrases(tuple(_NOUN_OF)),
    Phrases(tuple(_THING_OF)),
)

BEFORE_THINGS: dict[tuple[str, str], str] = {
    (word, thing): said
    for said, words in _TABLE["before_things"].items()
    for word, things in words.items()
    for thing in things
}
"""What a word right before a count of such things says of them."""
NUMBER_OF: dict[tuple[str, str], str] = {
    (word if word != "-" else "", thing): said
    for said, words in _TABLE["number_of"].items()
    for word, things in words.items()
    for thing in things
}
"""What is said of such things where only their number is told, or with a word that says it of them alone."""

GRAMMAR = {name: frozenset(forms) for name, forms in _TABLE["grammar"].items()}
AUXILIARY, RELATIVE, ADVERBS = GRAMMAR["auxiliary"], GRAMMAR["relative"], GRAMMAR["adverbs"]
PREPOSITIONS, DETERMINERS, CONJUNCTIONS = GRAMMAR["prepositions"], GRAMMAR["determiners"], GRAMMAR["conjunctions"]
PRONOUNS, NEUTRAL, ATTRIBUTIONS = GRAMMAR["pronouns"], GRAMMAR["neutral"], GRAMMAR["attributions"]
DIRECTIONS, COMMON_PLACES = GRAMMAR["directions"], GRAMMAR["common_places"]
WIDE_PLACES = GRAMMAR["wide_places"]
TEASERS = Phrases(_TABLE["teasers"]["forms"])
SEVERITY: dict[str, str] = _TABLE["severity"]
ACTIONS = {name: Phrases(forms) for name, forms in _TABLE["actions"].items()}
_ACTIONS_BY_FIRST: dict[str, list[str]] = {}
for _name, _forms in _TABLE["actions"].items():
    for _first in dict.fromkeys(spelled(_form).split()[0] for _form in _forms):
        _ACTIONS_BY_FIRST.setdefault(_first, []).append(_name)
_PARTICIPLES: dict[str, str] = {
    forms.split()[0]: forms.split()[-1] for forms in load("irregular")["en"].values() if len(forms.split()) > 1
}
_IRREGULAR = {form: lemma for lemma, forms in load("irregular")["en"].items() for form in forms.split()}


def said_at(sentence: Sentence, i: int) -> tuple[Said, int] | None:
    """The predicate whose words begin at `i`, and the word after."""
    form, length = sentence.phrase(i, _SAID_PHRASES)
    return (_SAID_OF[form], i + length) if length else None


def said_before(sentence: Sentence, i: int) -> tuple[Said, int] | None:
    """The predicate whose words end just before `i`, and where they begin."""
    form, length = sentence.phrase_before(i, _SAID_PHRASES)
    return (_SAID_OF[form], i - length) if length else None


def noun_at(sentence: Sentence, i: int) -> tuple[Said, int] | None:
    """The noun at `i` that counts a predicate by itself (deaths, arrests), and the word after."""
    form, length = sentence.phrase(i, _NOUN_PHRASES)
    return (_NOUN_OF[form], i + length) if length else None


def noun_before(sentence: Sentence, i: int) -> tuple[Said, int] | None:
    """The noun that counts a predicate by itself and ends just before "of" at `i`: the deaths of 12; injuries to 12."""
    form, length = sentence.phrase_before(i, _NOUN_PHRASES) if sentence.form(i) in _OF_NOUNS else ("", 0)
    if sentence.form(i) == "to" and form not in _DONE_TO:
        return None
    return (_NOUN_OF[form], i - length) if length else None


_OF_NOUNS = GRAMMAR["of_nouns"]
_DONE_TO = frozenset(["injuries"])
"""Of these nouns "to" tells whom it befell."""


def thing_at(sentence: Sentence, i: int) -> tuple[Thing, int] | None:
    """The class of the thing whose words begin at `i`, and the word after."""
    form, length = sentence.phrase(i, _THING_PHRASES)
    return (_THING_OF[form], i + length) if length else None


def thing_ending(sentence: Sentence, end: int) -> tuple[Thing, int] | None:
    """The class of the thing whose words end just before `end`, and where they begin."""
    form, length = sentence.phrase_before(end, _THING_PHRASES)
    return (_THING_OF[form], end - length) if length else None


def actions(sentence: Sentence, first: int, end: int) -> list[tuple[str, int]]:
    """The actions named between two words, each with where it stands."""
    found: list[tuple[str, int]] = []
    for i in range(max(first, 0), min(end, len(sentence.words))):
        names = _ACTIONS_BY_FIRST.get(sentence.form(i), ())
        found.extend((name, i) for name in names if sentence.phrase(i, ACTIONS[name])[1])
    return found


_NO_PLURALS = tuple(_TABLE["grammar"]["no_plurals"])


@lru_cache(maxsize=8192)
def lemma(form: str) -> str:
    """The dictionary form of a folded English word, near enough for comparing."""
    if form in _IRREGULAR:
        return str(_IRREGULAR[form])
    for ending, kept in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x")):
        if form.endswith(ending) and len(form) > len(ending) + 2:
            return form[: -len(ending)] + kept
    if form.endswith("s") and not form.endswith(_NO_PLURALS) and len(form) > 3:
        return _bare(form[:-1])
    return _bare(form)


def participle(form: str) -> str:
    """A past form as it stands behind what was done to: taken for "took"; others as they are."""
    return _PARTICIPLES.get(form, form)


def _bare(form: str) -> str:
    for ending in ("ing", "ed"):
        if form.endswith(ending) and len(form) > len(ending) + 2:
            stem = form[: -len(ending)]
            if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsz":
                return stem[:-1]
            return stem
    return form[:-1] if form.endswith("e") and len(form) > 4 else form


def verbal(form: str) -> bool:
    """Whether the word looks like the past or participle of a verb, and is none that became a preposition: during."""
    return (
        form in _IRREGULAR
        or form in GRAMMAR["past"]
        or (form.endswith("ed") and len(form) > 4)
        or (form.endswith("ing") and len(form) > 5 and form not in PREPOSITIONS)
    )
