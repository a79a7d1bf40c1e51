"""What a reader decided, on the findings of a comparison: found again by the words, whatever is compared with them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from reader.claims import Claim, ClaimMatch, Company, Mention
from reader.compare import finding_ids
from reader.compare.comparison import Comparison
from reader.compare.finding_ids import Finding, SubjectKind
from reader.errors import ReaderError
from reader.library import Decision, Library

Compares = Callable[[Sequence[str]], Iterable[Comparison]]
"""Gives the comparisons of articles of the library, under whatever cutoffs decisions may have been made."""


def held(library: Library, comparison: Comparison, compares: Compares) -> dict[Finding, Decision]:
    """The decision on each finding that has one, with who came in since and who left."""
    decisions = library.decisions.all()
    if not decisions:
        return {}
    claims = finding_ids.claims(comparison)
    if _settle(library, decisions, comparison, claims, compares):
        decisions = library.decisions.all()
    company = Company(comparison.articles)
    names = {article.fingerprint: article.name for article in comparison.articles}
    found: dict[Finding, Decision] = {}
    for kind in SubjectKind:
        own = [one for one in decisions if one.mentions and one.subject.startswith(f"{kind}:")]
        findings = {finding: claim.mentions for finding, claim in claims.items() if finding.kind is kind}
        for finding, (decision, meeting) in company.placed(own, findings).items():
            found[finding] = _told(decision, meeting, names)
    return found


def standing_on(library: Library, comparison: Comparison, finding: Finding) -> list[str]:
    """The subjects of all decisions that stand on a finding, the one that is shown and any behind it."""
    claim, company = finding_ids.claim(comparison, finding), Company(comparison.articles)
    return [
        one.subject
        for one in library.decisions.all()
        if one.subject == claim.subject
        or (
            one.mentions
            and one.subject.startswith(f"{claim.kind}:")
            and company.meeting(one.mentions, claim.mentions) is not None
        )
    ]


def waiting(library: Library, comparison: Comparison) -> list[tuple[Decision, str]]:
    """The decisions that no finding shows, though all texts that they are about lie here as they were, each with the
    first words that it is about: under other cutoffs, or as passages are cut now, these words are in no one finding.
    """
    texts = {article.fingerprint: article.text for article in comparison.articles}
    here = [one for one in library.decisions.all() if one.mentions and _sources(one.mentions) <= texts.keys()]
    if not here:
        return []
    company, claims = Company(comparison.articles), finding_ids.claims(comparison).values()
    known = [(claim, _sources(claim.mentions)) for claim in claims]
    found = []
    for one in here:
        kind, own = one.subject.partition(":")[0], _sources(one.mentions)
        near = (claim for claim, sources in known if claim.kind == kind and own & sources)
        if all(company.meeting(one.mentions, claim.mentions) is None for claim in near):
            first = one.mentions[0]
            found.append((one, " ".join(texts[first.source.fingerprint][first.start : first.end].split())))
    return found


def _sources(mentions: Iterable[Mention]) -> set[str]:
    return {one.source.fingerprint for one in mentions}


def _told(decision: Decision, meeting: ClaimMatch, names: Mapping[str, str]) -> Decision:
    came = _names(meeting.came, names)
    left = tuple(name for name in _names(meeting.left, names) if name not in came)
    return replace(decision, came=came, left=left)


def _names(mentions: Iterable[Mention], names: Mapping[str, str]) -> tuple[str, ...]:
    known = (names.get(one.source.fingerprint) or one.source.name or one.source.fingerprint[:12] for one in mentions)
    return tuple(dict.fromkeys(known))


# Decisions that were made before claims were kept


def _settle(
    library: Library,
    decisions: Iterable[Decision],
    comparison: Comparison,
    claims: Mapping[Finding, Claim],
    compares: Compares,
) -> bool:
    """Find out what decisions are about of which only the articles compared are known; whether any was found."""
    here = {article.id for article in comparison.articles}
    waiting = [one for one in decisions if not one.mentions and here & set(one.compared)]
    if not waiting:
        return False
    shown = _with_former(comparison, claims)
    by_id = {article.fingerprint: article.id for article in comparison.articles}
    left = [one for one in waiting if not _settled(library, one, shown, by_id)]
    for compared in dict.fromkeys(one.compared for one in left if not set(one.compared) <= here):
        own = [one for one in left if one.compared == compared]
        try:
            for other in compares(compared):
                again = _with_former(other, finding_ids.claims(other))
                ids = {article.fingerprint: article.id for article in other.articles}
                own = [one for one in own if not _settled(library, one, again, ids)]
        except ReaderError:  # an article is gone, or damaged: the decision waits on
            continue
    return True


Named = list[tuple[Claim, Claim]]
"""What a finding may have gone by, and what it is about now."""


def _with_former(comparison: Comparison, claims: Mapping[Finding, Claim]) -> Named:
    """Each finding by its own name; a quotation also by those of when each was two utterances with their marks."""
    named = [(claim, claim) for claim in claims.values()]
    for finding, claim in claims.items():
        if finding.kind is SubjectKind.QUOTATION:
            former = finding_ids.former_claims(comparison, comparison.quotations[finding.index])
            named += [(one, claim) for one in former]
    return named


def _settled(library: Library, one: Decision, named: Named, by_id: Mapping[str, str]) -> bool:
    """Whether a finding, as far as it belongs to the articles compared then, has or had the decision's name."""
    for name, about in named:
        if _among(name, one, by_id).subject == one.subject:
            library.decisions.settle(one.subject, _among(about, one, by_id).mentions)
            return True
    return False


def _among(claim: Claim, one: Decision, by_id: Mapping[str, str]) -> Claim:
    """A claim as far as it belongs to the articles that were compared when the decision was made."""
    return Claim(claim.kind, tuple(m for m in claim.mentions if by_id[m.source.fingerprint] in one.compared))
