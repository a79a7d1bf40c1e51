"""10,000 odd queries on 10,000 articles: `python -m tests.benchmarks.fuzzing [queries] [articles]`.

None may raise and none take over half a second. Times are of the processor.
"""

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from reader.search import Filters, Put, SearchIndex, snippet
from tests.benchmarks.texts import article, articles, tongue

_OPERATORS = [
    *(
        '"',
        "'",
        "“",
        "”",
        "*",
        "~",
        "~2",
        '"~3',
        "-",
        "- ",
        "--",
        "+",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "^",
        "?",
        ".*",
        "\\",
    ),
    *(
        "\\b",
        "(?i)",
        "(a+)+$",
        "[^a]",
        "$",
        "|",
        "&&",
        "||",
        " OR ",
        " AND ",
        " NOT ",
        " OR OR ",
        "NOT NOT ",
        ":",
        "::",
    ),
    *(
        "title:",
        "author:",
        "outlet:",
        "lang:",
        "story:",
        "tag:",
        "date:",
        "before:",
        "after:",
        "body:",
        "id:",
        "date:..",
        "..",
    ),
    *(
        "date:2016",
        "date:2016-99-99",
        "date:9999-12..0000",
        "after:2015-01",
        "before:٢٠١٦",
        "lang:ru",
        "a*",
        "e*",
        "*a",
        "s~",
    ),
]
_SIGNS = [
    *("\0", "\x1b[31m", "\r\n", "\t", "\x85", "\u200b", "\u200f", "\u202e", "\u2066", "\ufeff", "\ud800", "\udfff"),
    *("\U0010ffff", "e\u0301\u0301\u0301", "ﬁ", "ẞ", "İ", "ı", "ǅ", "½", "²", "a\u0308", "\u0301", "ΑΣ", "Ω"),
    *("١٢٣", "א", "مرحبا", "שלום", "ـــ", "港口罢工", "สวัสดี", "한국어", "हड़ताल"),
    *("\U0001f469\u200d\U0001f467", "\U0001f1f0\U0001f1ff"),
]


def queries(count: int, made: int, seed: int = 11) -> Iterator[str]:
    """Odd queries: words that are there, operators, signs of all scripts, nothing in its place; some are huge."""
    chance = random.Random(seed)  # noqa: S311
    words: list[str] = []
    for number in range(count):
        if number % 50 == 0:
            words = article(chance.randrange(made)).text.split()
        length = chance.choice((1, 1, 2, 3, 3, 5, 8, 13, 40, 400))
        yield "".join(_part(chance, words) for _ in range(length)) * chance.choice((1,) * 30 + (2, 50))


def _part(chance: random.Random, words: list[str]) -> str:
    kind = chance.random()
    if kind < 0.4:
        return chance.choice(words) + chance.choice((" ", " ", " ", "", "*", "~", '"'))
    if kind < 0.7:
        return chance.choice(_OPERATORS)
    if kind < 0.8:
        return chance.choice(_SIGNS)
    if kind < 0.9:
        common = tongue(chance.choice(("en", "de", "fr", "es", "ru")))
        return chance.choice((*common.function[:9], *common.words[:9])) + " "
    if kind < 0.97:
        return "".join(
            chr(chance.choice((chance.randrange(128), chance.randrange(0x500), chance.randrange(0x110000))))
            for _ in range(4)
        )
    return chance.choice(("a", "_", "'a", '"', "*", "9", " ", "-", "港", "\u0301", "a ")) * chance.choice(
        (33, 1_000, 20_000)
    )


def main(count: int, made: int) -> None:
    """Ask them all; print the slowest."""
    with tempfile.TemporaryDirectory() as folder, SearchIndex.open(Path(folder), "fuzz") as index:
        index.rebuild(Put(number, one.id, one) for number, one in enumerate(articles(made), 1))
        index.search("warm")
        text, chance = article(0).text, random.Random(5)  # noqa: S311
        taken, partial = [], 0
        for number, query in enumerate(queries(count, made)):
            start = time.process_time()
            filters = Filters(since="2015", languages=frozenset(["en"])) if chance.random() < 0.2 else Filters()
            answer = index.search(
                query, 20, chance.choice(("relevance", "date")), filters=filters, facets=number % 3 == 0
            )
            index.suggest(query[-20:])
            snippet(text, query)
            taken.append((time.process_time() - start, len(query), query[:70]))
            partial += answer.partial
        ranked = sorted(taken, reverse=True)
        print(f"{count} queries on {made} articles: none raised; {partial} partial")
        print(f"median {ranked[count // 2][0] * 1000:.1f} ms, p99 {ranked[count // 100][0] * 1000:.1f} ms")
        for seconds, length, query in ranked[:5]:
            print(f"{seconds * 1000:7.1f} ms {length:7} characters {query!a}")
        print("MISSED" if ranked[0][0] > 0.5 else "none over 0.5 s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000, int(sys.argv[2]) if len(sys.argv) > 2 else 10_000)
