"""A story goes from one library into another with all that belongs to it, and no file is believed."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reader.article import Article, provenances
from reader.claims import Claim, Mention, Source
from reader.errors import ImportFailure, ReaderError
from reader.library import AnnotationKind, GroupingKind, RowGrouping
from reader.paths import Paths
from reader.text.spans import Span
from reader.workspace import Status, Workspace, restore_library


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Workspace]:
    workspace = Workspace(Paths.under(tmp_path / "here"))
    yield workspace
    workspace.close()


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Workspace]:
    workspace = Workspace(Paths.under(tmp_path / "there"))
    yield workspace
    workspace.close()


@pytest.fixture
def ids(here: Workspace) -> list[str]:
    story = here.story("Harbour strike")
    odd = Article(
        "x", "Lone \ud800 surrogate,\nand\0 more.", "“H”", "Stand", "By A", "VELIM", "Velim Post", "2031-03-04",
        "pt", "https://velim.example/1", "/home/me/secret.txt", (Span(0, 4), Span(6, 9)),
        "2031-03-05", provenances({"headline": "page", "language": "guess"}),
    )  # fmt: skip
    articles = [odd, Article("y", "The board said no.", "Board"), Article("z", "The piers stay shut.", "Piers")]
    found = [here.library.add(article, story).id for article in articles]
    here.library.labels.tag(found[:2], "to check", "port")
    here.save_comparison("Day 1", found[:2][::-1], {"cutoff": 70}, "Look.")
    y, z = (here.article(one) for one in found[1:])
    about = tuple(sorted((Mention.of(y, Span(4, 9)), Mention.of(z, Span(4, 9)))))
    here.library.decisions.decide(Claim("figures", about), "dismissed", "another count", "Not the same pier.")
    here.library.groupings.change([], [RowGrouping.of(about, [Source.of(y), Source.of(z)])], GroupingKind.JOINED)
    here.library.annotations.add(AnnotationKind.HIGHLIGHT, about[:1], "Which pier?")
    here.library.annotations.add(AnnotationKind.PASSAGE, about)
    return found


def test_there_and_back(here: Workspace, there: Workspace, ids: list[str], tmp_path: Path) -> None:
    file = tmp_path / "strike.json"
    assert here.export_story(here.story("Harbour strike"), file) == 3
    assert b"secret" not in file.read_bytes()
    report = there.import_story(file)
    assert report.count(Status.ADDED) == 3
    assert set(report.ids()) == set(ids)
    for article_id in ids:
        before, after = here.article(article_id), there.article(article_id)
        for name in Article.__dataclass_fields__:
            assert getattr(after, name) == ("" if name == "path" else getattr(before, name))
    assert {row.tags for row in there.library.rows_of(ids[:2])} == {("port", "to check")}
    (saved,) = there.comparisons()
    assert (saved.name, saved.articles, saved.options, saved.note) == (
        "Day 1",
        tuple(ids[:2][::-1]),
        {"cutoff": 70},
        "Look.",
    )
    assert there.library.decisions.all() == here.library.decisions.all() != []
    assert there.library.groupings.all() == here.library.groupings.all() != ()
    assert there.library.annotations.all() == here.library.annotations.all() != ()
    assert [(story.name, story.count) for story in there.library.stories.all()] == [("Harbour strike", 3)]


def test_it_is_one_step_to_undo_and_a_second_time_adds_nothing(
    here: Workspace, there: Workspace, ids: list[str], tmp_path: Path
) -> None:
    here.export_story(here.story("Harbour strike"), tmp_path / "strike.json")
    there.import_story(tmp_path / "strike.json", "Mine")
    again = there.import_story(tmp_path / "strike.json", "Mine")
    assert again.count(Status.KNOWN) == 3
    assert len(there.comparisons()) == 1
    assert there.library.undo() == "adding 3 articles"
    assert there.library.rows() == []
    assert there.library.stories.all() == []
    assert there.comparisons() == []
    assert there.library.decisions.all() == []
    assert there.library.groupings.all() == ()
    assert there.library.annotations.all() == ()
    there.library.redo()
    assert [(story.name, story.count) for story in there.library.stories.all()] == [("Mine", 3)]


GOOD: dict[str, Any] = {"kind": "parallax story", "schema": 1, "name": "S", "articles": [{"text": "A text."}]}


@pytest.mark.parametrize(
    "content",
    [
        b"", b"null", b"[]", b"{}", b"\xff\xfe\0", b"[" * 100_000,
        json.dumps(GOOD | {"schema": 2}).encode(),
        json.dumps(GOOD | {"schema": "1"}).encode(),
        json.dumps(GOOD | {"kind": "else"}).encode(),
        json.dumps(GOOD | {"articles": []}).encode(),
        json.dumps(GOOD | {"articles": [{"text": 5}]}).encode(),
        json.dumps(GOOD | {"articles": "x"}).encode(),
    ],
)  # fmt: skip
def test_what_is_no_story_is_refused(there: Workspace, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "odd.json").write_bytes(content)
    with pytest.raises(ImportFailure, match=r"odd\.json"):
        there.import_story(tmp_path / "odd.json")
    assert there.library.rows() == []
    assert there.library.stories.all() == []


def test_what_is_wrong_in_a_story_is_left_out(there: Workspace, tmp_path: Path) -> None:
    spans = [[5, 2], [0, 2], [1, 3], [True, 4], ["a", 1], [3, 4], [4, 999], 7, [-1, 2]]
    tags = ["t", 3, " "]
    article = {"text": "A text.", "headline": 7, "outlet": "O", "boilerplate": spans, "tags": tags, "id": "evil"}
    told = GOOD | {
        "name": 5,
        "articles": [article],
        "comparisons": [
            {"name": "c", "articles": [0], "options": 3, "note": []},
            {"name": "d", "articles": [1]},
            {"name": 3, "articles": [0]},
            {"name": "e", "articles": [True]},
            {"name": " ", "articles": [0]},
            5,
        ],
        "decisions": [
            {"articles": [0], "subject": "s", "kind": "noted"},
            {"articles": [0], "subject": "t", "kind": "x"},
            {"articles": [-1], "subject": "u", "kind": "noted"},
            {"articles": [0], "kind": "noted"},
            {"articles": [0], "subject": "v", "kind": "noted", "mentions": [[0, 1]]},
            {"articles": [0], "subject": "w", "kind": "noted", "mentions": "no"},
        ],
        "groupings": [
            {"articles": [0], "mentions": [[0, 1, 2]]},
            {"articles": [0], "mentions": [[1, 1, 2]]},
            {"articles": [0], "mentions": [[0, 1]]},
            {"articles": [0], "mentions": [[0, 1, True]]},
            {"articles": [0], "mentions": []},
            {"articles": [0]},
        ],
        "annotations": [
            {"articles": [0], "kind": "highlight", "note": 5, "mentions": [[0, 1, 2]]},
            {"articles": [0], "kind": "scribble", "mentions": [[0, 1, 2]]},
            {"articles": [0], "kind": "highlight", "mentions": [[0, 9, 2]]},
            {"articles": [7], "kind": "highlight", "mentions": [[0, 1, 2]]},
            {"articles": [0], "kind": "highlight"},
        ],
    }
    (tmp_path / "odd.json").write_text(json.dumps(told))
    (article_id,) = there.import_story(tmp_path / "odd.json").ids()
    found = there.article(article_id)
    assert (found.headline, found.outlet, found.boilerplate) == ("", "O", (Span(0, 2), Span(3, 4)))
    assert there.library.rows()[0].tags == ("t",)
    assert [(one.name, one.options, one.note) for one in there.comparisons()] == [("c", {}, "")]
    assert [one.subject for one in there.library.decisions.all()] == ["s"]
    (mark,) = there.library.annotations.all()
    assert (mark.note, mark.mentions) == ("", (Mention.of(found, Span(1, 2)),))
    assert there.library.groupings.all() == (RowGrouping.of([Mention.of(found, Span(1, 2))], [Source.of(found)]),)
    assert there.library.stories.all()[0].name == "odd"


def test_no_place_to_write_is_a_clear_error(here: Workspace, ids: list[str], tmp_path: Path) -> None:
    with pytest.raises(ReaderError) as caught:
        here.export_story(here.story("Harbour strike"), tmp_path / "no" / "folder.json")
    assert caught.value.remedy


def test_a_restored_library_is_never_searched_by_an_index_of_before(
    here: Workspace, ids: list[str], tmp_path: Path
) -> None:
    here.backup(tmp_path / "copy")
    here.import_text("Regatta\n\nThe regatta went on all day long.")
    assert here.search("regatta").total == 1
    here.close()
    restore_library(here.paths, tmp_path / "copy")
    now = Workspace(here.paths)
    assert now.search("regatta").total == 0
    assert now.search("piers").total == 1
    now.close()
