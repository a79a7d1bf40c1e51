"""The fields at the top of a Markdown file, between two lines of dashes: the part of YAML that people write there."""

import re
from typing import Any

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
