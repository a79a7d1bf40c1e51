"""Accounts in two languages share what they say, by meaning alone; in a language that no vectors know, nothing."""

from dataclasses import replace

from reader.compare import engine
from reader.compare.comparison import Comparison
from reader.vectors.lazy_encoder import Encoder
from tests.compare.passages.flood import ENGLISH, SAME, SPANISH
from tests.compare.prose import HARBOUR, article

ENCODER = Encoder()
JAPANESE = (
    "火曜日の夜、212人の乗客を乗せたフェリー「リゼッタ」がモロー岬の沖で座礁した。"
    "沿岸警備隊は二機のヘリコプターで夜明け前に全員を救助した。"
    "海運会社は羅針盤の故障が原因だと説明し、運賃をすべて払い戻すと約束した。"
)


def together(found: Comparison, pair: tuple[str, str]) -> bool:
    return any(all(any(w in found.text(e) for e in p.excerpts) for w in pair) for p in found.passages)


def test_a_spanish_and_an_english_account_share_their_passages() -> None:
    pair = article(ENGLISH, "en"), replace(article(SPANISH, "es"), language="es")
    found = engine.compare(pair, source=ENCODER)
    assert [x for x in SAME if not together(found, x)] == []
    assert not together(found, ("Trains between", "Un museo"))


def test_a_language_without_spaces_is_one_of_them() -> None:
    pair = article(HARBOUR, "en"), replace(article(JAPANESE, "ja"), language="ja")
    found = engine.compare(pair, source=ENCODER)
    assert together(found, ("ran aground", "座礁"))
    assert together(found, ("helicopters", "ヘリコプター"))
    assert not together(found, ("beacon", "羅針盤"))


def test_the_order_of_the_articles_does_not_matter() -> None:
    one, two = article(ENGLISH, "en"), replace(article(SPANISH, "es"), language="es")
    forth, back = (engine.compare(pair, source=ENCODER) for pair in ((one, two), (two, one)))
    assert forth.passages == back.passages


def test_without_vectors_and_in_languages_that_have_none_two_languages_share_nothing() -> None:
    english, spanish = article(ENGLISH, "en"), replace(article(SPANISH, "es"), language="es")
    assert engine.compare([english, spanish]).passages == ()
    assert engine.compare([english, replace(spanish, language="sv")], source=ENCODER).passages == ()
