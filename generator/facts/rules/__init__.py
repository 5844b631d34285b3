"""The rules, one a file, in the order in which a reader is told."""

from collections.abc import Mapping

from generator.facts.rules.contested import contested
from generator.facts.rules.corrected import corrected
from generator.facts.rules.corroborated import corroborated
from generator.facts.rules.grade_too_high import grade_too_high
from generator.facts.rules.incompatible import incompatible
from generator.facts.rules.lowered import lowered
from generator.facts.rules.other_unit import other_unit
from generator.facts.rules.parts_do_not_add import parts_do_not_add
from generator.facts.rules.retracted import retracted
from generator.facts.rules.revision import revision
from generator.facts.rules.single_origin import single_origin
from generator.facts.rules.stale import stale
from generator.facts.rules.superseded import superseded
from generator.facts.rules.unaccounted import unaccounted
from generator.facts.rules.unattributed import unattributed
from generator.facts.ruling import Rule, VoiceRule
from generator.model.verdict import FindingName

FIRST: tuple[Rule, ...] = (contested, corroborated, single_origin)
BY_VOICE: Mapping[FindingName, VoiceRule] = {
    FindingName.REVISION: revision,
    FindingName.STALE: stale,
    FindingName.LOWERED: lowered,
    FindingName.INCOMPATIBLE: incompatible,
}
"""Those that look at one origin at a time; a reader is told of them after the first."""
LAST: tuple[Rule, ...] = (
    superseded,
    corrected,
    retracted,
    other_unit,
    unattributed,
    parts_do_not_add,
    unaccounted,
    grade_too_high,
)
