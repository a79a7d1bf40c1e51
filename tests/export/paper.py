"""The words of a PDF in reading order: by pdftotext (poppler-utils) where that is, else by the engine of Chromium."""

import shutil
import subprocess
from pathlib import Path

import pypdfium2


def words(path: Path) -> str:
    """All pages, white space and line ends as single spaces."""
    return " ".join((_by_poppler(path) if shutil.which("pdftotext") else _by_pdfium(path)).split())


def _by_poppler(path: Path) -> str:
    return subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout


def _by_pdfium(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()
