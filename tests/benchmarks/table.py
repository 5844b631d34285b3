"""The report as Markdown: for every size how long, how much CPU time and how much memory."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from measuring import Cost
from peers.peer import Task
from quantities import memory_text, ratio_text, seconds_text
from report import BESIDE, Contestant, Report

TASKS = {
    Task.COLD: "cold",
    Task.UNCHANGED: "nothing changed",
    Task.TEXT: "one edited text",
    Task.FIGURE: "one edited figure",
    Task.NEW: "one new article",
}
MISSING = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a table is of."""

    heading: str
    value: Callable[[Cost], float]
    text: Callable[[float], str]


QUANTITIES = (
    Quantity("wall clock", lambda cost: cost.seconds, seconds_text),
    Quantity("CPU time", lambda cost: cost.cpu, seconds_text),
    Quantity("peak memory", lambda cost: cost.memory, memory_text),
)


def table_of(report: Report) -> str:
    """Markdown: the tables, what was not measured and why, the versions, and the machine."""
    return "\n".join((*_tables(report), *_missing(report), *_colophon(report)))


def _tables(report: Report) -> Iterator[str]:
    for size in report.sizes:
        yield f"### {size:,} documents\n"
        for quantity in QUANTITIES:
            yield f"| {quantity.heading} | {' | '.join(TASKS.values())} |"
            yield f"|---|{'--:|' * len(TASKS)}"
            for contestant in report.contestants:
                cells = [_cell(report, size, contestant, task, quantity) for task in TASKS]
                if any(cells):
                    yield f"| {contestant.title} | {' | '.join(cells)} |"
            yield ""


def _cell(report: Report, size: int, contestant: Contestant, task: Task, quantity: Quantity) -> str:
    """The median and, where there is one, how many times that of Hugo for the same task."""
    cost = report.median(size, contestant.name, task)
    if cost is None:
        return MISSING
    beside = report.median(size, BESIDE, task)
    value = quantity.value(cost)
    if beside is None or contestant.name == BESIDE:
        return quantity.text(value)
    return f"{quantity.text(value)} ({ratio_text(value, quantity.value(beside))})"


def _missing(report: Report) -> Iterator[str]:
    for title, size, reason in report.not_measured:
        where = "" if size is None else f" at {size:,} documents"
        yield f"{title} was not measured{where}: {reason}.\n"


def _colophon(report: Report) -> Iterator[str]:
    rounds = max((len(result.rounds) for result in report.results), default=0)
    how = f"medians of {rounds} rounds" if rounds > 1 else "one round"
    yield (
        f"Measured on {report.date}, {how}, all programs in turn. In "
        "brackets: how many times what Hugo needed for the same task in the same run.\n"
    )
    versions = ", ".join(f"{one.title} {one.version}" for one in report.contestants)
    yield f"Programs: {versions}.\n"
    yield f"Machine: {', '.join(f'{name} {value}' for name, value in report.machine.items())}.\n"
