"""What the place of an article says of it where the article says nothing: the date in its address or name."""

import re
from dataclasses import replace
from datetime import date

from reader.article import Article, Provenance, provenances

_DATED = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<sign>[-/_.]?)(?P<month>\d\d)(?P=sign)(?P<day>\d\d)(?!\d)")


def dated_by(article: Article, place: str) -> Article:
    """The article with the date in `place`, where neither its page nor its text has one."""
    if article.published or not (found := date_in(place)):
        return article
    known = provenances(dict(article.provenance) | {"published": Provenance.FILE})
    return replace(article, published=found, provenance=known)


def date_in(place: str) -> str:
    """The one day that an address or name has in it, the year first (2031/05/06, 2031-05-06, 20310506); else empty."""
    days = set()
    for found in _DATED.finditer(place[:2000]):
        try:
            days.add(date(int(found["year"]), int(found["month"]), int(found["day"])).isoformat())
        except ValueError:
            continue
    return days.pop() if len(days) == 1 else ""
