"""Archives that strain the look: `python -m tests.density FOLDER` writes each into a folder of its own.

`dense` has a day of 60 documents from 12 sources on 40 measures, an actor with 2,000 mentions, a text of
5,000 words, names of 80 characters, words without a break and figures of 12 digits. `one` has one document,
`empty` has none. Build one with `dateline build FOLDER/dense`, or look at it with `make shots SITE=…`.
"""

import sys
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

from tests.archive import write

DAY = date(2024, 3, 15)
"""The day of the 60 documents."""
LONG_NAME = "Joint Coordination Committee of the Northern and Eastern Provinces for Relief Aid"[:80]
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
MANY_DIGITS = 987_654_321_012
SOURCES, MEASURES, TODAY, BEFORE, NAMED = 12, 40, 60, 140, 10
EACH = MEASURES * SOURCES // TODAY
"""Figures in a document of the day: so each source gives each measure."""

SITE = """title: An archive that is full
description: Every list is long here and every name is longer.
base_url: https://example.org/
"""


def main() -> None:
    """Write all of them into the folder that the command names."""
    for name, files in ARCHIVES.items():
        write(Path(sys.argv[1]) / name, files)


def dense() -> dict[str, str]:
    """Everything at once."""
    files = {"site.yaml": SITE, "actors/committee.md": actor(LONG_NAME, "JCC")}
    files |= {f"actors/party-{n}.md": actor(f"Party Number {n}", f"PN{n}X") for n in range(30)}
    files["actors/long-word.md"] = actor(LONG_WORD, "DDSG")
    for n in range(SOURCES):
        name = LONG_NAME.replace("Committee", "Gazette") if n == 0 else f"The Daily Paper {n}"
        files[f"sources/paper-{n}.md"] = (
            f"---\nname: {name}\nkind: newspaper\nurl: https://example.org/{n}\n---\n"
        )
    files["topics/relief.md"] = topic()
    files["topics/word.md"] = (
        f"---\ntitle: {LONG_WORD}\nsummary: {LONG_WORD} is a word.\n---\n\n{LONG_WORD}.\n"
    )
    for number in range(BEFORE):
        day = DAY - timedelta(days=1 + number // 2)
        files[f"articles/before-{number}.md"] = document(
            number, day, f"Earlier text {number}", figures(number, 2)
        )
    for number in range(TODAY):
        title = (
            LONG_WORD if number == 1 else f"What was said of the relief on that day, text {number} of many"
        )
        files[f"articles/today-{number}.md"] = document(number, DAY, title, figures(number, EACH))
    files["summaries/today.md"] = summary()
    files["articles/long.md"] = long_text()
    return files


def one() -> dict[str, str]:
    """One document, which says little."""
    return {
        "site.yaml": "title: An archive of one\nbase_url: https://example.org/\n",
        "sources/paper.md": "---\nname: The Paper\nkind: newspaper\n---\n",
        "articles/one.md": "---\ntitle: The only text\ndate: 2024-03-15\nsource: paper\n---\n\nIt rained.\n",
    }


def empty() -> dict[str, str]:
    """A title and nothing else."""
    return {"site.yaml": "title: An archive of none\nbase_url: https://example.org/\n"}


def actor(name: str, alias: str) -> str:
    """An actor with another name."""
    return f"---\nname: {name}\nkind: organisation\naliases: [{alias}]\n---\n\nIt has a profile.\n"


def topic() -> str:
    """A topic of 40 measures; the first has a label of 80 characters and figures of 12 digits."""
    labels = [
        f"Tonnes of {LONG_NAME}"[:80],
        LONG_WORD,
        *(f"Goods of sort {m} sent" for m in range(2, MEASURES)),
    ]
    lines = (f"  m-{m}: {{label: '{label}', unit: tonnes}}\n" for m, label in enumerate(labels))
    return f"---\ntitle: {LONG_NAME}\nsummary: Who sent what.\nmeasures:\n{''.join(lines)}---\n"


def figures(number: int, many: int) -> Iterator[tuple[int, int]]:
    """Measures and their values for a document: with its neighbours of one source, all of them in turn."""
    for place in range(many):
        measure = (number // SOURCES * many + place) % MEASURES
        yield measure, MANY_DIGITS + number if measure == 0 else 1000 + 7 * measure + number % 5


def document(number: int, day: date, title: str, given: Iterator[tuple[int, int]]) -> str:
    """An article that names the committee ten times, and gives figures."""
    facts, sentences = [], []
    for measure, value in given:
        quote = f"party {number % 30} wrote of {value} tonnes in entry {measure}"
        sentences.append(f"Then {quote}.")
        facts.append(
            f"  - {{measure: relief/m-{measure}, value: {value}, according_to: party-{number % 30}, "
            f"quote: {quote}}}\n"
        )
    named = [f"In place {n} the {LONG_NAME} spoke to Party Number {(number + n) % 30}." for n in range(NAMED)]
    front = f"title: {title}\ndate: {day}\nsource: paper-{number % SOURCES}\nfacts:\n{''.join(facts)}"
    return f"---\n{front}---\n\n{' '.join(sentences)}\n\n{' '.join(named)}\n"


def summary() -> str:
    """A summary of the day with six takeaways, one of a word that does not break."""
    texts = [*(f"The {LONG_NAME} sent more than it had said, point {n}." for n in range(5)), LONG_WORD]
    lines = "".join(f"  - {{text: '{text}', facts: [today-0#m-0]}}\n" for text in texts)
    front = f"title: The relief in short\ndate: {DAY}\nsource: paper-0\nmade_by: ai\ncovers: [today-0]\n"
    return f"---\n{front}takeaways:\n{lines}---\n\nMuch was sent.\n"


def long_text() -> str:
    """A text of 5,000 words with headings, a table, code, a list and an address that does not break."""
    sentence = "The road was open and the lorries went on through the valley until the evening came. "
    sections = (f"## Part {n}\n\n" + f"{sentence * 5}\n\n" * 6 for n in range(11))
    table = (
        "| "
        + " | ".join(f"Column {n}" for n in range(12))
        + " |\n"
        + "|---" * 12
        + "|\n"
        + "| 987654321012 " * 12
    )
    address = f"https://example.org/{'a-path-without-a-break' * 8}"
    extras = f"{table}|\n\n```\n{'code ' * 60}\n```\n\n{LONG_WORD}\n\n<{address}>\n\n> {LONG_WORD}\n"
    front = f"title: A text of five thousand words about {LONG_WORD}\ndate: {DAY}\nsource: paper-1\n"
    return f"---\n{front}url: {address}\n---\n\n{extras}\n{''.join(sections)}"


ARCHIVES: Mapping[str, dict[str, str]] = {"dense": dense(), "one": one(), "empty": empty()}
"""The archives by name, from paths of the content folder to texts."""


if __name__ == "__main__":
    main()
