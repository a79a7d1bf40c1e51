"""What is written of terms and their postings is read again, however many there are; what is cut short is told."""

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search import gate
from reader.search.postings import NUMBER, PLACE, Postings, PostingsExtent, PostingsMatcher, packed, words_of
from reader.search.schema import Places
from reader.search.terms_file import Codec, TermsReader, TermsWriter


class Content:
    """Bytes, as a file of Whoosh's."""

    def __init__(self, content):
        self._content = content

    def get(self, at, count):
        return self._content[at : at + count]


def words(places):
    """A term's words, of a list of places for each article."""
    return array("Q", [number * NUMBER + place * PLACE for number, found in places.items() for place in found])


def matcher(places, more=()):
    content, numbers = packed(words(places), more)
    assert len(content) == 2 * 4 * sum(numbers)
    return PostingsMatcher(Postings(Content(b"else" + content), PostingsExtent(4, *numbers)), Places(), ("body", b"x"))


def walked(one):
    found = {}
    while one.is_active():
        found[one.id()] = (one.weight(), one.value_as("positions"))
        one.next()
    return found


PLACES = st.dictionaries(
    st.integers(0, 2**32 - 1),
    st.lists(st.integers(0, 2**32 - 1), min_size=1, max_size=5, unique=True).map(sorted),
    min_size=1,
    max_size=30,
).map(lambda found: dict(sorted(found.items())))


@given(PLACES)
def test_each_posting_comes_back(places):
    assert walked(matcher(places)) == {number: (len(found), found) for number, found in places.items()}


def test_what_weighs_more_or_less_comes_back():
    found = walked(matcher({3: [7], 4: [1, 2], 9: [5]}, [(3, 2.0), (3, 2.0), (4, -0.5), (9, -0.5)]))
    assert {number: weight for number, (weight, _places) in found.items()} == {3: 5.0, 4: 1.5, 9: 0.5}


def test_whoosh_hands_over_what_it_was_given():
    one = matcher({3: [7, 9]})
    assert words_of(5, one.value()) == words({5: [7, 9]})
    assert words_of(5, b"") == words_of(5, None) == words({5: [0]})


def test_it_goes_on_to_an_article_and_back():
    one = matcher({number: [number] for number in range(0, 600, 3)})
    one.skip_to(100)
    assert one.id() == 102
    one.skip_to(4)  # behind it already
    assert one.id() == 102
    other = one.copy()
    one.skip_to(598)
    assert not one.is_active()
    with pytest.raises(gate.matching.ReadTooFar):
        one.skip_to(600)
    assert (other.id(), other.value_as("positions")) == (102, [102])
    one.reset()
    assert (one.id(), list(one.all_ids())) == (0, list(range(0, 600, 3)))


@pytest.fixture
def storage(tmp_path):
    return gate.filestore.FileStorage(str(tmp_path))


@pytest.fixture
def written(storage):
    """Writes terms, field by field, and gives what reads them."""

    def write(fields):
        segment = Codec().new_segment(storage, "MAIN")
        writer = TermsWriter(storage, segment)
        for name, terms in fields.items():
            writer.write(name, ((term, words({number: [1]}), ()) for term, number in terms.items()))
        writer.close()
        return TermsReader(storage, segment)

    return write


@pytest.mark.parametrize("count", [0, 1, 63, 64, 65, 128, 5_000])
def test_every_term_is_found_and_no_other(written, count):
    body = {f"w{number:06}ř": number for number in range(count)}
    reader = written({"body": body, "id": {"\ud800 \0": 7, "\U00010400": 8}})
    assert [field for field, _ in reader.terms()] == ["body"] * count + ["id"] * 2
    for term, number in body.items():
        assert walked(reader.matcher("body", term.encode(), Places())) == {number: (1.0, [1])}
        assert not any((field, term.encode() + b"x") in reader for field in ("body", "id"))
    assert ("id", "\ud800 \0".encode("utf-8", "surrogatepass")) in reader
    assert not any(("body", term) in reader for term in (b"", b"\xff", b"w", b"x", "\U00010400".encode()))
    assert ("title", b"w000000") not in reader
    assert reader.doc_frequency("id", b"nothing") == 0
    with pytest.raises(gate.reading.TermNotFound):
        reader.matcher("id", b"nothing", Places())
    reader.close()


def test_none_at_all(written):
    reader = written({})
    assert list(reader.terms()) == []
    assert ("body", b"x") not in reader
    reader.close()


def test_what_was_cut_short_is_no_answer(written, tmp_path):
    reader = written({"body": {f"w{number:03}": number for number in range(300)}})
    for file in tmp_path.glob("*.pst"):
        file.write_bytes(file.read_bytes()[:-3])
    with pytest.raises((EOFError, ValueError)):
        reader.matcher("body", b"w299", Places())
    reader.close()
