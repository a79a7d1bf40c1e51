"""What was copied out of a page: its paragraphs kept apart, not a word of the chosen text lost, nothing fetched."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from reader.article import Article, Provenance, provenances
from reader.errors import ImportFailure
from reader.importing import plain_text, refusals
from reader.importing.apart import read_apart
from reader.importing.drafts import Draft, article_of
from reader.importing.formats import COPIED
from reader.importing.options import ImportOptions
from reader.text.addresses import is_address

_LOST = 0.03  # the share of the words that markup may lack: browsers put the names of pictures into the plain text


def read(data: bytes, name: str, options: ImportOptions) -> Article:
    """The article in the markup of a part of a page: all of it, for a person chose it."""
    from reader.importing.web_page import text_and_headline

    text, headline = text_and_headline(data.decode("utf-8", "replace"))
    if not text.strip():
        raise refusals.without_text(name)
    return article_of(Draft(text, headline=headline if text.startswith(headline) else ""), options)


def read_copied(
    markup: str, text: str, options: ImportOptions, *, name: str, url: str = ""
) -> Iterator[Article | ImportFailure]:
    """The article in markup, read in a helper process; in `text`, the same without markup, where that says more."""
    data = markup.encode("utf-8", "replace")
    found = list(read_apart(data, name, COPIED.suffixes[0], options)) if len(data) <= options.max_bytes else []
    article = next((one for one in found if isinstance(one, Article) and not _lacks(one.text, text)), None)
    if article is None:
        if not text.strip():
            yield from found or [refusals.too_much(name)]
            return
        article = plain_text.article(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"), options)
    if is_address(url):
        known = provenances(dict(article.provenance) | {"url": Provenance.FILE})
        article = replace(article, url=url.strip(), provenance=known)
    yield replace(article, id=name, path="")


def _lacks(text: str, whole: str) -> bool:
    """Whether words of `whole` are missing from `text`."""
    wanted = Counter(whole.split())
    return (wanted - Counter(text.split())).total() > _LOST * wanted.total()
