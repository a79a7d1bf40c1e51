"""A server on this machine, to be asked for pages: what each path answers is a function of the handler."""

import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address

from reader.importing.addresses.places import Place

Answer = Callable[[BaseHTTPRequestHandler], None]
HERE = ip_address("127.0.0.1")


def this_machine(place: Place) -> bool:
    """What a test allows: the one server it started, by its one IP address."""
    return place == HERE


def said(body: str | bytes, kind: str = "text/html; charset=utf-8", status: int = 200, **headers: str) -> Answer:
    """An answer with a body."""
    data = body.encode() if isinstance(body, str) else body

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        if kind:
            handler.send_header("Content-Type", kind)
        for name, value in {"Content_Length": str(len(data)), **headers}.items():
            if value:
                handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(data)

    return answer


def sent_to(address: str, status: int = 302) -> Answer:
    """A redirect."""
    return said(b"", "", status, Location=address, Set_Cookie="who=you")


class Server:
    """A server under way: its address, and what it was asked."""

    def __init__(self, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}"
        self.port = port
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.stopping = threading.Event()

    @property
    def paths(self) -> list[str]:
        """The paths that were asked for, in order."""
        return [path for path, _headers in self.asked]


@contextmanager
def serving(routes: Mapping[str, Answer], context: ssl.SSLContext | None = None) -> Iterator[Server]:
    """A server that answers so, and 404 to everything else; over TLS where it has a context."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.asked.append((self.path, dict(self.headers)))
            try:
                routes.get(self.path, said("gone", status=404))(self)
            except OSError:  # nobody listens any more
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
            """Say nothing."""

    class Quiet(ThreadingHTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            """Who hangs up is no error here."""

    made = Quiet(("127.0.0.1", 0), Handler)
    if context is not None:
        made.socket = context.wrap_socket(made.socket, server_side=True, do_handshake_on_connect=False)
    server = Server(made.server_address[1])
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.stopping.set()
        made.shutdown()
        made.server_close()
        thread.join()
