"""How importing grows: `python -m tests.benchmarks.importing`; eight times the text, eight times the time."""

import time

from reader.importing import read_text

SENTENCE = "A ship ran aground off Cape Orrin late on Monday, with 212 people and their dogs on board.\n"
TEXTS = {
    "prose": SENTENCE,
    "one line": "word " * 16,
    "furniture": "Advertisement\n",
    "letters": "Dear Reader,\nyou\n",
    "teasers": "Also read: 5 ships wait\n",
    "breadcrumbs": "A | B > C / D\n",
    "dates": "May 3, 2031\n",
    "credits": SENTENCE + "AFP\n",
    "brackets": "(" * 8,
    "wrapped": "the ship ran aground off the cape late on Monday with many people on\n",
}
SMALL, LARGE = 60_000, 480_000


def seconds(piece: str, length: int) -> float:
    """How long a text of that length, made of the piece, takes."""
    text = piece * (length // len(piece))
    start = time.perf_counter()
    read_text(text)
    return time.perf_counter() - start


def main() -> None:
    """Print a line a kind of text."""
    read_text(SENTENCE)
    for name, piece in TEXTS.items():
        small, large = seconds(piece, SMALL), seconds(piece, LARGE)
        print(f"{name:12} {small * 1000:8.1f} ms {large * 1000:8.1f} ms   x {large / small:4.1f}")


if __name__ == "__main__":
    main()
