"""Commits of the FTS5 engine: what is put flows through."""

from reader.article import Article
from reader.search import Put, SearchIndex
from reader.search.fts5 import commits
from reader.search.values import FTS5


def test_articles_are_drawn_as_they_are_written(folder, monkeypatch):
    """However many there are, a few lie in memory at a time."""
    monkeypatch.setattr(commits, "FULL", 20)
    monkeypatch.setattr(commits, "_AT_ONCE", 10)
    drawn = written = ahead = 0
    read = commits.WordCounter.read

    def watched(self, *article):
        nonlocal written
        written += 1
        return read(self, *article)

    def changes():
        nonlocal drawn, ahead
        for drawn in range(1, 301):
            ahead = max(ahead, drawn - written)
            yield Put(drawn, f"n{drawn}", Article(f"n{drawn}", f"The mayor spoke, part {drawn + 4000}."))

    monkeypatch.setattr(commits.WordCounter, "read", watched)
    with SearchIndex.open(folder, "library", engine=FTS5) as index:
        assert index.rebuild(changes())
        assert (written, index.stats.articles, index.applied) == (300, 300, 300)
        assert ahead <= 32
        assert [index.search(str(4000 + number)).hits[0].id for number in (1, 20, 21, 30, 31, 300)] == [
            "n1", "n20", "n21", "n30", "n31", "n300",
        ]  # fmt: skip
