"""Any stage may ask how near two statements lie by meaning, and which are held to say the same."""

from collections.abc import Sequence

import numpy as np

from reader.article import Article
from reader.compare import engine
from reader.compare.comparison import Excerpt
from reader.compare.meaning import EmbeddingScorer
from reader.text.spans import Span
from reader.vectors.sources import Pause
from reader.vectors.values import WIDTH, Vectors

ONE = Article("one", "The ferry Lisetta ran aground off Cape Morrow. Onion prices doubled in the markets of Tarrin.")
TWO = Article("two", "Hardly a shop was open. The Lisetta, a ferry, ran aground off Cape Morrow. Yes.")


class Subjects:
    """A source that knows two subjects, and of what is below five words nothing."""

    def vectors(self, sentences: Sequence[str], language: str, pause: Pause) -> Vectors:
        rows = np.zeros((len(sentences), WIDTH))
        for n, sentence in enumerate(sentences):
            if len(sentence.split()) >= 5:
                rows[n, 0 if "ferry" in sentence else n + 1] = 1
        return Vectors.of(rows)


def asked(source: Subjects | None) -> EmbeddingScorer:
    return engine.weigh([ONE, TWO], **({"source": source} if source else {})).meaning


def at(article: Article, words: str) -> Excerpt:
    start = article.text.index(words)
    return Excerpt(article.id, Span(start, start + len(words)))


def test_the_statements_around_two_excerpts_are_held_beside_each_other() -> None:
    meaning = asked(Subjects())
    assert meaning.similarity(at(ONE, "aground"), at(TWO, "Cape")) == 1.0
    assert meaning.similarity(at(TWO, "Cape"), at(ONE, "aground")) == 1.0
    assert meaning.similarity(at(ONE, "Onion"), at(TWO, "Cape")) == 0.0


def test_what_has_no_vector_is_near_nothing_and_far_from_nothing() -> None:
    assert asked(Subjects()).similarity(at(ONE, "Onion"), at(TWO, "Yes")) is None
    assert asked(None).similarity(at(ONE, "aground"), at(TWO, "Cape")) is None


def test_statements_held_to_say_the_same_are_told_whole_whichever_way_round() -> None:
    meaning = asked(None)
    (forth,), (back,) = meaning.pairings("one", "two"), meaning.pairings("two", "one")
    assert forth.one == back.other == at(ONE, "The ferry Lisetta ran aground off Cape Morrow.")
    assert forth.other == back.one == at(TWO, "The Lisetta, a ferry, ran aground off Cape Morrow.")
    assert forth.score > 50
