"""How long `check --watch` takes from a save to its answer: `python tests/benchmarks/recheck.py`.

Makes an archive (`--documents 1000`), starts `dateline check --watch` on it, and saves one document after
another (`--saves 20`), each with another text. Prints the seconds of the first round, and in milliseconds
the median, the quickest and the slowest of the times from before a save until the first line of the round is
read (what the watching takes) and until its last line is (what the editor waits for). What was told is
checked: every other save puts a mistake in, the next takes it out.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import IO

from corpus import write_archive

ROOT = Path(__file__).parents[2]
BEGIN, END = "dateline: checking", "dateline: checked: "
PAUSE = 0.5
"""Seconds between a round and the next save, in which a person would read."""
MISTAKE = "mistaken: key\n"


def main() -> None:
    """Read the options, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--saves", type=int, default=20)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="dateline-bench-") as temporary:
        folder = Path(temporary)
        write_archive(folder, options.documents)
        first, noticed, answered = measured(folder, options.saves)
    print(f"{options.documents:,} documents, first round {first:.2f} s, {options.saves} saves")
    print(f"save to begin: {in_words(noticed)}")
    print(f"save to end:   {in_words(answered)}")


def in_words(times: list[float]) -> str:
    """Median, quickest and slowest."""
    return f"median {statistics.median(times):.0f} ms, {min(times):.0f} to {max(times):.0f} ms"


def measured(folder: Path, saves: int) -> tuple[float, list[float], list[float]]:
    """Seconds of the first round, and of each save the milliseconds to the begin and the end of its round."""
    command = [sys.executable, "-m", "generator", "check", str(folder), "--watch"]
    files = sorted((folder / "content" / "articles").rglob("*.md"))
    began = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8", cwd=ROOT) as process:
        assert process.stdout is not None
        try:
            sound = told(process.stdout, END)
            first = time.monotonic() - began
            noticed, answered = [], []
            for number in range(saves):
                time.sleep(PAUSE)
                file = files[(number // 2) * len(files) // saves]
                text = file.read_text(encoding="utf-8")
                broken = number % 2 == 0
                before = time.monotonic()
                file.write_text(
                    text.replace("---\n", f"---\n{MISTAKE}", 1) if broken else text.replace(MISTAKE, "", 1),
                    encoding="utf-8",
                )
                told(process.stdout, BEGIN)
                noticed.append(1000 * (time.monotonic() - before))
                last = told(process.stdout, END)
                answered.append(1000 * (time.monotonic() - before))
                if broken == (counts(last) == counts(sound)):
                    raise SystemExit(f"after save {number + 1} it said: {last}")
        finally:
            process.terminate()
    return first, noticed, answered


def told(lines: IO[str], word: str) -> str:
    """What stands behind this word in the next line that begins with it."""
    for line in lines:
        if line.startswith(word):
            return line.removeprefix(word).strip()
    raise SystemExit("it ended")


def counts(summary: str) -> str:
    """Errors and warnings, without what was read and how long it took."""
    return summary.partition(" in ")[0]


if __name__ == "__main__":
    main()
