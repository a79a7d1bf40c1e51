"""The clause around a count, read from its words: what is counted, and what is said of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.compare.figures import lexicon, numerals
from reader.compare.figures.lexicon import Said, Thing
from reader.compare.figures.readings import Reading
from reader.compare.figures.words import DIGITS, LETTERS, Sentence


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


@dataclass(slots=True)
class Predicate:
    """What is said of the counted: a lexicon class, or the dictionary form of the verb."""

    said: Said | None = None
    verb: str = ""
    at: int = -1
    severity: str = ""
    also: list[Said] = field(default_factory=list)


_PARTITIVE = frozenset(["the", "them", "those", "these", "whom", "which", "its", "his", "her", "their", "our", "an"])
_MORE = frozenset(["more", "other", "others", "additional", "further", "extra"])


def noun_after(sentence: Sentence, reading: Reading, starts: frozenset[int]) -> Noun:
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
    if any(
        sentence.form(k) in ("another", "further", "additional", "other")
        for k in (reading.first - 1, reading.core - 1, reading.first)
    ):
        noun.more = True
    return _collected(sentence, i, noun, starts)


def _collected(sentence: Sentence, i: int, noun: Noun, starts: frozenset[int]) -> Noun:
    first = i
    words: list[int] = []
    while not _stops(sentence, i, starts):
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
        own = lexicon.noun_at(sentence, i)
        if (
            own is not None
            and not words
            and not _noun_behind(sentence, own[1], starts)
            and sentence.form(i) != "hostages"
        ):
            noun.said, noun.end = own[0], own[1]
            return noun
        said = lexicon.said_at(sentence, i)
        if said is not None and lexicon.thing_at(sentence, i) is None:
            if words or not _noun_behind(sentence, said[1], starts):
                break
            noun.said, i = said[0], said[1]
            continue
        if (
            words
            and lexicon.verbal(sentence.form(i))
            and lexicon.thing_at(sentence, i) is None
            and not _noun_behind(sentence, i + 1, starts)
        ):
            break
        if not _manner(sentence.form(i)):
            words.append(i)
        i += 1
        if len(words) > 8:
            break
    noun.end = i
    return _named(sentence, noun, words, first)


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
        or form.endswith(("she's", "he's", "it's", "who's", "they're", "that's", "'d", "'ve", "'re", "'ll"))
        or (form in lexicon.ADVERBS and form not in ("left", "found"))
        or form
        in (
            "left",
            "found",
            "could",
            "might",
            "may",
            "would",
            "should",
            "can",
            "must",
            "whose",
            "where",
            "said",
            "says",
            "told",
            "say",
        )
    )


def _manner(form: str) -> bool:
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
    rest = [w for w in words if w < start and sentence.at(w).kind == LETTERS]
    noun.names = tuple(sorted({sentence.form(w) for w in rest if sentence.at(w).text[:1].isupper() and w > 0}))
    noun.qualifiers = tuple(
        sorted(
            {
                lexicon.lemma(sentence.form(w))
                for w in rest
                if not sentence.at(w).text[:1].isupper() and sentence.form(w) not in lexicon.NEUTRAL
            }
        )
    )
    if "more" in {sentence.form(w) for w in rest} | {sentence.form(words[0])}:
        noun.more = True
    return noun


# ---- what is said


def predicate(sentence: Sentence, readings: Sequence[Reading], k: int, noun: Noun) -> Predicate:
    """What is said of the counted of `readings[k]`."""
    reading = readings[k]
    if noun.said is not None:
        return Predicate(noun.said, at=noun.end - 1, severity=noun.severity)
    left = _left(sentence, reading.first)
    right, clear = _right(sentence, noun.end)
    if sentence.form(noun.end) in lexicon.RELATIVE and right is not None:
        main = _behind_relative(sentence, right.at)
        if main is not None:
            return main
        if left is not None and left.said is not None:
            return left
    far = sentence.form(noun.end) in _PHRASE_OPENERS
    if (
        left is not None
        and left.said is not None
        and not (clear and not far and right is not None and right.said is not None)
    ):
        return left
    if right is not None and right.said is not None:
        return right
    toll = _toll(sentence, reading)
    if toll is not None:
        return toll
    if right is not None:
        return right
    return left or Predicate()


def _right(sentence: Sentence, i: int) -> tuple[Predicate | None, bool]:
    """The predicate behind the noun phrase that ends at `i`, and whether a verb form (were, have) leads to it."""
    start, clear = i, False
    severity = ""
    i = _past_company(sentence, _past_aside(sentence, _past_phrase(sentence, i)))
    if sentence.form(i) in lexicon.RELATIVE:
        i += 1
    for _ in range(8):
        form = sentence.form(i)
        if form in lexicon.SEVERITY:
            severity = lexicon.SEVERITY[form]
        elif form in lexicon.AUXILIARY:
            clear = True
        elif (
            (form in lexicon.ADVERBS or _manner(form))
            and lexicon.said_at(sentence, i) is None
            and not (form == "confirmed" and sentence.form(i + 1) == "dead")
        ):
            clear = clear or form in ("left", "found")
        else:
            break
        i += 1
    found = lexicon.said_at(sentence, i)
    if found is None:
        if clear and sentence.at(i).kind == LETTERS and lexicon.verbal(sentence.form(i)):
            return Predicate(verb=lexicon.lemma(sentence.form(i)), at=i), clear
        if i == start and lexicon.verbal(sentence.form(i)) and sentence.at(i).kind == LETTERS:
            return Predicate(verb=lexicon.lemma(sentence.form(i)), at=i), False
        return None, clear
    said, end = found
    if sentence.form(end) in ("and", "or"):
        again = lexicon.said_at(sentence, end + 1)
        if again is not None and again[0].name in ("seized", "destroyed") and said.name not in ("killed", "injured"):
            said = again[0]
    return Predicate(said, at=i, severity=severity), clear


def _past_aside(sentence: Sentence, i: int) -> int:
    """Past what stands between commas or brackets: 12 people, including three children, were killed."""
    mark = sentence.form(i)
    if mark not in (",", "("):
        return i
    close = ")" if mark == "(" else ","
    for k in range(i + 1, min(i + 16, len(sentence.words))):
        if sentence.form(k) == close:
            follows = sentence.form(k + 1)
            return k + 1 if follows in lexicon.AUXILIARY or lexicon.said_at(sentence, k + 1) is not None else i
        if sentence.form(k) in (";", "."):
            break
    return i


def _behind_relative(sentence: Sentence, i: int) -> Predicate | None:
    """The verb of the clause behind a relative one: 15,000 refugees who fled violence ARE LIVING in the camp."""
    for k in range(i + 1, min(i + 9, len(sentence.words))):
        form = sentence.form(k)
        if (form in ("are", "were", "was", "is") and form == "are") or form == "were":
            found = lexicon.said_at(sentence, k + 1)
            return None if found is None else Predicate(found[0], at=k + 1)
        if (
            sentence.at(k).kind != LETTERS
            or form in lexicon.CONJUNCTIONS
            or form in lexicon.RELATIVE
            or form in ("when", "after", "where", "while", "because", "as")
        ):
            return None
    return None


_PHRASE_OPENERS = frozenset(["of", "in", "at", "on", "from", "aboard", "inside", "near", "across", "around"])


def _past_phrase(sentence: Sentence, i: int) -> int:
    """Past "of ammunition", "in the village", where a verb form follows."""
    if sentence.form(i) not in _PHRASE_OPENERS:
        return i
    for k in range(i + 1, i + 9):
        form = sentence.form(k)
        if form in ("was", "were", "are", "have", "had", "is", "has"):
            return k
        if (
            sentence.at(k).kind != LETTERS
            or numerals.kind_of(form)[0]
            or form in numerals.VAGUE
            or form in lexicon.RELATIVE
            or form in lexicon.CONJUNCTIONS
        ):
            return i
        if form == "when" or form in lexicon.PRONOUNS:
            return i
    return i


def _past_company(sentence: Sentence, i: int) -> int:
    """Past what stands beside the noun, uncounted: 3,000 soldiers AND OTHER PERSONNEL were flown in."""
    if sentence.form(i) not in ("and", "or"):
        return i
    for k in range(i + 1, i + 8):
        form = sentence.form(k)
        if form in ("was", "were", "are", "have", "had", "is", "has"):
            return k
        if (
            sentence.at(k).kind != LETTERS
            or form in lexicon.PREPOSITIONS - {"of"}
            or numerals.kind_of(form)[0]
            or lexicon.said_at(sentence, k) is not None
            or form in numerals.VAGUE
        ):
            return i
    return i


def _left(sentence: Sentence, i: int) -> Predicate | None:
    """The predicate right before the count: killing 12, killed at least 12, arrests of 12."""
    severity = ""
    for _ in range(6):
        form = sentence.form(i - 1)
        if form in (
            "the",
            "a",
            "an",
            "another",
            "total",
            "as",
            "many",
            "further",
            "additional",
            "reportedly",
            "allegedly",
            "only",
            "just",
            "also",
            "up",
            "his",
            "her",
            "their",
            "its",
            "these",
            "those",
            "all",
            "both",
        ) and not (lexicon.said_before(sentence, i) is not None):
            i -= 1
            continue
        break
    found = lexicon.said_before(sentence, i) or lexicon.noun_before(
        sentence, i if sentence.form(i - 1) != "of" else i - 1
    )
    if found is not None:
        before = sentence.form(found[1] - 1)
        severity = lexicon.SEVERITY.get(before, "")
        passive = sentence.form(i - 1).endswith("ed") and before in ("was", "were", "been", "being", "be")
        if passive:
            return None
        return Predicate(found[0], at=found[1], severity=severity)
    form = sentence.form(i - 1)
    if (
        sentence.at(i - 1).kind == LETTERS
        and lexicon.verbal(form)
        and form not in ("including", "following", "during", "according", "being", "said", "led")
    ):
        return Predicate(verb=lexicon.lemma(form), at=i - 1)
    return None


_TOLL_LINK = lexicon.GRAMMAR["toll_links"]
"""The words by which a toll gets its number; one of them stands within the last few before it."""


def _toll(sentence: Sentence, reading: Reading) -> Predicate | None:
    """The death toll rose to 12; the number of dead is 12; those killed: 12."""
    linked = False
    for k in range(reading.first - 1, max(-1, reading.first - 18), -1):
        form = sentence.form(k)
        if form == "toll":
            injured = sentence.form(k - 1) in ("injury", "injured")
            if sentence.form(k - 1) not in (
                "death",
                "injury",
                "casualty",
                "the",
                "confirmed",
                "official",
                "overall",
                "final",
                "its",
                "his",
            ):
                return None
            return Predicate(lexicon.SAID["injured" if injured else "killed"], at=k)
        if form == "number":
            inner = next(
                (
                    lexicon.said_at(sentence, j) or lexicon.noun_at(sentence, j)
                    for j in range(k + 2, k + 6)
                    if lexicon.said_at(sentence, j) or lexicon.noun_at(sentence, j)
                ),
                None,
            )
            return Predicate(inner[0], at=k) if inner is not None else None
        if (sentence.at(k).kind != LETTERS and form != ":") or k <= 0:
            return None
        if k < reading.first - 4 and linked is False:
            return None
        linked = linked or form in _TOLL_LINK
    return None
