"""Where sentences begin and end."""

import pytest

from generator.read.markdown import read_prose, sentences


def spoken(markdown: str, language: str) -> list[str]:
    prose = read_prose(markdown, language)
    return [prose.text[sentence.start : sentence.end] for sentence in prose.sentences]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Mr. Rahman said 240 died. It rose.", ["Mr. Rahman said 240 died.", "It rose."]),
        ("en", "😀 wins. Déjà vu 😀. End", ["😀 wins.", "Déjà vu 😀.", "End"]),
        ("ar", "قال المرصد. قتل 242 شخصا؟ نعم.", ["قال المرصد.", "قتل 242 شخصا؟", "نعم."]),
        ("zh", "他说了。😀他走了。", ["他说了。", "😀他走了。"]),
        ("pt-BR", "Um. Dois.", ["Um.", "Dois."]),
        ("no-such-language", "One. Two.", ["One.", "Two."]),
    ],
)
def test_a_sentence_ends_where_its_language_ends_it(language, text, expected):
    assert spoken(text, language) == expected


def test_a_sentence_runs_through_markup_but_never_into_another_block():
    assert spoken("# Title\n\none *two\nthree*\n\n- four\n- five. Six", "en") == [
        "Title",
        "one two\nthree",
        "four",
        "five.",
        "Six",
    ]


def test_a_no_break_space_before_an_initial_is_read_like_any_other_space():
    # sentencex 1.0.32 panics on this.
    assert spoken("He met\u00a0J.\u00a0B. Here he stayed.", "en")[-1].endswith("Here he stayed.")


def test_a_panic_of_the_library_leaves_the_block_one_sentence(monkeypatch):
    panic = type("PanicException", (BaseException,), {})

    def panics(language, text):
        raise panic("byte index 7 is not a char boundary")

    monkeypatch.setattr(sentences, "get_sentence_boundaries", panics)
    assert spoken("One. Two.\n\nThree.", "en") == ["One. Two.", "Three."]


def test_an_interrupt_is_not_taken_for_a_panic(monkeypatch):
    def interrupted(language, text):
        raise KeyboardInterrupt

    monkeypatch.setattr(sentences, "get_sentence_boundaries", interrupted)
    with pytest.raises(KeyboardInterrupt):
        spoken("One.", "en")


def test_a_very_long_block_is_read_in_parts_and_loses_no_word():
    words = "“word. " * 9_000 + "x" * 45_000
    assert "".join(spoken(words, "en")).replace(" ", "") == words.replace(" ", "")
