"""Parts-do-not-add: a document's parts cannot make up its total."""

from generator.facts.case import Case
from generator.facts.ruling import Ruling
from generator.model.verdict import Finding, FindingName


def parts_do_not_add(case: Case) -> Ruling:
    """In one document the given parts exceed the total, or all parts are given and cannot meet it.

    A part that is not given stands for the sum of its own parts there, and counts as incomplete. Each
    finding names the total, then the parts; the amount is by how much the printed parts exceed the
    printed total, below zero when they fall short of it. Of the measure only the first document's is said.
    """
    found = tuple(
        Finding(
            FindingName.PARTS_DO_NOT_ADD,
            (balance.total.id, *(part.id for part in balance.parts)),
            amount=balance.excess,
        )
        for balance in case.balances
        if not balance.possible
    )
    return Ruling(found, found[0] if found else None)
