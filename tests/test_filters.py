"""What a search is narrowed to survives being kept as JSON, and oddities in a file do no harm."""

import json

from hypothesis import given
from hypothesis import strategies as st

from reader.filters import KINDS, NOTHING, SearchFilters

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(), lambda x: st.lists(x, max_size=3), max_leaves=5
)
CHOSEN = st.lists(st.tuples(st.sampled_from(KINDS), st.text(max_size=5)), unique=True)


@given(CHOSEN, st.text(max_size=5), st.text(max_size=5))
def test_there_and_back(chosen: list[tuple[str, str]], since: str, until: str) -> None:
    one = SearchFilters(tuple(chosen), since, until)
    back = SearchFilters.read(json.loads(json.dumps(one.kept())))
    assert {*back.chosen} == {*one.chosen}
    assert (back.since, back.until) == (since, until)


@given(st.dictionaries(st.sampled_from([*KINDS, "since", "until", "x"]), JSON))
def test_odd_files(kept: dict[str, object]) -> None:
    assert all(isinstance(value, str) for _kind, value in SearchFilters.read(kept).chosen)


def test_choosing() -> None:
    one = NOTHING.toggled("outlet", "A").toggled("outlet", "B").toggled("month", "2031-05")
    assert one.of("outlet") == ("A", "B")
    assert one.toggled("outlet", "A").of("outlet") == ("B",)
    assert one.without("outlet").chosen == (("month", "2031-05"),)
    assert one
    assert not NOTHING
