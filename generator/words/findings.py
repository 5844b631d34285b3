"""The names of the findings as a reader meets them, and what each one means."""

from generator.model.verdict import FindingName
from generator.words.catalogue import to_say

LABELS = {
    FindingName.CORROBORATED: to_say("corroborated"),
    FindingName.SINGLE_ORIGIN: to_say("one origin"),
    FindingName.REVISION: to_say("revised"),
    FindingName.STALE: to_say("stale print"),
    FindingName.LOWERED: to_say("lowered"),
    FindingName.INCOMPATIBLE: to_say("incompatible"),
    FindingName.SUPERSEDED: to_say("superseded"),
    FindingName.CORRECTED: to_say("corrected"),
    FindingName.RETRACTED: to_say("retracted"),
    FindingName.OTHER_UNIT: to_say("another unit"),
    FindingName.CONTESTED: to_say("contested"),
    FindingName.UNATTRIBUTED: to_say("nobody named"),
    FindingName.PARTS_DO_NOT_ADD: to_say("parts do not add up"),
    FindingName.UNACCOUNTED: to_say("partly itemised"),
    FindingName.GRADE_TOO_HIGH: to_say("grade too high"),
}

MEANINGS = {
    FindingName.CORROBORATED: to_say("Two or more independent origins give figures that can all be true."),
    FindingName.SINGLE_ORIGIN: to_say("However many documents print it, one origin alone asserts it."),
    FindingName.REVISION: to_say("The same origin gave a different figure for a later day."),
    FindingName.STALE: to_say(
        "The origin had already given a higher count, and other documents have it; "
        "this one printed an old figure."
    ),
    FindingName.LOWERED: to_say(
        "The origin had given a higher count before, and nothing later takes that up "
        "again; it may have corrected itself."
    ),
    FindingName.INCOMPATIBLE: to_say(
        "The same origin gave figures for the same day that cannot all be true."
    ),
    FindingName.SUPERSEDED: to_say(
        "An editor decided that another figure takes its place; it is shown, and no longer compared."
    ),
    FindingName.CORRECTED: to_say(
        "Its source set the printed figure right; it is shown, and no longer compared."
    ),
    FindingName.RETRACTED: to_say("The figure was withdrawn; it is shown, and no longer compared."),
    FindingName.OTHER_UNIT: to_say(
        "The document counts in another unit than the others; its figure stands beside "
        "theirs and is not compared with them."
    ),
    FindingName.CONTESTED: to_say("Different or unnamed origins give answers that cannot all be true."),
    FindingName.UNATTRIBUTED: to_say("The document does not say who asserts it."),
    FindingName.PARTS_DO_NOT_ADD: to_say("Within one document the parts cannot make up the total."),
    FindingName.UNACCOUNTED: to_say(
        "Within one document the parts given leave some of the total open; that is no fault."
    ),
    FindingName.GRADE_TOO_HIGH: to_say("It is graded as confirmed by others, but rests on one origin."),
}
