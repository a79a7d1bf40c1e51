"""Text from outside as a terminal may be given it: no control code, no escape, no mark that turns a line around."""

import re

_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u206f\ud800-\udfff]")
"""Controls but for the tab and the end of a line; marks that override or embed a direction; lone surrogates, as which
Python has the bytes of a file's name that is no UTF-8."""


def visible(text: str) -> str:
    """`text` with all that a terminal would obey as an escape that can be read, as JSON has it: `\\u001b`."""
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def plain(text: str) -> str:
    """The same on one line."""
    return visible(" ".join(text.split()))
