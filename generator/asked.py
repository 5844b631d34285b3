"""What is asked of a build, and what one run leaves to the next in the same process."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from msgspec import Struct, field

from generator.memo import Memory
from generator.memo.keeping import Keeping
from generator.model.asset import Asset
from generator.model.diagnostic import Diagnostic
from generator.read.discover import InputFile
from generator.read.seen import Seen
from generator.workers import Open

Tell = Callable[[str], None]
"""Is told the name of each stage as it begins."""


class Options(Struct, frozen=True):
    """What to build, beyond what the content says."""

    base_url: str | None = None
    as_of: date | datetime | None = None
    """A day (its end) or a moment with zone: decides embargo and expiry, and leaves out later documents."""
    now: datetime | None = None
    """Decides embargo and expiry where there is no `as_of`; without either an embargo holds."""
    drafts: bool = False
    """Show drafts and embargoed documents."""
    strict: bool = False
    """Let warnings keep the site from being published, too."""
    search: bool = True
    record: Path | None = None
    """The record of the build before, if there is one: compared with once the site has a public address."""
    since: Path | None = None
    """The record of an earlier build that is to be compared with in any case, in place of `record`."""


class Remembered(Struct, frozen=True):
    """What one run leaves to the next in the same process."""

    seen: Seen[InputFile] = field(default_factory=Seen)
    assets: Seen[Asset | Diagnostic] = field(default_factory=Seen)
    memory: Memory = field(default_factory=Memory)
    keeping: Keeping | None = None
    """What outlives the process."""
    workers: Open | None = None
