"""Searching the library: the index finds words, the library knows stories, tags, texts and what was sought before."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from reader.article import Article
from reader.i18n import _, ngettext
from reader.library import Filter, Library
from reader.text.folding import folded
from reader.workspace.indexing import Indexer
from reader.workspace.values import Facet, FoundArticle, SearchResults, Suggestion

if TYPE_CHECKING:  # Whoosh costs a tenth of a second: the window is up before anybody searches
    from reader.search import Answer, Filters, Hit, Order
    from reader.search.query import Label

_NEAR = 7  # days between two accounts of one event; a like text from another time is likelier another event
_FAR_WEIGHT = 0.6
_RERANKED = 3  # times as many articles are looked at as are wanted


class Finder:
    """Answers queries from one library and its index."""

    def __init__(self, library: Library, indexer: Indexer) -> None:
        self._library = library
        self._indexer = indexer

    def search(self, query: str, order: "Order", limit: int, filters: "Filters | None", facets: bool) -> SearchResults:
        """The articles that hold the words, best first, with snippets."""
        from reader.search.query import parse

        behind = self._indexer.catch_up_soon()
        wanted = self._with_labels(filters, parse(query).labels)
        answer = self._indexer.index().search(query, limit=limit, order=order, filters=wanted, facets=facets)
        return SearchResults(
            self._shown(answer.hits, query),
            answer.total,
            _notice(answer.partial, behind),
            answer.corrected or "",
            self._facets(answer) if facets else (),
        )

    def like(self, article: Article, limit: int) -> SearchResults:
        """The articles most like one, or like a passage of one: by words that tell it from others, and by day."""
        from reader.search import likeness

        behind = self._indexer.catch_up_soon()
        index = self._indexer.index()
        answer = index.like(article, limit=limit * _RERANKED)
        weights = index.telling(article)
        texts = {one.id: one for one in self._library.texts(hit.id for hit in answer.hits)}
        ranked = sorted(
            (hit for hit in answer.hits if hit.id in texts),
            key=lambda hit: -likeness.overlap(weights, texts[hit.id]) * _closeness(article, texts[hit.id]),
        )[:limit]
        words = " OR ".join(list(weights)[:8])
        return SearchResults(self._shown(ranked, words), answer.total, _notice(answer.partial, behind))

    def suggest(self, typed: str, limit: int) -> tuple[Suggestion, ...]:
        """Saved searches, searches made before and words that go on as what has been typed begins."""
        start = folded(typed).strip()
        saved = [s.name for s in self._library.saved_searches() if start and folded(s.name).startswith(start)]
        before = [query for query in self._library.search_history(typed.lstrip(), limit) if query != typed.strip()]
        head, _space, last = typed.rpartition(" ")
        words = self._indexer.index().suggest(last, limit) if last else []
        whole = [f"{head} {word}".strip() for word in words if word != folded(last)]
        kinds = (("saved", saved), ("history", before), ("word", whole))
        found = {text: Suggestion(kind, text) for kind, texts in reversed(kinds) for text in texts}
        ordered = dict.fromkeys(text for _kind, texts in kinds for text in texts)
        return tuple(found[text] for text in ordered)[:limit]

    def _with_labels(self, filters: "Filters | None", labels: "Iterable[Label]") -> "Filters":
        from reader.search import Filters

        wanted = filters or Filters()
        for label in labels:
            ids = frozenset(self._labelled(label.field, label.text))
            if label.negative:
                wanted = replace(wanted, without=wanted.without | ids)
            else:
                wanted = replace(wanted, ids=ids if wanted.ids is None else wanted.ids & ids)
        return wanted

    def _labelled(self, field: str, text: str) -> Iterable[str]:
        """The ids of the articles with a tag, or in a story whose name has all of these words."""
        if field == "tag":
            return self._library.ids(Filter(tags=(text,)))
        words = folded(text).split()
        stories = [s.id for s in self._library.stories() if all(word in folded(s.name) for word in words)]
        return [article_id for story in stories for article_id in self._library.ids(Filter(story=story))]

    def _shown(self, hits: "Iterable[Hit]", query: str) -> tuple[FoundArticle, ...]:
        from reader.search import snippet

        wanted = list(hits)
        texts = {article.id: article for article in self._library.texts(hit.id for hit in wanted)}
        found = []
        for hit in wanted:
            article = texts.get(hit.id)
            if article is not None:  # else removed since the index was written
                cut = snippet(article.text, query, language=article.language)
                found.append(FoundArticle(hit.id, hit.headline, hit.outlet, hit.published, cut.text, cut.marks))
        return tuple(found)

    def _facets(self, answer: "Answer") -> tuple[Facet, ...]:
        facets = [Facet(one.kind, one.value, one.value, one.count) for one in answer.facets]
        names = {story.id: story.name for story in self._library.stories()}
        of = self._library.story_of()
        counts = Counter(of[article_id] for article_id in answer.found if article_id in of)
        facets += [Facet("story", str(story), names[story], n) for story, n in counts.most_common() if story in names]
        return tuple(facets)


def _closeness(one: Article, other: Article) -> float:
    days = [_day(article.published) for article in (one, other)]
    if days[0] is None or days[1] is None:
        return 1.0
    return 1.0 if abs((days[0] - days[1]).days) <= _NEAR else _FAR_WEIGHT


def _day(published: str) -> date | None:
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None


def _notice(partial: bool, behind: int) -> str:
    if behind:
        words = "{count} article is not yet in the index.", "{count} articles are not yet in the index."
        return ngettext(*words, behind).format(count=behind)
    return _("Partial results: the search took too long.") if partial else ""
