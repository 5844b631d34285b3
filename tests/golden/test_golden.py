"""Golden sites: small enough to read, compared to the byte.

`pytest tests/golden --update-golden` writes what is built now as what is expected; read the difference.
"""

import shutil
from pathlib import Path

import pytest

from tests.archive import ROOT, built, files_in

pytestmark = pytest.mark.slow

SITES = sorted(folder for folder in (ROOT / "tests" / "sites").iterdir() if (folder / "content").is_dir())


@pytest.mark.parametrize("case", SITES, ids=lambda case: case.name)
def test_the_site_is_built_as_expected_with_the_theme_beside_its_content(
    case: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    built(case, tmp_path / "site")
    if request.config.getoption("--update-golden"):
        shutil.rmtree(case / "expected", ignore_errors=True)
        ignored = shutil.ignore_patterns(".dateline.json")
        shutil.copytree(tmp_path / "site", case / "expected", ignore=ignored)
    site, expected = files_in(tmp_path / "site"), files_in(case / "expected")
    assert sorted(site) == sorted(expected)
    for path, content in site.items():
        assert content.decode() == expected[path].decode(), path
