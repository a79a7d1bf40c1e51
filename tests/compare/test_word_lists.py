"""Words that the comparison knows stand in data/lexicon/, where people who do not program can add to them."""

import ast
import re
from pathlib import Path

COMPARE = Path(__file__).parents[2] / "reader" / "compare"
WORD = re.compile(r"[a-z]{2}[a-z'.-]*")
A_FEW = 2
"""How many words a tuple, list, set or table may hold in Python."""
BUDGET = {
    "attribution/lexicon.py": 11,
    "figures/claims/measures/measures.py": 14,
    "figures/languages/__init__.py": 8,
    "figures/languages/numbers.py": 4,
    "figures/languages/readings.py": 3,
    "figures/languages/tables.py": 5,
    "figures/numbers/whole.py": 3,
    "figures/pairs/evidence.py": 12,
    "figures/pairs/judge.py": 6,
    "figures/pairs/signs.py": 3,
    "passages/context.py": 8,
    "passages/link_confidence.py": 17,
    "timelines.py": 9,
}
"""What still stands in such lists: codes of languages, names of tables, dimensions and features. It may only fall."""


def literal_words(path: Path) -> int:
    """How many English words stand in the tuples, lists, sets and keys of a file, where they are more than a few."""
    lists = [
        [e.value for e in elements if isinstance(e, ast.Constant) and isinstance(e.value, str) and is_word(e.value)]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if (elements := elements_of(node))
    ]
    return sum(len(words) for words in lists if len(words) > A_FEW)


def elements_of(node: ast.AST) -> list[ast.expr]:
    if isinstance(node, ast.Dict):
        return [key for key in node.keys if key is not None]
    return node.elts if isinstance(node, ast.Tuple | ast.List | ast.Set) else []


def is_word(written: str) -> bool:
    return WORD.fullmatch(written) is not None


def test_word_lists_stand_in_the_lexicon() -> None:
    found = {path.relative_to(COMPARE).as_posix(): literal_words(path) for path in COMPARE.rglob("*.py")}
    more = {name: count for name, count in found.items() if count > BUDGET.get(name, 0)}
    assert more == {}, "word lists belong in data/lexicon/, not in Python"


def test_the_budget_of_words_follows_what_is_left() -> None:
    assert {name: literal_words(COMPARE / name) for name in BUDGET if (COMPARE / name).exists()} == BUDGET
