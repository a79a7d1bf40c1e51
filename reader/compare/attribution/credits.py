"""Whom an article credits with an utterance: who speaks in the clause beside it, or nobody for sure.

A wrong credit is worse than none. An utterance takes its speaker from its own sentence, else from the utterance that it
goes on with, else from the sentence before it; never across what somebody else says.
"""

from collections.abc import Sequence

from reader.compare.attribution.attribution import Attribution, AttributionSource
from reader.compare.attribution.clauses import Clauses, ReportingClause
from reader.compare.attribution.lexicon import name_words, speech
from reader.compare.attribution.neuters import Neuters
from reader.compare.attribution.persons import Persons
from reader.compare.attribution.speakers import Speaker, SpeakerKind, last_name
from reader.compare.attribution.tokens import COMMAS, STOPS, Tokens
from reader.compare.quotation_marks import QuotedSpan
from reader.compare.witness import Witness
from reader.text.folding import folded
from reader.text.spans import Span

_BRIEF = 12
"""Words, at most, of a sentence that only credits what was quoted before it."""


class Attributions(AttributionSource):
    """The attributions of one article, one stretch in quotation marks after the other.

    `titles` are stretches that nobody says: they stand in a sentence as any word does.
    """

    def __init__(self, witness: Witness, stretches: Sequence[QuotedSpan], titles: Sequence[Span] = ()) -> None:
        super().__init__(stretches)
        self._text = witness.article.text
        self._tokens = Tokens(self._text, [s.span for s in stretches], titles)
        self._clauses = Clauses(self._tokens)
        self._persons = Persons(self._tokens, self._clauses)
        self._neuters = Neuters(self._tokens)
        self._places = [self._tokens.token_at(s.span.start) for s in stretches]
        self.found = self._attributions()

    def _attributions(self) -> tuple[Attribution | None, ...]:
        direct = [self._direct(n) for n in range(len(self.stretches))]
        found: list[Attribution | None] = []
        for n, clause in enumerate(direct):
            found.append(self._attribution(clause) if clause else self._carried(n, found))
        return tuple(found)

    def _is_same_utterance(self, n: int) -> bool:
        return (self._is_continued(n) and not self.stretches[n - 1].closed) or self._is_interrupted(n)

    def _is_interrupted(self, n: int) -> bool:
        """Whether only `," he said, "` stands between a stretch and the one before it."""
        last, at = self._places[n - 1], self._places[n]
        between = self._tokens.all[last + 1 : at]
        if not between or any(t.is_line_end or t.text in STOPS for t in between) or between[-1].is_word:
            return False
        clauses = self._clauses.between(last + 1, at)
        behind = self._behind(n - 1)
        stopped = self._tokens.ends_with_stop(last)
        return behind is not None and clauses == [behind] and not stopped and sum(t.is_word for t in between) <= _BRIEF

    def _attribution(self, clause: ReportingClause) -> Attribution:
        speaker = self._persons.resolved(clause)
        return Attribution(speaker.span.of(self._text), speaker.span, clause.span)

    def _direct(self, n: int) -> ReportingClause | None:
        """The clause of the stretch's own sentence that credits it."""
        behind = self._behind(n)
        if behind is not None and not behind.is_source:
            return behind
        if self._is_possessed(n):
            return behind
        return self._ahead(n) or behind or self._at_the_end(n) or self._announced(n) or self._of_thing(n)

    def _of_thing(self, n: int) -> ReportingClause | None:
        """What "it" beside it says, and what that is: `The ministry sent a letter. "..." it says.`"""
        at = self._places[n]
        return self._neuters.behind(at + 1) or self._neuters.ahead(self._lead_in(at))

    def _behind(self, n: int) -> ReportingClause | None:
        """What follows at once: `," said Ana Ruiz`."""
        at = self._places[n] + 1
        tokens = self._tokens
        while at < len(tokens) and tokens[at].text in COMMAS:
            at += 1
        if at < len(tokens) and tokens[at].form == "as" and self._clauses.beginning_at(at + 1):
            at += 1
        clause = self._clauses.beginning_at(at)
        if clause is None or clause.implied:
            return None
        if self._is_bare(clause):
            return clause
        if self._tokens[clause.verb].form in speech("objects"):  # "lawmakers dismissed the concerns"
            return None
        if clause.inverted or not self._tokens.ends_with_stop(self._places[n]):
            return clause
        asked = self.stretches[n].inner.of(self._text)[-1:] in "?!"
        return clause if asked and self._says_no_more(clause) else None

    def _is_bare(self, clause: ReportingClause) -> bool:
        """Whether the sentence says nothing but who spoke."""
        return clause.last >= len(self._tokens) or not self._tokens[clause.last].is_word

    def _says_no_more(self, clause: ReportingClause) -> bool:
        """Whether behind a verb only where, when or to whom follows: `?” Ana Ruiz asked the council.`"""
        end = self._tokens.sentence_end(clause.last - 1)
        rest = self._tokens.all[clause.last : end]
        told = self._tokens[clause.verb].form in speech("addressing")
        if any(t.is_quotation or t.form in speech("silent") | speech("persons") | {"to"} for t in rest):
            return False
        return rest[0].is_adverbial or rest[0].is_preposition or rest[0].is_adverb or rest[0].form == "early" or told

    def _ahead(self, n: int) -> ReportingClause | None:
        """The last clause before it in its sentence: `Ana Ruiz told reporters that it was "`."""
        at = self._lead_in(self._places[n])
        start = self._tokens.sentence_start(at)
        quotations = [k for k in range(start, at) if self._tokens[k].is_quotation]
        before = self._clauses.between(quotations[-1] + 1 if quotations else start, at)
        said = [clause for clause in before if clause.last <= at and not self._is_behind(clause)]
        return said[-1] if said else None

    def _lead_in(self, at: int) -> int:
        """The token before which what leads to a stretch stands: a colon may end the paragraph before."""
        if at > 1 and self._tokens[at - 1].is_line_end and self._tokens[at - 2].text in {":", ","}:
            return at - 1
        return at

    def _is_behind(self, clause: ReportingClause) -> bool:
        """Whether a clause follows a quotation at once, and so belongs to it, and ends there."""
        at = clause.first - 1
        while at >= 0 and not (t := self._tokens[at]).is_word and not t.is_quotation and not t.is_line_end:
            at -= 1
        return clause.inverted and at >= 0 and self._tokens[at].is_quotation

    def _at_the_end(self, n: int) -> ReportingClause | None:
        """What its sentence ends with: `is "a disaster" for farmers, Ana Ruiz said.`"""
        at = self._places[n]
        if self._tokens.ends_with_stop(at):
            return None
        end = self._tokens.sentence_end(at)
        for clause in reversed(self._clauses.between(at + 1, end)):
            first = clause.first
            if first > at + 1 and self._tokens[first - 1].text == "," and not clause.implied:
                rest = self._tokens.all[clause.last : end]
                if not any(t.is_quotation for t in rest) and len(rest) <= _BRIEF:
                    return clause
        return None

    def _announced(self, n: int) -> ReportingClause | None:
        """Whoever alone a sentence is about that ends with a colon: `Ana Ruiz put it bluntly: "`."""
        at = self._lead_in(self._places[n])
        start = self._tokens.sentence_start(at)
        if self._tokens[at - 1].text != ":" or start >= at - 1:
            return None
        between = self._tokens.all[start:at]
        if any(t.is_quotation or t.is_possessive or t.form in speech("announcing") for t in between):
            return None
        if any(t.form in speech("carriers") | speech("documents") and t.form not in speech("by_way") for t in between):
            return None
        subject = self._clauses.speakers.opening_subject(start, at)
        if subject is None or subject.kind is SpeakerKind.PRONOUN:
            return None
        own = self._tokens.token_at(subject.span.end)
        if own == at - 1 and subject.kind is SpeakerKind.NAME and not self._is_person(subject):
            return None  # a place before the colon of a headline
        if any(last - first > 1 or self._tokens[first].is_title for first, last in self._tokens.runs(own, at)):
            return None
        first = self._tokens.token_at(subject.span.start)
        span = self._tokens.span(first, at - 1)
        return ReportingClause(first, own, at - 1, subject, span, inverted=False, implied=True)

    def _is_person(self, subject: Speaker) -> bool:
        """Whether somebody is so called who speaks elsewhere, or bears a given name that is known."""
        name = subject.span.of(self._text)
        given = name_words("he_names") | name_words("she_names")
        spoke = {last_name(clause.speaker.span.of(self._text)) for clause in self._clauses.found}
        return last_name(name) in spoke or (" " in name and folded(name.split()[0]) in given)

    def _is_possessed(self, n: int) -> bool:
        """Whether the words before say whose words these are, and that is not who speaks in the sentence."""
        at = self._places[n] - 1
        return at >= 0 and self._tokens[at].is_word and self._tokens[at].is_possessive

    def _carried(self, n: int, found: Sequence[Attribution | None]) -> Attribution | None:
        """The speaker of the utterance before, or of the sentence before."""
        if self._is_possessed(n) or self._is_nobodys(n):
            return None
        at = self._places[n]
        if n and found[n - 1]:
            last = self._places[n - 1]
            if self._is_continued(n) or self._joins(last, at) or self._follows_credit(n, found[n - 1]):
                self._carried_on.add(n)
                return found[n - 1]
        before = self._from_sentence_before(n, found)
        if before is not None and n and before is found[n - 1]:
            self._carried_on.add(n)
        return before

    def _is_nobodys(self, n: int) -> bool:
        """Whether what follows credits it to "it" or "we", whoever that is."""
        after = [t.form for t in self._tokens.all[self._places[n] + 1 : self._places[n] + 3]]
        return len(after) > 1 and after[0] in speech("silent") and after[1] in speech("verbs")

    def _is_continued(self, n: int) -> bool:
        """Whether a stretch goes on with the one before: a paragraph later at most, and nothing between.

        One that no mark closes must begin as a sentence does, else its mark was only forgotten.
        """
        before = self.stretches[n - 1]
        between = self._tokens.all[self._places[n - 1] + 1 : self._places[n]]
        inner = before.inner.of(self._text)
        whole = before.closed or not inner[:1].islower() or any(stop in inner for stop in (". ", "? ", "! "))
        return whole and not any(t.is_word for t in between) and sum(t.is_line_end for t in between) <= 1

    def _joins(self, last: int, at: int) -> bool:
        """Whether a few words of one sentence stand between two stretches, and nobody is named in them."""
        between = self._tokens.all[last + 1 : at]
        if any(t.is_line_end or t.text in STOPS for t in between) or self._tokens.begins(at):
            return False
        if any(self._tokens.begins(k) for k in range(last + 1, at)):
            return False
        words = sum(t.is_word for t in between)
        named = any(self._tokens.runs(last + 1, at)) or self._clauses.between(last + 1, at)
        return words <= _BRIEF and not named

    def _follows_credit(self, n: int, before: Attribution | None) -> bool:
        """Whether a whole utterance begins a paragraph after one that ends with the credit of another."""
        last, at = self._places[n - 1], self._places[n]
        between = self._tokens.all[last + 1 : at]
        if before is None or sum(t.is_line_end for t in between) != 1 or not between[-1].is_line_end:
            return False
        stops = [k for k, t in enumerate(between) if t.text in STOPS]
        clause = self._clauses.beginning_at(last + 1) or self._clauses.beginning_at(last + 2)
        asked = self.stretches[n - 1].inner.of(self._text).endswith("?")
        whole = self._tokens.ends_with_stop(at) and self._is_alone(at)
        return bool(clause) and stops == [len(between) - 2] and not asked and whole

    def _is_alone(self, at: int) -> bool:
        """Whether a stretch is all of its paragraph, a mark left over behind it aside."""
        if at + 1 < len(self._tokens) and self._tokens[at + 1].text in {"’", "'", "”", '"'}:
            at += 1
        return at + 1 >= len(self._tokens) or self._tokens[at + 1].is_line_end

    def _from_sentence_before(self, n: int, found: Sequence[Attribution | None]) -> Attribution | None:
        """Whoever alone speaks in the sentence that leads to a whole utterance in the same paragraph."""
        at = self._places[n]
        if not at or not self._tokens.begins(at) or self._tokens[at - 1].is_line_end:
            return None
        start = self._tokens.sentence_start(at - 1)
        clauses = self._clauses.between(start, at)
        clauses = [clause for clause in clauses if not clause.is_source] or clauses
        if not clauses or self._is_followed_by_speaker(at):
            return None
        held = [found[k] for k in range(n) if start <= self._places[k] < at]
        said = [a for a in held if a is not None] + [self._attribution(clause) for clause in clauses]
        names = {last_name(a.name) for a in said}
        return said[0] if len(names) == 1 else None

    def _is_followed_by_speaker(self, at: int) -> bool:
        """Whether somebody else is named at once after a stretch, as one who may have said it."""
        return at + 1 < len(self._tokens) and self._tokens[at + 1].text in {"—", "–", "-", "--", ",", ":"}
