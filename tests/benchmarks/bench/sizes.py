"""How much is measured: in minutes, in about an hour, or - to see that it runs at all - in seconds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sizes:
    """Articles, words and rounds. The first number of a growth is where it begins; goals hold for the named sizes."""

    rounds: int
    library: int  # articles of the library that the command line searches
    accounts: int  # of the largest comparison and document
    account_words: int
    long_words: tuple[int, ...]  # of two texts; the last two show what doubling costs
    growth_accounts: tuple[int, ...]
    growth_words: tuple[int, ...]
    indexed: int  # articles of the index that is measured beside others
    growth_indexed: tuple[int, ...]
    large: int  # articles of a large library; 0: not measured
    queries: int  # of a kind
    pages: int


WHOLE = Sizes(
    rounds=5, library=300, accounts=20, account_words=1_000, long_words=(25_000, 50_000, 100_000),
    growth_accounts=(2, 3, 5, 8, 12, 20), growth_words=(1_000, 3_000, 10_000, 30_000, 100_000),
    indexed=10_000, growth_indexed=(1_000, 3_000, 10_000, 30_000, 100_000), large=100_000, queries=60, pages=60,
)  # fmt: skip
QUICK = Sizes(
    rounds=3, library=300, accounts=20, account_words=1_000, long_words=(25_000, 50_000),
    growth_accounts=(2, 5, 10, 20), growth_words=(1_000, 4_000, 16_000),
    indexed=10_000, growth_indexed=(1_000, 3_000, 10_000), large=0, queries=30, pages=20,
)  # fmt: skip
TINY = Sizes(
    rounds=1, library=6, accounts=3, account_words=100, long_words=(200, 400), growth_accounts=(2, 3),
    growth_words=(100, 200), indexed=30, growth_indexed=(10, 30), large=0, queries=2, pages=2,
)  # fmt: skip
BY_NAME = {"quick": QUICK, "whole": WHOLE, "tiny": TINY}
