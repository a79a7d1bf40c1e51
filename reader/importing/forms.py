"""Furniture that is told by its form, not by its words: addresses, breadcrumbs, rulers, leading names."""

from reader.importing.paragraphs import RawParagraph
from reader.lexicon import load

_QUOTES = '"“”«„'  # a lone » is an arrow
_RULERS = frozenset("-–—_*=~•·#. \t")
_CRUMBS = ("|", "›", "»", "→", "/", "•", "·", ">")


def may_be_furniture(paragraph: RawParagraph) -> bool:
    """Whether it is worth asking: what is long is prose, what is quoted was said, halves are halves."""
    return paragraph.short and not paragraph.continues and paragraph.text[-1] != "," and not is_quoted(paragraph.text)


def is_quoted(line: str) -> bool:
    """Whether double quotation marks stand in it."""
    return any(c in line for c in _QUOTES)


def is_ruler(line: str) -> bool:
    """Dashes, stars and the like and nothing else."""
    return _RULERS.issuperset(line)


def is_address(line: str) -> bool:
    """A web address, a handle, or a few words with an e-mail address."""
    if " " not in line:
        return line.startswith(("http://", "https://", "www.", "pic.twitter.com/")) or line[0] == "@"
    said = line.split(maxsplit=5)
    return len(said) <= 4 and any("@" in word and "." in word.partition("@")[2].rstrip(".") for word in said)


def is_breadcrumb(paragraph: RawParagraph) -> bool:
    """Sections of a site in one line: "Russia | Vladimir Putin", "Home › World"."""
    if len(paragraph.text) > 120 or paragraph.ends:
        return False
    for sign in _CRUMBS:
        if paragraph.text.lower().startswith(("home" + sign, f"home {sign} ")):
            return True
        parts = paragraph.text.split(f" {sign} ")
        if len(parts) > 1:
            return all(0 < len(part.split()) <= 4 and _is_name(part) for part in parts if part.strip())
    return False


def _is_name(part: str) -> bool:
    return all(word[0].isupper() or word in load("page_parts")["breadcrumb_words"] for word in part.split())


def leading_name(paragraph: RawParagraph) -> tuple[str, ...]:
    """The folded words in capitals that a line begins with, as far as they have no signs between them."""
    count = 0
    for word in paragraph.text[:120].split():
        if not word[0].isupper():
            break
        count += 1
        if not word[-1].isalnum() and word[-1] != ".":
            break
    return paragraph.words[:count]
