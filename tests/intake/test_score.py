"""How many of the listed figures are proposed, and how well; `python -m tests.intake.score` prints it."""

import pytest

from tests.intake.score import Score, listed, our_own, total

pytestmark = pytest.mark.slow

FLOORS = {
    "texts/": Score(
        listed=39, proposed=39, found=39, qualifier=39, origin=39, via=39, both=39, asked=33, measure=32
    ),
    "unseen/": Score(listed=29, proposed=27, found=27, qualifier=27, origin=27, via=27, both=27),
    "fresh/": Score(
        listed=35, proposed=34, found=34, qualifier=34, origin=30, via=34, both=30, asked=10, measure=9
    ),
    "last/": Score(
        listed=23, proposed=22, found=22, qualifier=22, origin=16, via=22, both=16, asked=10, measure=8
    ),
}
"""What is reached today. `proposed` is a ceiling: more proposals for as many finds would be worse."""


@pytest.mark.parametrize("folder", sorted(FLOORS))
def test_the_score_is_not_lower_than_it_was(folder: str) -> None:
    reached, floor = total(our_own(folder)), FLOORS[folder]
    print(f"{folder} {reached}")
    assert reached.listed == floor.listed
    assert reached.proposed <= floor.proposed + reached.found - floor.found
    for name in ("found", "qualifier", "origin", "via", "both", "measure"):
        assert getattr(reached, name) >= getattr(floor, name), name


def test_every_listed_text_is_scored() -> None:
    scored = {one.name for folder in FLOORS for one in our_own(folder)}
    assert scored == {text["text"] for text in listed()}


def test_a_list_that_asks_for_another_figure_lowers_the_score() -> None:
    from tests.intake.score import HERE, ROOT, look_into, score_of

    text = dict(listed("texts/car-bombs")[0])
    text["figures"] = [{**figure, "origin": "Kremlin"} for figure in text["figures"]]
    raw = (HERE / text["text"]).read_bytes()
    score = score_of("a", raw, text, look_into(ROOT)).score
    assert (score.found, score.origin) == (4, 0)
