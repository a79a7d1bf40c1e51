"""Dates in dialogs: shown as the reader's country writes them, read as people write them, kept as ISO 8601."""

from collections.abc import Iterable

from reader import locales

MOMENTS = ("published", "updated")
"""The fields of METADATA that hold a date, or a date and time."""


def written(field: str, value: str) -> str:
    """The value of a field as a dialog shows it."""
    value = " ".join(value.split())
    return locales.moment(value) if field in MOMENTS else value


def kept(field: str, said: str, known: Iterable[str] = ()) -> str:
    """What a person wrote as the library keeps it; one of the `known` values where it is what is shown for that.

    What is no date stays as it is: the library refuses it, and says how it is written.
    """
    from reader.importing.dates import dated  # loaded with the workspace

    said = " ".join(said.split())
    same = next((value for value in known if written(field, value) == said), None)
    if same is not None:
        return " ".join(same.split())
    found = dated(said) if field in MOMENTS else None
    return found.iso if found is not None and found.iso and not found.rest else said
