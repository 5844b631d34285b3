"""A preview as a program of its own, to be ended as a user ends it: `python -m tests.preview.serving`.

It writes each line that it is told, a change for each line that it reads, and at last "ended".
"""

import sys
import threading
from pathlib import Path

from generator.preview.options import ServeOptions
from generator.preview.run import serve
from tests.preview.fakelive import FakeLive


def main(open_files: str = "") -> None:
    if open_files:
        import resource

        resource.setrlimit(resource.RLIMIT_NOFILE, (int(open_files), int(open_files)))
    live = FakeLive()
    live.gates["/sub/"] = threading.Event()  # a page that is never made

    def follow() -> None:
        for line in sys.stdin:
            live.change(line.strip())

    threading.Thread(target=follow, daemon=True).start()
    say("made")
    serve(live, ServeOptions(Path(), port=0), say)
    say("ended")


def say(line: object) -> None:
    print(line, flush=True)


main(*sys.argv[1:])
