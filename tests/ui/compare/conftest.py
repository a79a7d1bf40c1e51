"""A small invented story, compared by hand: what the engine finds is not what these tests are about."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from reader.article import Article
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
    Passage,
    Quantity,
    Quotation,
    Reason,
    ReasonKind,
    Relation,
    Scope,
    Verdict,
)
from reader.text.spans import Span
from reader.ui import theme
from reader.ui.compare.view import ComparisonView

FILLER = [
    "The harbour master kept his lamp lit until the last of the barges had tied up along the northern quay.",
    "Nobody on the island could say when the old ferry had last been painted, or by whom.",
    "A committee of bakers met in the town hall and argued about the price of flour for most of the night.",
    "Rain fell on the orchards for nine days without a break, and the lower road was under water.",
    "The schoolchildren counted herons from the bridge and wrote their sums on the parapet in chalk.",
    "By evening the market square had emptied, but for two musicians and a man asleep beside his cart.",
    "The mayor's secretary read the letter aloud, folded it, and put it back in the drawer.",
    "Some of the nets were mended with wire, which the older fishermen held to be a disgrace.",
]
FIRST = "The lighthouse at Corran Point went dark shortly before midnight, and no one was there to see it."
SECOND = "Engineers found that the cable had been cut in two places beneath the eastern wall."
THIRD = "Its keeper was given a house in the village and a boat of his own."
QUOTE = "“We shall light it again before the winter,” the keeper promised."
FOOT = "Leave a reply. Your address will not be published."


def _text(number: int, parts: dict[int, str], paragraphs: int = 26) -> str:
    """A text of filler with what matters at given paragraphs, and a foot of boilerplate."""
    written = [parts.get(i, FILLER[(i * 3 + number) % len(FILLER)]) for i in range(paragraphs)]
    return "\n\n".join([f"🔥 Lamp fails at Corran, report {number}", *written, FOOT])


def _article(number: int, parts: dict[int, str]) -> Article:
    text = _text(number, parts)
    at = text.index(FOOT)
    return Article(
        id=f"a{number}",
        text=text,
        headline=f"🔥 Lamp fails at Corran, report {number}",
        outlet=("Tidewatch", "Corran Echo", "Island Post", "Quay Letter", "Lamp & Buoy", "Morning Gull")[number - 1],
        byline="Una Brack",
        published=f"2025-03-{number:02}",
        boilerplate=(Span(at, at + len(FOOT)),),
    )


def _find(article: Article, words: str) -> Excerpt:
    at = article.text.index(words)
    return Excerpt(article.id, Span(at, at + len(words)))


def _figure(article: Article, words: str, value: float) -> Figure:
    found = _find(article, words)
    return Figure(
        found, found.span, Quantity((value, value), Bounds(value, value), Bounds(value, value)), Scope("boats lost")
    )


def _row(articles: list[Article]) -> LedgerRow:
    left, right = _figure(articles[0], "41 boats", 41), _figure(articles[1], "60 boats", 60)
    reason = Reason(ReasonKind.OUTSIDE, left.quantity.strict, right.quantity.strict)
    return LedgerRow("boats lost", Verdict.CONFLICT, (left, right), (Judgement(0, 1, Verdict.CONFLICT, reason),))


def _mild(articles: list[Article]) -> LedgerRow:
    left, right = _figure(articles[0], "nine days", 9), _figure(articles[1], "nine days", 9)
    reason = Reason(ReasonKind.SAME, left.quantity.strict, right.quantity.strict)
    return LedgerRow("days of rain", Verdict.AGREE, (left, right), (Judgement(0, 1, Verdict.AGREE, reason),))


def compared(count: int = 3, ledger: bool = True) -> Comparison:
    """`count` articles: FIRST and SECOND stand in order in all, THIRD stands early in the second article."""
    plans = [
        {2: FIRST, 9: SECOND, 14: QUOTE, 18: "They lost 41 boats that night.", 20: THIRD},
        {1: THIRD, 5: FIRST, 13: SECOND, 16: QUOTE, 21: "They lost 60 boats that night."},
        {4: FIRST, 11: SECOND},
    ]
    articles = [_article(i + 1, plans[min(i, 2)]) for i in range(count)]
    passages = [
        Passage(
            relation, score, excerpts, tuple(Alignment(0, i, score, ("lighthouse",)) for i in range(1, len(excerpts)))
        )
        for relation, score, excerpts in (
            (Relation.VERBATIM, 97.0, tuple(_find(a, FIRST) for a in articles)),
            (Relation.REWORDED, 81.0, tuple(_find(a, SECOND) for a in articles)),
            (Relation.REWORDED, 64.0, tuple(_find(a, THIRD) for a in articles[:2])),
            (Relation.QUOTATION, 88.0, tuple(_find(a, QUOTE) for a in articles[:2])),
        )
    ]
    return Comparison(
        articles=tuple(articles),
        passages=tuple(passages),
        ledger=(_mild(articles), _row(articles)) if ledger else (),
        quotations=(Quotation(88.0, tuple(Credit(_find(a, QUOTE), "the keeper") for a in articles[:2])),),
        coverage=tuple(Coverage(a.id, 0.4) for a in articles),
    )


def looked_at(count: int = 3) -> Comparison:
    """The same with a row that is but worth a look, of which it is known who says one figure and as of when."""
    whole = compared(count)
    first, second = whole.articles[:2]
    left, right = _figure(first, "two places", 2), _figure(second, "nine days", 9)
    left = replace(left, said_by=_find(first, "Engineers").span, as_of=_find(first, "shortly before midnight").span)
    reason = Reason(ReasonKind.OUTSIDE, left.quantity.strict, right.quantity.strict)
    doubts = (Doubt.PLACE_ON_ONE_SIDE, Doubt.TIME_ON_ONE_SIDE)
    judged = Judgement(0, 1, Verdict.LOOK, reason, confidence=0.4, doubts=doubts)
    row = LedgerRow("cuts in the cable", Verdict.LOOK, (left, right), (judged,))
    return replace(whole, ledger=(row, *whole.ledger))


@pytest.fixture
def look() -> Callable[..., Comparison]:
    """Makes a comparison of so many articles in which something is worth a look."""
    return looked_at


@pytest.fixture
def compare() -> Callable[..., Comparison]:
    """Makes a comparison of so many articles."""
    return compared


@pytest.fixture
def shown(qtbot, qapp) -> ComparisonView:
    """A view with three articles, on screen."""
    theme.apply(qapp, theme.Theme.load("light"))
    view = ComparisonView()
    theme.dress(view)
    qtbot.addWidget(view)
    view.resize(1240, 700)
    view.state.open(compared())
    view.show()
    qtbot.waitExposed(view)
    settled(qtbot, view)
    return view


def settled(qtbot, view: ComparisonView) -> None:
    """Wait until no late work is left."""
    qtbot.waitUntil(lambda: view.ready)


@pytest.fixture
def settle(qtbot) -> Callable[[ComparisonView], None]:
    """Waits until a view has worked out where everything stands."""
    return lambda view: settled(qtbot, view)
