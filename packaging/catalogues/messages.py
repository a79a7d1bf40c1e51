"""All visible strings of the program, with their places and comments, and each language's catalogue of them.

`parallax.pot` holds every string. From it each `.po` is brought up to date: what is new stays empty, what is gone goes,
nothing is guessed. The `.mo` beside it is what the program reads.
"""

import datetime as dt
import subprocess
import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from reader.wording.scopes import lexicon_words

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / "resources" / "i18n"
TEMPLATE = FOLDER / "parallax.pot"
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
COMMENT = "For translators:"
LEXICON, SCOPE = (
    "data/lexicon/scopes.toml",
    "What a row of figures counts; {scope} is mostly a plural, as in “homes destroyed”.",
)
WHEN, VERSION = dt.datetime(2026, 1, 1, tzinfo=dt.UTC), "1"
"""No day and no version stand in a catalogue: the same strings make the same file."""
HEADER = "# {language} of Parallax. Under the licence of the program."


def template() -> Catalog:
    """Every string that passes through the catalogue, sorted; contexts are the files where they stand."""
    found = Catalog(charset="utf-8")
    options = {"encoding": "utf-8"}
    rows = extract_from_dir(
        ROOT / "reader", [("**.py", "python")], {"**.py": options}, KEYWORDS, (COMMENT,), strip_comment_tags=True
    )
    for file, _line, message, comments, context in rows:
        found.add(message, None, [(f"reader/{Path(file).as_posix()}", None)], auto_comments=comments, context=context)
    for words in lexicon_words():
        found.add(words, None, [(LEXICON, None)], auto_comments=[SCOPE] if "{scope}" in words else [])
    return found


def written(catalogue: Catalog, *, header: bool) -> bytes:
    """A catalogue as a `.po` or `.pot`, the same for the same strings."""
    stream = BytesIO()
    write_po(
        stream,
        catalogue,
        width=120,
        sort_output=True,
        omit_header=not header,
        ignore_obsolete=True,
        include_lineno=False,
    )
    return stream.getvalue()


def languages() -> list[str]:
    """The languages that have a catalogue."""
    return sorted(path.parent.parent.name for path in FOLDER.glob("*/LC_MESSAGES/parallax.po"))


def place(language: str, suffix: str) -> Path:
    """Where a language's catalogue lies."""
    return FOLDER / language / "LC_MESSAGES" / f"parallax{suffix}"


def translated(language: str, strings: Catalog) -> Catalog:
    """A language's catalogue, brought up to date with the strings that there are."""
    with place(language, ".po").open("rb") as stream:
        known = read_po(stream, locale=language, charset="utf-8")
    fresh = Catalog(
        language, project="Parallax", version=VERSION, charset="utf-8", header_comment=HEADER.format(language=language),
        creation_date=WHEN, revision_date=WHEN, last_translator="", language_team="", fuzzy=False,
    )  # fmt: skip
    for message in strings:
        if message.id:
            old = known.get(message.id if isinstance(message.id, str) else message.id[0], message.context)
            same = old is not None and bool(old.pluralizable) == bool(message.pluralizable)
            words, notes = (old.string if same and old else None), (old.user_comments if old else ())
            fresh.add(
                message.id, words, message.locations, message.flags,
                auto_comments=message.auto_comments, user_comments=notes, context=message.context,
            )  # fmt: skip
    return fresh


def compiled(catalogue: Catalog) -> bytes:
    """A catalogue as the program reads it; strings without a translation are left in English."""
    stream = BytesIO()
    write_mo(stream, catalogue)
    return stream.getvalue()


def keys() -> list[Path]:
    """What Qt is to call the keys of the keyboard in a language whose keyboards have other words than Qt has."""
    return sorted(FOLDER.glob("keys_*.ts"))


def compile_keys(source: Path, result: Path) -> None:
    """Compile such words for Qt."""
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([tool, "-silent", source, "-qm", result], check=True)


def write() -> None:
    """Write all of them."""
    strings = template()
    TEMPLATE.write_bytes(written(strings, header=False))
    for language in languages():
        catalogue = translated(language, strings)
        place(language, ".po").write_bytes(written(catalogue, header=True))
        place(language, ".mo").write_bytes(compiled(catalogue))
    for source in keys():
        compile_keys(source, source.with_suffix(".qm"))
