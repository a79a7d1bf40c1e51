"""JSON lines to articles, an object a line; also a JSON file of one object or a list of them."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from reader.article import Article
from reader.errors import ImportFailure
from reader.i18n import _
from reader.importing.dates import dated
from reader.importing.decoding import decoded
from reader.importing.drafts import Draft, article_of
from reader.importing.options import ImportOptions
from reader.importing.page_metadata import iso

# Each field by the names that archives and scrapers give it, the first found is believed.
_FIELDS = {
    "text": ("text", "body", "content", "articleBody", "maintext", "article"),
    "headline": ("title", "headline"),
    "standfirst": ("standfirst", "description", "summary", "subtitle"),
    "byline": ("byline", "author", "authors"),
    "outlet": ("outlet", "source", "publisher", "sitename", "site", "source_domain"),
    "published": ("date", "published", "datePublished", "date_publish", "published_at", "pubDate"),
    "updated": ("updated", "modified", "dateModified", "date_modify", "updated_at"),
    "language": ("language", "lang"),
    "url": ("url", "link", "canonical_url"),
}


def read(data: bytes, name: str, options: ImportOptions) -> Iterator[Article | ImportFailure]:
    """An article for each object that has a text, a failure for each that has none."""
    text = decoded(data, name)
    for number, said in enumerate(_objects(text), 1):
        place = _("object {number} of {name}").format(number=number, name=name)
        draft = draft_of(said) if isinstance(said, Mapping) else None
        if draft is None:
            message = _("{place} is no article: it has no text.").format(place=place[0].upper() + place[1:])
            yield ImportFailure(message, _('Give each object a "text", and a "title" where there is one.'))
        else:
            yield article_of(draft, options)


def _objects(text: str) -> Iterator[Any]:
    """The whole as JSON, else its lines; what is no JSON is None."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        for line in text.split("\n"):
            if line.strip():
                yield _loaded(line)
        return
    inner = whole.get("articles") if isinstance(whole, dict) else whole
    yield from inner if isinstance(inner, list) else [whole]


def _loaded(line: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def draft_of(said: Mapping[str, Any]) -> Draft | None:
    """What the fields of an object say, None where they hold no text."""
    fields = {field: _first(said, names) for field, names in _FIELDS.items()}
    text = fields["text"].replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        return None
    language = fields["language"].lower().partition("-")[0]
    url = fields["url"]
    return Draft(
        text=text,
        headline=_line(fields["headline"]),
        standfirst=_line(fields["standfirst"]),
        byline=_line(fields["byline"]),
        outlet=_line(fields["outlet"]),
        published=date_of(fields["published"]),
        updated=date_of(fields["updated"]),
        language=language if len(language) == 2 and language.isalpha() else "",
        url=url if url.startswith(("http://", "https://")) and url.isprintable() else "",
    )


def _first(said: Mapping[str, Any], names: tuple[str, ...]) -> str:
    for name in names:
        value = said.get(name)
        if isinstance(value, list):
            value = ", ".join(one for one in value if isinstance(one, str))
        if isinstance(value, Mapping):
            value = value.get("name") or value.get("title")
        if isinstance(value, str) and value.strip():
            return value
    return ""


def date_of(said: str) -> str:
    """A date in ISO 8601, from that form or from words; empty where neither is sure."""
    said = " ".join(said.split())[:100]
    if date := iso(said):
        return date
    found = dated(said) if said else None
    return found.iso if found else ""


def _line(said: str) -> str:
    return " ".join(said.split())[:500]
