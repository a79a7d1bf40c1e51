"""Coverage-guided fuzzing by atheris: `python -m tests.benchmarks.fuzz [SECONDS] [TARGET ...] [--corpus FOLDER]`.

A target is a format of files, the query parser, the figure reader, story files, settings, sessions, or what `verify`
takes out of a pack; each runs so many seconds in a process of its own, beginning with our samples. "all", which is the
default, runs them in one process for a minute. It fails on what readers never promise: an exception where a refusal
belongs, no answer in 30 seconds, 3 GB of memory, a span outside its text. In a folder, the corpus grows.

A reader's own surprise at a spoilt file, which an import words as "damaged", is counted and told with the place in
our code where it arose, for there a text may be hidden that could have been read.
"""

import argparse
import contextlib
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

PARTS = {"query": "reader.search.query", "figures": "reader.compare", "all": "reader"}
ONE = sys.argv[2] if sys.argv[1:2] == ["--one"] else ""
"""The target that this process is for."""
try:
    import atheris

    included = PARTS.get(ONE, "reader.importing")
    watched = atheris.instrument_imports(include=[included]) if ONE else contextlib.nullcontext()
except ImportError:  # only made for Linux: `main` says so
    watched = contextlib.nullcontext()

with watched:
    from reader.article import Article
    from reader.compare import figures
    from reader.compare.witness import Witness
    from reader.errors import ReaderError
    from reader.export.packs import Pack, pack_of
    from reader.importing.formats import FORMATS, ImportFormat, format_of
    from reader.importing.options import ImportOptions
    from reader.search import query
    from reader.settings import read_settings, write_settings
    from reader.ui.state.session import read_session, write_session
    from reader.workspace import portable
    from tests.benchmarks import fuzzing
    from tests.samples.make import ARTICLES
    from tests.workspace.accounts import account

Target = Callable[[bytes], None]
SAMPLES = Path(__file__).parent.parent / "samples"
SECONDS, MEGABYTES, HANGS = 60, 3_000, 30
ROOT = Path(__file__).parent.parent.parent / "reader"
surprises: Counter[str] = Counter()


def importing(kind: ImportFormat) -> Target:
    """Read the bytes as a file of one format, in this process and with its surprises let through."""

    def target(data: bytes) -> None:
        name = f"fuzzed{kind.suffixes[0]}"
        try:
            read = kind.read(data, name, ImportOptions(), *([0] if kind.holds_files else []))
            found = [read] if isinstance(read, Article) else list(read)
        except ReaderError:
            return
        except (MemoryError, AssertionError):
            raise
        except Exception as error:
            surprises[_arisen(error)] += 1
            return
        for one in found:
            if isinstance(one, Article):
                assert one.text.strip(), "an article without text"
                assert all(0 <= s.start < s.end <= len(one.text) for s in one.boilerplate), one.boilerplate
                json.dumps(one.headline)
            else:
                assert str(one).isprintable(), str(one)

    return target


def repacked(kind: ImportFormat, sample: Path) -> Target:
    """The same where files are packed: the first byte says of which member of a sample the others take the place."""
    with zipfile.ZipFile(sample) as file:
        members = {name: file.read(name) for name in file.namelist()}
    read = importing(kind)

    def target(data: bytes) -> None:
        if data[:2] == b"PK" or not data:
            return read(data)
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as file:
            for number, (name, content) in enumerate(members.items()):
                file.writestr(name, data[1:] if number == data[0] % len(members) else content)
        return read(made.getvalue())

    return target


def parsed_query(data: bytes) -> None:
    """What stands in the line of search."""
    text = data.decode("utf-8", "surrogateescape")
    found = query.parse(text)
    assert query.parse(text) == found


def read_figures(data: bytes) -> None:
    """A text of some language, its figures alone and against another account's."""
    text = data[1:].decode("utf-8", "replace")
    if not text.strip():
        return
    language = ("en", "de", "es", "fr", "ru", "zh", "ar", "")[data[0] % 8]
    one = Witness.of(Article("one", text, language=language))
    for figure in figures.read(one):
        at = figure.excerpt.span
        assert 0 <= at.start < at.end <= len(text), figure
    other = Witness.of(account("Post", 12, 300))
    figures.find((one, other), ())


def in_file(read: Callable[[Path], object], name: str) -> Target:
    """Something that reads a file of its own."""
    folder = Path(tempfile.mkdtemp())

    def target(data: bytes) -> None:
        path = folder / name
        path.write_bytes(data)
        with contextlib.suppress(ReaderError):
            read(path)
        for left in folder.iterdir():
            left.unlink()

    return target


def kept_settings(path: Path) -> None:
    """Settings are read whatever the file holds, and what was read can be kept and read again."""
    found = read_settings(path)
    write_settings(found, path)
    assert read_settings(path) == found


def kept_session(path: Path) -> None:
    """The same for a session."""
    found = read_session(path)
    write_session(found, path)
    read_session(path)


def told_pack(data: bytes) -> None:
    """What the child process tells of a pack, the attached comparison foremost."""
    text = data.decode("utf-8", "surrogateescape")
    attached = {"comparison.json": {"text": text, "sum": ""}, "data.json": {"text": text}}
    for told in (json.dumps({"attached": attached, "signatures": 0}).encode(), data):
        with contextlib.suppress(ReaderError):
            assert isinstance(pack_of(Path("pack.pdf"), told), Pack)


PACKED = {
    kind: name
    for kind in FORMATS
    for name in ARTICLES
    if name.endswith(kind.suffixes[0]) and zipfile.is_zipfile(SAMPLES / name)
}
"""Formats that are packed files, with a sample of each."""

TARGETS: dict[str, Target] = {
    **{kind.module: importing(kind) for kind in FORMATS},
    **{kind.module: repacked(kind, SAMPLES / name) for kind, name in PACKED.items()},
    "query": parsed_query,
    "figures": read_figures,
    "story": in_file(portable.read, "story.json"),
    "settings": in_file(kept_settings, "settings.json"),
    "session": in_file(kept_session, "session.json"),
    "pack": told_pack,
}
NAMES = tuple(TARGETS)


def any_of_them(data: bytes) -> None:
    """The target that the first byte says."""
    if data:
        TARGETS[NAMES[data[0] % len(NAMES)]](data[1:])


def seeds(name: str) -> Iterator[bytes]:
    """What fuzzing begins with: our samples and sentences."""
    if name == "all":
        yield from (bytes([n]) + data for n, one in enumerate(NAMES) for data in seeds(one))
    elif name in {kind.module for kind in FORMATS}:
        for sample in ARTICLES:
            data = (SAMPLES / sample).read_bytes()
            if format_of(data, sample).module == name:
                yield data
        for kind in (k for k in PACKED if k.module == name):
            with zipfile.ZipFile(SAMPLES / PACKED[kind]) as file:
                yield from (bytes([n]) + file.read(member) for n, member in enumerate(file.namelist()))
    elif name == "query":
        yield from (one.encode("utf-8", "surrogatepass") for one in fuzzing.queries(60, 200) if len(one) < 400)
    elif name == "figures":
        texts = (
            account("Post", 12, 300).text,
            "Zwölf Menschen starben, 2,5 Millionen Euro.",
            "Murieron veintidós.",
            "Près de 1,2 million d’euros.",
            "Погибли пятьдесят семь человек.",
            "造成12人死亡，约3万5千人撤离。",
            "قتل 12 شخصا.",
            "At 9.30pm, 1 in 5.",
        )
        yield from (bytes([n]) + text.encode() for n, text in enumerate(texts))
    elif name == "story":
        told = {"kind": portable.KIND, "schema": 1, "name": "Fire", "articles": [{"text": "A fire.", "tags": ["a"],
                "boilerplate": [[0, 1]], "provenance": {}, "notices": []}] * 2,
                "comparisons": [{"name": "c", "articles": [0, 1], "options": {}, "note": ""}],
                "decisions": [{"articles": [0, 1], "subject": "a:b", "kind": "dismissed", "mentions": [[0, 0, 1]]}],
                "groupings": [{"articles": [0, 1], "mentions": [[0, 0, 1], [1, 0, 1]]}]}  # fmt: skip
        yield json.dumps(told).encode()
    elif name == "pack":
        article = dict.fromkeys(("id", "text", "headline", "outlet", "path"), "a")
        yield json.dumps({"schema": 1, "articles": [article]}).encode()
    else:
        yield b'{"compare": {"passages": {"cutoff": 60.0}}, "importing": {"max_bytes": 5}, "places": [["a", 1]]}'


def fuzz(name: str, seconds: int, corpus: Path, found: Path) -> None:
    """Fuzz one target in this process, which atheris ends."""
    target = any_of_them if name == "all" else TARGETS[name]
    with atheris.instrument_imports(include=[included]):  # for what is imported at first use
        for data in seeds(name):
            target(data)
    _say_at_the_end(name)
    limits = [f"-max_total_time={seconds}", f"-timeout={HANGS}", f"-rss_limit_mb={MEGABYTES}"]
    quiet = ["-verbosity=0", "-print_final_stats=1", f"-artifact_prefix={found}/"]
    same = (
        ["-seed=1", "-runs=2000"] if name == "all" else []
    )  # a check that is run for everybody finds the same each time
    atheris.Setup([sys.argv[0], *limits, *same, *quiet, "-max_len=100000", str(corpus)], target)
    atheris.Fuzz()


def _say_at_the_end(name: str) -> None:
    """What surprised a reader, whenever this process ends."""
    import atexit

    def say() -> None:
        for words, count in surprises.most_common(20):
            print(f"SURPRISED {name} {count} {words}", flush=True)

    atexit.register(say)


def _arisen(error: BaseException) -> str:
    """The kind of an exception and the place where it arose, or where our code called what raised it."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if Path(frame.filename).is_relative_to(ROOT)]
    at = own[-1] if own else frames[-1]
    where = "here" if own and frames[-1] is own[-1] else "beneath"
    return f"{where} {type(error).__name__} at {Path(at.filename).name}:{at.lineno}"


def run(name: str, seconds: int, corpus: Path) -> str:
    """Fuzz one target in a process of its own; the line to print, which begins with FOUND where there is a fault."""
    with tempfile.TemporaryDirectory() as made:
        own, found = corpus / name.replace(".", "_"), Path(made)
        own.mkdir(parents=True, exist_ok=True)
        for number, data in enumerate(seeds(name)):
            (own / f"seed{number}").write_bytes(data)
        command = [sys.executable, "-P", "-m", "tests.benchmarks.fuzz", "--one", name, str(seconds), str(own), made]
        ended = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
        said = ended.stdout + ended.stderr
        runs = re.search(r"number_of_executed_units: (\d+)", said)
        peak = re.search(r"peak_rss_mb: +(\d+)", said)
        line = f"{name:24} {runs[1] if runs else '?':>9} runs, {peak[1] if peak else '?':>5} MB"
        odd = [one for one in said.splitlines() if one.startswith("SURPRISED")]
        kept = []
        for one in found.iterdir():
            kept.append(corpus / f"found-{name}-{one.name}")
            one.replace(kept[-1])
        if ended.returncode:
            tail = "\n".join(said.splitlines()[-60:])
            return f"FOUND {line}: {', '.join(map(str, kept)) or ended.returncode}\n{tail}"
        return "\n".join([line, *odd])


def main() -> int:
    """Fuzz what was named, or all; 1 where anything was found."""
    if sys.argv[1:2] == ["--one"]:
        name, seconds, corpus, found = sys.argv[2:]
        fuzz(name, int(seconds), Path(corpus), Path(found))
    if "atheris" not in sys.modules:
        print("atheris is not installed here (it is made for Linux): nothing was fuzzed.")
        return 0
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("seconds", nargs="?", type=int, default=SECONDS)
    asked.add_argument("targets", nargs="*", choices=[*TARGETS, "all"], default="all")
    asked.add_argument("--corpus", type=Path)
    args = asked.parse_args()
    failed = False
    with tempfile.TemporaryDirectory() as made:
        for name in args.targets if isinstance(args.targets, list) else [args.targets]:
            said = run(name, args.seconds, args.corpus or Path(made))
            failed |= said.startswith("FOUND")
            print(said, flush=True)
    return int(failed)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main())
