"""The noun phrase behind a count: what is counted, and which."""

from reader.compare.figures import lexicon
from reader.compare.figures.lexicon import Said, Thing
from reader.compare.figures.numbers import numerals
from reader.compare.figures.quantities.parsed_quantity import ParsedQuantity
from reader.compare.figures.tokens import DIGITS, LETTERS, Sentence
from reader.dataclass import dataclass
from reader.lexicon import load, sets

_WORDS = sets(load("claims")["nouns"])


@dataclass(slots=True)
class Noun:
    """The words behind a count up to `end`: the thing's class (or the folded head), and the words that say which."""

    end: int
    thing: Thing | None = None
    head: str = ""
    written: str = ""
    qualifiers: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    said: Said | None = None
    """What an adjective or the noun itself says: wounded men, deaths."""
    severity: str = ""
    more: bool = False
    """Whether it comes on top of others: two more, another two, others."""
    part: bool = False
    """Whether it is some of a larger number: two of the dead."""


_PARTITIVE = _WORDS["partitive"]


_MORE = _WORDS["more"]


def noun_after(sentence: Sentence, reading: ParsedQuantity, starts: frozenset[int]) -> Noun:
    """The noun phrase behind the count; `starts` are the words where other figures begin."""
    i = reading.end
    if sentence.at(i).text == "-" and sentence.glued(i) and sentence.glued(i + 1):  # a five-boat attack
        i += 1
    noun = Noun(i)
    if sentence.form(i) in _MORE and sentence.form(i) != "others":
        noun.more, i = True, i + 1
    if sentence.form(i) == "of":
        noun.part = sentence.form(i + 1) in _PARTITIVE
        i += 1
        while sentence.form(i) in lexicon.DETERMINERS:
            i += 1
    if any(sentence.form(k) in _WORDS["further"] for k in (reading.first - 1, reading.core - 1, reading.first)):
        noun.more = True
    return _collected(sentence, i, noun, starts)


def _collected(sentence: Sentence, i: int, noun: Noun, starts: frozenset[int]) -> Noun:
    first = i
    words: list[int] = []
    while not _stops(sentence, i, starts) and not (words and _points(sentence, i)):
        if sentence.form(i) in lexicon.SEVERITY:
            noun.severity = lexicon.SEVERITY[sentence.form(i)]
            i += 1
            continue
        if (past := _past_model(sentence, i)) > i:
            i = past
            continue
        compound = lexicon.thing_at(sentence, i)
        if compound is not None and compound[1] > i + 1:
            words.extend(range(i, compound[1]))
            i = compound[1]
            continue
        if not words and (own := _own_noun(sentence, i, starts)) is not None:
            noun.said, noun.end = own
            return noun
        said = lexicon.said_at(sentence, i)
        if said is not None and compound is None:
            if words or not _noun_behind(sentence, said[1], starts):
                break
            noun.said, i = said[0], said[1]
            continue
        if _begins_predicate(sentence, i, bool(words), starts):
            break
        if not manner(sentence.form(i)):
            words.append(i)
        i += 1
        if len(words) > 8:
            break
    noun.end = i
    return _named(sentence, noun, words, first)


def _own_noun(sentence: Sentence, i: int, starts: frozenset[int]) -> tuple[Said, int] | None:
    """What a noun says by itself that counts what happens (deaths, arrests), and the word after; None elsewhere."""
    own = lexicon.noun_at(sentence, i)
    if own is None or _noun_behind(sentence, own[1], starts) or sentence.form(i) in _WORDS["things_too"]:
        return None
    return own


def _begins_predicate(sentence: Sentence, i: int, has_words: bool, starts: frozenset[int]) -> bool:
    """Whether a word that looks like a verb is one here, and no part of what is counted."""
    if not lexicon.verbal(sentence.form(i)):
        return False
    if not has_words:
        return _is_alone(sentence, i, starts)
    return lexicon.thing_at(sentence, i) is None and not _noun_behind(sentence, i + 1, starts)


def _is_alone(sentence: Sentence, i: int, starts: frozenset[int]) -> bool:
    """Whether a verb stands in the place of a noun that is left out: some 12,000 WATCHED the final."""
    return lexicon.thing_at(sentence, i) is None and i + 1 not in starts and sentence.form(i + 1) in lexicon.DETERMINERS


def _points(sentence: Sentence, i: int) -> bool:
    """Whether the word says where or when, behind the noun: 62 houses NORTH of, votes EARLY on Friday, LAST year."""
    if sentence.form(i) in _WORDS["pointing"] and sentence.form(i + 1) in numerals.SPANS_OF_TIME:
        return True
    return sentence.form(i) in _POINTERS and sentence.form(i + 1) in _WORDS["behind_pointers"]


_POINTERS = lexicon.DIRECTIONS | {"early", "late"}


def _stops(sentence: Sentence, i: int, starts: frozenset[int]) -> bool:
    word = sentence.at(i)
    if i >= len(sentence.words) or i in starts:
        return True
    if word.kind != LETTERS:
        return not (word.form == "-" and sentence.glued(i) and sentence.glued(i + 1))
    form = word.form
    return (
        form in lexicon.PREPOSITIONS
        or form in lexicon.AUXILIARY
        or form in lexicon.CONJUNCTIONS
        or form in lexicon.RELATIVE
        or form in lexicon.DETERMINERS
        or form in lexicon.PRONOUNS
        or form.endswith(_CONTRACTED)
        or form in lexicon.ADVERBS
        or form in _WORDS["no_nouns"]
    )


_CONTRACTED = tuple(load("claims")["nouns"]["contracted"])


def manner(form: str) -> bool:
    """Whether the word is an adverb by its ending: speedily."""
    return form.endswith("ly") and len(form) > 5 and form not in _NOT_MANNER


_NOT_MANNER = lexicon.GRAMMAR["not_manner"]


def _past_model(sentence: Sentence, i: int) -> int:
    """Past the name of a model: AK-47, CN 235."""
    k = i + 2 if sentence.form(i + 1) == "-" else i + 1
    return k + 1 if sentence.at(i).text.isupper() and sentence.at(k).kind == DIGITS else i


def _noun_behind(sentence: Sentence, i: int, starts: frozenset[int]) -> bool:
    """Whether a thing stands right behind: wounded MEN."""
    if _stops(sentence, i, starts):
        return False
    form = sentence.form(i)
    plural = (
        form.endswith("s")
        and len(form) > 4
        and not sentence.at(i).text[:1].isupper()
        and lexicon.said_at(sentence, i) is None
        and not form.endswith(("ss", "us"))
    )
    return (
        plural
        or lexicon.thing_at(sentence, i) is not None
        or (lexicon.thing_at(sentence, i + 1) is not None and not _stops(sentence, i + 1, starts))
    )


def _named(sentence: Sentence, noun: Noun, words: list[int], first: int) -> Noun:
    if not words:
        return noun
    end = words[-1] + 1
    found = lexicon.thing_ending(sentence, end)
    start = end - 1
    if found is not None:
        noun.thing, start = found
        start = max(start, first)
    noun.head = lexicon.lemma(sentence.form(end - 1))
    noun.written = " ".join(sentence.at(w).text.lower() for w in words[-2:] if sentence.at(w).kind == LETTERS)
    if sentence.form(end - 1) == "others":
        noun.more = True
    before = [w for w in words if w < start and sentence.at(w).kind == LETTERS]
    noun.names = tuple(sorted({sentence.form(w) for w in before if _is_capital(sentence, w) and w > 0}))
    small = {sentence.form(w) for w in before if not _is_capital(sentence, w)}
    noun.qualifiers = tuple(sorted({lexicon.lemma(form) for form in small - lexicon.NEUTRAL}))
    if noun.head == "member" and sentence.form(noun.end) == "of":
        _of_what(sentence, noun)
    if "more" in {sentence.form(w) for w in (*before, words[0])}:
        noun.more = True
    return noun


def _is_capital(sentence: Sentence, i: int) -> bool:
    return sentence.at(i).text[:1].isupper()


def _of_what(sentence: Sentence, noun: Noun) -> None:
    """Members of what: 23 members of her crew are crew, seven members of a gang gang members."""
    for k in range(noun.end + 1, noun.end + 6):
        crew = lexicon.thing_at(sentence, k)
        if crew is not None and crew[0].name == "crew":
            noun.thing, noun.head, noun.written, noun.end = crew[0], "crew", "crew", crew[1]
            return
        word = sentence.at(k)
        if word.kind != LETTERS or (word.form in lexicon.PREPOSITIONS and word.form != "of"):
            return
        behind = sentence.at(k + 1)
        last = behind.kind != LETTERS or _stops(sentence, k + 1, frozenset())
        if last and word.form not in lexicon.DETERMINERS:
            noun.qualifiers = tuple(sorted({*noun.qualifiers, lexicon.lemma(word.form)}))
            noun.end = k + 1
            return
