"""What an office document says of itself beside its text: title, author, the day it was made; believed with care."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.article import Article, Provenance, provenances
from reader.dataclass import dataclass
from reader.importing.drafts import Draft, article_of
from reader.importing.options import ImportOptions
from reader.importing.page_metadata import iso
from reader.notices import NoticeKind, notice

_FILE = re.compile(r"\.(?:docx?|rtf|odt|dotx?|indd|pages|txt)$|^Microsoft Word\b", re.IGNORECASE)
# What programs write in the place of a person.
_NOBODY = re.compile(
    r"\b(?:user|admin|administrator|owner|microsoft|office|windows|word|apache|openoffice|libreoffice|python-docx|"
    r"docx|adobe|google|unknown|author|template|computer|pc)\b",
    re.IGNORECASE,
)
_ENDS = (".", "!", "?", "”", '"', "»")


@dataclass(frozen=True, slots=True)
class Properties:
    """As the document has them; empty where it has none. `created` is ISO 8601."""

    title: str = ""
    creator: str = ""
    created: str = ""


def described(text: str, told: Properties, options: ImportOptions, struck: Sequence[str] = ()) -> Article:
    """The article of a document's text: what its own lines say goes before what its properties say.

    `struck`: what was struck through in it and is no part of the text.
    """
    words = sum(len(one.split()) for one in struck)
    notices = (notice(NoticeKind.STRUCK, n=words),) if words else ()
    title, creator = (" ".join(one.split())[:300] for one in (told.title, told.creator))
    first = text.partition("\n")[0].strip()
    top = " ".join(text[:2000].split())
    wanted = title in top or (first.endswith(_ENDS) and len(title.split()) > 2 and not _FILE.search(title))
    article = article_of(Draft(text, headline=title if title and wanted else "", notices=notices), options)
    if creator and _NOBODY.search(creator):
        return article
    byline = creator if _is_person(creator) and not article.byline else ""
    published = "" if article.published else iso(told.created.strip())
    known = {"byline": byline, "published": published}
    return replace(
        article,
        byline=byline or article.byline,
        published=published or article.published,
        provenance=provenances(
            dict(article.provenance) | {name: Provenance.PAGE for name, value in known.items() if value}
        ),
    )


def _is_person(name: str) -> bool:
    said = name.split()
    return 2 <= len(said) <= 5 and all(word[0].isupper() for word in said) and not any(c.isdigit() for c in name)
