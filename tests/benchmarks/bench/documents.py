"""A comparison to a PDF, beside typst alone on the same source; pages read, and imported, beside trafilatura."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import trafilatura

from reader.compare.engine import compare
from reader.export import pdf
from reader.importing import read_file
from reader.paths import shipped
from reader.progress import silent
from tests.benchmarks import texts as made_up
from tests.benchmarks.bench.comparing import articles
from tests.benchmarks.bench.report import OTHER
from tests.benchmarks.bench.rounds import Row, Spent, Work, clocked, in_turn, tell
from tests.benchmarks.bench.sizes import Sizes
from tests.benchmarks.bench.starting import ROOT, run
from tests.benchmarks.passages import texts

_TYPST = (
    "import json, sys, typst; from pathlib import Path; folder, fonts = map(Path, sys.argv[1:])\n"
    "stamp = json.loads((folder / 'data.json').read_bytes())['timestamp']\n"
    "made = typst.Compiler(folder / 'comparison.typ', root=folder, font_paths=[fonts], ignore_system_fonts=True)\n"
    "made.compile(output=folder / 'alone.pdf', pdf_standards=['ua-1', 'a-3a'], timestamp=stamp)\n"
)


def measure(sizes: Sizes, other: Path | None) -> list[Row]:
    """Both ways, and importing from beginning to end."""
    return [*_typeset(sizes), *_pages(sizes), *_imported(sizes, other)]


def _typeset(sizes: Sizes) -> list[Row]:
    tell(f"{sizes.accounts} accounts to PDF")
    comparison = compare(articles(texts(sizes.account_words, sizes.accounts)))
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder)
        _keep_source(comparison, kept)
        command = [sys.executable, "-c", _TYPST, str(kept), str(shipped("resources") / "fonts")]
        return in_turn(
            "document",
            f"{sizes.accounts} accounts to PDF, whole",
            lambda: clocked(lambda: pdf.render(comparison, silent)),
            {"typst alone, same source": lambda: clocked(lambda: subprocess.run(command, check=True))},
            sizes.rounds,
            {"typst alone, same source": 1.3},
        )


def _keep_source(comparison: object, kept: Path) -> None:
    """What our own process for typesetting hands to typst, kept when it is done."""
    result = pdf._result

    def keeping(folder: Path) -> dict[str, object]:
        for file in folder.iterdir():
            (kept / file.name).write_bytes(file.read_bytes())
        return result(folder)

    pdf._result = keeping
    try:
        pdf.render(comparison, silent)
    finally:
        pdf._result = result


def page(number: int) -> bytes:
    """A news page as outlets build them: metadata, a menu, the article between teasers, a footer."""
    one = made_up.article(number)
    about = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": one.headline,
        "datePublished": one.published, "author": {"@type": "Person", "name": one.byline.removeprefix("By ")},
    }  # fmt: skip
    menu = "".join(f'<li><a href="/{n}">{word}</a></li>' for n, word in enumerate(one.text.split()[:30]))
    body = "".join(f"<p>{part}</p>" for part in one.text.split("\n\n"))
    teasers = "".join(
        f'<div class="teaser"><a href="/t{n}"><h3>{made_up.article(number + n).headline}</h3></a></div>'
        for n in range(1, 9)
    )
    return (
        f'<!doctype html><html lang="{one.language}"><head><meta charset="utf-8"><title>{one.headline} | {one.outlet}'
        f'</title><meta property="og:site_name" content="{one.outlet}"><script type="application/ld+json">'
        f"{json.dumps(about)}</script></head><body><nav><ul>{menu}</ul></nav><main><article><h1>{one.headline}</h1>"
        f'<p class="standfirst">{one.standfirst}</p><p class="byline">{one.byline}</p>{body}</article></main>'
        f"<aside>{teasers}</aside><footer><ul>{menu}</ul><p>All rights reserved.</p></footer></body></html>"
    ).encode()


def _pages(sizes: Sizes) -> list[Row]:
    tell(f"{sizes.pages} pages")
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"page{n}.html" for n in range(sizes.pages)]
        for number, path in enumerate(paths):
            path.write_bytes(page(number * 6))

        def ours() -> None:
            for path in paths:
                read_file(path)

        def theirs() -> None:
            for path in paths:
                trafilatura.bare_extraction(path.read_text(encoding="utf-8"), with_metadata=True)

        ours()
        rows = in_turn(
            "document",
            f"{sizes.pages} web pages read",
            lambda: clocked(ours),
            {"trafilatura alone": lambda: clocked(theirs)},
            sizes.rounds,
        )
        # The helper that reads them lives on, so that nobody is told what of a processor it took.
        return [replace(row, of_processor=0.0) for row in rows]


def _imported(sizes: Sizes, other: Path | None) -> Iterator[Row]:
    """Pages by the command line, into a library that is made for them, beside the extractor in a process of its own."""
    pages, texts = 3 * sizes.pages, 16 * sizes.pages
    tell(f"{pages} pages and {texts} texts imported")
    with tempfile.TemporaryDirectory() as folder:
        of_pages, of_texts = Path(folder) / "pages", Path(folder) / "texts"
        for place in (of_pages, of_texts):
            place.mkdir()
        for number in range(pages):
            (of_pages / f"{number}.html").write_bytes(page(number * 6))
        for number in range(texts):
            one = made_up.article(number)
            (of_texts / f"{number}.txt").write_text(f"{one.headline}\n\n{one.text}", encoding="utf-8")
        alone: Work = lambda: run([sys.executable, "-c", _ALONE, str(of_pages)], os.environ)  # noqa: E731
        several: list[tuple[str, Path, dict[str, Work], dict[str, float]]] = [
            ("pages", of_pages, {"trafilatura alone, whole process": alone}, {"trafilatura alone, whole process": 1.0}),
            ("plain texts", of_texts, {}, {OTHER: 1 / 3}),
        ]
        for kind, place, peers, goals in several:
            if other is not None:
                peers[OTHER] = partial(_import, other, place)
            ours = partial(_import, ROOT, place)
            ours()
            work = f"{len(list(place.iterdir()))} {kind} imported, whole process"
            yield from in_turn("document", work, ours, peers, sizes.rounds, goals)


_ALONE = (
    "import pathlib, sys, trafilatura\n"
    "for path in pathlib.Path(sys.argv[1]).iterdir():\n"
    "    trafilatura.bare_extraction(path.read_bytes(), with_metadata=True)"
)


def _import(build: Path, place: Path) -> Spent:
    with tempfile.TemporaryDirectory() as home:
        return run([str(build / "packaging" / "run"), "import", str(place)], os.environ | {"PARALLAX_HOME": home})
