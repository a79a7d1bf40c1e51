"""What stands within a passage: nothing that the other account does not answer."""

from tests.compare.passages.test_structure import compared, pairs

FIRST = (
    "The paper mill at Sorrel Bridge stopped its last machine on Monday after 112 years. "
    "Some 240 workers left through the main gate to the sound of a brass band. "
    "Snow had fallen in the hills since the weekend. "
    "The owner, Castor Pulp, blames the price of electricity, which has tripled since 2021. "
    "A buyer from Lunden withdrew in August because the boilers would have had to be replaced. "
    "The union asked the county to turn the site into a museum of printing. "
    "Two of the turbines will be sold to a power station in Tarnow."
)
SECOND = (
    "After 112 years the last machine of the Sorrel Bridge paper mill was switched off on Monday. "
    "About 240 workers walked out of the main gate while a brass band played. "
    "Castor Pulp, which owns the mill, said that electricity costs three times what it did in 2021. "
    "Its managing director, Ilse Maro, was not there to see it and sent a letter from abroad. "
    "A buyer from Lunden had withdrawn in August, since new boilers would have been needed. "
    "The union wants the county to make a museum of printing out of the site. "
    "A power station in Tarnow is to buy two of the turbines."
)


def test_a_sentence_that_only_one_account_has_parts_a_passage() -> None:
    found = compared(FIRST, SECOND)
    texts = [text for pair in pairs(found) for text in pair]
    assert any("last machine" in text and "brass band" in text for text in texts)  # what follows in both stays together
    assert any("Lunden" in text and "museum" in text for text in texts)
    for only_here in ("Snow had fallen", "Ilse Maro"):
        assert not any(only_here in text for text in texts)
    assert not any("brass band" in text and "Lunden" in text for text in texts)


def test_what_a_passage_leaves_out_is_only_here() -> None:
    found = compared(FIRST, SECOND)
    only = {c.article: [s.of(found.article(c.article).text) for s in c.only_here] for c in found.coverage}
    assert [text[:4] for text in only["a"]] == ["Snow"]
    assert ["Ilse Maro" in text for text in only["b"]] == [True]
    assert all(c.shared < 1 for c in found.coverage)


def test_a_few_words_between_two_shared_facts_part_nothing() -> None:
    first, second = (
        [*text.split(". "), f"{place} has its own {thing} now", f"Nobody in {place} will say who bought the {thing}"]
        for text, place, thing in ((FIRST, "Oldhaven", "orchestra"), (SECOND, "Velmara", "lighthouse"))
    )
    found = compared(
        ". ".join(first).replace("Snow had fallen in the hills since the weekend", "It was cold"), ". ".join(second)
    )
    assert any("It was cold" in text for pair in pairs(found) for text in pair)


def test_a_stretch_taken_over_into_a_long_text_on_something_else_is_one_passage() -> None:
    trees = (
        "beech",
        "alder",
        "rowan",
        "maple",
        "birch",
        "hazel",
        "larch",
        "cedar",
        "willow",
        "aspen",
        "plum",
        "cherry",
        "linden",
    )
    other = [f"Row {n} of the nursery is {trees[n // 2]}, and {trees[-1 - n // 2]} growers keep it." for n in range(26)]
    copied = FIRST.split(". ")
    changed = [s for s in copied if not s.startswith("Snow")]
    long = ". ".join(s.removesuffix(".") for s in [*other[:13], *changed, *other[13:]]) + "."
    found = compared(FIRST, long)
    assert any("240 workers" in text and "Castor Pulp" in text for pair in pairs(found) for text in pair)


def test_another_account_of_the_same_sentence_far_off_makes_no_passage_longer() -> None:
    first = (
        "Bulldozers cleared the beach at Cape Morrow on Friday after a barge lost 40 containers of toys. "
        "Plastic ducks had drifted ashore for eleven kilometres. "
        "Schoolchildren filled 900 sacks by noon."
    )
    second = (
        "Children from three schools filled 900 sacks before noon on Friday. "
        "The harbour master of Oldhaven closed two of his five berths to visitors. "
        "Insurers in Lunden have sent an expert. "
        "A barge had lost 40 containers of toys off Cape Morrow, and bulldozers cleared the beach. "
        "Plastic ducks washed up along eleven kilometres of shore."
    )
    found = compared(first, second)
    assert not any("Insurers" in text or "berths" in text for pair in pairs(found) for text in pair)
