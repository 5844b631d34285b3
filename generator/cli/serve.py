"""`dateline serve`."""

import gc
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cache import NAME
from generator.cli import options
from generator.errors import UsageError
from generator.preview.options import PORT, ServeOptions
from generator.read.disk import CONTENT

if TYPE_CHECKING:
    from generator.model.diagnostic import Diagnostic
    from generator.preview.archive import LiveArchive
    from generator.preview.round import Examination, Round
    from generator.preview.shelf import Left, Shelf

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
@options.cache
@options.no_cache
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
    cache: Path | None,
    no_cache: bool,
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
    served = ServeOptions(folder, port, host, expose, names, editor)
    sys.setswitchinterval(SWITCH)
    _serve(served, None if no_cache else cache or folder / NAME, as_of, opened, poll, search=not no_search)
    return 0


def _serve(
    served: ServeOptions, cache: Path | None, as_of: date | None, opened: bool, poll: bool, *, search: bool
) -> None:
    from generator.preview.opening import Opening  # noqa: PLC0415 -- loads the server, which --help needs not
    from generator.preview.run import serve  # noqa: PLC0415
    from generator.preview.shelf import Shelf  # noqa: PLC0415

    lines = _Lines()
    shelf = Shelf(cache, served.folder, as_of) if cache else None
    left = shelf.left(options.present_moment()) if shelf else None

    def archive() -> "LiveArchive":
        return _archive(served.folder, as_of, lines, poll, shelf, left, search=search)

    # Ctrl-C is the one way to end it, so it is no failure, also before the server listens for it.
    with suppress(KeyboardInterrupt), Opening(archive, left, _complain) as live:
        serve(live, served, lines.say, _open if opened else lambda address: None)


def _archive(
    folder: Path,
    as_of: date | None,
    lines: "_Lines",
    poll: bool,
    shelf: "Shelf | None",
    left: "Left | None",
    *,
    search: bool,
) -> "LiveArchive":
    """The archive itself. To load what reads and judges one takes longer than a browser should wait."""
    from generator.asked import Options  # noqa: PLC0415
    from generator.preview.archive import LiveArchive  # noqa: PLC0415

    now = options.present_moment
    settings = Options(as_of=as_of, now=now(), drafts=True, search=search)
    return LiveArchive(folder, settings, lines.tell, _complain, poll, now, shelf, left)


def _open(address: str) -> None:
    import webbrowser  # noqa: PLC0415 -- few ask for it

    webbrowser.open(address)


def _complain(sentence: str) -> None:
    from generator.cli.terminal import complain  # noqa: PLC0415 -- rich, for what is seldom said

    complain(sentence)


class _Lines:
    """What the terminal says: a line for each rebuild, and mistakes when they are others than before.

    What is said first is said without rich: to load it takes longer than to say it.
    """

    def __init__(self) -> None:
        self._diagnostics: Sequence[Diagnostic] | None = None
        self._is_ready = False
        """Whether it was said that everything is read."""

    def say(self, line: str) -> None:
        """A line as it is, but for signs that would steer the terminal."""
        print("".join(sign if sign.isprintable() else " " for sign in line), flush=True)

    def tell(self, news: "Round | Examination") -> None:
        """What happened to the archive."""
        from generator.preview.round import Round  # noqa: PLC0415 -- see above

        if isinstance(news, Round):
            self._tell_round(news)
        else:
            self._tell_examination(news)

    def _tell_examination(self, news: "Examination") -> None:
        from generator.cli.printed import print_diagnostics  # noqa: PLC0415
        from generator.cli.summary import errors_and_warnings  # noqa: PLC0415
        from generator.cli.terminal import stdout  # noqa: PLC0415

        before, now = self._diagnostics, tuple(news.diagnostics)
        if before != now:
            print_diagnostics(now, stdout)
        tally = errors_and_warnings(now)
        if news.was_read and not self._is_ready:
            self._is_ready = True
            gc.freeze()  # what was read stays; to look through it for garbage would take seconds
            documents = f"{news.documents:,} document{'' if news.documents == 1 else 's'}"
            self.say(f"{_now()}  ready: {documents} in {_took(news.milliseconds)}, {tally}")
        elif before != now:
            self.say(f"{_now()}  {tally}")
        self._diagnostics = now

    def _tell_round(self, news: "Round") -> None:
        from rich.text import Text  # noqa: PLC0415

        from generator.cli.printed import shown  # noqa: PLC0415
        from generator.cli.terminal import stdout  # noqa: PLC0415

        first, more = news.files[0].removeprefix(f"{CONTENT}/"), len(news.files) - 1
        pages = f"{news.pages} page{'' if news.pages == 1 else 's'}"
        line = Text.assemble(
            (_now(), "dim"),
            f"  {shown(first)}{f' and {more:,} more' if more else ''}",
            (f"  {pages}  {_took(news.milliseconds)}", "dim"),
        )
        stdout.print(line)


def _now() -> str:
    return time.strftime("%H:%M:%S")


def _took(milliseconds: int) -> str:
    return f"{milliseconds} ms" if milliseconds < 1000 else f"{milliseconds / 1000:.1f} s"
