"""A small story for the export tests: three invented accounts of a flood, and findings set by hand."""

from dataclasses import dataclass

from reader.article import Article
from reader.compare import finding_ids
from reader.compare.comparison import (
    Alignment,
    Bounds,
    Comparison,
    Coverage,
    Credit,
    Doubt,
    Excerpt,
    Figure,
    Judgement,
    LedgerRow,
    Modifier,
    Name,
    Origin,
    Passage,
    Quantity,
    Quotation,
    Reason,
    ReasonKind,
    Relation,
    Scope,
    Spelling,
    Verdict,
)
from reader.compare.options import CompareOptions
from reader.export import Choices, ImportProvenance
from reader.text.spans import Span

GAZETTE = Article(
    id="gazette",
    text=(
        "River breaks its banks at Ostermouth\n"
        "By Lena Marsh\n\n"
        "The river Wend broke its banks at Ostermouth before dawn on Tuesday. Almost 8,000 people left their homes, "
        "the county said.\n\n"
        "“We had twenty minutes, no more,” said Mayor Irena Kovář. The old bridge, built in 1911, is closed.\n\n"
        "Subscribe to our newsletter for the morning headlines!\n"
    ),
    headline="River breaks its banks at Ostermouth",
    byline="Lena Marsh",
    outlet="The Ostermouth Gazette",
    published="2026-03-03",
    path="/news/gazette.txt",
)
WIRE = Article(
    id="wire",
    text=(
        "Flood empties town\n\n"
        "OSTERMOUTH (Northern Wire) - Before dawn on Tuesday the Wend broke its banks at Ostermouth. Some 5,800 "
        "residents were moved out, officials said. More than two dozen were hurt. By Wednesday morning the water stood "
        "1.4 metres deep in the market.\n\n"
        '"We had twenty minutes and not one more," Mayor Irena Kovar said.\n'
    ),
    headline="Flood empties town",
    outlet="Northern Wire",
    published="2026-03-04T06:15:00",
    path="/news/wire.txt",
)
EVENING = Article(
    id="evening",
    text=(
        "After the water\n\n"
        "Shops stayed shut in Ostermouth. At least 164 people were hurt, the hospital said. The bridge, which dates "
        "from 1911, is closed to traffic. Nobody could say when the trains would run again. The "
        "water stood two metres deep.\n"
    ),
    headline="After the water",
    outlet="Evening Post",
    path="/news/evening.txt",
)
ARTICLES = (GAZETTE, WIRE, EVENING)


def at(article: Article, words: str) -> Excerpt:
    """Where `words` stand in an article."""
    start = article.text.index(words)
    return Excerpt(article.id, Span(start, start + len(words)))


def figure(article: Article, words: str, value: float, strict: Bounds, label: str, **more: object) -> Figure:
    """A figure whose usual bounds are its strict ones unless `usual` says otherwise; `sentence` holds its words."""
    excerpt = at(article, words)
    usual = more.get("usual", strict)
    modifier = more.get("modifier", Modifier.NONE)
    assert isinstance(usual, Bounds)
    assert isinstance(modifier, Modifier)
    dimension, unit = str(more.get("dimension", "count")), str(more.get("unit", ""))
    quantity = Quantity((value, value), strict, usual, unit, dimension, modifier)
    said_by, as_of = (at(article, str(more[name])).span if name in more else None for name in ("said_by", "as_of"))
    start = article.text.rfind(". ", 0, excerpt.span.start) + 2
    end = article.text.find(".", excerpt.span.end) + 1
    return Figure(excerpt, Span(start, end), quantity, Scope(label), said_by, as_of)


def boilerplate(article: Article, words: str) -> Article:
    """The same article with these words marked."""
    return Article(
        article.id, article.text, article.headline, byline=article.byline, outlet=article.outlet,
        published=article.published, path=article.path, boilerplate=(at(article, words).span,),
    )  # fmt: skip


def comparison() -> Comparison:
    """Everything a comparison can hold, once."""
    gazette = boilerplate(GAZETTE, "Subscribe to our newsletter for the morning headlines!")
    return Comparison(
        articles=(gazette, WIRE, EVENING),
        passages=_passages(),
        ledger=_ledger(),
        quotations=(
            Quotation(
                88.0,
                (
                    Credit(at(GAZETTE, "We had twenty minutes, no more,"), "Irena Kovář"),
                    Credit(at(WIRE, "We had twenty minutes and not one more,"), ""),
                ),
            ),
        ),
        names=(Name((Spelling("Kovář", ("gazette",)), Spelling("Kovar", ("wire",)))),),
        origins=(Origin(("gazette",)), Origin(("wire",), "Northern Wire", (at(WIRE, "(Northern Wire)"),)),
                 Origin(("evening",))),
        coverage=(
            Coverage("gazette", 0.62),
            Coverage("wire", 0.5),
            Coverage("evening", 0.25, (at(EVENING, "Shops stayed shut in Ostermouth.").span,), (0, 1)),
        ),
        below=4,
    )  # fmt: skip


def _passages() -> tuple[Passage, ...]:
    banks = (
        at(GAZETTE, "The river Wend broke its banks at Ostermouth before dawn on Tuesday."),
        at(WIRE, "Before dawn on Tuesday the Wend broke its banks at Ostermouth."),
    )
    minutes = (at(GAZETTE, "We had twenty minutes, no more,"), at(WIRE, "We had twenty minutes and not one more,"))
    bridge = (
        at(GAZETTE, "The old bridge, built in 1911, is closed."),
        at(EVENING, "The bridge, which dates from 1911, is closed to traffic."),
    )
    return (
        Passage(Relation.VERBATIM, 93.25, banks, (Alignment(0, 1, 93.25, ("wend", "banks")),)),
        Passage(Relation.QUOTATION, 88.0, minutes, (Alignment(0, 1, 88.0),)),
        Passage(Relation.REWORDED, 71.0, bridge, (Alignment(0, 1, 71.0),)),
    )


def _ledger() -> tuple[LedgerRow, ...]:
    almost, some = Bounds(7200, 8000, high_open=True), Bounds(5220, 6380)
    dozens, usual_dozens = Bounds(24, None, low_open=True), Bounds(24, 36, low_open=True)
    least, usual_least = Bounds(164, None), Bounds(164, 246)
    year, low, high = Bounds(1911, 1911), Bounds(1.4, 1.4), Bounds(2, 2)
    return (
        LedgerRow(
            "people moved out",
            Verdict.CONFLICT,
            (
                figure(GAZETTE, "Almost 8,000", 8000, almost, "people moved out",
                       modifier=Modifier.ALMOST, said_by="the county"),
                figure(WIRE, "Some 5,800", 5800, some, "people moved out",
                       modifier=Modifier.ABOUT, said_by="officials"),
            ),
            (Judgement(0, 1, Verdict.CONFLICT, Reason(ReasonKind.OUTSIDE, almost, some)),),
        ),
        LedgerRow(
            "people hurt",
            Verdict.TENSION,
            (
                figure(WIRE, "More than two dozen", 24, dozens, "people hurt",
                       usual=usual_dozens, modifier=Modifier.MORE_THAN),
                figure(EVENING, "At least 164", 164, least, "people hurt",
                       usual=usual_least, modifier=Modifier.AT_LEAST, said_by="the hospital"),
            ),
            (
                Judgement(
                    0, 1, Verdict.TENSION, Reason(ReasonKind.USUALLY_APART, usual_dozens, usual_least), update=True
                ),
            ),
        ),
        LedgerRow(
            "water stood … deep",
            Verdict.LOOK,
            (
                figure(WIRE, "1.4 metres", 1.4, low, "", unit="m", dimension="length", as_of="By Wednesday morning"),
                figure(EVENING, "two metres", 2, high, "", unit="m", dimension="length"),
            ),
            (
                Judgement(
                    0, 1, Verdict.LOOK, Reason(ReasonKind.OUTSIDE, low, high),
                    confidence=0.38, doubts=(Doubt.PLACE_ON_ONE_SIDE, Doubt.TIME_ON_ONE_SIDE),
                ),
            ),
        ),
        LedgerRow(
            "year the bridge was built",
            Verdict.AGREE,
            (
                figure(GAZETTE, "1911", 1911, year, "year the bridge was built", dimension="year"),
                figure(EVENING, "1911", 1911, year, "year the bridge was built", dimension="year"),
            ),
            (Judgement(0, 1, Verdict.AGREE, Reason(ReasonKind.SAME, year, year)),),
        ),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decision:
    """As the library's."""

    kind: str
    reason: str = ""
    note: str = ""
    decided: str = "2026-03-06T10:00:00Z"
    came: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def decisions(comparison: Comparison) -> dict[str, Decision]:
    """The reader dismissed the conflict, noted something on a passage and confirmed the quotation."""
    return {
        finding_ids.of_row(comparison, comparison.ledger[0]): Decision(
            "dismissed", "The county counts guests of hotels too.", "Ask the county."
        ),
        finding_ids.of_passage(comparison, comparison.passages[2]): Decision(
            "noted", note="Both from the town's page?"
        ),
        finding_ids.of_quotation(comparison, comparison.quotations[0]): Decision("confirmed"),
    }


def choices(comparison: Comparison) -> Choices:
    """All that can be known besides a comparison."""
    return Choices(
        settings=CompareOptions(),
        decisions=decisions(comparison),
        provenance={"gazette": ImportProvenance("2026-03-05T09:30:00Z", "https://gazette.example/flood")},
    )
