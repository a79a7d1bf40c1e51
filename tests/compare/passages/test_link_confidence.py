"""How sure a link is: weights, and trees that mend them where what a feature tells depends on another."""

import pytest

from reader.article import Article
from reader.compare.names import canonical
from reader.compare.passages import links
from reader.compare.passages.link_confidence import Tree, Weights, logit, mended, told, weights
from reader.compare.witness import Witness
from tests.compare.passages.test_structure import ENCODER

TREE: Tree = ("cosine", 0.5, ("order", 0.2, -1.0, 0.5), ("shared", 3.0, 0.25, 2.0))
PLAIN = {"constant": -1.0, "cosine": 2.0}


@pytest.mark.parametrize(
    ("cosine", "order", "shared", "added"),
    [(0.5, 0.2, 9.0, -1.0), (0.4, 0.3, 9.0, 0.5), (0.6, 0.0, 3.0, 0.25), (0.6, 0.0, 3.1, 2.0)],
)
def test_a_tree_adds_what_its_second_question_says(cosine: float, order: float, shared: float, added: float) -> None:
    assert mended({"cosine": cosine, "order": order, "shared": shared}, [TREE, TREE]) == 2 * added


def test_a_link_scores_its_weights_and_its_trees() -> None:
    learnt = Weights({}, {"meaning": PLAIN, "words": PLAIN}, {"meaning": [TREE]})
    features = {"cosine": 0.6, "order": 0.0, "shared": 4.0}
    assert learnt.score("meaning", features) == pytest.approx(0.2 + 2.0)
    assert learnt.score("words", features) == pytest.approx(0.2)


def test_trees_are_not_asked_where_they_could_not_lift_a_link_far_enough() -> None:
    learnt = Weights({}, {"meaning": PLAIN}, {"meaning": [TREE]})
    features = {"cosine": 0.1, "order": 0.5, "shared": 0.0}
    assert learnt.score("meaning", features, least=1.0) == pytest.approx(-0.8 + 0.5)
    assert learnt.score("meaning", features, least=1.3) == pytest.approx(-0.8)


def test_the_weights_that_come_with_the_program_ask_for_nothing_that_is_not_told() -> None:
    witnesses = [
        Witness.of(Article(name, f"The ferry Lisetta ran aground off Cape Morrow on {day}. Nobody was hurt."))
        for name, day in (("a", "Monday"), ("b", "Tuesday"))
    ]
    vectors = [ENCODER.vectors([s.of(w.article.text) for s in w.statements], "en", lambda: None) for w in witnesses]
    found = links.read(witnesses, canonical([]), [], vectors)
    described = {place: told(aligned) for place, aligned in found.aligned.items()}
    place, (kind, features) = next((p, d) for p, d in described.items() if d[0] == "meaning")
    around = found.around({p: logit(f, weights().alone[k]) for p, (k, f) in described.items()})[place]
    asked = {name for first, _at, *then in weights().trees[kind] for name in (first, *(b[0] for b in then))}
    assert asked
    assert asked <= {**features, **around}.keys()
