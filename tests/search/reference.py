"""A small engine on SQLite's FTS5 behind the same seam as ours: what conformance asks can be met without Whoosh.

Analysis, parsing, vocabulary and putting queries right are the project's own; how words are kept, matched and ranked is
FTS5's. It is plain rather than quick.
"""

import json
import sqlite3
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from reader.article import Article
from reader.search import Answer, Facet, Filters, Hit, Put, Stats, likeness
from reader.search.analysis import analyser, code
from reader.search.answering import corrected_text
from reader.search.compiling import Compiler
from reader.search.facts import month
from reader.search.index import _batches
from reader.search.query import Kind, Piece, between, day_number, parse
from reader.search.schema import read
from reader.search.values import EVERYTHING, Entry
from reader.search.vocabulary import Vocabulary

_WHERE = {"body": "{body title standfirst author outlet}"}  # a word is looked for everywhere; others in one column
_NOTHING = (0, 0, 0)


class SqliteIndex:
    """As `SearchIndex`, for one thread of one process."""

    def __init__(self, folder: Path, library_id: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / f"{library_id.encode().hex()}.sqlite"
        self._words = Vocabulary(self._path.with_suffix(".words"))
        self._db = sqlite3.connect(self._path)
        self._db.execute(
            "CREATE VIRTUAL TABLE IF NOT EXISTS fts USING fts5(body, title, standfirst, author, outlet, lang)"
        )
        self._db.execute("CREATE TABLE IF NOT EXISTS article (id TEXT PRIMARY KEY, number INTEGER, shown TEXT)")
        self._db.execute("CREATE TABLE IF NOT EXISTS state (applied INTEGER, below INTEGER, present INTEGER)")
        self._db.commit()

    def __enter__(self) -> "SqliteIndex":
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        self._db.close()

    @property
    def applied(self) -> int:
        return self._state()[0]

    @property
    def below(self) -> int:
        return self._state()[1]

    @property
    def fresh(self) -> bool:
        return self.applied == 0

    @property
    def stats(self) -> Stats:
        (articles,) = self._db.execute("SELECT count(*) FROM article").fetchone()
        return Stats(articles, 0 if self.fresh else self._words.size(), self._path.stat().st_size, self.applied)

    # Writing

    def apply(self, changes: Iterable[Entry]) -> bool:
        for batch in _batches(change for change in changes if change.seq > self.applied):
            with self._db:
                self._take(batch)
        return True

    def fill(self, changes: Iterable[Entry], below: int) -> bool:
        if self.below != below or (self._state() != _NOTHING and not below):
            return False
        for batch in _batches(changes):
            with self._db:
                self._take(batch, min(change.seq for change in batch))
        if self._state() != _NOTHING:
            with self._db:
                self._db.execute("UPDATE state SET below = 0")
        return True

    def rebuild(self, changes: Iterable[Entry]) -> bool:
        with self._db:  # whoever ends it from within `changes` takes it all back
            self._clear()
            for batch in _batches(changes):
                self._take(batch)
        return True

    def destroy(self) -> None:
        with self._db:
            self._clear()

    def _clear(self) -> None:
        for emptying in ("DELETE FROM fts", "DELETE FROM article", "DELETE FROM state"):
            self._db.execute(emptying)

    def _take(self, batch: list[Entry], below: int = -1) -> None:
        applied, before, _present = self._state()
        counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for change in batch:
            self._drop(change.id)
            if isinstance(change, Put):
                counts[code(change.article.language)].update(self._put(change))
        if self._state() == _NOTHING:
            self._words._path.unlink(missing_ok=True)
        self._words._learn(counts)
        self._db.execute("DELETE FROM state")
        reached = max(applied, *(change.seq for change in batch))
        self._db.execute("INSERT INTO state VALUES (?, ?, 1)", (reached, before if below < 0 else below))

    def _put(self, put: Put) -> set[str]:
        article = put.article
        columns, words = read(put.id, article)
        forms = analyser(article.language).forms
        others = [forms(part) for part in (article.headline, article.standfirst, article.byline, article.outlet)]
        body = [form for run, _start, _weight in columns["body"].runs[: -len(others)] for form in run]
        values = [body, *others, [code(article.language)]]
        shown = {
            "headline": article.headline, "outlet": article.outlet, "published": article.published,
            "language": code(article.language), "day": day_number(article.published),
        }  # fmt: skip
        number = self._db.execute(
            "INSERT INTO fts (body, title, standfirst, author, outlet, lang) VALUES (?, ?, ?, ?, ?, ?)",
            [" ".join(map(_token, part)) for part in values],
        ).lastrowid
        self._db.execute("INSERT INTO article VALUES (?, ?, ?)", (_key(put.id), number, json.dumps(shown)))
        return words

    def _drop(self, article_id: str) -> None:
        self._db.execute(
            "DELETE FROM fts WHERE rowid IN (SELECT number FROM article WHERE id = ?)", (_key(article_id),)
        )
        self._db.execute("DELETE FROM article WHERE id = ?", (_key(article_id),))

    def _state(self) -> tuple[int, int, int]:
        found = self._db.execute("SELECT applied, below, present FROM state").fetchone()
        return found or _NOTHING

    # Reading

    def search(
        self,
        query: str,
        limit: int = 50,
        order: str = "relevance",
        seconds: float = 0.3,
        filters: Filters = EVERYTHING,
        facets: bool = False,
    ) -> Answer:
        parsed = parse(query)
        if (parsed.empty and filters == EVERYTHING) or self.fresh:
            return Answer()
        compiler = self._compiler()
        groups = [_any(compiler, group) for group in parsed.required]
        required = [group for group in groups if group]
        excluded = _any(compiler, parsed.excluded)
        answer = Answer()
        if required or (not groups and (excluded or parsed.dated or filters != EVERYTHING)):
            without = {row[0] for row in self._matching(excluded)} if excluded else set[int]()
            rows = self._matching(" AND ".join(f"({group})" for group in required))
            days = (parsed.since, parsed.until)
            answer = self._answer((row for row in rows if row[0] not in without), days, filters, limit, order, seconds)
        corrected = None if answer.partial else corrected_text(self, self._words, compiler, parsed)
        return replace(answer if facets else replace(answer, facets=(), found=()), corrected=corrected)

    def suggest(self, prefix: str, limit: int = 8) -> list[str]:
        return [] if self.fresh else self._words.beginning(prefix, limit)

    def like(self, article: Article, limit: int = 20, filters: Filters = EVERYTHING) -> Answer:
        weights = likeness.telling(article, self.stats.articles, self._frequency, 24)
        if not weights:
            return Answer()
        rows = self._matching(" OR ".join(f'{_WHERE["body"]} : "{_token(form)}"' for form in weights))
        others = replace(filters, without=filters.without | {article.id})
        return replace(self._answer(rows, (0, 99_999_999), others, limit, "relevance", 1.0), facets=(), found=())

    def holds(self, form: str) -> bool:
        """Whether some article has a word of this form; what putting queries right asks."""
        return self._frequency(form) > 0

    def _frequency(self, form: str) -> int:
        return len(self._matching(f'{_WHERE["body"]} : "{_token(form)}"'))

    def _compiler(self) -> Compiler:
        languages = {json.loads(row[0])["language"] for row in self._db.execute("SELECT shown FROM article")}
        return Compiler(sorted(languages), self._words.beginning, self._words.like)

    def _matching(self, expression: str) -> list[tuple[int, float]]:
        """Number and score of the articles that match; of all where there is no expression."""
        if not expression:
            return [(number, 0.0) for (number,) in self._db.execute("SELECT number FROM article")]
        ranked = "SELECT rowid, -bm25(fts, 1.0, 3.0, 1.0, 0.5, 0.5, 0.0) FROM fts WHERE fts MATCH ?"
        return self._db.execute(ranked, (expression,)).fetchall()

    def _answer(
        self,
        rows: Iterable[tuple[int, float]],
        days: tuple[int, int],
        filters: Filters,
        limit: int,
        order: str,
        seconds: float,
    ) -> Answer:
        until, partial = time.monotonic() + seconds, False
        found: list[tuple[tuple[float, ...], Hit, dict[str, Any]]] = []
        for number, score in rows:
            if partial := time.monotonic() > until:
                break
            key, shown = self._db.execute("SELECT id, shown FROM article WHERE number = ?", (number,)).fetchone()
            known, article_id = json.loads(shown), json.loads(key)
            if days[0] <= known["day"] <= days[1] and _passes(article_id, known, filters):
                hit = Hit(article_id, score, known["headline"], known["outlet"], known["published"])
                rank = (score, known["day"]) if order == "relevance" else (known["day"], score)
                found.append(((*rank, -number), hit, known))
        found.sort(key=lambda one: one[0], reverse=True)
        hits = tuple(hit for _rank, hit, _known in found[:limit])
        return Answer(hits, len(found), partial, None, tuple(_facets(found)), tuple(hit.id for _, hit, _ in found))


def _any(compiler: Compiler, pieces: Iterable[Piece]) -> str:
    return " OR ".join(f"({one})" for one in (_piece(compiler, piece) for piece in pieces) if one)


def _piece(compiler: Compiler, piece: Piece) -> str:
    where = _WHERE.get(piece.field, piece.field)
    if piece.field == "lang":
        return f'lang : "{_token(code(piece.text))}"'
    variants = compiler.words(piece)
    if piece.kind in (Kind.PREFIX, Kind.FUZZY):
        expand = compiler._beginning if piece.kind is Kind.PREFIX else compiler._like
        variants += [forms for word in expand(piece.text) for forms in compiler.words(Piece(Kind.WORD, word))]
    if piece.slop > 1:
        return " OR ".join(f"{where} : NEAR({_quoted(forms)}, {piece.slop})" for forms in variants)
    return " OR ".join(f'{where} : "{" ".join(map(_token, forms))}"' for forms in variants)


def _quoted(forms: list[str]) -> str:
    return " ".join(f'"{_token(form)}"' for form in forms)


def _token(form: str) -> str:
    """A form as one word to FTS5, whatever signs are in it."""
    return "x" + form.encode("utf-8", "surrogatepass").hex()


def _key(article_id: str) -> str:
    return json.dumps(article_id)


def _passes(article_id: str, known: dict[str, Any], filters: Filters) -> bool:
    if filters.since or filters.until:
        first, last = between(filters.since, filters.until)
        if not first <= known["day"] <= last:
            return False
    return (
        (not filters.outlets or known["outlet"] in filters.outlets)
        and (not filters.languages or known["language"] in filters.languages)
        and (filters.ids is None or article_id in filters.ids)
        and article_id not in filters.without
    )


def _facets(found: list[tuple[tuple[float, ...], Hit, dict[str, Any]]]) -> Iterator[Facet]:
    of = {"outlet": lambda known: known["outlet"], "language": lambda known: known["language"]}
    for kind, value in (of | {"month": lambda known: month(known["day"])}).items():
        for name, count in sorted(Counter(value(known) for _, _, known in found).items()):
            yield Facet(kind, name, count)
