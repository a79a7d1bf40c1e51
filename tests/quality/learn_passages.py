"""Learn the weights of passages from labelled stories: `python -m tests.quality.learn_passages FOLDER [--write]`.

FOLDER holds `articles` and `gold` (one story), `bench/stories`, `bench/basil` and `bench/translated`, which are no part
of the project; beside this, `passage_stories.toml` holds stories of our own, and `judged_passages.json` what was judged
here, as offsets alone. What is printed is of stories scored by weights that were learnt on the others, those of the
neighbourhood too; with --write the weights learnt on all of them are written to data/weights/passages.toml. Those of
words alone are not learnt, but kept.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import numpy as np

from reader.article import Article
from reader.compare import engine, names, quotations
from reader.compare.comparison import Comparison
from reader.compare.names import canonical
from reader.compare.passages import link_confidence, links
from reader.compare.passages.context import Place
from reader.compare.passages.link_confidence import KINDS, Features, Tree, Weights, logit
from reader.compare.witness import Witness
from reader.importing import read_file
from reader.paths import shipped
from reader.text.spans import Span
from reader.vectors.lazy_encoder import Encoder
from reader.vectors.sources import VectorSource
from tests.quality import passage_stories
from tests.quality.boosting import boosted
from tests.quality.passages import Labels, Pair, Score, claims, same

RIDGE, RIDGE_AROUND = 3.0, 1.0
"""How strongly weights are held back: few labels must not make large ones."""
NOTHING: Mapping[str, float] = {}
GIVEN = {"meaning": {"alone": -2.5, "stray": -3.0, "long": -0.3, "strange": -16.0, "opposed": -60.0}}
"""Weights that are not learnt: no labelled story is long enough to show what standing alone in a long text means,
all of them tell of one event, and few have two sentences that say the opposite."""
KEPT = frozenset(["words"])
"""Kinds of links whose weights were set by hand: few statements of the labelled stories have no vector."""
LEAST_SPREAD = 0.1
"""What a feature counts as its spread, at least: one that hardly ever stirs must not be given a huge weight."""
SURE = 90.0
_FIRST = 5
"""Articles of a story whose passages were judged here."""
Model = tuple[dict[str, Features], dict[str, Features], dict[str, list[Tree]]]
"""The weights of each kind of link, and of its neighbourhood, and the trees that mend them."""
MENDED = frozenset(["meaning"])
"""Kinds of links with labels enough for trees."""


@dataclass
class Story:
    """Articles of one event, and what people said of their passages; `group` is what is held out together."""

    name: str
    group: str
    articles: list[Article]
    labels: Labels | None = None
    judged: list[tuple[Pair, int]] = field(default_factory=list)
    lines: Mapping[str, Sequence[int]] = field(default_factory=dict)
    """Of articles translated line by line the numbers of their lines, the same for what says the same."""


@dataclass
class Links:
    """The links of a story: what is told of each, of which kind it is, and the labels' word where they have one."""

    story: Story
    found: links.Candidates
    told: dict[Place, Features]
    kind: dict[Place, str]
    truth: dict[Place, int]

    @classmethod
    def of(cls, story: Story, source: VectorSource) -> "Links":
        """All that the matcher looks at."""
        witnesses = [Witness.of(a) for a in sorted(story.articles, key=lambda a: (a.fingerprint, a.id))]
        variants = names.find(witnesses)
        vectors = [engine.vectors_of(w, source, lambda: None) for w in witnesses]
        found = links.read(witnesses, canonical(variants), quotations.find(witnesses, variants), vectors)
        told, kind, truth = {}, {}, {}
        for place, aligned in found.aligned.items():
            kind[place], told[place] = link_confidence.told(aligned)
            said = _truth(story, _pair(found, place))
            if said is not None:
                truth[place] = said
        return cls(story, found, told, kind, truth)


def _pair(found: links.Candidates, place: Place) -> Pair:
    a, _m, b, _n = place
    aligned, (one, two) = found.aligned[place], (found.readings[a], found.readings[b])
    return (
        (one.witness.article.id, one.span(*aligned.left)),
        (two.witness.article.id, two.span(*aligned.right)),
    )


def _truth(story: Story, pair: Pair) -> int | None:
    if story.labels is not None:
        return story.labels.truth(pair)
    if story.lines:
        rows = [_lines(story, next(a for a in story.articles if a.id == name), span) for name, span in pair]
        return int(bool(rows[0] & rows[1]))
    return next((said for judged, said in story.judged if same(pair, judged)), None)


def _lines(story: Story, article: Article, span: Span) -> set[int]:
    first = article.text.count("\n", 0, span.start)
    numbers = story.lines[article.id]
    return set(numbers[first : first + article.text.count("\n", span.start, span.end) + 1])


# Reading what is labelled


def stories(folder: Path) -> Iterator[Story]:
    """All that is labelled below the folder."""
    gold = json.loads((folder / "gold" / "csto-passages.json").read_text(encoding="utf-8"))
    yield _story("csto", folder / "articles", Labels.of(gold))
    for one in sorted((folder / "bench" / "stories").glob("*/passages.json")):
        gold = json.loads(one.read_text(encoding="utf-8"))
        yield _story(one.parent.name, one.parent / "articles", Labels.of(gold), gold["articles"])
    basil = folder / "bench" / "basil"
    labelled = json.loads((basil / "passages.json").read_text(encoding="utf-8"))
    for name in sorted(labelled):
        yield _story(name, basil / "texts" / name, Labels.of(labelled[name]))
    judged: dict[str, list[tuple[Pair, int]]] = {}
    for case in json.loads((basil / "judged.json").read_text(encoding="utf-8")):
        if case["judgement"] != "partly" and case["triple"] not in labelled:
            spans = [(s["article"], Span(s["start"], s["end"])) for s in case["spans"]]
            cases = [(pair, int(case["judgement"] == "right")) for pair in combinations(spans, 2)]
            judged.setdefault(case["triple"], []).extend(cases)
    for name in sorted(judged):
        yield Story(name, "judged", _articles(basil / "texts" / name), judged=judged[name])
    ours = json.loads((Path(__file__).parent / "judged_passages.json").read_text(encoding="utf-8"))
    for name in sorted({case["story"] for case in ours}):
        cases = [(_named(c["a"], c["b"]), int(c["right"])) for c in ours if c["story"] == name]
        texts = basil / "texts" / name
        where = texts if texts.is_dir() else folder / "bench" / "stories" / name / "articles"
        yield Story(name, "judged here", _articles(where)[:_FIRST], judged=cases)
    for told in passage_stories.labelled():
        yield Story(told.name, told.name, list(told.articles), told.labels)
    for one in sorted((folder / "bench" / "translated").glob("*.A.txt")):
        yield from _translated(one, one.with_name(one.name.replace(".A.", ".B.")))


def _translated(one: Path, two: Path) -> Iterator[Story]:
    """A text beside its translation; and both with some lines left out, as two accounts of one event tell it.

    Where every line has its counterpart, the nearest is always right, and that is what would be learnt.
    """
    lines = [file.read_text(encoding="utf-8").split("\n") for file in (one, two)]
    numbers = range(max(map(len, lines)))
    for tag, kept in (("", (numbers, numbers)), (" thinned", [[n for n in numbers if n % 3 != k] for k in (0, 1)])):
        with TemporaryDirectory() as folder:
            articles = []
            for file, text, rows in zip((one, two), lines, kept, strict=True):
                path = Path(folder) / file.name
                path.write_text("\n".join(text[n] for n in rows if n < len(text)), encoding="utf-8")
                articles.append(read_file(path))
        told = {article.id: tuple(rows) for article, rows in zip(articles, kept, strict=True)}
        yield Story(one.name + tag, one.name[:5], articles, lines=told)


def _named(a: tuple[str, int, int], b: tuple[str, int, int]) -> Pair:
    return (a[0], Span(*a[1:])), (b[0], Span(*b[1:]))


def _story(name: str, folder: Path, labels: Labels, only: Sequence[str] = ()) -> Story:
    return Story(name, name, [a for a in _articles(folder) if not only or a.id in only], labels)


def _articles(folder: Path) -> list[Article]:
    return [read_file(path) for path in sorted(folder.glob("*.txt"))]


# Learning


def learnt(
    told: Sequence[Features], truth: Sequence[int], ridge: float, given: Mapping[str, float] = NOTHING
) -> Features:
    """A logistic regression, its weights held back; features count in their own spread, those `given` as they are."""
    order = sorted(told[0].keys() - given.keys())
    offset = np.array([sum(weight * one[name] for name, weight in given.items()) for one in told])
    rows = np.array([[one[name] for name in order] for one in told])
    mean, spread = rows.mean(axis=0), rows.std(axis=0)
    spread = np.maximum(spread, LEAST_SPREAD)
    x = np.hstack([np.ones((len(rows), 1)), (rows - mean) / spread])
    y = np.array(truth, dtype=float)
    held = np.diag([1e-6, *[ridge] * len(order)])
    w = np.zeros(x.shape[1])
    for _step in range(50):
        p = 1 / (1 + np.exp(-np.clip(x @ w + offset, -30, 30)))
        slope = x.T @ (y - p) - held @ w
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + held, slope)
        w += step
        if np.abs(step).max() < 1e-8:
            break
    weights = w[1:] / spread
    constant = w[0] - float(weights @ mean)
    return {"constant": float(constant), **given} | {name: float(v) for name, v in zip(order, weights, strict=True)}


def first(samples: Iterable[Links]) -> dict[str, Features]:
    """The weights of what links tell themselves, by kind; the shipped ones of a kind of which no label speaks."""
    told: dict[str, list[Features]] = {}
    truth: dict[str, list[int]] = {}
    for one in samples:
        for place, said in one.truth.items():
            told.setdefault(one.kind[place], []).append(one.told[place])
            truth.setdefault(one.kind[place], []).append(said)
    return dict(link_confidence.weights().alone) | {kind: learnt(told[kind], truth[kind], RIDGE) for kind in told}


def evidence(one: Links, weights: dict[str, Features]) -> dict[Place, float]:
    """The log-odds of each link by itself."""
    return {place: logit(told, weights[one.kind[place]]) for place, told in one.told.items()}


def model(samples: Sequence[Links]) -> Model:
    """Both sets of weights: those of neighbourhoods learnt on evidence by weights that have not seen the story."""
    told: dict[str, list[Features]] = {}
    truth: dict[str, list[int]] = {}
    for group in sorted({s.story.group for s in samples}):
        unseen = first(s for s in samples if s.story.group != group)
        for one in (s for s in samples if s.story.group == group):
            around = one.found.around(evidence(one, unseen))
            for place, said in one.truth.items():
                told.setdefault(one.kind[place], []).append({**one.told[place], **around[place]})
                truth.setdefault(one.kind[place], []).append(said)
    whole = {kind: learnt(told[kind], truth[kind], RIDGE_AROUND, GIVEN.get(kind, NOTHING)) for kind in told}
    trees = {
        kind: boosted(
            told[kind],
            truth[kind],
            [logit(one, whole[kind]) for one in told[kind]],
            sorted(told[kind][0].keys() - GIVEN.get(kind, NOTHING).keys()),
        )
        for kind in MENDED & told.keys()
    }
    return first(samples), whole, trees


# What it reaches


def report(samples: Sequence[Links], source: VectorSource) -> None:
    """Every story scored by weights learnt on the others."""
    all_of: list[Score] = []
    sure: list[bool] = []
    for group in sorted({s.story.group for s in samples if s.story.labels}):
        weights = complete(model([s for s in samples if s.story.group != group]))
        for one in (s for s in samples if s.story.group == group):
            found = compared(one.story, source, weights)
            assert one.story.labels is not None
            all_of.append(one.story.labels.score(claims(found)))
            truths = [one.story.labels.truth(c) for c in claims(found, SURE)]
            sure += [bool(truth) for truth in truths if truth is not None]
            print(f"{one.story.name:24} {_shown(all_of[-1])}")
    whole = Score(*(sum(getattr(s, name) for s in all_of) for name in ("right", "wrong", "found", "wanted")))
    print(
        f"{'all':24} {_shown(whole)}; of {len(sure)} at {SURE:.0f} and more {sum(sure) / max(1, len(sure)):.3f} right"
    )


def compared(story: Story, source: VectorSource, weights: Weights) -> Comparison:
    """The comparison by given weights."""
    with patch.object(link_confidence, "weights", lambda: weights), patch.object(links, "weights", lambda: weights):
        return engine.compare(story.articles, source=source)


def _shown(score: Score) -> str:
    return f"precision {score.precision:.3f} recall {score.recall:.3f} F1 {score.f1:.3f}"


def complete(*models: Model) -> Weights:
    """The weights of all kinds; of one that is not learnt, or was not, the shipped ones."""
    alone, whole = dict(link_confidence.weights().alone), dict(link_confidence.weights().whole)
    mending: dict[str, Sequence[Tree]] = {}
    for first_weights, around, trees in models:
        alone |= {kind: found for kind, found in first_weights.items() if kind not in KEPT}
        whole |= {kind: found for kind, found in around.items() if kind not in KEPT}
        mending |= trees
    return Weights(alone, whole, mending)


def written(weights: Weights) -> str:
    """The weights as TOML."""
    lines = [
        "# What each feature of a link brings, in log-odds: alone, and whole with what stands around it. Learnt by\n",
        "# tests/quality/learn_passages.py; those of words alone were set by hand, and find more than learnt ones.\n",
    ]
    for name in ("alone", "whole"):
        for kind in KINDS:
            found = getattr(weights, name)[kind]
            lines += [f"\n[{name}.{kind}]\n", *(f"{key} = {value:.4f}\n" for key, value in found.items())]
    lines += ["\n[trees]\n", *(f"{kind} = [\n{_trees(found)}]\n" for kind, found in weights.trees.items())]
    return "".join(lines)


def _trees(found: Sequence[Tree]) -> str:
    return "".join(f"    {json.dumps(tree)},\n" for tree in found)


def main(argv: list[str]) -> int:
    """Learn, print what the held-out stories reach, and write where asked."""
    encoder = Encoder()
    samples = [Links.of(story, encoder) for story in stories(Path(argv[0]))]
    report(samples, encoder)
    if "--write" in argv:
        path = shipped("data") / "weights" / "passages.toml"
        path.write_text(written(complete(model(samples))), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
