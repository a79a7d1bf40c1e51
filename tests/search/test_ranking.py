"""Our ranking gives the scores that Whoosh's own BM25F gives."""

import pytest

from reader.article import Article
from reader.search import gate
from reader.search.ranking import Ranking, days
from reader.search.schema import NAME, schema
from reader.search.segment_writer import Writer
from tests.search.conftest import columns


@pytest.fixture
def index(tmp_path):
    made = gate.index.FileIndex.create(gate.filestore.FileStorage(str(tmp_path)), schema(), NAME)
    for part in range(3):
        writer = Writer(made)
        for number in range(40):
            text = "sea " * (number % 5) + "gull " * (number % 3) + "calm " * (number * part)
            day = "" if number % 4 == part else f"2031-01-{number % 28 + 1:02}"
            writer.put(columns(f"a{part}-{number}", Article("x", text, headline="Sea" * (number % 2), published=day)))
        writer.commit(merge=False)
    return made


def scores(index, weighting, query):
    with index.searcher(weighting=weighting) as searcher:
        return {hit.docnum: hit.score for hit in searcher.search(query, limit=None)}


def test_scores_are_whooshs(index):
    query = gate.query.Or(
        [gate.query.Term("body", b"sea"), gate.query.Term("body", b"gull"), gate.query.Term("title", b"sea")]
    )
    ours = scores(index, Ranking(), query)
    assert len(ours) > 90
    assert ours == pytest.approx(scores(index, gate.scoring.BM25F(B=0.6, K1=1.2), query))


def test_days_are_those_of_the_column(index):
    with index.reader() as reader:
        for leaf, _ in reader.leaf_readers():
            column = leaf.column_reader("date")
            assert list(days(leaf)) == [column[number] for number in range(leaf.doc_count_all())]
            assert 0 in days(leaf)
