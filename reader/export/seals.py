"""The sum that stands at the foot of every page of a pack, and ties the pages to all that is attached to them."""

import hashlib
import json
from typing import Any

_SHOWN = 16
"""How many digits of the sum are shown."""
_PLAIN = "SHA-256 of the attached data {sum}…"
"""How packs say it whose data has no words for it: they are older than the languages."""


def seals(whole: bytes, data: dict[str, Any]) -> dict[str, str]:
    """The sum of the attached comparison and of what the pages are set from, in full and as pages show it."""
    own = {key: value for key, value in data.items() if key not in ("sealed", "seal", "setter")}
    total = hashlib.sha256(whole + b"\0" + json.dumps(own, sort_keys=True).encode()).hexdigest()
    told = data.get("words")  # those it was made with, whoever verifies it speaks what
    words = str((told.get("seal") if isinstance(told, dict) else "") or _PLAIN)
    return {"sealed": total, "seal": words.replace("{sum}", total[:_SHOWN])}
