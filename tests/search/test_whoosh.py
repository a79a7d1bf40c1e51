"""The engine we use does what any engine behind the seam must do."""

import pytest

from reader.search import SearchIndex
from tests.search.conformance import Conformance


class TestWhoosh(Conformance):
    """Whoosh behind the seam."""

    @pytest.fixture
    def open_again(self, folder):
        opened = []

        def again(library="library"):
            opened.append(SearchIndex.open(folder, library))
            return opened[-1]

        yield again
        for index in opened:
            index.close()
