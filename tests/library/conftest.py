"""A library in a folder of the test's own, and articles to put into it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.article import Article
from reader.library import Library

MakeArticle = Callable[..., Article]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library.sqlite"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with Library.open(path) as opened:
        yield opened


@pytest.fixture
def make() -> MakeArticle:
    """Articles about the harbour of an invented town; each number has a text of its own."""

    def article(number: int = 1, **fields: object) -> Article:
        text = f"The harbour of Port Velim stayed shut for {number} days.\nNobody said why."
        return Article(**{"id": f"file-{number}", "text": text, "headline": f"Harbour shut {number}"} | fields)

    return article
