"""Some characters beyond ASCII, looked for in a text."""

import pytest

from generator.read.characters import Characters

KANA_AND_HAN = Characters("\u3040-\u30ff\u4e00-\u9fff")


@pytest.mark.parametrize("text", ["東", "the East is 東", "カ", "\u9fff"])
def test_a_text_that_has_one_of_them_is_told(text: str) -> None:
    assert KANA_AND_HAN.any_in(text)


@pytest.mark.parametrize("text", ["", "the East", "l’Est", "восток", "\ua000"])
def test_a_text_that_has_none_is_told_as_well(text: str) -> None:
    assert not KANA_AND_HAN.any_in(text)


def test_nothing_is_compiled_for_a_text_of_ascii() -> None:
    broken = Characters("z-a")
    assert not broken.any_in("the East")
    with pytest.raises(Exception, match="bad character range"):
        broken.any_in("l’Est")
