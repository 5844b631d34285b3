"""Unaccounted: what a document's parts leave open of its total."""

from generator.facts.case import Case
from generator.facts.ruling import Ruling
from generator.model.verdict import Finding, FindingName


def unaccounted(case: Case) -> Ruling:
    """In one document only some parts are given and leave something of the total open, which is no fault.

    Each finding names the total, then the parts given; the amount is the printed total less the printed
    parts. Of the measure only the first document's is said.
    """
    found = tuple(
        Finding(
            FindingName.UNACCOUNTED,
            (balance.total.id, *(part.id for part in balance.parts)),
            amount=balance.open,
        )
        for balance in case.balances
        if balance.possible and not balance.complete and balance.open > 0
    )
    return Ruling(found, found[0] if found else None)
