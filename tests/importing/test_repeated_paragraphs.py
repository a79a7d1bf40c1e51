"""What an outlet prints again and again is furniture; what it reports again and again is not."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import Article
from reader.importing import read_text
from reader.importing.repeated_paragraphs import RepeatedParagraphs

PLEA = "We answer to our readers and to nobody else, and we go on only because so many of them pay for what we do."
ABOUT = "The Vela Courier has been printed at Port Vela since 1897."
BODIES = (
    "A loading crane toppled over at the north quay early on Tuesday and hurt four dock workers, the harbour said.\n\n"
    "Engineers will look at the bolts of three other cranes before any of them is used again this week.",
    "The paper mill at Tarn was sold to a grocer from Lysander on Friday for a sum that neither of them would name.\n\n"
    "The mill had stood empty for eleven years, and the roof of its largest hall fell in last winter.",
    "Two bears that left the forest above Selm were brought back by rangers on Sunday after a chase of nine hours.\n\n"
    "Neither was hurt, and the rangers said that both had been after the apples in the orchards there.",
    "The council of Orrin voted on Monday to close the old bridge to lorries, and drivers say they will sue.\n\n"
    "A new bridge downstream was promised four years ago, and not a stone of it has been laid.",
    "A comet that nobody had expected was seen from the islands on Thursday night, low above the sea in the west.\n\n"
    "It will be seen once more next week, the observatory said, and then not for many thousand years.",
)


def articles(*tails: str, bodies: tuple[str, ...] = BODIES) -> list[Article]:
    made = []
    for number, body in enumerate(bodies):
        tail = "\n\n".join(tails)
        article = read_text(f"Report number {number} of the day\n\n{body}\n\n{tail}\n", name=str(number))
        made.append(replace(article, outlet="The Vela Courier", boilerplate=()))
    return made


def folded(several: list[Article]) -> list[list[str]]:
    """What is folded of each article when it comes after those before it."""
    repeated, result = RepeatedParagraphs("The Vela Courier"), []
    for article in several:
        now = repeated.folded(article)
        result.append([span.of(now.text) for span in now.boilerplate])
        repeated.add(now)
    return result


def test_the_third_article_with_a_plea_has_it_folded() -> None:
    assert folded(articles(PLEA)) == [[], [], [PLEA], [PLEA], [PLEA]]


def test_those_that_came_before_are_offered() -> None:
    repeated = RepeatedParagraphs("The Vela Courier")
    first, second, third, *_rest = articles(PLEA)
    repeated.add(first)
    repeated.add(second)
    assert not repeated.grown
    repeated.add(repeated.folded(third))
    assert repeated.grown
    assert [article.id for article in repeated.changed()] == ["0", "1"]
    assert not repeated.grown


def test_white_space_and_case_do_not_matter() -> None:
    first, second, third, *_rest = articles(PLEA)
    second = replace(second, text=second.text.replace(PLEA, PLEA.upper()))
    third = replace(third, text=third.text.replace(PLEA, PLEA.replace(" and ", "  and ")))
    assert len(folded([first, second, third])[2]) == 1


def test_versions_of_one_report_are_one() -> None:
    body = BODIES[0]
    versions = tuple(f"{body}\n\nUpdate number {n} brought nothing new, it was said at the harbour." for n in range(5))
    assert folded(articles(bodies=versions)) == [[]] * 5


def test_what_is_quoted_stays() -> None:
    assert (
        folded(articles("“We shall go on for as long as it takes,” said the head of the harbour office.")) == [[]] * 5
    )


def test_a_sentence_with_figures_needs_more_to_go() -> None:
    assert folded(articles(ABOUT)) == [[], [], [], [], [ABOUT]]


def test_what_names_the_subject_of_the_article_stays() -> None:
    background = "Oster was the first harbour master who had not been born on the islands."
    bodies = tuple(f"{body}\n\nThat was the opinion of Oster when he was asked about it." for body in BODIES)
    kept = folded(articles(background, bodies=bodies))
    assert not any(background in one for one in kept)


def test_a_sentence_in_the_middle_stays_and_a_label_goes() -> None:
    sentence = "Nobody at the office would say a word about that on the telephone."
    label = "Read what others say of it"
    bodies = tuple(body.replace("\n\n", f"\n\n{sentence}\n\n{label}\n\n") for body in BODIES)
    assert folded(articles(bodies=bodies))[4] == [label]


def test_headlines_stay() -> None:
    several = [
        replace(a, text=f"The day in short words\n\n{a.text}", headline="The day in short words") for a in articles()
    ]
    assert folded(several) == [[]] * 5


@settings(max_examples=60)
@given(st.lists(st.lists(st.sampled_from([PLEA, ABOUT, *BODIES, "x", "“", ""]), max_size=6), max_size=8))
def test_any_articles_at_all(several: list[list[str]]) -> None:
    made = [Article(str(n), "\n\n".join(paragraphs)) for n, paragraphs in enumerate(several)]
    for article, gone in zip(made, folded(made), strict=True):
        assert all(one in article.text for one in gone)
