"""Reporting clauses: where a text says that somebody spoke, and who: "said Ana Ruiz", "the ministry told reporters"."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from reader.compare.attribution.following_subjects import FollowingSubjects
from reader.compare.attribution.lexicon import name_words, speech
from reader.compare.attribution.preceding_subjects import LONGEST, PrecedingSubjects
from reader.compare.attribution.speakers import Speaker, SpeakerKind, Speakers, last_name
from reader.compare.attribution.tokens import COMMAS, Tokens
from reader.text.folding import folded
from reader.text.spans import Span


@dataclass(frozen=True, slots=True)
class ReportingClause:
    """One verb of saying with its subject: tokens `first` to `last`, the verb among them."""

    first: int
    verb: int
    last: int
    speaker: Speaker
    span: Span
    """From the subject to the verb, or the reverse."""
    inverted: bool
    """Whether the verb stands first."""
    implied: bool = False
    """Whether the subject is that with which the sentence begins: "Ana Ruiz sent a letter saying"."""
    is_source: bool = False
    """Whether it says where the article has it from: "according to"."""


class Clauses:
    """The reporting clauses of a text, in order."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.speakers = Speakers(tokens)
        self._preceding, self._following = PrecedingSubjects(self.speakers), FollowingSubjects(self.speakers)
        self.found: list[ReportingClause] = []
        self._verbs: list[int] = []
        for n in range(len(tokens)):
            for clause in self._at(n):
                self.found.append(clause)
                self._verbs.append(clause.verb)
        self._firsts: dict[int, ReportingClause] = {}
        for clause in self.found:
            self._firsts.setdefault(clause.first, clause)

    def beginning_at(self, token: int) -> ReportingClause | None:
        """The clause whose first token this is."""
        return self._firsts.get(token)

    def between(self, first: int, last: int) -> list[ReportingClause]:
        """The clauses whose verbs are among the tokens `first` up to, and not with, `last`."""
        return self.found[bisect_left(self._verbs, first) : bisect_left(self._verbs, last)]

    def _at(self, n: int) -> Iterator[ReportingClause]:
        """The clause whose verb is a token, if it is one."""
        token = self._tokens[n]
        if token.form == "according":
            yield from self._source(n)
        elif token.text[0].isupper():
            if token.form in speech("opening") and self._tokens.begins(n) and self._leads_to_quotation(n):
                yield from self._inverted(n)
        elif token.form in speech("verbs") or self._is_phrasal(n):
            found = list(self._inverted(n)) if self._may_invert(n) else []
            yield from found or self._subject_first(n)

    def _source(self, n: int) -> Iterator[ReportingClause]:
        """ "according to Ana Ruiz", but not to a transcript, which only holds what others say."""
        if n + 1 < len(self._tokens) and self._tokens[n + 1].form == "to" and (found := self._following.after(n + 2)):
            words = found[0].span.of(self._tokens.text).split()
            if not any(folded(word) in speech("carriers") for word in words):
                span = Span(self._tokens[n].span.start, found[0].span.end)
                yield ReportingClause(n, n, found[1], found[0], span, inverted=True, is_source=True)

    def _inverted(self, n: int) -> Iterator[ReportingClause]:
        if found := self._following.after(n + 1):
            span = Span(self._tokens[n].span.start, found[0].span.end)
            yield ReportingClause(n, n, found[1], found[0], span, inverted=True)

    def _may_invert(self, n: int) -> bool:
        """Whether a verb follows a quotation, a comma between them or none, and may have its subject after it."""
        at = n - 1
        while at >= 0 and self._tokens[at].text in COMMAS:
            at -= 1
        quoted = at >= 0 and self._tokens[at].is_quotation
        return quoted and self._tokens[n].form not in speech("addressing") | speech("participles")

    def _leads_to_quotation(self, n: int) -> bool:
        return any(t.is_quotation for t in self._tokens.all[n : n + LONGEST])

    def _is_phrasal(self, n: int) -> bool:
        """Whether it is a verb of saying together with the next word: "shot back"."""
        return f"{self._tokens[n].form}-{self._form(n + 1)}" in speech("phrasal")

    def _form(self, n: int) -> str:
        return self._tokens[n].form if n < len(self._tokens) else ""

    def _subject_first(self, n: int) -> Iterator[ReportingClause]:
        verb = self._tokens[n].form
        if self._form(n + 1) == "by" or (verb in speech("absolute") and not self._takes_speech(n)):
            return
        at = n - 1
        while at >= 0 and (self._tokens[at].form in speech("between") or self._tokens[at].is_adverb):
            at -= 1
        if at < 0 or self._tokens[at].form in speech("denied") or self._tokens[at].form.endswith("n't"):
            return
        before = self._tokens[at].form
        if before in speech("passive") or before == "as":
            at = self._before_auxiliary(at, verb)
        elif verb in speech("participles") or before in ("and", "but", "then"):
            if subject := self._implied(at, n):
                yield ReportingClause(n, n, n + 1, subject, self._tokens[n].span, inverted=False, implied=True)
            return
        if at >= 0 and (found := self._preceding.before(at, verb)) and not self._is_object(found[1], n):
            span = self._tokens.span(found[1], n + 1)
            yield ReportingClause(found[1], n, n + 1, found[0], span, inverted=False)

    def _takes_speech(self, n: int) -> bool:
        """Whether a mark, a name, "that" or when and where follows a verb: what it takes is said, not done."""
        if n + 1 >= len(self._tokens) or not self._tokens[n + 1].is_word:
            return True
        return self._tokens[n + 1].is_great or self._form(n + 1) in ("that", "in", "on", "at", "during")

    def _before_auxiliary(self, at: int, verb: str) -> int:
        """Where the subject of "is saying" or "was quoted as saying" ends; -1 where the verb is in the passive."""
        if self._tokens[at].form == "as":
            quoted = at > 1 and self._tokens[at - 1].form in speech("addressing")
            if quoted and self._tokens[at - 2].form in speech("passive"):
                return at - 3
            return at if not quoted else -1
        return at - 1 if verb in speech("participles") else -1

    def _is_object(self, first: int, verb: int) -> bool:
        """Whether what is said is "which" before the subject, and not what follows: ", which Ana Ruiz reported, "."""
        after = self._tokens.text_at(verb + 1)
        return first > 0 and self._tokens[first - 1].form in ("which", "that", "whom") and after in {",", ".", ";"}

    def _implied(self, at: int, verb: int) -> Speaker | None:
        """Whoever the sentence began with, or whom its quotation is credited to, where nobody else comes between."""
        start = self._tokens.sentence_start(verb)
        said = [clause for clause in self.between(start, verb) if not clause.implied]
        if said and (self._tokens[start].is_quotation or said[-1].last >= at):
            subject: Speaker | None = said[-1].speaker
        else:
            subject = self.speakers.opening_subject(start, verb)
        if subject is None or (said and not self._are_one(said[-1].speaker, subject)):
            return None
        own = self._tokens.token_at(subject.span.start)
        if self._tokens[at].text == ",":
            return None if self._changes_subject(own + 1, at) else subject
        others = (
            self._tokens[first].span.start >= subject.span.end
            and (last - first > 1 or self._tokens[first].form in name_words("titles"))
            for first, last in self._tokens.runs(own + 1, at)
        )
        return None if any(others) else subject

    def _are_one(self, one: Speaker, other: Speaker) -> bool:
        """Whether two speakers are written alike, or one of them as a pronoun."""
        words = [last_name(s.span.of(self._tokens.text)) for s in (one, other)]
        return words[0] == words[1] or SpeakerKind.PRONOUN in (one.kind, other.kind)

    def _changes_subject(self, first: int, last: int) -> bool:
        """Whether another subject may begin between: after "and", "while" or "who"."""
        for n in range(first, last):
            form = self._tokens[n].form
            if form in ("who", "which", "that"):
                return True
            if (form in ("and", "but") or form in speech("subordinators")) and self._tokens[n + 1].is_great:
                return True
        return False
