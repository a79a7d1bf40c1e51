"""What a person at a terminal reads: clashes first, every wording, nothing that a terminal would obey."""

import dataclasses

from reader.compare.comparison import Bounds, Comparison
from reader.export import as_text

from . import story


def test_clashes_stand_before_passages() -> None:
    text = as_text.comparison_text(story.comparison())
    places = [text.index(words) for words in ("CONFLICT", "IN TENSION", "AGREE", "3 shared passages", "Names written")]
    assert places == sorted(places)
    assert "“More than two dozen” (24 to 36) and “At least 164” (164 to 246)" in " ".join(text.split())
    assert "The Ostermouth Gazette: We had twenty minutes, no more," in text
    assert "Northern Wire: We had twenty minutes and not one more," in text


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
    figure = story.figure(story.EVENING, "At least 164", 164, Bounds(164, None), "people hurt")
    text = as_text.figures_text(story.EVENING, [figure])
    assert text.splitlines()[0] == "Evening Post"
    assert text.splitlines()[1].split("  ")[1] == "At least 164"
    assert "164 or more" in text
    assert "no figures" in as_text.figures_text(story.WIRE, [])
