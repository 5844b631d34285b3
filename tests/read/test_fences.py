"""Front matter stands between two lines of three hyphens at the start of the file."""

import pytest
from reading import read, told

TITLE_AND_DATE = (
    "1:1 1 no-front-matter: no front matter (put the title and the date between two lines of ---)"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", TITLE_AND_DATE),
        (" \n\n ", TITLE_AND_DATE),
        ("---", TITLE_AND_DATE),
        (
            "title: x\n",
            "1:1 1 no-front-matter: no front matter "
            "(start the file with a line of ---, then title and date, then --- again)",
        ),
        (
            "\n---\ntitle: x\n---\n",
            "1:1 1 no-front-matter: no front matter (delete everything above and before the first ---)",
        ),
        (
            "———\ntitle: x\n———\n",
            "1:1 1 no-front-matter: no front matter (write the first line with exactly three hyphens: ---)",
        ),
        (
            "---\ntitle: x\n----\nbody\n",
            "1:1 3 open-front-matter: the front matter is never closed (put a line of --- below it)",
        ),
    ],
)
def test_a_missing_fence_is_told_with_its_repair(text, expected):
    entry = read(text)
    assert told(entry) == [expected]
    assert entry.body == ""


def test_the_body_starts_on_the_line_below_the_second_fence():
    entry = read("---\ntitle: x\ndate: 2024-11-29\nsource: b\n---  \n\nOne.\n---\nTwo.\n")
    assert (entry.body, entry.body_line, entry.diagnostics) == ("\nOne.\n---\nTwo.\n", 6, ())
    assert entry.lines[entry.body_line] == "One."


def test_a_file_may_end_with_its_front_matter():
    entry = read("---\ntitle: x\ndate: 2024-11-29\nsource: b\n---")
    assert (entry.body, entry.diagnostics) == ("", ())


def test_site_yaml_has_no_fences_but_may_start_with_one():
    for start in ("", "---\n", "# The site\n"):
        assert read(start + "title: T\nbase_url: https://example.org\n", "site").diagnostics == ()
