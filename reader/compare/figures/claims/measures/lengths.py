"""What a length is: a depth, a height, a distance from somewhere."""

from reader.compare.figures import lexicon
from reader.compare.figures.claims import context
from reader.compare.figures.claims.clause import subject
from reader.compare.figures.claims.measures.measure_scope import MeasureScope, forms
from reader.compare.figures.claims.measures.waters import water
from reader.compare.figures.quantities import units
from reader.compare.figures.quantities.parsed_quantity import ParsedQuantity
from reader.compare.figures.tokens import LETTERS, Sentence
from reader.lexicon import load, sets

_TABLE = load("claims")["lengths"]
_WORDS = sets(_TABLE)
_EXTENT_OF: dict[str, str] = _TABLE["extent_of"]


def length(sentence: Sentence, reading: ParsedQuantity) -> MeasureScope:
    if (found := water(sentence, reading)) is not None:
        return found
    before, after = forms(sentence, reading.first - 4, reading.first), forms(sentence, reading.end, reading.end + 3)
    if "depth" in before or _buried(after):
        return MeasureScope(
            "depth", "", "depth", clear=not any(w.form.startswith("aftershock") for w in sentence.words)
        )
    away = _away_from(sentence, reading.end)
    if away is not None:
        place, names = away
        where = _whose(sentence, reading.first)
        return MeasureScope(
            "distance",
            " ".join(place),
            "distance from " + (" ".join(names) or " ".join(place)),
            clear=True,
            names=where,
        )
    for word, attribute in _EXTENT_OF.items():
        if after[:1] == [word] or after[:2] == ["-", word]:
            noun = _noun_left(sentence, reading.first)
            of = f"{attribute} of the {noun}" if noun else ""
            return MeasureScope(attribute, lexicon.lemma(noun), of, clear=bool(noun))
    for word in before:
        if word in _WORDS["extents"]:
            noun = _noun_left(sentence, reading.first)
            return MeasureScope(word, lexicon.lemma(noun), f"{word} of the {noun}", clear=False)
    for name, at in lexicon.actions(sentence, reading.first - 8, reading.end + 4):
        if name == "chased":
            return MeasureScope("chased", "", "length of the chase", clear=True)
        if name == "fell" and at == reading.first - 1:
            return MeasureScope("fell", "", "depth of the fall", clear=True)
    return MeasureScope(label=reading.unit)


def _buried(after: list[str]) -> bool:
    """Whether the words behind a length tell of a depth: underground, beneath the surface."""
    if after[:1] in (["underground"], ["underwater"]):
        return True
    return after[:1] in (["beneath"], ["below"]) and bool(_WORDS["grounds"] & set(after))


def _away_from(sentence: Sentence, i: int) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """From what the distance before word `i` is measured: the folded words, and as written."""
    turned = False
    while sentence.form(i) in lexicon.DIRECTIONS or (
        sentence.form(i) in ("to", "the", "-") and sentence.form(i + 1) in lexicon.DIRECTIONS | {"the"}
    ):
        turned = True
        i += 1
    if sentence.form(i) not in _WORDS["away"] or (sentence.form(i) == "of" and not turned):
        return None
    return _place(sentence, i + 1)


_SKIPPED = lexicon.GRAMMAR["place_words"]


def _place(sentence: Sentence, i: int) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    while sentence.form(i) in _SKIPPED and sentence.at(i + 1).kind == LETTERS:
        i += 1
    name = []
    while sentence.at(i).kind == LETTERS and sentence.at(i).text[:1].isupper():
        name.append(sentence.at(i))
        i += 1
    if name:
        return tuple(w.form for w in name[:2]), tuple(w.text for w in name)
    form = sentence.form(i)
    return (
        ((form,), ())
        if sentence.at(i).kind == LETTERS and form not in lexicon.PREPOSITIONS and form not in _WORDS["no_places"]
        else None
    )


def _whose(sentence: Sentence, i: int) -> tuple[str, ...]:
    """What lies at the distance that begins at `i`: Guffa, nine km from the border; a camp 10 miles south."""
    k = i - 1
    while sentence.form(k) in _LINKS:
        k -= 1
    if (
        k < i - 5
        or sentence.at(k).kind != LETTERS
        or context.is_time(sentence.form(k))
        or units.is_unit(sentence.form(k))
    ):
        return ()
    names = []
    if sentence.form(k) in lexicon.COMMON_PLACES and sentence.at(k - 1).text[:1].isupper():
        k -= 1
    while (
        sentence.at(k).kind == LETTERS
        and sentence.at(k).text[:1].isupper()
        and sentence.form(k) not in lexicon.DETERMINERS
    ):
        names.append(sentence.form(k))
        k -= 1
    if names:
        return tuple(names)
    form = sentence.form(k)
    return (
        ()
        if form in lexicon.PREPOSITIONS
        or form in lexicon.PRONOUNS
        or (lexicon.verbal(form) and form not in lexicon.COMMON_PLACES)
        else (form,)
    )


_LINKS = lexicon.GRAMMAR["links"]


def _noun_left(sentence: Sentence, i: int) -> str:
    """The noun whose extent stands at `i`: the head of the subject where a verb links the two, else the nearest."""
    if sentence.form(i - 1) in lexicon.AUXILIARY and (head := subject(sentence, i - 1)):
        return head
    for k in range(i - 1, max(-1, i - 4), -1):
        if sentence.at(k).kind == LETTERS and sentence.form(k) not in _NO_NOUNS:
            return sentence.form(k)
    return ""


_NO_NOUNS = lexicon.PREPOSITIONS | lexicon.DETERMINERS | lexicon.AUXILIARY | lexicon.ADVERBS | lexicon.CONJUNCTIONS
