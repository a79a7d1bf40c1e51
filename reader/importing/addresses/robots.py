"""What a site asks programs to leave alone (robots.txt, RFC 9309), and it is left alone."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.importing.addresses import refusals

if TYPE_CHECKING:
    import httpx

PRODUCT = "Parallax"
"""The name that a robots.txt may call us by."""

MOST = 500 * 1024
"""Bytes of a robots.txt that are read: as many as the RFC asks for."""


class Robots:
    """The robots.txt of each site that one fetching comes by, each asked for once."""

    def __init__(self, get: "Callable[[httpx.URL], tuple[int, bytes]]") -> None:
        """`get` gives status and body of an address."""
        self._get = get
        self._known: dict[tuple[str, str, int | None], str] = {}

    def check(self, url: "httpx.URL") -> None:
        """`ImportFailure` where the site does not want programs to read this page, or cannot say."""
        from protego import Protego

        site = (url.scheme, url.host, url.port)
        if site not in self._known:
            self._known[site] = self._asked(url)
        if not Protego.parse(self._known[site]).can_fetch(str(url), PRODUCT):
            raise refusals.not_wanted(url.host)

    def _asked(self, url: "httpx.URL") -> str:
        """The rules; none where there is no such file. A server that fails to answer may not be read (2.3.1.4)."""
        status, body = self._get(url.copy_with(raw_path=b"/robots.txt"))
        if status >= 500 or status == 429:
            raise refusals.robots_unreachable(url.host)
        return body.decode("utf-8", "replace").removeprefix("\ufeff") if 200 <= status < 300 else ""
