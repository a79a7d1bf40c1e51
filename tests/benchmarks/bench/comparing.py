"""Comparing, beside difflib's blocks, RapidFuzz over all pairs of sentences, and Meld's way of finding differences."""

import itertools
import subprocess
from difflib import SequenceMatcher
from pathlib import Path

from rapidfuzz import fuzz, process

from reader.article import Article
from reader.compare.engine import compare, conclude, weigh
from reader.compare.options import FigureOptions, PassageOptions
from reader.text.sentences import sentences
from tests.benchmarks.bench.rounds import Curve, Row, Spent, Work, clocked, in_turn, quickest, tell
from tests.benchmarks.bench.sizes import Sizes
from tests.benchmarks.passages import texts

_MELD = (
    "import sys, time; sys.path.insert(0, '/usr/lib/python3/dist-packages')\n"
    "from meld.matchers.myers import MyersSequenceMatcher as Matcher\n"
    "one, other = (open(name, encoding='utf-8').read().split() for name in sys.argv[1:])\n"
    "start = time.process_time(); Matcher(None, one, other).get_opcodes(); print(time.process_time() - start)\n"
)
_SHORT = 2_000  # words of texts that Meld is given: its way takes the square of what differs
_SYSTEM = "/usr/bin/python3"  # Meld's own: it is no package of ours


def measure(sizes: Sizes, other: Path | None) -> list[Row | Curve]:
    """Many accounts, two long texts, a cutoff that moves, and growth."""
    del other
    return [*_many(sizes), *_long(sizes), *_cutoff(sizes), *_growth(sizes)]


def articles(given: list[str]) -> list[Article]:
    """Texts as articles of as many outlets."""
    return [Article(str(n), text, outlet=f"Outlet {n}") for n, text in enumerate(given)]


def difflib(one: str, other: str) -> None:
    """The blocks of words that two texts share, by the standard library."""
    SequenceMatcher(None, one.split(), other.split(), autojunk=False).get_matching_blocks()


def _many(sizes: Sizes) -> list[Row]:
    tell(f"{sizes.accounts} accounts")
    given = texts(sizes.account_words, sizes.accounts)
    made = articles(given)
    pairs = list(itertools.combinations(given, 2))
    cut = [[span.of(text) for span in sentences(text)] for text in given]
    compare(made[:2])  # loads what the first one loads
    return in_turn(
        "compare",
        f"{sizes.accounts} accounts of {sizes.account_words:,} words",
        lambda: clocked(lambda: compare(made)),
        {
            "difflib's blocks, all pairs": lambda: clocked(lambda: [difflib(*pair) for pair in pairs]),
            "RapidFuzz, all pairs of sentences": lambda: clocked(lambda: _ratios(cut)),
        },
        sizes.rounds,
        {"difflib's blocks, all pairs": 0.9},
    )


def _ratios(cut: list[list[str]]) -> None:
    for one, other in itertools.combinations(cut, 2):
        process.cdist(one, other, scorer=fuzz.token_sort_ratio, score_cutoff=60)


def _long(sizes: Sizes) -> list[Row]:
    half, whole = sizes.long_words[-2:]
    tell(f"two texts of {whole:,} words")
    made = {size: articles(texts(size, 2)) for size in (half, whole)}
    short = texts(min(half, _SHORT), 2)
    one, other = (article.text for article in made[whole])
    peers: dict[str, Work] = {
        f"the same of {half:,} words": lambda: clocked(lambda: compare(made[half])),
        "RapidFuzz, one edit distance": lambda: clocked(lambda: fuzz.ratio(one.split(), other.split())),
    }
    goals = {f"the same of {half:,} words": 2.1}
    ours: Work = lambda: clocked(lambda: compare(made[whole]))  # noqa: E731
    rows = in_turn("compare", f"2 texts of {whole:,} words", ours, peers, max(1, sizes.rounds // 2), goals)
    if not _has_meld():
        return rows
    few = articles(short)
    work = f"2 texts of {min(half, _SHORT):,} words"
    meld: dict[str, Work] = {"Meld's differences": lambda: _meld(*short)}
    return rows + in_turn("compare", work, lambda: clocked(lambda: compare(few)), meld, sizes.rounds)


def _has_meld() -> bool:
    try:
        return subprocess.run([_SYSTEM, "-c", "import meld.matchers.myers"], capture_output=True).returncode == 0
    except OSError:
        return False


def _meld(one: str, other: str) -> Spent:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("one.txt", "other.txt")]
        for path, text in zip(paths, (one, other), strict=True):
            path.write_text(text, encoding="utf-8")
        done = subprocess.run([_SYSTEM, "-c", _MELD, *map(str, paths)], capture_output=True, text=True, check=True)
    return Spent(float(done.stdout), float(done.stdout))


def _cutoff(sizes: Sizes) -> list[Row]:
    words = 2 * sizes.account_words
    tell(f"a cutoff moved, five articles of {words:,} words")
    made = articles(texts(words, 5))
    weighed = weigh(made, FigureOptions())
    cutoffs = itertools.cycle((30, 45, 60, 75, 40, 55, 70, 35, 50, 65))

    def moved() -> Spent:
        return clocked(lambda: conclude(weighed, PassageOptions(cutoff=next(cutoffs))))

    anew: Work = lambda: clocked(lambda: compare(made))  # noqa: E731
    peers = {"comparing anew": anew}
    return in_turn(
        "compare", f"a cutoff moved, 5 of {words:,} words", moved, peers, 2 * sizes.rounds, {"comparing anew": 0.2}
    )


def _growth(sizes: Sizes) -> list[Curve]:
    tell("growth")
    by_accounts: dict[str, list[tuple[float, float]]] = {"Parallax": [], "difflib, all pairs": []}
    for count in sizes.growth_accounts:
        given = texts(sizes.account_words, count)
        made = articles(given)
        pairs = list(itertools.combinations(given, 2))
        by_accounts["Parallax"].append((count, quickest(lambda made=made: compare(made), 2)))
        by_accounts["difflib, all pairs"].append(
            (count, quickest(lambda pairs=pairs: [difflib(*pair) for pair in pairs], 1))
        )
    by_words: dict[str, list[tuple[float, float]]] = {"Parallax": [], "difflib": []}
    for count in sizes.growth_words:
        one, other = given = texts(count, 2)
        made = articles(given)
        by_words["Parallax"].append((count, quickest(lambda made=made: compare(made), 2)))
        if count <= 10_000:  # it grows with the square
            by_words["difflib"].append((count, quickest(lambda one=one, other=other: difflib(one, other), 1)))
    return [
        Curve(f"Comparing accounts of {sizes.account_words:,} words", "accounts", "seconds of processor", by_accounts),
        Curve("Comparing two texts", "words of each", "seconds of processor", by_words),
    ]
