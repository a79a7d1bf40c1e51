"""The ledger's cells in words: worked out once for a comparison, whatever is asked of them afterwards."""

from collections.abc import Sequence

from reader import wording
from reader.compare.comparison import CLASH, Comparison, Excerpt, Figure, LedgerRow, Verdict
from reader.i18n import _
from reader.ui.compare.short_name import short_name


class Cells:
    """What each article says in each row of a comparison's ledger, and how it stands to what the others say."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.outlets = [short_name(article) for article in comparison.articles]
        column = {article.id: i for i, article in enumerate(comparison.articles)}
        self._mentions: list[list[list[Figure]]] = []
        for row in comparison.ledger:
            held: list[list[Figure]] = [[] for _article in comparison.articles]
            for mention in row.mentions:
                held[column[mention.excerpt.article]].append(mention)
            self._mentions.append(held)
        unread = [wording.unread_here() if a.id in comparison.figures_unread else "" for a in comparison.articles]
        self._words = [
            ["; ".join(self._said(own)) or none for own, none in zip(held, unread, strict=True)]
            for held in self._mentions
        ]
        self._telling = [_telling(row) for row in comparison.ledger]

    def words(self, row: int, article: int) -> str:
        """The figures of an article, in its own words, each with who says it: "12 (the mayor, on Friday)"."""
        return self._words[row][article]

    def verdict(self, row: int, article: int) -> Verdict | None:
        """Whether the figures of an article clash with another's, or are worth a look beside it; else None."""
        telling = self._telling[row]
        held = [telling[m.excerpt] for m in self._mentions[row][article] if m.excerpt in telling]
        return max(held, key=lambda verdict: verdict.severity, default=None)

    def said(self, row: int, article: int) -> tuple[tuple[str, Verdict | None], ...]:
        """The wordings of an article's figures, each once, with how it stands to the others': None where it fits."""
        telling, found = self._telling[row], dict[str, Verdict | None]()
        for mention in self._mentions[row][article]:
            words = " ".join(self.comparison.text(mention.excerpt).split())
            verdict = telling.get(mention.excerpt)
            before = found.get(words)
            if words not in found or (verdict is not None and (before is None or before.severity < verdict.severity)):
                found[words] = verdict
        return tuple(found.items())

    def sources(self, row: int, article: int) -> str:
        """Who says an article's figures and as of when; why there are none where its language is not read."""
        own = self._mentions[row][article]
        if not own:
            return self._words[row][article] or _("not here")
        told = (wording.source(self.comparison.article(m.excerpt.article), m) for m in own)
        return "; ".join(dict.fromkeys(filter(None, told))) or _("no source named")

    def accounts(self, row: int) -> str:
        """In how many of the accounts the figures of a row stand."""
        count = sum(bool(held) for held in self._mentions[row])
        return _("in {n} of {count} accounts").format(n=count, count=len(self.outlets))

    def mentions(self, row: int, article: int) -> Sequence[Figure]:
        """The figures of an article."""
        return self._mentions[row][article]

    def reasons(self, number: int, article: int | None) -> str:
        """Why a row has its verdict, a pair a line, the worst first; or all that the figures of one article take part
        in."""
        row = self.comparison.ledger[number]
        own = None if article is None else {m.excerpt for m in self._mentions[number][article]}
        lines = []
        for j in sorted(row.judgements, key=lambda judgement: (-judgement.verdict.severity, -judgement.confidence)):
            ends = [row.mentions[i].excerpt for i in (j.left, j.right)]
            if own is not None and own.isdisjoint(ends):
                continue
            left, right = (short_name(self.comparison.article(end.article)) for end in ends)
            why = wording.judgement(self.comparison, row, j)
            lines.append(f"{left} – {right}: {wording.verdict(j.verdict)}; {why}")
        return "\n".join(lines)

    def excerpts(self, number: int, article: int | None) -> tuple[Excerpt, ...]:
        """Every mention of a row; those of the article lead, else the pair that gives the row its verdict."""
        row = self.comparison.ledger[number]
        first = [m.excerpt for m in self._mentions[number][article]] if article is not None else []
        worst = wording.worst(row)
        if not first and worst is not None:
            first = [row.mentions[i].excerpt for i in (worst.left, worst.right)]
        return (*first, *(m.excerpt for m in row.mentions if m.excerpt not in first))

    def _said(self, mentions: Sequence[Figure]) -> list[str]:
        """Each wording once, with all who say it."""
        sources: dict[str, dict[str, None]] = {}
        for mention in mentions:
            held = sources.setdefault(" ".join(self.comparison.text(mention.excerpt).split()), {})
            if source := wording.source(self.comparison.article(mention.excerpt.article), mention):
                held[source] = None
        return [_("{words} ({source})").format(words=w, source="; ".join(s)) if s else w for w, s in sources.items()]


def _telling(row: LedgerRow) -> dict[Excerpt, Verdict]:
    """The mentions that clash with any other or are worth a look beside it, each with its worst verdict."""
    found: dict[Excerpt, Verdict] = {}
    for j in row.judgements:
        if j.verdict in (*CLASH, Verdict.LOOK):
            for end in (j.left, j.right):
                excerpt = row.mentions[end].excerpt
                if excerpt not in found or found[excerpt].severity < j.verdict.severity:
                    found[excerpt] = j.verdict
    return found
