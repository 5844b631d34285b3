"""`make audit`: whether a package that is pinned is known to be vulnerable.

    python -m tests.supply.audit PIP_AUDIT LOCK_FILE...

Exit 1 only for what was found. A package that the service does not know, or a service that does not answer,
is told and is no failure: a machine without a way to it must be able to test the rest.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

PATIENCE = 300
"""Seconds to wait for the service."""
ARGUMENTS = (
    "--require-hashes",
    "--disable-pip",
    "--progress-spinner=off",
    "--format=json",
    "--timeout=15",
)


@dataclass(frozen=True, slots=True)
class Audited:
    """What became known of some packages."""

    findings: tuple[str, ...] = ()
    """One line each."""
    looked_up: int = 0
    unknown: int = 0
    """Packages that the service did not know."""
    failure: str = ""
    """Why nothing became known at all."""

    @property
    def told(self) -> str:
        """In a few lines."""
        if self.failure:
            return f"audit: NOT DONE, the service cannot be asked from here: {self.failure}"
        lines = [f"audit: {line}" for line in self.findings]
        if self.unknown:
            lines.append(f"audit: NOT DONE for {self.unknown} packages: the service does not know them")
        lines.append(f"audit: {self.looked_up} packages looked up, {len(self.findings)} findings")
        return "\n".join(lines)


def read(output: str, errors: str) -> Audited:
    """What pip-audit printed."""
    try:
        packages: list[dict[str, Any]] = json.loads(output)["dependencies"]
        found = tuple(
            f"{package['name']} {package['version']}: {one['id']}, mended in {fixed(one)}"
            for package in packages
            for one in package.get("vulns", ())
        )
        unknown = sum("skip_reason" in package for package in packages)
    except (ValueError, KeyError, TypeError):
        lines = [line.strip() for line in errors.splitlines() if line.strip()]
        return Audited(failure=lines[-1][:300] if lines else "it printed nothing")
    return Audited(found, len(packages) - unknown, unknown)


def fixed(vulnerability: dict[str, Any]) -> str:
    """The versions in which it is no more."""
    return ", ".join(vulnerability.get("fix_versions") or ()) or "no version yet"


def audit(program: str, lock_file: str) -> Audited:
    """Ask about all packages of a lock file."""
    try:
        ran = subprocess.run(
            [program, "-r", lock_file, *ARGUMENTS],
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return Audited(failure=str(error))
    return read(ran.stdout, ran.stderr)


def main(arguments: Sequence[str]) -> int:
    """The command."""
    program, *files = arguments
    results = [audit(program, file) for file in files]
    for one in results:
        print(one.told)
    return 1 if any(one.findings for one in results) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
