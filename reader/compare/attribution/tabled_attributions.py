"""Whom an article in another language than English credits: by tables of the words that its news credits with.

The rules are fewer than those of English, and a wrong credit is worse than none: an utterance takes its speaker from
the clause beside it in its sentence, or from the utterance that it goes on with.
"""

from collections.abc import Sequence

from reader.compare.attribution.attribution import Attribution, AttributionSource
from reader.compare.attribution.lexicon import name_words
from reader.compare.attribution.speakers import Speaker, SpeakerKind, last_name
from reader.compare.attribution.tabled_clauses import TabledClause, TabledClauses
from reader.compare.attribution.tables import ReportingWords
from reader.compare.attribution.tokens import COMMAS, STOPS, Tokens
from reader.compare.quotation_marks import QuotedSpan
from reader.compare.witness import Witness
from reader.text.folding import folded
from reader.text.spans import Span

_BACK = 900
"""How many characters back a pronoun may mean somebody."""
_BEFORE_CREDIT = frozenset({",", "?", "!", "…"})
_AFTER_CREDIT = frozenset({",", ".", ";", ":"})
"""What stands around a credit inside what is said."""
_BRIEF = 12
"""Words, at most, between two parts of one utterance."""


class TabledAttributions(AttributionSource):
    """The attributions of one article, one stretch in quotation marks after the other; as `Attributions`."""

    def __init__(
        self, witness: Witness, stretches: Sequence[QuotedSpan], titles: Sequence[Span], words: ReportingWords
    ) -> None:
        super().__init__(stretches)
        self._text = witness.article.text
        self._words = words
        self._tokens = Tokens(self._text, [s.span for s in stretches], titles, elided=True)
        self._clauses = TabledClauses(self._tokens, words)
        self._places = [self._tokens.token_at(s.span.start) for s in stretches]
        self._behind: list[TabledClause | None] = [self._clause_behind(n) for n in range(len(stretches))]
        self.found = self._attributions()

    def _is_same_utterance(self, n: int) -> bool:
        return self._is_unclosed(n) or self._is_interrupted(n)

    def _attributions(self) -> tuple[Attribution | None, ...]:
        found: list[Attribution | None] = []
        last: Speaker | None = None
        for n in range(len(self.stretches)):
            clause = self._behind[n] or self._ahead(n) or self._at_the_end(n)
            if clause is None:
                found.append(self._within(n) or self._carried(n, found))
                continue
            who = self._meant(clause, last)
            found.append(Attribution(who.span.of(self._text), who.span, clause.span) if who else None)
            if who is not None and who.kind is SpeakerKind.NAME:
                last = who
        return tuple(found)

    def _clause_behind(self, n: int) -> TabledClause | None:
        at = self._places[n] + 1
        end = self._tokens.sentence_end(self._places[n])
        while at < end and self._tokens[at].text in COMMAS:
            at += 1
        return self._clauses.behind(at, end)

    def _ahead(self, n: int) -> TabledClause | None:
        at = self._places[n]
        if at > 1 and self._tokens[at - 1].is_line_end and self._tokens[at - 2].text == ":":
            at -= 1
        start = self._tokens.sentence_start(at)
        quotations = [k for k in range(start, at) if self._tokens[k].is_quotation]
        return None if quotations else self._clauses.ahead(start, at) or self._clauses.named(start, at)

    def _at_the_end(self, n: int) -> TabledClause | None:
        at = self._places[n]
        if self._tokens.ends_with_stop(at):
            return None
        end = self._tokens.sentence_end(at)
        if any(t.is_quotation for t in self._tokens.all[at + 1 : end]):
            return None
        return self._clauses.at_the_end(at + 1, end)

    def _within(self, n: int) -> Attribution | None:
        """Whom the words inside the marks credit: "« Allons, dit Ana Ruiz, et vite. »"."""
        if not self._words.dialogue:
            return None
        inner = self.stretches[n].inner
        tokens = Tokens(inner.of(self._text), [], elided=True)
        clauses = TabledClauses(tokens, self._words)
        for at in range(2, len(tokens)):
            if tokens[at - 1].text not in _BEFORE_CREDIT or not tokens[at].is_small:
                continue
            clause = clauses.behind(at, len(tokens))
            speaker = clause.speaker if clause is not None and clause.first == at else None
            if (
                clause is None
                or speaker is None
                or clause.is_source
                or tokens.text_at(clause.last) not in _AFTER_CREDIT
            ):
                continue
            own, credit = (Span(inner.start + s.start, inner.start + s.end) for s in (speaker.span, clause.span))
            if speaker.kind is not SpeakerKind.ROLE and own.start > credit.start:
                return Attribution(own.of(self._text), own, credit)
        return None

    def _meant(self, clause: TabledClause, last: Speaker | None) -> Speaker | None:
        """Who speaks in a clause; for a pronoun, or a verb without a subject, who spoke last if nobody came since."""
        speaker = clause.speaker
        if speaker is not None and speaker.kind is not SpeakerKind.PRONOUN:
            return speaker
        if last is None or clause.span.start - last.span.end > _BACK:
            return speaker
        since = self._tokens.token_at(last.span.end)
        key = last_name(last.span.of(self._text))
        others = [
            run
            for run in self._clauses.runs(since, clause.first)
            if last_name(self._tokens.span(*run).of(self._text)) != key
        ]
        return speaker if others or not self._fits(last, speaker) else last

    def _fits(self, last: Speaker, pronoun: Speaker | None) -> bool:
        """Whether a given name that is known says nothing against a pronoun."""
        meant = self._words.pronouns.get(pronoun.span.of(self._text).casefold(), "") if pronoun else ""
        given = folded(last.span.of(self._text).split()[0])
        other = {"he": "she", "she": "he"}.get(meant)
        return other is None or given not in name_words(f"{other}_names")

    def _carried(self, n: int, found: Sequence[Attribution | None]) -> Attribution | None:
        """The speaker of the stretch before, where the same one goes on."""
        if n == 0 or found[n - 1] is None:
            return None
        if self._is_unclosed(n) or self._is_interrupted(n) or self._follows(n) or self._goes_on_alone(n):
            self._carried_on.add(n)
            return found[n - 1]
        return None

    def _is_unclosed(self, n: int) -> bool:
        """Whether the paragraph before ended with a stretch that no mark closed."""
        between = self._tokens.all[self._places[n - 1] + 1 : self._places[n]]
        return not self.stretches[n - 1].closed and not any(t.is_word for t in between) and len(between) <= 1

    def _is_interrupted(self, n: int) -> bool:
        """Whether only a credit stands between two stretches of one sentence."""
        last, at = self._places[n - 1], self._places[n]
        between = self._tokens.all[last + 1 : at]
        behind = self._behind[n - 1]
        if behind is None or any(t.is_line_end or t.text in STOPS for t in between):
            return False
        stopped = self._tokens.ends_with_stop(last)
        return not stopped and not between[-1].is_word and sum(t.is_word for t in between) <= _BRIEF

    def _goes_on_alone(self, n: int) -> bool:
        """Whether a whole utterance is a paragraph of its own after one that ends with the credit of another."""
        last, at = self._places[n - 1], self._places[n]
        between = self._tokens.all[last + 1 : at]
        if self._behind[n - 1] is None or sum(t.is_line_end for t in between) != 1 or not between[-1].is_line_end:
            return False
        stops = [k for k, t in enumerate(between) if t.text in STOPS]
        end = at + 1
        while end < len(self._tokens) and self._tokens[end].text in STOPS:
            end += 1
        alone = end >= len(self._tokens) or self._tokens[end].is_line_end
        return stops == [len(between) - 2] and alone and self._text[self._tokens[last].end - 2] != "?"

    def _follows(self, n: int) -> bool:
        """Whether a whole utterance follows the credit of the one before, in the same paragraph."""
        last, at = self._places[n - 1], self._places[n]
        between = self._tokens.all[last + 1 : at]
        if any(t.is_line_end for t in between):
            return False
        if not any(t.is_word for t in between):
            return True
        behind = self._behind[n - 1]
        stops = [k for k, t in enumerate(between) if t.text in STOPS]
        return behind is not None and stops == [len(between) - 1]
