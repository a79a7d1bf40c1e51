"""Words that differ in their ending only brought to one stem; for comparing, never for showing."""

from functools import lru_cache
from threading import local

import Stemmer

_LONGEST = 40  # no language has longer words worth stemming; a megabyte without a space is not one
_LANGUAGES = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "et": "estonian", "eu": "basque", "fi": "finnish", "fr": "french", "ga": "irish",
    "hu": "hungarian", "id": "indonesian", "it": "italian", "lt": "lithuanian", "nb": "norwegian", "nl": "dutch",
    "no": "norwegian", "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sv": "swedish",
    "tr": "turkish",
}  # fmt: skip
_here = local()  # a stemmer keeps a buffer of its own and may not be shared between threads


@lru_cache(maxsize=65_536)
def stem(form: str, language: str = "en") -> str:
    """The stem of a folded word, by the Snowball rules of its language; the word itself where there are none."""
    name = _LANGUAGES.get(language.partition("-")[0])
    if name is None or len(form) > _LONGEST:
        return form
    return str(_stemmer(name).stemWord(form))


def stem_all(forms: list[str], language: str = "en") -> list[str]:
    """As `stem`, for many at once."""
    name = _LANGUAGES.get(language.partition("-")[0])
    if name is None:
        return forms
    stemmed: list[str] = _stemmer(name).stemWords(forms)
    return [form if len(form) > _LONGEST else found for form, found in zip(forms, stemmed, strict=True)]


def _stemmer(name: str) -> Stemmer.Stemmer:
    found = getattr(_here, name, None)
    if found is None:
        found = Stemmer.Stemmer(name, 0)
        setattr(_here, name, found)
    return found
