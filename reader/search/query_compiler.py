"""A parsed query as Whoosh's query objects."""

from collections.abc import Iterable
from typing import Any

from reader.search import gate
from reader.search.analysis import code
from reader.search.lookup import Lookup
from reader.search.query import Query, QueryPiece
from reader.search.synonyms import Synonyms, WordCounts


class Compiler(Lookup):
    """Makes Whoosh queries."""

    def compile(self, query: Query, filtered: bool = False) -> Any | None:
        """What Whoosh shall look for; None where nothing is left to look for (all stop words, say).

        Where nothing at all is asked, everything is looked for if the answer is `filtered`.
        """
        groups = [self._any(group) for group in query.required]
        required = [group for group in groups if group is not None]
        excluded = [found for piece in query.excluded if (found := self._piece(piece)) is not None]
        if not required and (groups or not (excluded or query.dated or filtered)):
            return None
        wanted = _all(required) if required else gate.query.Every()
        return _Without(wanted, _any(excluded)) if excluded else wanted

    def any_of(self, forms: Iterable[str]) -> Any:
        """What has any of some forms in its text."""
        return _any([_term("body", form) for form in forms])

    def _any(self, group: Iterable[QueryPiece]) -> Any | None:
        found = [query for piece in group if (query := self._piece(piece)) is not None]
        return _any(found) if found else None

    def _piece(self, piece: QueryPiece) -> Any | None:
        if piece.field == "lang":
            return _term("lang", code(piece.text))
        if (synonyms := self.synonyms(piece)) is not None:
            return SynonymQuery(synonyms) if synonyms.forms else gate.query.NullQuery
        variants = [_run(piece, forms) for forms in self.words(piece)]
        return _any(variants) if variants else None


class _Without(gate.query.AndNot):  # type: ignore[misc]
    """What matches one query and not the other; Whoosh's own lets the first article pass unseen."""

    def matcher(self, searcher: Any, context: Any = None) -> Any:
        """As Whoosh's, with the other matcher."""
        wanted = self.a.matcher(searcher, context)
        return _WithoutMatcher(wanted, self.b.matcher(searcher, searcher.boolean_context()))


class _WithoutMatcher(gate.matching.AndNotMatcher):  # type: ignore[misc]
    def _find_first(self) -> None:
        # Whoosh's compares the two where they stand: an excluded word that occurs in an earlier article, too, stands
        # there, and is not led on to the first article that is wanted.
        if self.a.is_active():
            self._find_next()


class SynonymQuery(gate.query.Query):  # type: ignore[misc]
    """Any of the words of one field that one stands for: found and weighed before any article is looked at."""

    def __init__(self, synonyms: Synonyms) -> None:
        """Nothing is looked for yet."""
        self._synonyms = synonyms

    def counts(self, searcher: Any) -> WordCounts:
        """The articles of a segment that have any."""
        found: WordCounts = searcher.weighting.of_synonyms(searcher, self._synonyms)
        return found

    def matcher(self, searcher: Any, _context: Any = None) -> Any:
        """The same, one after the other, for a query of which this is a part."""
        pairs = sorted(self.counts(searcher).scores().items())
        rarity = searcher.weighting.rarity(searcher, self._synonyms) if pairs else 0.0
        return gate.matching.ListMatcher([number for number, _ in pairs], [score * rarity for _, score in pairs])

    def estimate_size(self, reader: Any) -> int:
        """How many articles have any, at most: Whoosh looks for the rarest part of a query first."""
        words = self._synonyms
        terms = (form.encode("utf-8", "surrogatepass") for form in words.forms)
        return min(int(reader.doc_count()), sum(int(reader.doc_frequency(words.field, term)) for term in terms))


def _run(piece: QueryPiece, forms: list[str]) -> Any:
    if len(forms) == 1:
        return _term(piece.field, forms[0])
    words = [form.encode("utf-8", "surrogatepass") for form in forms]
    return gate.query.Phrase(piece.field, words, slop=piece.slop)


def _term(field: str, form: str) -> Any:
    return gate.query.Term(field, form.encode("utf-8", "surrogatepass"))


def _any(queries: list[Any]) -> Any:
    return queries[0] if len(queries) == 1 else gate.query.Or(queries)


def _all(queries: list[Any]) -> Any:
    return queries[0] if len(queries) == 1 else gate.query.And(queries)
