"""Everything found among the articles: the value that the window shows and every export writes.

All spans are offsets into the untouched text of the article that they name. Nothing here depends on the order in which
the articles were given, `Comparison.articles` aside.
"""

from collections.abc import Sequence
from dataclasses import field, replace
from enum import StrEnum

from reader.article import LEFT_OUT, Article
from reader.dataclass import dataclass
from reader.text.spans import Span


@dataclass(frozen=True, slots=True, order=True)
class Excerpt:
    """A stretch of one article, named by the article's id."""

    article: str
    span: Span


class Relation(StrEnum):
    """How the excerpts of a passage stand to one another."""

    VERBATIM = "verbatim"
    REWORDED = "reworded"
    QUOTATION = "quotation"


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two excerpts of a passage (indices into its `excerpts`) held to say the same, and how surely: 0 to 100."""

    left: int
    right: int
    score: float
    shared: tuple[str, ...] = ()
    """The folded words that brought the two together, heaviest first."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Prose that two or more articles share. `score` is that of its weakest alignment, 0 to 100."""

    relation: Relation
    score: float
    excerpts: tuple[Excerpt, ...]
    alignments: tuple[Alignment, ...] = ()
    own: str = ""
    """The name of the annotation by which a reader tied these together, where the engine did not find them."""


class Verdict(StrEnum):
    """Of two figures of one scope, mildest first."""

    AGREE = "agree"
    CONSISTENT = "consistent"
    LOOK = "look"
    """They may be of one thing and would then clash: worth a look, and no claim."""
    TENSION = "tension"
    CONFLICT = "conflict"

    @property
    def severity(self) -> int:
        """0 for agree up to 4 for conflict."""
        return list(Verdict).index(self)


CLASH = (Verdict.CONFLICT, Verdict.TENSION)
"""The verdicts that claim something: that two accounts do not tell the same."""


class Modifier(StrEnum):
    """What the words around a number say of it."""

    NONE = ""
    ABOUT = "about"
    ALMOST = "almost"
    MORE_THAN = "more than"
    AT_LEAST = "at least"
    UP_TO = "up to"
    LESS_THAN = "less than"
    RANGE = "between"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a number may be: `low` to `high`, without end where `high` is None; an open end is not itself inside."""

    low: float
    high: float | None
    low_open: bool = False
    high_open: bool = False

    def disjoint(self, other: "Bounds") -> bool:
        """Whether no number lies in both."""
        return self.below(other) or other.below(self)

    def below(self, other: "Bounds") -> bool:
        """Whether all of these numbers are smaller than all of those."""
        if self.high is None:
            return False
        if self.high == other.low:
            return self.high_open or other.low_open
        return self.high < other.low


@dataclass(frozen=True, slots=True)
class Quantity:
    """The reading of a figure. `value` is the number as written, before any tolerance (both ends equal unless a range).

    `unit` is what the words say ("km", "USD", "years", ""), `dimension` what it measures ("count", "money", "length",
    "year", ...); `strict` and `usual` are bounds in the unit written (see the table in CONTRIBUTING).
    """

    value: tuple[float, float]
    strict: Bounds
    usual: Bounds
    unit: str = ""
    dimension: str = "count"
    modifier: Modifier = Modifier.NONE
    converted: tuple["Quantity", ...] = ()
    """The same in other units, as the article itself gives it in brackets: 10 km (6 miles)."""
    zone: str = ""
    """The zone of a clock time as written, folded ("gmt", "local"); "" where none is."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a figure counts: the thing and its lexicon class, who or what kind, where, when, of which event."""

    label: str
    """In words a reader understands: "people detained"."""
    counted: str = ""
    """The lexicon class of what is counted ("detained"), or the folded head noun where no class has it."""
    qualifiers: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    time: str = ""
    event: tuple[str, ...] = ()
    part: bool = False
    """Whether it counts a part only: 16 guards among the dead are not the dead."""
    said: str = ""
    """What is said of the counted: the class of the verb or noun ("killed"), or its folded dictionary form."""
    running: bool = False
    """Whether it is a count that rises as the news comes in."""
    compared: bool = True
    """Whether it is clear enough to be held against others: when in doubt, no comparison."""


@dataclass(frozen=True, slots=True)
class Figure:
    """The words for a number in one article, their reading and what they count."""

    excerpt: Excerpt
    sentence: Span
    quantity: Quantity
    scope: Scope
    said_by: Span | None = None
    """Who says so, where the sentence tells."""
    as_of: Span | None = None
    """As of when, where the sentence tells."""


class Doubt(StrEnum):
    """What makes it less sure that two figures are of one thing, or keeps them from being compared."""

    OTHER_MEASURE = "other measure"
    """Of different dimensions: a length and a weight."""
    OTHER_CURRENCY = "other currency"
    OTHER_ZONE = "other zone"
    """Clock times of zones that cannot be put together."""
    OTHER_TIME = "other time"
    """Said of different days, years, periods."""
    OTHER_PLACE = "other place"
    OTHER_KIND = "other kind"
    """Words that exclude one another stand beside them: men and women, north and south, first and last."""
    OTHER_EVENT = "other event"
    """Different things are said of what is counted: killed and injured."""
    OTHER_THING = "other thing"
    """Different things are counted: boats and houses."""
    PART_AND_WHOLE = "part and whole"
    PLANNED_AND_DONE = "planned and done"
    KNOWS_THE_OTHER = "knows the other"
    """An article gives the other's figure itself."""
    AT_ODDS = "at odds"
    """An article gives several figures under one description, and does not tell them apart."""
    FAR_APART = "far apart"
    """The values are too far from each other to be of one thing."""
    OTHER_WORDS = "other words"
    """The sentences share little else."""
    WORDS_DIFFER = "words differ"
    """Each sentence has telling words in the place of which the other has others."""
    RIVAL = "rival"
    """Another figure of the article fits nearly as well, or better."""
    TIME_ON_ONE_SIDE = "time on one side"
    PLACE_ON_ONE_SIDE = "place on one side"
    OTHER_LANGUAGE = "other language"
    """They stand in two languages: only the meaning of their sentences brought them together."""
    UNSURE_SCOPE = "unsure scope"
    """It is not clear what one of the two counts."""


class ReasonKind(StrEnum):
    """Why two figures have their verdict; `wording` says it in words."""

    SAME = "same"
    """Same value and modifier."""
    OVERLAP = "overlap"
    """What either may mean, the other may mean too."""
    CONVERTED = "converted"
    """The same in different units, within rounding."""
    USUALLY_APART = "usually apart"
    """Not contradictory to the letter, but no reader would take the one for the other."""
    OUTSIDE = "outside"
    """No number fits both."""
    REWORDED = "reworded"
    """Both numbers might fit one truth, but one and the same sentence has now the one, now the other."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a verdict: its kind, and the bounds that were compared, in the left figure's unit."""

    kind: ReasonKind
    left: Bounds
    right: Bounds


@dataclass(frozen=True, slots=True)
class Judgement:
    """Two mentions of a ledger row (indices into its `mentions`) of different articles, and the verdict on them."""

    left: int
    right: int
    verdict: Verdict
    reason: Reason
    update: bool = False
    """Whether the later article has the higher running count: it may be an update."""
    one_origin: bool = False
    """Whether both articles carry copy of one origin: their agreement corroborates nothing."""
    confidence: float = 1.0
    """How surely the two are of one thing, 0 to 1."""
    doubts: tuple[Doubt, ...] = ()
    """What makes that less sure."""


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """The figures of one scope over the articles. Its verdict is that of its worst pair."""

    scope: str
    verdict: Verdict
    mentions: tuple[Figure, ...]
    judgements: tuple[Judgement, ...]
    regrouped: bool = False
    """Whether a reader put these figures together, or took others away from them."""
    came: tuple[str, ...] = ()
    """The names of the articles of which something came into the row after a reader had regrouped it."""
    own: str = ""
    """The name of the annotation by which a reader tied these figures together."""

    @property
    def confidence(self) -> float:
        """How surely its worst verdict is of one thing: that of the surest pair with it, 0 to 1."""
        return max((j.confidence for j in self.judgements if j.verdict is self.verdict), default=1.0)

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What makes its worst verdict less sure: the doubts of the surest pair with it."""
        worst = [j for j in self.judgements if j.verdict is self.verdict]
        return max(worst, key=lambda j: j.confidence).doubts if worst else ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """Two figures of one dimension in different articles: their verdict, or None, and what speaks against it."""

    left: Figure
    right: Figure
    verdict: Verdict | None
    confidence: float
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class Credit:
    """One article's wording of an utterance, and whom it credits ("" where that is not sure)."""

    excerpt: Excerpt
    """From its first word to its last, without quotation marks."""
    speaker: str = ""
    parts: tuple[Span, ...] = ()
    """What stands between quotation marks, where the article's own words interrupt it; none where nothing does."""
    speaker_span: Span | None = None
    """Where the speaker's name is written, titles left out; "he" is the name where there is no other."""
    credit: Span | None = None
    """The words that credit: "he said"."""

    @property
    def spans(self) -> tuple[Span, ...]:
        """What stands between quotation marks, in one stretch or several."""
        return self.parts or (self.excerpt.span,)


@dataclass(frozen=True, slots=True)
class Quotation:
    """One utterance as several articles give it, each in a wording or more. `score` is that of its weakest likeness."""

    score: float
    credits: tuple[Credit, ...]
    told: tuple[Excerpt, ...] = ()
    """The same in other articles' own words, without quotation marks."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way a name is written, and the articles that write it so."""

    form: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """One person, place or organisation whose name is written in more than one way."""

    spellings: tuple[Spelling, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Articles whose text comes from one place; alone in it where an article shares its origin with none.

    `agency` is the agency that most of the articles credit, if any; `evidence` the shared text and the credits.
    """

    articles: tuple[str, ...]
    agency: str = ""
    evidence: tuple[Excerpt, ...] = ()
    agencies: tuple[str, ...] = ()
    """Every agency that any of them credits, the one that most do first."""
    alike: tuple[str, ...] = ()
    """Articles, of these or of others, with which they share a long identical stretch that nobody credits."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How one article's text stands to the others': `shared` is the share (0 to 1) of its prose found elsewhere."""

    article: str
    shared: float
    only_here: tuple[Span, ...] = ()
    missing: tuple[int, ...] = ()
    """Indices of the comparison's passages that most others have and this one lacks."""


class OmissionReason(StrEnum):
    """Why a stretch of an article is not read for figures."""

    TABLE = "table"
    """It is a table: its cells say what they are by their place, which no sentence tells."""
    TOO_MANY = "too_many"
    """So many numbers stand before it that the time to compare them would have no bound."""
    TOO_LONG = "too_long"
    """It is one number of so many digits that it can be no figure of news."""


@dataclass(frozen=True, slots=True)
class FigureOmission:
    """A stretch of an article that is not read for figures, and how many numbers stand in it."""

    excerpt: Excerpt
    reason: OmissionReason
    numbers: int


class MarkKind(StrEnum):
    """How a reader marked words by hand."""

    HIGHLIGHT = "highlight"
    """Words of one article, with a note or without."""
    PASSAGE = "passage"
    """Words of several articles, held to say the same."""
    FIGURES = "figures"
    """Figures of several articles, held to count the same."""


@dataclass(frozen=True, slots=True)
class OwnMark:
    """What a reader marked by hand, as far as it lies in the articles compared; `made` is ISO 8601 in UTC.

    Ties stand among the passages and in the ledger as well, under the same `subject`.
    """

    subject: str
    kind: MarkKind
    excerpts: tuple[Excerpt, ...]
    note: str = ""
    made: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """2 to 20 articles and all that was found among them."""

    articles: tuple[Article, ...]
    passages: tuple[Passage, ...] = ()
    ledger: tuple[LedgerRow, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    names: tuple[Name, ...] = ()
    origins: tuple[Origin, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    below: int = 0
    """How many passages lie just below the cutoff."""
    figures_unread: tuple[str, ...] = ()
    """The ids of the articles whose figures are not read, for want of knowing their language, in their order."""
    figures_omitted: tuple[FigureOmission, ...] = ()
    """What of the other articles is not read for figures, article by article, each in text order."""
    own_marks: tuple[OwnMark, ...] = ()
    """What the reader marked by hand, the oldest first."""
    _by_id: dict[str, Article] = field(default_factory=dict, init=False, repr=False, compare=False)
    _places: dict[str, int] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._by_id.update({article.id: article for article in self.articles})
        self._places.update({article.id: at for at, article in enumerate(self.articles)})

    @property
    def regrouped(self) -> frozenset[frozenset[Excerpt]]:
        """What stands together in each row that the reader regrouped."""
        return frozenset(frozenset(one.excerpt for one in row.mentions) for row in self.ledger if row.regrouped)

    def article(self, article_id: str) -> Article:
        """The article with this id."""
        return self._by_id[article_id]

    def place(self, article_id: str) -> int:
        """Where an article stands among those compared, from 0."""
        return self._places[article_id]

    def arranged(self, order: Sequence[str]) -> "Comparison":
        """The same with the articles of these ids first, in this order."""
        first = [self._by_id[one] for one in order if one in self._by_id]
        return replace(self, articles=(*first, *(one for one in self.articles if one.id not in order)))

    def text(self, excerpt: Excerpt) -> str:
        """The words of an excerpt, to the letter."""
        return excerpt.span.of(self._by_id[excerpt.article].text)

    def utterance(self, credit: Credit) -> str:
        """What a wording says, for reading: "[…]" stands where the article's own words interrupt it."""
        return f" {LEFT_OUT} ".join(self.words(Excerpt(credit.excerpt.article, span)) for span in credit.spans)

    def words(self, excerpt: Excerpt) -> str:
        """The words of an excerpt for reading: "[…]" stands in the place of boilerplate among them."""
        return self._by_id[excerpt.article].words(excerpt.span)
