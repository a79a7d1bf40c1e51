"""A server must show that it is the host that was named, though it is called by its checked place."""

import socket
import ssl
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reader.article import Article
from reader.importing import ImportOptions
from reader.importing.addresses import Fetcher, line
from tests.importing.server import Server, said, serving, this_machine

COURIER = Path(__file__).parent / "courier.pem"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """One that has the certificate of courier.example; every name leads to it."""

    def resolved(_host: str, port: int, *_args: Any, **_more: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", resolved)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(COURIER)
    with serving({"/": said("<p>A crane fell at the quay.</p>")}, context) as one:
        yield one


def found(server: Server, host: str) -> Article | Exception:
    [one] = Fetcher(ImportOptions(), this_machine).read(f"https://{host}:{server.port}/")
    return one


def trust_courier(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(line, "_trust", lambda: ssl.create_default_context(cafile=str(COURIER)))


def test_a_certificate_that_nobody_vouches_for(server: Server) -> None:
    assert "cannot prove" in str(found(server, "courier.example"))
    assert not server.asked


def test_the_certificate_is_held_against_the_name_and_not_the_place(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    trust_courier(monkeypatch)
    one = found(server, "courier.example")
    assert isinstance(one, Article), one
    assert one.url == f"https://courier.example:{server.port}/"


def test_the_certificate_of_somebody_else(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    trust_courier(monkeypatch)
    assert "cannot prove" in str(found(server, "herald.example"))
    assert not server.asked
