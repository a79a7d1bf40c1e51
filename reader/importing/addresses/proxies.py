"""Through which proxy a page is asked for: the system's, one that a person named, or none."""

import urllib.request
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from reader.dataclass import dataclass
from reader.errors import ImportFailure
from reader.importing.addresses import refusals
from reader.importing.options import ImportOptions

if TYPE_CHECKING:  # a tenth of a second to load, and most people never fetch anything
    import httpx

_SOCKS = ("socks5", "socks5h", "socks")
_PORTS = {"http": 80, "https": 443, "socks5": 1080}


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy: `scheme` is "http", "https" or "socks5"; user and password are "" where it asks for none."""

    scheme: str
    host: str
    port: int
    user: str = ""
    password: str = ""

    @property
    def url(self) -> str:
        """Its address, without user and password."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}"

    @property
    def auth(self) -> tuple[str, str] | None:
        """User and password."""
        return (self.user, self.password) if self.user else None


def proxy_for(url: "httpx.URL", options: ImportOptions) -> Proxy | None:
    """The proxy that an address is to be asked for through; raises ImportFailure where what is set is none.

    A computer that a person's own network reaches by a short way, as the system says, is asked directly.
    """
    if options.proxy == "manual":
        return parsed(options.proxy_address)
    if options.proxy != "system" or urllib.request.proxy_bypass(url.host):
        return None
    known = urllib.request.getproxies()
    address = known.get(url.scheme) or known.get("all") or known.get("socks")
    return parsed(address) if address else None


def parsed(address: str) -> Proxy:
    """The proxy of an address as people write it: host:port, http://user:password@host:port, socks5://host:port."""
    try:
        parts = urlsplit(address if "://" in address else f"http://{address.strip()}")
        scheme, host, port = parts.scheme.lower(), parts.hostname or "", parts.port
    except ValueError:
        raise refusals.no_proxy(address) from None
    scheme = "socks5" if scheme in _SOCKS else scheme
    if scheme not in _PORTS or not host:
        raise refusals.no_proxy(address)
    return Proxy(scheme, host, port or _PORTS[scheme], unquote(parts.username or ""), unquote(parts.password or ""))


def is_proxy(address: str) -> bool:
    """Whether a proxy can be asked at this address."""
    try:
        parsed(address)
    except ImportFailure:
        return False
    return True
