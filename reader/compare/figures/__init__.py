"""Figures: the numbers of each article with what they count, and the rows in which they agree or clash."""

from collections.abc import Sequence

from reader.compare.comparison import Excerpt, Figure, LedgerRow, Modifier, Origin, Quantity, Scope
from reader.compare.figures import lexicon
from reader.compare.figures.claims import context, roles, scopes, tolls
from reader.compare.figures.claims.claim import Entry
from reader.compare.figures.claims.context import Setting
from reader.compare.figures.claims.placing import placed
from reader.compare.figures.claims.reach import Reach, main_places, of_person, of_the_one_before
from reader.compare.figures.pairs.echoes import company
from reader.compare.figures.quantities.bounds import bounds
from reader.compare.figures.quantities.reading import Reading
from reader.compare.figures.quantities.readings import readings
from reader.compare.figures.rows import grouping
from reader.compare.figures.tokens import Sentence, words
from reader.compare.options import FigureOptions
from reader.compare.witness import Witness
from reader.text.spans import Span

OPENING = 3
"""How many sentences of an article say what and where its story is."""


def read(witness: Witness, options: FigureOptions | None = None) -> tuple[Figure, ...]:
    """Every figure of one article, in order, with its own scope."""
    options = options or FigureOptions()
    return tuple(entry.figure for entry in _entries(witness, _cut(witness), frozenset(), options))


def find(
    witnesses: Sequence[Witness], origins: Sequence[Origin], options: FigureOptions | None = None
) -> tuple[LedgerRow, ...]:
    """The ledger: a row for every scope of which two articles give a figure, worst first; whatever their order."""
    options = options or FigureOptions()
    cut = [_cut(witness) for witness in witnesses]
    main = context.main_names([sentences[:OPENING] for sentences in cut])
    entries = [
        entry
        for witness, sentences in zip(witnesses, cut, strict=True)
        for entry in _entries(witness, sentences, main, options)
    ]
    return grouping.rows(entries, origins, main)


def _cut(witness: Witness) -> list[Sentence]:
    """The sentences of the article, pointers to other articles left out."""
    text = witness.article.text
    whole = (words(text, span) for span in witness.sentences if not _teases(text, span))
    return [piece for sentence in whole for piece in sentence.pieces(LONGEST)]


def _teases(text: str, span: Span) -> bool:
    """Whether the line of a sentence begins as a pointer to another article: "Also read: ..."."""
    start = text.rfind("\n", max(0, span.start - LONGEST_LEAD), span.start) + 1
    start = max(start, span.start - LONGEST_LEAD, 0)
    end = min(span.end, start + LONGEST_LEAD)
    if not any(text.find(colon, start, end) >= 0 for colon in COLONS):
        return False
    lead = words(text, Span(start, end))
    length = lead.phrase(0, lexicon.TEASERS)[1]
    return length > 0 and lead.form(length) == ":"


LONGEST = 120
"""Sentences of more words are no prose but tables and lists: read in pieces, the time stays in step with the length."""
COLONS = ":："
LONGEST_LEAD = 200
"""How far back on its line a sentence is looked at for the words of a teaser."""


def _entries(
    witness: Witness, sentences: Sequence[Sentence], main: frozenset[str], options: FigureOptions
) -> list[Entry]:
    found = []
    read_in = [readings(sentence) for sentence in sentences]
    day = context.story_day(witness, sentences)
    headline = _headline(sentences)
    people = context.people(sentences)
    settings = context.settings(sentences, read_in, day)
    for k, (sentence, own, setting) in enumerate(zip(sentences, read_in, settings, strict=True)):
        for reading, reach in zip(own, scopes.reaches(sentence, own, setting), strict=True):
            dated = context.resolved(reading, day)
            if dated is None:
                continue
            if reach.kind == "age" and not reach.thing and k > 0:
                reach = of_the_one_before(reach, sentence, reading, sentences[k - 1])
            own_reach = of_person(main_places(reach, main, headline), people)
            figure = Figure(
                _excerpt(witness, sentence, reading), sentence.span, _quantity(dated, options), _scope(own_reach)
            )
            found.append(Entry(figure, own_reach, witness.article.published, company(sentence, reading)))
    opening = sentences[OPENING - 1].span.end if len(sentences) >= OPENING else len(witness.article.text)
    found.extend(_by_role(witness, sentences, settings, found))
    return placed(tolls.whole(found, opening))


def _by_role(
    witness: Witness, sentences: Sequence[Sentence], settings: Sequence[Setting], found: Sequence[Entry]
) -> list[Entry]:
    """The toll that the opening tells as a list of roles, where the article has no other."""
    for sentence, setting in zip(sentences[:OPENING], settings, strict=False):
        told = roles.by_role(sentence)
        if told is None:
            continue
        reading, said = told
        reach = scopes.toll(said, setting.at(reading.first))
        figure = Figure(
            _excerpt(witness, sentence, reading), sentence.span, _quantity(reading, FigureOptions()), _scope(reach)
        )
        entry = Entry(figure, reach, witness.article.published)
        return [entry] if tolls.alone(entry, found) else []
    return []


def _headline(sentences: Sequence[Sentence]) -> frozenset[str]:
    """The words of the headline: the first sentence, ending without a full stop or short and before others."""
    if not sentences:
        return frozenset()
    first = sentences[0]
    short = len(first.words) <= SHORT and len(sentences) > 1
    is_headline = short or first.form(len(first.words) - 1) not in (".", "!", "?")
    return frozenset(w.form for w in first.words) if is_headline else frozenset()


SHORT = 14
"""How many words a headline that ends in a full stop has at most."""


def _excerpt(witness: Witness, sentence: Sentence, reading: Reading) -> Excerpt:
    return Excerpt(witness.article.id, Span(sentence.words[reading.first].start, sentence.words[reading.end - 1].end))


def _quantity(reading: Reading, options: FigureOptions) -> Quantity:
    strict, usual = bounds(reading, options.tolerance)
    unit = f"{reading.unit} per {reading.rate}" if reading.rate else reading.unit
    converted = tuple(_quantity(other, options) for other in reading.converted)
    modifier = Modifier.RANGE if reading.low != reading.high and reading.modifier is Modifier.NONE else reading.modifier
    return Quantity((reading.low, reading.high), strict, usual, unit, reading.dimension, modifier, converted)


def _scope(reach: Reach) -> Scope:
    return Scope(
        label=reach.label,
        counted=reach.thing,
        qualifiers=reach.which,
        place=tuple(" ".join(place) for place in reach.places),
        time=reach.time,
        event=reach.names,
        part=reach.part,
        said=reach.said,
        running=reach.running,
        compared=reach.clear,
    )
