"""What the client asks for beside the page."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.cli.forms.jsonform import json_form
from generator.errors import UsageError
from generator.preview.editors import FORMS, address_in_editor, form_of
from generator.preview.preview import Preview
from generator.preview.values import Place
from tests.preview.asking import asked, previewed, secret
from tests.preview.fakelive import WRONG, FakeLive

pytestmark = pytest.mark.slow


@pytest.fixture
def live() -> FakeLive:
    return FakeLive()


@pytest.fixture
def preview(live: FakeLive) -> Iterator[Preview]:
    with previewed(live) as preview:
        yield preview


def test_a_state_has_diagnostics_as_check_writes_them(preview: Preview) -> None:
    state = asked(preview, secret(preview, "state", page="/")).shape
    assert state == {
        "revision": 7,
        "errors": json.loads(json_form([WRONG]))["diagnostics"],
        "warnings": [],
        "page": {"path": "/", "title": "Home", "file": "content/a.md", "line": 1, "draft": "Draft"},
        "changed": [{"path": "/", "title": "Home", "file": "content/a.md"}],
    }


@pytest.mark.slow
@pytest.mark.parametrize(
    ("said", "page"),
    [
        ("/facts/", "/facts/"),
        ("/%D8%AD%D9%84%D8%A8/", "/حلب/"),
        ("/حلب/", "/حلب/"),
        ("//evil.com/", "/404.html"),
        ("/../x", "/404.html"),
        ("facts", "/404.html"),
        ("", "/404.html"),
        ("\0", "/404.html"),
    ],
)
def test_a_page_is_named_as_a_browser_names_it(
    preview: Preview, live: FakeLive, said: str, page: str
) -> None:
    assert asked(preview, secret(preview, "state", page=said)).status == 200
    assert live.states == [page]


def test_a_place_comes_with_the_address_that_opens_it(preview: Preview, live: FakeLive) -> None:
    answer = asked(
        preview, secret(preview, "place", page="/facts/", id="fact-killed", text="the fighting & more")
    )
    assert answer.shape == {
        "file": "content/articles/a b#c.md",
        "line": 3,
        "column": 5,
        "url": "vscode://file/an/archive/content/articles/a%20b%23c.md:3:5",
    }
    assert live.placed == [("/facts/", "fact-killed", "the fighting & more")]


def test_what_is_written_nowhere_is_not_found(preview: Preview) -> None:
    assert asked(preview, secret(preview, "place", page="/")).status == 404
    assert asked(preview, secret(preview, "fact", id="doc#other")).status == 404
    assert asked(preview, secret(preview, "fact")).status == 404


def test_the_place_that_a_diagnostic_names_is_opened_in_the_folder_and_nowhere_else(preview: Preview) -> None:
    named = {"file": "content/a.md", "line": "14", "column": "19"}
    assert asked(preview, secret(preview, "place", **named)).shape == {
        "file": "content/a.md",
        "line": 14,
        "column": 19,
        "url": "vscode://file/an/archive/content/a.md:14:19",
    }
    for wrong in ({"file": "../x"}, {"file": "/etc/x"}, {"file": "\0"}, {"line": "0"}, {"column": ""}):
        assert asked(preview, secret(preview, "place", **(named | wrong))).status == 404


def test_a_fact_comes_with_its_steps(preview: Preview) -> None:
    assert asked(preview, secret(preview, "fact", id="doc#key")).shape == {
        "fact": "doc#key",
        "steps": ["one"],
    }


def test_without_an_editor_there_is_no_address() -> None:
    with previewed(FakeLive(), editor="none") as preview:
        assert asked(preview, secret(preview, "place", id="x")).shape["url"] == ""


@pytest.mark.parametrize("editor", sorted(set(FORMS) - {"none"}))
def test_every_editor_is_told_file_line_and_column(editor: str) -> None:
    address = address_in_editor(form_of(editor), Path("/an archive"), Place("content/é?&.md", 12, 34))
    assert address.startswith(f"{FORMS[editor].partition(':')[0]}:")
    assert "/an%20archive/content/%C3%A9%3F%26.md" in address
    assert "12" in address
    assert "34" in address


def test_an_editor_of_one_s_own_is_given_by_its_form() -> None:
    form = form_of("emacs://open?url={file}&line={line}")
    assert address_in_editor(form, Path("/a"), Place("b.md", 1, 2)) == "emacs://open?url=/a/b.md&line=1"


@pytest.mark.parametrize(
    "editor",
    ["vs code", "", "javascript:alert({file})", "data:text/html,{file}", "x://y", "{file}", "x:{file}{y}"],
)
def test_what_is_no_editor_is_the_operator_s_mistake(editor: str) -> None:
    with pytest.raises(UsageError, match="no editor is known"):
        form_of(editor)
