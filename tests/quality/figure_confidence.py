"""Learn how surely two figures are of one thing: `python -m tests.quality.figure_confidence BENCH [--write]`.

Reads labelled stories (those of this folder, and what BENCH holds besides: stories, csto gold, basil, pairs), fits two
small logistic models - likeness by features, confidence by likeness and circumstances - and prints how they hold on
stories left out in turn. With --write the weights go to data/figure_confidence.toml. The texts of BENCH stay there.
"""

import argparse
import importlib
import json
import random
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import numpy as np

from reader.article import Article
from reader.compare import names, passages, quotations
from reader.compare.figures import profiles
from reader.compare.figures.pairs import alignment, keys
from reader.compare.figures.pairs.evidence import Evidence
from reader.compare.figures.pairs.given import Given
from reader.compare.figures.pairs.judge import Pair, circumstances, of_values, refusals
from reader.compare.figures.pairs.profile import Profile
from reader.compare.meaning import EmbeddingScorer
from reader.compare.options import FigureOptions
from reader.compare.witness import Witness
from reader.vectors.lazy_encoder import Encoder
from reader.vectors.sources import VectorSource

HERE = Path(__file__).parent
WEIGHTS = HERE.parents[1] / "data" / "figure_confidence.toml"
FOLDS = 8
SHARE = {
    "stories": 0.15,
    "copy": 0.1,
    "echo": 0.3,
    "basil": 2.0,
    "pairs": 1.5,
    "twins": 1.0,
    "own": 2.0,
    "csto": 1.0,
    "invented": 0.5,
}
"""What a pair of each set counts: large sets of one kind of event must not drown the others."""
RIDGE = 1.0

Label = Callable[[Profile, Profile], int | None]
"""1 of one thing, 0 of two, None where nobody said."""


@dataclass(frozen=True)
class Story:
    """Accounts of one event, and who knows which of their figures belong together."""

    name: str
    texts: Mapping[str, str]
    label: Callable[[Sequence[Profile]], Label]
    published: Mapping[str, str]
    languages: Mapping[str, str] = field(default_factory=dict)
    """Of the texts that are not English."""

    @property
    def family(self) -> str:
        return self.name.split("/")[0]


@dataclass(frozen=True)
class Example:
    """A candidate pair with its label."""

    story: str
    features: Mapping[str, float]
    extra: Mapping[str, float]
    margin: float
    """Negative for what is neither of one key nor the best match of both."""
    refused: bool
    label: int

    @property
    def is_judged(self) -> bool:
        return self.margin >= 0 and not self.refused


# ---- what is labelled


def _meets(one: Profile, mention: Mapping[str, Any]) -> bool:
    article, span = one.claim.article, one.claim.figure.excerpt.span
    return bool(article == mention["article"] and span.start < mention["end"] and mention["start"] < span.end)


def _of_gold(gold: Mapping[str, Any], read_whole: bool = True) -> Callable[[Sequence[Profile]], Label]:
    def same(a: Profile, b: Profile, pair: Mapping[str, Any]) -> bool:
        return any(_meets(x, pair["a"]) and _meets(y, pair["b"]) for x, y in ((a, b), (b, a)))

    def label(a: Profile, b: Profile) -> int | None:
        if any(same(a, b, trap) for trap in gold["traps"]):
            return 0
        if any(same(a, b, pair) for pair in gold["ignore"]):
            return None
        if any(all(any(_meets(x, m) for m in g["mentions"]) for x in (a, b)) for g in gold["groups"]):
            return 1
        return 0 if read_whole and _would_clash(a, b) else None

    return lambda _profiles: label


def _would_clash(a: Profile, b: Profile) -> bool:
    return of_values(a.claim.figure, b.claim.figure).is_clash


def _mention(article: str, text: str, words: str) -> list[dict[str, Any]]:
    at = text.find(words)
    return [{"article": article, "start": at, "end": at + len(words)}] if at >= 0 else []


def own() -> Iterator[Story]:
    """The stories of this folder, and the short pairs of the tests."""
    for name in ("", "_blind", "_everyday", "_varied"):
        for story in tomllib.loads((HERE / f"figure_stories{name}.toml").read_text(encoding="utf-8"))["story"]:
            texts = {str(n): text.strip() for n, text in enumerate(story["articles"])}
            named = [
                [m for n, words in (told.split(" ", 1) for told in pair[:2]) for m in _mention(n, texts[n], words)]
                for pair in story["clash"] + story["together"]
            ]
            languages = {str(n): code for n, code in enumerate(story.get("languages", ()))}
            yield Story(f"own/{story['name']}", texts, _of_pairs(named), {}, languages)
    for n, (one, other, kind) in enumerate(_twins()):
        yield Story(f"twins/{n}", {"a": one, "b": other}, _all_are(kind), {})


def invented() -> Iterator[Story]:
    """The facts of figure_pairs.toml: any two wordings, alone and beside something else, and what is apart."""
    for n, fact in enumerate(tomllib.loads((HERE / "figure_pairs.toml").read_text(encoding="utf-8"))["fact"]):
        told, apart = ([_marked(text) for text in fact[key]] for key in ("told", "apart"))
        name = f"invented/{n}"
        for one, other in combinations(told, 2):
            yield _of_two(name, [one], [other], 1)
            yield _of_two(name, [one], [other, apart[0]], 1)
        for one in told:
            for other in apart:
                yield _of_two(name, [one], [other], 0)


Marked = tuple[str, int, int]
"""A sentence, and where the figure stands that is meant."""


def _marked(text: str) -> Marked:
    before, _, rest = text.partition("[")
    figure, _, after = rest.partition("]")
    return before + figure + after, len(before), len(before) + len(figure)


def _of_two(name: str, left: Sequence[Marked], right: Sequence[Marked], label: int) -> Story:
    """Two articles of some sentences, of which the first two are of one thing or not, and no other pair is."""
    texts = {name: " ".join(sentence for sentence, _start, _end in side) for name, side in (("a", left), ("b", right))}
    named = [{"article": name, "start": side[0][1], "end": side[0][2]} for name, side in (("a", left), ("b", right))]
    pair = [{"a": named[0], "b": named[1]}]
    gold = {"groups": [{"mentions": named}] if label else [], "traps": [] if label else pair, "ignore": []}
    return Story(name, texts, _of_gold(gold), {})


def _twins() -> Iterator[tuple[str, str, int]]:
    """The short pairs of the tests, 1 where they must clash: what a test takes as `one` and `other`."""
    for path in sorted((HERE.parent / "compare" / "figures").rglob("test_*.py")):
        module = importlib.import_module(".".join(path.relative_to(HERE.parents[1]).with_suffix("").parts))
        for name, test in sorted(vars(module).items()):
            for mark in getattr(test, "pytestmark", ()):
                if mark.name == "parametrize" and tuple(mark.args[0][:2]) == ("one", "other"):
                    apart = any(word in name for word in ("not", "no_alarm", "look_alikes"))
                    yield from ((case[0], case[1], int(not apart)) for case in mark.args[1])


def _of_pairs(named: Sequence[Sequence[Mapping[str, Any]]]) -> Callable[[Sequence[Profile]], Label]:
    """Of stories where only pairs are named: figures that equal a named one in its article are as good as named."""

    def label_of(found: Sequence[Profile]) -> Label:
        groups: list[set[tuple[object, ...]]] = []
        for mentions in named:
            mine = {_worth(one) for one in found for m in mentions if _meets(one, m)}
            mine = mine.union(*(group for group in groups if group & mine))
            groups = [group for group in groups if not group & mine] + [mine]

        def label(a: Profile, b: Profile) -> int | None:
            if any(_worth(a) in group and _worth(b) in group for group in groups):
                return 1
            return 0 if _would_clash(a, b) else None

        return label

    return label_of


def _worth(one: Profile) -> tuple[object, ...]:
    return one.claim.article, *alignment.measure(one), one.claim.figure.quantity.value


def _all_are(kind: int) -> Callable[[Sequence[Profile]], Label]:
    return lambda _profiles: lambda a, b: kind if _would_clash(a, b) else None


def _texts(folder: Path) -> dict[str, str]:
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}


def bench(folder: Path) -> Iterator[Story]:
    """What lies beside the project: labelled stories of others."""
    for story in sorted((folder / "stories").iterdir()):
        gold = json.loads((story / "figures.json").read_text(encoding="utf-8"))
        dates = {article["id"]: article.get("published") or "" for article in gold["articles"]}
        yield Story(f"stories/{story.name}", _texts(story / "articles"), _of_gold(gold), dates)
    gold = json.loads((folder.parent / "gold" / "csto-figures.json").read_text(encoding="utf-8"))
    yield Story("csto", _texts(folder.parent / "articles"), _of_gold(gold), {})
    labelled = json.loads((folder / "basil" / "figures.json").read_text(encoding="utf-8"))
    for n, triple in enumerate(sorted((folder / "basil" / "texts").iterdir())):
        texts = _texts(triple)
        if triple.name in labelled:
            yield Story(f"basil/{triple.name}", texts, _of_rows(labelled[triple.name]), {})
        yield Story(f"echo/{triple.name}", texts, _of_echoes, {})
        yield from _copies(f"copy/{triple.name}", texts, n)
    for case in json.loads((folder / "pairs" / "pairs.json").read_text(encoding="utf-8")):
        texts = {"a": case["a"], "b": case["b"]}
        named = [m for k in "ab" for m in _mention(k, texts[k], case[f"figure_{k}"])]
        apart = case["kind"] == "apart"
        pair = [{"a": named[0], "b": named[1]}] if apart else []
        gold = {"groups": [] if apart else [{"mentions": named}], "traps": pair, "ignore": []}
        yield Story(f"pairs/{case['id']}", texts, _of_gold(gold), {})


def _of_rows(labelled: Mapping[str, Any]) -> Callable[[Sequence[Profile]], Label]:
    groups = [row for row in labelled["rows"] if row["kind"] != "false_alarm"]
    alarms = [row for row in labelled["rows"] if row["kind"] == "false_alarm"]
    traps = [{"a": a, "b": b} for row in alarms for a, b in combinations(row["mentions"], 2)]
    return _of_gold({"groups": groups, "traps": traps, "ignore": []}, labelled["read_fully"])


def _of_echoes(found: Sequence[Profile]) -> Label:
    """Equal distinctive values, given once in each article, are of one thing; and then no other is of that thing."""
    by_value: dict[tuple[object, ...], list[Profile]] = defaultdict(list)
    for one in found:
        quantity = one.claim.figure.quantity
        low, high = quantity.value
        distinct = len(f"{low:g}".replace(".", "").strip("0")) > 1 or quantity.dimension != "count"
        if low == high and low >= 20 and distinct and quantity.dimension in ("count", "money", "percent", "length"):
            by_value[alignment.measure(one), quantity.unit, low].append(one)
    mates: dict[int, list[Profile]] = {}
    for group in by_value.values():
        articles = [one.claim.article for one in group]
        if 1 < len(articles) == len(set(articles)):
            mates |= {id(one): group for one in group}

    def label(a: Profile, b: Profile) -> int | None:
        ours, theirs = mates.get(id(a), []), mates.get(id(b), [])
        if b in ours:
            return 1
        taken = any(x.claim.article == b.claim.article for x in ours) or any(
            x.claim.article == a.claim.article for x in theirs
        )
        return 0 if taken and _would_clash(a, b) else None

    return label


def _copies(name: str, texts: Mapping[str, str], seed: int) -> Iterator[Story]:
    """An article beside its copy with one digit changed: what stands in the same place is of one thing."""
    chance = random.Random(seed)  # noqa: S311
    article = chance.choice(sorted(texts))
    text = texts[article]
    digits = [m.start() for m in re.finditer(r"\d", text)]
    if not digits:
        return
    at = chance.choice(digits)
    other = text[:at] + chance.choice([d for d in "123456789" if d != text[at]]) + text[at + 1 :]

    def label(a: Profile, b: Profile) -> int | None:
        x, y = a.claim.figure.excerpt.span, b.claim.figure.excerpt.span
        return 1 if x.start == y.start else 0 if _would_clash(a, b) else None

    yield Story(name, {"one": text, "two": other}, lambda _found: label, {})


# ---- examples


def examples(story: Story, source: VectorSource | None) -> list[Example]:
    """The candidate pairs of a story that somebody labelled; without a `source` nothing is known of meaning."""
    articles = [
        Article(name, text, published=story.published.get(name, ""), language=story.languages.get(name, "en"))
        for name, text in story.texts.items()
    ]
    witnesses = [Witness.of(article) for article in articles]
    evidence = Evidence(None if source is None else _meaning(witnesses, source))
    found = profiles(witnesses, FigureOptions())
    label = story.label(found)
    keyed = {
        frozenset((i, j))
        for group in keys.groups(enumerate(one.claim for one in found))
        for i, j, against in keys.pairs(group)
        if not against
    }
    given = Given(one.claim.figure for one in found)
    place = {id(one): n for n, one in enumerate(found)}
    told: dict[frozenset[int], tuple[Profile, Profile, Mapping[str, float], float]] = {}
    for i, j in map(sorted, keyed):
        told[frozenset((i, j))] = found[i], found[j], evidence.features(found[i], found[j]), 0.0
    for measure in alignment.by_measure(found).values():
        likely = alignment.likely(measure, evidence, given)
        mutual = {frozenset((place[id(c.a)], place[id(c.b)])): c for c in alignment.mutual(likely)}
        for _i, _j, _likeness, features_, a, b in likely:
            ends = frozenset((place[id(a)], place[id(b)]))
            best = mutual.get(ends)
            margin = best.margin if best is not None else -1.0
            told[ends] = (a, b, features_, margin)
    result = []
    for ends, (a, b, features_, margin) in told.items():
        known = label(a, b)
        if known is not None:
            pair = Pair(a, b, features_, 0.0, max(margin, 0.0), ends in keyed)
            refused = bool(refusals(pair, given, of_values(a.claim.figure, b.claim.figure)))
            result.append(Example(story.name, features_, circumstances(pair, given), margin, refused, known))
    return result


def _meaning(witnesses: Sequence[Witness], source: VectorSource) -> EmbeddingScorer:
    vectors = [
        source.vectors([s.of(w.article.text) for s in w.statements], w.article.language, lambda *_told: None)
        for w in witnesses
    ]
    variants = names.find(witnesses)
    scored = passages.score(witnesses, variants, quotations.find(witnesses, variants), vectors)
    return EmbeddingScorer.of(witnesses, vectors, scored)


# ---- fitting


def fit(matrix: np.ndarray, labels: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Logistic regression with a ridge, by Newton's method; the first column is the bias and goes free."""
    ridge = np.eye(matrix.shape[1]) * RIDGE
    ridge[0, 0] = 1e-3
    found = np.zeros(matrix.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-matrix @ found))
        curve = (matrix.T * (weights * chance * (1 - chance))) @ matrix + ridge
        step = np.linalg.solve(curve, matrix.T @ (weights * (labels - chance)) - ridge @ found)
        found += step
        if np.abs(step).max() < 1e-8:
            break
    return found


@dataclass(frozen=True)
class Table:
    """Examples as arrays: a row each; `first` are the features with a bias in front, `second` the circumstances."""

    names: tuple[str, ...]
    extras: tuple[str, ...]
    first: np.ndarray
    second: np.ndarray
    labels: np.ndarray
    counts: np.ndarray
    judged: np.ndarray
    folds: np.ndarray

    @classmethod
    def of(cls, found: Sequence[Example]) -> "Table":
        names, extras = sorted(found[0].features), sorted(found[0].extra)
        stories = sorted({e.story.split("/", 1)[-1] for e in found})  # a triple's copies and echoes go out with it
        random.Random(1).shuffle(stories)  # noqa: S311
        fold = {story: n % FOLDS for n, story in enumerate(stories)}
        return cls(
            tuple(names),
            ("likeness", "margin", "keyed likeness", *extras),
            np.array([[1.0, *(e.features[name] for name in names)] for e in found]),
            np.array([[1.0, 0.0, e.margin, 0.0, *(e.extra[name] for name in extras)] for e in found]),
            np.array([e.label for e in found], float),
            np.array([SHARE[e.story.split("/")[0]] for e in found]),
            np.array([e.is_judged for e in found]),
            np.array([fold[e.story.split("/", 1)[-1]] for e in found]),
        )

    def told(self, likeness: np.ndarray) -> np.ndarray:
        """The circumstances once likeness is known."""
        filled = self.second.copy()
        filled[:, 1] = likeness
        filled[:, 3] = likeness * filled[:, 4 + self.extras[3:].index("keyed")]
        return filled


def learn(table: Table, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The weights of both stages that fit these rows; the second by likeness that was learnt without its own story."""
    like = np.zeros(len(table.labels))
    for fold in range(FOLDS):
        out, kept = rows & (table.folds == fold), rows & (table.folds != fold)
        if out.any():
            like[out] = table.first[out] @ fit(table.first[kept], table.labels[kept], table.counts[kept])
    judged = rows & table.judged
    second = fit(table.told(like)[judged], table.labels[judged], table.counts[judged])
    return fit(table.first[rows], table.labels[rows], table.counts[rows]), second


def held_out(table: Table) -> np.ndarray:
    """The confidence of each example by weights learnt without its story; -1 for what never comes before the judge."""
    result = np.full(len(table.labels), -1.0)
    for fold in range(FOLDS):
        out = table.folds == fold
        first, second = learn(table, ~out)
        chance = 1 / (1 + np.exp(-table.told(table.first @ first) @ second))
        result[out & table.judged] = chance[out & table.judged]
    return result


def report(found: Sequence[Example], sure: np.ndarray) -> None:
    """How many pairs of one thing, and of two, lie in each band of confidence, by set."""
    edges = [0.0, 0.15, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 1.01]
    labels = np.array([e.label for e in found])
    sets = np.array([e.story.split("/")[0] for e in found])
    print("set       label " + " ".join(f"{low:>6.2f}" for low in edges[:-1]))
    for name in sorted(set(sets)):
        for label in (1, 0):
            counts = [
                int(((sets == name) & (labels == label) & (sure >= low) & (sure < high)).sum())
                for low, high in pairwise(edges)
            ]
            print(f"{name:10} {label:4} " + " ".join(f"{n:6}" for n in counts))


def named(table: Table, weights: tuple[np.ndarray, np.ndarray]) -> dict[str, dict[str, float]]:
    """The weights by the names of what they weigh."""
    return {
        "likeness": dict(zip(("bias", *table.names), map(float, weights[0]), strict=True)),
        "confidence": dict(zip(("bias", *table.extras), map(float, weights[1]), strict=True)),
    }


def write(weights: Mapping[str, Mapping[str, float]]) -> None:
    """The weights as a table to read."""
    lines = ["# Made by `python -m tests.quality.figure_confidence BENCH --write`: log-odds a unit of each feature."]
    for name, values in weights.items():
        lines += ["", f"[{name}]", *(f"{json.dumps(k)} = {v:.3f}" for k, v in values.items())]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> int:
    """Learn, report, and write where that is asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    stories, encoder = [*own(), *invented(), *bench(given.bench)], Encoder()
    # With and without the encoder: it must help and never be needed.
    found = [e for story in stories for e in examples(story, None)]
    found += [e for story in stories if story.family != "copy" for e in examples(story, encoder)]
    table = Table.of(found)
    report(found, held_out(table))
    weights = named(table, learn(table, np.ones(len(found), bool)))
    for name, values in weights.items():
        print(name, {k: round(v, 2) for k, v in values.items()})
    if given.write:
        write(weights)
    return 0


if __name__ == "__main__":
    sys.exit(main())
