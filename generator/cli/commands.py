"""`dateline`: the commands, and what becomes of an operator's mistake."""

import signal
import sys
from io import TextIOWrapper
from types import FrameType

import click

from generator import __version__
from generator.cli.lazy import LazyGroup
from generator.cli.unheard import Unheard, drop_unwritten
from generator.errors import DatelineError, place_and_reason

COMMANDS = {
    "init": "generator.cli.init:init_command",
    "new": "generator.cli.new:new_command",
    "import": "generator.cli.importing:import_command",
    "check": "generator.cli.check:check_command",
    "build": "generator.cli.build:build_command",
    "verify": "generator.cli.verify:verify_command",
    "serve": "generator.cli.serve:serve_command",
    "schema": "generator.cli.schema:schema_command",
}
"""Where each command stands."""

ENDINGS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
"""By which a machine asks a program to end."""


@click.group(
    cls=LazyGroup,
    table=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit status: 0 all is well, 1 the content has errors, 2 wrong usage, configuration or machine.",
)
@click.version_option(__version__, prog_name="dateline")
def dateline() -> None:
    """Turn a folder of Markdown into a briefing archive.

    A page per day, a page per actor, a table of facts across all sources, and search in the browser.

    \b
    The folder that you give (or stand in) holds:
      content/site.yaml         title, address and language of the site
      content/articles/*.md     what a source printed, with its facts
      content/summaries/*.md    what you condensed from it, with takeaways
      content/actors/*.md       who is named, under which names
      content/sources/*.md      who printed it
      content/topics/*.md       the running stories and what is measured in them

    \b
    Examples:
      dateline init briefing    a new archive that builds at once
      dateline serve --open     see it change while you write
      dateline build            build content/ into site/
    """


def _end(number: int, frame: FrameType | None) -> None:
    """End as for Ctrl-C: what was begun is ended, too, and what was laid aside is cleared away."""
    raise SystemExit(128 + number)


def main() -> None:
    """Run the command line and exit."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # Not every terminal can write every script; an editor in one that cannot still gets the message.
            stream.reconfigure(errors="backslashreplace")
    if sys.stderr is not None:
        sys.stderr = Unheard(sys.stderr)
    for asked in ENDINGS:
        if signal.getsignal(asked) is signal.SIG_DFL:  # nohup has a say in it
            signal.signal(asked, _end)
    try:
        code = dateline.main(standalone_mode=False) or 0
        if sys.stdout is not None:
            sys.stdout.flush()  # here it can still be told that the disk is full
        sys.exit(code)
    except DatelineError as error:
        from generator.cli.terminal import complain  # noqa: PLC0415 -- most runs need no terminal of rich

        complain(str(error), error.hint)
        sys.exit(2)
    except BrokenPipeError:  # whoever read the result has seen enough of it
        drop_unwritten()
        sys.exit(1)
    except OSError as error:  # of a disk or of rights, where no stage has more to say
        from generator.cli.terminal import complain  # noqa: PLC0415 -- as above

        complain(f"{place_and_reason(error)}.", "Mend that, and run it again.")
        drop_unwritten()
        sys.exit(2)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
