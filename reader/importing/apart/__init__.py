"""Reading in a helper process: other people's parsers may hang, crash or eat memory there, and only there.

wire    articles and failures as lines of JSON    helper     the process seen from here
pool    which helper reads the next file          helper_main   the process itself
"""

from reader.importing.apart.pool import read_apart

__all__ = ["read_apart"]
