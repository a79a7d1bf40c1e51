"""Markdown to articles: the words without their marks; the fields of its front matter are believed."""

import re
from typing import Any

from reader.article import Article
from reader.importing import refusals
from reader.importing.decoding import decoded
from reader.importing.drafts import Draft, article_of
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


_LINES = 200  # of front matter; more is a table of something
_FIELD = re.compile(r"([A-Za-z_\u00c0-\uffff][\w \-.]{0,60}?)\s{0,3}:(?:\s+|$)(.*)")


def parted(text: str) -> tuple[dict[str, Any], str]:
    """The fields ("title: ...", lists as lists), and what follows them."""
    first, _end, rest = text.removeprefix("\ufeff").partition("\n")
    if first.strip() not in ("---", "+++"):
        return {}, text
    head, end, body = rest.partition(f"\n{first.strip()}")
    lines = head.split("\n")
    if not end or len(lines) > _LINES or not any(":" in line or "=" in line for line in lines):
        return {}, text
    return _fields(lines), body.partition("\n")[2]


def _fields(lines: list[str]) -> dict[str, Any]:
    """The fields; a list or a text that goes on over indented lines is one value."""
    found: dict[str, Any] = {}
    key, block, lists = "", "", set[str]()
    for line in lines:
        field = _FIELD.match(re.sub(r"^(\w[\w-]*) = ", r"\1: ", line))
        item = re.match(r"\s*-\s+(.*)", line)
        if field:
            key, value = field[1].strip(), field[2].strip()
            block = value if value in ("|", ">", "|-", ">-") else ""
            found[key] = "" if block else _value(value)
            lists = {key} if not value else set()  # those whose members may follow, each behind a dash
        elif item and key and key in lists and not block:
            found[key] = [*(found[key] or []), _value(item[1].strip())]
        elif key and line[:1].isspace() and line.strip() and isinstance(found[key], str):
            found[key] = f"{found[key]}{chr(10) if block[:1] == '|' else ' '}{_value(line.strip())}".strip()
    return found


def _value(said: str) -> Any:
    """A scalar without its quotation marks, or the members of a list in brackets."""
    if said.startswith("[") and said.endswith("]") and not said.startswith("[["):
        return [_value(one.strip()) for one in said[1:-1].split(",") if one.strip()]
    if len(said) > 1 and said[0] == said[-1] and said[0] in "\"'":
        inner = said[1:-1]
        return inner.replace('\\"', '"').replace("\\\\", "\\") if said[0] == '"' else inner.replace("''", "'")
    return re.sub(r"\s+#\s.*$", "", said)
