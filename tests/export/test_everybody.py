"""Packs are for everybody: conformant to PDF/UA-1 and PDF/A-3a, and read well, however many accounts, in any script."""

from pathlib import Path

import docx
import outloud
import page
import pikepdf
import pypdfium2
import pytest

from reader.article import Article
from reader.compare.comparison import Comparison
from reader.compare.options import CompareOptions
from reader.export import as_docx, pdf
from reader.export.choices import Choices
from reader.progress import silent
from reader.settings import Settings
from reader.workspace import compare_articles
from tests.workspace.accounts import account

OUTLETS = (
    "Post", "Courier", "Radio", "Herald", "Echo", "Gazette", "Mirror", "Tide", "Watch", "Lamp",
    "Quay", "Pier", "Gull", "Buoy", "Mast", "Oar", "Reef", "Sail", "Tug", "Wharf",
)  # fmt: skip
ARABIC = "اندلع حريق في مستودع الوقود في ميناء سلم يوم الثلاثاء وقتل {n} شخصا.\n\nأجلي نحو {m} شخص من البلدة."
CHINESE = "星期二，塞尔姆港一座油库起火，造成{n}人死亡，警方说。\n\n约{m}人连夜撤离。"
PROFILES = {"ua1": page.ValidationProfile.PDF_UA_1, "a-3a": page.ValidationProfile.PDF_A_3A}
BY_DESIGN = {
    "TAG-002",  # running heads and repeated table heads are artifacts: they are read once
    "LNK-010",  # addresses of articles are evidence, not to be clicked
    "TXT-004",  # forms of one Arabic letter
    # The checker takes a part's own words before those of the parts within it, so to it every paragraph with a word in
    # bold is out of order; below, the words of every page are held against the tree as it is read.
    "ORD-001",
}


def written(language: str, template: str, headline: str) -> list[Article]:
    """Two accounts in another script, and one in English."""
    own = [
        Article(f"{language}{n}", template.format(n=12 + 7 * n, m=300 + 150 * n), headline=f"{headline} {n}",
                outlet=f"{headline} {n}", language=language)
        for n in range(2)
    ]  # fmt: skip
    return [*own, account("Post", 12, 300)]


def accounts(name: str) -> list[Article]:
    if name == "arabic":
        return written("ar", ARABIC, "حريق في الميناء")
    if name == "chinese":
        return written("zh", CHINESE, "油库起火")
    return [account(OUTLETS[n], 12 + n % 4, 300 + 50 * (n % 3)) for n in range(int(name))]


NAMES = ("2", "5", "20", "arabic", "chinese")


@pytest.fixture(scope="module")
def comparisons() -> dict[str, Comparison]:
    return {name: compare_articles(accounts(name), Settings()) for name in NAMES}


@pytest.fixture(scope="module")
def packs(comparisons: dict[str, Comparison], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("packs")
    for name, comparison in comparisons.items():
        document = pdf.render(comparison, silent, Choices(settings=CompareOptions()))
        (folder / f"{name}.pdf").write_bytes(document.content)
    return {name: folder / f"{name}.pdf" for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("profile", PROFILES)
def test_conformant(packs: dict[str, Path], name: str, profile: str) -> None:
    found = page.validate_pdf(packs[name], profile=PROFILES[profile])
    failures = {one.rule_id for one in found.failures}
    if (
        b"\r\nendstream" in packs[name].read_bytes()
    ):  # a stream that ends in a carriage return is misread by the checker
        failures -= {"PDFA3A-STREAM-LENGTH-001"}
    assert failures == set()


@pytest.mark.parametrize("name", NAMES)
def test_read_well(packs: dict[str, Path], name: str) -> None:
    found = outloud.check(str(packs[name])).findings
    assert [str(one) for one in found if one.rule not in BY_DESIGN] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_data_cell_has_a_head_with_words(packs: dict[str, Path], name: str) -> None:
    """What no checker looks at: a head that is there and says nothing."""
    with pikepdf.open(packs[name]) as file:
        heads = [part for part in elements(file.Root.StructTreeRoot) if part.get("/S") == "/TH"]
        assert all(len(list(contents(head))) for head in heads)


def test_a_head_that_is_repeated_on_the_next_page_is_read_once(packs: dict[str, Path]) -> None:
    with pikepdf.open(packs["20"]) as file:
        tables = [part for part in elements(file.Root.StructTreeRoot) if part.get("/S") == "/Table"]
        heads = [[part for part in elements(table) if part.get("/S") == "/THead"] for table in tables]
        assert tables
        assert all(len(one) == 1 for one in heads)
    pages = pypdfium2.PdfDocument(packs["20"])
    texts = [pages[n].get_textpage().get_text_range() for n in range(2)]
    assert all("SHA-256 of the text" in text for text in texts)  # seen on both, which makes it worth looking at


@pytest.mark.parametrize("name", NAMES)
def test_the_word_document_too(comparisons: dict[str, Comparison], name: str, tmp_path: Path) -> None:
    out = tmp_path / "out.docx"
    out.write_bytes(as_docx.render(comparisons[name], silent, Choices(settings=CompareOptions())).content)
    paper = docx.Document(str(out))
    levels = [int(part.style.name[-1]) for part in paper.paragraphs if part.style.name.startswith("Heading ")]
    assert levels
    assert all(later - earlier <= 1 for earlier, later in zip([0, *levels], levels, strict=False))
    for table in paper.tables:
        assert table.rows[0]._tr.trPr is not None
        assert table.rows[0]._tr.trPr.find(f"{W}tblHeader") is not None
        assert all(cell.text.strip() for cell in table.rows[0].cells)
    assert paper.styles["Normal"].element.find(f".//{W}lang").get(f"{W}val") == "en"
    spoken = {part.get(f"{W}val") for part in paper.element.iter(f"{W}lang")}
    assert spoken == {article.language for article in comparisons[name].articles if article.language} - {""}
    if name == "arabic":
        assert paper.element.findall(f".//{W}bidi")
    pictures = paper.element.findall(f".//{W}drawing")
    assert pictures == []  # of which each would need words


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def elements(above: pikepdf.Object) -> list[pikepdf.Object]:
    """All parts of the tree of tags below one."""
    found, waiting = [], [above]
    while waiting:
        kids = waiting.pop().get("/K")
        for kid in (kids if isinstance(kids, pikepdf.Array) else [kids]) if kids is not None else []:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                found.append(kid)
                waiting.append(kid)
    return found


def contents(part: pikepdf.Object) -> list[object]:
    """What stands in a part: marked content, by its number."""
    kids = part.get("/K")
    own = list(kids) if isinstance(kids, pikepdf.Array) else [kids] if kids is not None else []
    below = [inner for kid in elements(part) for inner in contents(kid)]
    return [
        kid for kid in own if isinstance(kid, int) or (isinstance(kid, pikepdf.Dictionary) and "/MCID" in kid)
    ] + below


@pytest.mark.parametrize("name", NAMES)
def test_painted_in_the_order_of_the_tags(packs: dict[str, Path], name: str) -> None:
    with pikepdf.open(packs[name]) as file:
        tagged: dict[tuple[int, int], list[int]] = {}
        in_order(file.Root.StructTreeRoot, tagged)
        for sheet in file.pages:
            marks = [
                operands[1]
                for operands, operator in pikepdf.parse_content_stream(sheet)
                if str(operator) == "BDC" and isinstance(operands[1], pikepdf.Dictionary)
            ]
            painted = [int(mark["/MCID"]) for mark in marks if "/MCID" in mark]
            assert painted == tagged.get(sheet.obj.objgen, [])


def in_order(part: pikepdf.Object, found: dict[tuple[int, int], list[int]]) -> None:
    """The numbers of marked content below a part, page by page, as the tags have them."""
    kids = part.get("/K")
    for kid in (kids if isinstance(kids, pikepdf.Array) else [kids]) if kids is not None else []:
        if not isinstance(kid, pikepdf.Dictionary):
            found.setdefault(part["/Pg"].objgen, []).append(int(kid))
        elif "/MCID" in kid and "/S" not in kid:
            found.setdefault(kid.get("/Pg", part.get("/Pg")).objgen, []).append(int(kid["/MCID"]))
        elif kid.get("/Type") != "/OBJR":
            in_order(kid, found)
