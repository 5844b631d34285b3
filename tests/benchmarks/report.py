"""What one run of the benchmark has found, as plain values: for the table, the chart and other programs."""

import json
import statistics
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from measuring import Cost
from peers.peer import Task

BESIDE = "hugo"
"""Ratios are taken against this program, of the same run."""


@dataclass(frozen=True, slots=True)
class Result:
    """One task of one program at one size."""

    size: int
    """Documents."""
    peer: str
    task: Task
    rounds: tuple[Cost, ...]

    @property
    def median(self) -> Cost:
        """The median over the rounds, of each quantity by itself."""
        rows = [(cost.seconds, cost.cpu, cost.memory) for cost in self.rounds]
        return Cost(*(statistics.median(column) for column in zip(*rows, strict=True)))


@dataclass(frozen=True, slots=True)
class Contestant:
    """A program as the report names it."""

    name: str
    title: str
    version: str
    searches: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that is told of one run."""

    date: str
    """As 2026-01-31."""
    machine: Mapping[str, str]
    contestants: tuple[Contestant, ...]
    results: tuple[Result, ...]
    not_measured: tuple[tuple[str, int | None, str], ...] = ()
    """Title of the program, documents (None: at no size), and the reason."""

    @property
    def sizes(self) -> tuple[int, ...]:
        """All sizes, smallest first."""
        return tuple(sorted({result.size for result in self.results}))

    def median(self, size: int, peer: str, task: Task) -> Cost | None:
        """The cost of a task, None where it was not measured."""
        for result in self.results:
            if (result.size, result.peer, result.task) == (size, peer, task):
                return result.median
        return None


def json_of(report: Report) -> str:
    """The report as JSON, every round in it."""
    results = [
        {
            "documents": result.size,
            "program": result.peer,
            "task": result.task.value,
            **_rounded(result.median),
            "rounds": [_rounded(cost) for cost in result.rounds],
        }
        for result in report.results
    ]
    missing = [dict(zip(("program", "documents", "reason"), row, strict=True)) for row in report.not_measured]
    told = {
        "date": report.date,
        "machine": dict(report.machine),
        "programs": [asdict(one) for one in report.contestants],
        "results": results,
        "not_measured": missing,
    }
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"


def _rounded(cost: Cost) -> dict[str, float]:
    return {
        "seconds": round(cost.seconds, 3),
        "cpu_seconds": round(cost.cpu, 3),
        "memory_mb": round(cost.memory, 1),
    }
