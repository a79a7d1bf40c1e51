"""What a reader decided, on the findings of a comparison: found again by the words, whatever is compared with them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from reader.claims import Claim, Company, Meeting, Mention
from reader.compare import subjects
from reader.compare.comparison import Comparison
from reader.compare.subjects import Finding, Kind
from reader.errors import ReaderError
from reader.library import Decision, Library

Compares = Callable[[Sequence[str]], Iterable[Comparison]]
"""Gives the comparisons of articles of the library, under whatever cutoffs decisions may have been made."""


def held(library: Library, comparison: Comparison, compares: Compares) -> dict[Finding, Decision]:
    """The decision on each finding that has one, with who came in since and who left."""
    decisions = library.decisions()
    if not decisions:
        return {}
    claims = subjects.claims(comparison)
    if _settle(library, decisions, comparison, claims, compares):
        decisions = library.decisions()
    company = Company(comparison.articles)
    names = {article.fingerprint: article.name for article in comparison.articles}
    found: dict[Finding, Decision] = {}
    for kind in Kind:
        own = [one for one in decisions if one.mentions and one.subject.startswith(f"{kind}:")]
        findings = {finding: claim.mentions for finding, claim in claims.items() if finding.kind is kind}
        for finding, (decision, meeting) in company.placed(own, findings).items():
            found[finding] = _told(decision, meeting, names)
    return found


def standing_on(library: Library, comparison: Comparison, finding: Finding) -> list[str]:
    """The subjects of all decisions that stand on a finding, the one that is shown and any behind it."""
    claim, company = subjects.claim(comparison, finding), Company(comparison.articles)
    return [
        one.subject
        for one in library.decisions()
        if one.subject == claim.subject
        or (
            one.mentions
            and one.subject.startswith(f"{claim.kind}:")
            and company.meeting(one.mentions, claim.mentions) is not None
        )
    ]


def _told(decision: Decision, meeting: Meeting, names: Mapping[str, str]) -> Decision:
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
    shown = list(claims.values())
    by_id = {article.fingerprint: article.id for article in comparison.articles}
    left = [one for one in waiting if not _settled(library, one, shown, by_id)]
    for compared in dict.fromkeys(one.compared for one in left if not set(one.compared) <= here):
        own = [one for one in left if one.compared == compared]
        try:
            for other in compares(compared):
                again, ids = list(subjects.claims(other).values()), {a.fingerprint: a.id for a in other.articles}
                own = [one for one in own if not _settled(library, one, again, ids)]
        except ReaderError:  # an article is gone, or damaged: the decision waits on
            continue
    return True


def _settled(library: Library, one: Decision, claims: Iterable[Claim], by_id: Mapping[str, str]) -> bool:
    """Whether a finding, as far as it belongs to the articles compared then, has the decision's name."""
    for claim in claims:
        own = tuple(m for m in claim.mentions if by_id[m.source.fingerprint] in one.compared)
        if own and Claim(claim.kind, own).subject == one.subject:
            library.settle(one.subject, own)
            return True
    return False
