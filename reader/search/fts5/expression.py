"""A parsed query as FTS5 understands it: every form quoted, no sign that a person typed ever part of its grammar."""

from collections.abc import Iterable

from reader.dataclass import dataclass
from reader.search.analysis import code
from reader.search.fts5 import segments
from reader.search.lookup import Lookup
from reader.search.query import Query, QueryPiece
from reader.search.synonyms import Synonyms


@dataclass(frozen=True, slots=True)
class NearExpression:
    """Forms that follow one another in this order, each at most `slop` places after the one before; in one column.

    FTS5's own NEAR knows no order, so what it finds is looked through once more.
    """

    forms: tuple[str, ...]
    slop: int
    column: str

    @property
    def expression(self) -> str:
        """What holds of every article that has them so, and of some more."""
        forms = " ".join(map(quoted, self.forms))
        return f"{_within(self.column)}NEAR({forms}, {self.slop * len(self.forms)})"


@dataclass(frozen=True, slots=True)
class QueryGroup:
    """Any of some alternatives: those that FTS5 can find by itself as one expression, and those it cannot."""

    expression: str
    near: tuple[NearExpression, ...] = ()

    @property
    def widest(self) -> str:
        """What holds of every article that has any of them."""
        return any_of([one for one in (self.expression, *(near.expression for near in self.near)) if one])


@dataclass(frozen=True, slots=True)
class SearchExpression:
    """Of each group an alternative must occur, of `excluded` none. With no groups at all every article is wanted.

    `leaves` are the expressions that count for the rank, and so do `synonyms`, of which each counts as one word.
    """

    groups: tuple[QueryGroup, ...]
    excluded: QueryGroup
    leaves: tuple[str, ...]
    synonyms: tuple[Synonyms, ...] = ()
    is_of_synonyms: bool = False
    """Whether nothing is wanted but any of the words that one stands for."""


class Compiler(Lookup):
    """Makes FTS5's expressions for an index with articles in some languages and a vocabulary to look words up in."""

    def compile(self, query: Query, filtered: bool = False) -> SearchExpression | None:
        """As the other engine's: None where nothing is left to look for."""
        groups = [self._group(group) for group in query.required]
        required = tuple(group for group in groups if group.widest)
        excluded = self._group(query.excluded)
        if not required and (groups or not (excluded.widest or query.dated or filtered)):
            return None
        pieces = [piece for group in query.required for piece in group]
        loose = dict.fromkeys(some for piece in pieces if (some := self.synonyms(piece)) is not None)
        weighed = [piece for piece in pieces if piece.field != "lang" and self.synonyms(piece) is None]
        leaves = dict.fromkeys(leaf for piece in weighed for leaf in self._leaves(piece))
        alone = len(pieces) == len(loose) == 1 and not excluded.widest
        return SearchExpression(required, excluded, tuple(leaves), tuple(loose), alone)

    def any_of(self, forms: Iterable[str]) -> SearchExpression:
        """What has any of some forms anywhere."""
        leaves = tuple(quoted(form) for form in forms)
        return SearchExpression((QueryGroup(any_of(leaves)),), QueryGroup(""), leaves)

    def _group(self, pieces: Iterable[QueryPiece]) -> QueryGroup:
        plain, near = list[str](), list[NearExpression]()
        for piece in pieces:
            if piece.slop > 1:
                variants = [tuple(forms) for forms in self.words(piece)]
                near += [NearExpression(forms, piece.slop, piece.field) for forms in variants if len(forms) > 1]
                plain += [_within(piece.field) + quoted(forms[0]) for forms in variants if len(forms) == 1]
            else:
                plain += self._leaves(piece)
        return QueryGroup(any_of(dict.fromkeys(plain)), tuple(near))

    def _leaves(self, piece: QueryPiece) -> list[str]:
        within = _within(piece.field)
        if piece.field == "lang":
            return [within + quoted(segments.language(code(piece.text)))]
        if (synonyms := self.synonyms(piece)) is not None:
            return [within + quoted(form) for form in synonyms.forms]
        return [within + quoted(" ".join(forms)) for forms in self.words(piece)]


def quoted(form: str) -> str:
    """A form, or forms between spaces, as a string of FTS5's grammar."""
    return '"' + form.replace('"', '""') + '"'


def any_of(expressions: Iterable[str]) -> str:
    """What holds where any of some expressions does; nothing of none."""
    found = [one for one in expressions if one]
    return found[0] if len(found) == 1 else f"({' OR '.join(found)})" if found else ""


def any_within(field: str, forms: Iterable[str]) -> str:
    """Any of some forms in one column."""
    return f"{field} : {any_of(map(quoted, forms))}"


def _within(field: str) -> str:
    return "" if field == "body" else f"{field} : "  # a word is looked for everywhere, others in one column
