"""Plain text of mail whose lines were broken for the journey (RFC 3676): paragraphs as they were written."""

from collections.abc import Iterator


def unflowed(text: str, *, joined: bool) -> str:
    """Lines that end in a space go on in the next; `joined` (DelSp): that space was put there for the journey too.

    The signs before quoted lines go; a line "-- " before a signature stands by itself.
    """
    return "\n".join(_lines(text, joined))


def _lines(text: str, joined: bool) -> Iterator[str]:
    open_, depth = "", 0
    for line in text.split("\n"):
        bare = line.lstrip(">")
        here = len(line) - len(bare)
        bare = bare.removeprefix(" ")
        if open_ and (here != depth or bare == "-- "):
            yield open_.rstrip()
            open_ = ""
        depth = here
        if bare.endswith(" ") and bare != "-- ":
            open_ += bare[:-1] if joined else bare
            continue
        yield open_ + bare
        open_ = ""
    if open_:
        yield open_.rstrip()
