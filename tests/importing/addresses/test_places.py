"""No private place is asked, however its address is written; what was checked is what is connected to."""

import ipaddress
import socket
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import ImportFailure
from reader.importing import ImportOptions
from reader.importing.addresses import Fetcher
from reader.importing.addresses.address import checked
from reader.importing.addresses.places import is_public
from reader.text.addresses import address_in, host_of, is_address
from tests.importing.server import said, serving, this_machine


def refused(address: str) -> str:
    [failure] = Fetcher(ImportOptions()).read(address)
    assert isinstance(failure, ImportFailure)
    assert failure.remedy
    return str(failure)


@pytest.mark.parametrize(
    "place",
    ["127.0.0.1", "127.9.9.9", "0.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1",
     "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fc00::1",
     "fd12::1", "fec0::1", "ff02::1", "2001:db8::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1",
     "2002:7f00:1::", "2002:a00:1::1"],
)  # fmt: skip
def test_places_that_are_not_open(place: str) -> None:
    assert not is_public(ipaddress.ip_address(place))


@pytest.mark.parametrize("place", ["1.1.1.1", "93.184.216.34", "2606:4700::1111", "64:ff9b::101:101"])
def test_places_that_are(place: str) -> None:
    assert is_public(ipaddress.ip_address(place))


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "127.1", "[::1]",
     "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "0", "LOCALHOST", "127.0.0.1.", "１２７.０.０.１"],
)  # fmt: skip
def test_this_machine_by_any_name_is_not_asked(host: str) -> None:
    with serving({"/": said("<p>secret</p>")}) as server:
        line = refused(f"http://{host}:{server.port}/")
        assert not server.asked
    assert "open network" in line or "no address" in line or "no server called" in line


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("ftp://a.example/x", "http and https"), ("file:///etc/passwd", "http and https"),
        ("javascript:alert(1)", "http and https"),
        ("http://user:pass@a.example/", "password"), ("http://user@a.example/", "password"), ("http://", "no address"),
        ("http:///x", "no address"), ("nonsense", "http and https"), ("http://a.example:99999/", "no address"),
        ("http://[::1", "no address"), ("http://a\nb/", "no address"), ("https://" + "a" * 3000, "no address"),
        ("http://xn--.example/", "no address"), ("", "http and https"),
    ],
)  # fmt: skip
def test_what_is_no_address(address: str, why: str) -> None:
    line = refused(address)
    assert why in line
    assert "pass" not in line.replace("password", "").replace("passwd", "")
    assert line.isprintable()


def test_a_name_that_has_one_private_place_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def resolved(*_args: Any, **_more: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (place, 80)) for place in ("1.1.1.1", "10.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", resolved)
    assert "open network" in refused("http://rebound.example/")


def test_the_place_that_was_checked_is_the_one_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that is looked up a second time and leads elsewhere then (DNS rebinding) leads nowhere."""
    asked: list[str] = []

    def resolved(host: str, port: int, *_args: Any, **_more: Any) -> list[Any]:
        asked.append(host)
        place = "127.0.0.1" if host in ("rebound.example", "127.0.0.1") else "10.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (place, port))]

    with serving({"/": said("<p>A crane fell at the quay.</p>")}) as server:
        monkeypatch.setattr(socket, "getaddrinfo", resolved)
        [found] = Fetcher(ImportOptions(), this_machine).read(f"http://rebound.example:{server.port}/")
        assert not isinstance(found, ImportFailure)
        assert [headers["Host"] for _path, headers in server.asked] == [f"rebound.example:{server.port}"] * 2
    assert asked.count("rebound.example") == 2  # robots.txt and the page, each checked by itself


def test_an_unknown_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_args: Any, **_more: Any) -> list[Any]:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert "no server called nowhere.example" in refused("https://nowhere.example/x")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://a.example/x", "https://a.example/x"), (" http://a.example \n", "http://a.example"),
        ("https://a.example/x\nThe title", "https://a.example/x"), ("See https://a.example/x", ""), ("", ""),
        ("https://a.example/x y", ""), ("HTTPS://A.example", "HTTPS://A.example"), ("ftp://a.example", ""),
        ("https://a.example\nand\nmore", ""),
    ],
)  # fmt: skip
def test_addresses_in_what_is_copied(text: str, address: str) -> None:
    assert address_in(text) == address
    assert is_address(address) is bool(address)


def test_an_address_in_another_alphabet() -> None:
    assert checked("https://zürich.example/ü?q=ü").raw_host == b"xn--zrich-kva.example"


@given(st.text(max_size=60) | st.from_regex(r"https?://[\w@:/.\[\]%#?-]{0,40}", fullmatch=True))
def test_any_text_is_an_address_or_says_why_not(text: str) -> None:
    try:
        url = checked(text)
    except ImportFailure as failure:
        told = failure
    else:
        told = None
        assert url.scheme in ("http", "https")
        assert url.host
        assert not url.userinfo
    assert told is None or (str(told).isprintable() and told.remedy)
    host_of(text)


def test_whoever_never_fetches_or_watches_never_loads_what_does() -> None:
    code = (
        "import sys, reader.workspace; sys.exit(bool({'httpx', 'httpcore', 'watchdog', 'protego'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
