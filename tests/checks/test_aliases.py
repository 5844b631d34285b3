"""An old address must be free, lead to one document, and lead somewhere else."""

import pytest

from generator.assemble.taken import RESERVED, taken_by
from generator.examined import Examined
from generator.exports.all import export
from generator.exports.published import Published
from generator.model.page import file_of
from tests.archive import PLACES, actor, article, examined, pages_of, sound, topic
from tests.corrections.paper import FILES

WAR = PLACES | {
    "topics/war.md": topic("killed: {label: Killed}"),
    "actors/sohr.md": actor("Observatory"),
    "articles/2024-11-29-toll.md": article("measure: war/killed, value: 3, according_to: sohr"),
}


def told(*aliases: str, **others: str) -> list[str]:
    """What is said of the aliases of an article, and of those of other articles by their ids."""
    files = WAR | {"articles/2024-11-29-edge.md": article(more=f"aliases: [{', '.join(aliases)}]")}
    for id, alias in others.items():
        name = f"articles/2024-11-29-{id}.md"
        files |= {name: article(more=f"aliases: [{alias}]")}
    return [
        f"{one.excerpt[one.mark.column - 1 :][: one.mark.length]} {one.code}: {one.message}"
        for one in examined(files).diagnostics
        if one.code.startswith("alias-")
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("alias", "there"),
    [
        ("/2024/11/29/", "/2024/11/29/"),
        ("/2024/11/29/toll/", "/2024/11/29/toll/"),
        ("/2024/11/29/TOLL/", "/2024/11/29/toll/"),
        ("/search/", "/search/"),
        ("/about/method/", "/about/method/"),
        ("/about/method/index.html", "/about/method/"),
        ("/404.html", "/404.html"),
        ("/404.html/more/", "/404.html"),
        ("/feed.xml/", "/feed.xml"),
        ("/_redirects/", "/_redirects"),
        ("/facts/", "/facts/"),
        ("/actors/nobody/", "/actors/"),
        ("/Assets/style/", "/assets/"),
        ("/files/map.html", "/files/"),
        ("/pagefind/", "/pagefind/"),
        ("/days/2024-11-29/", "/days/"),
    ],
)
def test_an_alias_that_is_taken_is_an_error_that_says_by_what(alias: str, there: str) -> None:
    (problem,) = told(alias)
    assert problem.startswith(f"{alias} alias-taken: ")
    assert problem.endswith(f": {there} stands there")


def test_a_free_alias_is_no_error() -> None:
    assert told("/old/edge.html", "/2024/11/28/edge/", "/about/us/") == []


def test_two_documents_cannot_have_one_alias() -> None:
    (problem,) = told("/old/", toll="/old/")
    assert problem == "/old/ alias-twice: /old/ leads to content/articles/2024-11-29-edge.md already"


def test_one_document_names_an_alias_once() -> None:
    (problem,) = told("/old/", "/old/")
    assert problem == "/old/ alias-twice: /old/ leads here already"


@pytest.mark.parametrize(
    "pair", [("/Old/", "/old/"), ("/old.html", "/old.html/more/"), ("/old.html/", "/old.html")]
)
def test_aliases_that_cannot_both_be_files_are_told(pair: tuple[str, str]) -> None:
    (problem,) = told(*pair)
    assert problem.startswith(f"{pair[1]} alias-twice")


def test_the_address_of_the_document_itself_is_a_loop() -> None:
    (problem,) = told("/2024/11/29/edge/")
    assert problem.endswith("alias-loop: /2024/11/29/edge/ is where this document stands now")


def test_two_documents_that_lead_to_one_another_are_a_loop_and_nothing_else() -> None:
    found = told("/2024/11/29/toll/", toll="/2024/11/29/edge/")
    assert [problem.split()[1] for problem in found] == ["alias-loop:", "alias-loop:"]


def test_an_alias_at_the_address_of_a_document_that_has_aliases_too_is_taken() -> None:
    (problem,) = told("/2024/11/29/toll/", toll="/old/")
    assert "alias-taken" in problem


@pytest.mark.parametrize("files", [FILES, WAR], ids=["corrected", "plain"])
def test_every_page_and_file_of_a_site_is_known_to_be_taken(files: dict[str, str]) -> None:
    result: Examined = sound(files)
    aliases = {alias for document in result.archive.documents for alias in document.aliases}
    planned = set(pages_of(result)) - aliases
    made = {f"/{file.path}" for file in export(Published(result.archive, result.judged, (), ""))}
    taken = taken_by(result.archive)
    missing = {path for path in planned | made if file_of(path) not in taken}
    assert {path for path in missing if not path.startswith(RESERVED)} == set()
