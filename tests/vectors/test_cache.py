"""The file that keeps vectors: by the sentences that they are of, and begun anew where it cannot be read."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from reader.vectors.cache import Cache, CachedSource
from reader.vectors.sources import Pause
from reader.vectors.texts import MODEL
from reader.vectors.values import WIDTH, Vectors

SENTENCES = ["The water rose quickly.", "Trains will not run."]


class Ones:
    """A source that counts how often it is asked."""

    asked = 0

    def vectors(self, sentences: Sequence[str], language: str, pause: Pause) -> Vectors:
        self.asked += 1
        return ones(len(sentences))


def ones(count: int) -> Vectors:
    return Vectors.of(np.ones((count, WIDTH)))


def test_what_was_kept_comes_back_for_these_sentences_only(tmp_path: Path) -> None:
    Cache(tmp_path).put("a", SENTENCES, ones(2))
    found = Cache(tmp_path).get(SENTENCES)
    assert found is not None
    assert found.packed() == ones(2).packed()
    assert Cache(tmp_path).get(SENTENCES[:1]) is None


def test_an_article_has_one_text_and_may_go(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("a", SENTENCES, ones(2))
    cache.put("a", SENTENCES[:1], ones(1))
    assert cache.get(SENTENCES) is None
    cache.drop("a")
    assert cache.get(SENTENCES[:1]) is None


def test_what_an_older_model_left_goes_with_the_first_vectors_of_this_one(tmp_path: Path) -> None:
    for name in ("usem3-0.1.sqlite", "usem3-0.1.sqlite-journal", "notes.sqlite"):
        (tmp_path / name).write_bytes(b"old")
    Cache(tmp_path).put("a", SENTENCES, ones(2))
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted(["notes.sqlite", f"{MODEL}.sqlite"])


def test_a_file_that_is_none_is_begun_anew(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("a", SENTENCES, ones(2))
    (file,) = tmp_path.glob("*.sqlite")
    file.write_bytes(b"no database, whatever it says" * 100)
    assert cache.get(SENTENCES) is None
    cache.put("a", SENTENCES, ones(2))
    assert cache.get(SENTENCES) is not None


def test_a_folder_that_cannot_be_written_loses_nothing_but_time(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    cache = Cache(blocked / "vectors")
    cache.put("a", SENTENCES, ones(2))
    assert cache.get(SENTENCES) is None
    assert cache.known("library") == 0


def test_how_far_a_library_was_read_is_remembered(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.know("library", 7)
    cache.know("library", 9)
    assert (cache.known("library"), cache.known("another")) == (9, 0)


def test_the_other_source_is_asked_only_for_what_is_not_kept(tmp_path: Path) -> None:
    cache, source = Cache(tmp_path), Ones()
    kept = CachedSource(cache, source)
    assert kept.vectors(SENTENCES, "en", lambda: None) is not None
    cache.put("a", SENTENCES, ones(2))
    assert kept.vectors(SENTENCES, "en", lambda: None) is not None
    assert source.asked == 1
    assert kept.vectors(SENTENCES, "sv", lambda: None) is None
