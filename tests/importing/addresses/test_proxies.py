"""Pages through a proxy: the one named, the system's or none; what stands near a person stays out of reach."""

import base64
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest

from reader.article import Article
from reader.errors import ImportFailure
from reader.importing import ImportOptions
from reader.importing.addresses import Fetcher
from reader.importing.addresses.proxies import Proxy, is_proxy, parsed
from tests.importing.server import said, serving

PAGE = said("<p>The old mill at Tarn was sold to a grocer on Friday, and nobody minded.</p>")
ROUTES = {"http://news.example/mill": PAGE, "/mill": PAGE}


@pytest.fixture(autouse=True)
def _no_system_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def fetched(address: str, proxy: str = "manual", proxy_address: str = "") -> Article | ImportFailure:
    (one,) = Fetcher(ImportOptions(proxy=proxy, proxy_address=proxy_address)).read(address)
    return one


def test_a_page_comes_through_the_proxy_that_was_named() -> None:
    with serving(ROUTES) as server:
        one = fetched("http://news.example/mill", proxy_address=f"http://ana:se%3Acret@127.0.0.1:{server.port}")
    assert isinstance(one, Article), one
    assert one.url == "http://news.example/mill"
    assert server.paths == ["http://news.example/robots.txt", "http://news.example/mill"]
    told = server.asked[-1][1]["Proxy-Authorization"]
    assert base64.b64decode(told.removeprefix("Basic ")) == b"ana:se:cret"


def test_the_systems_proxy_is_asked_unless_it_is_not_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(ROUTES) as server:
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{server.port}")
        assert isinstance(fetched("http://news.example/mill", "system"), Article)
        monkeypatch.setenv("no_proxy", "news.example")
        assert isinstance(fetched("http://news.example/mill", "system"), ImportFailure)
        monkeypatch.delenv("no_proxy")
        asked = len(server.paths)
        assert isinstance(fetched("http://news.example/mill", "none"), ImportFailure)
        assert len(server.paths) == asked


def test_what_is_near_is_not_asked_for_through_a_proxy_either() -> None:
    with serving(ROUTES) as server:
        for address in (
            "http://10.0.0.1/x",
            "http://localhost/x",
            "http://printer/x",
            "http://nas.local/x",
            "http://[::1]/x",
        ):
            one = fetched(address, proxy_address=f"127.0.0.1:{server.port}")
            assert isinstance(one, ImportFailure)
            assert "open network" in str(one), address
        assert server.paths == []


def test_a_proxy_that_is_not_there_is_told_apart_from_the_site() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    one = fetched("http://news.example/mill", proxy_address=f"127.0.0.1:{port}")
    assert "The proxy 127.0.0.1 cannot be reached." in str(one)
    assert "is no address of a proxy" in str(fetched("http://news.example/mill", proxy_address="ftp://x"))


def test_a_proxy_that_refuses_is_told() -> None:
    with serving({}) as server:  # it knows no CONNECT
        one = fetched("https://news.example/mill", proxy_address=f"127.0.0.1:{server.port}")
    assert isinstance(one, ImportFailure)
    assert "proxy does not let the page through" in str(one)


def test_a_page_comes_through_socks_and_its_name_is_looked_up_there() -> None:
    with serving(ROUTES) as server, socks(server.port) as (port, asked):
        one = fetched("http://news.example/mill", proxy_address=f"socks5://127.0.0.1:{port}")
    assert isinstance(one, Article), one
    assert set(asked) == {("news.example", 80)}


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("proxy.example:3128", Proxy("http", "proxy.example", 3128)),
        ("http://proxy.example", Proxy("http", "proxy.example", 80)),
        ("https://proxy.example", Proxy("https", "proxy.example", 443)),
        ("socks5h://[::1]:9050", Proxy("socks5", "::1", 9050)),
        ("socks://a%40b:c@proxy.example", Proxy("socks5", "proxy.example", 1080, "a@b", "c")),
    ],
)
def test_a_proxy_as_people_write_it(address: str, found: Proxy) -> None:
    assert parsed(address) == found


@pytest.mark.parametrize(
    "address", ["", "socks4://proxy.example", "http://", "proxy.example:port", "ftp://x", "http://[::"]
)
def test_what_is_none_is_refused(address: str) -> None:
    assert not is_proxy(address)


@contextmanager
def socks(target: int) -> Iterator[tuple[int, list[tuple[str, int]]]]:
    """A SOCKS 5 proxy on this machine that leads everybody to one port; its own port, and what it was asked for."""
    listener = socket.create_server(("127.0.0.1", 0))
    asked: list[tuple[str, int]] = []

    def serve() -> None:
        while True:
            try:
                one, _address = listener.accept()
            except OSError:
                return
            threading.Thread(target=visit, args=(one,), daemon=True).start()

    def visit(one: socket.socket) -> None:
        with one, suppress(OSError):
            one.recv(1 + 1 + 255)  # version, methods
            one.sendall(b"\x05\x00")
            head = one.recv(5)
            assert head[:4] == b"\x05\x01\x00\x03", "asked by name"
            host = one.recv(head[4]).decode()
            asked.append((host, int.from_bytes(one.recv(2), "big")))
            one.sendall(b"\x05\x00\x00\x01" + bytes(6))
            with socket.create_connection(("127.0.0.1", target)) as other:
                back = threading.Thread(target=pump, args=(other, one), daemon=True)
                back.start()
                pump(one, other)
                back.join(5)

    def pump(source: socket.socket, sink: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                sink.sendall(data)
            sink.shutdown(socket.SHUT_WR)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield listener.getsockname()[1], asked
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join(5)
