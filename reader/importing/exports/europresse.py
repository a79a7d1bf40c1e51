"""Europresse as web pages, in the elements that it has now or in the tables that it had: each document with its outlet
first, then section, date and page, headline and names, the text, and a certificate.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from reader.importing.exports.document import Document, Export, is_rights
from reader.importing.exports.labels import marks
from reader.importing.exports.lines import classes_of, lines_of, words_of
from reader.importing.moments import moment
from reader.text.folding import folded

_OUTLET = "DocPublicationName"
_PAGE = re.compile(r",\s?(?:pp?|pg|page|s|seite|pág|blz)\.?\s?([\w+-]{1,12})\s*(?:,|$)", re.IGNORECASE)
_ISSUE = re.compile(r",\s(?:no|n°|nº|nr)\.?\s?\d+.*$")
_SHORT = 120  # characters of a line of names


def is_export(markup: str) -> bool:
    """Whether a page has the class that Europresse gives to the name of each document's outlet."""
    return _OUTLET in markup


def export(tree: Any) -> Export:
    """The documents of a page."""
    names = [one for one in tree.iter("span") if classes_of(one) == _OUTLET]
    return Export("Europresse", tuple(_document(_around(one), words_of(one)) for one in names))


def _around(name: Any) -> Any:
    """The element that holds a whole document: the largest with no other outlet in it."""
    around = name
    while around.tag != "article" and around.getparent() is not None:
        others = (one for one in around.getparent().iter("span") if classes_of(one) == _OUTLET and one is not name)
        if next(others, None) is not None:
            break
        around = around.getparent()
    return around


def _document(article: Any, outlet: str) -> Document:
    place = " ".join(words_of(one) for one in article.iter("span") if classes_of(one) == "DocHeader")
    headline = next((words_of(one) for one in article.iter() if "itreArticleVisu" in classes_of(one)), "")
    graphic = " ".join(said for one in article.iter("aside") for said in lines_of(one))
    for one in [*article.iter("footer"), *article.iter("aside")]:
        one.drop_tree()
    above, body = _parted(article, headline)
    section, page = _placed(place)
    return Document(
        paragraphs=tuple(body),
        headline=headline,
        byline=above[-1] if above and len(above[-1]) < _SHORT else "",
        outlet=_ISSUE.sub("", outlet),
        section=section,
        page=page,
        published=moment(place),
        graphic=graphic if len(graphic) > 40 else "",  # shorter ones are labels without anything
    )


def _parted(article: Any, headline: str) -> tuple[Sequence[str], Sequence[str]]:
    """The lines between headline and text, where the names are, and those of the text."""
    lines = lines_of(article)
    at = next((n for n, one in enumerate(lines) if headline and one == headline), None)
    if at is None:
        at = next((n for n, one in enumerate(lines) if moment(one)), -1)
    after = list(_until_end(lines[at + 1 :]))
    texts = [one for one in article.iter("div") if "DocText" in classes_of(one).split()]
    marked = texts or list(article.iter("section"))
    body = list(_until_end(lines_of(marked[0]))) if marked else []
    if body and body[0] in after:
        return after[: after.index(body[0])], body
    if len(after) > 1 and len(after[0].split()) <= 6 and not after[0].endswith((".", "!", "?", ":")):
        return after[:1], after[1:]
    return [], after


def _until_end(lines: Sequence[str]) -> Iterator[str]:
    """The lines up to the owner's notice and the number of the document."""
    for one in lines:
        if is_rights(one) or folded(one).startswith(marks("europresse", "ends")):
            return
        yield one


def _placed(place: str) -> tuple[str, str]:
    """Section and page of "Monde, mardi 5 mars 2024, p. 4"."""
    page = _PAGE.search(place)
    section: list[str] = []
    for part in place.split(","):
        if re.search(r"\d", part):
            break
        if part.strip() and folded(part.strip()) not in marks("europresse", "weekdays"):
            section.append(part.strip())
    return ", ".join(section), page[1] if page else ""
