"""What a sentence says that bears on all of its figures."""

from reader.compare.figures import lexicon
from reader.compare.figures.claims import distinctions
from reader.compare.figures.tokens import Phrases, Sentence
from reader.dataclass import dataclass
from reader.lexicon import load, sets

_CUMULATIVE = Phrases(load("scopes")["cumulative"]["forms"])
_UNCONFIRMED = sets(load("claims")["scopes"])["unconfirmed"]
_EVENTS = lexicon.GRAMMAR["events"]


@dataclass(frozen=True, slots=True)
class SentenceContext:
    """Whether it sums up, tells of another event than the story's, of what nobody confirmed, or asks."""

    in_all: bool = False
    another: bool = False
    unconfirmed: bool = False
    question: bool = False

    @classmethod
    def of(cls, sentence: Sentence) -> "SentenceContext":
        count = len(sentence.words)
        return cls(
            bool(sentence.places(_CUMULATIVE)),
            any(sentence.form(i) in distinctions.OTHERS and sentence.form(i + 1) in _EVENTS for i in range(count)),
            any(w.form in _UNCONFIRMED for w in sentence.words),
            sentence.form(count - 1) == "?",
        )
