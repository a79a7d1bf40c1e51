"""Turns the quoted labels of the demo story into offsets: run it after a change to data/samples or demo-labels.toml."""

import json
import sys
import tomllib
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SAMPLES = HERE.parent.parent / "data" / "samples"


def span(article: str, words: str) -> dict[str, Any]:
    """Where the words stand, once, in the sample; of "had detained [[310]] people" only the marked ones count."""
    before, mark, rest = words.partition("[[")
    marked, _end, after = rest.partition("]]") if mark else (before, "", "")
    before = before if mark else ""
    text = (SAMPLES / f"{article}.txt").read_text(encoding="utf-8")
    whole = before + marked + after
    if text.count(whole) != 1:
        message = f"{article}: stands {text.count(whole)} times: {whole!r}"
        raise SystemExit(message)
    start = text.index(whole) + len(before)
    return {"article": article, "start": start, "end": start + len(marked), "text": marked}


def pairs(labels: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Every two spans of a label that lie in different articles."""
    for label in labels:
        for a, b in combinations([span(*words) for words in label["spans"]], 2):
            if a["article"] != b["article"]:
                yield {**({"kind": label["kind"]} if "kind" in label else {}), "a": a, "b": b}


def against(labels: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One mention beside each of the others."""
    for label in labels:
        for other in label["others"]:
            yield {"a": span(*label["one"]), "b": span(*other), "why": label["why"]}


def passages(labels: dict[str, Any]) -> dict[str, Any]:
    """The gold of passages, in the form of ../shared/gold/csto-passages.json."""
    must = list(pairs(labels["must"]))
    articles = sorted({side["article"] for pair in must for side in (pair["a"], pair["b"])})
    about = "Passages of the demo story; made by label.py."
    return {"about": about, "articles": articles, "must": must, "may": list(pairs(labels["may"]))}


def figures(labels: dict[str, Any]) -> dict[str, Any]:
    """The gold of figures, in the form of ../shared/gold/csto-figures.json."""
    groups = []
    for group in labels["groups"]:
        mentions = [span(*words) for words in group["mentions"]]
        judged = [{"a": mentions[a], "b": mentions[b], "verdict": verdict} for a, b, verdict in group["pairs"]]
        groups.append({"what": group["what"], "mentions": mentions, "pairs": judged})
    about = "Figures of the demo story; made by label.py."
    return {
        "about": about,
        "groups": groups,
        "traps": [*against(labels["traps"])],
        "ignore": [*against(labels["ignore"])],
    }


def gold() -> dict[str, str]:
    """The two files, by name."""
    labels = tomllib.loads((HERE / "demo-labels.toml").read_text(encoding="utf-8"))
    made = {"demo-passages.json": passages(labels), "demo-figures.json": figures(labels)}
    return {name: json.dumps(value, ensure_ascii=False, indent=1) + "\n" for name, value in made.items()}


def main() -> int:
    """Write both files beside this one."""
    for name, text in gold().items():
        (HERE / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
