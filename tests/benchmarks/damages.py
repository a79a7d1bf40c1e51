"""Damage of libraries, indexes and packs, told or not: `python -m tests.benchmarks.damages [LIBRARIES INDEXES PACKS]`.

Files are cut, bytes are changed, older copies are put back. What changes nothing that anybody can read is harmless;
whatever else was not told is silent, and named.
"""

import contextlib
import io
import os
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pikepdf

from reader import cli
from reader.errors import ExportError, ReaderError
from reader.export.packs import differences, read_pack
from reader.library import Library
from reader.paths import Paths
from reader.workspace import Workspace
from tests.workspace.accounts import account

OUTLETS = ("Post", "Courier", "Radio", "Herald", "Echo", "Gazette", "Mirror", "Tide", "Watch", "Lamp")


def spoil(path: Path, chance: random.Random) -> str:
    """Cut a file, or change some of its bytes; what was done."""
    content = bytearray(path.read_bytes())
    if chance.random() < 0.3:
        path.write_bytes(content[: chance.randrange(len(content))])
        return "cut"
    for _time in range(chance.choice([1, 1, 8, 512])):
        at = chance.randrange(len(content))
        content[at] ^= 1 << chance.randrange(8)
    path.write_bytes(content)
    return "bytes"


def held(workspace: Workspace) -> list[object]:
    """All that a reader can read in a library."""
    found: list[object] = []
    for row in workspace.library.rows():
        with contextlib.suppress(ReaderError):
            article = workspace.library.get(row.id)
            found.append((article, row.story, row.tags))
    return [*found, *workspace.library.stories.all(), *workspace.library.decisions.all()]


def libraries(count: int, folder: Path, fates: Counter[str]) -> None:
    """Spoil a library again and again."""
    home = Paths.under(folder / "whole")
    workspace = Workspace(home)
    story = workspace.story("Fire")
    for n in range(60):
        workspace.library.add(account(OUTLETS[n % 10], 10 + n, 300 + n, f"Report {n}."), story)
    good = held(workspace)
    workspace.close()
    for number in range(count):
        chance = random.Random(number)  # noqa: S311
        there = Paths.under(folder / "spoilt")
        shutil.rmtree(folder / "spoilt", ignore_errors=True)
        shutil.copytree(folder / "whole", folder / "spoilt")
        how = spoil(there.library, chance)
        try:
            workspace = Workspace(there)
        except ReaderError:
            fates[f"library, {how}: refused"] += 1
            continue
        try:
            told = bool(workspace.notices) or not workspace.library.check().is_good
            same = held(workspace) == good
        except ReaderError:
            told = True
        finally:
            with contextlib.suppress(ReaderError):
                workspace.close()
        fates[f"library, {how}: {'told' if told else 'harmless' if same else 'SILENT'}"] += 1


def indexes(count: int, folder: Path, fates: Counter[str]) -> None:
    """Spoil a file of an index again and again, and search on the command line."""
    home = Paths.default()
    cli_said("list")
    with Library.open(home.library) as library:
        for n in range(60):
            library.add(account(OUTLETS[n % 10], 10 + n, 300 + n, f"Report {n}."))
    cli_said("search", "depot")
    shutil.copytree(home.index, folder / "index")
    for number in range(count):
        chance = random.Random(number)  # noqa: S311
        shutil.rmtree(home.index)
        shutil.copytree(folder / "index", home.index)
        files = sorted(path for path in home.index.rglob("*") if path.is_file() and path.stat().st_size)
        how = spoil(chance.choice(files), chance)
        out, _err = cli_said("search", "depot")
        fates[f"index, {how}: {'right answer' if out.startswith('60 articles.') else 'SILENT'}"] += 1


def packs(count: int, folder: Path, fates: Counter[str]) -> None:
    """Change a pack, on its pages or in what is attached."""
    files = []
    for n, outlet in enumerate(OUTLETS[:3]):
        files.append(str(folder / f"{outlet}.txt"))
        Path(files[-1]).write_text(account(outlet, 12 + 7 * n, 300 + 50 * n).text, encoding="utf-8")
    whole = folder / "whole.pdf"
    cli_said("compare", *files, "--pdf", str(whole))
    for number in range(count):
        chance = random.Random(number)  # noqa: S311
        how = chance.choice([paint, cover, retype, attach])
        changed = folder / "changed.pdf"
        with pikepdf.open(whole) as file:
            how(file, chance)
            file.save(changed)
        try:
            told = bool(differences(read_pack(changed)))
        except ExportError:
            told = True
        fates[f"pack, {how.__name__}: {'told' if told else 'SILENT'}"] += 1


def paint(file: pikepdf.Pdf, chance: random.Random) -> None:
    """A spot on a page."""
    x, y = chance.uniform(60, 760), chance.uniform(60, 520)
    chance.choice(file.pages).contents_add(f"q 1 0 0 rg {x:.1f} {y:.1f} 14 7 re f Q".encode())


def cover(file: pikepdf.Pdf, chance: random.Random) -> None:
    """White over the upper half of a page."""
    chance.choice(file.pages).contents_add(b"q 1 1 1 rg 0 300 850 300 re f Q")


def retype(file: pikepdf.Pdf, chance: random.Random) -> None:
    """Glyphs of one word swapped for others in the stream that paints a page."""
    sheet = chance.choice(file.pages)
    parts = list(pikepdf.parse_content_stream(sheet))
    shown = [n for n, (operands, operator) in enumerate(parts) if str(operator) in ("Tj", "TJ") and operands]
    one, other = chance.sample(shown, 2)
    while parts[one].operands == parts[other].operands:
        one, other = chance.sample(shown, 2)
    parts[one], parts[other] = (
        pikepdf.ContentStreamInstruction(parts[other].operands, parts[one].operator),
        pikepdf.ContentStreamInstruction(parts[one].operands, parts[other].operator),
    )
    sheet.Contents = file.make_stream(pikepdf.unparse_content_stream(parts))


def attach(file: pikepdf.Pdf, chance: random.Random) -> None:
    """A letter or a digit of the attached data changed."""
    name = chance.choice(["comparison.json", "data.json"])
    text = bytearray(file.attachments[name].get_file().read_bytes())
    places = [n for n, byte in enumerate(text) if chr(byte).isdigit()]
    at = chance.choice(places)
    text[at] = ord(str((int(chr(text[at])) + 1) % 10))
    file.attachments[name] = pikepdf.AttachedFileSpec(file, bytes(text), filename=name)


def cli_said(*arguments: str) -> tuple[str, str]:
    """What the command line prints."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        cli.main(list(arguments))
    return out.getvalue(), err.getvalue()


def main(*counts: int) -> None:
    """Spoil, and count what became of it."""
    fates: Counter[str] = Counter()
    kinds: tuple[Callable[[int, Path, Counter[str]], None], ...] = (libraries, indexes, packs)
    for kind, count in zip(kinds, counts or (200, 200, 300), strict=True):
        with tempfile.TemporaryDirectory() as folder:
            os.environ["PARALLAX_HOME"] = str(Path(folder) / "home")
            kind(count, Path(folder), fates)
        for fate, number in sorted(fates.items()):
            if fate.startswith({libraries: "library", indexes: "index", packs: "pack"}[kind]):
                print(f"{number:6} {fate}", flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
