"""The command ends at once, and leaves nothing undone."""

import subprocess
import sys

BEGIN = """
import atexit, sys, threading, time
from generator.cli.leaving import leave
class Late:
    def __del__(self):
        print("taken apart")
held = Late()
"""


def ran(then: str) -> tuple[int, str, str]:
    """The code, the output and the errors of a process that begins so and goes on like this."""
    done = subprocess.run(
        [sys.executable, "-c", f"{BEGIN}{then}"], check=False, capture_output=True, text=True
    )
    return done.returncode, done.stdout, done.stderr


def test_what_is_held_is_not_taken_apart() -> None:
    assert ran("leave(SystemExit(3))") == (3, "", "")
    assert ran("raise SystemExit(3)") == (3, "taken apart\n", ""), "as it would be otherwise"


def test_what_was_said_is_written_and_what_waits_for_the_end_is_done() -> None:
    assert ran("atexit.register(print, 'end'); print('x' * 70_000); leave(SystemExit())") == (
        0,
        f"{'x' * 70_000}\nend\n",
        "",
    )


def test_other_threads_are_waited_for() -> None:
    later = "threading.Thread(target=lambda: (time.sleep(0.3), print('done'))).start(); leave(SystemExit(1))"
    assert ran(later) == (1, "done\ntaken apart\n", "")


def test_a_sentence_in_place_of_a_number_is_said() -> None:
    assert ran("leave(SystemExit('no'))") == (1, "taken apart\n", "no\n")
