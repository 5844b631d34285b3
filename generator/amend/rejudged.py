"""The verdicts of the last build, by measure; those on some families are worked out again."""

from collections.abc import Iterable, Mapping
from typing import Any

from generator.amend.bykey import Table
from generator.amend.left import Family, Left
from generator.facts.families import facts_of
from generator.facts.history import judge_through_time
from generator.facts.judge import judge
from generator.memo.damaged import DamagedError
from generator.memo.keeping import Keeping, Step
from generator.model.archive import Archive
from generator.model.verdict import Judged


class Rejudged:
    """What is known of the verdicts on an archive, whose figures for some measures are others now."""

    def __init__(self, archive: Archive, left: Left, keeping: Keeping, measures: Iterable[str] = ()) -> None:
        self._left = left
        self._keeping = keeping
        self._found: dict[tuple[Step, bytes], Any] = {}
        self.families: dict[str, Family] = {}
        """Those of these measures, by measure."""
        for measure in measures:
            if measure not in self.families:
                family = self._again(archive, left.family(measure).members)
                self.families |= dict.fromkeys(family.members, family)
        ids = archive.measures
        self.judged = Judged(
            Table(lambda id: self._kept(judge, self._family(id).now)[id], lambda: ids),
            Table(
                lambda id: self._kept(judge_through_time, self._family(id).history).history[id], lambda: ids
            ),
        )

    def _family(self, measure: str) -> Family:
        return self.families.get(measure) or self._left.family(measure)

    def _kept(self, step: Step, key: bytes) -> Any:
        if (step, key) not in self._found:
            self._found[step, key] = self._keeping.kept(step, key)
        return self._found[step, key]

    def _again(self, archive: Archive, members: list[str]) -> Family:
        """Judge a family, as the long way does."""
        family = tuple(map(archive.measures.__getitem__, members))
        facts = facts_of(family, archive)
        verdicts: Mapping[str, Any] = self._keeping.result(judge, (family, facts))
        through_time = self._keeping.result(judge_through_time, (family, facts, verdicts))
        now = self._keeping.key(judge, (family, facts))
        history = self._keeping.key(judge_through_time, (family, facts, verdicts))
        if now is None or history is None:
            raise DamagedError
        self._found |= {(judge, now): verdicts, (judge_through_time, history): through_time}
        return Family(now, history, members)
