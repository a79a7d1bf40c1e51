"""Stems in several languages, from several threads."""

from concurrent.futures import ThreadPoolExecutor

from reader.text.stems import stem


def test_endings_go() -> None:
    assert stem("protests") == stem("protested") == "protest"
    assert stem("häuser", "de") == stem("häusern", "de")
    assert stem("word", "xx") == "word"


def test_threads_do_not_disturb_one_another() -> None:
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(lambda n: stem(f"threads{n % 3}s"), range(200))) == {"threads0", "threads1", "threads2"}
