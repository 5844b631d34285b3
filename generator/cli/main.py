"""`dateline`: the commands, and what becomes of an operator's mistake."""

import sys
from io import TextIOWrapper

import click

from generator import __version__
from generator.cli.build import build_command
from generator.cli.check import check_command
from generator.cli.terminal import complain
from generator.errors import DatelineError

COMMANDS = (build_command, check_command)


@click.group(
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
      dateline build            build content/ into site/
      dateline check            only say what is wrong
    """


for command in COMMANDS:
    dateline.add_command(command)


def main() -> None:
    """Run the command line and exit."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # Not every terminal can write every script; an editor in one that cannot still gets the message.
            stream.reconfigure(errors="backslashreplace")
    try:
        sys.exit(dateline.main(standalone_mode=False) or 0)
    except DatelineError as error:
        complain(str(error), error.hint)
        sys.exit(2)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
