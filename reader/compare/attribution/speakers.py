"""Who speaks, as the text writes it: a name, an office or other words, a pronoun."""

from enum import Enum
from functools import cache

from reader.compare.attribution.lexicon import is_plural, name_words, speech
from reader.compare.attribution.tables import pronouns
from reader.compare.attribution.tokens import Tokens
from reader.dataclass import dataclass
from reader.text.folding import folded
from reader.text.spans import Span

_NAME = 6
"""Words in a name, at most: more is a line in which all words have capitals."""
_DASHES = frozenset({"—", "–", "--"})
"""What stands behind the place that an article is from: "OLDHAVEN — "."""
_OPENINGS = 3
"""Stretches between commas at the beginning of a sentence in which its subject is looked for."""


class SpeakerKind(Enum):
    """How a speaker is written."""

    NAME = "name"
    ROLE = "role"
    """In other words than a name: "the mayor", "police", "the White House"."""
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, and where that is written; titles are no part of a name."""

    span: Span
    kind: SpeakerKind


class Speakers:
    """Reads runs of tokens as speakers."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens

    def named(self, first: int, last: int) -> Speaker | None:
        """The bearer of the capitalised words `first` up to `last`: the name behind the last title, else the title."""
        own = self._own_words(first, last)
        headline = len(own) > _NAME or (own and own[0] > first and self.tokens[own[0]].form in speech("verbs"))
        if not own or headline:  # "Governor Says Bridge Is Safe"
            return None
        if len(own) == 1 and self.tokens[own[0]].text.rstrip("\u2024") in _abbreviated():
            return None  # "Tex."
        span = self.tokens.span(own[0], own[-1] + 1)
        if span.of(self.tokens.text).endswith(("'s", "’s")):
            span = Span(span.start, span.end - 2)
        end = self.tokens[own[-1]]
        lone = len(own) == 1
        titled = end.is_title and (lone or end.form not in name_words("surnames"))
        return Speaker(span, SpeakerKind.ROLE if titled or (lone and is_plural(end.form)) else SpeakerKind.NAME)

    def name(self, first: int, last: int) -> Speaker | None:
        """The same, if it is a name."""
        found = self.named(first, last) if last > first else None
        return found if found is not None and found.kind is SpeakerKind.NAME else None

    def pronoun(self, n: int) -> Speaker | None:
        """ "he" or "they", with the verb that may be drawn to it left out: "he'd"."""
        token = self.tokens[n]
        form = token.form.replace("’", "'").partition("'")[0]
        if form not in speech("persons") | speech("plural"):
            return None
        return Speaker(Span(token.start, token.start + len(form)), SpeakerKind.PRONOUN)

    def role(self, first: int, last: int) -> Speaker:
        """Whoever these words call so."""
        return Speaker(self.tokens.span(first, last), SpeakerKind.ROLE)

    def name_start(self, first: int, last: int) -> int:
        """Where the capitalised words begin that end before `last`; `last` where none do."""
        start = last
        while start > first and self.is_of_name(start - 1, last):
            start -= 1
        while start < last and not self.tokens[start].is_great:
            start += 1
        return start

    def is_of_name(self, n: int, last: int) -> bool:
        """Whether a token may stand in a name that ends before `last`."""
        token = self.tokens[n]
        if not token.is_word or (token.is_possessive and n + 1 < last):
            return False
        return token.is_great or (n + 1 < last and token.form in name_words("particles"))

    def is_thing(self, first: int, start: int, head: int) -> bool:
        """Whether capitalised words name no person: "the White House", "the 14th Amendment", "Ana's List"."""
        before = self.tokens.all[first:start]
        if before and before[-1].is_possessive:
            return not self.tokens[start].is_title
        if any(t.text[0].isdigit() for t in before):
            return True
        determined = bool(before) and before[0].form in speech("determiners")
        if not determined or any(t.is_title for t in self.tokens.all[start:head]):
            return False
        return len(before) == 1 or (head - start == 1 and not any(t.is_title for t in before))

    def opening_subject(self, start: int, end: int) -> Speaker | None:
        """Whom a sentence, from `start`, is about: its first name or pronoun, what stands before a comma left out."""
        n = start + 1 if start < end and self.tokens[start].form in speech("connectives") else start
        aside: Speaker | None = None
        for _ in range(_OPENINGS):
            if n < end and (subject := self._opens(n, end)):
                return subject
            subordinate = n < end and self.tokens[n].form in speech("subordinators")  # "After Ana Ruiz left, "
            aside = aside or (self._opens(n + 1, end) if subordinate and n + 1 < end else None)
            while n < end and not (self.tokens.is_comma(n) or (n - start <= _NAME and self.tokens[n].text in _DASHES)):
                n += 1
            n += 1
        return aside

    def _opens(self, first: int, end: int) -> Speaker | None:
        token, last = self.tokens[first], self.tokens.run_end(first, end)
        if token.form in speech("persons"):
            return Speaker(token.span, SpeakerKind.PRONOUN)
        opens = token.is_great or token.form in speech("articles")
        if found := (self._bearer(first, last, end) if opens else None) or self._office(first, end):
            return found
        says = token.form.endswith("ing") and self.tokens.begins(first)  # "Saying so"
        if not token.is_word or not token.is_great or says or self.tokens.is_lone_start(first, last) or last == end:
            return None
        thing = self.tokens[last - 1].is_possessive or self.tokens[last - 1].form in name_words("organisations")
        return None if thing else self.name(first, last)

    def _bearer(self, first: int, last: int, end: int) -> Speaker | None:
        """The name behind what its bearer is: "Ruiz campaign manager Jon Arvel", "An angry Ana Ruiz"."""
        n = last if last > first else first + 1
        while n < end and n - first < _NAME and self.tokens[n].is_small and self.tokens[n].form not in speech("verbs"):
            n += 1
        stop = self.tokens.run_end(n, end) if n < end else n
        if stop in (n, end) or n == last or self.tokens[stop].is_title:
            return None
        if self.tokens[n - 1].is_title:
            return self.name(n, stop)
        if self.tokens[first].is_title and self.tokens[n - 1].form == "the" and stop - n > 2:
            return self.name(n + 1, stop)  # "Secretary of the Interior Ana Ruiz"
        described = self.tokens[first].form in ("a", "an") and stop - n > 1
        return self.name(n, stop) if described and not self.tokens[n - 1].is_preposition else None

    def _office(self, first: int, end: int) -> Speaker | None:
        """Whose office, trade or house opens a sentence: "The senator", "Ana's lawyer", "the Host Committee"."""
        opening = self.tokens[first]
        determined = opening.form in speech("articles") or opening.is_possessive
        if not (determined or (is_plural(opening.form) and opening.is_great)):
            return None
        for n in range(first + determined, min(end, first + _NAME + 1)):
            token = self.tokens[n]
            if not token.is_word or token.is_preposition:
                return None
            if self._ends_office(n, end):
                return self._named_between_commas(n + 1, end) or self.role(first, n + 1)
            if token.form in speech("verbs") | speech("breaks") or token.is_possessive:
                return None
        return None

    def _ends_office(self, n: int, end: int) -> bool:
        """Whether an office, several of them or a house is named with this word, and goes no further."""
        token, after = self.tokens[n], self.tokens[n + 1] if n + 1 < end else None
        if token.is_possessive or (after is not None and (after.is_great or after.is_title or after.is_possessive)):
            return False
        house = token.is_great and token.form in name_words("organisations")
        return token.is_title or is_plural(token.form) or house

    def _named_between_commas(self, comma: int, end: int) -> Speaker | None:
        """The name that follows an office: "The mayor, Ana Ruiz, "."""
        if comma >= end or self.tokens[comma].text != ",":
            return None
        last = self.tokens.run_end(comma + 1, end)
        return self.name(comma + 1, last) if last < end and self.tokens[last].text == "," else None

    def _own_words(self, first: int, last: int) -> list[int]:
        """The numbers of the words that are the name's own, or the title's."""
        while last > first and not self.tokens[last - 1].is_great:
            last -= 1
        possessors = [n for n in range(first, last - 1) if self.tokens[n].is_possessive]
        own = list(range(possessors[-1] + 1 if possessors else first, last))
        for k in range(len(own) - 1, -1, -1):
            rest = [n for n in own[k + 1 :] if self.tokens[n].form not in name_words("suffixes")]
            if self.tokens[own[k]].is_title and rest:
                own = own[k + 1 :]
                break
        while own and not self.tokens[own[0]].is_great:
            own = own[1:]
        return own


@cache
def _abbreviated() -> frozenset[str]:
    """How states are written in short, without stops: no names of persons."""
    return frozenset(word.capitalize() for word in speech("states")) | frozenset(w.upper() for w in speech("states"))


def is_pronoun(speaker: str) -> bool:
    """Whether a speaker is nobody but "he" or "she", in whatever language."""
    return speaker.casefold() in speech("persons") | speech("plural") | pronouns()


def last_name(name: str) -> str:
    """The folded last word of a name, by which its bearer is known: "jr" and the like are none."""
    words = [folded(w.strip(".,")) for w in name.split()]
    return next((w for w in reversed(words) if w not in name_words("suffixes")), words[-1])
