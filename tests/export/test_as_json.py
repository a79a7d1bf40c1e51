"""The JSON is the contract: it is held to a golden file, and every span names its own words."""

import dataclasses
import json
import math
from pathlib import Path

import pytest

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
    assert len(spans) == 14
    assert all(texts[s["article"]][s["start"] : s["end"]] == s["text"] for s in spans)


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
