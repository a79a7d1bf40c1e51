"""The demo story's labels are those of its texts as they stand, and none lies in what the importer folds."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reader.importing import read_file
from tests.quality import label


@pytest.mark.parametrize("name", ["demo-passages.json", "demo-figures.json"])
def test_the_gold_files_are_what_the_labels_say(name: str) -> None:
    assert (label.HERE / name).read_text(encoding="utf-8") == label.gold()[name], "run python tests/quality/label.py"


@pytest.mark.parametrize("name", ["demo-passages.json", "demo-figures.json"])
def test_no_label_lies_in_boilerplate(name: str) -> None:
    for labelled in _spans(json.loads((label.HERE / name).read_text(encoding="utf-8"))):
        article = read_file(Path(label.SAMPLES / f"{labelled['article']}.txt"))
        assert article.text[labelled["start"] : labelled["end"]] == labelled["text"]
        folded = [span for span in article.boilerplate if span.start < labelled["end"] and labelled["start"] < span.end]
        assert not folded, labelled


def _spans(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict) and "article" in value:
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _spans(inner)
