"""The names of the findings as a reader meets them, and what each one means."""

from generator.model.verdict import FindingName

LABELS = {
    FindingName.CORROBORATED: "corroborated",
    FindingName.SINGLE_ORIGIN: "one origin",
    FindingName.REVISION: "revised",
    FindingName.STALE: "stale print",
    FindingName.LOWERED: "lowered",
    FindingName.INCOMPATIBLE: "incompatible",
    FindingName.SUPERSEDED: "superseded",
    FindingName.CORRECTED: "corrected",
    FindingName.RETRACTED: "retracted",
    FindingName.OTHER_UNIT: "another unit",
    FindingName.CONTESTED: "contested",
    FindingName.UNATTRIBUTED: "nobody named",
    FindingName.PARTS_DO_NOT_ADD: "parts do not add up",
    FindingName.UNACCOUNTED: "partly itemised",
    FindingName.GRADE_TOO_HIGH: "grade too high",
}

MEANINGS = {
    FindingName.CORROBORATED: "Two or more independent origins give figures that can all be true.",
    FindingName.SINGLE_ORIGIN: "However many documents print it, one origin alone asserts it.",
    FindingName.REVISION: "The same origin gave a different figure for a later day.",
    FindingName.STALE: "The origin had already given a higher count, and other documents have it; "
    "this one printed an old figure.",
    FindingName.LOWERED: "The origin had given a higher count before, and nothing later takes that up "
    "again; it may have corrected itself.",
    FindingName.INCOMPATIBLE: "The same origin gave figures for the same day that cannot all be true.",
    FindingName.SUPERSEDED: "An editor decided that another figure takes its place; it is shown, and no "
    "longer compared.",
    FindingName.CORRECTED: "Its source set the printed figure right; it is shown, and no longer compared.",
    FindingName.RETRACTED: "The figure was withdrawn; it is shown, and no longer compared.",
    FindingName.OTHER_UNIT: "The document counts in another unit than the others; its figure stands beside "
    "theirs and is not compared with them.",
    FindingName.CONTESTED: "Different or unnamed origins give answers that cannot all be true.",
    FindingName.UNATTRIBUTED: "The document does not say who asserts it.",
    FindingName.PARTS_DO_NOT_ADD: "Within one document the parts cannot make up the total.",
    FindingName.UNACCOUNTED: "Within one document the parts given leave some of the total open; "
    "that is no fault.",
    FindingName.GRADE_TOO_HIGH: "It is graded as confirmed by others, but rests on one origin.",
}
