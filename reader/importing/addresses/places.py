"""Which computers may be asked: those of the open network, none of a home, an office or this very machine."""

import ipaddress
from collections.abc import Callable

from reader.importing.addresses import refusals

Place = ipaddress.IPv4Address | ipaddress.IPv6Address

# Addresses that hold an IPv4 address, which is the one that counts: 64:ff9b::/96 is how IPv6 networks reach the rest.
_NEAR = (".localhost", ".local", ".internal", ".lan", ".home", ".home.arpa", ".corp", ".intranet")
"""How names end that only a home or an office knows."""
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def is_public(place: Place) -> bool:
    """Whether an IP address belongs to the open network: not private, loopback, link-local, shared or reserved."""
    inner = _held_in(place)
    if inner is not None:
        return is_public(inner)
    if place.is_multicast or place.is_reserved or getattr(place, "is_site_local", False):
        return False
    return place.is_global


def check_named(host: str, allows: Callable[[Place], bool]) -> None:
    """Raise where a host is by its very name none that may be asked: no more is known of one that a proxy looks up."""
    try:
        sound = allows(ipaddress.ip_address(host))
    except ValueError:
        sound = "." in host.strip(".") and not f".{host.rstrip('.').lower()}".endswith(_NEAR)
    if not sound:
        raise refusals.private(host)


def _held_in(place: Place) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for."""
    if isinstance(place, ipaddress.IPv4Address):
        return None
    if place in _NAT64:
        return ipaddress.IPv4Address(int(place) & 0xFFFFFFFF)
    if place.ipv4_mapped is not None:
        return place.ipv4_mapped
    return place.sixtofour or (place.teredo[1] if place.teredo else None)
