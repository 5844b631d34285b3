"""Where the copy of a site stands: beside the site, under its name with `-offline`."""

from pathlib import Path

from generator.publish import refuse_unsafe

SUFFIX = "-offline"


def copy_folder(output: Path) -> Path:
    """The folder of the copy: `site-offline` for a site in `site`."""
    named = output if output.name not in {"", ".."} else output.resolve()
    return named.with_name(named.name + SUFFIX)


def copy_zip(output: Path) -> Path:
    """The same in one file: `site-offline.zip`."""
    folder = copy_folder(output)
    return folder.with_name(f"{folder.name}.zip")


def refuse_unsafe_copy(output: Path, content: Path, *inputs: Path) -> None:
    """Refuse an output folder whose copy would stand where something is read. Raises PublishError."""
    refuse_unsafe(copy_folder(output), content, *inputs)
