"""More like this: what words tell one article from the rest, and how much of that another one shares."""

import heapq
import math
from collections import Counter
from collections.abc import Callable, Mapping

from reader.article import Article
from reader.search.analysis import analyser
from reader.text.spans import gaps

_HEADLINE = 3  # times that a word of the headline counts
_LONGEST = 40_000  # characters of a text that are looked at


def telling(article: Article, articles: int, frequency: Callable[[str], int], count: int) -> dict[str, float]:
    """The `count` weightiest forms of an article, where `frequency` says in how many of all `articles` one stands."""
    weights = {}
    for form, times in _counted(article).items():
        in_others = frequency(form)
        if in_others and not form.isdigit():
            weights[form] = (1 + math.log(times)) * math.log(1 + articles / in_others)
    return dict(heapq.nlargest(count, weights.items(), key=lambda item: (item[1], item[0])))


def overlap(weights: Mapping[str, float], article: Article) -> float:
    """How much of what the weights tell an article shares: 0 to 1."""
    whole = sum(weight * weight for weight in weights.values())
    present = _counted(article)
    return sum(weight * weight for form, weight in weights.items() if form in present) / whole if whole else 0.0


def _counted(article: Article) -> Counter[str]:
    known = analyser(article.language)
    counts = Counter(known.forms(article.headline) * _HEADLINE)
    for span in gaps(article.boilerplate, min(len(article.text), _LONGEST)):
        counts.update(known.forms(span.of(article.text)))
    return counts
