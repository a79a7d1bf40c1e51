"""RTF documents to articles."""

import re
from collections.abc import Callable

from reader.article import Article
from reader.importing import refusals
from reader.importing.drafts import Draft, article_of
from reader.importing.options import ImportOptions

# Pictures and other objects are megabytes of hexadecimal digits, which no reader needs.
_DIGITS = re.compile(r"(?:[0-9a-fA-F]{64,}\s{0,2})+")


def read(data: bytes, name: str, options: ImportOptions) -> Article:
    """The article in an .rtf file."""
    from striprtf import striprtf

    stripped: Callable[..., str] = striprtf.rtf_to_text
    source = _DIGITS.sub("", data.decode("latin-1"))
    text = stripped(source, errors="replace").replace("\r\n", "\n").replace("\0", "")
    lines = (" ".join(line.split()) for line in text.split("\n"))
    text = "\n\n".join(line for line in lines if line.strip("|"))
    if not text:
        raise refusals.without_text(name)
    return article_of(Draft(text), options)
