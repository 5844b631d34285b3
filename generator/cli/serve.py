"""`dateline serve`."""

import gc
import sys
import time
import webbrowser
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

import click
from rich.text import Text

from generator.build import CONTENT, Options
from generator.cli import options
from generator.cli.printed import print_diagnostics, shown
from generator.cli.summary import errors_and_warnings
from generator.cli.terminal import complain, stdout
from generator.errors import UsageError
from generator.model.diagnostic import Diagnostic
from generator.preview.archive import LiveArchive
from generator.preview.options import PORT, ServeOptions
from generator.preview.round import Examination, Round
from generator.preview.run import serve

SWITCH = 0.0005
"""Seconds after which a thread that looks at the archive lets one go on that answers a browser."""


@click.command("serve")
@options.folder
@click.option("--port", type=int, default=PORT, show_default=True, help="Where to serve; 0 is any free port.")
@click.option("--open", "opened", is_flag=True, help="Open the preview in the browser.")
@click.option("--host", metavar="ADDRESS", default="", help="Another address of this machine; see --expose.")
@click.option(
    "--expose", is_flag=True, help="Let other machines read the archive with its drafts; asks for a password."
)
@click.option(
    "--name", "names", metavar="NAME", multiple=True, help="A further name by which others may call it."
)
@click.option(
    "--editor",
    metavar="NAME",
    default="vscode",
    show_default=True,
    help="What Alt-click on a page opens: an editor, the form of its addresses, or none.",
)
@click.option(
    "--poll",
    is_flag=True,
    help="Look for changes every 2 to 3 seconds without waiting to be told of them: on some network drives,"
    " and in some containers, nobody tells.",
)
@options.as_of
@click.option("--no-search", is_flag=True, help="Leave out the search index; Pagefind is then not needed.")
def serve_command(
    folder: Path,
    port: int,
    opened: bool,
    host: str,
    expose: bool,
    names: tuple[str, ...],
    editor: str,
    poll: bool,
    as_of: date | None,
    no_search: bool,
) -> int:
    """Show the site of FOLDER/content while you write, with its drafts.

    A page changes in the browser as soon as its file is saved. A mistake lies over the last good page until
    it is put right. Alt-click on a paragraph, a heading or a fact opens the editor where it is written.

    \b
    Examples:
      dateline serve --open             this folder, in the browser
      dateline serve --as-of 2024-11-29  what the archive said on that day
      dateline serve --editor none      without links into an editor
    """
    if not (folder / CONTENT).is_dir():
        raise UsageError(
            "there is no content/ folder here",
            "run this in the folder that holds content/, name that folder, or begin one: dateline init DIR",
        )
    settings = Options(as_of=as_of, now=options.present_moment(), drafts=True, search=not no_search)
    served = ServeOptions(folder, port, host, expose, names, editor)
    lines = _Lines()
    sys.setswitchinterval(SWITCH)
    # Ctrl-C is the one way to end it, so it is no failure, also before the server listens for it.
    archive = LiveArchive(folder, settings, lines.tell, complain, poll, options.present_moment)
    with suppress(KeyboardInterrupt), archive as live:
        serve(live, served, lines.say, _open if opened else lambda address: None)
    return 0


def _open(address: str) -> None:
    webbrowser.open(address)


class _Lines:
    """What the terminal says: a line for each rebuild, and mistakes when they are others than before."""

    def __init__(self) -> None:
        self._diagnostics: Sequence[Diagnostic] | None = None

    def say(self, line: str) -> None:
        """A line as it is."""
        stdout.print(shown(line), markup=False)

    def tell(self, news: Round | Examination) -> None:
        """What happened to the archive."""
        if isinstance(news, Round):
            self._tell_round(news)
            return
        if self._diagnostics is None:
            gc.freeze()  # what was read stays; to look through it for garbage would take seconds
        if tuple(news.diagnostics) != self._diagnostics:
            first, self._diagnostics = self._diagnostics is None, tuple(news.diagnostics)
            print_diagnostics(news.diagnostics, stdout)
            if news.diagnostics or not first:
                self.say(f"{_now()}  {errors_and_warnings(news.diagnostics)}")

    def _tell_round(self, news: Round) -> None:
        if not news.files:
            return self.say(f"{_now()}  ready  {_took(news.milliseconds)}")
        first, more = news.files[0].removeprefix(f"{CONTENT}/"), len(news.files) - 1
        pages = f"{news.pages} page{'' if news.pages == 1 else 's'}"
        line = Text.assemble(
            (_now(), "dim"),
            f"  {shown(first)}{f' and {more:,} more' if more else ''}",
            (f"  {pages}  {_took(news.milliseconds)}", "dim"),
        )
        stdout.print(line)
        return None


def _now() -> str:
    return time.strftime("%H:%M:%S")


def _took(milliseconds: int) -> str:
    return f"{milliseconds} ms" if milliseconds < 1000 else f"{milliseconds / 1000:.1f} s"
