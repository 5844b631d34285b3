"""An archive of many measures, and the fact table alone as a site, so that tests of its size stay short."""

from pathlib import Path

from generator import __version__
from generator.model.page import Page
from generator.pages import facts
from generator.render.renderer import render
from generator.render.theme import load_theme
from tests.archive import PLACES, actor, article, sound, topic

DAYS = ("2023-12-31", "2024-01-01", "2024-01-02", "2024-01-03")
OBSERVERS = 60


def many(topics: int, measures: int, label: str = "Things counted", days: int = 4) -> dict[str, str]:
    """So many topics with so many measures each, of which each day gives a figure.

    Measure m of topic t is `story-<t>/m-<m>`; on day d (from 0) it is `1000 t + 10 m + d`.
    """
    files = PLACES | {f"actors/who-{n}.md": actor(f"Observer Number {n}") for n in range(OBSERVERS)}
    for t in range(topics):
        labels = (f"m-{m}: {{label: '{label} {t}.{m}', unit: things}}" for m in range(measures))
        files[f"topics/story-{t}.md"] = topic("\n".join(labels)).replace("The war", f"Story {t:04}")
        for place, day in enumerate(DAYS[:days]):
            said = (
                f"measure: story-{t}/m-{m}, value: {1000 * t + 10 * m + place}, qualifier: at-least, "
                f"according_to: who-{(t + m + place % 2) % OBSERVERS}"
                for m in range(measures)
            )
            files[f"articles/{day}-news-{t}.md"] = article(*said, day=day, title=f"News of story {t}")
    return files


def table_of(files: dict[str, str]) -> list[Page]:
    """The pages of the fact table, planned."""
    examined = sound(files)
    return list(facts.pages(examined.archive, examined.judged))


def write_table(files: dict[str, str], site: Path) -> list[Path]:
    """Write the fact table, and what the theme brings with it; returns the files of its pages."""
    examined = sound(files)
    theme = load_theme("default", site)
    pages = list(facts.pages(examined.archive, examined.judged))
    contents = {page.file: render(theme, examined.archive.site, __version__, page) for page in pages}
    for path, content in {**contents, **theme.assets}.items():
        file = site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return [site / page.file for page in pages]
