"""One archive in two versions, between which most files of the site differ."""

from dataclasses import dataclass
from pathlib import Path

from tests.archive import PLACES, actor, article, built, files_in, topic, write

MEASURES = "killed: {label: Killed, unit: people}\nhouses: {label: Houses lost, unit: houses}"
BOTH = PLACES | {"topics/war.md": topic(MEASURES), "actors/army.md": actor("The Army")}


def _days(title: str, *days: str) -> dict[str, str]:
    fact = "measure: war/killed, value: 5"
    return {
        f"articles/{day}-{title.lower()}.md": article(
            fact, day=day, title=f"{title} on {day}", body=f"The Army spoke of {title}."
        )
        for day in days
    }


ONE = BOTH | _days("Rain", "2024-11-29", "2024-11-30") | _days("Gone", "2024-12-01")
OTHER = BOTH | _days("Rain", "2024-11-30") | _days("Snow", "2024-12-02", "2025-01-01")
OTHER |= {"site.yaml": BOTH["site.yaml"].replace("A small archive", "The same archive, later")}


@dataclass(frozen=True)
class Versions:
    """Two folders of content, and the sites that come of them."""

    folders: tuple[Path, Path]
    sites: tuple[dict[str, bytes], dict[str, bytes]]

    def is_made_of_whole_files(self, output: Path) -> bool:
        """Whether every file stands in one of the two sites just so."""
        return all(
            what in {site.get(path) for site in self.sites}
            for path, what in files_in(output).items()
            if not path.startswith(".dateline")
        )


def versions(folder: Path) -> Versions:
    """Both versions in folders of their own, built once."""
    folders = write(folder / "one", ONE), write(folder / "other", OTHER)
    sites = []
    for number, content in enumerate(folders):
        built(content, folder / f"clean-{number}")
        sites.append(files_in(folder / f"clean-{number}"))
    return Versions(folders, (sites[0], sites[1]))
