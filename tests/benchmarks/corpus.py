"""Make an archive of any size: `python tests/benchmarks/corpus.py FOLDER --documents 1000`.

Every document has about 550 words, four facts and four actors; there are 40 actors, 8 sources and a day for
every 20 documents. Stories come and go as they do in the news: with every 50 documents a topic of 10 measures
begins, and figures are printed on the four newest. So 10,000 documents make 500 days and 2,000 measures. The
same options always make the same archive.
"""

import argparse
import random
from datetime import date, timedelta
from pathlib import Path

FIRST_DAY = date(2010, 1, 1)
ACTORS, SOURCES, MEASURES = 40, 8, 10
DOCUMENTS_A_DAY, DOCUMENTS_A_TOPIC, RUNNING = 20, 50, 4
FACTS, NAMED, WORDS = 4, 4, 550
SYLLABLES = (
    "ba",
    "den",
    "for",
    "gal",
    "hin",
    "jor",
    "kel",
    "lum",
    "mar",
    "nos",
    "per",
    "qui",
    "ros",
    "sil",
    "tan",
    "vor",
)


def main() -> None:
    """Read the options and write the archive."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=1000)
    options = parser.parse_args()
    write_archive(options.folder, options.documents)


def write_archive(folder: Path, documents: int) -> None:
    """Write `content/` with this many documents into a folder."""
    chance = random.Random(documents)  # noqa: S311  # repeatable, not secret
    vocabulary = sorted({word(chance) for _ in range(3000)})
    write(folder, "site.yaml", "title: A measured archive\nbase_url: https://bench.example.org/\n")
    for number in range(ACTORS):
        write(
            folder,
            f"actors/actor-{number}.md",
            f"---\nname: {actor(number)}\nkind: group\naliases: [AQ{number}Z]\n---\n\nA profile.\n",
        )
    for number in range(SOURCES):
        write(folder, f"sources/source-{number}.md", f"---\nname: Source {number}\nkind: newspaper\n---\n")
    for number in range(documents // DOCUMENTS_A_TOPIC + RUNNING):
        measures = "".join(
            f"  count-{m}: {{label: Things counted {number}.{m}, unit: things, cumulative: true}}\n"
            for m in range(MEASURES)
        )
        write(folder, f"topics/topic-{number}.md", f"---\ntitle: Story {number}\nmeasures:\n{measures}---\n")
    for number in range(documents):
        day = FIRST_DAY + timedelta(days=number // DOCUMENTS_A_DAY)
        write(
            folder, f"articles/{day:%Y/%m}/{day}-text-{number}.md", document(number, day, vocabulary, chance)
        )


def document(number: int, day: date, vocabulary: list[str], chance: random.Random) -> str:
    """One article: front matter with four facts, and paragraphs that hold their quotations."""
    topic = number // DOCUMENTS_A_TOPIC + chance.randrange(RUNNING)
    named = chance.sample(range(ACTORS), NAMED)
    days = number // DOCUMENTS_A_DAY
    facts, sentences = [], []
    for place, measure in enumerate(chance.sample(range(MEASURES), FACTS)):
        figure = 100 + 3 * (days - topic * DOCUMENTS_A_TOPIC // DOCUMENTS_A_DAY + 10) + chance.randrange(6)
        quote = f"{actor(named[place])} counted at least {figure} of them by then"
        sentences.append(f"{quote}, it was said.")
        facts.append(
            f"  - measure: topic-{topic}/count-{measure}\n    value: {figure}\n    qualifier: at-least\n"
            f"    according_to: actor-{named[place]}\n    quote: {quote}\n"
        )
    paragraphs = []
    for place in range(8):
        words = " ".join(chance.choices(vocabulary, k=(WORDS - 60) // 8))
        said = sentences[place] if place < len(sentences) else ""
        paragraphs.append(f"{words.capitalize()}. {said}".strip())
    title = " ".join(chance.choices(vocabulary, k=6)).capitalize()
    return (
        f"---\ntitle: {title}\ndate: {day}\nsource: source-{chance.randrange(SOURCES)}\n"
        f"facts:\n{''.join(facts)}---\n\n" + "\n\n".join(paragraphs) + "\n"
    )


def actor(number: int) -> str:
    """A name of two words that no other text has."""
    first, second = SYLLABLES[number % 16], SYLLABLES[(number * 7 + 3) % 16]
    return f"{first.capitalize()}{second} Front {number}"


def word(chance: random.Random) -> str:
    """A word of two to four syllables."""
    return "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4)))


def write(folder: Path, path: str, text: str) -> None:
    """Write a file of the content folder."""
    file = folder / "content" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
