"""Why a page is not fetched, each in one line with what to do instead."""

from reader.errors import ImportFailure
from reader.i18n import _
from reader.text.shorten import on_one_line


def no_address(address: str) -> ImportFailure:
    """Nothing that could be asked for."""
    message = _("This is no address of a page: {address}.").format(address=_short(address))
    return ImportFailure(message, _("Copy it from the browser's address field; it begins with https://."))


def other_scheme(address: str, scheme: str) -> ImportFailure:
    """Files, mail, data: nothing that a server of pages answers to."""
    message = _("Only pages at http and https addresses can be fetched: {address}.").format(address=_short(address))
    if scheme == "file":
        return ImportFailure(message, _("Import the file itself."))
    return ImportFailure(message, _("Copy the address of the page from the browser."))


def with_password(shown: str) -> ImportFailure:
    """A name or password in it would be sent, and kept."""
    message = _("There is a name or a password in the address of {shown}.").format(shown=shown)
    return ImportFailure(message, _("Open the page in the browser, save it and import the file."))


def private(host: str) -> ImportFailure:
    """It belongs to this computer or a network that is not open."""
    message = _("{host} is no server of the open network, and others are not asked.").format(host=_short(host))
    return ImportFailure(message, _saved())


def unknown_host(host: str) -> ImportFailure:
    """There is no such name."""
    message = _("There is no server called {host}, or there is no network.").format(host=_short(host))
    return ImportFailure(message, _("Check the address and the connection."))


def not_reached(host: str) -> ImportFailure:
    """It does not answer."""
    message = _("{host} could not be reached.").format(host=_short(host))
    return ImportFailure(message, _("Check the connection, or try again later."))


def not_proven(host: str) -> ImportFailure:
    """Its certificate does not say that it is who it says."""
    message = _("{host} cannot prove that it is {host}: its certificate is not valid.").format(host=_short(host))
    return ImportFailure(message, _("Somebody may be listening. Try again from another network."))


def broken_off(host: str) -> ImportFailure:
    """It ended before its end."""
    message = _("What {host} sent broke off or was damaged.").format(host=_short(host))
    return ImportFailure(message, _("Try again."))


def too_slow(host: str) -> ImportFailure:
    """Nobody waits that long for a page."""
    message = _("{host} took too long to send the page.").format(host=_short(host))
    return ImportFailure(message, _("Try again later, or save the page in the browser and import the file."))


def too_large(host: str, most: int) -> ImportFailure:
    """No page of an article is that large."""
    message = _("{host} sends more than {limit} MB, which is no article.").format(
        host=_short(host), limit=max(1, most // (1024 * 1024))
    )
    return ImportFailure(message, _saved())


def packed_oddly(host: str, kind: str) -> ImportFailure:
    """A packing that was not asked for."""
    message = _("{host} sends the page packed in a way that cannot be read ({kind}).")
    return ImportFailure(message.format(host=_short(host), kind=_short(kind)), _saved())


def too_many_hops(host: str) -> ImportFailure:
    """Each address sends to another one."""
    message = _("{host} sends from one address to another without an end.").format(host=_short(host))
    return ImportFailure(message, _saved())


def answered(shown: str, status: int) -> ImportFailure:
    """An answer other than the page."""
    match status:
        case 404 | 410:
            message = _("There is no page at {shown} (any more).")
            return ImportFailure(message.format(shown=shown), _("Check the address in the browser."))
        case 401 | 402 | 403 | 451:
            message = _("The server does not show {shown} to everybody (answer {status}).")
            return ImportFailure(message.format(shown=shown, status=status), _saved())
        case 429 | 503:
            message = _("The server is too busy to send {shown} (answer {status}).")
            return ImportFailure(message.format(shown=shown, status=status), _("Try again later."))
        case _:
            message = _("The server could not send {shown} (answer {status}).")
            return ImportFailure(message.format(shown=shown, status=status), _("Try again later."))


def other_kind(shown: str, kind: str) -> ImportFailure:
    """A picture, a video, a program."""
    message = _("{shown} is no page or document that can be read ({kind}).").format(shown=shown, kind=_short(kind))
    return ImportFailure(message, _("Name the address of the article itself."))


def not_wanted(host: str) -> ImportFailure:
    """Its robots.txt says so."""
    message = _("{host} asks programs not to fetch this page (robots.txt).").format(host=_short(host))
    return ImportFailure(message, _saved())


def robots_unreachable(host: str) -> ImportFailure:
    """Its robots.txt cannot be had, and then nothing may be."""
    message = _("{host} does not say just now whether programs may fetch its pages (robots.txt).")
    return ImportFailure(message.format(host=_short(host)), _("Try again later, or save the page and import the file."))


def no_proxy(address: str) -> ImportFailure:
    """What is set as a proxy is none."""
    message = _("“{address}” is no address of a proxy.").format(address=_short(address))
    return ImportFailure(message, _("Write http://host:port or socks5://host:port in the preferences."))


def proxy_not_reached(host: str) -> ImportFailure:
    """Nobody answers there."""
    message = _("The proxy {host} cannot be reached.").format(host=_short(host))
    return ImportFailure(message, _("Check the connection, and the proxy in the preferences."))


def proxy_refused(said: str) -> ImportFailure:
    """It answers, and does not go there."""
    message = _("The proxy does not let the page through ({said}).").format(said=_short(said) or "-")
    return ImportFailure(message, _("Check the proxy in the preferences, and its user and password."))


def _saved() -> str:
    return _("Open the page in the browser, save it and import the file.")


def _short(said: str) -> str:
    return on_one_line("".join(c if c.isprintable() else " " for c in said), 80)
