"""What to call an article where there is little room."""

from pathlib import Path

from reader.article import Article

LONGEST = 32


def short_name(article: Article) -> str:
    """The outlet; else the name of its file, the beginning of its headline, or its id."""
    name = article.outlet or Path(article.path).stem or article.headline or article.id
    name = " ".join(name.split())
    return name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"
