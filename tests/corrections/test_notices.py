"""What readers are told: once for each thing that happened, under a name that stays."""

from datetime import date

import pytest

from generator.examined import Examined
from generator.model.document import Document
from generator.model.notice import changed_on, notices_in, own_notices
from tests.archive import sound
from tests.corrections.paper import EDGE, FILES, LATER, REPORT, ROAD, SUMMARY


@pytest.fixture(scope="module")
def paper() -> Examined:
    return sound(FILES)


def document(paper: Examined, id: str) -> Document:
    return paper.archive.document[id]


def test_every_correction_and_every_decision_is_told_once_the_newest_first(paper: Examined) -> None:
    assert [notice.anchor for notice in notices_in(paper.archive.documents)] == [
        f"{EDGE}.displaced.retracted",
        f"{EDGE}.killed.superseded.{LATER}.killed",
        f"{ROAD}.killed.corrected",
        f"{SUMMARY}.retraction.2024-12-01",
        f"{REPORT}.retraction.2024-11-30",
        f"{EDGE}.civilians.correction.2024-11-30",
        f"{EDGE}.clarification.2024-11-30",
        f"{EDGE}.update.2024-11-29",
        f"{REPORT}.correction.2024-11-28",
    ]


def test_a_withdrawn_document_takes_its_figures_with_it_in_one_notice(paper: Examined) -> None:
    whole = next(notice for notice in notices_in(paper.archive.documents) if notice.document == REPORT)
    assert whole.withdraws
    assert [decision.fact.key for decision in whole.decisions] == ["displaced", "killed"]
    assert whole.decision is None


def test_the_retraction_of_a_fact_and_the_decision_that_follows_from_it_are_one(paper: Examined) -> None:
    first = notices_in(paper.archive.documents)[0]
    assert first.correction is not None
    assert first.decision is not None
    assert first.decision.anchor == first.anchor


def test_two_corrections_of_one_kind_and_day_have_two_names(paper: Examined) -> None:
    told = "{kind: update, text: More., on: 2024-12-01}"
    more = f"corrections: [{told}, {told.replace('More', 'Even more')}]"
    text = FILES[f"articles/{ROAD}.md"].replace("source: wire\n", f"source: wire\n{more}\n")
    documents = sound(FILES | {f"articles/{ROAD}.md": text}).archive.documents
    anchors = [notice.anchor for notice in notices_in(documents)]
    assert f"{ROAD}.update.2024-12-01" in anchors
    assert f"{ROAD}.update.2024-12-01.2" in anchors
    assert len(set(anchors)) == len(anchors)


def test_a_documents_own_notices_leave_out_that_a_figure_was_replaced_elsewhere(paper: Examined) -> None:
    assert [notice.anchor for notice in own_notices(document(paper, EDGE))] == [
        f"{EDGE}.displaced.retracted",
        f"{EDGE}.civilians.correction.2024-11-30",
        f"{EDGE}.clarification.2024-11-30",
        f"{EDGE}.update.2024-11-29",
    ]


def test_a_document_was_changed_on_the_day_of_its_newest_notice(paper: Examined) -> None:
    assert changed_on(document(paper, EDGE)) == date(2024, 12, 2)
    assert changed_on(document(paper, LATER)) is None
