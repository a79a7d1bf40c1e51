"""A second opinion by meaning: it moves scores, finds the same in two languages, and is silent where there is none."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

import pytest

from reader.article import Article
from reader.compare import engine
from reader.compare.comparison import Comparison
from reader.compare.passages import opinions, second
from reader.compare.passages.opinions import Meaning
from reader.progress import Cancelled
from tests.compare.passages.flood import ENGLISH, SAME, SPANISH
from tests.compare.prose import HARBOUR, MARKET, RETOLD, article

SUBJECTS = [*SAME, ("ran aground", "went aground"), ("eleven years", "accounts"), ("faulty compass", "inquiry")]


@dataclass(frozen=True)
class Rows:
    """Vectors as lists."""

    rows: list[list[float]]

    def __len__(self) -> int:
        return len(self.rows)

    def like(self, m: int, other: "Rows") -> list[float]:
        return [sum(x * y for x, y in zip(self.rows[m], row, strict=True)) for row in other.rows]

    def cosines(self, other: "Rows", pairs: Sequence[tuple[int, int]]) -> list[float]:
        return [self.like(m, other)[n] for m, n in pairs]

    def runners_up(self, other: "Rows") -> list[float]:
        return [sum(sorted(self.like(m, other), reverse=True)[1:3]) / 2 for m in range(len(self))]

    def nearest(self, other: "Rows", count: int) -> list[tuple[int, int]]:
        return [
            (m, n)
            for m in range(len(self))
            for n in sorted(range(len(other)), key=lambda n: -self.like(m, other)[n])[:count]
        ]


class Fake:
    """An encoder that knows a few subjects by heart and has seen nothing else."""

    def __init__(self, languages: Collection[str] = ("en", "es")) -> None:
        self.languages = languages
        self.read: list[str] = []

    def encode(self, sentences: Sequence[str], pause: Callable[[], None]) -> Rows:
        pause()
        self.read += sentences
        return Rows([self._row(s) for s in sentences])

    def _row(self, sentence: str) -> list[float]:
        about = [float(any(words in sentence for words in subject)) for subject in SUBJECTS]
        return [*about, float(not any(about)) * 0.3]


class Unmoved(Fake):
    """An encoder to which all sentences are alike."""

    def _row(self, sentence: str) -> list[float]:
        return [1.0]


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Fake:
    made = Fake()
    meaning = Meaning(made)
    monkeypatch.setattr(second, "opinion", lambda: meaning)
    monkeypatch.setattr(second, "begin", lambda: None)
    return made


def weighed(*articles: Article, asked: bool = True) -> engine.Weighed:
    return engine.weigh(articles, second_opinion=asked)


def flood() -> tuple[Article, Article]:
    return article(ENGLISH, "en"), replace(article(SPANISH, "es"), language="es")


def scores(found: engine.Weighed) -> dict[tuple[int, int], float]:
    """What each pair of sentences scores, in the order of HARBOUR and of what is compared with it."""
    first = next(n for n, r in enumerate(found.scored.readings) if r.text == HARBOUR)
    return {(x.m, x.n) if x.a == first else (x.n, x.m): x.score for x in found.scored.links}


def together(found: Comparison, pair: tuple[str, str]) -> bool:
    return any(all(any(w in found.text(e) for e in p.excerpts) for w in pair) for p in found.passages)


def test_two_languages_are_compared_by_meaning(fake: Fake) -> None:
    found = engine.conclude(weighed(*flood()))
    assert [pair for pair in SAME if not together(found, pair)] == []
    assert not together(found, ("Trains between", "Un museo"))
    assert len(found.passages) > 3


def test_without_being_asked_nothing_is_encoded_and_two_languages_share_nothing(fake: Fake) -> None:
    found = engine.conclude(weighed(*flood(), asked=False))
    assert (fake.read, found.passages) == ([], ())


def test_the_order_of_the_articles_does_not_matter(fake: Fake) -> None:
    one, two = flood()
    forth, back = engine.conclude(weighed(one, two)), engine.conclude(weighed(two, one))
    assert forth.passages == back.passages


def test_what_is_nearest_by_meaning_scores_more(fake: Fake) -> None:
    pair = article(HARBOUR, "a"), article(RETOLD, "b")
    before, after = scores(weighed(*pair, asked=False)), scores(weighed(*pair))
    assert after[0, 0] > before[0, 0]


def test_what_is_no_nearer_than_anything_else_scores_less(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(second, "opinion", lambda: Meaning(Unmoved()))
    pair = article(HARBOUR, "a"), article(RETOLD, "b")
    before, after = scores(weighed(*pair, asked=False)), scores(weighed(*pair))
    assert before
    assert all(after.get(place, 0.0) < before[place] for place in before)


def test_a_language_that_the_encoder_does_not_know_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    stranger = Fake(languages=("en",))
    monkeypatch.setattr(second, "opinion", lambda: Meaning(stranger))
    assert engine.conclude(weighed(*flood())).passages == ()
    assert stranger.read == []


def test_the_sentences_of_an_article_are_encoded_once(fake: Fake) -> None:
    weighed(*flood())
    count = len(fake.read)
    weighed(*flood())
    assert len(fake.read) == count == len(set(fake.read))


def test_of_a_long_article_only_what_shares_words_is_encoded(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opinions, "_LONG", 1)
    weighed(article(HARBOUR, "a"), article(f"{RETOLD} {MARKET}", "b"))
    assert fake.read
    assert not any("Onion" in sentence for sentence in fake.read)


def test_only_so_many_articles_are_kept(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opinions, "_KEPT", 1)
    weighed(*flood())
    count = len(fake.read)
    weighed(*flood())
    assert len(fake.read) > count


def test_whoever_cancels_is_heard(fake: Fake) -> None:
    def progress(done: int, total: int, what: str = "") -> None:
        if fake.read:
            raise Cancelled

    with pytest.raises(Cancelled):
        engine.weigh(flood(), progress=progress, second_opinion=True)


def test_empty_and_wordless_articles_are_nothing_to_compare(fake: Fake) -> None:
    empty = replace(article("…", "b"), language="es")
    assert engine.conclude(weighed(article(HARBOUR, "a"), empty)).passages == ()
