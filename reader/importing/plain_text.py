"""Plain text to an article: every word stays, what the page says about itself is read, its furniture is marked."""

from collections.abc import Iterator
from dataclasses import replace

from reader.article import METADATA, Article, Provenance, provenances
from reader.importing.boilerplate import furniture, merged
from reader.importing.decoding import decode
from reader.importing.language import language_of
from reader.importing.masthead import masthead
from reader.importing.mojibake import misread
from reader.importing.options import ImportOptions
from reader.importing.paragraphs import paragraphs
from reader.notices import Notice, NoticeKind, notice


def read(data: bytes, name: str, options: ImportOptions) -> Article:
    """The article in the bytes of a plain-text file; `name` is what to call the file in an error."""
    found = decode(data, name)
    read_ = article(found.text, options)
    return replace(read_, notices=(*read_.notices, *found.notices))


def article(text: str, options: ImportOptions, language: str = "") -> Article:
    """The article that a text is, still without an id; `language` where that is known for sure."""
    lines = paragraphs(text)
    folded = furniture(lines)
    top = masthead(lines, folded)
    spans = merged((*folded.values(), *top.spans), text) if options.mark_boilerplate else ()
    language = language or language_of(text)
    said = {name: getattr(top, name, "") for name in METADATA}
    provenance = {name: Provenance.TEXT for name, value in said.items() if value} | {"language": Provenance.GUESS}
    return Article(
        id="",
        text=text,
        headline=top.headline,
        standfirst=top.standfirst,
        byline=top.byline,
        dateline=top.dateline,
        outlet=top.outlet,
        published=top.published,
        updated=top.updated,
        language=language,
        url=top.url,
        boilerplate=spans,
        provenance=provenances(provenance),
        notices=tuple(_notices(text)),
    )


def _notices(text: str) -> Iterator[Notice]:
    """What its letters say of how a text was decoded, now or before."""
    if shown := misread(text):
        yield notice(NoticeKind.MISREAD, shown=shown)
    if lost := text.count("\ufffd"):
        yield notice(NoticeKind.BAD_BYTES, n=lost)
