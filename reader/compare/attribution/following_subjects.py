"""The subject of a verb of saying that stands behind it: "said the mayor of Oldhaven, Ana Ruiz, who"."""

from reader.compare.attribution.lexicon import name_words, small_words, speech
from reader.compare.attribution.preceding_subjects import LONGEST, PLAIN, Subject
from reader.compare.attribution.speakers import Speaker, SpeakerKind, Speakers
from reader.text.spans import Span


class FollowingSubjects:
    """Reads forwards from a verb."""

    def __init__(self, speakers: Speakers) -> None:
        self._speakers, self._tokens = speakers, speakers.tokens

    def after(self, first: int) -> Subject | None:
        """The subject that begins at a token."""
        if first >= len(self._tokens) or not self._tokens[first].is_word:
            return None
        begin = self._tokens[first]
        if pronoun := self._speakers.pronoun(first):
            return pronoun, first + 1
        if begin.form in speech("silent") | speech("prepositions") | speech("breaks"):
            return None
        last = first
        while last < len(self._tokens) and last - first <= LONGEST and self._goes_on(last, first):
            last += 1
        return self._read(first, last) if last > first else None

    def _read(self, first: int, last: int) -> Subject | None:
        begin, end = self._tokens[first], self._tokens[last - 1]
        start = self._speakers.name_start(first, last)
        if start < last and end.is_possessive:
            return None
        if start < last and not self._speakers.is_thing(first, start, last):
            found = self._speakers.name(start, last)
            whose = any(t.form in speech("prepositions") for t in self._tokens.all[first:start])
            if found is not None and not whose:
                return self._with_partner(found, last)
        owned = any(t.is_possessive for t in self._tokens.all[first : last - 1])
        if begin.is_small or begin.is_title or owned:
            return self._described(first, last)
        return None

    def _with_partner(self, found: Speaker, last: int) -> Subject:
        """A speaker, and who speaks together with it: "said Ana Ruiz and Jon Arvel"."""
        if last + 1 < len(self._tokens) and self._tokens[last].form == "and" and self._tokens[last + 1].is_great:
            end = self._tokens.run_end(last + 1, len(self._tokens))
            if end == len(self._tokens) or not self._tokens[end].is_word or self._tokens[end].is_preposition:
                return Speaker(Span(found.span.start, self._tokens[end - 1].span.end), SpeakerKind.ROLE), end
        return found, last

    def _described(self, first: int, last: int) -> Subject:
        """A role, or the name that follows it between commas: "said the mayor, Ana Ruiz"."""
        if last + 1 < len(self._tokens) and self._tokens[last].text == ",":
            end = self._tokens.run_end(last + 1, len(self._tokens))
            name = self._speakers.name(last + 1, end) if end - last > 2 else None
            if name is not None and self._tokens.text_at(end) in {",", ".", ";"}:
                return name, end
        return self._speakers.role(first, last), last

    def _goes_on(self, n: int, first: int) -> bool:
        """Whether a word still belongs to the subject that begins at `first`."""
        token = self._tokens[n]
        if not token.is_word or token.form in speech("breaks"):
            return False
        if n == first:
            return not token.is_small or not (token.form in speech("verbs") or token.is_adverb)
        before = self._tokens[n - 1]
        if token.form == "and":
            return before.is_great and self._names_an_office(n)
        if before.form in speech("prepositions") and token.form in speech("articles") | speech("possessives"):
            return True
        if token.is_great or not token.is_small:
            return token.is_great or token.form not in name_words("common") | speech("silent")
        if token.form in name_words("common") | speech("silent") | speech("verbs") or token.is_adverb:
            return False
        return self._goes_on_small(n, after_name=before.is_great and self._tokens[first].is_great)

    def _goes_on_small(self, n: int, *, after_name: bool) -> bool:
        token, before = self._tokens[n], self._tokens[n - 1]
        if token.form in speech("prepositions"):
            return not after_name and token.form in speech("belonging")
        joint = before.is_possessive or before.is_title or token.form in name_words("particles")
        return not after_name or joint or self._leads_to_name(n)

    def _names_an_office(self, n: int) -> bool:
        """Whether "and" stands inside the name of an office: "Housing and Urban Development Secretary Ana Ruiz"."""
        end = self._tokens.run_end(n + 1, min(len(self._tokens), n + LONGEST))
        return any(t.is_title for t in self._tokens.all[n + 2 : end - 1])

    def _leads_to_name(self, n: int) -> bool:
        """Whether small words after a name say what the bearer of the next one does: "Courier editor Ana Ruiz"."""
        for token in self._tokens.all[n : n + PLAIN]:
            if token.is_great:
                return True
            if not token.is_word or not token.is_small or token.form in small_words() | speech("verbs"):
                return False
        return False
