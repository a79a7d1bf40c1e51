"""Articles from an address on the network: one page, only when a person names it, and nothing that it refers to.

address   what may be fetched                fetcher    the page, hop by hop, and the articles in it
places    which computers may be asked       robots     what the site asks programs to leave alone
line      the connection: held to a checked  body       what arrives, bounded and unpacked
          place, watched, ended in time      refusals   why not, in one line each
watch     how long it may take, and whether anybody still waits

proxies   through which proxy, if any

No cookies, no credentials but those of a proxy, no other requests.
"""

from typing import TYPE_CHECKING

from reader import lazy_imports

if TYPE_CHECKING:
    from reader.importing.addresses.fetcher import Fetcher
else:
    __getattr__ = lazy_imports.names(__name__, {"fetcher": "Fetcher"})

__all__ = ["Fetcher"]
