"""`dateline schema`."""

from pathlib import Path

import click
from msgspec.structs import replace

from generator.cli import options
from generator.cli.terminal import complain, stderr
from generator.errors import UsageError
from generator.read.discover import discover
from generator.read.disk import CONTENT
from generator.rulebook import RULES
from generator.scaffold.known import Known, known_of
from generator.scaffold.mark import MARK
from generator.scaffold.schema import schema_files
from generator.scaffold.vscode import holds, proposed_files, snippet_file
from generator.scaffold.write import add, renew

USUAL = ".vscode/dateline"


@click.command("schema")
@options.folder
@click.option(
    "--output",
    "-o",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help=f"Where to put the schemas; no editor settings then.  [default: FOLDER/{USUAL}]",
)
def schema_command(folder: Path, output: Path | None) -> int:
    """Write what an editor program needs to know your archive.

    JSON Schemas of site.yaml and of the front matter of each kind of file, which offer your own sources,
    actors, measures and documents; and for Visual Studio Code a snippet for each kind of file, a task that
    checks while you write, and settings. Run it again after adding files. Settings of your own are never
    changed: what is proposed then stands beside them.

    \b
    Examples:
      dateline schema                  the archive in this folder, into .vscode/
      dateline schema --output schemas only the schemas, into schemas/
    """
    known = replace(
        known_of(discover(folder).files, facts=True),
        rules={code: rule.says for code, rule in RULES.items() if rule.adjustable},
    )
    if output is not None:
        return _only_schemas(output, known)
    schemas = {f"{USUAL}/{name}": text for name, text in schema_files(known).items()}
    kept = renew(folder, {**schemas, **snippet_file(known)}, MARK)
    beside = _propose(folder)
    click.echo(str(folder / USUAL))
    _tell_kept(folder, kept)
    for path, proposal in beside:
        stderr.print(f"{folder / path} is yours and stays as it is; add what {proposal} says", markup=False)
    stderr.print("Next: open the folder that holds content/ in VS Code; see docs/editors.md", markup=False)
    return 1 if kept else 0


def _only_schemas(output: Path, known: Known) -> int:
    if output.resolve().name == CONTENT:
        raise UsageError(f"{output} holds texts", "choose another folder for the schemas")
    kept = renew(output, schema_files(known), MARK)
    click.echo(str(output))
    _tell_kept(output, kept)
    return 1 if kept else 0


def _propose(folder: Path) -> list[tuple[str, str]]:
    """Put settings where there are none; where there are, what is proposed stands beside them."""
    beside = []
    for path, text in proposed_files(USUAL).items():
        if not add(folder, {path: text}) or holds(_text(folder / path), text):
            continue
        proposal = f"{USUAL}/proposed-{Path(path).name}"
        renew(folder, {proposal: f"// {MARK}\n{text}"}, MARK)
        beside.append((path, proposal))
    return beside


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {(error.strerror or '').lower()}") from error


def _tell_kept(folder: Path, kept: tuple[str, ...]) -> None:
    for path in kept:
        complain(
            f"{folder / path} was not made by dateline schema, and stays as it is",
            "rename it, and run this again",
        )
