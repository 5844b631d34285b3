"""Whose claim it is when one actor speaks for another."""

from generator.facts.origin import origin_of


def test_an_actor_who_speaks_for_nobody_speaks_for_himself() -> None:
    assert origin_of("sohr", {"sohr": None}) == "sohr"
    assert origin_of("sohr", {}) == "sohr"


def test_speaks_for_is_followed_to_the_end() -> None:
    assert origin_of("aide", {"aide": "director", "director": "sohr", "sohr": None}) == "sohr"


def test_a_very_long_chain_is_followed() -> None:
    chain = {str(number): str(number + 1) for number in range(10_000)}
    assert origin_of("0", chain) == "10000"


def test_everyone_in_a_loop_or_before_it_has_the_same_origin() -> None:
    loop = {"a-guest": "c", "c": "d", "d": "b", "b": "c"}
    assert {origin_of(actor, loop) for actor in loop} == {"b"}


def test_an_actor_who_speaks_for_himself_is_his_own_origin() -> None:
    assert origin_of("a", {"b": "a", "a": "a"}) == "a"
