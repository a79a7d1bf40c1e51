"""One page fetched from the network, hop by hop, and read by the same readers as a file of its kind."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from reader import __version__
from reader.article import Article, Provenance, provenances
from reader.dataclass import dataclass
from reader.errors import ImportFailure
from reader.importing import limits
from reader.importing.addresses import refusals
from reader.importing.addresses.address import checked, file_of, shown
from reader.importing.addresses.places import check_named, is_public
from reader.importing.addresses.proxies import proxy_for
from reader.importing.addresses.robots import MOST, PRODUCT, Robots
from reader.importing.addresses.watch import FetchWatch
from reader.importing.apart import read_apart
from reader.importing.files import shown as shown_name
from reader.importing.files import writable
from reader.importing.formats import format_for, is_readable
from reader.importing.media_types import ENDINGS, MORE, UNTOLD, kind_of
from reader.importing.options import ImportOptions
from reader.importing.path_dates import dated_by
from reader.progress import Progress, silent

if TYPE_CHECKING:  # a tenth of a second to load, and most people never fetch anything
    import httpx

    from reader.importing.addresses.line import Allows

AGENT = f"{PRODUCT}/{__version__} (desktop reader; fetches one page when a person asks for it)"
_HEADERS = {
    "User-Agent": AGENT,
    "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.1",
    "Accept-Encoding": "gzip",
}
_REDIRECTS = (301, 302, 303, 307, 308)
# What web standards read where a server says one thing (https://encoding.spec.whatwg.org/#names-and-labels).
_MEANT = {"iso-8859-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252"}


@dataclass(frozen=True, slots=True)
class Page:
    """What an address led to: the address at the end of all redirects, the bytes, and what a file of it is called."""

    url: str
    file: str
    name: str
    data: bytes


class Fetcher:
    """Fetches pages. Each call stands alone: nothing is kept between two of them, cookies least of all."""

    def __init__(self, options: ImportOptions, allows: "Allows" = is_public) -> None:
        """`allows` says which computers may be asked; a test allows the one it runs on."""
        self._options, self._allows = options, allows

    def read(self, address: str, progress: Progress = silent) -> Iterator[Article | ImportFailure]:
        """Every article at an address, or why there is none; `progress` hears of bytes and may raise `Cancelled`."""
        try:
            page = self.fetch(address, progress)
        except ImportFailure as failure:
            yield failure
            return
        single = format_for(page.file).name not in ("RSS or Atom feed", "EPUB")
        for one in read_apart(page.data, page.name, page.file, self._options):
            yield one if isinstance(one, ImportFailure) else dated_by(_addressed(one, page, single=single), page.url)

    def fetch(self, address: str, progress: Progress = silent) -> Page:
        """The page at an address; `ImportFailure` where it may not or cannot be had."""
        import httpx

        url = checked(address)
        visit = _Visit(self._options, self._allows, FetchWatch(url.host, limits.FETCH_SECONDS, progress))
        try:
            return visit.page(url, min(self._options.max_bytes, limits.FETCHED))
        except httpx.ProxyError as error:
            raise refusals.proxy_refused(str(error)) from None
        except (httpx.TimeoutException, httpx.NetworkError) as error:
            raise _unreached(visit.watch.host, error) from None
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, ValueError):
            raise refusals.broken_off(visit.watch.host) from None


class _Visit:
    """One fetching: the hops from the address that was named to the page."""

    def __init__(self, options: ImportOptions, allows: "Allows", watch: FetchWatch) -> None:
        self._options, self._allows, self.watch = options, allows, watch
        self._robots = Robots(self._robots_file)

    def page(self, url: "httpx.URL", most: int) -> Page:
        """What the address leads to; each hop is checked like the first, by its name, its place and its robots.txt."""
        from reader.importing.addresses.body import body_of

        for _hop in range(limits.HOPS):
            self._robots.check(url)
            with self._answer(url) as response:
                if response.status_code in _REDIRECTS and "location" in response.headers:
                    url = _next(url, response)
                    continue
                if response.status_code != 200:
                    raise refusals.answered(shown(url), response.status_code)
                file = _file(url, response)
                data = body_of(response, most, self.watch)
                return Page(str(url), file, shown(url), _as_unicode(data, file, response))
        raise refusals.too_many_hops(url.host)

    def _robots_file(self, url: "httpx.URL") -> tuple[int, bytes]:
        from reader.importing.addresses.body import body_of

        for _hop in range(limits.HOPS):
            with self._answer(url) as response:
                if response.status_code in _REDIRECTS and "location" in response.headers:
                    url = _next(url, response)
                    continue
                there = response.status_code == 200
                return response.status_code, body_of(response, MOST, self.watch, cut=True) if there else b""
        return 404, b""  # RFC 9309, 2.3.1.2: after five hops it may be taken for absent

    @contextmanager
    def _answer(self, url: "httpx.URL") -> "Iterator[httpx.Response]":
        """The head of an answer, its body still to come; each from a client of its own, which is then forgotten."""
        import httpx

        from reader.importing.addresses.line import Transport

        self.watch.host = url.host
        proxy = proxy_for(url, self._options)
        if proxy is not None:
            check_named(url.host, self._allows)
        timeout = httpx.Timeout(limits.READ_SECONDS, connect=limits.CONNECT_SECONDS)
        with (
            httpx.Client(
                transport=Transport(self._allows, self.watch, proxy), headers=_HEADERS, timeout=timeout, trust_env=False
            ) as client,
            client.stream("GET", url, follow_redirects=False) as response,
        ):
            yield response


def _next(url: "httpx.URL", response: "httpx.Response") -> "httpx.URL":
    return checked(str(url.join(response.headers["location"])))


def _file(url: "httpx.URL", response: "httpx.Response") -> str:
    """What a file of the page would be called, with the ending of its kind; a refusal where it is of no such kind."""
    said = kind_of(response.headers.get("content-type", ""))
    name = writable(shown_name(Path(file_of(url))))
    if said in UNTOLD and is_readable(name) and not format_for(name).holds_files:
        return name
    ending = (ENDINGS | MORE).get(said, "" if said else ".html")
    if not ending:
        raise refusals.other_kind(shown(url), said)
    return name if name.lower().endswith(ending) else f"{name}{ending}"


def _as_unicode(data: bytes, file: str, response: "httpx.Response") -> bytes:
    """A text in the encoding that its server names, as UTF-8; as it came where the server names none, or a wrong one.

    What is UTF-8 already stays: such bytes are hardly ever anything else, whatever the server says.
    """
    charset = (response.charset_encoding or "").strip().lower()
    if not charset or not file.lower().endswith((".html", ".htm", ".xhtml", ".txt", ".md")):
        return data
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return data.decode(_MEANT.get(charset, charset)).encode("utf-8")
        except (LookupError, ValueError):  # no such encoding, or not in it
            return data
    return data


def _addressed(article: Article, page: Page, *, single: bool) -> Article:
    """With the address it came from; the page's own word on its address goes before, unless that is another site's."""
    name = article.id or writable(PurePosixPath(page.file).stem)
    if article.url and (not single or _same_site(article.url, page.url)):
        return replace(article, id=name, path="")
    known = provenances(dict(article.provenance) | {"url": Provenance.FILE})
    return replace(article, id=name, url=page.url, path="", provenance=known)


def _same_site(said: str, url: str) -> bool:
    """Whether the canonical address is one of this site, and not merely its front page."""
    import httpx

    try:
        one, other = httpx.URL(said), httpx.URL(url)
    except httpx.InvalidURL:
        return False
    here, there = (f".{url.host.removeprefix('www.')}" for url in (one, other))
    related = here.endswith(there) or there.endswith(here)  # m.courier.example is one with courier.example
    return related and (one.path.strip("/") != "" or other.path.strip("/") == "")


def _unreached(host: str, error: Exception) -> ImportFailure:
    """Why there was no answer: httpx's errors carry their cause in words only."""
    import httpx

    if isinstance(error, httpx.ConnectError) and "CERTIFICATE_VERIFY_FAILED" in str(error):
        return refusals.not_proven(host)
    if isinstance(error, httpx.ReadTimeout | httpx.WriteTimeout | httpx.PoolTimeout):
        return refusals.too_slow(host)
    if isinstance(error, httpx.ReadError | httpx.WriteError):
        return refusals.broken_off(host)
    return refusals.not_reached(host)
