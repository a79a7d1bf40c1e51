"""What to call an article where there is little room."""

from reader.article import Article
from reader.text.direction import isolated
from reader.text.shorten import on_one_line

LONGEST = 32


def short_name(article: Article) -> str:
    """The outlet; else the name of its file, the beginning of its headline, or its id; it may stand in a sentence."""
    return isolated(on_one_line(article.name, LONGEST))
