"""Vectors in a byte a number: the same from the file as from the encoder, and silent where there is none."""

import numpy as np
import pytest

from reader.vectors import values
from reader.vectors.values import WIDTH, Vectors


def of(*rows: tuple[float, ...]) -> Vectors:
    return Vectors.of([[*row, *[0.0] * (WIDTH - len(row))] for row in rows])


def test_what_was_packed_is_the_same_again() -> None:
    drawn = Vectors.of(np.random.default_rng(3).normal(size=(5, WIDTH)))
    again = Vectors.unpacked(drawn.packed())
    assert again.packed() == drawn.packed()
    assert [again.cosine(n, drawn, n) for n in range(5)] == pytest.approx([1.0] * 5)


def test_a_byte_a_number_is_near_enough() -> None:
    rows = np.random.default_rng(4).normal(size=(40, WIDTH))
    unit = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    kept = Vectors.of(unit)
    assert np.abs(kept.rows @ kept.rows.T - unit @ unit.T).max() < 0.01


def test_a_sentence_without_a_vector_is_near_nothing() -> None:
    one, other = of((1, 0), (0, 0)), of((1, 0))
    assert (one.cosine(0, other, 0), one.cosine(1, other, 0)) == (1.0, None)
    assert one.likeness(other).cosine(1, 0) is None
    assert one.likeness(other).neighbours(2, 0.0) == [(0, 0)]


def test_neighbours_are_among_the_nearest_of_each_other_and_near_enough() -> None:
    one, other = of((1, 0, 0), (0, 1, 0), (1, 0.1, 0)), of((1, 0, 0), (0, 0, 1))
    assert one.likeness(other).neighbours(1, 0.5) == [(0, 0)]


def test_a_lead_is_over_any_other_sentence_of_either_article() -> None:
    one, other = of((1, 0), (0.6, 0.8)), of((1, 0), (0, 1))
    found = one.likeness(other)
    assert found.lead(0, 0, 1.0) == pytest.approx(1.0 - 0.6, abs=0.02)
    assert found.lead(1, 0, 0.6) == pytest.approx(0.6 - 1.0, abs=0.02)


def test_where_there_is_no_runner_up_a_usual_one_counts() -> None:
    alone = of((1, 0)).likeness(of((1, 0)))
    assert alone.left.runners_up() == pytest.approx([0.4])
    assert alone.lead(0, 0, 1.0) == pytest.approx(0.6)


def test_what_is_no_vectors_is_refused() -> None:
    with pytest.raises(ValueError, match="7"):
        Vectors.unpacked(b"1234567")


def test_no_sentences_are_no_rows() -> None:
    assert len(Vectors.of(np.zeros((0, WIDTH)))) == 0
    assert of((1, 0)).likeness(Vectors.of(np.zeros((0, WIDTH)))).neighbours(2, 0.0) == []


def test_long_articles_are_compared_in_parts_as_if_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = np.random.default_rng(3).normal(size=(40, WIDTH))
    one, other = Vectors.of(rows[:25] + rows[7]), Vectors.of(rows[10:] + rows[7])
    whole = one.likeness(other)
    monkeypatch.setattr(values, "_BLOCK", 4)
    parts = one.likeness(other)
    assert parts.neighbours(2, 0.0) == whole.neighbours(2, 0.0) != []
    assert parts.left.runners_up() == whole.left.runners_up()
    assert parts.right.runners_up() == whole.right.runners_up()
    assert [parts.lead(m, 3, 0.5) for m in range(25)] == [whole.lead(m, 3, 0.5) for m in range(25)]
