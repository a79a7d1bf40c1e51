"""What CONTRIBUTING promises of adding something is kept: each row of its table is done in a copy, and the checks run.

Nothing but what a row names is touched.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
COPIED = ("reader", "data", "packaging", "tests")
FILES = ("pyproject.toml", "README.md", "CONTRIBUTING.md")


class Scratch:
    """A copy of the tree in which something is added."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for name in COPIED:
            shutil.copytree(ROOT / name, root / name, copy_function=shutil.copy2)
        for name in FILES:
            shutil.copy2(ROOT / name, root / name)
        (root / "resources").mkdir()
        for path in (ROOT / "resources").iterdir():
            if path.name == "i18n":
                shutil.copytree(path, root / "resources" / "i18n")
            else:
                (root / "resources" / path.name).symlink_to(path)
        (root / ".venv").symlink_to(Path(sys.prefix))

    def write(self, file: str, text: str) -> None:
        """Make a file."""
        (self.root / file).write_text(text, encoding="utf-8")

    def insert(self, file: str, after: str, text: str) -> None:
        """Put text into a file, behind words that stand there once."""
        path = self.root / file
        before = path.read_text(encoding="utf-8")
        assert before.count(after) == 1, f"{file} has {after!r} {before.count(after)} times"
        path.write_text(before.replace(after, after + text), encoding="utf-8")

    def replace(self, file: str, words: str, by: str) -> None:
        """Put text in the place of words that stand in a file once."""
        self.insert(file, words, "")
        path = self.root / file
        path.write_text(path.read_text(encoding="utf-8").replace(words, by), encoding="utf-8")

    def append(self, file: str, text: str) -> None:
        """Put text at the end of a file."""
        path = self.root / file
        path.write_text(f"{path.read_text(encoding='utf-8').rstrip()}\n\n\n{text}", encoding="utf-8")

    def run(self, *arguments: str, folder: str = ".") -> str:
        """Run Python in the copy; what it says, which has to end well."""
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=self.root / folder,
            env={**os.environ, "PYTHONPATH": str(self.root), "PARALLAX_HOME": str(self.root / "home")},
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert done.returncode == 0, f"{done.stdout[-3000:]}\n{done.stderr[-2000:]}"
        return done.stdout

    def check(self, *tests: str) -> None:
        """Run some of the tests in the copy."""
        self.run("-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests)


@pytest.fixture
def scratch(tmp_path: Path) -> Scratch:
    return Scratch(tmp_path / "tree")


def import_format(scratch: Scratch) -> None:
    scratch.write(
        "reader/importing/dispatches.py",
        '"""Dispatches to articles: a headline between equals signs, then the text."""\n\n'
        "from reader.article import Article\n"
        "from reader.importing.decoding import decoded\n"
        "from reader.importing.drafts import Draft, article_of\n"
        "from reader.importing.options import ImportOptions\n\n\n"
        "def read(data: bytes, name: str, options: ImportOptions, _depth: int = 0) -> Article:\n"
        '    """The article in a dispatch."""\n'
        '    headline, _, text = decoded(data, name).strip().lstrip("=").partition("=")\n'
        "    return article_of(Draft(text.strip(), headline=headline.strip()), options)\n",
    )
    scratch.insert(
        "reader/importing/formats.py",
        '    ImportFormat("RTF document", (".rtf",), "rtf", roomy=True),\n',
        '    ImportFormat("Dispatch", (".dispatch",), "dispatches", apart=False, endless=(".dispatch",)),\n',
    )
    scratch.write("tests/samples/quay.dispatch", "= Fire at the quay =\nA shed at the quay burned on Friday.\n")
    scratch.check("tests/importing/test_samples.py", "tests/importing/test_files.py", "-k", "sample or formats")
    scratch.check("tests/importing/test_endings.py", "-k", "dispatch or cut_short")
    assert "Fire at the quay" in scratch.run("-m", "reader", "read", "tests/samples/quay.dispatch")
    assert ".dispatch" in scratch.run("-m", "reader", "read", "--help")
    scratch.write(
        "tests/ui/test_offered.py",
        "from PySide6.QtWidgets import QFileDialog\n\n\n"
        "def test_the_open_dialog_offers_it(window):\n"
        '    window.commands["import-files"].trigger()\n'
        '    assert "*.dispatch" in window.findChild(QFileDialog).nameFilters()[0]\n',
    )
    scratch.check("tests/ui/test_offered.py")


def lexicon(scratch: Scratch) -> None:
    scratch.append("data/lexicon/units.toml", '\n[length.smoot]\nfactor = 1.7018\nforms = ["smoot", "smoots"]\n')
    scratch.insert("data/lexicon/numbers.toml", "[units]", "\nelventy = 110")
    scratch.insert("data/lexicon/modifiers.toml", 'about = ["about", ', '"give or take", ')
    scratch.append("data/lexicon/agencies.toml", '\n"Lowen Wire" = ["Lowen Wire"]\n')
    scratch.append(
        "data/lexicon/boilerplate.toml",
        '\n[[lines]]\nname = "rowing"\nlongest = 8\npatterns = ["row with us to the next lamp"]\n',
    )
    scratch.check("tests/compare/figures/test_lexicon.py", "tests/test_lexicon.py")
    scratch.write(
        "a.txt",
        "The quay is 12 smoots long.\n\nIt cost elventy euros.\n\nRow with us to the next lamp\n\nIt was wet.\n",
    )
    told = scratch.run("-m", "reader", "figures", "a.txt")
    assert "smoot" in told
    assert "110" in told or "elventy" in told
    read = scratch.run("-m", "reader", "read", "a.txt", "--format", "json")
    assert '"boilerplate": []' not in read


def language(scratch: Scratch) -> None:
    for folder in ("data/lexicon/figures", "tests/compare/figures/languages/sentences"):
        text = (scratch.root / folder / "it.toml").read_text(encoding="utf-8")
        scratch.write(f"{folder}/co.toml", text)  # as near as the languages are
    scratch.insert("reader/compare/figures/languages/__init__.py", 'SUPPORTED = frozenset(["ar", ', '"co", ')
    scratch.check("tests/compare/figures/languages", "-k", "co or supported or English or english")


def export_format(scratch: Scratch) -> None:
    scratch.write(
        "reader/export/as_count.py",
        '"""How many passages and rows there are."""\n\n'
        "from reader.compare.comparison import Comparison\n"
        "from reader.export.choices import EVERYTHING, Choices\n"
        "from reader.export.document import RenderedDocument\n"
        "from reader.progress import Progress\n\n\n"
        "def render(comparison: Comparison, _progress: Progress, _choices: Choices = EVERYTHING) -> RenderedDocument:\n"
        '    """Two numbers."""\n'
        '    return RenderedDocument(f"{len(comparison.passages)} {len(comparison.ledger)}\\n".encode())\n',
    )
    scratch.insert(
        "reader/export/formats.py",
        '    ExportFormat("html", ".html", lambda: _("HTML"), "as_html"),\n',
        '    ExportFormat("count", ".count", lambda: "Count", "as_count", sections=("ledger",)),\n',
    )
    scratch.check("tests/export/test_files.py", "tests/ui/dialogs/test_export.py", "-k", "format or half")
    for name, count in (("one", 12), ("two", 19)):
        scratch.write(f"{name}.txt", f"The bridge at Orlo fell on Monday and {count} people were killed.\n")
    scratch.run("-m", "reader", "compare", "one.txt", "two.txt", "--count", "out.count")
    assert (scratch.root / "out.count").read_text(encoding="utf-8").split()[1] == "1"


def setting(scratch: Scratch) -> None:
    scratch.insert("reader/settings.py", '    citation: str = "plain"\n', "    columns: int = 1\n")
    scratch.insert("reader/settings.py", '    "interface.measure": (30, 160),\n', '    "interface.columns": (1, 3),\n')
    scratch.insert(
        "reader/ui/dialogs/preferences.py", "LOOKS = {\n", '    "interface.columns": Look("Columns", most=3),\n'
    )
    scratch.insert(
        "reader/ui/dialogs/preferences.py", '"interface.measure")),\n', '            ("", ("interface.columns",)),\n'
    )
    scratch.check("tests/test_settings.py", "tests/ui/dialogs/test_preferences.py", "-k", "not engine and not follows")
    code = "from reader.settings import *; p = Path('s.json'); p.write_text('{\"interface\": {\"columns\": %d}}'); "
    code += "print(read_settings(p).interface.columns)"
    assert [scratch.run("-c", code % n).strip() for n in (2, 7)] == ["2", "1"]


def command(scratch: Scratch) -> None:
    scratch.insert(
        "reader/cli/arguments.py",
        'the library is left alone"), "read_command"),\n',
        '        Command("greet", "say good day", "read_command"),\n',
    )
    scratch.replace(
        "reader/cli/read_command.py",
        'COMMANDS = {"read": add_read}',
        "def add_greet(one):\n"
        '    one.explain([("greet", "say it")])\n'
        '    one.set_defaults(run=lambda _args: print("Good day.") or 0)\n\n\n'
        'COMMANDS = {"read": add_read, "greet": add_greet}',
    )
    scratch.check("tests/cli/test_asking.py", "-k", "examples")
    assert scratch.run("-m", "reader", "greet") == "Good day.\n"


def action(scratch: Scratch) -> None:
    scratch.insert(
        "reader/ui/actions/specs.py",
        "ACTIONS: tuple[ActionSpec, ...] = (\n",
        '    ActionSpec("count", "Count the Stor&ies", ("Ctrl+Alt+Shift+C",), "", "How many stories there are"),\n',
    )
    scratch.insert("reader/ui/actions/specs.py", '"export-story", "import-story", ', '"count", ')
    scratch.insert(
        "reader/ui/controllers/stories.py",
        '        """Name what the commands call."""\n',
        '        actions.register("count", lambda: self._service.say("Counted."))\n',
    )
    scratch.write(
        "tests/ui/test_counted.py",
        "def test_it_is_done(window):\n"
        '    window.commands["count"].trigger()\n'
        '    assert [one.text for one in window.central.messages.shown] == ["Counted."]\n',
    )
    scratch.check("tests/ui/test_actions.py", "tests/ui/test_counted.py")


def dependency(scratch: Scratch) -> None:
    scratch.insert("pyproject.toml", "\ndependencies = [\n", '    "packaging>=26",\n')
    blocks = re.split(r"\n(?=\S)", (scratch.root / "packaging/requirements-test.txt").read_text(encoding="utf-8"))
    (locked,) = (one for one in blocks if one.startswith("packaging=="))
    lock = scratch.root / "packaging/requirements.txt"
    lock.write_text(
        f"{lock.read_text(encoding='utf-8').rstrip()}\n{locked}\n", encoding="utf-8"
    )  # as packaging/lock does
    scratch.insert(
        "README.md", "\n| NumPy |", " BSD-3 | vectors |\n| packaging | Apache-2.0 | tells versions apart |\n| NumPy |"
    )
    scratch.check("tests/packaging/test_setup.py", "-k", "locked or hashes or reason")


def words(scratch: Scratch) -> None:
    scratch.insert("reader/guide.py", "from reader.paths import shipped\n", "from reader.i18n import _\n")
    scratch.append("reader/guide.py", 'def greeting() -> str:\n    return _("Good day to whoever reads this.")\n')
    scratch.run("-m", "catalogues", folder="packaging")
    pot = (scratch.root / "resources/i18n/parallax.pot").read_text(encoding="utf-8")
    assert 'msgid "Good day to whoever reads this."' in pot
    scratch.check("tests/test_catalogue.py", "-k", "catalogue")


ROWS: dict[str, Callable[[Scratch], None]] = {
    "an import format": import_format,
    "a unit, number word, modifier, agency, boilerplate phrase": lexicon,
    "a language whose figures are read": language,
    "an export format": export_format,
    "a setting": setting,
    "a command of the command line": command,
    "an action": action,
    "a dependency": dependency,
    "words that people see": words,
}


def test_every_row_is_tried() -> None:
    table = TEXT.split("| to add | touch |\n|---|---|\n", 1)[1].split("\n\n", 1)[0]
    assert [line.split(" | ")[0].removeprefix("| ") for line in table.splitlines()] == list(ROWS)


@pytest.mark.parametrize("row", ROWS)
def test_a_row_does_what_it_says(row: str, scratch: Scratch) -> None:
    ROWS[row](scratch)
