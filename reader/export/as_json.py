"""A comparison, and the figures of a text, as plain JSON objects: the contract that other programs read."""

import json
import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from reader import wording
from reader.article import Article
from reader.compare import finding_ids
from reader.compare.comparison import (
    Bounds,
    Comparison,
    Coverage,
    Excerpt,
    Explanation,
    Figure,
    FigureOmission,
    LedgerRow,
    OwnMark,
    Passage,
    Quotation,
)
from reader.compare.quotation_groups import altered_words
from reader.export.choices import EVERYTHING, Choices, DecisionLike, ImportProvenance
from reader.export.document import RenderedDocument
from reader.progress import Progress
from reader.text.spans import Span

SCHEMA = 2
READ = (1, 2)
"""The schemas that can be read again: what the first had, the second has too."""
T = TypeVar("T")


def document(comparison: Comparison, _progress: Progress, choices: Choices = EVERYTHING) -> RenderedDocument:
    """The comparison as the bytes of a file, without the articles' texts."""
    return RenderedDocument(render(comparison, choices=choices).encode("utf-8", "backslashreplace"))


def render(comparison: Comparison, with_text: bool = False, choices: Choices = EVERYTHING) -> str:
    """The comparison as indented JSON."""
    whole = comparison_object(comparison, with_text, choices)
    return json.dumps(whole, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def comparison_object(comparison: Comparison, with_text: bool = False, choices: Choices = EVERYTHING) -> dict[str, Any]:
    """Everything found, under `schema` 2; `with_text` adds each article's text.

    A finding that the reader decided on has a `decision`, an article whose coming is known an `imported`. A decision on
    a finding that has changed since names in `came` and `left` the articles that make the difference. What the reader
    marked by hand is under `own_marks`; passages and figures that are ties of his say `own`.
    """
    decided = _Decisions(comparison, choices.decisions)
    return {
        "schema": SCHEMA,
        "articles": [_article(a, with_text, choices.provenance.get(a.id)) for a in comparison.articles],
        "passages": [{**_passage(comparison, p), **decided.on(finding_ids.of_passage, p)} for p in comparison.passages],
        "figures": [{**_row(comparison, row), **decided.on(finding_ids.of_row, row)} for row in comparison.ledger],
        "figures_unread": [
            {"article": article, "language": comparison.article(article).language}
            for article in comparison.figures_unread
        ],
        "figures_omitted": [{"article": one.excerpt.article, **_omission(one)} for one in comparison.figures_omitted],
        "quotations": [
            {**_quotation(comparison, q), **decided.on(finding_ids.of_quotation, q)} for q in comparison.quotations
        ],
        "names": [
            {"spellings": [{"form": s.form, "articles": list(s.articles)} for s in n.spellings]}
            for n in comparison.names
        ],
        "origins": [
            {
                "articles": list(o.articles),
                "agency": o.agency,
                "agencies": list(o.agencies),
                "alike": list(o.alike),
                "evidence": [_span(comparison, e) for e in o.evidence],
            }
            for o in comparison.origins
        ],
        "coverage": {c.article: _coverage(comparison, c) for c in comparison.coverage},
        "own_marks": [_own(comparison, mark) for mark in comparison.own_marks],
    }


class _Decisions:
    """What was decided, put beside what it was decided on."""

    def __init__(self, comparison: Comparison, decisions: Mapping[str, DecisionLike]) -> None:
        self._comparison, self._decisions = comparison, decisions

    def on(self, name: Callable[[Comparison, T], str], finding: T) -> dict[str, Any]:
        """The decision on a finding under its key, or nothing."""
        found = self._decisions.get(name(self._comparison, finding)) if self._decisions else None
        if found is None:
            return {}
        known: dict[str, Any] = {
            "kind": str(found.kind), "reason": found.reason, "note": found.note, "decided": found.decided
        }  # fmt: skip
        changed = {key: list(names) for key, names in (("came", found.came), ("left", found.left)) if names}
        return {"decision": known | changed}


def figures_object(
    article: Article,
    found: Sequence[Figure],
    omitted: Sequence[FigureOmission] = (),
    with_text: bool = False,
    *,
    unread: bool = False,
) -> dict[str, Any]:
    """Every figure of one text as a mention with its own scope, and what is not read; `unread`: its language is not."""
    figures = [{**_mention(article.text, figure), "scope": figure.scope.label} for figure in found]
    told: dict[str, Any] = {"figures": figures}
    if unread:
        told["figures_unread"] = article.language
    if omitted:
        told["figures_omitted"] = [_omission(one) for one in omitted]
    return {**told, "text": article.text} if with_text else told


def _omission(one: FigureOmission) -> dict[str, Any]:
    """What is not read for figures: where it stands, why, and how many numbers it holds."""
    span = one.excerpt.span
    return {"start": span.start, "end": span.end, "reason": one.reason.value, "numbers": one.numbers}


def explanation_object(articles: Sequence[Article], one: Explanation) -> dict[str, Any]:
    """Two figures of different texts and why they are compared or not; `verdict` is null where they are not."""
    texts = {article.id: article.text for article in articles}
    return {
        "left": _mention(texts[one.left.excerpt.article], one.left),
        "right": _mention(texts[one.right.excerpt.article], one.right),
        "verdict": one.verdict.value if one.verdict is not None else None,
        "confidence": round(one.confidence, 2),
        "doubts": [doubt.value for doubt in one.doubts],
    }


def _article(article: Article, with_text: bool, came: ImportProvenance | None) -> dict[str, Any]:
    known: dict[str, Any] = {
        "id": article.id,
        "path": article.path,
        "headline": article.headline,
        "outlet": article.outlet,
        "byline": article.byline,
        "published": article.published,
        "language": article.language,
        "length": len(article.text),
        "boilerplate": [_offsets(s) for s in article.boilerplate],
    }
    if came is not None:
        known |= {"imported": came.imported, "url": article.url or came.url}
    return {**known, "text": article.text} if with_text else known


def _passage(comparison: Comparison, passage: Passage) -> dict[str, Any]:
    return {
        "relation": passage.relation.value,
        "score": _score(passage.score),
        "spans": [_span(comparison, excerpt) for excerpt in passage.excerpts],
        **({"own": True} if passage.own else {}),
    }


def _own(comparison: Comparison, mark: OwnMark) -> dict[str, Any]:
    """What the reader marked by hand; of a tie also the place among the passages or figures, where it has one."""
    return {
        "kind": mark.kind.value,
        "note": mark.note,
        "made": mark.made,
        "spans": [_span(comparison, excerpt) for excerpt in mark.excerpts],
    }


def _quotation(comparison: Comparison, quotation: Quotation) -> dict[str, Any]:
    """What each article has between quotation marks: a span a stretch, and the wordings that the stretches make."""
    spans: list[dict[str, Any]] = []
    wordings: list[dict[str, Any]] = []
    for credit, apart in zip(quotation.credits, altered_words(comparison, quotation), strict=True):
        known = {
            "speaker": credit.speaker,
            "speaker_span": _maybe(credit.speaker_span),
            "credit": _maybe(credit.credit),
        }
        numbers = range(len(spans), len(spans) + len(credit.spans))
        spans += [
            {
                **_span(comparison, Excerpt(credit.excerpt.article, span)),
                **known,
                "differs": [_offsets(s) for s in apart if span.contains(s)],
            }
            for span in credit.spans
        ]
        wordings.append(
            {"article": credit.excerpt.article, "text": comparison.utterance(credit), "spans": list(numbers)}
        )
    told = [_span(comparison, excerpt) for excerpt in quotation.told]
    return {"score": _score(quotation.score), "spans": spans, "wordings": wordings, "told": told}


def _row(comparison: Comparison, row: LedgerRow) -> dict[str, Any]:
    found = {
        "scope": row.scope,
        "verdict": row.verdict.value,
        "confidence": round(row.confidence, 2),
        "doubts": [doubt.value for doubt in row.doubts],
        "mentions": [_mention(comparison.article(m.excerpt.article).text, m) for m in row.mentions],
        "pairs": [
            {
                "a": j.left,
                "b": j.right,
                "verdict": j.verdict.value,
                "confidence": round(j.confidence, 2),
                "doubts": [doubt.value for doubt in j.doubts],
                "why": wording.judgement(comparison, row, j),
                "update": j.update,
                "one_origin": j.one_origin,
            }
            for j in row.judgements
        ],
    }
    if row.own:
        return {**found, "own": True}
    return {**found, "regrouped": True, **({"came": list(row.came)} if row.came else {})} if row.regrouped else found


def _mention(text: str, figure: Figure) -> dict[str, Any]:
    quantity = figure.quantity
    return {
        "article": figure.excerpt.article,
        "start": figure.excerpt.span.start,
        "end": figure.excerpt.span.end,
        "text": figure.excerpt.span.of(text),
        "value": [_number(n) for n in quantity.value],
        "strict": _bounds(quantity.strict),
        "usual": _bounds(quantity.usual),
        "unit": quantity.unit or ("year" if quantity.dimension == "year" else ""),
        "dimension": quantity.dimension,
        "modifier": quantity.modifier.value,
        "sentence": _offsets(figure.sentence),
        "said_by": figure.said_by.of(text) if figure.said_by is not None else None,
        "as_of": figure.as_of.of(text) if figure.as_of is not None else None,
    }


def _coverage(comparison: Comparison, coverage: Coverage) -> dict[str, Any]:
    text = comparison.article(coverage.article).text
    return {
        "shared": round(coverage.shared, 4),
        "only_here": [{"start": s.start, "end": s.end, "text": s.of(text)} for s in coverage.only_here],
        "missing": list(coverage.missing),
    }


def _span(comparison: Comparison, excerpt: Excerpt) -> dict[str, Any]:
    start, end = _offsets(excerpt.span)
    return {"article": excerpt.article, "start": start, "end": end, "text": comparison.text(excerpt)}


def _offsets(span: Span) -> list[int]:
    return [span.start, span.end]


def _maybe(span: Span | None) -> list[int] | None:
    return None if span is None else _offsets(span)


def _bounds(bounds: Bounds) -> list[int | float | None]:
    return [_number(bounds.low), _number(bounds.high)]


def _number(value: float | None) -> int | float | None:
    """JSON has no infinity: what has no end is null; whole numbers go without a point."""
    if value is None or not math.isfinite(value):
        return None
    return int(value) if value == int(value) else value


def _score(value: float) -> float:
    return round(value, 1)
