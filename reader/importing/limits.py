"""How much of anything is read: what one file may cost, however it was made."""

ROOM = 256 * 1024 * 1024
"""Bytes of a file that holds more than text (pictures, other files); or the person's own limit, if that is more."""

ARTICLES = 10_000
"""Articles taken from one file."""

SECONDS = 10.0
"""Between asking for an article of a file and having it."""

TOTAL_SECONDS = 600.0
"""For one file with all that it holds."""

MEMORY = 2 * 1024 * 1024 * 1024
"""Bytes of memory that a helper process may use, where the system can hold it to that."""

ANSWER = 128 * 1024 * 1024
"""Bytes of one answer of the helper."""

UNPACKED = 512 * 1024 * 1024
"""Bytes that the members of one archive may have together, unpacked."""

RATIO = 200
"""How many bytes a packed byte may become; text becomes 3 to 20, and what becomes more is made to fill the disk."""

NESTING = 3
"""Archives in archives, messages in messages."""

RECOGNITION_SECONDS = 60.0
"""For the text in the picture of one page."""

RECOGNISED = 30
"""Pages of one PDF whose pictures are read."""

PAGES = 200
"""Pages read of one PDF: 200 full ones take half of the time allowed, and no article is as long."""

FETCHED = 20 * 1024 * 1024
"""Bytes of a page that comes over the network, unpacked."""

FETCH_SECONDS = 60.0
"""For one page, from asking for it to its last byte, with all redirects."""

CONNECT_SECONDS = 8.0
"""Until a server takes a call."""

READ_SECONDS = 15.0
"""That a server may be silent."""

HOPS = 6
"""Addresses that one may lead to, each by a redirect."""
