"""Files made to hang, crash or to fill memory: `python -m tests.benchmarks.hostile` prints a line each."""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import typst

from reader.errors import ImportFailure
from reader.importing import read_all
from reader.importing.apart.pool import POOL
from tests.samples.make import _WORD, letter, packed, page
from tests.samples.story import TEXT

MEGABYTES = 5_000_000
LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "lol"}">' for n in range(10))

FILES: dict[str, Callable[[], str | bytes]] = {
    "deep.html": lambda: "<html><body>" + "<div>" * 100_000 + "<p>A crane fell.",
    "inline.html": lambda: "<html><body><p>" + "<b><i>" * 100_000 + "A crane fell.",
    "tables.html": lambda: "<html><body>" + "<table><tr><td>" * 50_000 + "A crane fell.",
    "long.html": lambda: "<html><body>" + "<p>A crane fell at the quay and 4 people were hurt.</p>" * 100_000,
    "word.html": lambda: "<html><body><p>" + "x" * MEGABYTES,
    "open.html": lambda: "<html><body>" + "<" * MEGABYTES,
    "data.html": lambda: "<html><body>" + "data:a/" * (MEGABYTES // 7),
    "attributes.html": lambda: "<html><body><p " + "a=b " * (MEGABYTES // 4) + ">A crane fell.",
    "entities.html": lambda: "<html><body><p>" + "&amp;" * (MEGABYTES // 5),
    "laughs.html": lambda: f"<!DOCTYPE html [{LAUGHS}]><html><body><p>&a9;</p>",
    "laughs.rss": lambda: f"<!DOCTYPE rss [{LAUGHS}]><rss><channel><title>&a9;</title><item>&a9;</item>",
    "items.rss": lambda: "<rss><channel>" + "<item><description>A crane fell.</description></item>" * 20_000,
    "deep.rss": lambda: "<rss>" + "<item>" * 100_000,
    "laughs.docx": lambda: packed({"word/document.xml": f'<!DOCTYPE d [{LAUGHS}]><d xmlns="{_WORD}">&a9;</d>'}),
    "deep.docx": lambda: packed({"word/document.xml": f'<d xmlns="{_WORD}">' + "<p>" * 100_000}),
    "long.docx": lambda: packed({"word/document.xml": "<d>" + "<p><t>A crane fell.</t></p>" * 99_999 + "</d>"}),
    "quotes.md": lambda: ">" * MEGABYTES,
    "brackets.md": lambda: "[" * 1_000_000,
    "stars.md": lambda: "*a " * 300_000,
    "ticks.md": lambda: "".join("`" * n + " " for n in range(1, 2_000)),
    "links.md": lambda: "[a](" * 200_000,
    "lists.md": lambda: "".join(" " * n + "- a\n" for n in range(1_500)),
    "groups.rtf": lambda: "{\\rtf1 " + "{" * 1_000_000 + "A crane fell.",
    "words.rtf": lambda: "{\\rtf1 " + "A crane fell.\\par\n" * 200_000 + "}",
    "slashes.rtf": lambda: "{\\rtf1 " + "\\" * MEGABYTES,
    "digits.rtf": lambda: "{\\rtf1{\\pict " + "0a" * (MEGABYTES // 2) + "}A crane fell.}",
    "deep.json": lambda: "[" * MEGABYTES,
    "digits.json": lambda: "9" * MEGABYTES,
    "lines.jsonl": lambda: "{}\n" * 200_000,
    "many.mbox": lambda: "From a Tue May  6 08:30:00 2031\n\nA crane fell.\n" * 20_000,
    "froms.mbox": lambda: "From " * (MEGABYTES // 5),
    "headers.eml": lambda: "Subject: a\n" + "X: y\n" * 300_000 + "\nA crane fell.",
    "folded.eml": lambda: "Subject: " + "=?utf-8?q?a?=\n " * 50_000 + "\n\nA crane fell.",
    "address.eml": lambda: "From: " + "(" * 200_000 + "\n\nA crane fell.",
    "type.eml": lambda: "Content-Type: text/plain; " + "a=b; " * 100_000 + "\n\nA crane fell.",
    "parts.eml": lambda: "Content-Type: multipart/mixed; boundary=a\n\n" + "--a\n\nA\n" * 200_000,
    "nested.eml": lambda: "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(5_000)),
    "forwarded.eml": lambda: "Content-Type: message/rfc822\n\n" * 3_000 + letter().decode(),
    "empty.pdf": lambda: "%PDF-1.7\n" + "1 0 obj\n" * 500_000,
    "loop.pdf": lambda: (
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 0 R]"
        "/Count 9999999>>endobj trailer<</Root 1 0 R>>\n%%EOF"
    ),
    "pages.pdf": lambda: many_pages(5_000),
    "huge.html": lambda: b"<p>A crane fell.</p>" * (100 * 1024 * 1024 // 20),
    "huge.zip": lambda: packed({f"{n}.html": b"<p>A crane fell.</p>" * 900_000 for n in range(6)}),
    "bomb.zip": lambda: packed({f"{n}.txt": bytes(40_000_000) for n in range(3)}),
    "files.zip": lambda: packed({f"{n}.txt": TEXT for n in range(12_000)}),
    "pages.zip": lambda: packed({f"{n}.html": page() for n in range(300)}),
    "length.warc": lambda: "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n\r\nHTTP/1.1 200 OK\r\n",
    "header.warc": lambda: "WARC/1.0\r\n" + "A: b\r\n" * 500_000,
}


def many_pages(count: int) -> bytes:
    """A PDF of so many pages, a paragraph on each."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "pages.typ"
        source.write_text(
            f"#for n in range({count}) [Crane #n fell at the quay. #pagebreak(weak: true)]", encoding="utf-8"
        )
        return typst.compile(str(source))


def largest() -> str:
    """The most memory that this process and the largest of its helpers have used."""
    import resource

    kinds = (("program", resource.RUSAGE_SELF), ("helper", resource.RUSAGE_CHILDREN))
    return ", ".join(f"{name} {resource.getrusage(kind).ru_maxrss // 1024} MB" for name, kind in kinds)


def results(folder: Path, names: dict[str, Callable[[], str | bytes]]) -> Iterator[tuple[str, float, list[object]]]:
    """Each file's name, the seconds that reading it took, and what came of it."""
    for name, make in names.items():
        made = make()
        path = folder / name
        path.write_bytes(made.encode() if isinstance(made, str) else made)
        begun = time.monotonic()
        found: list[object] = list(read_all(path))
        yield name, time.monotonic() - begun, found
        path.unlink()


def main() -> None:
    """Print a line a file."""
    with tempfile.TemporaryDirectory() as folder:
        for name, seconds, found in results(Path(folder), FILES):
            failures = [one for one in found if isinstance(one, ImportFailure)]
            said = f"{len(found) - len(failures)} articles, {len(failures)} failures"
            print(f"{name:16} {seconds:6.2f} s  {said}  {failures[-1] if failures else ''}", flush=True)
    POOL.close()
    if sys.platform != "win32":
        print("largest:", largest())


if __name__ == "__main__":
    main()
