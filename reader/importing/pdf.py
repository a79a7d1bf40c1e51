"""PDF files to articles, through PDFium: columns in reading order, running heads once, words joined at line ends."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from reader.article import Article
from reader.errors import ImportFailure, PartlyRead
from reader.i18n import _, ngettext
from reader.importing import limits, refusals
from reader.importing.drafts import Draft, article_of
from reader.importing.options import ImportOptions
from reader.importing.pdf_flow import paragraphs, stories, without_running_heads
from reader.importing.pdf_lines import Line, lines_of
from reader.notices import NoticeKind, notice


def read(data: bytes, name: str, options: ImportOptions) -> Iterator[Article | ImportFailure]:
    """The article in a PDF; and a notice where its last pages were not read."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise refusals.encrypted(name) if "password" in str(error).lower() else refusals.damaged(name, "PDF") from None
    try:
        count = len(document)
        pages = [_lines(document, n) for n in range(min(count, limits.PAGES))]
        title = _title(document)
    finally:
        document.close()
    pages = without_running_heads(pages)
    text = "\n\n".join(paragraphs(pages))
    count_of_stories = stories(pages)
    if not count:
        raise _nothing(_("{name} is a PDF without pages.").format(name=name))
    if sum(map(str.isalnum, text)) < 2:
        words = ngettext(
            "{name} has {n} page and no text in it: it is a picture of an article.",
            "{name} has {n} pages and no text in them: they are pictures of an article.",
            count,
        )
        raise _nothing(words.format(name=name, n=count))
    told = (notice(NoticeKind.STORIES, n=count_of_stories),) if count_of_stories > 1 else ()
    article = article_of(Draft(text, notices=told), options)
    at_the_top = " ".join(title.split()) in " ".join(text[:2000].split())
    yield replace(article, headline=title) if title and at_the_top else article
    if count > limits.PAGES:
        message = _("{name} has {n} pages; those after page {limit} were not read.")
        yield PartlyRead(
            message.format(name=name, n=f"{count:,}", limit=f"{limits.PAGES:,}"),
            _("Save the pages of the article as a PDF of their own."),
        )


def _lines(document: Any, number: int) -> list[Line]:
    """The lines of a page in reading order; a page that cannot be read is left out like a picture."""
    import pypdfium2

    try:
        page = document[number]
        return lines_of(page)
    except pypdfium2.PdfiumError:
        return []


def _title(document: Any) -> str:
    said = str(document.get_metadata_dict(skip_empty=True).get("Title", ""))
    return " ".join(said.split())[:300]


def _nothing(message: str) -> ImportFailure:
    return ImportFailure(message, _("Have its text recognised by a program for that, or paste the article."))
