"""A story as one file that another library takes: articles whole, with tags, saved comparisons and what was decided.

JSON, `{"kind": "parallax story", "schema": 1, ...}`. Comparisons, decisions and the rows of figures that a reader put
together name articles by their place in the list. Where a file came from on somebody's disk is left out.
"""

import json
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from reader import notices
from reader.article import Article, provenances
from reader.errors import ExportError, ImportFailure
from reader.i18n import _
from reader.library import DecisionKind, Filter, Grouping, Library, Regrouped
from reader.text.spans import Span

KIND, SCHEMA = "parallax story", 1
LARGEST = 500 * 1024 * 1024  # bytes of a file that is read
_OTHERS = ("id", "path", "boilerplate", "provenance", "notices")
_STRINGS = tuple(one.name for one in fields(Article) if one.name not in _OTHERS)


@dataclass(frozen=True, slots=True)
class Brought:
    """A story read from a file: its articles, each with its tags, and what refers to them by their place."""

    name: str
    articles: tuple[tuple[Article, tuple[str, ...]], ...]
    comparisons: tuple[Mapping[str, Any], ...]
    decisions: tuple[Mapping[str, Any], ...]
    groupings: tuple[Mapping[str, Any], ...]


def write(library: Library, story: int, path: Path) -> int:
    """Write a story to a file, in one go; how many articles it has."""
    told = _told(library, story)
    half = path.with_name(f".{path.name}.{os.getpid()}.half")
    try:
        half.write_text(json.dumps(told, indent=1), encoding="ascii")
        half.replace(path)
    except OSError as error:
        raise ExportError(
            _("The story cannot be written to {path}: {reason}.").format(path=path, reason=error.strerror or error),
            _("Choose another place."),
        ) from error
    finally:
        half.unlink(missing_ok=True)
    return len(told["articles"])


def read(path: Path) -> Brought:
    """The story in a file; nothing of it is taken for granted."""
    try:
        if path.stat().st_size > LARGEST:
            raise ImportFailure(_("{name} is too large.").format(name=path.name))
        told = json.loads(path.read_bytes())
    except OSError as error:
        reason = error.strerror or error
        raise ImportFailure(_("{path} cannot be read: {reason}.").format(path=path, reason=reason)) from error
    except (ValueError, RecursionError):
        raise _stranger(path) from None
    if not isinstance(told, dict) or told.get("kind") != KIND or not isinstance(told.get("schema"), int):
        raise _stranger(path)
    if told["schema"] > SCHEMA:
        raise ImportFailure(
            _("{name} was made by a newer version of Parallax.").format(name=path.name),
            _("Update Parallax to read it."),
        )
    articles = tuple(_article(one) for one in _dicts(told.get("articles")))
    if not articles or any(not article.text for article, _tags in articles):
        raise _stranger(path)
    name = told.get("name")
    return Brought(
        name if isinstance(name, str) else path.stem,
        articles,
        tuple(_referring(told.get("comparisons"), len(articles), lambda one: isinstance(one.get("name"), str))),
        tuple(_referring(told.get("decisions"), len(articles), _decided)),
        tuple(_referring(told.get("groupings"), len(articles), lambda one: _grouped(one, len(articles)))),
    )


def keep(library: Library, brought: Brought, ids: list[str]) -> None:
    """Put tags, comparisons and decisions of a story on its articles, which are in the library under `ids` now."""
    for article_id, (_article, tags) in zip(ids, brought.articles, strict=True):
        if wanted := [tag for tag in tags if tag.strip()]:
            library.tag([article_id], *wanted)
    taken = {one.name for one in library.comparisons()}
    for one in brought.comparisons:
        if one["name"].strip() and one["name"] not in taken:
            library.save_comparison(one["name"], _named(one, ids), _options(one), _string(one, "note"))
    for one in brought.decisions:
        named = _named(one, ids)
        if one["subject"] not in {known.subject for known in library.decisions(named)}:
            library.decide(named, one["subject"], one["kind"], _string(one, "reason"), _string(one, "note"))
    _regroup(library, brought.groupings, ids)


def _regroup(library: Library, brought: Iterable[Mapping[str, Any]], ids: list[str]) -> None:
    """Keep how rows of figures were regrouped; a comparison whose rows were regrouped here stays as it is."""
    groups: dict[tuple[str, ...], list[Grouping]] = {}
    for one in brought:
        named = frozenset((ids[place], start, end) for place, start, end in one["mentions"])
        groups.setdefault(tuple(_named(one, ids)), []).append(named)
    for compared, wanted in groups.items():
        if not library.groupings(compared):
            library.set_groupings(compared, wanted, Regrouped.JOINED)


def _told(library: Library, story: int) -> dict[str, Any]:
    names = {one.id: one.name for one in library.stories()}
    rows = library.rows(where=Filter(story=story))[::-1]
    place = {row.id: number for number, row in enumerate(rows)}
    tags = {row.id: row.tags for row in rows}
    return {
        "kind": KIND,
        "schema": SCHEMA,
        "name": names.get(story, ""),
        "articles": [_described(article, tags[article.id]) for article in library.texts(place)],
        "comparisons": [
            {"name": c.name, "articles": [place[i] for i in c.articles], "options": dict(c.options), "note": c.note}
            for c in library.comparisons()
            if place.keys() >= set(c.articles)
        ],
        "decisions": [
            {
                "articles": [place[i] for i in ids], "subject": d.subject, "kind": d.kind.value,
                "reason": d.reason, "note": d.note,
            }
            for ids, d in library.decisions_among(place)
        ],
        "groupings": [
            {"articles": [place[i] for i in ids], "mentions": sorted([place[i], *ends] for i, *ends in group)}
            for ids, group in library.groupings_among(place)
        ],
    }  # fmt: skip


def _described(article: Article, tags: Iterable[str]) -> dict[str, Any]:
    known = {name: getattr(article, name) for name in _STRINGS}
    boilerplate = [[span.start, span.end] for span in article.boilerplate]
    return {
        **known, "boilerplate": boilerplate, "provenance": dict(article.provenance), "tags": list(tags),
        "notices": notices.as_json(article.notices),
    }  # fmt: skip


def _article(told: Mapping[str, Any]) -> tuple[Article, tuple[str, ...]]:
    known = {name: told[name] for name in _STRINGS if isinstance(told.get(name), str)}
    text = known.setdefault("text", "")
    tags = tuple(tag for tag in _list(told.get("tags")) if isinstance(tag, str))
    boilerplate = tuple(_spans(told.get("boilerplate"), len(text)))
    said = notices.from_json(told.get("notices"))
    came = provenances(told.get("provenance"))
    return Article(id="", boilerplate=boilerplate, provenance=came, notices=said, **known), tags


def _spans(told: object, length: int) -> Iterable[Span]:
    """Those of the spans that lie in the text, one behind the other."""
    at = 0
    for pair in _list(told):
        if isinstance(pair, list) and len(pair) == 2 and all(type(end) is int for end in pair):  # a bool is none
            start, end = pair
            if at <= start < end <= length:
                yield Span(start, end)
                at = end


def _referring(told: object, count: int, good: Callable[[Mapping[str, Any]], bool]) -> Iterable[Mapping[str, Any]]:
    for one in _dicts(told):
        places = _list(one.get("articles"))
        if places and all(type(place) is int and 0 <= place < count for place in places) and good(one):
            yield one


def _decided(one: Mapping[str, Any]) -> bool:
    return isinstance(one.get("subject"), str) and one.get("kind") in [kind.value for kind in DecisionKind]


def _grouped(one: Mapping[str, Any], count: int) -> bool:
    """Whether every mention is a place in the list, a start and an end."""
    mentions = _list(one.get("mentions"))
    whole = all(isinstance(m, list) and len(m) == 3 and all(type(n) is int for n in m) for m in mentions)
    return bool(mentions) and whole and all(0 <= place < count for place, _start, _end in mentions)


def _named(one: Mapping[str, Any], ids: list[str]) -> list[str]:
    return [ids[place] for place in one["articles"]]


def _options(one: Mapping[str, Any]) -> Mapping[str, object]:
    options = one.get("options")
    return options if isinstance(options, dict) else {}


def _string(one: Mapping[str, Any], name: str) -> str:
    value = one.get(name)
    return value if isinstance(value, str) else ""


def _dicts(told: object) -> list[dict[str, Any]]:
    return [one for one in _list(told) if isinstance(one, dict)]


def _list(told: object) -> list[Any]:
    return told if isinstance(told, list) else []


def _stranger(path: Path) -> ImportFailure:
    return ImportFailure(
        _("{name} is not a story that Parallax exported.").format(name=path.name), _("Choose another file.")
    )
