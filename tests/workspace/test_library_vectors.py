"""What comes into the library is read for meaning by another process, and comparing then encodes nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.compare.witness import Witness
from reader.paths import Paths
from reader.progress import Cancelled
from reader.workspace import Workspace, comparison, library_vectors
from tests.compare.prose import HARBOUR, RETOLD


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    found = Workspace(Paths.under(tmp_path))
    yield found
    found.close()


def sentences(workspace: Workspace, article_id: str) -> list[str]:
    article = workspace.article(article_id)
    return [s.of(article.text) for s in Witness.of(article).statements]


def test_an_article_is_encoded_by_a_helper_and_compared_from_what_it_kept(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [one.article_id for text in (HARBOUR, RETOLD) for one in workspace.import_text(text).entries]
    workspace.read_meaning()
    assert all(workspace._vectors.cache.get(sentences(workspace, i)) is not None for i in ids)

    def never(*_given: object) -> None:
        raise AssertionError

    monkeypatch.setattr(comparison.ENCODER, "vectors", never)
    assert workspace.compare(ids).passages


def test_what_is_removed_is_forgotten(workspace: Workspace) -> None:
    (one,) = workspace.import_text(HARBOUR).entries
    workspace.read_meaning()
    kept = sentences(workspace, one.article_id)
    workspace.library.remove([one.article_id])
    workspace.read_meaning()
    assert workspace._vectors.cache.get(kept) is None


def test_nothing_is_read_where_the_reader_compares_by_words_alone_or_there_is_no_encoder(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    (one,) = workspace.import_text(HARBOUR).entries
    monkeypatch.setattr(library_vectors, "missing", lambda: "not installed")
    workspace.read_meaning()
    assert workspace._vectors.cache.get(sentences(workspace, one.article_id)) is None


def test_whoever_cancels_is_heard_and_the_rest_is_read_later(workspace: Workspace) -> None:
    ids = [one.article_id for text in (HARBOUR, RETOLD) for one in workspace.import_text(text).entries]

    def progress(done: int, total: int, what: str = "") -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        workspace.read_meaning(progress)
    workspace.read_meaning()
    assert all(workspace._vectors.cache.get(sentences(workspace, i)) is not None for i in ids)


def test_a_helper_that_dies_costs_nothing_but_time(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    (one,) = workspace.import_text(HARBOUR).entries
    monkeypatch.setattr("reader.processes.command", lambda *_arguments: ["/nowhere/at/all"])
    workspace.read_meaning()
    assert workspace._vectors.cache.get(sentences(workspace, one.article_id)) is None
