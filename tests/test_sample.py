"""The sample archive: what five texts on one week say, and that every figure leads to its sentence."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from generator.asked import Options
from generator.examined import Examined, examine
from generator.model.fact import Value
from generator.model.verdict import Finding, FindingName, Verdict
from tests import readpages
from tests.archive import ROOT, built, files_in, pages_of

KILLED = "aleppo-offensive/killed"


def verdict(sample: Examined, key: str) -> Verdict:
    return sample.judged.now[f"aleppo-offensive/{key}"]


def printed(sample: Examined, *facts: str) -> list[Value]:
    return [sample.archive.fact[fact].printed for fact in facts]


def numbers(*values: int) -> list[Decimal]:
    return [Decimal(value) for value in values]


def stale_in(sample: Examined, key: str) -> list[Value]:
    found = verdict(sample, key).by_fact.items()
    return printed(sample, *(fact for fact, findings in found if FindingName.STALE in names(findings)))


def names(findings: Iterable[Finding]) -> list[FindingName]:
    return [finding.name for finding in findings]


def test_the_sample_has_no_mistakes_and_no_warnings(sample: Examined) -> None:
    assert sample.diagnostics == ()


def test_the_sample_silences_what_is_true_of_its_two_digests_and_nothing_else(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    for file in (tmp_path / "content").rglob("*.md"):
        file.write_text(re.sub(r"^silence:\n(  .*\n)+", "", file.read_text(), flags=re.MULTILINE))
    found = examine(tmp_path, Options(), lambda stage: None)
    assert [(problem.file.rpartition("/")[2][11:20], problem.code) for problem in found.diagnostics] == [
        ("car-bombs", "summary-covers-nothing"),
        *([("car-bombs", "takeaway-unsupported")] * 4),
        *([("car-bombs", "stale-print")] * 2),
        ("offensive", "summary-covers-nothing"),
        *([("offensive", "takeaway-unsupported")] * 2),
    ]


def test_five_documents_give_the_deaths_and_one_origin_asserts_them(sample: Examined) -> None:
    killed = verdict(sample, "killed")
    assert (killed.documents, killed.origins) == (5, ("sohr",))


def test_the_deaths_are_revised_from_200_to_277(sample: Examined) -> None:
    assert printed(sample, *verdict(sample, "killed").series["sohr"]) == numbers(200, 240, 242, 277)


def test_of_the_deaths_only_121_is_stale(sample: Examined) -> None:
    assert stale_in(sample, "killed") == numbers(121)


def test_of_the_civilians_only_20_is_stale(sample: Examined) -> None:
    assert stale_in(sample, "killed-civilians") == numbers(20)


def test_four_documents_give_the_displaced_and_one_origin_asserts_them(sample: Examined) -> None:
    displaced = verdict(sample, "displaced")
    assert (displaced.documents, len(displaced.origins)) == (4, 1)


def test_the_day_it_began_is_contested_and_nobody_is_named_for_it(sample: Examined) -> None:
    began = verdict(sample, "began")
    assert FindingName.CONTESTED in began.names
    assert set(printed(sample, *began.facts)) == {date(2024, 11, day) for day in (27, 28, 29)}
    silent = [fact for fact, findings in began.by_fact.items() if FindingName.UNATTRIBUTED in names(findings)]
    assert (len(silent), began.documents, began.origins) == (5, 5, ())


def test_whether_the_entry_was_resisted_is_contested(sample: Examined) -> None:
    resistance = verdict(sample, "resistance")
    assert FindingName.CONTESTED in resistance.names
    assert set(printed(sample, *resistance.facts)) == {"resisted", "unopposed"}


def test_the_parts_of_the_first_toll_leave_18_open(sample: Examined) -> None:
    found = [finding for finding in verdict(sample, "killed").findings if finding.name == "unaccounted"]
    assert [finding.amount for finding in found] == [Decimal(18)]
    assert found[0].facts[0] == "2024-11-28-surprise-offensive-in-aleppo-province#killed"


@pytest.mark.parametrize("name", ["corroborated", "incompatible", "parts-do-not-add", "grade-too-high"])
def test_nothing_in_the_sample_is(sample: Examined, name: str) -> None:
    having = [
        found.measure
        for found in sample.judged.now.values()
        if name in found.names or any(name in names(findings) for findings in found.by_fact.values())
    ]
    assert having == []


def test_every_quotation_is_marked_on_its_page_under_the_anchor_of_its_fact(
    sample: Examined, sample_site: Path
) -> None:
    for document in sample.archive.documents:
        root = readpages.page(sample_site / f"{document.day:%Y/%m/%d}" / document.slug / "index.html")
        for fact in document.facts:
            (anchor,) = root.xpath("//*[@id=$id]", id=f"fact-{fact.key}")
            marks = anchor.xpath("ancestor-or-self::mark/following::mark | ancestor-or-self::mark")
            assert marks, f"{fact.id} is not in a mark"
            marked = " ".join(" ".join(mark.itertext()) for mark in marks)
            assert letters(marked).startswith(letters(fact.quote)), fact.id


def letters(text: str) -> str:
    """Letters and digits alone: a quotation is split where a link or a line ends in it."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def test_every_address_in_facts_json_leads_to_an_anchor_of_the_site(sample_site: Path) -> None:
    measures = json.loads((sample_site / "facts.json").read_bytes())["measures"]
    addresses = [fact["url"] for measure in measures for fact in measure["facts"]]
    assert len(addresses) == 36
    for address in addresses:
        parts = urlsplit(address)
        root = readpages.page(sample_site / parts.path.lstrip("/") / "index.html")
        assert root.xpath("//*[@id=$id]", id=parts.fragment), address


@pytest.mark.slow
def test_as_known_on_the_28th_about_200_were_killed() -> None:
    then = examine(ROOT, Options(as_of=date(2024, 11, 28)), lambda stage: None)
    killed = then.judged.now[KILLED]
    assert (killed.documents, printed(then, killed.latest or "")) == (1, numbers(200))
    assert {page.partition("/2024/11/")[2][:2] for page in pages_of(then) if "/2024/11/" in page} == {
        "",
        "28",
    }


@pytest.mark.slow
def test_two_builds_are_equal_to_the_byte(sample_site: Path, tmp_path: Path) -> None:
    built(ROOT, tmp_path / "again")
    assert files_in(tmp_path / "again") == files_in(sample_site)


@pytest.mark.slow
def test_another_place_day_hash_seed_and_language_of_the_machine_change_no_byte(
    sample_site: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "another place" / "архив"
    shutil.copytree(ROOT / "content", elsewhere / "content")
    for seed, zone, locale in (("1", "Pacific/Kiritimati", "C"), ("77", "America/New_York", "tr_TR.UTF-8")):
        output = tmp_path / seed
        machine = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-m", "generator", "build", elsewhere, "--no-search", "-o", output]
        subprocess.run(command, check=True, env=os.environ | machine, capture_output=True, cwd=tmp_path)
        assert files_in(output) == files_in(sample_site)
