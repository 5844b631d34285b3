"""A document that was misspelt is found by its words, and not by its day."""

from generator.model.nearest import nearest_document

IDS = (
    "2024-11-28-surprise-offensive-in-aleppo",
    "2024-11-29-fighters-reach-the-edge",
    "2024-11-29-airport-closed",
    "2024-11-30-fighters-reach-the-centre",
    "week-in-figures",
)


def test_a_slip_in_the_words_is_seen_through():
    assert nearest_document("2024-11-29-figters-reach-the-edge", IDS) == IDS[1]


def test_a_common_day_is_no_likeness():
    assert nearest_document("2024-11-29-snow-in-damascus", IDS) is None
    assert nearest_document("2024-11-29-x", IDS) is None


def test_a_wrong_or_missing_day_does_not_hide_the_words():
    assert nearest_document("2024-12-01-airport-closed", IDS) == IDS[2]
    assert nearest_document("airport-closed", IDS) == IDS[2]
    assert nearest_document("2024-11-29-week-in-figures", IDS) == IDS[4]


def test_of_two_that_are_alike_the_one_of_the_same_day_is_meant():
    assert nearest_document("2024-11-29-fighters-reach-the", IDS) == IDS[1]
    assert nearest_document("2024-11-30-fighters-reach-the", IDS) == IDS[3]


def test_the_very_words_of_another_day_are_meant_rather_than_others_of_the_same():
    ids = ("2024-11-28-airport-closed", "2024-11-29-airports-close-at-sea")
    assert nearest_document("2024-11-29-airport-closed", ids) == ids[0]


def test_a_day_alone_means_no_document():
    assert nearest_document("2024-11-29-", IDS) is None
    assert nearest_document("2024-11-29", IDS) is None
