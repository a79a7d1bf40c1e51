"""Whether a text is the address of a page on the network, and whose."""

from urllib.parse import urlsplit

LONGEST = 2_000
"""Characters of an address: servers refuse longer ones."""


def is_address(text: str) -> bool:
    """Whether a text is one address and nothing else."""
    text = text.strip()
    begins = text[:8].lower().startswith(("http://", "https://"))
    return begins and len(text) <= LONGEST and text.isprintable() and " " not in text


def address_in(text: str) -> str:
    """The address that a copied text is, or its first line (some browsers copy address and title); else empty."""
    lines = [line.strip() for line in text.strip().split("\n")]
    return lines[0] if len(lines) <= 2 and is_address(lines[0]) else ""


def host_of(address: str) -> str:
    """Whom an address names, as a person would say it; empty where that is nobody."""
    try:
        return urlsplit(address.strip()).hostname or ""
    except ValueError:
        return ""
