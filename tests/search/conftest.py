"""An index in a folder of the test's own, and a few articles about an invented town to put into it."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from reader.article import Article
from reader.search import Put, SearchIndex
from reader.search.schema import columns_of
from reader.search.values import WHOOSH
from reader.search.words import WordCounter
from reader.text.spans import Span

TEXTS = {
    "strike": "Dockers in Port Velim walked out on Monday. The strike closed three of the four piers, the union said.",
    "storm": "A storm tore the roof off the old market. Mayor Tomáš Kořínek called it the worst night in forty years.",
    "talks": "Talks between the dockers and the harbour board broke off. Mayor Korinek said both sides were tired.",
    "ferry": "The ferry to Ostra runs again. About 5,800 people had waited on the piers; 1.5 tonnes of mail was flown.",
    "budget": "The council passed its budget. Subscribe to our newsletter for dockers and other news.",
}
KNOWN = {
    "strike": {"outlet": "Velim Post", "published": "2031-03-03"},
    "storm": {"outlet": "Velim Post", "published": "2031-02-11"},
    "talks": {"outlet": "Ostra Courier", "published": "2031-03-05T09:00:00+01:00"},
    "ferry": {"outlet": "Ostra Courier", "published": "2031-03"},
    "budget": {"outlet": "Post"},
}


@pytest.fixture(scope="session")
def articles() -> Mapping[str, Article]:
    plea = TEXTS["budget"].index("Subscribe")
    found = {
        name: Article(name, text, headline=f"The {name}", byline="By Ana Moor", **KNOWN[name])
        for name, text in TEXTS.items()
    }
    found["budget"] = replace(found["budget"], byline="", boilerplate=(Span(plea, len(TEXTS["budget"])),))
    return found


def columns(article_id: str, article: Article) -> dict[str, object]:
    """What Whoosh is given of an article."""
    return columns_of(article_id, article, WordCounter().read(article))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "index"


@pytest.fixture
def engine() -> str:
    """The engine that makes indexes; a suite that holds for both has it as a parameter."""
    return WHOOSH


@pytest.fixture
def open_again(folder: Path, engine: str) -> Iterator[Callable[..., SearchIndex]]:
    """Opens an index in the folder, as another window would; the test need not close it."""
    with ExitStack() as opened:
        yield lambda library="library": opened.enter_context(SearchIndex.open(folder, library, engine=engine))


@pytest.fixture
def index(open_again: Callable[..., SearchIndex], articles: Mapping[str, Article]) -> SearchIndex:
    opened = open_again()
    assert opened.apply(Put(number, name, article) for number, (name, article) in enumerate(articles.items(), 1))
    return opened
