"""The templates of our own themes, compiled: kept where Python keeps what it has compiled of our modules.

Whoever can write there can change the program as well. A template of somebody else is compiled each time:
nothing that a site's folder holds is run.
"""

import marshal
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from importlib.util import cache_from_source
from pathlib import Path
from urllib.parse import quote
from zlib import crc32

from jinja2.bccache import Bucket, BytecodeCache

from generator.memo.program import program
from generator.render.layers import FOLDER, PACKAGE, Layer

KEPT = Path(cache_from_source(__file__)).parent
"""The folder of what is compiled."""
_KEY, _CHECK = 16, 4
"""Bytes of a key and of a checksum."""


class Compiled(BytecodeCache):
    """What is compiled of templates under a theme's `digest`, in a language that they speak."""

    def __init__(self, layers: Iterable[Layer], digest: str, language: str, folder: Path = KEPT) -> None:
        ours = [layer.templates for layer in layers if _is_ours(layer)]
        self._ours = tuple(f"{place}{os.sep}" for place in ours)
        self._about = "\0".join((program(), *self._ours, digest, language)).encode()
        self._language = language
        self._folder = folder

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The name of a file; empty for a template of somebody else."""
        if filename is None or not filename.startswith(self._ours):
            return ""
        return quote(f"{name} {self._language}", safe="")

    def get_source_checksum(self, source: str) -> str:
        """All that it depends on what is made of a template."""
        return blake2b(source.encode(), key=blake2b(self._about).digest(), digest_size=_KEY).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was kept, if it is of this template and was written whole."""
        if not bucket.key:
            return
        with suppress(OSError, ValueError, TypeError, EOFError):
            kept = self._file(bucket).read_bytes()
            key, check, code = kept[:_KEY], kept[_KEY : _KEY + _CHECK], kept[_KEY + _CHECK :]
            if key.hex() == bucket.checksum and check == _checksum(code):
                bucket.code = marshal.loads(code)  # noqa: S302 -- see above

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled, where Python may keep modules as well."""
        if not bucket.key or sys.dont_write_bytecode:
            return
        code, file = marshal.dumps(bucket.code), self._file(bucket)
        unfinished = file.with_name(f"{file.name}.{os.getpid()}")
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            try:
                unfinished.write_bytes(bytes.fromhex(bucket.checksum) + _checksum(code) + code)
                unfinished.replace(file)
            finally:
                unfinished.unlink(missing_ok=True)

    def _file(self, bucket: Bucket) -> Path:
        return self._folder / f"{bucket.key}.{sys.implementation.cache_tag}.template"


def _is_ours(layer: Layer) -> bool:
    """Whether a theme came with the program."""
    return layer.root.parent.resolve() in {place.resolve() / FOLDER for place in (PACKAGE, PACKAGE.parent)}


def _checksum(code: bytes) -> bytes:
    return crc32(code).to_bytes(_CHECK, "big")
