"""Words cut to a length, for labels, messages and lists."""

ELLIPSIS = "…"


def shorten(text: str, longest: int) -> str:
    """`text` with at most `longest` characters: of a longer one the beginning, then an ellipsis."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + ELLIPSIS


def on_one_line(text: str, longest: int) -> str:
    """The same of text that may have breaks and runs of spaces: every such is one space."""
    return shorten(" ".join(text.split()), longest)
