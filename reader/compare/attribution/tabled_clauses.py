"""Reporting clauses in other languages than English, by tables of words: "sagte Ruiz", "a déclaré Ruiz"."""

import re
from collections.abc import Iterator, Sequence

from reader.compare.attribution.speakers import Speaker, SpeakerKind
from reader.compare.attribution.tables import ReportingWords
from reader.compare.attribution.tokens import SpeechToken, Tokens
from reader.dataclass import dataclass
from reader.text.spans import Span

_BRIEFEST = 5
"""Words before a colon that name somebody, at most."""
_LONGEST = 14
"""Words in a subject, at most."""
_INVERTED = re.compile(r"(.+?)-(?:t-)?(il|elle)")
"""A French verb with its pronoun behind it: "dit-il", "a-t-elle"."""


@dataclass(frozen=True, slots=True)
class TabledClause:
    """One verb or source with whom it credits: tokens `first` to `last`; `speaker` None where the verb names nobody."""

    first: int
    last: int
    speaker: Speaker | None
    span: Span
    is_source: bool = False


class TabledClauses:
    """Reads the tokens of a text in one language."""

    def __init__(self, tokens: Tokens, words: ReportingWords) -> None:
        self._tokens, self._words = tokens, words
        self._forms = [t.text.casefold().replace("’", "'") for t in tokens.all]

    def behind(self, at: int, end: int) -> TabledClause | None:
        """The clause that begins at a token, right after what is quoted, and lies before `end`."""
        if at >= end:
            return None
        w = self._words
        if length := self._phrase(at, (*w.behind, *w.sources)):
            return self._source(at, length)
        if found := self._inverted_pronoun(at):
            return found
        if length := self._verb(at, w.verbs | w.behind_verbs):
            return self._verb_first(at, length)
        verb = next((v for v in range(at + 1, min(end, at + _LONGEST)) if self._verb(v, w.verbs)), None)
        if verb is None or any(t.is_quotation for t in self._tokens.all[at:verb]):
            return None
        found = self._subject_first(verb, at)
        return found if found is not None and found.first == at else None

    def ahead(self, first: int, end: int) -> TabledClause | None:
        """The last clause among the tokens from `first` up to a quotation at `end`, if it leads to that."""
        for n in range(end - 1, first - 1, -1):
            if length := self._phrase(n, self._words.sources):
                clause = self._source(n, length)
            elif self._verb(n, self._words.verbs) or self._is_parted(n, end):
                clause = self._subject_first(n, first) or self._after_adverbial(n, first)
            else:
                continue
            if clause is None or self._form(clause.last) in self._words.denials:
                return None
            if self._names_another(max(clause.last, n + 1), end):
                return None
            return clause
        return None

    def named(self, first: int, end: int) -> TabledClause | None:
        """Whoever alone stands before a colon: `Der Sprecher: „“`."""
        last = end - 1
        if not 0 < last - first <= _BRIEFEST or self._tokens[last].text != ":" or not self._may_be_named(first, last):
            return None
        found = self._read(first, last, apposition=False)
        if found is None or not all(self._belongs(n) for n in range(first, last)):
            return None
        small = sum(not self._is_great(self._tokens[n]) for n in range(first + 1, last))
        is_office = last - first > 1 and self._form(first) in self._words.determiners
        if small > (1 if is_office and not self._words.great_nouns else 0):
            return None
        if found[0].kind is not SpeakerKind.NAME and not (is_office and last - first <= (2 if small else _BRIEFEST)):
            return None
        return TabledClause(first, last, found[0], self._tokens.span(first, last))

    def _may_be_named(self, first: int, last: int) -> bool:
        """Whether tokens are words without a verb that begin as a name or an office does, and may end as one."""
        opens = self._form(first) in self._words.determiners or self._is_great(self._tokens[first])
        if not opens or self._form(first) in self._words.pronouns or not self._may_end(last - 1):
            return False
        return all(self._tokens[n].is_word and not self._verb(n, self._words.verbs) for n in range(first, last))

    def at_the_end(self, first: int, end: int) -> TabledClause | None:
        """The clause after a comma with which a sentence ends: `„eine Schande“ für die Stadt, sagte Ruiz.`"""
        for n in range(end - 1, first - 1, -1):
            if self._tokens[n].text == "," and n + 1 < end:
                clause = self.behind(n + 1, end)
                if clause is not None and clause.speaker is not None and clause.first == n + 1:
                    return clause
        return None

    def source(self, first: int, end: int) -> TabledClause | None:
        """The first phrase among these tokens that says where the article has it from: "selon Ruiz"."""
        for n in range(first, end):
            if (length := self._phrase(n, self._words.sources)) and (clause := self._source(n, length)):
                return clause
        return None

    def runs(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """The runs of two capitalised words and more, as those of a person's full name."""
        n = first
        while n < last:
            end = self._run_end(n, last)
            if end - n > 1:
                yield n, end
            n = max(end, n + 1)

    # Verbs and sources

    def _form(self, n: int) -> str:
        return self._forms[n] if 0 <= n < len(self._forms) else ""

    def _phrase(self, n: int, phrases: Sequence[tuple[str, ...]]) -> int:
        """How many words of one of the phrases begin at a token."""
        return next((len(p) for p in phrases if tuple(self._forms[n : n + len(p)]) == p), 0)

    def _verb(self, n: int, verbs: frozenset[str]) -> int:
        """How many tokens of a verb that credits begin there: "sagte", "lo ha detto"; 0 where none does."""
        at = n
        while self._form(at) in self._words.clitics and at - n < 2:
            at += 1
        token = self._tokens[at] if at < len(self._tokens) else None
        if token is None or not token.is_small or self._is_noun(at) or self._form(n - 1) in self._words.denials:
            return 0
        if self._form(at) in self._words.auxiliaries:
            after = at + 1
            while self._form(after) in self._words.clitics and after - at < 3:
                after += 1
            if self._form(after) in self._words.participles:
                return after + 1 - n
        if self._form(n - 1) in self._words.auxiliaries and self._form(at) in self._words.participles:
            return 0
        return at + 1 - n if self._form(at) in verbs else 0

    def _is_noun(self, n: int) -> bool:
        """Whether an article makes a noun of a word: "la note", "une demande"."""
        before = self._form(n - 1)
        return before in self._words.determiners and before not in self._words.clitics

    def _is_parted(self, n: int, end: int) -> bool:
        """Whether a verb stands there whose other half follows before what is said: "teilte der Zeitung mit, ..."."""
        halves = self._words.parted.get(self._form(n), "").split()
        return any(
            self._form(k) in halves and (k + 1 == end or not self._tokens[k + 1].is_word or self._joins(k + 1))
            for k in range(n + 1, min(end, n + _LONGEST))
        )

    def _joins(self, n: int) -> bool:
        """Whether "that" stands there."""
        return self._form(n) in self._words.that

    def _inverted_pronoun(self, n: int) -> TabledClause | None:
        """ "dit-il", "a-t-elle déclaré"."""
        at = n + 1 if self._form(n) in self._words.clitics else n
        found = _INVERTED.fullmatch(self._form(at))
        if found is None or found[2] not in self._words.pronouns:
            return None
        auxiliary = found[1] in self._words.auxiliaries
        if auxiliary and self._form(at + 1) not in self._words.participles:
            return None
        if not auxiliary and found[1] not in self._words.verbs | self._words.behind_verbs:
            return None
        token = self._tokens[at]
        speaker = Speaker(Span(token.end - len(found[2]), token.end), SpeakerKind.PRONOUN)
        return TabledClause(n, at + 1 + auxiliary, speaker, self._tokens.span(n, at + 1 + auxiliary))

    def _verb_first(self, n: int, length: int) -> TabledClause:
        found = self._after(n + length)
        last = found[1] if found else n + length
        return TabledClause(n, last, found[0] if found else None, self._tokens.span(n, last))

    def _source(self, n: int, length: int) -> TabledClause | None:
        found = self._after(n + length)
        if found is None:
            return None
        return TabledClause(n, found[1], found[0], self._tokens.span(n, found[1]), is_source=True)

    def _subject_first(self, verb: int, start: int) -> TabledClause | None:
        found = self._before(verb, start)
        if found is None:
            return None
        last = verb + max(1, self._verb(verb, self._words.verbs))
        return TabledClause(found[1], last, found[0], self._tokens.span(found[1], last))

    def _after_adverbial(self, verb: int, start: int) -> TabledClause | None:
        """ "Am Montag sagte Ruiz": where a phrase that says when or where opens the sentence."""
        opening = self._form(start)
        if start < verb and (opening in self._words.ends | self._words.times or opening in self._words.joints):
            clause = self._verb_first(verb, self._verb(verb, self._words.verbs))
            return clause if clause.speaker is not None else None
        return None

    # Subjects

    def _after(self, n: int) -> tuple[Speaker, int] | None:
        """The subject that begins at a token, and the token after it."""
        while self._form(n) in self._words.clitics and self._form(n) not in self._words.determiners:
            n += 1
        if n >= len(self._tokens):
            return None
        if self._form(n) in self._words.pronouns:
            return Speaker(self._tokens[n].span, SpeakerKind.PRONOUN), n + 1
        last = n
        while last < len(self._tokens) and last - n < _LONGEST and self._goes_on(last, n):
            last += 1
        while last > n and not self._may_end(last - 1):
            last -= 1
        return self._read(n, last) if last > n else None

    def _goes_on(self, n: int, first: int) -> bool:
        """Whether a word still belongs to the subject that begins at `first`."""
        token, form = self._tokens[n], self._form(n)
        if not token.is_word or token.is_quotation or token.text.isdecimal() or form in self._words.times:
            return False
        if self._is_great(token):
            return True
        named = self._is_great(self._tokens[first])
        if n == first:
            return form in self._words.determiners or not self._is_small_word(form)
        if self._is_particle(n, n + 2) and self._leads_to_great(n):
            return True
        if named or form in self._words.ends:
            return False
        before = self._form(n - 1)
        if form in self._words.determiners:
            of_whom = form in self._words.joints and n - first == 2 and self._leads_to_great(n + 1)
            return before in self._words.joints or of_whom
        return form in self._words.joints or not self._is_small_word(form)

    def _is_small_word(self, form: str) -> bool:
        w = self._words
        return any(form in kind for kind in (w.ends, w.times, w.joints, w.clitics, w.verbs, w.auxiliaries, w.denials))

    def _leads_to_great(self, n: int) -> bool:
        """Whether particles from here on lead to a word with a capital: "von der Aue"."""
        while n < len(self._tokens) and self._form(n) in self._words.particles:
            n += 1
        if n >= len(self._tokens) or not self._is_great(self._tokens[n]):
            return False
        return len(self._tokens[n].text) == 1 or not self._tokens[n].text.isupper()  # no company, no party

    def _may_end(self, n: int) -> bool:
        return self._is_great(self._tokens[n]) or not (
            self._is_small_word(self._form(n)) or self._form(n) in self._words.determiners | self._words.particles
        )

    def _is_great(self, token: SpeechToken) -> bool:
        return token.is_word and token.text[0].isupper()

    def _before(self, verb: int, start: int) -> tuple[Speaker, int] | None:
        """The subject that ends before a verb, and its first token."""
        end = verb
        while end > start and self._form(end - 1) in self._words.clitics:
            end -= 1
        if end > start and self._form(end - 1) in self._words.denials:
            return None
        if end > start and self._tokens[end - 1].text == ",":
            return self._with_apposition(start, end - 1)
        return self._ending_at(end, start)

    def _with_apposition(self, start: int, comma: int) -> tuple[Speaker, int] | None:
        """ "Ana Ruiz, die Bürgermeisterin, sagte", "der Bürgermeister, Jon Arvel, sagte"."""
        other = next((n for n in range(comma - 1, start, -1) if self._tokens[n].text == ","), None)
        if other is None or comma - other > _LONGEST:
            return None
        found = self._ending_at(other, start)
        if found is not None and found[0].kind is SpeakerKind.ROLE and self._run_end(other + 1, comma) == comma:
            named = self._read(other + 1, comma)
            return (named[0], found[1]) if named is not None and comma - other > 2 else None
        return found

    def _ending_at(self, end: int, start: int) -> tuple[Speaker, int] | None:
        if end > start and self._form(end - 1) in self._words.pronouns:
            return Speaker(self._tokens[end - 1].span, SpeakerKind.PRONOUN), end - 1
        first = end
        while first > start and end - first < _LONGEST and self._belongs(first - 1):
            first -= 1
        while first < end and not self._is_great(self._tokens[first]) and not self._may_begin(first):
            first += 1
        if first == end or not self._may_end(end - 1):
            return None
        before = self._form(first - 1) if first > start else ""
        if before in self._words.ends | self._words.joints | self._words.conjunctions:
            return None
        found = self._read(first, end, apposition=False)
        return (found[0], first) if found is not None else None

    def _belongs(self, n: int) -> bool:
        form, token = self._form(n), self._tokens[n]
        if not token.is_word or form in self._words.times or form in self._words.conjunctions:
            return False
        within = form in self._words.determiners or form in self._words.joints or form in self._words.particles
        if within:
            return form not in self._words.ends or form in self._words.determiners
        return self._is_great(token) or not self._is_small_word(form)

    def _may_begin(self, n: int) -> bool:
        return self._form(n) in self._words.determiners or not self._is_small_word(self._form(n))

    def _read(self, first: int, last: int, *, apposition: bool = True) -> tuple[Speaker, int] | None:
        """Whom a phrase of words names, or calls so; and the token after it, with the name that may follow a comma."""
        start = last
        while start > first and (self._is_great(self._tokens[start - 1]) or self._is_particle(start - 1, last)):
            start -= 1
        while start < last and not self._is_great(self._tokens[start]):
            start += 1
        if start < last and (name := self._name(first, start, last)):
            return name, last
        if apposition and last < len(self._tokens) and self._tokens[last].text == ",":
            end = self._run_end(last + 1, len(self._tokens))
            closed = end >= len(self._tokens) or not self._tokens[end].is_word
            if end - last > 2 and closed and (name := self._name(last + 1, last + 1, end)):
                return name, end
        telling = (n for n in range(first, last) if self._form(n) not in self._words.determiners)
        if not any(len(self._tokens[n].text) > 2 for n in telling):
            return None
        return Speaker(self._tokens.span(first, last), SpeakerKind.ROLE), last

    def _name(self, first: int, start: int, last: int) -> Speaker | None:
        """The name in the capitalised words from `start`, in a phrase from `first`; None where they name no person."""
        own = 1 + max((n for n in range(start, last) if self._is_title(n)), default=start - 1)
        if own == last:
            return None
        titled, determined = own > start, start > first
        before = self._form(start - 1) if determined else ""
        of_what = before in self._words.joints and (start - 1 > first or before not in self._words.determiners)
        if determined and (of_what or self._form(own) in self._words.particles):
            return None  # "die Bürgermeisterin von Altheim"
        if determined and not titled:
            if self._words.great_nouns and last - start > 2:
                own = start + 1  # a noun that the lexicon does not know for an office
            elif self._words.great_nouns or before in self._words.determiners:
                return None
        return Speaker(self._tokens.span(own, last), SpeakerKind.NAME)

    def _is_title(self, n: int) -> bool:
        form = self._form(n).removesuffix("\u2024")
        return self._words.is_title(form.strip("."))

    def _is_particle(self, n: int, last: int) -> bool:
        """Whether a small word stands inside a name that ends before `last`."""
        inside = self._form(n) in self._words.particles and n + 1 < last and n > 0
        if not inside or (self._words.great_nouns and self._form(n) in self._words.determiners):
            linked = self._words.great_nouns and self._form(n - 1) in self._words.particles
            return inside and linked
        return self._is_great(self._tokens[n - 1]) or self._form(n - 1) in self._words.particles

    def _run_end(self, first: int, end: int) -> int:
        """The token after the capitalised words, and the small ones inside a name, that begin at `first`."""
        last = first
        while last < end and (
            self._is_great(self._tokens[last])
            or (last > first and self._form(last) in self._words.particles and self._leads_to_great(last))
        ):
            last += 1
        return min(last, end)

    def _names_another(self, first: int, end: int) -> bool:
        """Whether somebody else may be meant who is named between a clause and a quotation."""
        return any(end - start > 1 and not self._words.great_nouns for start, end in self.runs(first, end)) or any(
            self._is_title(n) for n in range(first, end) if self._is_great(self._tokens[n])
        )
