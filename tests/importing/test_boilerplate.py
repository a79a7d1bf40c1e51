"""Page furniture folds, reporting never does; every line here was written for this test."""

import pytest

from reader.article import Article
from reader.importing import read_text
from reader.importing.boilerplate import merged
from reader.importing.patterns import PatternGroup, Patterns, words
from reader.lexicon import load
from reader.text import folding
from reader.text.spans import Span

HEADLINE = "Harbour strike enters its second week"
FIRST = (
    "Dockers in the port of Lysander stayed away from work for an eighth day on Tuesday, leaving 40 ships at anchor."
)
SECOND = (
    "The union said talks with the harbour board had broken down over pay for night shifts and would not resume soon."
)
LAST = "The board, which employs 1,900 people, said its offer of 4 per cent was the best that it could make this year."


def folded(article: Article) -> str:
    """Everything that folds, as one string."""
    return "\n".join(span.of(article.text) for span in article.boilerplate)


def with_line(line: str) -> Article:
    """An article in the midst of which the line stands."""
    return read_text("\n\n".join([HEADLINE, FIRST, line, SECOND, LAST]) + "\n")


def with_end(*lines: str) -> Article:
    """An article after which the lines stand."""
    return read_text("\n\n".join([HEADLINE, FIRST, SECOND, LAST, *lines]) + "\n")


ANYWHERE = [
    "Advertisement",
    "- Advertisement -",
    "ADVERTISEMENT - STORY CONTINUES BELOW",
    "Article continues after advertisement",
    "Your ad here",
    "Sponsored by Lysander Marine Insurance",
    "Read more",
    "Read More »",
    "Continue reading",
    "READ ENTIRE ARTICLE",
    "Click here to read more",
    "Skip to main content",
    "Share this article",
    "Share on Facebook",
    "Facebook Twitter WhatsApp Email",
    "12 shares",
    "Facebook LinkedIn Tumblr Reddit Share via Email Print",
    "0 3 2 minutes read",
    "Skip to navigation",
    "Read here: How the harbour was built",
    "This article is more than 2 years old",
    "3 days ago 17",
    "an hour ago",
    "4 min read",
    "Reading time: 3 minutes",
    "Leave a Reply",
    "Leave a reply Cancel reply",
    "Your email address will not be published.",
    "Save my name, email, and website in this browser for the next time I comment.",
    "You must be logged in to post a comment.",
    "Be the first to comment",
    "27 Comments",
    "Related Articles",
    "You may also like",
    "Most read",
    "More from The Lysander Mail",
    "Tags: harbour, strike, pay",
    "Subscribe to our newsletter",
    "Sign up for our weekly newsletter and never miss a story.",
    "Enter your email address to subscribe",
    "Already a subscriber? Log in",
    "Become a member of The Lysander Mail today.",
    "Support our journalism from two crowns a month",
    "If you value independent journalism, please donate.",
    "Get the latest news delivered to your inbox",
    "Join the Mail for full access without limits, subscribe today",
    "Follow us on Twitter and Facebook",
    "Follow The Lysander Mail on Instagram",
    "Like us on Facebook",
    "For more news, download our app.",
    "Have a story? Send us your tips",
    "ALSO READ: Ferry timetable changes for the winter",
    "Also Read | Ferry timetable changes for the winter",
    "Related: How the harbour was built",
    "ALSO READ - How the harbour was built",
    "Credit...Ines Calder for The Mail",
    "Email tips@example.org",
    "WATCH: The cranes of Lysander at dawn",
    "(c) Ines Calder / Pool / AP",
    "© 2031 The Lysander Mail. All rights reserved.",
    "Copyright 2031 Harbour Media. All rights reserved. This material may not be published or redistributed.",
    "Photo: Ines Calder/Reuters",
    "IMAGE SOURCE: HARBOUR BOARD",
    "Picture by Ines Calder",
    "Ines Calder/Getty Images",
    "[File: Ines Calder/AP Photo]",
    "We use cookies to give you the best experience on our website.",
    "This site uses cookies.",
    "Accept all cookies",
    "Please enable JavaScript to view this page.",
    "With inputs from agencies",
    "The views expressed in this article are the author's own.",
    "!-- Google tag (gtag.js) -->",
    "window.dataLayer = window.dataLayer || []; function gtag(){dataLayer.push(arguments);}",
    "<script async src='https://ads.example/tag.js'></script>",
    "https://www.example.org/harbour-strike",
    "@inescalder",
    "* * *",
    "________",
]


@pytest.mark.parametrize("line", ANYWHERE)
def test_furniture_folds_in_the_midst_of_an_article(line: str) -> None:
    assert folded(with_line(line)) == line


AT_THE_END = [
    "Reporting by Ines Calder in Lysander; Editing by Tom Reed",
    "Ines Calder contributed to this report.",
    "Some material in this report came from the Associated Press and Reuters.",
    "AFP",
    "DPA, AFP",
    "jk/mb (AFP, Reuters)",
    "Source: Reuters",
    "With reporting by Reuters and AFP",
    "Home › Business › Shipping",
    "Home/News/World/Harbour strike",
    "Lysander\u00a0|\u00a0Ines Calder",
    "By Ines Calder",
    "Published: 3 May 2031",
    "First published on 3 May 2031 at 10:20",
    "Ines Calder is a reporter at The Lysander Mail who covers shipping and labour.",
]


@pytest.mark.parametrize("line", AT_THE_END)
def test_furniture_folds_after_the_last_paragraph(line: str) -> None:
    assert folded(with_end(line)) == line


PROSE = [
    "On line",
    "Signal failure",
    "Home rule for the harbour",
    "He asked followers to subscribe to the strike fund, and within hours more than 2,000 had done so.",
    "Follow-up talks are planned for Thursday in the old customs house.",
    "Share prices of the two largest shipping lines fell by 3 per cent.",
    "Source close to talks tells Reuters a deal is near",
    "Sources: two more ships turned away",
    "Video shows dockers carrying a piano across the picket line",
    "Photo by photo, the archive shows how the quays were lost.",
    "Photo: A docker warms his hands over a fire at the gates, where about 300 people had gathered by nightfall.",
    "Subscribers to the old pension plan, some 400 of them, will not be affected.",
    "Related industries have laid off 600 people.",
    "The comments drew 27 complaints.",
    "Comments by the minister on Monday had angered the union.",
    "Support us or lose us, dockers tell minister",
    "Donate to the strike fund, bishop urges his flock",
    "Become a docker? Not for this pay",
    "Get access to the books, the union demanded.",
    "Three days ago 17 ships lay at anchor.",
    "Read more than 400 pages of contracts, the judge told both sides.",
    "More from the harbour is expected to be lost every day.",
    "Print workers joined them on Friday.",
    "By Tuesday evening the queue of lorries was nine kilometres long.",
    "By nightfall, Lysander was quiet",
    "From Monday, ferries will sail twice a day.",
    "“Subscribe to our union, not to their lies,” a banner said.",
    "“Follow us,” he shouted.",
    "Advertisement spending by the board has doubled, its accounts show.",
    "Home is where the harbour is",
    "What comes next",
    "The strikers",
    "Updated: toll of cancelled sailings rises to 150",
    "Tom Reed is an editor and former docker; he was arrested at the gates on Saturday with 11 others.",
    "Function (b) of the charter gives the board the last word.",
    "Light fell through the window.",
]


@pytest.mark.parametrize("line", PROSE)
def test_reporting_stays(line: str) -> None:
    assert folded(with_line(line)) == ""


@pytest.mark.parametrize("line", [line for line in PROSE if line.endswith((".", "”"))])
def test_reporting_stays_as_the_last_line_too(line: str) -> None:
    assert folded(with_end(line)) == ""


@pytest.mark.parametrize(
    "line", ["Explained: why the cranes stand still", "Watch: first ship leaves", "Related: two strikes"]
)
def test_a_headline_may_look_like_a_teaser(line: str) -> None:
    article = read_text("\n\n".join([line, FIRST, SECOND]))
    assert article.headline == line
    assert not article.boilerplate


def test_a_teaser_that_tells_this_storys_figures_keeps_them() -> None:
    article = with_line("ALSO READ: Dockers leave 40 ships at anchor as talks with harbour board fail")
    assert folded(article) == "ALSO READ:"


def test_the_credit_at_the_end_of_a_caption_folds_and_the_caption_stays() -> None:
    article = with_line("Ships wait off Lysander on Monday (Photo: AP)")
    assert folded(article) == "(Photo: AP)"


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("A ferry waits off Lysander. Photograph: Ines Calder/AP", "Photograph: Ines Calder/AP"),
        ("Dockers at the gates of the port on Monday | Photo Credit: Reuters", "Photo Credit: Reuters"),
        ("Image caption, Dockers at the gates of the port", "Image caption,"),
        ("The union has a photo: it shows nine men in masks", ""),
        ("The minister named his Source: nobody in particular", ""),
    ],
)
def test_of_a_caption_only_label_and_credit_fold(line: str, part: str) -> None:
    assert folded(with_line(line)) == part


def test_brackets_that_are_no_credit_stay() -> None:
    assert folded(with_line("The union of harbour workers (HWU)")) == ""
    assert folded(with_line("Twelve were hurt (see picture)")) == ""


def test_a_letter_to_the_reader_folds_to_its_sign_off() -> None:
    letter = [
        "Dear Reader,",
        "For 40 years this paper has told you what happens on the quays. Your support makes that possible.",
        "We have a request.",
        "Subscriptions pay for our reporters, and every new subscriber helps.",
        "The Editor",
    ]
    article = read_text("\n\n".join([HEADLINE, FIRST, SECOND, LAST, *letter]))
    assert folded(article) == "\n\n".join(letter)


def test_a_letter_without_a_sign_off_ends_where_its_theme_does() -> None:
    article = read_text("\n\n".join([HEADLINE, FIRST, "Dear readers", "We ask you for your support.", SECOND, LAST]))
    assert folded(article) == "Dear readers\n\nWe ask you for your support."


def test_a_plea_may_be_one_paragraph() -> None:
    plea = (
        "… we have a small favour to ask. Readers of the Mail live in 80 countries, and all of them pay what they can, "
        "because they think that what happens on the quays concerns everybody who eats."
    )
    assert folded(with_end(plea)) == plea


def test_a_letter_does_not_swallow_the_quotation_after_it() -> None:
    quoted = "“We ask our readers for nothing,” said Vera Holm, who edits the dockers’ own paper and prints it herself."
    article = read_text("\n\n".join([HEADLINE, FIRST, "Dear readers", "We ask you for your support.", quoted, LAST]))
    assert quoted not in folded(article)


def test_a_tail_folds_to_the_end() -> None:
    tail = ["Related posts", "Crane falls in Port Sable", "Minister visits lighthouse", "Tom Reed", "Leave a reply"]
    assert folded(with_end(*tail)) == "\n\n".join(tail)


def test_a_tails_heading_in_the_midst_folds_alone() -> None:
    article = read_text(
        "\n\n".join([HEADLINE, FIRST, SECOND, "Related", "The long view", SECOND + " Nobody objected.", LAST])
    )
    assert folded(article) == "Related"


def test_a_biography_folds_with_the_name_above_it() -> None:
    bio = ["Ines Calder", "Ines Calder is chief reporter at The Lysander Mail and has covered the port for ten years."]
    assert folded(with_end(*bio)) == "\n\n".join(bio)


def test_a_repeated_headline_folds() -> None:
    article = read_text("\n".join([HEADLINE, "", "3 May 2031", HEADLINE, "", FIRST, SECOND]))
    assert article.headline == HEADLINE
    assert folded(article) == f"3 May 2031\n{HEADLINE}"


def test_a_sentence_wrapped_over_lines_stays_whole() -> None:
    wrapped = (
        "Harbour strike enters its second week\n\n"
        "The union has asked everybody who cares about the port of Lysander to\n"
        "subscribe\n"
        "to the fund that it set up last week, and the board has asked them to\n"
        "share\n"
        "the burden of a harbour that has not made any money in almost a decade\n"
        "or more, as the minister said on Monday when she spoke to the reporters\n"
        "who had come to see her at the gates, where no one was let in that day.\n"
    )
    assert folded(read_text(wrapped)) == ""


def test_no_sentence_of_an_article_of_short_lines_folds() -> None:
    text = "\n".join([HEADLINE, FIRST, "Nobody knew why.", SECOND, "The ships waited.", LAST])
    assert folded(read_text(text)) == ""


def test_spans_that_only_white_space_parts_are_one() -> None:
    assert merged([Span(0, 2), Span(4, 6)], "ab\n\ncd ef") == (Span(0, 6),)
    assert merged([Span(0, 2), Span(3, 5)], "abXcd") == (Span(0, 2), Span(3, 5))


def test_every_pattern_of_the_lexicon_has_a_word_to_be_found_by() -> None:
    table = load("boilerplate")
    groups = [*table["lines"], *table["margins"], table["tails"]]
    patterns = [pattern for group in groups for pattern in group["patterns"]]
    patterns += [pattern for block in table["blocks"] for pattern in (*block["from"], *block["to"])]
    for pattern in patterns:
        told = [part for part in pattern.split() if part != "*"]
        assert told, pattern
        for part in told:
            if not part.startswith("{"):
                assert all(words(one) == (folding.folded(one),) or one in ("#", ":") for one in part.split("|")), (
                    pattern,
                    part,
                )


def test_no_pattern_stands_twice_in_its_group() -> None:
    table = load("boilerplate")
    for group in [*table["lines"], *table["margins"], table["tails"]]:
        assert len(set(group["patterns"])) == len(group["patterns"]), group.get("name")


@pytest.mark.parametrize(
    ("pattern", "line", "fits"),
    [
        ("leave a reply", "Leave a Reply!", True),
        ("leave a reply", "Leave a reply now", False),
        ("# {time} ago", "3 weeks ago", True),
        ("# {time} ago", "three weeks ago", False),
        ("also read : *", "ALSO READ: anything at all", True),
        ("also read : *", "Also read this", False),
        ("* all rights reserved", "© 2031 Mail. All rights reserved.", True),
        ("follow *  on {site} *", "Follow the Mail on Spacebook, and more", True),
        ("follow *  on {site} *", "Follow the money on foot", False),
        ("a * b * c", "a x b y b z c", True),
        ("a * b * c", "a x b y", False),
    ],
)
def test_patterns_fit_whole_lines(pattern: str, line: str, fits: bool) -> None:
    known = Patterns([PatternGroup([pattern])], {"time": ["weeks", "days"], "site": ["spacebook"]})
    assert known.fit(words(line)) is fits
