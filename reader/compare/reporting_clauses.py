"""Reporting clauses: where a text says that somebody spoke ("said Ana Ruiz", "the ministry told reporters"), and who.

Read on a copy of the text in which quotations are blank and the stops of titles and initials are no stops, so that
neither words that are quoted nor "Sen." nor "D-Calif." can end or begin a clause. All offsets are those of the text.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from reader.lexicon import load
from reader.text.folding import folded
from reader.text.spans import Span

_QUOTED, _DOT = "\x01", "\u2024"
_TOKEN = re.compile(rf"{_QUOTED}+|[^\W_](?:[\w&{_DOT}]|[’'\-‑](?=\w))*|--|…|\.\.+|[^\w\s]|\n+")
_STOP = re.compile(r"\b([^\W\d_]+)\.(?=(\s*)(\S?))")
_PARTY = re.compile(r"[A-Z]-\w")
"""Of which party from where: "D-Calif."."""
_LONGEST = 14
"""Words in a subject, at most."""
_ASIDES = 4
"""Stretches between commas that may stand between a subject and its verb, at most."""
_PLAIN = 6
"""Words, at most, in a subject that is no name and begins with no article."""
_SENTENCE = 160
"""Words looked through for the beginning of a sentence, at most."""
_COMMAS = frozenset({",", "–", "—", "--", "-"})
_STOPS = frozenset({".", "!", "?"})


class Kind(Enum):
    """How a speaker is written."""

    NAME = "name"
    ROLE = "role"
    """In other words than a name: "the mayor", "police", "the White House"."""
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, and where that is written; titles are no part of a name."""

    span: Span
    kind: Kind


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


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark, a line end or a whole quotation."""

    span: Span
    text: str
    form: str

    @property
    def is_quotation(self) -> bool:
        """Whether it stands for a quotation."""
        return self.text[0] == _QUOTED

    @property
    def is_line_end(self) -> bool:
        """Whether it ends a paragraph."""
        return self.text[0] == "\n"

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number."""
        return self.text[0].isalnum()

    @property
    def is_great(self) -> bool:
        """Whether it is written as names are."""
        initial = len(self.text) == 2 and self.text[1] == _DOT
        return self.text[0].isupper() and (initial or self.form not in _small_words()) and not _PARTY.match(self.text)

    @property
    def is_possessive(self) -> bool:
        """Whether it says whose something is."""
        return self.text.endswith(("'s", "’s", "s’", "s'"))


class Clauses:
    """The reporting clauses of a text in order, and the tokens around them."""

    def __init__(self, text: str, quotations: Sequence[Span], titles: Sequence[Span] = ()) -> None:
        self.text = text
        masked = _masked(text, quotations, titles)
        self.tokens = [Token(Span(m.start(), m.end()), m[0], _form(m[0])) for m in _TOKEN.finditer(masked)]
        self._starts = [t.span.start for t in self.tokens]
        self._great = {t.text for n, t in enumerate(self.tokens) if t.text[0].isupper() and not self._begins(n)}
        self.found: list[ReportingClause] = []
        self._verbs: list[int] = []
        for n in range(len(self.tokens)):
            for clause in self._at(n):
                self.found.append(clause)
                self._verbs.append(clause.verb)
        self._firsts: dict[int, ReportingClause] = {}
        for clause in self.found:
            self._firsts.setdefault(clause.first, clause)

    def token_at(self, offset: int) -> int:
        """The number of the token that begins at a character, or of the next one."""
        return bisect_left(self._starts, offset)

    def beginning_at(self, token: int) -> ReportingClause | None:
        """The clause whose first token this is."""
        return self._firsts.get(token)

    def between(self, first: int, last: int) -> list[ReportingClause]:
        """The clauses whose verbs are among the tokens `first` up to, and not with, `last`."""
        return self.found[bisect_left(self._verbs, first) : bisect_left(self._verbs, last)]

    def sentence_start(self, token: int) -> int:
        """The first token of the sentence that a token stands in; a quotation that ends with a stop ends one."""
        n = token
        while n > 0 and token - n < _SENTENCE and not self._begins(n):
            n -= 1
        return n

    def sentence_end(self, token: int) -> int:
        """The token after the last one of the sentence: its stop or line end."""
        n = token + 1
        while n < len(self.tokens) and n - token < _SENTENCE:
            if self.tokens[n].text in _STOPS or self.tokens[n].is_line_end or (self._begins(n) and n > token + 1):
                return n
            n += 1
        return n

    def ends_with_stop(self, quotation: int) -> bool:
        """Whether the quotation at a token ends with a full stop, as a whole sentence does."""
        return self._last_of(quotation) in _STOPS

    def opening_subject(self, start: int, end: int) -> Speaker | None:
        """Whom a sentence, from `start`, is about: its first name or pronoun, what stands before a comma left out."""
        n = start + 1 if start < end and self.tokens[start].form in _speech("connectives") else start
        for _ in range(3):
            if subject := self._opens(n, end):
                return subject
            while n < end and not self._is_comma(n):
                n += 1
            n += 1
        return None

    def _is_comma(self, n: int) -> bool:
        return self.tokens[n].text == "," or (self.tokens[n].is_quotation and self._last_of(n) == ",")

    def names(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """The runs of capitalised words among the tokens, as pairs of first token and the one after the last."""
        n = first
        while n < last:
            if self.tokens[n].is_word and self.tokens[n].is_great:
                end = self._run_end(n, last)
                yield n, end
                n = end
            n += 1

    def speaker_of(self, first: int, last: int) -> Speaker | None:
        """The bearer of the capitalised words `first` up to `last`: the name without titles, else the title."""
        return self._named(list(range(first, last)))

    def is_at_start(self, token: int) -> bool:
        """Whether a token is the first of a sentence, where any word has a capital."""
        return self._begins(token)

    def is_name_elsewhere(self, token: int) -> bool:
        """Whether its word has a capital also where no sentence begins."""
        return self.tokens[token].text in self._great

    def _last_of(self, quotation: int) -> str:
        """The last character that tells of a quotation, its marks aside."""
        inner = self.tokens[quotation].span.of(self.text).rstrip("”\"’'»“ \n")
        return inner[-1:]

    def _begins(self, n: int) -> bool:
        if n == 0:
            return True
        before = self.tokens[n - 1]
        if before.text in _STOPS or before.is_line_end:
            return True
        return before.is_quotation and self._last_of(n - 1) in _STOPS and self.tokens[n].text[0].isupper()

    def _at(self, n: int) -> Iterator[ReportingClause]:
        token = self.tokens[n]
        if token.form == "according" and n + 2 < len(self.tokens) and self.tokens[n + 1].form == "to":
            if (found := self._after(n + 2)) and not self._carries(found[0]):
                yield replace(self._clause(n, n, found[1], found[0], inverted=True), is_source=True)
            return
        if self._begins(n) and token.text[0].isupper() and self._opens_sentence(n):
            if found := self._after(n + 1):
                yield self._clause(n, n, found[1], found[0], inverted=True)
            return
        if not token.text[0].islower() or not (token.form in _speech("verbs") or self._is_phrasal(n)):
            return
        if self._may_invert(n) and (found := self._after(n + 1)):
            yield self._clause(n, n, found[1], found[0], inverted=True)
            return
        if (token.form not in _speech("absolute") or self._is_followed(n)) and not self._is_by(n):
            yield from self._subject_first(n)

    def _carries(self, speaker: Speaker) -> bool:
        """Whether a source only holds what somebody else says: a transcript, a video."""
        words = [folded(w) for w in speaker.span.of(self.text).split()]
        return any(w in _speech("carriers") for w in words)

    def _opens_sentence(self, n: int) -> bool:
        """Whether a sentence begins with the verb: "Added the mayor: "."""
        form = self.tokens[n].form
        quoted = any(t.is_quotation for t in self.tokens[n : n + _LONGEST])
        return form in _speech("opening") and quoted

    def _is_phrasal(self, n: int) -> bool:
        """Whether it is a verb of saying together with the next word: "shot back"."""
        after = self.tokens[n + 1].form if n + 1 < len(self.tokens) else ""
        return f"{self.tokens[n].form}-{after}" in _speech("phrasal")

    def _is_by(self, n: int) -> bool:
        """Whether it is said by whom something was made known: "announced by"."""
        return n + 1 < len(self.tokens) and self.tokens[n + 1].form == "by"

    def _is_followed(self, n: int) -> bool:
        """Whether a mark, a name, "that" or when and where follows a verb: what it takes is said, not done."""
        after = self.tokens[n + 1] if n + 1 < len(self.tokens) else None
        return (
            after is None or not after.is_word or after.is_great or after.form in ("that", "in", "on", "at", "during")
        )

    def _may_invert(self, n: int) -> bool:
        """Whether a verb follows a quotation, a comma between them or none, and may have its subject after it."""
        at = n - 1
        while at >= 0 and self.tokens[at].text in _COMMAS:
            at -= 1
        form = self.tokens[n].form
        quoted = at >= 0 and self.tokens[at].is_quotation
        return quoted and form not in _speech("addressing") and form not in _speech("participles")

    def _subject_first(self, n: int) -> Iterator[ReportingClause]:
        form, at = self.tokens[n].form, n - 1
        while at >= 0 and (self.tokens[at].form in _speech("between") or self._is_adverb(at)):
            at -= 1
        if at < 0 or self.tokens[at].form in _speech("denied") or self.tokens[at].form.endswith("n't"):
            return
        before = self.tokens[at].form
        if before == "as" and at > 1 and self.tokens[at - 1].form in _speech("addressing"):
            at -= 2  # "was quoted as saying"
            before = self.tokens[at].form
            if before not in _speech("passive"):
                return
            at -= 1
        elif before in _speech("passive"):
            if form not in _speech("participles"):
                return
            at -= 1
        elif form in _speech("participles") or before in ("and", "but", "then"):
            if subject := self._implied(at, n):
                yield self._clause(n, n, n + 1, subject, inverted=False, implied=True)
            return
        if at >= 0 and (found := self._before(at, form)) and not self._is_object(found[1], n):
            yield self._clause(found[1], n, n + 1, found[0], inverted=False)

    def _is_object(self, first: int, verb: int) -> bool:
        """Whether what is said is "which" before the subject, and not what follows: ", which Ana Ruiz reported, "."""
        after = self.tokens[verb + 1].text if verb + 1 < len(self.tokens) else "."
        return first > 0 and self.tokens[first - 1].form in ("which", "that", "whom") and after in ",.;"

    def _is_adverb(self, n: int) -> bool:
        token = self.tokens[n]
        return token.text[0].islower() and len(token.form) > 4 and token.form.endswith("ly")

    def _clause(
        self, first: int, verb: int, last: int, speaker: Speaker, *, inverted: bool, implied: bool = False
    ) -> ReportingClause:
        start = min(self.tokens[first].span.start, self.tokens[verb].span.start)
        end = max(self.tokens[verb].span.end, speaker.span.end if inverted else 0)
        return ReportingClause(first, verb, last, speaker, Span(start, end), inverted, implied)

    # Who stands before the verb.

    def _before(self, at: int, verb: str) -> tuple[Speaker, int] | None:
        """The subject that ends at a token, asides left out, and its first token."""
        token = self.tokens[at]
        if token.text == ")":
            while at > 0 and self.tokens[at].text != "(" and not self.tokens[at].is_line_end:
                at -= 1
            return self._before(at - 1, verb) if at > 0 and self.tokens[at].text == "(" else None
        if token.form == "who":
            return self._antecedent(at - 1)
        if token.text in _COMMAS:
            return self._past_asides(at, verb)
        return self._phrase(at, verb)

    def _past_asides(self, comma: int, verb: str) -> tuple[Speaker, int] | None:
        role: tuple[Speaker, int] | None = None
        aside: Speaker | None = None
        end = comma
        for count in range(_ASIDES):
            start = self._chunk_start(end)
            if start is None or start == 0 or self.tokens[start - 1].text not in _COMMAS or start == end:
                break
            if count == 0:
                aside = self._whole_name(start, end)
            end = start - 1
            if end == 0:
                break
            found = self._phrase(end - 1, verb)
            if found is None:
                continue
            if found[0].kind is Kind.ROLE:
                if aside is not None:
                    return aside, found[1]
                role = role or found
                continue
            return None if self._is_joined(found[1]) else found
        return role

    def _is_joined(self, first: int) -> bool:
        """Whether "and" and somebody else stand before."""
        return first > 1 and self.tokens[first - 1].form == "and"

    def _chunk_start(self, end: int) -> int | None:
        """The first token of what stands before a comma, up to the comma before it."""
        n = end
        while n > 0 and end - n < 2 * _LONGEST:
            token = self.tokens[n - 1]
            if token.is_quotation:
                return None
            if token.text in _COMMAS or token.text in _STOPS or token.is_line_end or token.text in ";:":
                return n
            n -= 1
        return n if n == 0 else None

    def _whole_name(self, first: int, last: int) -> Speaker | None:
        end = first
        while end < last and self._is_of_name(end, last):
            end += 1
        if end == first or (end < last and self.tokens[end].form not in ("of", "from")):
            return None
        found = self._named(list(range(first, end)))
        return found if found and found.kind is Kind.NAME else None

    def _antecedent(self, at: int) -> tuple[Speaker, int] | None:
        """Whom "who" means."""
        while at > 0 and self.tokens[at].text in _COMMAS:
            at -= 1
        last = at + 1
        first = last
        while first > 0 and self._is_of_name(first - 1, last):
            first -= 1
        if first == last or not self.tokens[first].is_great:
            return None
        if first and self.tokens[first - 1].form in ("of", "for", "from"):
            return None
        found = self._named(list(range(first, last)))
        return (found, first) if found and found.kind is Kind.NAME else None

    def _is_of_name(self, n: int, last: int) -> bool:
        token = self.tokens[n]
        if not token.is_word or (token.is_possessive and n + 1 < last):
            return False
        return token.is_great or (n + 1 < last and token.form in _names("particles"))

    def _phrase(self, at: int, verb: str) -> tuple[Speaker, int] | None:
        """The subject that ends at a token and nothing between."""
        first = at + 1
        while first > 0 and self._is_inside_phrase(first - 1):
            first -= 1
            if at - first > _LONGEST:
                return None
        if first > at:
            return None
        found = self._read(first, at + 1, verb)
        if found and found[0].kind is Kind.NAME and self._is_joined(first):
            return self._joint(found, first)
        return found

    def _joint(self, found: tuple[Speaker, int], first: int) -> tuple[Speaker, int] | None:
        """ "Ana Ruiz and Jon Arvel", where nothing else stands before "and"."""
        start = first - 1
        while start > 0 and self._is_of_name(start - 1, first - 1):
            start -= 1
        named = self.token_at(found[0].span.start)
        if any(not _is_title(self.tokens[n]) for n in range(first, named)):
            return found  # "Oversight and Reform Committee spokesman Jon Arvel"
        if start == first - 1 or not (self._begins(start) or not self.tokens[start - 1].is_word):
            return found
        return Speaker(Span(self.tokens[start].span.start, found[0].span.end), Kind.ROLE), start

    def _is_inside_phrase(self, n: int) -> bool:
        token = self.tokens[n]
        if not token.is_word or token.form in _speech("breaks") or token.form == "and":
            return False
        return not (token.text[0].islower() and token.form in _speech("verbs") and token.form not in _speech("nouns"))

    def _read(self, first: int, last: int, verb: str) -> tuple[Speaker, int] | None:
        """A subject of the tokens `first` up to `last`: a pronoun, a name, or what somebody is."""
        tokens = self.tokens
        end = tokens[last - 1]
        if end.form in _speech("persons") or end.form in _speech("plural"):
            return Speaker(end.span, Kind.PRONOUN), last - 1
        if end.form in _speech("silent"):
            return None
        if tokens[first].form in _speech("prepositions") or self._is_time(first):
            return self._after_adverbial(first, last)
        head = next((n for n in range(first + 1, last) if self._is_preposition(n)), last)
        start = head
        while start > first and self._is_of_name(start - 1, head):
            start -= 1
        while start < head and not tokens[start].is_great:
            start += 1
        if start < head:
            return self._named_subject(first, start, head, last)
        return self._described(first, head, last, verb)

    def _is_preposition(self, n: int) -> bool:
        return self.tokens[n].text[0].islower() and self.tokens[n].form in _speech("prepositions")

    def _is_time(self, n: int) -> bool:
        return self.tokens[n].form in _names("times")

    def _after_adverbial(self, first: int, last: int) -> tuple[Speaker, int] | None:
        """The name behind "On Friday"; none behind "In London", which may be half of it."""
        start = last
        while start > first and self._is_of_name(start - 1, last):
            start -= 1
        if start in (last, first) or self._is_preposition(start - 1):
            return None
        if self.tokens[start - 1].form in _speech("prepositions"):
            return None
        found = self._named(list(range(start, last)))
        return (found, start) if found else None

    def _named_subject(self, first: int, start: int, head: int, last: int) -> tuple[Speaker, int] | None:
        before = self.tokens[first:start]
        if any(t.form in _speech("silent") or t.form in _speech("persons") for t in before):
            return None
        if len(before) > _PLAIN and before[0].form not in _speech("determiners"):
            return None
        found = self._named(list(range(start, head)))
        if found is None:
            return None
        if found.kind is Kind.ROLE or self._is_of_a_thing(first, start, head) or self._is_lone_start(start, head):
            return Speaker(Span(self.tokens[first].span.start, self.tokens[last - 1].span.end), Kind.ROLE), first
        return found, first

    def _is_of_a_thing(self, first: int, start: int, head: int) -> bool:
        """Whether capitalised words name no person: "the White House", "the 14th Amendment", "Ana's List"."""
        before = self.tokens[first:start]
        if before and before[-1].is_possessive:
            return not _is_title(self.tokens[start])
        if any(t.text[0].isdigit() for t in before):
            return True
        determined = bool(before) and before[0].form in _speech("determiners")
        if not determined or self._has_title(start, head):
            return False
        return len(before) == 1 or (head - start == 1 and not any(_is_title(t) for t in before))

    def _has_title(self, first: int, last: int) -> bool:
        return any(_is_title(self.tokens[n]) for n in range(first, last))

    def _is_lone_start(self, first: int, last: int) -> bool:
        """Whether only the beginning of a sentence gives a word its capital: "Critics said"."""
        return last - first == 1 and self._begins(first) and self.tokens[first].text not in self._great

    def _described(self, first: int, head: int, last: int, verb: str) -> tuple[Speaker, int] | None:
        tokens = self.tokens[first:head]
        if verb in _speech("nouns") and len(tokens) < 2:
            return None
        if any(t.form in _speech("silent") or t.form in _speech("persons") for t in tokens):
            return None
        opens = tokens[0].form in _speech("determiners") or tokens[0].is_possessive
        titled = _is_title(tokens[0]) or any(t.is_possessive and t.is_great for t in tokens)
        small = len(tokens) <= _PLAIN and all(t.text[0].islower() for t in tokens) and verb not in _speech("nouns")
        if not (opens or titled or small) or (len(tokens) == 1 and tokens[0].form in _speech("determiners")):
            return None
        if tokens[-1].is_possessive or not tokens[-1].text[0].isalpha():
            return None
        if verb in _speech("nouns") and not tokens[-1].form.endswith("s"):
            return None
        return Speaker(Span(tokens[0].span.start, self.tokens[last - 1].span.end), Kind.ROLE), first

    def _named(self, numbers: list[int]) -> Speaker | None:
        """The name among capitalised words, behind the last title; a title alone is a role."""
        while numbers and not self.tokens[numbers[-1]].is_great:
            numbers = numbers[:-1]
        own = [n for n in numbers if not (self.tokens[n].is_possessive and n != numbers[-1])]
        cut = [n for n in numbers if self.tokens[n].is_possessive and n != numbers[-1]]
        if cut:
            own = [n for n in own if n > cut[-1]]
        for k in range(len(own) - 1, -1, -1):
            rest = [n for n in own[k + 1 :] if self.tokens[n].form not in _names("suffixes")]
            if _is_title(self.tokens[own[k]]) and rest:
                own = own[k + 1 :]
                break
        while own and self.tokens[own[0]].form in _names("inside") and not self.tokens[own[0]].is_great:
            own = own[1:]
        if not own:
            return None
        span = Span(self.tokens[own[0]].span.start, self.tokens[own[-1]].span.end)
        if span.of(self.text).endswith(("'s", "’s")):
            span = Span(span.start, span.end - 2)
        last = self.tokens[own[-1]]
        if len(own) == 1 and _is_plural(last.form):
            return Speaker(span, Kind.ROLE)
        if _is_title(last) and (len(own) == 1 or last.form not in _names("surnames")):
            return Speaker(span, Kind.ROLE)
        return Speaker(span, Kind.NAME)

    # Who stands behind the verb.

    def _after(self, first: int) -> tuple[Speaker, int] | None:
        """The subject that begins at a token, and the token after it."""
        tokens = self.tokens
        if first >= len(tokens) or not tokens[first].is_word:
            return None
        begin = tokens[first]
        if begin.form in _speech("persons") or begin.form in _speech("plural"):
            return Speaker(begin.span, Kind.PRONOUN), first + 1
        if begin.form in _speech("silent") | _speech("prepositions") or begin.form in _speech("breaks"):
            return None
        last = first
        while last < len(tokens) and last - first <= _LONGEST and self._goes_on(last, first):
            last += 1
        if last == first:
            return None
        start = last
        while start > first and self._is_of_name(start - 1, last):
            start -= 1
        while start < last and not tokens[start].is_great:
            start += 1
        if start < last and tokens[last - 1].is_possessive:
            return None
        if start < last and not self._is_of_a_thing(first, start, last):
            found = self._named(list(range(start, last)))
            if found and found.kind is Kind.NAME and not self._is_of(start, first):
                return self._with_partner(found, last)
        if not (begin.text[0].islower() or _is_title(begin) or begin.is_possessive or self._possesses(first, last)):
            return None
        return self._role_after(first, last)

    def _with_partner(self, found: Speaker, last: int) -> tuple[Speaker, int]:
        """A speaker, and who speaks together with it: "said Ana Ruiz and Jon Arvel"."""
        if last + 1 < len(self.tokens) and self.tokens[last].form == "and" and self.tokens[last + 1].is_great:
            end = self._run_end(last + 1, len(self.tokens))
            after = self.tokens[end] if end < len(self.tokens) else None
            if after is None or not after.is_word or after.form in _speech("prepositions"):
                return Speaker(Span(found.span.start, self.tokens[end - 1].span.end), Kind.ROLE), end
        return found, last

    def _is_of(self, start: int, first: int) -> bool:
        """Whether the name before which words stand is whose, not who: "a friend of Ana Ruiz"."""
        return any(self.tokens[n].form in _speech("prepositions") for n in range(first, start))

    def _possesses(self, first: int, last: int) -> bool:
        return any(self.tokens[n].is_possessive for n in range(first, last - 1))

    def _role_after(self, first: int, last: int) -> tuple[Speaker, int]:
        """A role, or the name that follows it between commas: "said the mayor, Ana Ruiz"."""
        role = Speaker(Span(self.tokens[first].span.start, self.tokens[last - 1].span.end), Kind.ROLE)
        if last + 1 < len(self.tokens) and self.tokens[last].text == ",":
            end = last + 1
            while end < len(self.tokens) and self._is_of_name(end, end + 1):
                end += 1
            after = self.tokens[end].text if end < len(self.tokens) else "."
            name = self._named(list(range(last + 1, end))) if end - last > 2 and after in ",.;" else None
            if name and name.kind is Kind.NAME:
                return name, end
        return role, last

    def _goes_on(self, n: int, first: int) -> bool:
        """Whether a word still belongs to the subject that begins at `first`."""
        token, before = self.tokens[n], self.tokens[n - 1]
        if not token.is_word or token.form in _speech("breaks"):
            return False
        if token.form == "and":
            return n > first and self._names_an_office(n)
        if (
            n > first
            and before.form in _speech("prepositions")
            and token.form in ("the", "a", "an", "its", "his", "her")
        ):
            return True
        if not token.is_great and ((n > first and token.form in _names("common")) or token.form in _speech("silent")):
            return False
        if not token.text[0].islower():
            return True
        if token.form in _speech("verbs") or self._is_adverb(n):
            return False
        after_name = n > first and before.is_great and self.tokens[first].is_great
        if token.form in _speech("prepositions"):
            return n > first and not after_name and token.form in ("of", "for", "from", "at", "in")
        if not after_name:
            return True
        return before.is_possessive or token.form in _names("particles") or _is_title(before) or self._leads_to_name(n)

    def _names_an_office(self, n: int) -> bool:
        """Whether "and" stands inside the name of an office: "Housing and Urban Development Secretary Ana Ruiz"."""
        end = self._run_end(n + 1, min(len(self.tokens), n + _LONGEST))
        return any(_is_title(self.tokens[k]) for k in range(n + 2, end - 1)) and self.tokens[n - 1].is_great

    def _leads_to_name(self, n: int) -> bool:
        """Whether small words after a name say what the bearer of the next one does: "Courier editor Ana Ruiz"."""
        for token in self.tokens[n : n + _PLAIN]:
            if token.is_great:
                return True
            small = token.is_word and token.text[0].islower() and token.form not in _speech("prepositions")
            if not small or token.form in _small_words() or token.form in _speech("verbs"):
                return False
        return False

    # Whom the sentence began with.

    def _implied(self, at: int, verb: int) -> Speaker | None:
        start = self.sentence_start(verb)
        said = [clause for clause in self.between(start, verb) if not clause.implied]
        quoted = self.tokens[start].is_quotation
        subject = said[-1].speaker if quoted and said else None if quoted else self.opening_subject(start, verb)
        if subject is None:
            return None
        own = self.token_at(subject.span.start)
        if self.tokens[at].text == ",":
            return subject if not self._changes_subject(own + 1, at) else None
        others = [
            self.tokens[a].text
            for a, b in self.names(own + 1, at)
            if self.tokens[a].span.start >= subject.span.end and (b - a > 1 or self.tokens[a].form in _names("titles"))
        ]
        return None if others else subject

    def _changes_subject(self, first: int, last: int) -> bool:
        """Whether another subject may begin between: after "and", "while" or "who"."""
        for n in range(first, last):
            form = self.tokens[n].form
            if form in ("who", "which", "that"):
                return True
            if (form in ("and", "but") or form in _speech("subordinators")) and self.tokens[n + 1].is_great:
                return True
        return False

    def _opens(self, first: int, end: int) -> Speaker | None:
        token = self.tokens[first] if first < end else None
        if token is None or not token.is_word:
            return None
        if token.form in _speech("persons"):
            return Speaker(token.span, Kind.PRONOUN)
        if token.form.endswith("ing") and self._begins(first):
            return None  # "Saying so"
        if token.is_great and not self._is_lone_start(first, self._run_end(first, end)):
            last = self._run_end(first, end)
            found = self._named(list(range(first, last)))
            thing = self.tokens[last - 1].form in _names("organisations")
            if (
                found
                and found.kind is Kind.NAME
                and not self.tokens[last - 1].is_possessive
                and last < end
                and not thing
            ):
                return found
        return None

    def _run_end(self, first: int, end: int) -> int:
        last = first
        while last < end and self.tokens[last].is_word:
            token = self.tokens[last]
            particle = token.form in _names("particles") and last + 1 < end and self.tokens[last + 1].is_great
            if not (token.is_great or particle):
                break
            last += 1
            if token.is_possessive:
                break
        return last


def silent_words() -> frozenset[str]:
    """Words that speak without saying who: "it", "we"."""
    return _speech("silent")


def verbs_of_saying() -> frozenset[str]:
    """The forms of the verbs that credit."""
    return _speech("verbs")


def _form(text: str) -> str:
    return folded(text.replace(_DOT, ""))


def _is_plural(form: str) -> bool:
    """Whether several are meant: "Democrats", "Russians"."""
    single = form.removesuffix("s")
    return single != form and any(single in _names(kind) for kind in ("titles", "posts", "demonyms"))


def _is_title(token: Token) -> bool:
    return token.form in _names("titles") or token.form in _names("posts")


def _masked(text: str, quotations: Sequence[Span], titles: Sequence[Span]) -> str:
    """The text, as long as before: quotations blank, titles a word each, no stops that end no sentence."""
    parts, at = [], 0
    words = {span: _word(span.of(text)) for span in titles} | {span: _QUOTED * len(span) for span in quotations}
    for span, word in sorted(words.items()):
        parts += [text[at : span.start], word]
        at = span.end
    whole = "".join([*parts, text[at:]])
    chars = list(whole)
    for found in _STOP.finditer(whole):
        if _is_no_end(found[1], found[2], found[3]):
            chars[found.end(1)] = _DOT
    return "".join(chars)


def _word(title: str) -> str:
    """A small word in the place of a title; the comma that stands inside its marks stays."""
    comma = title[-2:-1] if title[-2:-1] in {",", "."} else ""
    return "x" * (len(title) - 1 - len(comma)) + (comma + " " if comma else "x")


def _is_no_end(word: str, space: str, after: str) -> bool:
    form = word.casefold()
    if form in _speech("abbreviations") and word[0].isupper():
        return "\n" not in space
    if len(word) == 1 and word.isupper():
        return bool(after) and (after.isalpha() or after in ",;-—–") and "\n" not in space
    return form in _speech("loose") and (after in ",;)-" or after.islower() or after.isdigit()) and bool(after)


@lru_cache(maxsize=1)
def _small_words() -> frozenset[str]:
    """Words that are no part of a name though a sentence begins with them."""
    kinds = ("prepositions", "breaks", "silent", "determiners", "subordinators", "connectives", "persons", "plural")
    away = frozenset[str]().union(*(_speech(kind) for kind in kinds)) | _names("common")
    return away - {"van", "may", "will"}


@lru_cache(maxsize=64)
def _speech(kind: str) -> frozenset[str]:
    return frozenset(load("speech")["en"][kind].split())


@lru_cache(maxsize=32)
def _names(kind: str) -> frozenset[str]:
    return frozenset(load("names")[kind].split())
