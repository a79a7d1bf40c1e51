"""No word of the engine stands where people read: window, tool tips, documents, heads of tables, command line."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MARKS = {"_", "N_", "ngettext", "pgettext"}

# What the engine calls things. A reader is told of what "may conflict", of quotations, settings, minimaps, findings, of
# the table of figures and what is counted in it.
ENGINE = re.compile(
    r"\b(?:stems?|cutoffs?|utterances?|scores?|lanes?|docks?|tensions?|likeness|ledgers?|witness(?:es)?|scopes?|"
    r"tokens?|lemmas?|embeddings?|vectors?|semantic|corpus|alignments?|anchors?|the base|hold others|only here)\b",
    re.IGNORECASE,
)
SCORE = "score"
"""Of a game: what the table of figures calls such a row."""
HELD = re.compile(r"\{[^{}]*\}")


def visible(path: Path) -> Iterator[tuple[int, str]]:
    """The strings of a source file that pass through the catalogue, with their lines, without what is filled in."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS:
            for one in node.args:
                for part in ast.walk(one):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        yield part.lineno, HELD.sub("", part.value)


@pytest.mark.parametrize(
    "path", sorted((ROOT / "reader").rglob("*.py")), ids=lambda p: str(p.relative_to(ROOT / "reader"))
)
def test_no_visible_string_speaks_as_the_engine_does(path: Path) -> None:
    told = ((line, words) for line, words in visible(path) if words != SCORE)
    wrong = [f"{line}: {words}" for line, words in told if ENGINE.search(words)]
    assert wrong == []


def test_what_it_looks_for_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(
        '_("Least {score} of the Score")\nngettext("a dock", "docks", n)\n', encoding="utf-8"
    )
    found = [words for _line, words in visible(tmp_path / "a.py")]
    assert found == ["Least  of the Score", "a dock", "docks"]
    assert all(map(ENGINE.search, found))


@pytest.mark.parametrize("path", sorted((ROOT / "resources" / "report").glob("*.typ")), ids=lambda p: p.name)
def test_no_word_stands_in_the_template_of_the_pdf(path: Path) -> None:
    """What a page says comes from the program, in the reader's language; the template knows names of fields only."""
    text = re.sub(r"//.*", "", path.read_text(encoding="utf-8"))
    assert re.findall(r"\[[A-Z][a-z]+ [a-z]+", text) == []
