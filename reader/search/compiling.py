"""A parsed query as Whoosh's query objects."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from reader.search import gate
from reader.search.analysis import analyser, code
from reader.search.query import Kind, Piece, Query

Expand = Callable[[str], Iterable[str]]


class Compiler:
    """Makes Whoosh queries for an index with articles in some languages and a vocabulary to look words up in."""

    def __init__(self, languages: Sequence[str], beginning: Expand, like: Expand) -> None:
        self._analysers = [analyser(language) for language in languages or ("en",)]
        self._beginning = beginning
        self._like = like

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
        return gate.query.AndNot(wanted, _any(excluded)) if excluded else wanted

    def words(self, piece: Piece) -> list[list[str]]:
        """The forms of a piece's words, once for each language in which they differ."""
        variants = (analyser.forms(piece.text) for analyser in self._analysers)
        return [list(forms) for forms in dict.fromkeys(tuple(forms) for forms in variants) if forms]

    def _any(self, group: Iterable[Piece]) -> Any | None:
        found = [query for piece in group if (query := self._piece(piece)) is not None]
        return _any(found) if found else None

    def _piece(self, piece: Piece) -> Any | None:
        if piece.field == "lang":
            return _term("lang", code(piece.text))
        if piece.kind is Kind.PREFIX:
            return self._expanded(piece, self._beginning(piece.text), nearest=1.0)
        if piece.kind is Kind.FUZZY:
            return self._expanded(piece, self._like(piece.text), nearest=0.5)
        variants = [_run(piece, forms) for forms in self.words(piece)]
        return _any(variants) if variants else None

    def _expanded(self, piece: Piece, words: Iterable[str], nearest: float) -> Any:
        """The word itself at full weight, or any of the words it stands for at the weight `nearest`."""
        exact = dict.fromkeys(form for analyser in self._analysers for form in analyser.of(piece.text))
        others = dict.fromkeys(form for word in words for analyser in self._analysers for form in analyser.of(word))
        terms = [_term(piece.field, form) for form in exact]
        terms += [_term(piece.field, form, nearest) for form in others if form not in exact]
        return _any(terms) if terms else gate.query.NullQuery


def any_of(forms: Iterable[str]) -> Any:
    """What has any of some forms in its text."""
    return _any([_term("body", form) for form in forms])


def _run(piece: Piece, forms: list[str]) -> Any:
    if len(forms) == 1:
        return _term(piece.field, forms[0])
    words = [form.encode("utf-8", "surrogatepass") for form in forms]
    return gate.query.Phrase(piece.field, words, slop=piece.slop)


def _term(field: str, form: str, boost: float = 1.0) -> Any:
    return gate.query.Term(field, form.encode("utf-8", "surrogatepass"), boost=boost)


def _any(queries: list[Any]) -> Any:
    return queries[0] if len(queries) == 1 else gate.query.Or(queries)


def _all(queries: list[Any]) -> Any:
    return queries[0] if len(queries) == 1 else gate.query.And(queries)
