"""A page is fetched when it is named, read like a file, and nothing else is asked of anybody."""

import gzip
import threading
import time
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import pytest

from reader.article import Article
from reader.errors import ImportFailure
from reader.importing import ImportOptions, limits
from reader.importing.addresses import Fetcher
from reader.progress import Cancelled
from tests.importing.server import Answer, Server, said, sent_to, serving, this_machine
from tests.samples.make import feed, page, pdf
from tests.samples.story import HEADLINE, OUTLET, PUBLISHED, TEXT

ROUTES: dict[str, Answer] = {}


@pytest.fixture
def server() -> Iterator[Server]:
    with serving(ROUTES) as one:
        yield one
    ROUTES.clear()


def found(server: Server, path: str = "/crane", options: ImportOptions | None = None) -> list[Article | ImportFailure]:
    return list(Fetcher(options or ImportOptions(), this_machine).read(server.address + path))


def article(server: Server, path: str = "/crane") -> Article:
    [one] = found(server, path)
    assert isinstance(one, Article), str(one)
    return one


def refused(server: Server, path: str = "/crane") -> str:
    """The one line that says why not, and what to do."""
    [one] = found(server, path)
    assert isinstance(one, ImportFailure), one
    assert str(one).isprintable()
    assert one.remedy
    return str(one)


def plain_page() -> str:
    return page().replace('<link rel="canonical" href="https://courier.example/crane">', "")


def test_a_page_becomes_an_article_with_its_address(server: Server) -> None:
    ROUTES["/crane"] = said(plain_page())
    one = article(server)
    assert (one.text, one.headline, one.outlet, one.published) == (TEXT, HEADLINE, OUTLET, PUBLISHED)
    assert one.url == f"{server.address}/crane"
    assert one.id == "crane"
    assert not one.path


def test_only_robots_and_the_page_are_asked_for(server: Server) -> None:
    ROUTES["/crane"] = said(
        plain_page().replace("</article>", '<img src="/a.png"><script src="/b.js"></script></article>')
    )
    article(server)
    assert server.paths == ["/robots.txt", "/crane"]
    for _path, headers in server.asked:
        assert headers["User-Agent"].startswith("Parallax/")
        assert not {"Cookie", "Authorization", "Referer"} & set(headers)


def test_a_canonical_address_of_the_site_is_kept_and_another_site_is_not_believed(server: Server) -> None:
    for said_url, kept in (
        (f"{server.address}/2031/crane", f"{server.address}/2031/crane"),
        (f"{server.address}/", f"{server.address}/crane"),
        ("https://courier.example/crane", f"{server.address}/crane"),
    ):
        ROUTES["/crane"] = said(page().replace("https://courier.example/crane", said_url))
        assert article(server).url == kept


def test_redirects_are_followed_without_cookies(server: Server) -> None:
    ROUTES.update({"/a": sent_to("/b?x=1", 301), "/b?x=1": sent_to("crane"), "/crane": said(plain_page())})
    assert article(server, "/a").url == f"{server.address}/crane"
    assert server.paths == ["/robots.txt", "/a", "/b?x=1", "/crane"]
    assert not any("Cookie" in headers for _path, headers in server.asked)


def test_a_fragment_is_not_sent(server: Server) -> None:
    ROUTES["/crane"] = said(plain_page())
    assert article(server, "/crane#comments").url == f"{server.address}/crane"


def test_a_loop_of_redirects_ends(server: Server) -> None:
    ROUTES.update({"/a": sent_to("/b"), "/b": sent_to("/a")})
    assert "without an end" in refused(server, "/a")
    assert len(server.paths) == limits.HOPS + 1


@pytest.mark.parametrize(
    "place",
    ["http://10.0.0.1/", "http://169.254.169.254/latest/meta-data/", "http://[::1]:1/", "http://192.168.1.1/admin"],
)
def test_a_redirect_to_a_private_place_is_not_followed(server: Server, place: str) -> None:
    ROUTES["/crane"] = sent_to(place)
    assert "no server of the open network" in refused(server)


@pytest.mark.parametrize(
    ("place", "why"),
    [
        ("file:///etc/passwd", "http and https"),
        ("ftp://a.example/", "http and https"),
        ("http://u:p@a.example/", "password"),
        ("http://[zz]/", "broke off"),
    ],
)
def test_a_redirect_to_something_else_is_not_followed(server: Server, place: str, why: str) -> None:
    ROUTES["/crane"] = sent_to(place)
    line = refused(server)
    assert why in line
    assert "u:p" not in line


def test_robots_are_asked_first_and_obeyed(server: Server) -> None:
    ROUTES.update({"/crane": said(plain_page()), "/robots.txt": said("User-agent: *\nDisallow: /cr", "text/plain")})
    line = refused(server)
    assert "robots.txt" in line
    assert "save it and import the file" in line
    assert server.paths == ["/robots.txt"]


def test_robots_that_name_us_go_before_those_for_all(server: Server) -> None:
    ROUTES.update(
        {
            "/crane": said(plain_page()),
            "/robots.txt": said("User-agent: *\nDisallow: /\n\nUser-agent: parallax\nAllow: /", "text/plain"),
        }
    )
    assert article(server).text == TEXT


def test_robots_hold_for_every_hop(server: Server) -> None:
    ROUTES.update(
        {"/a": sent_to("/crane"), "/crane": said(plain_page()), "/robots.txt": said("User-agent: *\nDisallow: /crane")}
    )
    assert "robots.txt" in refused(server, "/a")
    assert server.paths == ["/robots.txt", "/a"]


def test_robots_that_cannot_be_had_forbid(server: Server) -> None:
    ROUTES.update({"/crane": said(plain_page()), "/robots.txt": said("", status=503)})
    assert "robots.txt" in refused(server)
    ROUTES["/robots.txt"] = sent_to("/robots.txt")
    assert article(server).text == TEXT  # RFC 9309: a loop of redirects is no file


def test_odd_robots_are_none(server: Server) -> None:
    ROUTES.update({"/crane": said(plain_page()), "/robots.txt": said(bytes(range(256)) * 10_000, "image/png")})
    assert article(server).text == TEXT


@pytest.mark.parametrize(
    ("status", "why"),
    [(404, "no page at"), (410, "no page at"), (403, "to everybody"), (401, "to everybody"), (500, "answer 500"),
     (503, "too busy"), (429, "too busy"), (204, "answer 204"), (304, "answer 304"), (302, "answer 302")],
)  # fmt: skip
def test_another_answer_than_the_page(server: Server, status: int, why: str) -> None:
    ROUTES["/crane"] = said(plain_page() if status > 304 else "", status=status)
    assert why in refused(server)


@pytest.mark.parametrize("kind", ["image/png", "application/zip", "video/mp4", "application/json", "text/css"])
def test_another_kind_is_not_even_loaded(server: Server, kind: str) -> None:
    ROUTES["/crane"] = said(plain_page(), kind)
    assert kind in refused(server)


def test_a_kind_that_nobody_told(server: Server) -> None:
    ROUTES["/crane"] = said(plain_page(), "")
    assert article(server).text == TEXT
    ROUTES["/crane.pdf"] = said(pdf(), "application/octet-stream")
    assert article(server, "/crane.pdf").headline == HEADLINE
    ROUTES["/crane.exe"] = said(b"MZ", "application/octet-stream")
    assert "octet-stream" in refused(server, "/crane.exe")


def test_documents_are_read_as_what_they_are(server: Server) -> None:
    ROUTES.update(
        {
            "/paper": said(pdf(), "application/pdf"),
            "/crane.txt": said(TEXT, "text/plain"),
            "/feed": said(feed(), "application/rss+xml"),
        }
    )
    assert article(server, "/paper").headline == HEADLINE
    assert article(server, "/crane.txt").text == TEXT
    assert article(server, "/feed").url == "https://courier.example/crane"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (plain_page().encode("cp1252"), "text/html; charset=iso-8859-1"),
        (plain_page().encode("cp1252"), "text/html; charset=windows-1252"),
        (plain_page().encode("utf-16"), "text/html"),
        (plain_page().encode(), "text/html; charset=nonsense"),
        (plain_page().encode(), "text/html; charset=iso-8859-1"),
        (plain_page().encode("cp1252").replace(b"utf-8", b"cp1252"), "text/html"),
        (b"\xef\xbb\xbf" + plain_page().encode(), "text/html"),
    ],
)
def test_encodings_by_header_mark_and_page(server: Server, body: bytes, kind: str) -> None:
    ROUTES["/crane"] = said(body, kind)
    assert article(server).text == TEXT


def test_a_page_that_is_packed(server: Server) -> None:
    ROUTES["/crane"] = said(gzip.compress(plain_page().encode()), Content_Encoding="gzip")
    assert article(server).text == TEXT
    ROUTES["/crane"] = said(zlib.compress(plain_page().encode()), Content_Encoding="deflate")
    assert article(server).text == TEXT
    ROUTES["/crane"] = said(b"\x1b", Content_Encoding="br")
    assert "packed" in refused(server)
    ROUTES["/crane"] = said(gzip.compress(plain_page().encode())[:-40], Content_Encoding="gzip")
    assert "broke off" in refused(server)
    ROUTES["/crane"] = said(plain_page(), Content_Encoding="gzip")
    assert "broke off" in refused(server)


def test_a_bomb_is_not_unpacked(server: Server) -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join(packer.compress(bytes(1024 * 1024)) for _ in range(400)) + packer.flush()
    ROUTES["/crane"] = said(bomb, Content_Encoding="gzip")
    begun = time.process_time()
    assert "more than 20 MB" in refused(server)
    assert time.process_time() - begun < 5


def test_a_huge_body_is_refused_by_its_length_and_while_it_comes(server: Server) -> None:
    ROUTES["/crane"] = said("<p>", Content_Length=str(limits.FETCHED + 1))
    assert "more than 20 MB" in refused(server)

    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        while not server.stopping.is_set():
            handler.wfile.write(b"<p>A crane fell.</p>" * 10_000)

    ROUTES["/endless"] = endless
    assert "more than 20 MB" in refused(server, "/endless")


def test_a_body_shorter_than_it_says(server: Server) -> None:
    ROUTES["/crane"] = said(plain_page(), Content_Length="999999")
    assert "broke off" in refused(server)


@pytest.mark.parametrize(
    ("head", "drop"),
    [(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>", b"a"), (b"HTTP/1.1 200 OK\r\nX: ", b"a")],
)
def test_a_slow_body_or_head_is_given_up(
    server: Server, head: bytes, drop: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(head)
        while not server.stopping.wait(0.02):
            handler.wfile.write(b"a")

    monkeypatch.setattr(limits, "FETCH_SECONDS", 0.6)
    ROUTES["/crane"] = drip
    assert "too long" in refused(server)


def test_a_silent_server_is_given_up(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "READ_SECONDS", 0.3)
    ROUTES["/crane"] = lambda _handler: server.stopping.wait(20) and None
    assert "too long" in refused(server)


def test_a_server_that_hangs_up(server: Server) -> None:
    ROUTES["/crane"] = lambda handler: handler.wfile.write(b"nonsense\r\n\r\n") and None
    assert "broke off" in refused(server)
    ROUTES["/crane"] = lambda _handler: None
    assert "broke off" in refused(server)


def test_nobody_at_the_port() -> None:
    with serving({}) as one:
        address = one.address
    [failure] = Fetcher(ImportOptions(), this_machine).read(f"{address}/crane")
    assert "could not be reached" in str(failure)


def test_cancelling_ends_it_at_once(server: Server) -> None:
    ROUTES["/crane"] = lambda _handler: server.stopping.wait(20) and None
    cancelled = threading.Event()

    def progress(_done: int, _total: int, _what: str = "") -> None:
        if cancelled.is_set():
            raise Cancelled

    threading.Timer(0.4, cancelled.set).start()
    begun = time.monotonic()
    with pytest.raises(Cancelled):
        list(Fetcher(ImportOptions(), this_machine).read(f"{server.address}/crane", progress))
    assert time.monotonic() - begun < 5


def test_progress_tells_how_much_is_there(server: Server) -> None:
    ROUTES["/crane"] = said(plain_page())
    heard: list[tuple[int, int, str]] = []
    list(
        Fetcher(ImportOptions(), this_machine).read(
            f"{server.address}/crane", lambda done, total, what="": heard.append((done, total, what))
        )
    )
    length = len(plain_page().encode())
    assert heard[-1] == (length, length, "127.0.0.1")
