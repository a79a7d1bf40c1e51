"""Markdown to articles: the words without their marks; the fields of its front matter are believed."""

from reader.article import Article
from reader.importing import refusals
from reader.importing.decoding import decoded
from reader.importing.drafts import Draft, article_of
from reader.importing.json_lines import draft_of
from reader.importing.options import ImportOptions
from reader.importing.web_page import text_of


def read(data: bytes, name: str, options: ImportOptions) -> Article:
    """The article in a Markdown file."""
    from markdown_it import MarkdownIt

    fields, source = _parted(decoded(data, name))
    text = text_of(MarkdownIt("commonmark").enable("table").render(source))
    if not text:
        raise refusals.without_text(name)
    return article_of(draft_of({**fields, "text": text}) or Draft(text), options)


def _parted(text: str) -> tuple[dict[str, str], str]:
    """The fields between two lines of dashes at the top ("title: ..."), and what follows them."""
    first, _end, rest = text.partition("\n")
    if first.strip() != "---":
        return {}, text
    head, end, body = rest.partition("\n---")
    lines = head.split("\n")
    if not end or len(lines) > 100 or not any(":" in line for line in lines):
        return {}, text
    pairs = (line.partition(":") for line in lines if ":" in line and line[0].isalpha())
    return {key.strip(): value.strip().strip("\"'[]") for key, _colon, value in pairs}, body.partition("\n")[2]
