"""The catalogue for translators holds every visible string."""

import ast
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

import reader

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "packaging"))

from catalogues import countries, messages  # noqa: E402


@pytest.fixture(scope="module")
def strings() -> Catalog:
    return messages.template()


def test_the_catalogue_is_that_of_the_code(strings: Catalog) -> None:
    assert messages.TEMPLATE.read_bytes() == messages.written(strings, header=False), "run packaging/catalogue"


def test_every_word_that_is_asked_for_is_found(strings: Catalog) -> None:
    """Babel does not look into the braces of an f-string: what is asked for there was never translated."""
    known = {one.id if isinstance(one.id, str) else one.id[0] for one in strings if one.id}
    calls = (
        (path, node)
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"_", "N_", "ngettext"}
    )
    asked = [(path, one.args[0]) for path, one in calls if one.args]
    lost = [
        f"{path.relative_to(ROOT)}:{words.lineno} {words.value}"
        for path, words in asked
        if isinstance(words, ast.Constant) and words.value not in known
    ]
    assert lost == [], "take the call out of the braces"


@pytest.mark.parametrize("language", messages.languages())
def test_the_catalogue_of_a_language_is_up_to_date(language: str, strings: Catalog) -> None:
    catalogue = messages.translated(language, strings)
    assert messages.place(language, ".po").read_bytes() == messages.written(catalogue, header=True), (
        "run packaging/catalogue"
    )
    assert messages.place(language, ".mo").read_bytes() == messages.compiled(catalogue)


@pytest.mark.parametrize("source", messages.keys())
def test_the_names_of_keys_are_compiled(source: Path, tmp_path: Path) -> None:
    messages.compile_keys(source, tmp_path / "keys.qm")
    assert source.with_suffix(".qm").read_bytes() == (tmp_path / "keys.qm").read_bytes(), "run packaging/catalogue"


def test_how_countries_write_is_what_babel_says() -> None:
    assert countries.RESULT.read_text(encoding="utf-8") == countries.written(), "run packaging/catalogue"


SPOKEN = {"_", "ngettext"}
MODULES = sorted((ROOT / "reader").rglob("*.py"))


def at_import(node: ast.AST) -> Iterator[ast.Call]:
    """The calls that are made when a module is loaded: all but those inside functions."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        inside: list[ast.AST | None] = [*node.decorator_list, *node.args.defaults, *node.args.kw_defaults]
    elif isinstance(node, ast.Lambda):
        inside = [*node.args.defaults, *node.args.kw_defaults]
    else:
        inside = list(ast.iter_child_nodes(node))
    if isinstance(node, ast.Call):
        yield node
    for part in inside:
        if part is not None:
            yield from at_import(part)


def frozen(source: str) -> list[int]:
    """The lines on which words are put into a language when a module is loaded."""
    calls = at_import(ast.parse(source))
    return [call.lineno for call in calls if isinstance(call.func, ast.Name) and call.func.id in SPOKEN]


def test_no_words_are_frozen_when_a_module_is_loaded() -> None:
    """A language chosen later would not reach them: tables hold `N_("...")`, and `_` words it when it is shown."""
    lines = {str(path.relative_to(ROOT)): frozen(path.read_text(encoding="utf-8")) for path in MODULES}
    assert {path: at for path, at in lines.items() if at} == {}


def test_frozen_words_are_found_wherever_they_hide() -> None:
    assert frozen('A = {"b": (_("c"),)}\nclass D:\n    e = _("f")\n') == [1, 3]
    assert frozen('def a(b=_("c")):\n    return _("d")\ne = lambda f=_("g"): _("h")\n') == [1, 3]
    assert frozen('A = N_("b")\ndef c():\n    return _(A)\n') == []


def test_no_module_asks_for_words_while_it_is_loaded() -> None:
    """Nor by a function that does: the language is unknown till the program has begun."""
    names = [one.name for one in pkgutil.walk_packages(reader.__path__, "reader.") if "__main__" not in one.name]
    script = """
import importlib, sys
from reader import i18n
def asked(*_words):
    raise AssertionError("words asked for while a module is loaded")
i18n._ = i18n.ngettext = asked
for name in sys.argv[1:]:
    importlib.import_module(name)
"""
    done = subprocess.run([sys.executable, "-c", script, *names], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
