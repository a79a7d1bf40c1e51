"""More general queries, and queries written out: what is written is understood as what was read."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.search.broader_queries import wider, written
from reader.search.limits import limits
from reader.search.query import parse

TYPED = st.lists(
    st.sampled_from(
        ['"', "-", "NOT", "OR", "ferry", "harbour*", "sandbnk~", '"ran aground"', '"a b c"~4', "title:ferry", "lang:fr",
         'outlet:"the post"', "story:harbour", '-tag:"to do"', "date:2031-05", "date:2030..2031-02-03", "before:2031",
         "after:x", "unknown:word", "ø", "1,200"]
    ),
    max_size=8,
).map(" ".join)  # fmt: skip


@given(TYPED | st.text(max_size=60))
@example('" NOT')
def test_what_is_written_out_reads_the_same(text: str) -> None:
    once = parse(text)
    again = parse(written(once))
    if not once.cut:
        assert (again.required, again.excluded, again.labels) == (once.required, once.excluded, once.labels)
        assert (again.since, again.until) == (once.since, once.until)


@given(TYPED | st.text(max_size=60))
def test_more_general_queries_are_other_queries(text: str) -> None:
    assert written(parse(text)) not in wider(text)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ('"ran aground" ferry', "ran aground ferry"),
        ("ferry -ladder", "ferry"),
        ("ferry ladder", "ferry OR ladder"),
        ("ferry outlet:post", "ferry"),
        ("ferry date:2031-05", "ferry"),
        ("ferry ladder lang:fr", "ferry OR ladder lang:fr"),
    ],
)
def test_the_first_gives_up_least(query: str, first: str) -> None:
    assert wider(query)[0] == first


@given(TYPED | st.text(max_size=60))
def test_each_limit_can_be_taken_away(text: str) -> None:
    for one in limits(text):
        assert len(one.without) < len(text)
        assert len(limits(one.without)) <= len(limits(text))


def test_limits_are_what_the_parser_takes_for_limits() -> None:
    assert [one.field for one in limits("date:soon ferry Outlet:post title: http://x")] == ["outlet"]
