"""Whatever comes in: an article whose spans lie in its text, or one clear line."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.article import Article
from reader.errors import ImportFailure
from reader.importing import ImportOptions, read_text
from reader.importing.formats import FORMATS
from reader.lexicon import load

LINES = st.sampled_from(
    [
        "Advertisement", "Dear Reader,", "The Editor", "Related posts", "Leave a reply", "By Ines Calder",
        "3 May 2031",
        "AFP", "ALSO READ: 40 ships wait", "Russia | World", "gtag('js');", "-->", "Photo (AP)",
        "", " ", "\t", "May", ":",
        "Harbour strike | World", "© 2031 Mail", "|", "(", "[Photo", "/", "“Subscribe,”", "…", "e\u0301", "\U0001f6a2",
        "A ferry with 212 people on board ran aground off Cape Orrin late on Monday, the coast guard said.", "@x",
        "Ines Calder is a reporter at the Mail.", "שלום", "https://x",
    ]
)  # fmt: skip


def check(article: Article) -> None:
    """Spans in order, apart, inside the text, without white space at their ends."""
    at = -1
    for span in article.boilerplate:
        assert at < span.start < span.end <= len(article.text)
        assert span.of(article.text).rstrip() == span.of(article.text)
        at = span.end
    for said in (article.headline, article.standfirst, article.byline, article.dateline, article.outlet):
        assert said in article.text or not said.isascii()


@given(st.binary(max_size=2000))
def test_any_bytes_are_an_article_or_one_line(data: bytes) -> None:
    try:
        result: Article | ImportFailure = FORMATS[0].read(data, "any.txt", ImportOptions())
    except ImportFailure as failure:
        result = failure
    if isinstance(result, Article):
        check(result)
    else:
        assert "\n" not in str(result)
        assert result.remedy


@given(st.text(max_size=2000))
def test_any_text_stays_as_it_is(text: str) -> None:
    try:
        article = FORMATS[0].read(text.encode("utf-8", "ignore"), "any.txt", ImportOptions())
    except ImportFailure:
        return
    assert article.text == text.encode("utf-8", "ignore").decode().removeprefix("\ufeff").replace("\r\n", "\n").replace(
        "\r", "\n"
    )
    check(article)


@given(st.lists(st.one_of(LINES, st.text(max_size=40)), max_size=30), st.sampled_from(["\n", "\n\n"]))
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_any_page_has_spans_in_order(lines: list[str], between: str) -> None:
    try:
        check(read_text(between.join(lines)))
    except ImportFailure:
        assert not between.join(lines).strip("\ufeff \t\n") or "\0" in "".join(lines)


WORDS = sorted({w for group in load("boilerplate")["lines"] for p in group["patterns"] for w in p.split()})


@given(st.lists(st.sampled_from(WORDS), max_size=60))
def test_words_of_the_lexicon_in_any_order(words: list[str]) -> None:
    if words:
        check(read_text(" ".join(words)))


@pytest.mark.parametrize(
    "text",
    [
        "x" * 1_000_000,
        "1" * 1_000_000,
        "," * 1_000_000,
        "a b " * 250_000,
        "Advertisement\n" * 20_000,
        "Dear Reader,\nyou\n" * 10_000,
        "Also read: 5 ships wait\n" * 10_000,
        "follow on " * 100_000,
        "(" * 200_000 + "\n" + ")" * 200_000,
        "By A " * 200_000,
        "x" + " \n" * 500_000,
        "A | B > C / D\n" * 10_000,
        "May 3, 2031\n" * 20_000,
        "Related posts\n" * 20_000,
        "the ship ran aground off the cape late on Monday with many people on\n" * 14_000,
        "A ship ran aground off Cape Orrin late on Monday, with 212 people and their dogs on board.\nAFP\n" * 3_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_hostile_text_comes_through(text: str) -> None:
    check(read_text(text))  # tests/benchmarks/importing.py measures that time grows with length


def test_the_demo_story_imports() -> None:
    samples = Path(__file__).parents[2] / "data" / "samples"
    for path in sorted(samples.glob("*.txt")):
        article = FORMATS[0].read(path.read_bytes(), path.name, ImportOptions())
        check(article)
        assert all((article.headline, article.outlet, article.published, article.boilerplate)), path.name
