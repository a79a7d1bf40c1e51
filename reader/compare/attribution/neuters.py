"""What "it" is in "it says": the report, or the ministry, of which the sentence before tells."""

from collections.abc import Iterator

from reader.compare.attribution.clauses import ReportingClause
from reader.compare.attribution.lexicon import speech
from reader.compare.attribution.speakers import Speaker, SpeakerKind
from reader.compare.attribution.tokens import COMMAS, Tokens

_WORDS = 5
"""Words of what is told of, with its article, at most: "the first annual report"."""

_Noun = tuple[int, int]
"""The first token of what is told of, and its noun."""


class Neuters:
    """Reads "it" beside a verb of saying; where two things could be meant, it is nobody."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def behind(self, at: int) -> ReportingClause | None:
        """The clause that follows a quotation, from the token behind that: `," it says.`"""
        while at < len(self._tokens) and self._tokens[at].text in COMMAS:
            at += 1
        return self._clause(at, at + 1, at) if at + 1 < len(self._tokens) else None

    def ahead(self, at: int) -> ReportingClause | None:
        """The clause that leads to a quotation, up to the token of that: `It says: "`"""
        verb = at - 1
        while verb > 0 and (self._tokens[verb].text in {":", ","} or self._tokens[verb].form == "that"):
            verb -= 1
        return self._clause(verb - 1, verb, verb - 1) if verb > 1 else None

    def _clause(self, it: int, verb: int, until: int) -> ReportingClause | None:
        tokens = self._tokens
        if tokens[it].form != "it" or tokens[verb].form not in speech("factual") | speech("reading"):
            return None
        found = self._meant(until, in_writing=tokens[verb].form in speech("reading"))
        if found is None:
            return None
        speaker = Speaker(tokens.span(found[0], found[1] + 1), SpeakerKind.ROLE)
        return ReportingClause(it, verb, verb + 1, speaker, tokens.span(it, verb + 1), inverted=False)

    def _meant(self, until: int, *, in_writing: bool) -> _Noun | None:
        """The only thing that can be meant of those in the sentence, or in the one before it; the first of several that
        speak, where it begins its sentence.
        """
        start = self._tokens.sentence_start(until)
        found = [(at, head) for at, head in self._nouns(start, until) if self._tokens[at].form != "its"]
        if not found and start:
            end, start = start, self._tokens.sentence_start(start - 1)
            found = [*self._nouns(start, end)]
        if in_writing:
            found = [noun for noun in found if self._tokens[noun[1]].form not in speech("bodies")]
        if len({self._tokens[head].form for _first, head in found}) == 1:
            return found[-1]
        return found[0] if found and not in_writing and found[0][0] == start else None

    def _nouns(self, first: int, last: int) -> Iterator[_Noun]:
        for head in range(first, last):
            if self._is_noun(head) and not (head + 1 < last and self._is_noun(head + 1)):  # "the company report"
                begins = range(head - 1, max(first, head - _WORDS) - 1, -1)
                at = next((n for n in begins if self._determines(n)), None)
                if at is not None and all(self._tokens[n].is_word for n in range(at, head)):
                    yield at, head

    def _determines(self, n: int) -> bool:
        return self._tokens[n].form in speech("determiners")

    def _is_noun(self, n: int) -> bool:
        return self._tokens[n].form in speech("documents") | speech("bodies")
