"""The subject of a verb of saying that stands before it: "the mayor of Oldhaven, a Republican, told reporters"."""

from collections.abc import Sequence

from reader.compare.attribution.lexicon import name_words, speech
from reader.compare.attribution.speakers import Speaker, SpeakerKind, Speakers
from reader.compare.attribution.tokens import COMMAS, STOPS, SpeechToken
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
            found = self._past_asides(at, verb)
            closes = at > 1 and self._tokens[at - 1].text == ")"  # "Ana Ruiz (D), told"
            return self.before(at - 1, verb) if found is None and closes else found
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
                return self._with_partner(found, found[1]) if self._is_joined(found[1]) else found
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
        if first and self._tokens[first - 1].form in ("of", "from"):  # "Ana Ruiz of Oldhaven, who"
            at = first - 2
            first = self._speakers.name_start(max(0, at - LONGEST), at + 1)
        found = self._speakers.name(first, at + 1)
        whole = found is not None and (at > first or self._tokens[first].is_title)
        if first and self._tokens[first - 1].form in speech("of_whom") and not whole:
            return None
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
        if found and self._is_joined(first):
            named = found[0].kind is SpeakerKind.NAME
            return self._with_partner(found, first) if named else self._widened(found, first)
        if found and found[0].kind is SpeakerKind.ROLE and first and self._tokens[first - 1].form == "who":
            return None if self._tokens[first].is_small else found  # "who lives near Oldhaven, "
        return found

    def _widened(self, found: Subject, first: int) -> Subject:
        """A role with what "and" joins to it: "the Roads and Harbours Department", "the mayor and the council"."""
        if found[0].kind is not SpeakerKind.ROLE:
            return found
        start = first - 1
        while start > 0 and self._is_of_phrase(start - 1) and first - start <= LONGEST:
            start -= 1
        alone = start < first - 1 and (self._tokens.begins(start) or not self._tokens[start - 1].is_word)
        own = self._tokens.all[start : first - 1]
        if not alone or any(t.form in speech("silent") for t in own) or self._tokens[start].is_adverbial:
            return found
        return Speaker(Span(self._tokens[start].span.start, found[0].span.end), SpeakerKind.ROLE), start

    def _is_joined(self, first: int) -> bool:
        """Whether "and" and somebody else stand before."""
        return first > 1 and self._tokens[first - 1].form == "and"

    def _with_partner(self, found: Subject, first: int) -> Subject:
        """ "Ana Ruiz and Jon Arvel", where nothing else stands before "and"."""
        start, last = self._partner(first)
        if start >= last:
            return found
        own_end = self._tokens.token_at(found[0].span.end)
        is_office = self._is_office(found[0], first, start, last)
        if not is_office and start and self._tokens[start - 1].form in speech("determiners"):
            begin = self._joint_start(start)
            return self._speakers.role(begin, own_end), begin
        if not self._tokens.begins(start) and self._tokens[start - 1].is_word:
            return found
        if is_office:
            return found[0], start
        return Speaker(Span(self._tokens[start].span.start, found[0].span.end), SpeakerKind.ROLE), start

    def _partner(self, first: int) -> tuple[int, int]:
        """Where the name that "and" before `first` joins begins and ends: at the same token where there is none."""
        last = self._before_brackets(first - 1)
        start = self._speakers.name_start(max(0, first - LONGEST), last)
        if start and self._tokens[start - 1].form in ("of", "from"):
            start = self._speakers.name_start(max(0, first - LONGEST), start - 1)
        return start, last

    def _is_office(self, found: Speaker, first: int, start: int, last: int) -> bool:
        """Whether "and" stands within what somebody is: "Oversight and Reform Committee chief Ana Ruiz"."""
        named = self._speakers.name(start, last)
        if named is not None and len(named.span.of(self._tokens.text).split()) > 1:
            return False
        return any(not self._tokens[n].is_title for n in range(first, self._tokens.token_at(found.span.start)))

    def _joint_start(self, start: int) -> int:
        """Where a subject begins whose first part has an article before it, at `start`: "the mayor and Ana Ruiz"."""
        begin = start - 1
        while begin > 0 and self._is_of_phrase(begin - 1) and start - begin <= LONGEST:
            begin -= 1
        return begin if begin == 0 or not self._tokens[begin - 1].is_word else start - 1

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
        if pronoun := self._speakers.pronoun(last - 1):
            return pronoun, last - 1
        if end.form in speech("silent"):
            return None
        if self._tokens[first].is_adverbial:
            return self._behind_adverbial(first, last)
        head = next((n for n in range(first + 1, last) if self._tokens[n].is_preposition), last)
        start = self._speakers.name_start(first, head)
        return self._named(first, start, head, last, verb) if start < head else self._described(first, head, last, verb)

    def _behind_adverbial(self, first: int, last: int) -> Subject | None:
        """The name behind "On Friday"; none behind "In London", which may be half of it."""
        start = self._speakers.name_start(first, last)
        if start in (last, first) or self._tokens[start - 1].form in speech("prepositions"):
            return None
        found = self._speakers.named(start, last)
        return (found, start) if found else None

    def _named(self, first: int, start: int, head: int, last: int, verb: str) -> Subject | None:
        """A name at `start`, before a preposition at `head`; with what stands before it, if that is no person's."""
        before = self._tokens.all[first:start]
        if any(t.form in speech("silent") | speech("persons") for t in before):
            return None
        if len(before) > PLAIN and before[0].form not in speech("determiners"):
            return None
        found = self._speakers.named(start, head)
        if found is None:
            return None
        if before and before[0].form in ("a", "an") and not before[-1].is_title and verb in speech("denials"):
            return None  # "a charge Ana Ruiz denies"
        thing = self._speakers.is_thing(first, start, head) or self._tokens.is_lone_start(start, head)
        return (self._speakers.role(first, last) if thing or found.kind is SpeakerKind.ROLE else found), first

    def _described(self, first: int, head: int, last: int, verb: str) -> Subject | None:
        """Somebody who is not named: "a spokesman for the mayor", "police"; no object of a verb that is a noun too."""
        tokens = self._tokens.all[first:head]
        if any(t.form in speech("silent") | speech("persons") for t in tokens) or _is_object(tokens, verb):
            return None
        is_bare_article = tokens[0].form in speech("determiners") and len(tokens) == 1 and head == last
        if is_bare_article or not _opens_description(tokens, verb):
            return None
        if tokens[-1].is_possessive or not (tokens[-1].text[0].isalpha() or "-" in tokens[-1].text):
            return None
        return self._speakers.role(first, self._before_time(head, last)), first

    def _before_time(self, head: int, last: int) -> int:
        """Where a role ends that says at the end when it spoke: "the president over the weekend", "an aide earlier"."""
        if self._tokens[last - 1].form not in name_words("times") | speech("moments"):
            return last
        when = head < last and self._tokens[head].form not in speech("of_whom") | {"to"}
        return head if when else last - 1


def _is_object(tokens: Sequence[SpeechToken], verb: str) -> bool:
    """Whether the words before a verb are another's object: "a point the ministry denied", "the army reports"."""
    if verb in speech("nouns") and (len(tokens) == 1 or not tokens[-1].form.endswith("s")):
        return True
    return verb in speech("denials") and any(t.form in speech("articles") for t in tokens[1:])


def _opens_description(tokens: Sequence[SpeechToken], verb: str) -> bool:
    """Whether words begin as what somebody is does: with an article, whose, a title; or are a few, written small."""
    opening = tokens[0]
    if opening.form in speech("between"):
        return False
    if opening.form in speech("determiners") or opening.is_possessive or opening.is_title:
        return True
    if any(t.is_possessive and t.is_great for t in tokens):
        return True
    return len(tokens) <= PLAIN and verb not in speech("nouns") and all(t.is_small for t in tokens)
