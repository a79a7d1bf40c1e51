"""The subject of a verb of saying that stands before it: "the mayor of Oldhaven, a Republican, told reporters"."""

from reader.compare.attribution.lexicon import speech
from reader.compare.attribution.speakers import Speaker, SpeakerKind, Speakers
from reader.compare.attribution.tokens import COMMAS, STOPS
from reader.text.spans import Span

LONGEST = 14
"""Words in a subject, at most."""
PLAIN = 6
"""Words, at most, in a subject that is no name and begins with no article."""
_ASIDES = 4
"""Stretches between commas that may stand between a subject and its verb, at most."""

Subject = tuple[Speaker, int]
"""A speaker, and the first token of the words that name it; behind a verb, the token after them."""


class PrecedingSubjects:
    """Reads backwards from a verb."""

    def __init__(self, speakers: Speakers) -> None:
        self._speakers, self._tokens = speakers, speakers.tokens

    def before(self, at: int, verb: str) -> Subject | None:
        """The subject that ends at a token, asides left out."""
        token = self._tokens[at]
        if token.text == ")":
            while at > 0 and self._tokens[at].text != "(" and not self._tokens[at].is_line_end:
                at -= 1
            return self.before(at - 1, verb) if at > 0 and self._tokens[at].text == "(" else None
        if token.form == "who":
            return self._antecedent(at - 1)
        if token.text in COMMAS:
            return self._past_asides(at, verb)
        return self._phrase(at, verb)

    def _past_asides(self, comma: int, verb: str) -> Subject | None:
        """The name before what stands between commas, or within them if only an office stands before."""
        role: Subject | None = None
        aside: Speaker | None = None
        end = comma
        for count in range(_ASIDES):
            start = self._aside_start(end)
            if start < 2 or start == end:
                break
            if count == 0:
                aside = self._name_of_aside(start, end)
            end = start - 1
            found = self._phrase(end - 1, verb)
            if found is not None and found[0].kind is not SpeakerKind.ROLE:
                return None if self._is_joined(found[1]) else found
            if found is not None and aside is not None:
                return aside, found[1]
            role = role or found
        return role

    def _aside_start(self, end: int) -> int:
        """The first token of what stands between two commas, the second at `end`; 0 where there is no first one."""
        for n in range(end, max(0, end - 2 * LONGEST), -1):
            token = self._tokens[n - 1]
            if token.text in COMMAS:
                return n
            if token.is_quotation or token.text in STOPS or token.is_line_end or token.text in {";", ":"}:
                break
        return 0

    def _name_of_aside(self, first: int, last: int) -> Speaker | None:
        """The name that an aside is, or begins with: "Ana Ruiz of the ferry office"."""
        end = first
        while end < last and self._speakers.is_of_name(end, last):
            end += 1
        whole = end == last or self._tokens[end].form in ("of", "from")
        return self._speakers.name(first, end) if whole else None

    def _antecedent(self, at: int) -> Subject | None:
        """Whom "who" means: the name before it, unless that only says whose somebody is."""
        while at > 0 and self._tokens[at].text in COMMAS:
            at -= 1
        first = self._speakers.name_start(0 if at < LONGEST else at - LONGEST, at + 1)
        if first and self._tokens[first - 1].form in ("of", "for", "from"):
            return None
        found = self._speakers.name(first, at + 1)
        return (found, first) if found else None

    def _phrase(self, at: int, verb: str) -> Subject | None:
        """The subject that ends at a token, with nothing between."""
        first = at + 1
        while first > 0 and self._is_of_phrase(first - 1):
            first -= 1
            if at - first > LONGEST:
                return None
        if first > at:
            return None
        found = self._read(first, at + 1, verb)
        if found and found[0].kind is SpeakerKind.NAME and self._is_joined(first):
            return self._with_partner(found, first)
        return found

    def _is_joined(self, first: int) -> bool:
        """Whether "and" and somebody else stand before."""
        return first > 1 and self._tokens[first - 1].form == "and"

    def _with_partner(self, found: Subject, first: int) -> Subject:
        """ "Ana Ruiz and Jon Arvel", where nothing else stands before "and"."""
        last = self._before_brackets(first - 1)
        start = self._speakers.name_start(max(0, first - LONGEST), last)
        own = self._tokens.token_at(found[0].span.start)
        office = any(not self._tokens[n].is_title for n in range(first, own))  # "Oversight and Reform Committee chief"
        if not office and start < last and start and self._tokens[start - 1].form in speech("determiners"):
            return self._speakers.role(start - 1, self._tokens.token_at(found[0].span.end)), start - 1
        alone = start < last and (self._tokens.begins(start) or not self._tokens[start - 1].is_word)
        if office or not alone:
            return found
        return Speaker(Span(self._tokens[start].span.start, found[0].span.end), SpeakerKind.ROLE), start

    def _before_brackets(self, last: int) -> int:
        """The token after the name, past the brackets behind it: "Ana Ruiz (D)"."""
        n = last
        if self._tokens[n - 1].text == ")":
            while n > 0 and self._tokens[n].text != "(" and last - n < LONGEST:
                n -= 1
        return n

    def _is_of_phrase(self, n: int) -> bool:
        token = self._tokens[n]
        if not token.is_word or token.form in speech("breaks") or token.form == "and":
            return False
        return not (token.is_small and token.form in speech("verbs") and token.form not in speech("nouns"))

    def _read(self, first: int, last: int, verb: str) -> Subject | None:
        """A subject of the tokens `first` up to `last`: a pronoun, a name, or what somebody is."""
        end = self._tokens[last - 1]
        if end.form in speech("persons") | speech("plural"):
            return Speaker(end.span, SpeakerKind.PRONOUN), last - 1
        if end.form in speech("silent"):
            return None
        if self._tokens[first].is_adverbial:
            return self._behind_adverbial(first, last)
        head = next((n for n in range(first + 1, last) if self._tokens[n].is_preposition), last)
        start = self._speakers.name_start(first, head)
        return self._named(first, start, head, last) if start < head else self._described(first, head, last, verb)

    def _behind_adverbial(self, first: int, last: int) -> Subject | None:
        """The name behind "On Friday"; none behind "In London", which may be half of it."""
        start = self._speakers.name_start(first, last)
        if start in (last, first) or self._tokens[start - 1].form in speech("prepositions"):
            return None
        found = self._speakers.named(start, last)
        return (found, start) if found else None

    def _named(self, first: int, start: int, head: int, last: int) -> Subject | None:
        """A name at `start`, before a preposition at `head`; with what stands before it, if that is no person's."""
        before = self._tokens.all[first:start]
        if any(t.form in speech("silent") | speech("persons") for t in before):
            return None
        if len(before) > PLAIN and before[0].form not in speech("determiners"):
            return None
        found = self._speakers.named(start, head)
        if found is None:
            return None
        thing = self._speakers.is_thing(first, start, head) or self._tokens.is_lone_start(start, head)
        return (self._speakers.role(first, last) if thing or found.kind is SpeakerKind.ROLE else found), first

    def _described(self, first: int, head: int, last: int, verb: str) -> Subject | None:
        """Somebody who is not named: "a spokesman for the mayor", "police"; no object of a verb that is a noun too."""
        tokens = self._tokens.all[first:head]
        if any(t.form in speech("silent") | speech("persons") for t in tokens):
            return None
        noun = verb in speech("nouns")
        if noun and (len(tokens) == 1 or not tokens[-1].form.endswith("s")):
            return None
        determined = tokens[0].form in speech("determiners")
        owned = tokens[0].is_possessive or any(t.is_possessive and t.is_great for t in tokens)
        small = len(tokens) <= PLAIN and all(t.is_small for t in tokens) and not noun
        if not (determined or owned or tokens[0].is_title or small) or (determined and len(tokens) == 1):
            return None
        if tokens[-1].is_possessive or not tokens[-1].text[0].isalpha():
            return None
        return self._speakers.role(first, last), first
