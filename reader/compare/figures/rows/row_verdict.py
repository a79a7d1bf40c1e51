"""The verdict of a row, by the verdicts on its pairs; and what of the articles weakens those, whoever paired them."""

from collections.abc import Iterable, Sequence

from reader.compare.comparison import Figure, Judgement, LedgerRow, Origin, Verdict


def shared_origins(origins: Sequence[Origin]) -> dict[str, int]:
    """A number for each article that shares its origin with another, the same for those of one origin."""
    return {article: n for n, origin in enumerate(origins) for article in origin.articles if len(origin.articles) > 1}


def one_origin(origin_of: dict[str, int], left: Figure, right: Figure) -> bool:
    """Whether both stand in copy of one origin."""
    return origin_of.get(left.excerpt.article, -1) == origin_of.get(right.excerpt.article, -2)


def update(left: Figure, right: Figure, published: tuple[str, str]) -> bool:
    """Whether the later article has the higher running count."""
    if not (left.scope.running and all(published)) or published[0] == published[1]:
        return False
    early, late = (left, right) if published[0] < published[1] else (right, left)
    return late.quantity.value[1] > early.quantity.value[1]


def worst(judged: Iterable[Judgement]) -> Verdict:
    """The verdict of a row with these judgements; figures that nothing stands against can hold."""
    return max((one.verdict for one in judged), key=lambda v: v.severity, default=Verdict.CONSISTENT)


def worst_first(found: Iterable[LedgerRow]) -> tuple[LedgerRow, ...]:
    """Rows in the order of a ledger."""
    return tuple(
        sorted(
            found,
            key=lambda r: (
                -r.verdict.severity,
                -len({m.excerpt.article for m in r.mentions}),
                r.scope,
                r.mentions[0].excerpt,
            ),
        )
    )
