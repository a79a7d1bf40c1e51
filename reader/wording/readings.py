"""What was read of a file in words: how much, what is missing, each article with where its fields come from."""

from collections.abc import Iterator
from pathlib import Path

from reader import locales
from reader.article import LEFT_OUT, METADATA, Article, Provenance
from reader.i18n import _, ngettext
from reader.importing import Contents, ReadStatus
from reader.text.spans import gaps
from reader.wording.notices import notice


def status(inside: Contents) -> str:
    """How much of a file was read."""
    return {
        ReadStatus.READ: _("read"), ReadStatus.PARTLY: _("partly read"), ReadStatus.REFUSED: _("refused"),
    }[inside.status]  # fmt: skip


def count(inside: Contents) -> str:
    """How many articles are in it."""
    n = len(inside.articles)
    return ngettext("{n} article", "{n} articles", n).format(n=locales.count(n))


def told(inside: Contents) -> list[str]:
    """Each thing that there is to say of a file, once; of an article among others, with its headline before it."""
    words = [str(failure) for failure in inside.failures]
    for article in inside.articles:
        before = f"{article.headline or article.id}: " if len(inside.articles) > 1 else ""
        words += [before + notice(one) for one in article.notices]
    return list(dict.fromkeys(words))


def lines(path: Path, inside: Contents) -> Iterator[str]:
    """A file for people: how it was read, then each article with its fields and its text."""
    yield f"== {' '.join(str(path).split())}: {status(inside)}, {count(inside)}"
    yield from (f"! {words}" for words in told(inside))
    for article in inside.articles:
        yield ""
        yield from fields(article)
        yield ""
        yield shown(article)


def fields(article: Article) -> Iterator[str]:
    """What is known about an article, a line each, with where it comes from."""
    came = dict(article.provenance)
    named = {
        "headline": _("Headline"), "standfirst": _("Standfirst"), "byline": _("Byline"), "dateline": _("Dateline"),
        "outlet": _("Outlet"), "published": _("Published"), "updated": _("Updated"), "language": _("Language"),
        "url": _("Address"),
    }  # fmt: skip
    for name in METADATA:
        if value := " ".join(str(getattr(article, name)).split()):
            said = f"{named[name]}: {_shown_value(name, value)}"
            yield said + (f"  ({origin(came[name])})" if name in came else "")


def _shown_value(name: str, value: str) -> str:
    """Moments and languages as the reader's country writes them."""
    if name in ("published", "updated"):
        return locales.moment(value)
    return locales.language_name(value) if name == "language" else value


def origin(came: Provenance) -> str:
    """Where a value comes from."""
    return {
        Provenance.PAGE: _("given by the page or file"),
        Provenance.TEXT: _("read in the text"),
        Provenance.FILE: _("from the file’s name"),
        Provenance.GUESS: _("concluded from the words"),
        Provenance.READER: _("edited by you"),
    }[came]


def shown(article: Article) -> str:
    """The text, a sign in the place of what is folded."""
    parts = [part.of(article.text) for part in gaps(article.boilerplate, len(article.text))]
    return f"{LEFT_OUT}\n".join(parts).rstrip("\n")
