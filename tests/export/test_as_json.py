"""The JSON is the contract: it is held to a golden file, and every span names its own words."""

import dataclasses
import json
import math
from pathlib import Path

import pytest

from reader.article import Article
from reader.compare import engine
from reader.compare.comparison import Bounds
from reader.export import as_json

from . import story

GOLDEN = Path(__file__).parent.parent / "reference" / "comparison.json"


def test_golden() -> None:
    assert as_json.render(story.comparison()) == GOLDEN.read_text(encoding="utf-8")


def test_every_span_names_its_words() -> None:
    whole = as_json.comparison_object(story.comparison(), with_text=True)
    texts = {article["id"]: article["text"] for article in whole["articles"]}
    spans = [s for p in [*whole["passages"], *whole["quotations"]] for s in p["spans"]]
    spans += [m for f in whole["figures"] for m in f["mentions"]]
    assert len(spans) == 16
    assert all(texts[s["article"]][s["start"] : s["end"]] == s["text"] for s in spans)


def test_a_quotation_says_who_is_credited_where_and_which_words_differ() -> None:
    first = "It rained. “We had twenty minutes,” Ms. Marsh said, “and no more.”"
    second = "Lena Marsh spoke. “We had thirty minutes and no more,” she said."
    third = "Lena Marsh said that they had twenty minutes and no more."
    whole = engine.compare([Article(name, text) for name, text in zip("abc", (first, second, third), strict=True)])
    (found,) = as_json.comparison_object(whole)["quotations"]
    texts = dict(zip("abc", (first, second, third), strict=True))
    told = [(s["article"], s["text"], s["speaker"]) for s in found["spans"]]
    assert told == [
        ("a", "We had twenty minutes,", "Marsh"),
        ("a", "and no more.", "Marsh"),
        ("b", "We had thirty minutes and no more,", "Lena Marsh"),
    ]
    assert all(s["speaker"] == texts[s["article"]][slice(*s["speaker_span"])] for s in found["spans"])
    assert [texts["a"][slice(*s["credit"])] for s in found["spans"][:2]] == ["Ms. Marsh said", "Ms. Marsh said"]
    assert [[texts["b"][slice(*d)] for d in s["differs"]] for s in found["spans"]] == [[], [], ["thirty"]]
    assert found["wordings"] == [
        {"article": "a", "text": "We had twenty minutes, […] and no more.", "spans": [0, 1]},
        {"article": "b", "text": "We had thirty minutes and no more,", "spans": [2]},
    ]
    (told_by_another,) = found["told"]
    assert told_by_another["article"] == "c"
    assert "twenty minutes" in told_by_another["text"]


def test_texts_only_when_asked_for() -> None:
    assert all("text" not in article for article in as_json.comparison_object(story.comparison())["articles"])


@pytest.mark.parametrize("endless", [math.inf, math.nan, None])
def test_infinity_is_null(endless: float | None) -> None:
    figure = story.figure(story.EVENING, "At least 164", 164, Bounds(164, endless), "hurt")
    figure = dataclasses.replace(figure, quantity=dataclasses.replace(figure.quantity, value=(164, math.inf)))
    found = as_json.figures_object(story.EVENING, [figure])["figures"]
    assert json.loads(json.dumps(found, allow_nan=False))[0]["strict"] == [164, None]
    assert found[0]["value"] == [164, None]
    assert found[0]["scope"] == "hurt"
