"""Every check that looks into texts is known to the short way, which asks only some of them."""

from generator.checks import (
    actor_not_listed,
    broken_anchor,
    broken_link,
    missing_asset,
    near_duplicate,
)
from generator.checks.all import CHECKS, RECORD_CHECKS, REMEMBERING_CHECKS
from generator.checks.alone import DOCUMENT_CHECKS, IN_TEXTS
from generator.memo import Memory
from generator.memo.glass import Glass
from generator.model.record import Record
from tests.archive import actor, article, examined
from tests.incremental.small import beginning

OF_ALL = {
    actor_not_listed.check,
    broken_anchor.check,
    broken_link.check,
    missing_asset.check,
    near_duplicate.check,
}
"""They compare texts, or links with what is there: the short way is taken where that is as before."""
TEXTS = {"texts", "texts_in_order"}


def test_no_check_looks_into_texts_that_the_short_way_does_not_know() -> None:
    files = beginning() | {
        "actors/front.md": actor("The Front", "loose: [Front]\n"),
        "articles/third.md": article(more="actors: [rebels]\n", body="The Front, and nobody else."),
    }
    found = examined(files)
    looking = set()
    for look in (*CHECKS, *REMEMBERING_CHECKS, *RECORD_CHECKS):
        glass = Glass(found.archive, found.judged)
        more = (Memory(),) if look in REMEMBERING_CHECKS else ()
        about = Record() if look in RECORD_CHECKS else found.verdicts
        tuple(look(glass, about, found.assembled.places, *more))  # type: ignore[operator]
        if TEXTS & {name for name, _ in glass.looked()}:
            looking.add(look)
    assert looking == {*IN_TEXTS, *OF_ALL}
    assert not looking & set(DOCUMENT_CHECKS)
