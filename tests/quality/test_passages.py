"""The quality gate of the passages: on the labelled demo story, no change may find less or claim more that is wrong."""

import json
from typing import Any

import pytest

from reader.compare import engine
from reader.compare.options import BALANCED, BROAD, STRICT
from reader.importing import read_file
from reader.vectors.lazy_encoder import Encoder
from reader.vectors.sources import NOWHERE
from tests.quality import label
from tests.quality.passages import score


@pytest.fixture(scope="module", params=["by meaning", "by words alone"])
def weighed(request: pytest.FixtureRequest) -> engine.Analysis:
    source = Encoder() if request.param == "by meaning" else NOWHERE
    return engine.weigh([read_file(path) for path in sorted(label.SAMPLES.glob("*.txt"))], source=source)


def gold() -> Any:
    return json.loads((label.HERE / "demo-passages.json").read_text(encoding="utf-8"))


def test_balanced_holds_its_floors(weighed: engine.Analysis) -> None:
    result = score(engine.conclude(weighed, BALANCED), gold())
    assert result.precision >= 0.86, result
    assert result.f1 >= 0.88, result


def test_strict_is_surer_and_broad_claims_more(weighed: engine.Analysis) -> None:
    strict, balanced, broad = (score(engine.conclude(weighed, o), gold()) for o in (STRICT, BALANCED, BROAD))
    assert strict.wrong <= balanced.wrong
    assert broad.right + broad.wrong >= balanced.right + balanced.wrong
