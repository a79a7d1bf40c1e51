"""What a packed program starts with."""

import multiprocessing

from reader.__main__ import run

if __name__ == "__main__":
    multiprocessing.freeze_support()
    run()
