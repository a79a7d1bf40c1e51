"""The language of a page is told from one sentence; what is in none that is known is told as such."""

from pathlib import Path

import pytest

from reader.article import Article
from reader.importing import ImportOptions, language_model
from reader.importing.apart import read_apart
from reader.importing.language import UNKNOWN, language_of
from reader.paths import Paths


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The ferry ran aground on Monday, and the coast guard said that nobody was hurt in the accident.", "en"),
        ("El barco encalló el lunes y los guardacostas dijeron que no hubo heridos en la zona del puerto.", "es"),
        ("Le bateau s’est échoué lundi et les garde-côtes ont dit que personne dans le port est blessé.", "fr"),
        (
            "Die Fähre lief am Montag auf Grund, und der Kapitän ist nicht verletzt, sagte ein Sprecher auf dem Boot.",
            "de",
        ),
        ("Færgen gik på grund mandag, og kystvagten sagde, at ingen blev såret, men at den blev efterladt.", "da"),
        ("Fergen gikk på grunn mandag, og kystvakten sa at ingen ble skadet, men at den ble liggende etter det.", "no"),
        (
            "Lautta ajoi karille maanantaina, ja merivartioston mukaan kukaan ei loukkaantunut, mutta se on vielä.",
            "fi",
        ),
        ("Trajekt v pondělí najel na mělčinu a podle pobřežní stráže se nikdo nezranil, který byl na palubě.", "cs"),
        ("Feribotul a eșuat luni, iar paza de coastă a spus că nu au fost răniți și că este în port.", "ro"),
        ("A komp hétfőn zátonyra futott, és a parti őrség szerint nem sérült meg senki, csak a hajó.", "hu"),
        ("Паром сел на мель в понедельник", "ru"),
        ("Пором сів на мілину в понеділок, і ніхто не постраждав, повідомила берегова охорона.", "uk"),
        ("Фериботът заседна в понеделник и никой не пострада, съобщи бреговата охрана.", "bg"),
        ("کشتی روز دوشنبه به گل نشست و هیچکس آسیب ندید، گارد ساحلی گفت.", "fa"),
        ("جنحت العبارة يوم الاثنين ولم يصب أحد بأذى كما قال خفر السواحل", "ar"),
        ("フェリーが月曜日に座礁した", "ja"),
        ("一艘渡轮周一搁浅", "zh"),
        ("Bürgermeister tritt zurück", "de"),
        ("Le maire démissionne", "fr"),
        ("Il traghetto si è arenato lunedì e nessuno è rimasto ferito.", "it"),
        ("A balsa encalhou na segunda-feira e ninguém ficou ferido.", "pt"),
        ("De veerboot liep maandag aan de grond en niemand raakte gewond.", "nl"),
        ("Färjan gick på grund i måndags och ingen skadades.", "sv"),
        ("Prom osiadł na mieliźnie w poniedziałek i nikt nie został ranny.", "pl"),
        ("Trajekt v pondelok narazil na plytčinu a nikto sa nezranil.", "sk"),
        ("Trajekt je v ponedeljek nasedel in nihče ni bil poškodovan.", "sl"),
        ("Trajekt se nasukao u ponedjeljak i nitko nije ozlijeđen.", "hr"),
        ("Трајект се насукао у понедељак и нико није повређен.", "sr"),
        ("Το πλοίο προσάραξε τη Δευτέρα και κανείς δεν τραυματίστηκε.", "el"),
        ("Feribot pazartesi günü karaya oturdu ve kimse yaralanmadı.", "tr"),
        ("המעבורת עלתה על שרטון ביום שני ואיש לא נפגע.", "he"),
        ("کشتی پیر کے روز پھنس گئی اور کوئی زخمی نہیں ہوا۔", "ur"),
        ("नौका सोमवार को फंस गई और कोई घायल नहीं हुआ।", "hi"),
        ("여객선이 월요일에 좌초했지만 다친 사람은 없었다.", "ko"),
        ("เรือข้ามฟากเกยตื้นเมื่อวันจันทร์ ไม่มีผู้ได้รับบาดเจ็บ", "th"),
        ("Phà mắc cạn hôm thứ Hai và không ai bị thương.", "vi"),
        ("Kapal feri itu kandas pada hari Senin dan tidak ada yang terluka.", "id"),
        ("El transbordador va encallar dilluns i ningú va resultar ferit.", "ca"),
        ("Praam sõitis esmaspäeval madalikule ja keegi ei saanud viga.", "et"),
        ("Prāmis pirmdien uzskrēja uz sēkļa, un neviens netika ievainots.", "lv"),
        ("Keltas pirmadienį užplaukė ant seklumos ir niekas nenukentėjo.", "lt"),
        ("Ferjan strandaði á mánudag og enginn slasaðist.", "is"),
        ("Chuaigh an bád farantóireachta i dtír Dé Luain agus níor gortaíodh aon duine.", "ga"),
        ("", "en"),
        ("CSTO", "en"),
        ("1234 5678", "en"),
    ],
)
def test_languages(text: str, code: str) -> None:
    assert language_of(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "A core taken at Camp Orrel is 800,000 years old.",
        "Diesel cost almost $3 per gallon last spring.",
        "Goalkeeper Ben Stroud left on Monday.",
        "Storm hits coast",
        "Ferry sinks, 12 dead",
        "Mayor quits over loan",
    ],
)
def test_one_word_that_is_english_too_makes_no_other_language(text: str) -> None:
    assert language_of(text) == "en"


def test_a_table_does_not_hide_the_language_of_its_article() -> None:
    table = "\n".join(f"District {n}\t{n * 37}\t{n * 91}" for n in range(300))
    assert (
        language_of(f"Results by district\n\nThe council met and approved the budget of 12 million.\n{table}") == "en"
    )


def test_what_is_no_language_is_not_taken_for_english() -> None:
    assert language_of("qxz vrtk plon wugga zzib trelk okkono fnard") == UNKNOWN


def test_a_long_english_text_needs_no_closer_look(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.importing.language_model.identifier", lambda: pytest.fail("looked closer"))
    text = "The ferry ran aground on Monday, and the coast guard said that nobody was hurt in the accident. "
    assert language_of(text * 4) == "en"


def test_without_the_identifier_small_words_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.importing.language_model.identifier", lambda: None)
    assert language_of("Die Fähre lief auf Grund, und der Kapitän ist nicht verletzt, sagte ein Sprecher.") == "de"
    assert language_of("Goalkeeper Ben Stroud left on Monday.") == "en"


def test_the_helper_tells_languages_though_it_may_write_no_file() -> None:
    text = "Färjan gick på grund\n\nFärjan gick på grund i måndags och ingen skadades.\n"
    (article,) = read_apart(text.encode(), "page.txt", "page.txt", ImportOptions())
    assert isinstance(article, Article)
    assert article.language == "sv"


def test_the_model_is_unpacked_once_and_read_where_it_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARALLAX_HOME", str(tmp_path))
    monkeypatch.setattr("reader.importing.language_model.own_place", lambda: tmp_path / "nowhere")
    kept = Paths.default().language
    stale = kept / "0-another-model"
    stale.mkdir(parents=True)
    language_model.keep()
    (folder,) = kept.iterdir()
    made = folder.stat().st_mtime_ns
    language_model.keep()
    assert [(one, one.stat().st_mtime_ns) for one in kept.iterdir()] == [(folder, made)]
    monkeypatch.setattr("reader.importing.language_model._unpacked", lambda: pytest.fail("unpacked again"))
    model = language_model.identifier.__wrapped__()
    assert model.classify("Färjan gick på grund i måndags och ingen skadades.")[0] == "sv"


def test_half_a_model_is_read_from_its_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.importing.language_model.own_place", lambda: tmp_path)
    language_model.keep(tmp_path)
    (folder,) = tmp_path.iterdir()
    (folder / "moves.npy").write_bytes(b"cleaned away")
    monkeypatch.setenv("PARALLAX_HOME", str(tmp_path / "home"))
    model = language_model.identifier.__wrapped__()
    assert model.classify("Färjan gick på grund i måndags och ingen skadades.")[0] == "sv"
