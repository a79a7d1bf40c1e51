"""Reporting clauses: where a text says that somebody spoke, and who: "said Ana Ruiz", "the ministry told reporters"."""

from bisect import bisect_left
from collections.abc import Iterator

from reader.compare.attribution.following_subjects import FollowingSubjects
from reader.compare.attribution.lexicon import name_words, speech
from reader.compare.attribution.preceding_subjects import LONGEST, PLAIN, PrecedingSubjects, Subject
from reader.compare.attribution.speakers import Speaker, SpeakerKind, Speakers, last_name
from reader.compare.attribution.tokens import COMMAS, STOPS, Tokens
from reader.dataclass import dataclass
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
            elif token.form in speech("addressing") and self._form(n + 1) == "by" and self._tokens.begins(n):
                yield from self._agent(n)
        elif token.form in speech("verbs") or self._is_phrasal(n):
            found = list(self._inverted(n)) if self._may_invert(n) else []
            yield from found or list(self._subject_first(n)) or self._inverted_aside(n)

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

    def _inverted_aside(self, n: int) -> Iterator[ReportingClause]:
        """ ", said Ana Ruiz," within or at the end of what she says, where nobody stands before the verb."""
        if n and self._tokens[n - 1].text in COMMAS and self._tokens[n].form in speech("opening"):
            for clause in self._inverted(n):
                if clause.last >= len(self._tokens) or not self._tokens[clause.last].is_word:
                    yield clause

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
        form = self._tokens[n].form
        return form in speech("phrasal_verbs") and f"{form}-{self._form(n + 1)}" in speech("phrasal")

    def _form(self, n: int) -> str:
        return self._tokens[n].form if n < len(self._tokens) else ""

    def _subject_first(self, n: int) -> Iterator[ReportingClause]:
        """Who stands before the verb: "Ana Ruiz told", "was quoted as saying"; with "and told" whom it began with."""
        verb = self._tokens[n].form
        if self._form(n + 1) == "by":
            if verb in speech("addressing"):
                yield from self._agent(n)
            return
        at = self._before_adverbs(n)
        if at < 0 or self._is_denied(at) or (verb in speech("absolute") and not self._takes_speech(n)):
            return
        before = self._tokens[at].form
        if before in speech("passive") or before == "as":
            found = self._subject(self._before_auxiliary(at, verb), n)
        elif verb in speech("participles") and (own := self._own_subject(at)):
            found = own
        elif verb in speech("participles") or before in speech("sharing"):
            if subject := self._implied(at, n):
                yield ReportingClause(n, n, n + 1, subject, self._tokens[n].span, inverted=False, implied=True)
            return
        else:
            found = self._subject(at, n)
        if found is not None:
            span = self._tokens.span(found[1], n + 1)
            yield ReportingClause(found[1], n, n + 1, found[0], span, inverted=False)

    def _before_adverbs(self, n: int) -> int:
        """The token before a verb and what may stand between it and its subject: "has repeatedly said"."""
        at = self._before_future(n)
        while at >= 0 and (self._tokens[at].form in speech("between") or self._tokens[at].is_adverb):
            at -= 1
        return at

    def _is_denied(self, at: int) -> bool:
        return self._tokens[at].form in speech("denied") or self._tokens[at].form.endswith("n't")

    def _subject(self, at: int, n: int) -> Subject | None:
        """The subject that ends at a token, of the verb at `n`, unless that verb names or has it for its object."""
        if at < 0:
            return None
        verb = self._tokens[n].form
        found = self._preceding.before(at, verb)
        if found is None and verb in speech("nouns"):
            found = self._after_quotation(self._preceding.before(at, "said"))
        if found is None or self._is_object(found[1], n):
            return None
        return None if found[0].kind is SpeakerKind.ROLE and self._names(n) else found

    def _after_quotation(self, found: Subject | None) -> Subject | None:
        """A subject that follows a quotation at once: there a verb that is a noun as well is a verb."""
        if found is None:
            return None
        before = found[1] - 1
        while before >= 0 and self._tokens[before].text in COMMAS:
            before -= 1
        return found if before >= 0 and self._tokens[before].is_quotation else None

    def _names(self, n: int) -> bool:
        """Whether a verb only says how something is called: "a film called “The Ferry”", not "what he called"."""
        if self._form(n) not in speech("naming") or n + 1 >= len(self._tokens) or not self._tokens[n + 1].is_quotation:
            return False
        start = self._tokens.sentence_start(n)
        return not any(
            self._form(k) in speech("object_relatives") | {"what"} for k in range(max(start, n - LONGEST), n)
        )

    def _before_future(self, n: int) -> int:
        """The token before a verb; where it tells what is to be said after a quotation, that before "will"."""
        at = n - 1
        if n + 1 < len(self._tokens) and self._tokens[n + 1].is_word:
            return at
        if self._form(at) == "will":
            return at - 1
        if self._form(at) == "to" and self._form(at - 1) in speech("planned"):
            return at - 3 if self._form(at - 2) in speech("passive") else at - 2
        return at

    def _own_subject(self, at: int) -> Subject | None:
        """Whom a participle has before it for its own: "with Ana Ruiz saying"."""
        first = self.speakers.name_start(max(0, at - LONGEST), at + 1)
        found = self.speakers.name(first, at + 1)
        introduced = first and self._form(first - 1) in speech("introducing")
        return (found, first) if found is not None and introduced else None

    def _agent(self, n: int) -> Iterator[ReportingClause]:
        """Who tells, where whoever is told stands first: "Ana Ruiz was told by the ministry"."""
        is_passive = self._tokens.begins(n) or self._form(n - 1) in speech("passive") or not self._tokens[n - 1].is_word
        if is_passive and (found := self._following.after(n + 2)):
            span = Span(self._tokens[n].span.start, found[0].span.end)
            yield ReportingClause(n, n, found[1], found[0], span, inverted=False)

    def _takes_speech(self, n: int) -> bool:
        """Whether a mark, a name, "that" or when and where follows a verb: what it takes is said, not done."""
        if n + 1 >= len(self._tokens) or not self._tokens[n + 1].is_word:
            return True
        return self._tokens[n + 1].is_great or self._form(n + 1) in speech("complements")

    def _before_auxiliary(self, at: int, verb: str) -> int:
        """Where the subject of "is saying" or "was quoted as saying" ends; -1 where the verb is in the passive."""
        if self._tokens[at].form == "as":
            quoted = next((k for k in range(at - 1, max(0, at - PLAIN), -1) if self._form(k) == "quoted"), -1)
            if quoted > 0 and self._form(quoted - 1) in speech("passive"):
                return quoted - 2
            return at if quoted < 0 and self._form(at - 1) not in speech("addressing") else -1
        return at - 1 if verb in speech("participles") else -1

    def _is_object(self, first: int, verb: int) -> bool:
        """Whether what is said is "which" before the subject, and not what follows: ", which Ana Ruiz reported, "."""
        after = self._tokens.text_at(verb + 1)
        return first > 0 and self._tokens[first - 1].form in speech("object_relatives") and after in {",", ".", ";"}

    def _implied(self, at: int, verb: int) -> Speaker | None:
        """Whoever the sentence began with, or whom its quotation is credited to, where nobody else comes between."""
        start = self._tokens.sentence_start(verb)
        said = [clause for clause in self.between(start, verb) if not clause.implied]
        subject = self._first_subject(start, at, verb, said[-1] if said else None)
        if subject is None:
            return None
        own = self._past_apposition(self._tokens.token_at(subject.span.end))
        if (pronoun := self._pronoun_between(own, at)) is not None:
            return pronoun
        if self._tokens[at].text == ",":
            return None if self._changes_subject(own, at) else subject
        if self._form(at) in speech("sharing_alone") and not said and not self._changes_subject(own, at):
            return subject
        return None if self._is_anyone_between(subject, own, at) else subject

    def _first_subject(self, start: int, at: int, verb: int, last: ReportingClause | None) -> Speaker | None:
        """Of whom a sentence speaks; None where its last clause before the verb credits somebody else."""
        if last is not None and (self._tokens[start].is_quotation or last.last >= at):
            return last.speaker
        subject = self.speakers.opening_subject(start, verb)
        return subject if subject and (last is None or self._are_one(last.speaker, subject)) else None

    def _is_anyone_between(self, subject: Speaker, own: int, at: int) -> bool:
        """Whether somebody else is named, behind the subject and its apposition up to a token."""
        return any(
            self._tokens[first].span.start >= subject.span.end
            and (last - first > 1 or self._tokens[first].form in name_words("titles"))
            for first, last in self._tokens.runs(own, at)
        )

    def _past_apposition(self, n: int) -> int:
        """The token behind what stands between commas after a subject: "Ana Ruiz, a friend of Jon Arvel, "."""
        if n < len(self._tokens) and self._tokens[n].text == ",":
            for k in range(n + 1, min(len(self._tokens), n + 2 * LONGEST)):
                if self._tokens[k].text == "," and not (k + 1 < len(self._tokens) and self._tokens[k + 1].is_great):
                    return k + 1
                if self._tokens[k].is_quotation or self._tokens[k].text in STOPS:
                    break
        return n

    def _pronoun_between(self, first: int, at: int) -> Speaker | None:
        """The "he" or "she" with which the last clause before a participle begins: "and in May he wrote, saying"."""
        for n in range(at - 1, first, -1):
            if self._form(n) in speech("relatives"):
                return None
            if self._form(n) in speech("persons"):
                joined = any(self._form(k) in ("and", "but") for k in range(max(first, n - PLAIN), n))
                return Speaker(self._tokens[n].span, SpeakerKind.PRONOUN) if joined else None
        return None

    def _are_one(self, one: Speaker, other: Speaker) -> bool:
        """Whether two speakers are written alike, or one of them as a pronoun."""
        words = [last_name(s.span.of(self._tokens.text)) for s in (one, other)]
        return words[0] == words[1] or SpeakerKind.PRONOUN in (one.kind, other.kind)

    def _changes_subject(self, first: int, last: int) -> bool:
        """Whether another subject may begin between: after "and", "while" or "who"."""
        for n in range(first, last):
            form = self._tokens[n].form
            if form == "who":
                return True
            if (form in ("and", "but") or form in speech("subordinators")) and self._tokens[n + 1].is_great:
                return True
        return False
