"""What holds of every comparison: spans lie in the text, order does not matter, a copy is one passage."""

from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.article import Article
from reader.compare import engine
from reader.compare.comparison import Comparison, Relation
from reader.compare.options import BROAD, STRICT, PassageOptions
from reader.errors import UsageError
from reader.progress import Cancelled
from tests.compare.prose import HARBOUR, MARKET, RETOLD, article

LATIN = [
    "harbour",
    "ferry",
    "fire",
    "said",
    "the",
    "of",
    "mayor",
    "Venn",
    "Oldhaven",
    "212",
    "two",
    "dozen",
    "a,",
    "b.",
]
WORDS = st.sampled_from([*LATIN, "“we", "it”", "😀", "مرحبا", "漢字", "c!"])
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=12).map(" ".join), min_size=1, max_size=8).map(". ".join)
ANY = st.text(max_size=300)
SETTINGS = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])


def compared(*texts: str, options: PassageOptions | None = None) -> Comparison:
    articles = [article(text, f"article {n}") for n, text in enumerate(texts)]
    return engine.conclude(engine.weigh(articles), options or PassageOptions())


def found(comparison: Comparison) -> object:
    return (
        comparison.passages, comparison.ledger, comparison.quotations, comparison.names, comparison.origins,
        {c.article: (c.shared, c.only_here, c.missing) for c in comparison.coverage}, comparison.below,
    )  # fmt: skip


@SETTINGS
@given(st.lists(TEXTS | ANY, min_size=2, max_size=3, unique=True))
def test_every_span_lies_in_its_text(texts: list[str]) -> None:
    comparison = compared(*texts, options=BROAD)
    excerpts = [e for p in comparison.passages for e in p.excerpts] + [
        e for o in comparison.origins for e in o.evidence
    ]
    for excerpt in excerpts + [c.excerpt for q in comparison.quotations for c in q.credits]:
        length = len(comparison.article(excerpt.article).text)
        assert 0 <= excerpt.span.start < excerpt.span.end <= length
    assert all(0 <= c.shared <= 1 for c in comparison.coverage)


@SETTINGS
@given(st.lists(TEXTS, min_size=3, max_size=3, unique=True))
def test_the_order_of_the_articles_does_not_matter(texts: list[str]) -> None:
    articles = [article(text, f"article {n}") for n, text in enumerate(texts)]
    results = [found(engine.compare(order)) for order in permutations(articles)]
    assert all(result == results[0] for result in results)


@SETTINGS
@given(TEXTS.filter(lambda t: len(t.split()) > 8))
def test_an_article_against_itself_is_one_verbatim_passage(text: str) -> None:
    passages = compared(text, text).passages
    assert [p.relation for p in passages] in ([Relation.VERBATIM], [Relation.QUOTATION])
    assert passages[0].score == 100


def test_a_retelling_is_found_and_another_story_is_not() -> None:
    comparison = compared(HARBOUR, RETOLD, MARKET)
    pairs = [{e.article for e in p.excerpts} for p in comparison.passages]
    assert pairs
    assert all(pair == {"article 0", "article 1"} for pair in pairs)
    told = " ".join(comparison.text(e) for p in comparison.passages for e in p.excerpts if e.article == "article 1")
    assert all(word in told for word in ("Lisetta", "helicopters", "scream"))
    assert not any("inquiry" in comparison.text(e) for p in comparison.passages for e in p.excerpts)


def test_excerpts_begin_and_end_at_words_or_marks() -> None:
    comparison = compared(HARBOUR, RETOLD)
    for excerpt in (e for p in comparison.passages for e in p.excerpts):
        text, span = comparison.article(excerpt.article).text, excerpt.span
        assert not (span.start and text[span.start - 1].isalnum() and text[span.start].isalnum())
        assert not (span.end < len(text) and text[span.end - 1].isalnum() and text[span.end].isalnum())


def test_a_stricter_cutoff_only_takes_away() -> None:
    weighed = engine.weigh([article(HARBOUR, "a"), article(RETOLD, "b")])
    strict, broad = engine.conclude(weighed, STRICT), engine.conclude(weighed, BROAD)
    assert len(strict.passages) <= len(broad.passages)
    assert all(p.score >= STRICT.cutoff for p in strict.passages)


def test_coverage_names_what_only_one_has() -> None:
    comparison = compared(HARBOUR, RETOLD)
    only = {c.article: [s.of(comparison.article(c.article).text) for s in c.only_here] for c in comparison.coverage}
    assert any("beacon" in sentence for sentence in only["article 0"])
    assert any("inquiry" in sentence for sentence in only["article 1"])


@pytest.mark.parametrize("count", [0, 1, 21])
def test_too_few_or_too_many_articles_are_refused(count: int) -> None:
    with pytest.raises(UsageError):
        engine.compare([article(f"Text {n}.", str(n)) for n in range(count)])


def test_one_article_twice_is_refused() -> None:
    with pytest.raises(UsageError):
        engine.compare([article("Text.", "a"), article("Text.", "a")])


def test_a_text_of_a_thousand_pages_is_refused_before_anything_is_read() -> None:
    long = Article("long", "The harbour stayed shut. " * (engine.LONGEST // 25 + 1), headline="A long one")
    short = Article("short", "The harbour stayed shut for 3 days.")
    asked: list[int] = []
    with pytest.raises(UsageError, match=r"“A long one” is too long to be compared: it has 2,000,\d\d\d characters"):
        engine.compare([long, short], progress=lambda done, _total, _what="": asked.append(done))
    assert not asked


def test_reading_many_figures_asks_whether_anybody_still_waits() -> None:
    table = Article("table", " ".join(f"In town {n} some {n} people left." for n in range(2, 400)), language="en")
    other = Article("other", "In town 7 some 9 people left.", language="en")
    asked: list[str] = []

    def progress(_done: int, _total: int, what: str = "") -> None:
        asked.append(what)
        if asked.count("Figures") == 100:
            raise Cancelled

    with pytest.raises(Cancelled):
        engine.compare([table, other], progress=progress)
