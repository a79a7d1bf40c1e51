"""What came from outside, for a terminal: no sign of it steers the screen."""


def plain(text: str) -> str:
    """The text without controls (escape sequences, bells, marks that turn the direction), line ends and tabs aside."""
    return "".join(c for c in text if c in "\n\t" or c.isprintable() or c.isspace()) if not text.isprintable() else text
