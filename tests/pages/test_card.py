"""The first sentence of a document stands for it in lists and in what other sites show of it."""

import pytest

from tests.archive import PLACES, article
from tests.archive import examined as examined_of

CAPTION = '![A map](../assets/map.png "The front. Drawn today.")'


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("It began\nat dawn. Then more.", "It began at dawn."),
        (f"{CAPTION}\n\nIt began at dawn. Then more.", "It began at dawn."),
        ("## The day\n\n**It** began at dawn.", "It began at dawn."),
        (f"# The day\n\n{CAPTION}\n\n- It began at dawn.\n- It ended.", "It began at dawn."),
        ("It began at dawn.\n\n## The day", "It began at dawn."),
        ("## Nothing but a heading", "Nothing but a heading"),
    ],
)
def test_it_is_taken_from_the_running_text(body: str, sentence: str) -> None:
    files = PLACES | {"assets/map.png": "", "articles/2024-01-01-a.md": article(day="2024-01-01", body=body)}
    (document,) = examined_of(files).archive.documents
    assert document.teaser == sentence
