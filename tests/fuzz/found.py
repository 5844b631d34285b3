"""What a run has found: one input for each place in the program that failed, in a folder."""

import hashlib
import re
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.fuzz.bounded import SECONDS, bounded


@dataclass(slots=True)
class Found:
    """The inputs that failed, of which the shortest of each kind is kept."""

    folder: Path
    seconds: float = SECONDS
    """Of the processor, for one input."""
    runs: int = 0
    kept: dict[str, int] = field(default_factory=dict)
    """How long the input of each fault is."""

    def run(self, target: Callable[[bytes], None], data: bytes) -> None:
        """Try one input; a fault is written down, and the run goes on."""
        self.runs += 1
        try:
            with bounded(self.seconds):
                target(data)
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as fault:  # noqa: BLE001 -- whatever it is, a panic of a Rust library too, it is found
            self._keep(fault, data)

    def _keep(self, fault: BaseException, data: bytes) -> None:
        name = name_of(fault)
        if len(data) >= self.kept.get(name, len(data) + 1):
            return
        if name not in self.kept:
            print(f"found {name}: {str(fault)[:200]}", flush=True)
        self.kept[name] = len(data)
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_bytes(data)
        told = "".join(traceback.format_exception(fault))
        (self.folder / f"{name}.txt").write_text(told, encoding="utf-8", errors="backslashreplace")


def name_of(fault: BaseException) -> str:
    """A name for all faults of one kind at one place: `AssertionError-markdown-62-1f3a`."""
    frames = [
        frame
        for frame in traceback.extract_tb(fault.__traceback__)
        if "fuzz" in frame.filename or "generator" in frame.filename
    ]
    last = frames[-1] if frames else None
    where = f"{Path(last.filename).stem}-{last.lineno}" if last else "outside"
    kind = re.sub(r"\W", "", type(fault).__name__)
    if "fault" in str(fault) or "Error:" in str(fault):  # of a script: by its own place
        where += "-" + hashlib.sha256(re.sub(r'".*?"', "", str(fault)).encode()).hexdigest()[:4]
    return f"{kind}-{where}"
