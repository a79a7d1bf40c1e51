"""Text in pictures of pages, by Tesseract where it is installed and the reader has asked for it; nothing is written."""

import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from typing import Any

from reader.importing import limits
from reader.importing.language import language_of

_SCALE = 300 / 72
"""Pixels a point: figures are misread on coarser pictures."""
_PIXELS = 40_000_000
# What Tesseract calls the languages whose texts tell which they are.
_NAMES = {
    "en": "eng", "de": "deu", "fr": "fra", "es": "spa", "it": "ita", "pt": "por", "nl": "nld", "pl": "pol", "ru": "rus",
    "cs": "ces", "sv": "swe", "da": "dan", "no": "nor", "fi": "fin", "hu": "hun", "ro": "ron", "tr": "tur", "el": "ell",
    "uk": "ukr", "id": "ind",
}  # fmt: skip
_TRIED = 4


def program() -> str:
    """Where Tesseract is; empty where it is not installed."""
    return shutil.which("tesseract") or ""


def recognised(pages: Iterator[Any]) -> Iterator[list[str]]:
    """The paragraphs of each page of a document, their lines as they are; nothing where a picture cannot be read."""
    known = _installed()
    chosen = "+".join([name for name in _NAMES.values() if name in known][:_TRIED]) or "eng"
    told = False
    for page in pages:
        picture = _picture(page)
        paragraphs = _paragraphs(_run(picture, chosen))
        if paragraphs and not told:  # one language reads better than several
            told = True
            name = _NAMES.get(language_of("\n".join(paragraphs)), "eng")
            if name in known and name != chosen:
                chosen = name
                paragraphs = _paragraphs(_run(picture, chosen))
        yield paragraphs


def _picture(page: Any) -> bytes:
    """A page in shades of grey, as a portable greymap."""
    width, height = page.get_size()
    scale = min(_SCALE, (_PIXELS / max(1.0, width * height)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    data = bytes(bitmap.buffer)
    rows = (data[n * bitmap.stride : n * bitmap.stride + bitmap.width] for n in range(bitmap.height))
    return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + b"".join(rows)


def _run(picture: bytes, languages: str) -> str:
    command = [program(), "stdin", "stdout", "-l", languages, "--psm", "3"]
    try:
        done = subprocess.run(  # noqa: S603 - a program of this system, whose input is a picture
            command, input=picture, capture_output=True, timeout=limits.RECOGNITION_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace")


def _paragraphs(text: str) -> list[str]:
    several = text.replace("\f", "\n").split("\n\n")
    return [one.strip() for one in several if sum(map(str.isalnum, one)) > 1]


@cache
def _installed() -> frozenset[str]:
    """The languages that Tesseract can read here."""
    try:
        done = subprocess.run([program(), "--list-langs"], capture_output=True, timeout=20, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    return frozenset(done.stdout.decode("utf-8", "replace").split())
