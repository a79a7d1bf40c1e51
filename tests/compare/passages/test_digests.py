"""A digest is told from chance also in texts of thousands of linked sentences."""

from itertools import product
from typing import cast

from reader.compare.passages.digests import digest
from reader.compare.passages.links import Link


class Placed:
    """A link of two sentences, of which nothing else is asked."""

    def __init__(self, m: int, n: int) -> None:
        self.m, self.n = m, n


def test_a_block_that_sums_up_another_article_is_one() -> None:
    placed = [Placed(2 + k, 9 * k) for k in range(6)]
    links = [cast("Link", x) for x in placed]
    assert digest(links, (60, 60)) == links


def test_thousands_of_links_are_no_digest_and_no_error() -> None:
    links = [cast("Link", Placed(m, m + k)) for m, k in product(range(6000), (0, 1))]
    assert digest(links, (6001, 6001)) == []
    gathered = [cast("Link", Placed(m % 900, m)) for m in range(6000)]
    assert len(digest(gathered, (6001, 6001))) == 6000
