"""The stories of passage_stories.toml with their labels: `python -m tests.quality.passage_stories` scores each.

With --unseen those of passage_stories_unseen.toml, which are never learnt from.
"""

import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

from reader.article import Article
from reader.compare import engine
from reader.compare.comparison import Comparison
from reader.importing import read_file
from reader.text.spans import Span
from reader.vectors.lazy_encoder import Encoder
from tests.quality.passages import Labels, Pair, Place, claims

FILE = Path(__file__).with_suffix(".toml")
UNSEEN = FILE.with_stem("passage_stories_unseen")


@dataclass(frozen=True, slots=True)
class LabelledStory:
    """Three accounts of one event, and the passages that they share."""

    name: str
    articles: tuple[Article, ...]
    labels: Labels


def labelled(file: Path = FILE) -> list[LabelledStory]:
    """Every story of a file."""
    return [_story(row) for row in tomllib.loads(file.read_text(encoding="utf-8"))["story"]]


def _story(row: dict[str, object]) -> LabelledStory:
    texts = [str(text) for text in _list(row["articles"])]
    with TemporaryDirectory() as folder:
        articles = [_article(Path(folder) / f"{n}.txt", text) for n, text in enumerate(texts)]
    must, may = (tuple(_pairs(_list(row[key]), articles)) for key in ("must", "may"))
    return LabelledStory(str(row["name"]), tuple(articles), Labels(must, may))


def _list(value: object) -> list[object]:
    assert isinstance(value, list)
    return value


def _article(path: Path, text: str) -> Article:
    path.write_text(text, encoding="utf-8")
    return read_file(path)


def _pairs(labels: Sequence[object], articles: Sequence[Article]) -> Iterator[Pair]:
    for spans in labels:
        places = [_place(articles[number], words) for number, words in _list(spans)]  # type: ignore[misc, has-type]
        yield from ((a, b) for a, b in combinations(places, 2) if a[0] != b[0])


def _place(article: Article, words: str) -> Place:
    assert article.text.count(words) == 1, f"stands {article.text.count(words)} times: {words!r}"
    start = article.text.index(words)
    return article.id, Span(start, start + len(words))


def main(argv: list[str]) -> int:
    """Print what each story reaches, what is missed and what is wrong."""
    source = Encoder()
    whole = [0, 0, 0, 0]
    for story in labelled(UNSEEN if "--unseen" in argv else FILE):
        found = engine.compare(list(story.articles), source=source)
        score = story.labels.score(claims(found))
        print(f"{story.name:24} {score.precision:.3f} {score.recall:.3f} F1 {score.f1:.3f}")
        _tell(story, found)
        whole = [n + getattr(score, k) for n, k in zip(whole, ("right", "wrong", "found", "wanted"), strict=True)]
    print(whole, f"precision {whole[0] / max(1, whole[0] + whole[1]):.3f} recall {whole[2] / max(1, whole[3]):.3f}")
    return 0


def _tell(story: LabelledStory, found: Comparison) -> None:
    texts = {article.id: article.text for article in story.articles}
    hits: set[int] = set()
    for passage in found.passages:
        for one, two in combinations(passage.excerpts, 2):
            hit = story.labels.hits(((one.article, one.span), (two.article, two.span)))
            hits |= hit or set()
            if hit is None:
                print(f"  WRONG {passage.score:.0f}")
                for side in (one, two):
                    print(f"     {side.article}: {texts[side.article][side.span.start : side.span.end]!r}")
    for number, label in enumerate(story.labels.must):
        if number not in hits:
            print("  MISSED")
            for name, span in label:
                print(f"     {name}: {texts[name][span.start : span.end]!r}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
