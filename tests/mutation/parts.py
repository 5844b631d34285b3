"""The parts of Dateline that are held to it, and the tests that belong to each."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Part:
    """Some source files, and what is run to find mistakes in them."""

    sources: tuple[str, ...]
    """Patterns from the root of the project."""
    tests: tuple[str, ...]
    without: tuple[str, ...] = ()
    """Parts of the names of tests that are left out, because they look at the tests or take too long."""

    def files(self, root: Path) -> tuple[Path, ...]:
        """The source files, sorted, from the root of the project."""
        return tuple(sorted(path.relative_to(root) for one in self.sources for path in root.glob(one)))


PARTS = {
    "guard": Part(
        (
            "generator/read/frontmatter/*.py",
            "generator/read/decode.py",
            "generator/read/limits.py",
        ),
        (
            *(
                f"tests/read/test_{name}.py"
                for name in (
                    "yaml_mistakes",
                    "field_mistakes",
                    "front_matter_limits",
                    "decode",
                    "fences",
                    "positions",
                )
            ),
            "tests/hostile/test_yaml.py",
            "tests/hostile/test_encoding.py",
        ),
    ),
    "judge": Part(("generator/facts/**/*.py",), ("tests/facts",), ("would_be_caught", "long_story")),
    "publish": Part(
        ("generator/publish/*.py",),
        ("tests/publish",),
        (
            *("sample", "home_page", "standard_library", "offline_copy"),  # they build a site
            "bringing_to_an_end_can_be_killed",
            "(fails_once and not before1-after1-28)",
        ),
    ),
}
