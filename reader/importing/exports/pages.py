"""Exports saved as web pages: Factiva and Europresse by their elements, the others by the lines that a page shows."""

import re
from dataclasses import replace
from typing import Any

from reader.importing.exports import europresse, factiva
from reader.importing.exports.document import Document, Export
from reader.importing.exports.lines import classes_of, lines_of, tree_of, words_of

# Words of which every export that is told by its lines has one, in small letters: looked for before anything is parsed.
_WORDS = (" documents", "dokument", "document<", "documento", ">document ", "proquest")
# The lines themselves, as they may stand in markup.
_LINES = re.compile(
    r"\d (?:of|von|de|van|di|sur) \d{1,6}\s?(?:<|docu|doku)|do[ck]ument[oe]? \d{1,6} (?:of|von|de)\b"
    r"|proquest.{0,20}do[ck]ument|do[ck]ument.{0,8}proquest|>\s*do[ck]ument[oe]? [a-z0-9]{15,52}\s*<"
    r"|>\s*(?:e[in]|fi)[^<>]{1,20}do[ck]ument"
)
_ARTICLE = re.compile(r"article [a-z]{2}Article(?:\s|$)")


def may_be_export(markup: str) -> bool:
    """Whether the page has words that exports have; the lines that it shows have to tell."""
    low = markup.lower()
    return any(word in low for word in _WORDS) and _LINES.search(low) is not None


def export(markup: str) -> Export | None:
    """The documents of a page whose elements say what they hold."""
    if "articleParagraph" in markup and "Article" in markup:
        found = [one for one in tree_of(markup).iter("div") if _ARTICLE.match(classes_of(one))]
        return Export("Factiva", tuple(map(_factiva, found))) if found else None
    if europresse.is_export(markup):
        return europresse.export(tree_of(markup))
    return None


def _factiva(article: Any) -> Document:
    """A document of Factiva: rows of codes and values; or lines without codes, the text in paragraphs of its own."""
    rows = [row for row in article.iter("tr") if len(row.findall("td")) == 2]
    if rows:
        return factiva.of_fields((words_of(row[0]), lines_of(row[1])) for row in rows)
    headline = next((words_of(one) for one in article.iter() if "Headline" in classes_of(one)), "")
    byline = next((words_of(one) for one in article.iter() if classes_of(one) == "author"), "")
    paragraphs = [one for one in article.iter("p") if "articleParagraph" in classes_of(one)]
    texts = tuple(filter(None, map(words_of, paragraphs)))
    for one in paragraphs:
        one.drop_tree()
    found = factiva.of_lines([one for one in lines_of(article) if not factiva.is_export(one)], headline)
    return replace(found, paragraphs=texts, byline=byline or found.byline)
