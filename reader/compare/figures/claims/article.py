"""The claims of one article: its sentences cut, their quantities read, and what each is said of."""

from collections.abc import Iterator, Sequence

from reader.compare.attribution import StatementSources
from reader.compare.comparison import Excerpt, Figure, Modifier, Quantity, Scope
from reader.compare.figures import foreign, lexicon
from reader.compare.figures.claims import context, scopes, tolls
from reader.compare.figures.claims.as_of import as_of
from reader.compare.figures.claims.claim import FigureClaim
from reader.compare.figures.claims.clause import Clause
from reader.compare.figures.claims.place_counts import placed
from reader.compare.figures.claims.reach import Reach, main_places, of_person, of_the_one_before
from reader.compare.figures.quantities.bounds import PAIRED, bounds
from reader.compare.figures.quantities.parsed_quantity import ParsedQuantity
from reader.compare.figures.quantities.readings import readings
from reader.compare.figures.tables import OmittedSpans, omissions
from reader.compare.figures.tokens import Sentence, words
from reader.compare.options import FigureOptions
from reader.compare.witness import Witness
from reader.progress import Pause, unpaused
from reader.text.spans import Span

OPENING = 3
"""How many sentences of an article say what and where its story is."""


def sentences_of(witness: Witness) -> list[Sentence]:
    """The sentences of an English article, pointers to other articles and tables left out; none of another."""
    if foreign.language(witness.article) != foreign.ENGLISH:
        return []
    text, omitted = witness.article.text, OmittedSpans(omissions(witness))
    read = (span for span in witness.sentences if not omitted.has(span) and not _teases(text, span))
    return [p for span in read for p in words(text, span).pieces(LONGEST) if not omitted.has(p.span)]


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


def _clauses(sentences: Sequence[Sentence], pause: Pause) -> Iterator[Clause]:
    for sentence in sentences:
        pause()
        yield Clause(sentence, tuple(readings(sentence)))


def claims_of(
    witness: Witness,
    sentences: Sequence[Sentence],
    main: frozenset[str],
    options: FigureOptions,
    pause: Pause = unpaused,
) -> tuple[list[FigureClaim], list[Clause]]:
    """Every figure of the article as a claim, in order, and its sentences; `main` are the names of the whole story."""
    if foreign.language(witness.article) != foreign.ENGLISH:
        return _of_another_language(witness, options)
    found, code = [], foreign.ENGLISH
    clauses = list(_clauses(sentences, pause))
    day = context.story_day(witness, sentences)
    headline = _headline(sentences)
    people = context.people(sentences)
    settings = context.settings(sentences, [clause.figures for clause in clauses], day)
    for k, (clause, setting) in enumerate(zip(clauses, settings, strict=True)):
        pause()
        sentence = clause.sentence
        said = StatementSources(witness.article.text, sentence.span, code)
        for reading, reach in zip(clause.figures, scopes.reaches(sentence, clause.figures, setting), strict=True):
            dated = context.resolved(reading, day)
            if dated is None:
                continue
            if reach.kind == "age" and not reach.thing and k > 0:
                reach = of_the_one_before(reach, sentence, reading, sentences[k - 1])
            own = of_person(main_places(reach, main, headline), people)
            figure = Figure(
                _excerpt(witness, sentence, reading),
                sentence.span,
                _quantity(dated, options),
                _scope(own),
                said.of(sentence.words[reading.first].start),
                as_of(sentence, reading.first),
            )
            found.append(FigureClaim(figure, own, witness.article.published, clause, reading, k))
    opening = sentences[OPENING - 1].span.end if len(sentences) >= OPENING else len(witness.article.text)
    return placed(tolls.whole(found, opening)), clauses


def _of_another_language(witness: Witness, options: FigureOptions) -> tuple[list[FigureClaim], list[Clause]]:
    """The same of an article that is not in English: its figures count in its own words, and no key joins them."""
    told, code = foreign.read(witness), foreign.language(witness.article)
    day = foreign.day(witness, (one.reading for _sentence, own in told for one in own))
    found, clauses = [], []
    for k, (sentence, own) in enumerate(told):
        clauses.append(Clause(sentence, tuple(one.reading for one in own), code))
        said = StatementSources(witness.article.text, sentence.span, code)
        for one in own:
            dated = context.resolved(one.reading, day)
            if dated is None:
                continue
            reach = foreign.reach(witness, sentence, one)
            excerpt = _excerpt(witness, sentence, one.reading)
            figure = Figure(
                excerpt,
                sentence.span,
                _quantity(dated, options),
                _scope(reach),
                said.of(sentence.words[one.reading.first].start),
            )
            found.append(FigureClaim(figure, reach, witness.article.published, clauses[-1], one.reading, k))
    return found, clauses


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


def _excerpt(witness: Witness, sentence: Sentence, reading: ParsedQuantity) -> Excerpt:
    last = min(reading.end, len(sentence.words)) - 1  # what follows a figure may have been cut off with the sentence
    return Excerpt(witness.article.id, Span(sentence.words[reading.first].start, sentence.words[last].end))


def _quantity(reading: ParsedQuantity, options: FigureOptions) -> Quantity:
    strict, usual = bounds(reading, options.tolerance)
    unit = f"{reading.unit} per {reading.rate}" if reading.rate else reading.unit
    converted = tuple(_quantity(other, options) for other in reading.converted)
    ranged = reading.low != reading.high and reading.dimension not in PAIRED
    modifier = Modifier.RANGE if ranged and reading.modifier is Modifier.NONE else reading.modifier
    return Quantity(
        (reading.low, reading.high), strict, usual, unit, reading.dimension, modifier, converted, reading.zone
    )


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
