"""Who says what one sentence tells in the article's own words: "police told the council that 40 were hurt" is theirs.

Whoever is told something says nothing: not "the council" of "the council was told by police".
"""

from collections.abc import Iterator
from functools import cached_property

from reader.compare.attribution.clauses import Clauses, ReportingClause
from reader.compare.attribution.lexicon import speech
from reader.compare.attribution.tabled_clauses import TabledClauses
from reader.compare.attribution.tables import ReportingWords, is_read
from reader.compare.attribution.tokens import Tokens
from reader.compare.quotation_marks import quoted
from reader.text.spans import Span


class StatementSources:
    """The sources that one sentence names, in the languages in which these are read."""

    def __init__(self, text: str, span: Span, language: str) -> None:
        """`span` is that of the sentence in `text`; nothing is read before it is asked for."""
        self._start, self._sentence = span.start, span.of(text)
        self._language = language
        self._words = ReportingWords.of(language)

    def of(self, at: int) -> Span | None:
        """Who says what stands at a character of the text; None where the sentence does not tell."""
        if not is_read(self._language):
            return None
        token = self._tokens.token_at(at - self._start + 1) - 1  # the one that holds it
        found = self._nearest(token) if self._words is None else self._of_tabled(token, self._words)
        return Span(self._start + found.start, self._start + found.end) if found is not None else None

    @cached_property
    def _tokens(self) -> Tokens:
        whole = Span(0, len(self._sentence))
        quotations = [stretch.span for stretch in quoted(self._sentence, [whole])]
        return Tokens(self._sentence, quotations, elided=self._words is not None)

    @cached_property
    def _clauses(self) -> list[ReportingClause]:
        return list(self._english())

    def _english(self) -> Iterator[ReportingClause]:
        if not any(t.form in speech("factual") for t in self._tokens.all):
            return
        for clause in Clauses(self._tokens).found:
            after = self._tokens[clause.verb + 1].form if clause.verb + 1 < len(self._tokens) else ""
            ordered = after == "by" and self._tokens.text_at(clause.last) == "to"  # "were told by doctors to rest"
            if self._tokens[clause.verb].form in speech("factual") and after not in speech("nothing") and not ordered:
                yield clause

    def _nearest(self, token: int) -> Span | None:
        outside = (c for c in self._clauses if not c.speaker.span.contains(self._tokens[token].span))
        nearest = min(outside, key=lambda clause: abs(clause.verb - token), default=None)
        return nearest.speaker.span if nearest is not None else None

    def _of_tabled(self, token: int, words: ReportingWords) -> Span | None:
        tabled, end = TabledClauses(self._tokens, words), len(self._tokens)
        while end and not self._tokens[end - 1].is_word:
            end -= 1
        clause = tabled.ahead(0, token) or tabled.at_the_end(token, end) or tabled.source(token, end)
        return clause.speaker.span if clause is not None and clause.speaker is not None else None
