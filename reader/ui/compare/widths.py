"""How columns share a row: as a reader divided it, and none narrower than can be read. No Qt, only numbers."""

from collections.abc import Sequence


def shared(room: int, shares: Sequence[float], least: int) -> list[int]:
    """Whole widths that fill `room` in proportion to `shares`; where one would fall under `least`, the others give way.

    They add up to more than `room` only where there is no other way: `least` for each.
    """
    wide = set(range(len(shares)))
    given = float(room)
    while wide:
        whole = sum(shares[i] for i in wide)
        narrow = {i for i in wide if given * shares[i] < least * whole}
        if not narrow:
            break
        wide -= narrow
        given = room - least * (len(shares) - len(wide))
    whole = sum(shares[i] for i in wide)
    return _whole([given * share / whole if i in wide else float(least) for i, share in enumerate(shares)])


def _whole(widths: Sequence[float]) -> list[int]:
    """Whole numbers whose sums stay within half a pixel of those given: rounding never adds up."""
    found: list[int] = []
    reached = 0.0
    for width in widths:
        reached += width
        found.append(round(reached) - sum(found))
    return found


def divided(widths: Sequence[int], at: int, by: int, least: int) -> list[int]:
    """The widths once the divider after column `at` has moved by so much: its neighbours change, the others do not."""
    found = list(widths)
    left, right = found[at], found[at + 1]
    by = max(min(by, right - least), least - left)
    found[at], found[at + 1] = left + by, right - by
    return found
