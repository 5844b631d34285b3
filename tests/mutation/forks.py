"""Runs the tests once, then once more for each mistake, in a fork in which that one is awake."""

import gc
import json
import os
import resource
import signal
import sys
import time
from collections import defaultdict
from pathlib import Path

import pytest
from _pytest.runner import runtestprotocol
from hypothesis import Phase, settings
from mutmut.mutation import trampoline
from mutmut.utils.format_utils import mangled_name_from_mutant_name

from tests.mutation.parts import PARTS

SPARE_SECONDS = 4
"""Of CPU time, beyond ten times what a test takes, after which a mistake counts as one that never ends."""
LONGEST = 600
"""Seconds of the clock after which it counts as such in any case."""

SILENT = ("--capture=sys", "--tb=no", "--assert=plain", "-p", "no:logging")


class Onwards:
    """What is said to come after each test: something of the same session, so that what that has is kept."""

    def __init__(self, session: pytest.Session) -> None:
        self._session = session

    def listchain(self) -> list[pytest.Session]:
        return [self._session]


class Forks:
    """In place of pytest's own loop over the tests."""

    def __init__(self, mutants: list[str], seconds: float) -> None:
        self.mutants = mutants
        self._end_of_time = time.monotonic() + seconds
        self.ends: dict[str, str] = {}
        self._hit: dict[str, set[pytest.Item]] = defaultdict(set)
        self._cost: dict[pytest.Item, float] = {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self._run_all(session)
        gc.freeze()
        for number, name in enumerate(self.mutants, start=1):
            if time.monotonic() > self._end_of_time:
                break
            items = sorted(self._hit[mangled_name_from_mutant_name(name)], key=self._cost.__getitem__)
            self.ends[name] = self._end(name, items, session) if items else "no test"
            if number % 20 == 0:
                print(f"{number} of {len(self.mutants)}", file=sys.stderr, flush=True)
        return True

    def _run_all(self, session: pytest.Session) -> None:
        """Which test reaches what, and how much it costs; all must pass."""
        trampoline._mutant_under_test = "stats"  # of this process alone, not of those that tests start
        for item in session.items:
            why: list[str] = []
            trampoline.record_trampoline_hit = lambda name, caller=None, item=item: self._hit[name].add(item)
            begun = time.process_time()
            if not self._passes(item, session, why):
                raise pytest.UsageError(f"fails without any mistake: {item.nodeid}\n{why}")
            self._cost[item] = time.process_time() - begun
        trampoline.set_mutant_under_test(None)

    def _passes(self, item: pytest.Item, session: pytest.Session, why: list[str] | None = None) -> bool:
        if isinstance(item, pytest.Function):
            item._initrequest()  # as if it had never been run
        reports = runtestprotocol(item, log=False, nextitem=Onwards(session))
        failed = [report for report in reports if report.failed]
        if why is not None:
            why += [report.longreprtext for report in failed]
        return not failed

    def _passes_in_time(self, item: pytest.Item, session: pytest.Session) -> bool:
        ends = time.process_time() + self._cost[item] * 10 + SPARE_SECONDS
        resource.setrlimit(resource.RLIMIT_CPU, (int(ends), resource.RLIM_INFINITY))
        return self._passes(item, session)

    def _end(self, name: str, items: list[pytest.Item], session: pytest.Session) -> str:
        child = os.fork()
        if not child:
            signal.alarm(LONGEST)
            trampoline.set_mutant_under_test(name)
            survived = False
            try:
                survived = all(self._passes_in_time(item, session) for item in items)
            finally:
                os._exit(0 if survived else 1)
        _, status = os.waitpid(child, 0)
        if os.WIFSIGNALED(status):
            return "never ended"
        return "killed" if os.WEXITSTATUS(status) else "survived"


def main(part: str, minutes: str) -> int:
    chosen = PARTS[part]
    forks = Forks(json.loads(Path("chosen.json").read_text(encoding="utf-8")), float(minutes) * 60)
    without = " and ".join(["not slow", "not browser"])
    words = ["-k", " and ".join(f"not {word}" for word in chosen.without)] if chosen.without else []
    options = ["-q", "-p", "no:xdist", "-p", "no:cacheprovider", "-m", without, *words, *SILENT]
    # A failure is a failure: the smallest example is not looked for. Profiles of the tests build on this one.
    settings.register_profile("mutation", phases=[Phase.explicit, Phase.generate], database=None)
    settings.load_profile("mutation")
    ended = pytest.main([*options, *chosen.tests], plugins=[forks])
    Path("ends.json").write_text(json.dumps(forks.ends), encoding="utf-8")
    return 0 if forks.ends or not ended else int(ended)


sys.exit(main(*sys.argv[1:]))
