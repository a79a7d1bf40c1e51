"""Searching the library: the index finds words, the library knows stories, tags, texts and what was sought before."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from reader import locales
from reader.article import Article
from reader.filters import KINDS, NOTHING, SearchFilters
from reader.i18n import _, ngettext
from reader.library import Library, Row
from reader.workspace import library_filters
from reader.workspace.indexer import Indexer
from reader.workspace.suggestions import suggestions
from reader.workspace.values import Facet, FoundArticle, SearchResults, SpellingVariant, Suggestion, Way

if TYPE_CHECKING:  # Whoosh costs a tenth of a second: the window is up before anybody searches
    from reader.search import Answer, Hit, Order
    from reader.search.query import Query
    from reader.search.values import Filters

_NEAR = 7  # days between two accounts of one event; a like text from another time is likelier another event
_FAR_WEIGHT = 0.6
_RERANKED = 3  # times as many articles are looked at as are wanted
_MARKED = 12  # words of an article that are marked in those like it
_WAYS = 2  # on from an empty answer
_READ = 3  # articles found that show whether a word is a name


class LibrarySearch:
    """Answers queries from one library and its index."""

    def __init__(self, library: Library, indexer: Indexer) -> None:
        self._library = library
        self._indexer = indexer

    def search(
        self,
        query: str,
        order: "Order",
        limit: int,
        narrowing: SearchFilters,
        facets: bool,
        offset: int = 0,
        seconds: float | None = None,
    ) -> SearchResults:
        """The articles that hold the words, best first, with snippets, after the first `offset` of them."""
        from reader.search.limits import limits, not_understood
        from reader.search.query import parse

        asked = parse(query)
        if not (asked.required or asked.excluded):
            shelved = self._shelved(asked, limit, narrowing, facets, offset)
            return replace(shelved, limits=limits(query), plain=not_understood(query))
        behind = self._indexer.catch_up_soon()
        wanted = library_filters.filters(self._library, narrowing, asked.labels)
        answer = self._indexer.index().search(
            query, limit=offset + limit, order=order, seconds=seconds, filters=wanted, facets=facets
        )
        return SearchResults(
            self._shown(answer.hits[offset:], query),
            answer.total,
            self._notice(answer.partial, behind),
            answer.corrected or "",
            self._facets(query, asked, narrowing, answer) if facets else (),
            query,
            answer.partial,
            behind,
            limits(query),
            not_understood(query),
            () if answer.total or answer.partial or behind else tuple(self._ways(query, narrowing))[:_WAYS],
            () if answer.partial or offset else tuple(self._spellings(asked, answer, wanted)),
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
            key=lambda hit: -likeness.overlap(weights, texts[hit.id]) * closeness(article, texts[hit.id]),
        )[:limit]
        words = " OR ".join(list(weights)[:_MARKED])
        return SearchResults(
            self._shown(ranked, words), len(ranked), self._notice(answer.partial, behind), words=words, behind=behind
        )

    def suggest(self, typed: str, limit: int) -> tuple[Suggestion, ...]:
        """How what is being typed into the search field may go on."""
        return suggestions(self._library, self._indexer, typed, limit)

    def _shelved(
        self, asked: "Query", limit: int, narrowing: SearchFilters, facets: bool, offset: int
    ) -> SearchResults:
        """Where there are no words the library answers, the newest first: it needs no index for that."""
        if not (asked.labels or asked.dated or narrowing):
            return SearchResults((), 0)
        where = library_filters.shelf(self._library, narrowing, asked)
        rows = self._library.rows_page(offset, limit, "published", where)
        told: list[Facet] = []
        for kind in KINDS if facets else ():
            told += self._named(kind, self._library.counts(kind, library_filters.without_kind(where, kind)))
        total = self._library.count(where)
        ways = () if total or not narrowing else tuple(self._ways(asked.text, narrowing))[:_WAYS]
        return SearchResults(self._shown(rows, ""), total, facets=tuple(told), ways=ways)

    def _shown(self, hits: "Iterable[Hit | Row]", query: str) -> tuple[FoundArticle, ...]:
        from reader.search import snippet

        wanted = list(hits)
        texts = {article.id: article for article in self._library.texts(hit.id for hit in wanted)}
        spellings = self._indexer.index().spellings(query) if wanted else ()
        found = []
        for hit in wanted:
            article = texts.get(hit.id)
            if article is not None:  # else removed since the index was written
                cut = snippet(article.text, query, language=article.language, spellings=spellings)
                found.append(
                    FoundArticle(hit.id, hit.headline, hit.outlet or article.source, hit.published, cut.text, cut.marks)
                )
        return tuple(found)

    def _facets(self, query: str, asked: "Query", narrowing: SearchFilters, answer: "Answer") -> tuple[Facet, ...]:
        """Of each kind what else could be chosen: counted as if nothing of that kind was."""
        told: list[Facet] = []
        for kind in KINDS:
            wider = answer
            if narrowing.of(kind):
                wanted = library_filters.filters(self._library, narrowing.without(kind), asked.labels)
                wider = self._indexer.index().search(query, limit=0, filters=wanted, facets=True)
            told += self._named(kind, self._counts(kind, wider))
        return tuple(told)

    def _counts(self, kind: str, answer: "Answer") -> Iterable[tuple[str, int]]:
        if kind != "story":
            return [(one.value, one.count) for one in answer.facets if one.kind == kind]
        of = self._library.stories.of_articles()
        counts = Counter(of[article_id] for article_id in answer.found if article_id in of)
        return [(str(story), count) for story, count in counts.most_common()]

    def _named(self, kind: str, counts: Iterable[tuple[str, int]]) -> Iterator[Facet]:
        names = {str(story.id): story.name for story in self._library.stories.all()} if kind == "story" else None
        for value, count in counts:
            if names is None:
                yield Facet(kind, value, value, count)
            elif value in names:
                yield Facet(kind, value, names[value], count)

    def _spellings(self, asked: "Query", answer: "Answer", wanted: "Filters") -> "Iterator[SpellingVariant]":
        """The names of a query as other articles spell them."""
        from reader.workspace.spellings import other_spellings

        texts = [article.text for article in self._library.texts(hit.id for hit in answer.hits[:_READ])]
        yield from other_spellings(asked, texts, self._indexer.index(), self._library, wanted)

    def _ways(self, query: str, narrowing: SearchFilters) -> Iterator[Way]:
        """What finds something where this found nothing: fewer filters, or a more general query."""
        from reader.search.broader_queries import wider

        if narrowing and (total := self._total(query, NOTHING)):
            yield Way(query, total, narrowed=False)
        for text in wider(query):
            if total := self._total(text, narrowing):
                yield Way(text, total, narrowed=True)

    def _total(self, query: str, narrowing: SearchFilters) -> int:
        """How many articles a query finds, none of which anybody is to see."""
        from reader.search.query import parse

        asked = parse(query)
        if not (asked.required or asked.excluded):
            where = library_filters.shelf(self._library, narrowing, asked)
            return self._library.count(where) if asked.labels or asked.dated or narrowing else 0
        wanted = library_filters.filters(self._library, narrowing, asked.labels)
        return self._indexer.index().search(query, limit=0, filters=wanted).total

    def _notice(self, partial: bool, behind: int) -> str:
        if behind:
            whole = self._library.count()
            words = (
                "{done} of {whole} articles are searched: {count} article is not yet in the index.",
                "{done} of {whole} articles are searched: {count} articles are not yet in the index.",
            )
            done = max(0, whole - behind)
            return ngettext(*words, behind).format(
                done=locales.count(done), whole=locales.count(whole), count=locales.count(behind)
            )
        if partial:
            return _("Partial results: the search took too long, so there may be more.")
        if self._indexer.unkept is not None:
            return _("The search index cannot be kept on the disk: it is made anew for each use of Parallax.")
        return ""


def closeness(one: Article, other: Article) -> float:
    days = [_day(article.published) for article in (one, other)]
    if days[0] is None or days[1] is None:
        return 1.0
    return 1.0 if abs((days[0] - days[1]).days) <= _NEAR else _FAR_WEIGHT


def _day(published: str) -> date | None:
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None
