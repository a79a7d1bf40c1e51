"""An article of the demo story is known again among its four others; strangers and twins of stories are not."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.article import Article
from reader.library import Filter
from reader.paths import Paths, shipped
from reader.workspace import Workspace

FOLDER = shipped("data") / "samples"
STORY = tomllib.loads((FOLDER / "story.toml").read_text(encoding="utf-8"))
FILES = [FOLDER / one["file"] for one in STORY["articles"]]
STRANGERS = [
    """The orchestra of Ostra will open its season on Friday with a work that was thought to be lost. The score was
found in March by Ana Kellner, who keeps the papers of the old theatre, in a box marked with the name of a tailor.
“I thought it was a bill,” said Kellner. The scroll_sync, Milo Tarn, called the find a gift to the town of Ostra.""",
    """Farmers around Velim counted the damage on Tuesday after hail the size of walnuts fell for ten minutes. The
mayor, Jon Brask, said that nine in ten vines on the slopes above Velim had lost their leaves. In the valley of the
Ister river the maize lay flat. The insurers expect 400 claims, said Petra Lund of the growers' union in Ostra.""",
]


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = Workspace(Paths.under(tmp_path))
    yield opened
    opened.close()


@pytest.mark.parametrize("left_out", range(len(FILES)))
def test_the_fifth_of_five_accounts_is_known_again(workspace: Workspace, left_out: int) -> None:
    story = workspace.story(STORY["name"])
    workspace.import_files([path for n, path in enumerate(FILES) if n != left_out], story)
    for text in STRANGERS:
        workspace.import_text(text)
    (added,) = workspace.import_files([FILES[left_out]]).ids()
    (match,) = workspace.story_matches([added])
    assert (match.story, match.name, match.articles) == (story, STORY["name"], (added,))
    assert 0 < match.share <= 1
    assert workspace.library.ids(Filter(loose=True, ids=frozenset([added]))) == [added]  # nothing was moved


def test_strangers_belong_to_no_story(workspace: Workspace) -> None:
    workspace.import_files(FILES, workspace.story(STORY["name"]))
    strangers = [workspace.import_text(text).ids()[0] for text in STRANGERS]
    assert workspace.story_matches(strangers) == ()


def test_what_is_in_a_story_or_in_the_bin_is_left_alone(workspace: Workspace) -> None:
    report = workspace.import_files(FILES, workspace.story(STORY["name"]))
    assert workspace.story_matches(report.ids()) == ()
    workspace.library.stories.assign(report.ids()[:1], None)
    workspace.library.remove(report.ids()[:1])
    assert workspace.story_matches(report.ids()) == ()


def test_between_two_likely_stories_nobody_is_advised(workspace: Workspace) -> None:
    for number in (0, 1):
        for path in FILES[:4]:
            article = workspace.article(workspace.import_files([path]).ids()[0])
            again = Article("x", article.text + f"\nCopy {number}.\n", article.headline, published=article.published)
            added = workspace.library.add(again).id
            workspace.library.stories.assign([added], workspace.story(f"Story {number}"))
    (fifth,) = workspace.import_files(FILES[4:5]).ids()
    assert workspace.story_matches([fifth]) == ()


def test_another_time_is_another_event(workspace: Workspace) -> None:
    workspace.import_files(FILES[:4], workspace.story(STORY["name"]))
    (fifth,) = workspace.import_files(FILES[4:5]).ids()
    (near,) = workspace.story_matches([fifth])
    workspace.library.metadata.edit(fifth, published="2041-01-01")
    assert all(match.share < near.share for match in workspace.story_matches([fifth]))


def test_an_empty_library_and_no_articles(workspace: Workspace) -> None:
    assert workspace.story_matches([]) == ()
    assert workspace.story_matches(["nobody"]) == ()
