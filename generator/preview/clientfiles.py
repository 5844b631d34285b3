"""The files of the preview's client, as they are delivered with the program."""

from collections.abc import Mapping
from pathlib import Path

from generator.preview.mediatypes import TYPES, media_type_of
from generator.preview.values import Served

FOLDER = Path(__file__).parent / "client"


def client_files(folder: Path = FOLDER) -> Mapping[str, Served]:
    """Every file of the client by its path, `/-/preview.js`; read once: no address leads to the disk."""
    return {
        f"/-/{file.name}": Served(file.read_bytes(), _media_type(file.name))
        for file in sorted(folder.iterdir())
        if file.is_file() and not file.name.startswith(".")
    }


def _media_type(name: str) -> str:
    """Licences have no ending, and are read."""
    return media_type_of(name) if "." in name and not name.endswith(".LICENSE") else TYPES[".txt"]
