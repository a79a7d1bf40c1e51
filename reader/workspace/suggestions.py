"""How what is being typed may go on: saved searches, searches made before, outlets, stories, words of the articles."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from reader.library import Library
from reader.text.folding import folded
from reader.workspace.indexer import Indexer
from reader.workspace.values import Suggestion

_LEAST = 2
"""Letters from which names of outlets and stories are looked through: one letter begins too many."""
_BEFORE = 3
"""Searches made before that are shown among others."""
_LAST = re.compile(r'(?P<minus>-?)(?:(?P<field>[A-Za-z]+):)?"?(?P<word>[^\s"]*)$')


def suggestions(library: Library, indexer: Indexer, typed: str, limit: int) -> tuple[Suggestion, ...]:
    """At most `limit`, each once; where nothing is typed, what was saved and sought last."""
    most = _BEFORE if typed.strip() else limit
    found = [*islice(_saved(library, typed), limit // 2), *_before(library, typed, most)]
    if typed.strip():
        found += [*_named(library, typed), *_words(indexer, typed, limit)]
    mine = {one.text: one for one in reversed(found) if one.filters or one.text != typed.strip()}
    return tuple(one for one in found if mine.get(one.text) is one)[:limit]


def _saved(library: Library, typed: str) -> Iterator[Suggestion]:
    start = folded(typed).strip()
    for one in library.searches.all():
        if not start or any(folded(one.name)[at:].startswith(start) for at in _starts(folded(one.name))):
            yield Suggestion("saved", one.name)


def _before(library: Library, typed: str, limit: int) -> Iterator[Suggestion]:
    for one in library.searches.recent(typed.lstrip(), limit + 1):
        if one.filters or one.query != typed.strip():
            yield Suggestion("history", one.query, one.filters)


def _named(library: Library, typed: str) -> Iterator[Suggestion]:
    """Outlets and stories a word of whose name begins as what is typed last."""
    last = _LAST.search(typed)
    if last is None or len(last["word"]) < _LEAST:
        return
    head, start = typed[: last.start()] + last["minus"], folded(last["word"])
    field = (last["field"] or "").lower()
    kinds: tuple[tuple[str, Iterable[str]], ...] = (
        ("outlet", (name for name, _count in library.counts("outlet"))),
        ("story", (story.name for story in library.stories.all())),
    )
    for kind, names in kinds:
        if field in ("", kind):
            fitting = [name for name in names if any(folded(name)[at:].startswith(start) for at in _starts(name))]
            for name in fitting[:_BEFORE]:
                yield Suggestion(kind, f'{head}{kind}:"{name.replace(chr(34), " ")}"')


def _words(indexer: Indexer, typed: str, limit: int) -> Iterator[Suggestion]:
    head, _space, last = typed.rpartition(" ")
    minus = "-" if last.startswith("-") else ""
    for word in indexer.index().suggest(last.removeprefix("-"), limit) if last.removeprefix("-") else ():
        if word != folded(last):
            yield Suggestion("word", f"{head} {minus}{word}".strip())


def _starts(name: str) -> Iterator[int]:
    """Where words begin."""
    return (found.start() for found in re.finditer(r"\w+", name))
