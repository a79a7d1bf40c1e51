"""Names in a sentence: persons with their surnames, organisations with their initials."""

from reader.compare.figures import lexicon
from reader.compare.figures.claims import context
from reader.compare.figures.tokens import LETTERS, Sentence
from reader.lexicon import load, sets

_WORDS = sets(load("claims")["persons"])


def names_between(sentence: Sentence, first: int, end: int) -> tuple[str, ...]:
    """The folded capitalised words between two words, small words and times left out."""
    found = {w.form for w in sentence.words[max(first, 0) : end] if w.kind == LETTERS and w.text[:1].isupper()}
    return tuple(sorted(form for form in found if form not in _SMALL and not context.is_time(form)))


_SMALL = lexicon.DETERMINERS | lexicon.PREPOSITIONS | lexicon.PRONOUNS | lexicon.CONJUNCTIONS


def run_before(sentence: Sentence, k: int) -> tuple[str, ...]:
    """The capitalised words right before word `k`: given names."""
    found = []
    while k > 0 and sentence.at(k - 1).kind == LETTERS and sentence.at(k - 1).text[:1].isupper():
        k -= 1
        found.append(sentence.form(k))
    return tuple(found)


def person(sentence: Sentence, end: int) -> tuple[str, tuple[str, ...]]:
    """The surname of the last person named before word `end`, and the given names: two capitalised words, else one."""
    for least in (2, 1):
        for k in range(min(end, len(sentence.words)) - 1, -1, -1):
            word = sentence.at(k)
            ends = word.kind == LETTERS and word.text[:1].isupper() and not sentence.at(k + 1).text[:1].isupper()
            if (
                ends
                and word.form not in lexicon.DETERMINERS
                and word.form not in lexicon.PREPOSITIONS
                and word.form not in lexicon.PRONOUNS
            ):
                given = run_before(sentence, k)
                if len(given) + 1 >= least:
                    return word.form, given
    return "", ()


def entities(sentence: Sentence, first: int, end: int) -> tuple[str, ...]:
    """Names between two words, and the initials of those of several words: World Health Organization, who."""
    found = set(names_between(sentence, first, end))
    run: list[str] = []
    for i in range(max(first, 0), end + 1):
        word = sentence.at(i)
        if i < end and word.kind == LETTERS and word.text[:1].isupper():
            run.append(word.form)
        else:
            if len(run) > 2:
                found |= {"".join(f[0] for f in run[k:]) for k in range(len(run) - 2)}
            run = []
    return tuple(sorted({name.removesuffix("'s") for name in found}))


_OF_PLACES = _WORDS["of_places"]


def sole_person(sentence: Sentence) -> tuple[str, tuple[str, ...]]:
    """Surname and given names where the sentence names one person only, and with two names or three: Ann Lee."""
    found = []
    k = 0
    while k < len(sentence.words):
        end = k
        while sentence.at(end).kind == LETTERS and sentence.at(end).text[:1].isupper():
            end += 1
        run = [w.form for w in sentence.words[k:end] if not context.is_time(w.form)]
        if 2 <= len(run) <= 3 and sentence.form(k - 1) not in _OF_PLACES and run[0] not in _SMALL:
            found.append(run)
        k = max(end, k + 1)
    return (found[0][-1].removesuffix("'s"), tuple(found[0][:-1])) if len(found) == 1 else ("", ())
