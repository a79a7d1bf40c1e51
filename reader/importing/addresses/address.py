"""What is an address that can be asked for: http or https, a host, and no name or password in it."""

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from reader.importing.addresses import refusals
from reader.text.addresses import LONGEST

if TYPE_CHECKING:  # a tenth of a second to load: the clipboard is looked at long before anything is fetched
    import httpx


def checked(address: str) -> "httpx.URL":
    """The address taken apart; `ImportFailure` where it is none that may be fetched."""
    import httpx

    address = address.strip()
    if len(address) > LONGEST:
        raise refusals.no_address(address)
    try:
        url = httpx.URL(address).copy_with(fragment=None)
        host = url.host
    except (httpx.InvalidURL, ValueError, UnicodeError):
        raise refusals.no_address(address) from None
    if url.scheme not in ("http", "https"):
        raise refusals.other_scheme(address, url.scheme)
    if not host or (url.port is not None and not 0 < url.port < 65536):
        raise refusals.no_address(address)
    if url.userinfo:
        raise refusals.with_password(shown(url))
    return url


def shown(url: "httpx.URL") -> str:
    """The address as it can stand in one line: never with a password."""
    line = f"{url.host}{url.path.rstrip('/')}"
    line = "".join(c for c in line if c.isprintable())
    return line if len(line) <= 90 else f"{line[:60]}…{line[-28:]}"


def file_of(url: "httpx.URL") -> str:
    """The last part of the path, which is what a file of the page would be called; else the host."""
    return PurePosixPath(url.path).name or url.host
