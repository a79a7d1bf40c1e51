"""Measure quotations on folders of texts, a story a folder: what is listed of what is shared, and who is credited.

    .venv/bin/python tests/benchmarks/quotations.py FOLDER [--read COUNT] [--seed NUMBER]

Of runs of five words and more that stand between double quotation marks in two texts of a folder, how many the list of
the comparison holds together; of utterances of five words and more, how many have a speaker. Whether a credit is right
only a reader can say: `--read` prints so many of them, drawn at random, with what stands around them.
"""

import argparse
import random
import re
import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from reader.article import Article
from reader.compare import engine, quotations
from reader.compare.comparison import Comparison
from reader.compare.quotations import Quote
from reader.compare.witness import Witness
from reader.importing import read_file
from reader.text.spans import Span
from reader.text.tokens import Token, tokens

RUN = 5
AROUND = 260
_MARKED = re.compile(r"“[^”\n]{1,2500}(?:”|\n|$)|\"[^\"\n]{1,2500}(?:\"|\n|$)")
"""What stands between double marks, told without the code that is measured."""
Runs = list[tuple[Span, Span]]


def main() -> None:
    """Print both shares, and what is asked for to be read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--read", type=int, default=0, metavar="COUNT")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--missed", action="store_true", help="print what is shared and not listed")
    args = parser.parse_args()
    found = shared = groups = rows = three = 0
    spoken: list[tuple[Article, Quote]] = []
    for story in sorted({file.parent for file in args.folder.rglob("*.txt")}):
        articles = [read_file(file) for file in sorted(story.glob("*.txt"))]
        if len(articles) < 2:
            continue
        comparison = engine.compare(articles)
        groups += len(comparison.quotations)
        rows += sum(len(q.credits) for q in comparison.quotations)
        three += sum(len({c.excerpt.article for c in q.credits}) > 2 for q in comparison.quotations)
        for one, other in combinations(articles, 2):
            for left, right in shared_runs(one, other):
                shared += 1
                held = listed(comparison, one, left, other, right)
                found += held
                if args.missed and not held:
                    print(f"- {story.name} {one.id}/{other.id}: {left.of(one.text)}")
        spoken += [(a, q) for a in articles for q in quotations.find([Witness.of(a)]) if len(q.forms) >= RUN]
    credited = [(article, quote) for article, quote in spoken if quote.speaker]
    print(f"{rows} wordings in {groups} groups, {three} of them of three accounts and more")
    print(f"shared: {found} of {shared} in the list, {found / max(1, shared):.3f}")
    print(f"credited: {len(credited)} of {len(spoken)}, {len(credited) / max(1, len(spoken)):.3f}")
    chance = random.Random(args.seed)  # noqa: S311
    for number, (article, quote) in enumerate(chance.sample(credited, min(args.read, len(credited))), 1):
        print(f"\n{number}. [{quote.speaker}]  {article.path}\n{surroundings(article, quote)}")


def surroundings(article: Article, quote: Quote) -> str:
    """What stands around an utterance, the utterance itself between double brackets."""
    start, end = max(0, quote.span.start - AROUND), quote.span.end + AROUND
    before, after = article.text[start : quote.span.start], article.text[quote.span.end : end]
    return f"…{before}[[{quote.span.of(article.text)}]]{after}…"


def shared_runs(one: Article, other: Article) -> Iterator[tuple[Span, Span]]:
    """The longest runs of words between marks in both texts."""
    left, right = marked(one.text), marked(other.text)
    where: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    for m, words in enumerate(right):
        for n in range(len(words) - RUN + 1):
            where.setdefault(tuple(t.form for t in words[n : n + RUN]), []).append((m, n))
    for words in left:
        at = 0
        while at <= len(words) - RUN:
            places = where.get(tuple(t.form for t in words[at : at + RUN]), [])
            best = max((run_length(words, at, right[m], n) for m, n in places), default=0)
            if best:
                m, n = next((m, n) for m, n in places if run_length(words, at, right[m], n) == best)
                yield (
                    Span(words[at].span.start, words[at + best - 1].span.end),
                    Span(right[m][n].span.start, right[m][n + best - 1].span.end),
                )
            at += best or 1


def run_length(a: list[Token], i: int, b: list[Token], j: int) -> int:
    """How many words are the same from two places on."""
    count = 0
    while i + count < len(a) and j + count < len(b) and a[i + count].form == b[j + count].form:
        count += 1
    return count


def marked(text: str) -> list[list[Token]]:
    """The words of each stretch between double marks."""
    return [list(tokens(text, found.start(), found.end())) for found in _MARKED.finditer(text)]


def listed(comparison: Comparison, one: Article, left: Span, other: Article, right: Span) -> bool:
    """Whether one group of the list holds half of the run in both texts."""

    def holds(group: list[tuple[str, Span]], article: Article, run: Span) -> bool:
        return any(a == article.id and span.overlap(run) * 2 >= len(run) for a, span in group)

    told = ([(c.excerpt.article, c.excerpt.span) for c in q.credits] for q in comparison.quotations)
    return any(holds(group, one, left) and holds(group, other, right) for group in told)


if __name__ == "__main__":
    main()
