"""What the lexicon knows of how news credits words to people: lists of folded words, each read once."""

from functools import lru_cache

from reader.lexicon import load


@lru_cache(maxsize=64)
def speech(kind: str) -> frozenset[str]:
    """A list of `speech.toml`."""
    return frozenset(load("speech")["en"][kind].split())


@lru_cache(maxsize=32)
def name_words(kind: str) -> frozenset[str]:
    """A list of `names.toml`."""
    return frozenset(load("names")[kind].split())


@lru_cache(maxsize=1)
def small_words() -> frozenset[str]:
    """Words that are no part of a name though a sentence begins with them."""
    kinds = ("prepositions", "breaks", "silent", "determiners", "subordinators", "connectives", "persons", "plural")
    away = frozenset[str]().union(*(speech(kind) for kind in kinds)) | name_words("common")
    return away - name_words("small_names")


def is_title(form: str) -> bool:
    """Whether a folded word says what somebody is: an office, a title, a trade."""
    return form in name_words("titles") or form in name_words("posts")


def is_plural(form: str) -> bool:
    """Whether several are meant: "democrats", "russians"."""
    single = form.removesuffix("s")
    return single != form and any(single in name_words(kind) for kind in ("titles", "posts", "demonyms"))
