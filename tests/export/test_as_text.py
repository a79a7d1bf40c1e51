"""What a person at a terminal reads: clashes first, every wording, nothing that a terminal would obey."""

import dataclasses

from reader.compare.comparison import Bounds, Comparison
from reader.export import as_text

from . import story


def test_clashes_stand_before_passages() -> None:
    text = as_text.comparison_text(story.comparison())
    places = [
        text.index(words)
        for words in ("CONFLICT", "MAY CONFLICT", "WORTH A LOOK", "AGREE", "3 shared passages", "Names written")
    ]
    assert places == sorted(places)
    assert "“More than two dozen” usually means far less than “At least 164”" in " ".join(text.split())
    assert "not sure that both count the same: only one says where" in " ".join(text.split())
    assert "Some 5,800                    Northern Wire (officials)" in text
    assert "1.4 metres                    Northern Wire (by Wednesday morning)" in text
    assert "1. 2 accounts, worded differently · Irena Kovář" in text
    assert "The Ostermouth Gazette, credits Irena Kovář: We had twenty minutes, no more," in text
    assert "Northern Wire, no speaker named here: We had twenty minutes _and not one_ more," in " ".join(text.split())


def test_nothing_found_is_said() -> None:
    text = as_text.comparison_text(Comparison(story.ARTICLES))
    assert "No conflicts found." in text
    assert "No shared passages found." in text


def test_escape_sequences_are_inert() -> None:
    hostile = dataclasses.replace(story.WIRE, outlet="Wire\x1b[31m\nNew line")
    text = as_text.comparison_text(Comparison((story.GAZETTE, hostile)))
    assert "\x1b" not in text
    assert "Wire [31m New line" in text


def test_figures() -> None:
    figure = story.figure(story.EVENING, "At least 164", 164, Bounds(164, None), "people hurt", said_by="the hospital")
    text = as_text.figures_text(story.EVENING, [figure])
    assert text.splitlines()[0] == "Evening Post"
    assert text.splitlines()[1].split("  ")[1] == "At least 164"
    assert text.endswith("164 or more (the hospital)")
    assert "no figures" in as_text.figures_text(story.WIRE, [])
