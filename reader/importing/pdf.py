"""PDF files to articles, through PDFium: columns in reading order, running heads once, words joined at line ends."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from reader import locales
from reader.article import Article
from reader.errors import ImportFailure, PartlyRead
from reader.i18n import _, ngettext
from reader.importing import limits, recognition, refusals
from reader.importing.drafts import Draft, article_of
from reader.importing.options import ImportOptions
from reader.importing.pdf_flow import joined_lines, paragraphs, stories, without_running_heads
from reader.importing.pdf_lines import Line, lines_of
from reader.notices import Notice, NoticeKind, notice


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
        pictures = [n for n, lines in enumerate(pages) if not lines and _is_picture(document, n)]
        read_ = _recognised(document, pictures) if options.recognise_text and recognition.program() else {}
        title = _title(document)
    finally:
        document.close()
    if not count:
        raise _nothing(_("{name} is a PDF without pages.").format(name=name))
    text, told = _text(pages, read_)
    if sum(map(str.isalnum, text)) < 2:
        words = ngettext(
            "{name} has {n} page and no text in it: it is a picture of an article.",
            "{name} has {n} pages and no text in them: they are pictures of an article.",
            count,
        )
        raise _nothing(words.format(name=name, n=count))
    article = article_of(Draft(text, notices=told), options)
    at_the_top = " ".join(title.split()) in " ".join(text[:2000].split())
    yield replace(article, headline=title) if title and at_the_top else article
    if unread := [n for n in pictures if n not in read_]:
        yield _pictures(name, len(unread))
    if count > limits.PAGES:
        message = _("{name} has {n} pages; those after page {limit} were not read.")
        yield PartlyRead(
            message.format(name=name, n=locales.count(count), limit=locales.count(limits.PAGES)),
            _("Save the pages of the article as a PDF of their own."),
        )


def _text(pages: list[list[Line]], recognised: dict[int, list[str]]) -> tuple[str, tuple[Notice, ...]]:
    """The text of the pages, those that a program has read in their pictures among them, and what to say of it."""
    lines = without_running_heads(pages)
    said: list[str] = []
    run: list[list[Line]] = []
    for n, page in enumerate(lines):
        if n in recognised:
            said += [*paragraphs(run), *map(joined_lines, recognised[n])]
            run = []
        else:
            run.append(page)
    said += paragraphs(run)
    count = stories(lines)
    told = [notice(NoticeKind.STORIES, n=count)] if count > 1 else []
    told += [notice(NoticeKind.RECOGNISED, n=len(recognised))] if recognised else []
    return "\n\n".join(said), tuple(told)


def _recognised(document: Any, pictures: list[int]) -> dict[int, list[str]]:
    """The paragraphs of the pages that are pictures, by their numbers; of those that could be read."""
    chosen = pictures[: limits.RECOGNISED]
    found = zip(chosen, recognition.recognised(document[n] for n in chosen), strict=True)
    return {n: paragraphs_ for n, paragraphs_ in found if paragraphs_}


def _is_picture(document: Any, number: int) -> bool:
    """Whether there is a picture on a page."""
    import pypdfium2
    from pypdfium2 import raw

    try:
        return next(iter(document[number].get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3)), None) is not None
    except pypdfium2.PdfiumError:
        return False


def _pictures(name: str, count: int) -> PartlyRead:
    words = ngettext(
        "{n} page of {name} is a picture and was not read.",
        "{n} pages of {name} are pictures and were not read.",
        count,
    )
    return PartlyRead(words.format(name=name, n=locales.count(count)), _remedy())


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
    return ImportFailure(message, _remedy())


def _remedy() -> str:
    if recognition.program():
        return _("Turn on in the settings that the text in pictures is read, or paste the article.")
    return _("Have its text recognised by a program for that (Tesseract, OCRmyPDF), or paste the article.")
