"""What a format says of an article before its text has been looked at, and the article that becomes of it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.article import Article, Provenance, provenances
from reader.dataclass import dataclass
from reader.importing import plain_text
from reader.importing.boilerplate import merged
from reader.importing.options import ImportOptions
from reader.notices import Notice
from reader.text.spans import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """The text, paragraphs parted by empty lines, and what the format's own fields say; empty is not known."""

    text: str
    headline: str = ""
    standfirst: str = ""
    byline: str = ""
    outlet: str = ""
    published: str = ""
    language: str = ""
    url: str = ""
    updated: str = ""
    dateline: str = ""
    notices: tuple[Notice, ...] = ()
    aside: tuple[str, ...] = ()
    """Whole lines of the text that are no part of the article, by where the page had them."""


_USUAL = "en"
_SAID = ("byline", "dateline", "outlet", "published", "language", "url", "updated")


def article_of(draft: Draft, options: ImportOptions) -> Article:
    """The article: its headline is its first paragraph; what the fields say goes before what the text lets guess."""
    headline = " ".join(draft.headline.split())
    text = draft.text.strip("\n")
    if headline and not _opens_with(text, headline):
        text = f"{headline}\n\n{text}"
    known = draft.language if draft.language != _USUAL else ""  # templates say English of everything
    article = plain_text.article(text + "\n", options, known)
    if draft.aside and options.mark_boilerplate:
        article = replace(article, boilerplate=merged((*article.boilerplate, *_lines(article.text, draft.aside)), text))
    standfirst = _standfirst(draft.standfirst, text)
    said = {name: getattr(draft, name) for name in _SAID} | {"headline": headline, "standfirst": standfirst}
    if said["language"] == _USUAL and article.language != _USUAL:
        said["language"] = ""  # the words of the text know better
    provenance = dict(article.provenance) | {name: Provenance.PAGE for name, value in said.items() if value}
    return replace(
        article,
        headline=headline or article.headline,
        standfirst=standfirst or article.standfirst,
        byline=draft.byline or article.byline,
        dateline=draft.dateline or article.dateline,
        outlet=draft.outlet or article.outlet,
        published=_finer(draft.published, article.published),
        updated=draft.updated or article.updated,
        language=said["language"] or article.language,
        url=draft.url or article.url,
        provenance=provenances(provenance),
        notices=(*article.notices, *draft.notices),
    )


def _lines(text: str, wanted: Sequence[str]) -> Iterator[Span]:
    """Where lines stand in a text."""
    at, lines = 0, set(wanted)
    for line in text.split("\n"):
        if line in lines:
            yield Span(at, at + len(line))
        at += len(line) + 1


def _finer(said: str, read: str) -> str:
    """The day that the fields say, with the time of day where the text has one for it."""
    return read if len(said) == 10 and read.startswith(f"{said}T") else said or read


def _opens_with(text: str, headline: str) -> bool:
    """Whether the headline is among the first lines: a kicker, a date may stand before it."""
    first = text[: 1000 + len(headline)].split("\n")[:8]
    return any(" ".join(line.split()).startswith(headline) for line in first)


def _standfirst(said: str, text: str) -> str:
    """What a page says of itself to search engines is its standfirst only where readers see it too, above the body."""
    said = " ".join(said.split())
    return said if said and any(line.strip() == said for line in text[:4000].split("\n")[:12]) else ""
