"""Markdown to articles: the words without their marks; the fields of its front matter are believed."""

import re

from reader.article import Article
from reader.importing import refusals
from reader.importing.decoding import decoded
from reader.importing.drafts import Draft, article_of
from reader.importing.front_matter import parted
from reader.importing.options import ImportOptions
from reader.importing.records import draft_of
from reader.importing.web_page import text_of

# What note-taking programs add to Markdown, and what a reader sees in its place.
_MARKS = (
    (re.compile(r"%%.{0,5000}?%%", re.DOTALL), ""),  # a comment
    (re.compile(r"==(\S(?:[^=\n]{0,2000}\S)?)=="), r"\1"),  # marked with a pen
    (re.compile(r"!\[\[[^\]\n]{1,300}\]\]"), ""),  # a file that is shown
    (re.compile(r"\[\[(?:[^\]|\n]{1,300}\|)?([^\]\n]{1,300})\]\]"), r"\1"),  # a link to another note
    (re.compile(r"^(\s{0,3}>+\s?)\[!\w{1,20}\][+-]?[ \t]*(.*)$", re.MULTILINE), r"\1\2\n\1"),  # a box with a title
    (re.compile(r"^\[\^[^\]\n]{1,50}\]:[ \t]*", re.MULTILINE), "\n"),  # a note at the foot
    (re.compile(r"\[\^[^\]\n]{1,50}\]"), ""),  # its number in the text
    (re.compile(r"(?<=\S)[ \t]+\^[a-z0-9-]{3,20}$", re.MULTILINE), ""),  # the name of a block
)


def read(data: bytes, name: str, options: ImportOptions) -> Article:
    """The article in a Markdown file."""
    from markdown_it import MarkdownIt

    fields, source = parted(decoded(data, name))
    for pattern, shown in _MARKS:
        source = pattern.sub(shown, source)
    text = text_of(MarkdownIt("commonmark").enable("table").render(source))
    if not text:
        raise refusals.without_text(name)
    known = {key: value for key, value in fields.items() if key.lower() not in ("text", "body", "content", "article")}
    return article_of(draft_of({**known, "articleBody": text}) or Draft(text), options)
