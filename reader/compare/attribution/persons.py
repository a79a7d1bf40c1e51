"""The persons of an article: whom "he", "she" and "the president" mean, where that can be told."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from reader.compare.attribution.clauses import Clauses, ReportingClause
from reader.compare.attribution.lexicon import name_words, speech
from reader.compare.attribution.speakers import Speaker, SpeakerKind, last_name
from reader.compare.attribution.tokens import STOPS, Tokens
from reader.dataclass import dataclass
from reader.text.folding import folded
from reader.text.spans import Span

_OFFICE = 3
"""Words of an office behind its article that are looked at."""
_LINE = 24
"""Words in a line that is read for a headline, at most."""
_BACK = 1_200
"""How many characters back a pronoun may mean somebody."""


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A place outside quotations where a person is named: `key` is the folded last word of the name."""

    token: int
    span: Span
    key: str
    gender: str
    """ "he", "she" or "" where neither title nor given name tells."""
    sure: bool
    """Whether it is a person for sure: with a title, a known given name, or as one who speaks."""


@dataclass(frozen=True, slots=True)
class _NamedRun:
    """A name of so many words, before it is known whether it is a person's."""

    token: int
    span: Span
    key: str
    gender: str
    sure: bool
    words: int


@dataclass(frozen=True, slots=True)
class _Last:
    """Who spoke last, and where the clause ends that says so."""

    speaker: Speaker
    end: int


class Persons:
    """Who is mentioned where in one article, and who speaks in each of its reporting clauses."""

    def __init__(self, tokens: Tokens, clauses: Clauses) -> None:
        self._tokens, self._clauses = tokens, clauses
        self._text = tokens.text
        self._holders: dict[str, dict[str, Span]] = defaultdict(dict)
        self._genders: dict[str, set[str]] = defaultdict(set)
        self._mentions = self._read()
        self._places = [m.token for m in self._mentions]
        self._resolved: dict[Span, Speaker] = {}
        last: _Last | None = None
        for clause in clauses.found:
            who = self._speaker(clause, last)
            self._resolved[clause.speaker.span] = who
            if self._may_go_on(who) and not clause.is_source:
                last = _Last(who, clause.span.end)

    def resolved(self, clause: ReportingClause) -> Speaker:
        """Who speaks in a clause, as far as it can be told; else the speaker as written."""
        return self._resolved.get(clause.speaker.span, clause.speaker)

    def _speaker(self, clause: ReportingClause, last: "_Last | None") -> Speaker:
        speaker = clause.speaker
        if speaker.span in self._resolved:
            return self._resolved[speaker.span]
        if speaker.kind is SpeakerKind.PRONOUN:
            return self._meant(speaker, last) or speaker
        if speaker.kind is SpeakerKind.ROLE:
            return self._holder(speaker) or speaker
        return speaker

    def _may_go_on(self, speaker: Speaker) -> bool:
        """Whether "he" or "she" may mean a speaker later: not "critics", "his son", "the letter"."""
        if speaker.kind is not SpeakerKind.ROLE:
            return True
        words = [folded(w) for w in speaker.span.of(self._text).split()]
        return not (words[0] in speech("possessives") or _head(words) in speech("documents") or _is_plural(words))

    def _read(self) -> list[PersonMention]:
        runs = [run for ends in self._tokens.runs(0, len(self._tokens)) if (run := self._named(*ends)) is not None]
        names = (c.speaker for c in self._clauses.found if c.speaker.kind is SpeakerKind.NAME)
        known = {last_name(one.span.of(self._text)) for one in names} | {run.key for run in runs if run.sure}
        return [
            PersonMention(run.token, run.span, run.key, run.gender or self._known_gender(run.key), run.key in known)
            for run in runs
            if run.key in known or run.words > 1
        ]

    def _named(self, first: int, last: int) -> "_NamedRun | None":
        """Whom a run of capitals names; notes of what gender, and in which office. None where it is nobody's name."""
        named = self._clauses.speakers.named(first, last)
        if named is None or named.kind is not SpeakerKind.NAME:
            return None
        tokens, token = self._tokens, self._tokens.token_at(named.span.start)
        words = [folded(w) for w in named.span.of(self._text).split()]
        titles = [tokens[n].form for n in range(first, token)]
        key = last_name(named.span.of(self._text))
        if key in name_words("organisations") or (set(words) & name_words("organisations") and not titles):
            return None
        gender = _gender(titles, words)
        if gender:
            self._genders[key].add(gender)
        former = (first and tokens[first - 1].form in speech("past")) or "former" in titles
        headline = bool(titles) and self._is_in_headline(first)  # "Governor Picks Aide"
        if titles and not (former or headline) and not set(titles[:-1]) & name_words("lesser"):
            self._holders[titles[-1]].setdefault(key, named.span)
        sure = bool(titles or gender) or self._is_explained(first, last)
        return _NamedRun(token, named.span, key, gender, sure, len(words))

    def _is_explained(self, first: int, last: int) -> bool:
        """Whether an office stands beside a name, a comma between: "The mayor, Ana Ruiz", "Ana Ruiz, the mayor"."""
        tokens = self._tokens
        if first > 1 and tokens[first - 1].text == "," and tokens[first - 2].is_title:
            return True
        if last - first < 2 or last + 1 >= len(tokens) or tokens[last].text != ",":
            return False
        behind = tokens.all[last + 1 : last + 2 + _OFFICE]
        return behind[0].form in speech("articles") and any(t.is_title for t in behind[1:])

    def _is_in_headline(self, n: int) -> bool:
        """Whether a token stands in a line in which words have capitals that are no names: "Governor Picks Aide"."""
        first, last = n, n
        while first and not self._tokens[first - 1].is_line_end and n - first < _LINE:
            first -= 1
        while last < len(self._tokens) and not self._tokens[last].is_line_end and last - n < _LINE:
            last += 1
        words = [t for t in self._tokens.all[first:last] if t.is_word and len(t.text) > 3]
        small = sum(t.is_small for t in words)
        return self._tokens[last - 1].text not in STOPS and len(words) > 2 and small * 5 <= len(words)

    def _known_gender(self, key: str) -> str:
        found = self._genders.get(key, set())
        return next(iter(found)) if len(found) == 1 else ""

    def _meant(self, speaker: Speaker, last: "_Last | None") -> Speaker | None:
        """Whom a pronoun means: who spoke last, or the person whom the sentences since are about."""
        pronoun = speaker.span.of(self._text).casefold()
        if pronoun not in ("he", "she"):
            return None
        at = self._tokens.token_at(speaker.span.start)
        since = self._tokens.token_at(last.end) if last else 0
        start = self._tokens.sentence_start(at)
        fitting = [m for m in self._within(since, at, speaker) if m.gender in ("", pronoun)]
        here = [m for m in fitting if m.token >= start]
        if here:
            return _only(here) if self._are_meant(here, last, at) else None
        later = [m for m in fitting if last is None or m.token >= self._tokens.sentence_end(since)]
        if last is not None and speaker.span.start - last.end <= _BACK and not later:
            return self._fits(last.speaker, pronoun)
        return self._about(later, at, pronoun)

    def _are_meant(self, here: Sequence[PersonMention], last: "_Last | None", at: int) -> bool:
        """Whether who is named earlier in the sentence can be meant: its subject, or who spoke last."""
        spoke = (
            last is not None and last.speaker.kind is SpeakerKind.NAME and last_name(last.speaker.span.of(self._text))
        )
        if spoke == here[-1].key:
            return True
        return any(self._opens(m, at) or self._is_in_clause(m) for m in here)

    def _is_in_clause(self, mention: PersonMention) -> bool:
        """Whether "when", "as" or "after" and titles alone stand before it in its sentence."""
        start = self._tokens.sentence_start(mention.token)
        before = [t.form for t in self._tokens.all[start : mention.token]]
        return bool(before) and before[0] in speech("subordinators") and not (set(before[1:]) - name_words("titles"))

    def _within(self, first: int, last: int, speaker: Speaker) -> Sequence[PersonMention]:
        found = self._mentions[bisect_left(self._places, first) : bisect_left(self._places, last)]
        return [m for m in found if speaker.span.start - m.span.end <= _BACK]

    def _fits(self, last: Speaker, pronoun: str) -> Speaker | None:
        if last.kind is SpeakerKind.ROLE:
            head = _head([folded(w) for w in last.span.of(self._text).split()])
            other = name_words({"he": "she", "she": "he"}[pronoun])
            fits = head not in other and not head.endswith({"he": "woman", "she": "spokesman"}[pronoun])
            return last if fits and head in name_words("titles") | name_words("posts") else None
        if last.kind is not SpeakerKind.NAME:
            return None
        words = [folded(w) for w in last.span.of(self._text).split()]
        key = last_name(last.span.of(self._text))
        gender = _gender([], words) or self._known_gender(key)
        if key in name_words("organisations") or gender not in ("", pronoun):
            return None
        return last

    def _about(self, mentions: Sequence[PersonMention], at: int, pronoun: str) -> Speaker | None:
        """The only person of the sentences since, if one begins with that person; or the only one of the last."""
        sure = [m for m in mentions if m.sure]
        if len({m.key for m in sure}) == 1 and any(self._opens(m, at) for m in sure) and len(sure) == len(mentions):
            return Speaker(sure[-1].span, SpeakerKind.NAME)
        start = self._tokens.sentence_start(max(0, self._tokens.sentence_start(at) - 2))
        near = [m for m in sure if m.token >= start]
        told = {m.gender for m in near} == {pronoun}
        if near and len({m.key for m in near}) == 1 and (told or any(self._opens(m, at) for m in near)):
            return Speaker(near[-1].span, SpeakerKind.NAME)
        return None

    def _opens(self, mention: PersonMention, at: int) -> bool:
        """Whether the sentence of a mention begins with it."""
        subject = self._clauses.speakers.opening_subject(self._tokens.sentence_start(mention.token), at)
        return subject is not None and subject.span.start == mention.span.start

    def _holder(self, speaker: Speaker) -> Speaker | None:
        """The only one whom the article calls by an office before: "the president"."""
        words = speaker.span.of(self._text).split()
        if len(words) != 2 or words[0].casefold() != "the":
            return None
        holders = self._holders.get(folded(words[1]), {})
        if len(holders) != 1:
            return None
        (span,) = holders.values()
        return Speaker(span, SpeakerKind.NAME) if span.start < speaker.span.start else None


def _only(mentions: Sequence[PersonMention]) -> Speaker | None:
    if len({m.key for m in mentions}) != 1 or not mentions[-1].sure:
        return None
    return Speaker(mentions[-1].span, SpeakerKind.NAME)


def _gender(titles: Sequence[str], words: Sequence[str]) -> str:
    for kind in ("he", "she"):
        if name_words(kind) & set(titles):
            return kind
    if len(words) > 1:
        for kind in ("he", "she"):
            if words[0] in name_words(f"{kind}_names"):
                return kind
    return ""


def _head(words: Sequence[str]) -> str:
    """The noun of a role: what stands before "of" and the like."""
    until = next((n for n, w in enumerate(words) if n and w in speech("prepositions")), len(words))
    return words[until - 1].strip(".,")


def _is_plural(words: Sequence[str]) -> bool:
    head = _head(words)
    return head in ("police", "people") or (head.endswith("s") and not head.endswith("ss"))
