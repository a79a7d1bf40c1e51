"""What a reader's decision is about: words in texts, found again wherever they meet, in whatever comparison."""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Protocol, TypeVar

from reader.article import Article
from reader.dataclass import dataclass
from reader.text.spans import Span

_LENGTH = 24  # of a subject's digest: enough that no two claims share one
_LONGEST = 200  # code points of a mention that are kept as they stand; of more, a digest
_DIGEST = "sha256:"
_CONTEXT = 24  # code points on either side by which words are found again in a text that was imported anew
T = TypeVar("T")


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """An article as a claim remembers it: by its text, and by what a text taken anew has in common with it."""

    fingerprint: str
    url: str = ""
    outlet: str = ""
    headline: str = ""

    @classmethod
    def of(cls, article: Article) -> "Source":
        """The source that an article is."""
        return cls(_fingerprint(article.text), article.url, article.outlet, article.headline)

    def is_from(self, other: "Source") -> bool:
        """Whether both are texts of one publication: the same address, or outlet and headline."""
        if self.url and other.url:
            return self.url == other.url
        return bool(self.outlet and self.headline) and (self.outlet, self.headline) == (other.outlet, other.headline)

    @property
    def name(self) -> str:
        """What to call it."""
        return self.outlet or self.headline or self.url


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """Words of one source; `start` and `end` are offsets into its text, in code points.

    `words` is how they stand there, or a digest of them where they are long; `before` and `after` what stands around.
    """

    source: Source
    start: int
    end: int
    words: str = ""
    before: str = ""
    after: str = ""

    @classmethod
    def of(cls, article: Article, span: Span) -> "Mention":
        """The mention that a span of an article is."""
        words = _plain(span.of(article.text))
        before = _plain(article.text[max(0, span.start - 3 * _CONTEXT) : span.start])[-_CONTEXT:]
        after = _plain(article.text[span.end : span.end + 3 * _CONTEXT])[:_CONTEXT]
        return cls(Source.of(article), span.start, span.end, _kept(words), before, after)

    def is_same_words(self, other: "Mention") -> bool:
        """Whether two mentions in the same text, or in two texts of one publication, are the same words.

        In the same text a better reading of what belongs to a figure may have moved an end.
        """
        if self.source.fingerprint == other.source.fingerprint:
            common = min(self.end, other.end) - max(self.start, other.start)
            return 2 * common > min(self.end - self.start, other.end - other.start)
        return self.words == other.words and (self.before == other.before or self.after == other.after)

    def kept(self) -> list[Any]:
        """As JSON keeps it; `read` is the way back."""
        source = self.source
        return [
            source.fingerprint, source.url, source.outlet, source.headline,
            self.start, self.end, self.words, self.before, self.after,
        ]  # fmt: skip

    @classmethod
    def read(cls, kept: Sequence[Any]) -> "Mention":
        """What `kept` gave."""
        return cls(Source(*kept[:4]), *kept[4:])


@dataclass(frozen=True, slots=True)
class Claim:
    """Mentions that are held to say one thing, or to contradict one another; `kind` is one of `compare.subjects`."""

    kind: str
    mentions: tuple[Mention, ...]

    @property
    def subject(self) -> str:
        """A name that is the same for the same words of the same texts."""
        places = sorted(f"{m.source.fingerprint} {m.start} {m.end}" for m in self.mentions)
        return f"{self.kind}:{hashlib.sha256(chr(10).join(places).encode()).hexdigest()[:_LENGTH]}"

    def is_within(self, mentions: Iterable[Mention]) -> bool:
        """Whether all that it is about is among these."""
        others = tuple(mentions)
        return all(any(_is_one_text(m, o) and m.is_same_words(o) for o in others) for m in self.mentions)


class HasMentions(Protocol):
    """A decision as far as it says what it is about and when it was made."""

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """What it is about."""

    @property
    def decided(self) -> str:
        """When, ISO 8601 in UTC."""


D = TypeVar("D", bound=HasMentions)


@dataclass(frozen=True, slots=True)
class ClaimMatch:
    """How what was decided on stands to what is found now: the mentions found again, those that came in since, and
    those that no longer belong to it.
    """

    met: tuple[Mention, ...]
    came: tuple[Mention, ...]
    left: tuple[Mention, ...]

    @property
    def is_whole(self) -> bool:
        """Whether nothing came in and nothing left."""
        return not self.came and not self.left

    @property
    def likeness(self) -> float:
        """How much of both is in both, 0 to 1."""
        return len(self.met) / (len(self.met) + len(self.came) + len(self.left))


class Company:
    """The articles that are compared, among which mentions are sought again."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._articles = {Source.of(article): article for article in articles}
        self._by_text = {source.fingerprint: source for source in self._articles}
        self._known: dict[Source, tuple[Source, ...]] = {}

    def stand_ins(self, source: Source) -> tuple[Source, ...]:
        """Which of the articles a source is: the one with its text or, where that is missing, those published as it."""
        if source not in self._known:
            same = self._by_text.get(source.fingerprint)
            found = (same,) if same else tuple(one for one in self._articles if one.is_from(source))
            self._known[source] = found
        return self._known[source]

    def spans(self, mention: Mention) -> Iterator[tuple[Article, Span]]:
        """Where the words of a mention stand in the articles; in another version of its text, where they are again."""
        for source in self.stand_ins(mention.source):
            article = self._articles[source]
            if source.fingerprint == mention.source.fingerprint:
                yield article, Span(mention.start, mention.end)
            elif (again := _sought(article, mention)) is not None:
                yield article, again

    def meeting(self, kept: Sequence[Mention], found: Sequence[Mention]) -> ClaimMatch | None:
        """How kept mentions stand to those of a finding; None where the finding is about something else.

        It is about the same where words of two articles meet again, or all of it, or where one of the texts was
        changed and gives other words now in the place of those that were kept.
        """
        pairs = self._pairs(kept, found)
        matched = set(pairs.values())
        left = tuple(one for one in kept if one not in pairs)
        came = tuple(one for one in found if one not in matched)
        if not matched:
            return None
        several = len({one.source for one in matched}) > 1
        if several or (not came and not left) or self._was_rewritten(left, came):
            return ClaimMatch(tuple(matched), came, left)
        return None

    def found(self, kept: Sequence[Mention], found: Sequence[Mention]) -> tuple[Mention, ...]:
        """Those of `found` that were kept."""
        return tuple(dict.fromkeys(self._pairs(kept, found).values()))

    def _pairs(self, kept: Sequence[Mention], found: Sequence[Mention]) -> dict[Mention, Mention]:
        return {one: match for one in kept if (match := self._match(one, found)) is not None}

    def _match(self, one: Mention, found: Sequence[Mention]) -> Mention | None:
        sources = self.stand_ins(one.source)
        same = [other for other in found if other.source in sources and one.is_same_words(other)]
        return min(same, key=lambda other: (abs(other.start - one.start), other.end), default=None)

    def _was_rewritten(self, left: Sequence[Mention], came: Sequence[Mention]) -> bool:
        """Whether all that left did so because its text was changed, and something of the new text came instead."""
        sources = {one.source for one in came}
        return bool(left) and all(
            (there := self.stand_ins(one.source))
            and any(source in sources for source in there)
            and all(
                source.fingerprint != one.source.fingerprint and one.words not in _plain(self._articles[source].text)
                for source in there
            )
            for one in left
        )

    def placed(self, held: Iterable[D], findings: Mapping[T, Sequence[Mention]]) -> dict[T, tuple[D, ClaimMatch]]:
        """The decision on each finding that has one: the one most about the same, of two alike the latest."""
        decisions = [(one, {s for m in one.mentions for s in self.stand_ins(m.source)}) for one in held]
        decisions = [(one, sources) for one, sources in decisions if sources]
        found = {}
        for finding, mentions in findings.items() if decisions else ():
            sources = {mention.source for mention in mentions}
            near = ((one, self.meeting(one.mentions, mentions)) for one, other in decisions if sources & other)
            met = [(one, meeting) for one, meeting in near if meeting is not None]
            if met:
                found[finding] = max(met, key=_rank)
        return found


class Mentions:
    """The mentions of spans, each worked out once for its article."""

    def __init__(self, article: Callable[[str], Article]) -> None:
        """`article` gives the article of an id."""
        self._article = article
        self._known: dict[tuple[str, Span], Mention] = {}

    def of(self, article: str, span: Span) -> Mention:
        """The mention that a span of the article with this id is."""
        key = article, span
        if key not in self._known:
            self._known[key] = Mention.of(self._article(article), span)
        return self._known[key]


def _rank(one: tuple[D, ClaimMatch]) -> tuple[bool, float, str]:
    decision, meeting = one
    return meeting.is_whole, meeting.likeness, decision.decided


def _is_one_text(left: Mention, right: Mention) -> bool:
    a, b = left.source, right.source
    return a.fingerprint == b.fingerprint or a.is_from(b)


def _sought(article: Article, mention: Mention) -> Span | None:
    """The words of a mention in another version of its text, the nearest to where they stood; None where they are not.

    Of long words only a digest is known: these are not sought.
    """
    if not mention.words or mention.words.startswith(_DIGEST):
        return None
    pattern = r"\s+".join(map(re.escape, mention.words.split()))
    places = (Span(*match.span()) for match in re.finditer(pattern, article.text))
    same = [span for span in places if Mention.of(article, span).is_same_words(mention)]
    return min(same, key=lambda span: abs(span.start - mention.start), default=None)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _kept(words: str) -> str:
    if len(words) <= _LONGEST:
        return words
    return f"{_DIGEST}{hashlib.sha256(words.encode('utf-8', 'surrogatepass')).hexdigest()}"


@lru_cache(maxsize=64)
def _fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
