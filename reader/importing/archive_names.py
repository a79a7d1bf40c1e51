"""Names as archives and programs write them: of people, without the words around them, and of languages."""

import re

from reader.lexicon import load
from reader.text.folding import folded


def line(said: str) -> str:
    """White space as single spaces."""
    return " ".join(said.split())


def named(byline: str) -> str:
    """The names in a byline, without the word before them and the sentence after."""
    said = line(byline)
    for opening in load("exports")["bylines"]["openings"]:
        if folded(said).startswith(f"{folded(opening)} ") and len(said) > len(opening) + 1:
            said = said[len(opening) :].strip()
            break
    said = re.split(r";\s(?=[^;]{60})", said)[0]  # "Ana Petrel; she wrote from Port Vela and has followed the case …"
    return said.rstrip(" ;,")[:300]


def language_named(said: str) -> str:
    """The ISO 639-1 code of a language by one of its names, or of a code; empty where it is none."""
    for part in re.split(r"[;,/|]", said):
        word = folded(line(part))
        for code, names in load("exports")["languages"].items():
            if word == code or word in map(folded, names):
                return str(code)
    return ""
