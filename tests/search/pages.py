"""Pages as the theme makes them, in as many sorts as the search has to bear."""

from datetime import date, timedelta

FIRST = date(2024, 11, 20)
ACTORS = ("HTS", "SOHR", "Russie", "AFP")


def article(
    number: int, *, body: str = "", aside: str = "", status: str = "", day: date | None = None
) -> bytes:
    """A document; every third word of its text stands in others too, some have accents."""
    day = day or FIRST + timedelta(days=number // 3)
    words = " ".join(f"word{number * factor % 17} place{factor}" for factor in range(1, 9))
    spelt = ("café", "cafe", "Café")[number % 3]
    marks = "".join(
        f'<meta name="dateline:actor" content="{actor}" data-pagefind-filter="actor[content]">\n'
        for actor in ACTORS[: number % 5]
    )
    if status:
        marks += f'<meta name="dateline:status" content="{status}" data-pagefind-meta="status[content]">'
    return f"""<!doctype html>
<html lang="en">
<head><title>Text {number}</title>
<meta name="dateline:title" content="Title {number} Aleppo" data-pagefind-meta="title[content]">
<meta name="kind" content="article" data-pagefind-filter="kind[content]" data-pagefind-meta="kind[content]">
<meta name="date" content="{day}" data-pagefind-sort="date[content]" data-pagefind-meta="date[content]">
{marks}</head>
<body><header>Menu {aside}</header>
<main id="main" data-pagefind-body><h1>Title {number} Aleppo</h1>
<p data-pagefind-ignore>Kicker {aside}</p>
<p>The offensive {words} {spelt} résumé{number % 4} {body}<sup data-pagefind-ignore>{aside}</sup>.</p>
<nav data-pagefind-ignore><a href="../">{aside}</a></nav></main>
<footer>{aside}</footer></body></html>""".encode()


def profile(name: str, body: str = "") -> bytes:
    """A page without a day."""
    return f"""<!doctype html><html lang="en"><head><title>{name}</title>
<meta name="kind" content="actor" data-pagefind-filter="kind[content]" data-pagefind-meta="kind[content]">
</head><body><main data-pagefind-body><h1>{name}</h1>
<p>Says much of the offensive. {body}</p></main></body></html>
""".encode()


def site(documents: int) -> dict[str, bytes]:
    """Three documents a day, and four actors."""
    made = {
        f"{FIRST + timedelta(days=number // 3):%Y/%m/%d}/text-{number}/index.html": article(number)
        for number in range(documents)
    }
    return made | {f"actors/{name.lower()}/index.html": profile(name) for name in ACTORS}
