"""The connection to a server, made to the very IP address that was checked: no second look-up can lead elsewhere.

TLS is still held against the host's name: httpcore asks for it by name, on the connection it is given here.
"""

import ipaddress
import logging
import socket
import ssl
import time
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

import httpcore
import httpx

from reader.importing.addresses import refusals
from reader.importing.addresses.places import Place
from reader.importing.addresses.proxies import Proxy
from reader.importing.addresses.watch import SLICE, FetchWatch

Allows = Callable[[Place], bool]
_TRIED = 4  # addresses of one host

logging.getLogger("httpx").setLevel(logging.WARNING)  # it writes down addresses: no log tells what people read


class Transport(httpx.HTTPTransport):
    """httpx's own, on lines of ours: straight to the server, or to a proxy that goes there."""

    def __init__(self, allows: Allows, watch: FetchWatch, proxy: Proxy | None = None) -> None:
        super().__init__(verify=_trust(), trust_env=False)
        self._pool.close()
        self._pool = _pool(allows, watch) if proxy is None else _proxied(watch, proxy)


def _pool(allows: Allows, watch: FetchWatch) -> httpcore.ConnectionPool:
    return httpcore.ConnectionPool(_trust(), max_connections=1, network_backend=_Backend(allows, watch))


def _proxied(watch: FetchWatch, proxy: Proxy) -> httpcore.ConnectionPool:
    """Lines through a proxy, wherever that stands: it is looked up there whom a name stands for, and not here."""
    backend = _ProxyBackend(watch, proxy)
    if proxy.scheme == "socks5":
        return httpcore.SOCKSProxy(proxy.url, proxy.auth, _trust(), max_connections=1, network_backend=backend)
    to_proxy = _trust() if proxy.scheme == "https" else None
    return httpcore.HTTPProxy(
        proxy.url,
        proxy.auth,
        ssl_context=_trust(),
        proxy_ssl_context=to_proxy,
        max_connections=1,
        network_backend=backend,
    )


@cache
def _trust() -> ssl.SSLContext:
    """Whom to believe; reading all their certificates takes 30 ms."""
    return httpx.create_ssl_context(trust_env=False)


class _Backend(httpcore.NetworkBackend):
    def __init__(self, allows: Allows, watch: FetchWatch) -> None:
        self._allows, self._watch = allows, watch

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A line to the first of the host's addresses that answers, if all of them may be asked."""
        backend = httpcore.SyncBackend()
        last: httpcore.ConnectError | httpcore.ConnectTimeout | None = None
        for place in self._places(host, port)[:_TRIED]:

            def connect(place: str = place) -> httpcore.NetworkStream:
                return backend.connect_tcp(place, port, timeout, local_address, socket_options)

            try:
                return _Stream(self._watch.wait_for(connect, _close), self._watch)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                last = error
        raise last or httpcore.ConnectError

    def _places(self, host: str, port: int) -> list[str]:
        """The host's IP addresses, each once; one that may not be asked is reason enough to ask none."""

        def look_up() -> list[Any]:
            return socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)

        try:
            found = self._watch.wait_for(look_up)
        except (OSError, UnicodeError):
            raise refusals.unknown_host(host) from None
        places = list(dict.fromkeys(str(one[4][0]) for one in found))
        if not all(self._allows(ipaddress.ip_address(place)) for place in places):
            raise refusals.private(host)
        return places


class _ProxyBackend(_Backend):
    """Lines to the proxy, which may stand in a home or an office."""

    def __init__(self, watch: FetchWatch, proxy: Proxy) -> None:
        super().__init__(lambda _place: True, watch)
        self._proxy = proxy

    def connect_tcp(self, *arguments: Any, **options: Any) -> httpcore.NetworkStream:
        """As above; where nobody answers, that is the proxy's fault and not the site's."""
        try:
            return super().connect_tcp(*arguments, **options)
        except (httpcore.ConnectError, httpcore.ConnectTimeout):
            raise refusals.proxy_not_reached(self._proxy.host) from None


class _Stream(httpcore.NetworkStream):
    """A line that is looked after while it is silent."""

    def __init__(self, inner: httpcore.NetworkStream, watch: FetchWatch) -> None:
        self._inner, self._watch = inner, watch

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """The bytes that arrive next; empty at the end."""
        ends = time.monotonic() + (timeout or 0)
        while True:
            self._watch.look()
            try:
                return self._inner.read(max_bytes, SLICE)
            except httpcore.ReadTimeout:
                if time.monotonic() >= ends:
                    raise

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send bytes, within `timeout` seconds where it is given."""
        self._inner.write(buffer, timeout)

    def close(self) -> None:
        """Close the connection; nothing more arrives."""
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The same line, encrypted, once the server has shown that it is `server_hostname`."""

        def shake_hands() -> httpcore.NetworkStream:
            return self._inner.start_tls(ssl_context, server_hostname, timeout)

        return _Stream(self._watch.wait_for(shake_hands, _close), self._watch)

    def get_extra_info(self, info: str) -> Any:
        """What httpcore asks of a line."""
        return self._inner.get_extra_info(info)


def _close(line: httpcore.NetworkStream) -> None:
    line.close()
