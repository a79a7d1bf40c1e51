"""What was read of one file: its articles, and what of it was not read, as one value."""

from collections.abc import Iterable
from enum import StrEnum

from reader.article import Article
from reader.dataclass import dataclass
from reader.errors import ImportFailure


class ReadStatus(StrEnum):
    """How much of a file was read."""

    READ = "read"
    """All that an article is made of."""
    PARTLY = "partly"
    """Some article, and something is missing, which a notice or failure names."""
    REFUSED = "refused"
    """No article."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The articles of a file in their order, and why others, or parts of it, are not among them."""

    articles: tuple[Article, ...]
    failures: tuple[ImportFailure, ...] = ()

    @property
    def status(self) -> ReadStatus:
        """Whether all of it was read, some or nothing."""
        if not self.articles:
            return ReadStatus.REFUSED
        lacking = any(notice.is_lacking for article in self.articles for notice in article.notices)
        return ReadStatus.PARTLY if lacking or self.failures else ReadStatus.READ


def contents(results: Iterable[Article | ImportFailure]) -> Contents:
    """What a file gave, gathered."""
    several = list(results)
    return Contents(
        tuple(one for one in several if isinstance(one, Article)),
        tuple(one for one in several if isinstance(one, ImportFailure)),
    )
