"""A second process reads words for the one that writes; what is written is the same, whatever becomes of it."""

import io
import os
import signal
import sys
import time
from contextlib import closing
from dataclasses import replace

import pytest

from reader.article import Article
from reader.search import Drop, Put, SearchIndex, assistant, helper_main, wire
from reader.search.values import FTS5, WHOOSH
from reader.search.words import WordCounter
from reader.text.spans import Span
from tests.benchmarks.texts import article

ODD = Article("odd", "a\nb\u2028c\0\udcff “Ё” 罢工", "“H”", outlet="ﬁ", published="2031", boilerplate=(Span(0, 2),))


@pytest.fixture
def helping():
    with closing(assistant.Assistant()) as started:
        yield started


def read(article):
    return WordCounter().read(article)


def given(helping, count):
    made = [Put(n, f"n{n}", article(n)) for n in range(count)]
    return [replace(put, reader=helping.take(wire.line(put), put.article)) for put in made]


@pytest.mark.parametrize("one", [ODD, Article("", ""), article(3), article(14)])
def test_the_same_words_come_back(helping, one):
    there, here = helping.take(wire.line(Put(1, "x", one)), one).words(), read(one)
    assert there == here


def test_words_are_counted_there_and_told_once(helping):
    puts = given(helping, 8)
    there, here = WordCounter(), WordCounter()
    for put in puts[:6]:
        assert there.read(put.article, put.reader).body == here.read(put.article).body
    there.ask()  # too early, which does no harm
    for put in puts[6:]:  # somebody did not wait for these; they count all the same
        here.read(put.article)
    assert there.counts() == here.counts()
    assert helping.counts() == here.counts() == {}


def test_each_gets_its_own_in_whatever_order_they_are_asked_for(helping):
    puts = given(helping, 80)
    for number in (79, 3, 0, 17, 44):
        assert puts[number].reader.words().body == read(article(number)).body


def test_whoever_waits_reads_what_was_not_sent_yet(helping, monkeypatch):
    """Both are at work all the time, however much longer than the other one of them would take for its part."""
    monkeypatch.setattr(helping._process, "send", lambda _line: time.sleep(60))  # the other takes for ever
    puts = given(helping, 400)
    assert puts[200].reader.words().body == read(article(200)).body
    assert len(helping._sent) <= assistant._AHEAD


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a thing of POSIX")
def test_words_that_do_not_come_are_read_here(helping):
    os.kill(helping._process.pid, signal.SIGKILL)
    counter, own = WordCounter(), WordCounter()
    for put in given(helping, 40):
        assert counter.read(put.article, put.reader).body == own.read(put.article).body
    assert counter.counts() == own.counts()


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a thing of POSIX")
def test_counts_that_do_not_come_are_made_here(helping):
    puts = given(helping, 40)
    counter, own = WordCounter(), WordCounter()
    for put in puts:
        assert counter.read(put.article, put.reader) == own.read(put.article)
    os.kill(helping._process.pid, signal.SIGKILL)
    assert counter.counts() == own.counts()


@pytest.mark.parametrize("engine", [WHOOSH, FTS5])
@pytest.mark.parametrize("is_killed", [False, True])
def test_an_index_of_a_long_job_is_the_same(folder, engine, is_killed, monkeypatch):
    puts = [Put(n + 1, f"n{n}", article(n, 80)) for n in range(120)]
    changes = [*puts[:60], Drop(200, "n3"), *puts[60:], Put(201, "odd", ODD)]
    lines = b"".join([*map(wire.line, changes), wire.END])
    started = []

    class Watched(assistant.Assistant):
        def __init__(self):
            super().__init__()
            started.append(self)

        def take(self, *given):
            if is_killed and self._given == 20:
                self._process.kill()
            return super().take(*given)

    monkeypatch.setattr(helper_main, "Assistant", Watched)
    monkeypatch.setattr(assistant, "MANY", 10)
    monkeypatch.setattr(assistant, "is_wanted", lambda: True)
    with (
        SearchIndex.open(folder, "with", engine=engine) as one,
        SearchIndex.open(folder, "without", engine=engine) as other,
    ):
        with helper_main._changes(io.BytesIO(lines)) as given:
            assert one.apply(given)
        assert other.apply(changes)
        assert len(started) == 1
        assert not started[0].is_alive
        for query in (*article(7, 80).text.split()[:12], "罢工", "h"):
            assert one.search(query, limit=200) == other.search(query, limit=200)
        assert one.suggest("ba", 20) == other.suggest("ba", 20)
        assert one.stats.words == other.stats.words


def test_counts_are_asked_for_before_too_much_is_kept(helping, monkeypatch):
    """What somebody else has read is kept until its words are counted."""
    monkeypatch.setattr(assistant, "_UNCOUNTED", 100_000)
    there, here = WordCounter(), WordCounter()
    for put in given(helping, 600):
        there.read(put.article, put.reader)
        here.read(put.article)
    helping._wait(lambda: not helping._sent)
    assert len(helping._uncounted) < 100
    assert there.counts() == here.counts()


def test_the_assistant_stays_until_the_last_words_are_read(monkeypatch):
    """An engine draws changes ahead of what it writes."""
    monkeypatch.setattr(assistant, "MANY", 10)
    monkeypatch.setattr(assistant, "is_wanted", lambda: True)
    lines = b"".join([*(wire.line(Put(n, f"n{n}", article(n))) for n in range(1, 80)), wire.END])
    with helper_main._changes(io.BytesIO(lines)) as drawn:
        puts = list(drawn)
        assert all(put.reader.words() == read(put.article) for put in puts[10:])
        assert puts[-1].reader.source.is_alive
        assert puts[-1].reader.source.counts()
    assert not puts[-1].reader.source.is_alive


def test_a_short_job_has_none(monkeypatch):
    monkeypatch.setattr(helper_main, "Assistant", lambda: pytest.fail("started"))
    lines = b"".join([*(wire.line(Put(n, f"n{n}", ODD)) for n in range(1, 40)), wire.END])
    with helper_main._changes(io.BytesIO(lines)) as given:
        assert len(list(given)) == 39


@pytest.mark.skipif(not hasattr(os, "getloadavg"), reason="no load is told here")
@pytest.mark.parametrize(
    ("minute", "now", "wanted"),
    [
        (0.2, "7/300", True),
        (2.0, "7/300", True),
        (3.1, "7/300", False),
        (3.1, "1/300", True),
        (3.1, "nothing of the kind", False),
        (3.1, None, False),
    ],
)
def test_it_is_wanted_where_processors_are_idle(minute, now, wanted, monkeypatch, tmp_path):
    """What was at work a moment ago does not count: it may have been the job before this one."""
    monkeypatch.setattr(os, "cpu_count", lambda: 4)
    monkeypatch.setattr(os, "getloadavg", lambda: (minute, 0.0, 0.0))
    monkeypatch.setattr(assistant, "_LOAD", tmp_path / "loadavg")
    if now is not None:
        (tmp_path / "loadavg").write_text(f"{minute} 0.00 0.00 {now} 4711\n")
    assert assistant.is_wanted() is wanted


def test_it_is_not_wanted_where_there_is_one_processor(monkeypatch):
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    assert not assistant.is_wanted()


def test_it_ends_with_the_one_it_helps(helping):
    helping._process.finish()
    until = time.monotonic() + 20
    while helping._process.status is None and time.monotonic() < until:
        time.sleep(0.02)
    assert helping._process.status == 0
