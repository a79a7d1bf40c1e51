"""Which story new articles seem to belong to: telling words in common, days not far apart, names that both have."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from reader.article import Article
from reader.dataclass import dataclass
from reader.lexicon import load
from reader.library import Library
from reader.text.folding import folded
from reader.text.spans import gaps
from reader.workspace.indexer import Indexer
from reader.workspace.search import closeness

MOST = 20
"""New articles that are looked at: who imports a whole archive sorts it by other means."""
_LOOKED_AT = 60  # like articles
_ENOUGH = 0.4  # share of telling words and half the share of names: in the demo story 0.46 and more
_NAMES = 3  # that both must have
_FEW_NAMES = 8  # of a short article no share is taken of fewer: two of two would be all
_CLEARER = 1.2  # times as good as the next story: between two likely ones nobody is advised
_LONGEST = 20_000
_NAME = re.compile(r"(?<=[a-zà-öø-ÿ,] )[A-ZÀ-ÖØ-Þ][\w’'-]{2,}")  # a capital after a small word begins no sentence


@dataclass(frozen=True, slots=True)
class StoryMatch:
    """Articles in no story that look like those of one; `share` says how much, 0 to 1."""

    story: int
    name: str
    articles: tuple[str, ...]
    share: float


def matches(library: Library, indexer: Indexer, ids: Iterable[str]) -> tuple[StoryMatch, ...]:
    """The stories that some articles may belong to, the surest first; nothing is changed."""
    names = {story.id: story.name for story in library.stories.all() if story.count}
    loose = [row.id for row in library.rows_of(ids) if row.story is None and not row.gone][:MOST]
    if not names or not loose:
        return ()
    indexer.catch_up_soon()
    found: dict[int, list[tuple[str, float]]] = defaultdict(list)
    for article in library.texts(loose):
        best = _best(_likeness(library, indexer, article))
        if best is not None and best[0] in names:
            found[best[0]].append((article.id, best[1]))
    told = [
        StoryMatch(story, names[story], tuple(i for i, _share in some), max(share for _i, share in some))
        for story, some in found.items()
    ]
    return tuple(sorted(told, key=lambda match: -match.share))


def _likeness(library: Library, indexer: Indexer, article: Article) -> dict[int, float]:
    """How like an article each story is: as its two likest articles are, or its only one."""
    from reader.search import likeness

    index = indexer.index()
    weights, here = index.telling(article), _names(article)
    hits = [hit.id for hit in index.like(article, limit=_LOOKED_AT).hits]
    story_of = {row.id: row.story for row in library.rows_of(hits) if row.story is not None and not row.gone}
    shares: dict[int, list[float]] = defaultdict(list)
    for other in library.texts(story_of):
        there = _names(other)
        common = len(here & there)
        if common >= _NAMES:
            named = common / max(_FEW_NAMES, min(len(here), len(there)))
            share = (likeness.overlap(weights, other) + named / 2) * closeness(article, other)
            shares[story_of[other.id] or 0].append(min(1, share))
    return {story: sum(sorted(some)[-2:]) / len(some[:2]) for story, some in shares.items()}


def _best(shares: Mapping[int, float]) -> tuple[int, float] | None:
    """The one story that is like enough, and clearly more so than any other."""
    ranked = sorted(shares.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] < _ENOUGH:
        return None
    return ranked[0] if len(ranked) == 1 or ranked[0][1] >= _CLEARER * ranked[1][1] else None


def _names(article: Article) -> set[str]:
    """The words that are written with a capital where no sentence begins."""
    found = {
        folded(name[0])
        for span in gaps(article.boilerplate, min(len(article.text), _LONGEST))
        for name in _NAME.finditer(span.of(article.text))
    }
    table = load("mastheads")
    return found.difference(table["months"], table["dates"]["weekdays"])
