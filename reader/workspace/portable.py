"""A story as one file that another library takes: articles whole, with tags, saved comparisons and what was decided.

JSON, `{"kind": "parallax story", "schema": 1, ...}`. Comparisons, decisions, the rows of figures that a reader put
together and what was marked by hand name articles by their place in the list. Where a file came from on somebody's disk
is left out.
"""

import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from reader import notices
from reader.article import Article, provenances
from reader.claims import Claim, Mention, Source
from reader.dataclass import dataclass
from reader.errors import ExportError, ImportFailure
from reader.i18n import _
from reader.library import (
    Annotation,
    AnnotationKind,
    Decision,
    DecisionKind,
    Filter,
    GroupingKind,
    Library,
    RowGrouping,
)
from reader.text.spans import Span

KIND, SCHEMA = "parallax story", 1
LARGEST = 500 * 1024 * 1024  # bytes of a file that is read
_OTHERS = ("id", "path", "boilerplate", "provenance", "notices")
_STRINGS = tuple(one.name for one in fields(Article) if one.name not in _OTHERS)


@dataclass(frozen=True, slots=True)
class ImportedStory:
    """A story read from a file: its articles, each with its tags, and what refers to them by their place."""

    name: str
    articles: tuple[tuple[Article, tuple[str, ...]], ...]
    comparisons: tuple[Mapping[str, Any], ...]
    decisions: tuple[Mapping[str, Any], ...]
    groupings: tuple[Mapping[str, Any], ...]
    annotations: tuple[Mapping[str, Any], ...] = ()


def write(library: Library, story: int, path: Path) -> int:
    """Write a story to a file, in one go; how many articles it has."""
    if path.is_dir():
        raise ExportError(_("{path} is a folder.").format(path=path), _("Choose the name of a file."))
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


def read(path: Path) -> ImportedStory:
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
    return ImportedStory(
        name if isinstance(name, str) else path.stem,
        articles,
        tuple(_referring(told.get("comparisons"), len(articles), lambda one: isinstance(one.get("name"), str))),
        tuple(_referring(told.get("decisions"), len(articles), lambda one: _decided(one, len(articles)))),
        tuple(_referring(told.get("groupings"), len(articles), lambda one: _grouped(one, len(articles)))),
        tuple(_referring(told.get("annotations"), len(articles), lambda one: _marked(one, len(articles)))),
    )


def keep(library: Library, brought: ImportedStory, ids: list[str]) -> None:
    """Put tags, comparisons and decisions of a story on its articles, which are in the library under `ids` now."""
    for article_id, (_article, tags) in zip(ids, brought.articles, strict=True):
        if wanted := [tag for tag in tags if tag.strip()]:
            library.labels.tag([article_id], *wanted)
    taken = {one.name for one in library.comparisons.all()}
    for one in brought.comparisons:
        if one["name"].strip() and one["name"] not in taken:
            library.comparisons.save(one["name"], _named(one, ids), _options(one), _string(one, "note"))
    articles = tuple(article for article, _tags in brought.articles)
    for one in brought.decisions:
        mentions = _mentions(one, articles)
        decision = Decision(
            one["subject"], DecisionKind(one["kind"]), _string(one, "reason"), _string(one, "note"),
            _string(one, "decided"), mentions, () if mentions else tuple(_named(one, ids)),
        )  # fmt: skip
        if mentions:
            kind = one["subject"].partition(":")[0]
            decision = replace(decision, subject=Claim(kind, mentions).subject)
        library.decisions.keep(decision)
    _regroup(library, brought.groupings, articles)
    for one in brought.annotations:
        mentions, kind = _mentions(one, articles), AnnotationKind(one["kind"])
        if mentions:
            claim = Claim(kind.value, mentions)
            library.annotations.keep(
                Annotation(claim.subject, kind, _string(one, "note"), _string(one, "made"), claim.mentions)
            )


def _regroup(library: Library, brought: Iterable[Mapping[str, Any]], articles: Sequence[Article]) -> None:
    """Keep how rows of figures were regrouped; figures that were regrouped here stay as they are."""
    known = {mention for group in library.groupings.all() for mention in group.mentions}
    made = []
    for one in brought:
        mentions = _mentions(one, articles)
        if mentions and known.isdisjoint(mentions):
            compared = (Source.of(articles[place]) for place in one["articles"])
            made.append(RowGrouping.of(mentions, compared, _string(one, "name")))
    if made:
        library.groupings.change((), made, GroupingKind.JOINED)


def _mentions(one: Mapping[str, Any], articles: Sequence[Article]) -> tuple[Mention, ...]:
    """What a decision or a row is about, as far as it lies in the texts."""
    spans = ((articles[place], start, end) for place, start, end in one.get("mentions", ()))
    return tuple(sorted(Mention.of(a, Span(start, end)) for a, start, end in spans if 0 <= start < end <= len(a.text)))


def _told(library: Library, story: int) -> dict[str, Any]:
    names = {one.id: one.name for one in library.stories.all()}
    rows = library.rows(where=Filter(story=story))[::-1]
    place = {row.id: number for number, row in enumerate(rows)}
    tags = {row.id: row.tags for row in rows}
    articles = [library.get(article_id) for article_id in place]
    by_text = {article.fingerprint: place[article.id] for article in articles}
    return {
        "kind": KIND,
        "schema": SCHEMA,
        "name": names.get(story, ""),
        "articles": [_described(article, tags[article.id]) for article in articles],
        "comparisons": [
            {"name": c.name, "articles": [place[i] for i in c.articles], "options": dict(c.options), "note": c.note}
            for c in library.comparisons.all()
            if place.keys() >= set(c.articles)
        ],
        "decisions": list(filter(None, (_decision(one, place, by_text) for one in library.decisions.all()))),
        "groupings": list(filter(None, (_grouping(one, by_text) for one in library.groupings.all()))),
        "annotations": list(filter(None, (_annotation(one, by_text) for one in library.annotations.all()))),
    }  # fmt: skip


def _decision(one: Decision, place: Mapping[str, int], by_text: Mapping[str, int]) -> dict[str, Any] | None:
    """A decision as far as it is about articles of the story; None where that is not enough to find it by again."""
    told = {
        "subject": one.subject,
        "kind": one.kind.value,
        "reason": one.reason,
        "note": one.note,
        "decided": one.decided,
    }
    if not one.mentions:
        compared = [place[i] for i in one.compared if i in place]
        return {"articles": compared, **told} if len(compared) == len(one.compared) else None
    mentions = _places(one.mentions, by_text)
    articles = sorted({number for number, _start, _end in mentions})
    if len(articles) < 2 and len(mentions) < len(one.mentions):
        return None
    return {"articles": articles, **told, "mentions": mentions}


def _grouping(one: RowGrouping, by_text: Mapping[str, int]) -> dict[str, Any] | None:
    mentions = _places(one.mentions, by_text)
    compared = {by_text[source.fingerprint] for source in one.compared if source.fingerprint in by_text}
    articles = sorted(compared | {number for number, _start, _end in mentions})
    return {"articles": articles, "mentions": mentions, "name": one.name} if mentions else None


def _annotation(one: Annotation, by_text: Mapping[str, int]) -> dict[str, Any] | None:
    """What the reader marked, as far as it lies in the story; a tie needs two of its articles there."""
    mentions = _places(one.mentions, by_text)
    articles = sorted({number for number, _start, _end in mentions})
    if len(articles) < (1 if one.kind is AnnotationKind.HIGHLIGHT else 2):
        return None
    return {"articles": articles, "kind": one.kind.value, "note": one.note, "made": one.made, "mentions": mentions}


def _places(mentions: Iterable[Mention], by_text: Mapping[str, int]) -> list[list[int]]:
    """Each as the place of its article in the list, its start and its end."""
    inside = (m for m in mentions if m.source.fingerprint in by_text)
    return sorted([by_text[m.source.fingerprint], m.start, m.end] for m in inside)


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


def _decided(one: Mapping[str, Any], count: int) -> bool:
    known = isinstance(one.get("subject"), str) and one.get("kind") in [kind.value for kind in DecisionKind]
    return known and ("mentions" not in one or _grouped(one, count))


def _marked(one: Mapping[str, Any], count: int) -> bool:
    return one.get("kind") in [kind.value for kind in AnnotationKind] and _grouped(one, count)


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
