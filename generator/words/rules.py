"""When each finding is made, for a reader who wants to check it: the rule behind the meaning."""

from generator.model.verdict import FindingName
from generator.words.catalogue import to_say

RULES = {
    FindingName.CORROBORATED: to_say(
        "Two figures that stand name different origins, both sources count, and some "
        "number is open to both. Numbers must be for the same day."
    ),
    FindingName.SINGLE_ORIGIN: to_say(
        "All documents that name somebody name the same origin. A document that names nobody adds none."
    ),
    FindingName.REVISION: to_say(
        "The origin is the same, the day is later, the number is another. A count that can "
        "only rise must not be lower; if it is, one of the next two findings applies."
    ),
    FindingName.STALE: to_say(
        "Only for counts that can only rise. The origin had given the higher count already: "
        "for an earlier day; or for the same day, in an earlier document, or in one of the same day where "
        "both counts cannot be true. Another document dated that day or later has the higher count, or "
        "more. The old figure is left out of low and high."
    ),
    FindingName.LOWERED: to_say(
        "The same, except that no other document of that day or later has the higher count. "
        "We cannot tell a late print from a correction here, so we say only that it went down."
    ),
    FindingName.INCOMPATIBLE: to_say(
        "The origin and the day are the same, neither figure is stale, and no number is open to both."
    ),
    FindingName.SUPERSEDED: to_say(
        "No rule does this. An editor names the figure that takes its place, the day and the reason."
    ),
    FindingName.CORRECTED: to_say("No rule does this. An editor records it, with the day and the reason."),
    FindingName.RETRACTED: to_say("No rule does this. An editor records it, with the day and the reason."),
    FindingName.OTHER_UNIT: to_say(
        "The document counts families where the others count people, for example. Nobody "
        "converts the one into the other."
    ),
    FindingName.CONTESTED: to_say(
        "Two figures that stand come from different origins, or from nobody named; no "
        "number is open to both; and the passing of time does not explain it, as it does where a count is "
        "lower for an earlier day."
    ),
    FindingName.UNATTRIBUTED: to_say(
        "The document gives the figure in its own voice, or says only that it was reported. We do not guess."
    ),
    FindingName.PARTS_DO_NOT_ADD: to_say(
        "The parts that a document gives exceed its total; or it gives all of "
        "them, and together they cannot reach it."
    ),
    FindingName.UNACCOUNTED: to_say(
        "The document gives some of the parts and not all. We show what they leave open."
    ),
    FindingName.GRADE_TOO_HIGH: to_say(
        "An editor graded the figure 1, which means confirmed by others, and no more "
        "than one origin is named for this measure."
    ),
}
