"""How surely two claims are of one thing: a logistic model, its weights in data/figure_confidence.toml."""

from collections.abc import Mapping
from math import exp

from reader.lexicon import load


def _weights() -> dict[str, dict[str, float]]:
    return load("figure_confidence", folder="")


def likeness(features: Mapping[str, float]) -> float:
    """Log-odds that two claims are of one thing, by what stands around them."""
    return _sum("likeness", features)


def confidence(likeness: float, margin: float, extra: Mapping[str, float]) -> float:
    """0 to 1: how surely two claims are of one thing, their rivals and further circumstances considered."""
    return 1.0 / (1.0 + exp(-_sum("confidence", circumstances(likeness, margin, extra))))


def circumstances(likeness: float, margin: float, extra: Mapping[str, float]) -> dict[str, float]:
    """The features of the second stage."""
    return {"likeness": likeness, "margin": margin, "keyed likeness": likeness * extra["keyed"], **extra}


def _sum(name: str, features: Mapping[str, float]) -> float:
    table = _weights()[name]
    total = table["bias"]
    for key, value in features.items():
        if value:  # most are nought
            total += table.get(key, 0.0) * value
    return total
