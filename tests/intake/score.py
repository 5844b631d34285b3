"""How many of the figures that were listed by hand an import proposes, and how well.

python -m tests.intake.score FOLDER     the texts of a folder, recognised by their SHA-256
python -m tests.intake.score            our own texts
"""

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from generator.intake.figures import Proposal
from generator.intake.finding import find_all
from generator.intake.found import Found
from generator.intake.into import Into, look_into
from generator.intake.wishes import Wishes
from generator.read.mentions import AliasIndex

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
NEAR = date(2024, 12, 1)


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over some texts."""

    listed: int = 0
    proposed: int = 0
    found: int = 0
    """Listed and proposed with the right number or day."""
    qualifier: int = 0
    """Of those found: with the right qualifier."""
    origin: int = 0
    via: int = 0
    both: int = 0
    """Of those found: qualifier, origin and via all right."""
    asked: int = 0
    """Of those found: a measure of the sample archive answers to it."""
    measure: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(*(getattr(self, field.name) + getattr(other, field.name) for field in fields(self)))

    def __str__(self) -> str:
        return (
            f"found {_share(self.found, self.listed)}, "
            f"of these right: qualifier {_share(self.qualifier, self.found)}, "
            f"origin {_share(self.origin, self.found)}, all of it {_share(self.both, self.found)}, "
            f"measure {_share(self.measure, self.asked)}; proposed {self.proposed}, "
            f"of them listed {_share(self.found, self.proposed)}"
        )


@dataclass(frozen=True, slots=True)
class Scored:
    """One text: its score and what went wrong."""

    name: str
    score: Score
    wrong: tuple[str, ...]


def listed(folder: str = "") -> tuple[Mapping[str, Any], ...]:
    """The texts of the list, or those of one folder beside it."""
    texts = yaml.safe_load((HERE / "figures.yaml").read_text(encoding="utf-8"))["texts"]
    return tuple(text for text in texts if text["text"].startswith(folder))


def score_of(name: str, raw: bytes, text: Mapping[str, Any], into: Into, *, given: bool = True) -> Scored:
    """Import one text and compare; with `given`, what its text does not say is told as an editor would."""
    wishes = Wishes(near=NEAR, day=text.get("given", {}).get("date") if given else None)
    found = find_all(name, raw, wishes, into)
    assert isinstance(found, Found), found
    index = AliasIndex(into.actors)
    same = text.get("same", {})
    left = list(found.proposals)
    total, wrong = Score(listed=len(text["figures"]), proposed=len(left)), []
    for figure in text["figures"]:
        proposal = next((proposal for proposal in left if _is_it(proposal, figure)), None)
        if proposal is None:
            wrong.append(f"missed {_figure(figure)} {figure['words']}")
            continue
        left.remove(proposal)
        one = _compared(proposal, figure, index, same)
        total += one
        wrong += _faults(proposal, figure, one)
    wrong += [f"not listed: {_amount(proposal)} in: {proposal.quote}" for proposal in left]
    return Scored(name, total, tuple(wrong))


def _compared(
    proposal: Proposal, figure: Mapping[str, Any], index: AliasIndex, same: Mapping[str, str]
) -> Score:
    qualifier = proposal.qualifier == figure.get("qualifier", "exactly")
    said = proposal.speaker.name if proposal.speaker else None
    origin = _who(said, index, same) == _who(figure["origin"], index, same)
    wanted = {_who(figure["via"], index, same)} if "via" in figure else set()
    via = {_who(name, index, same) for name in proposal.via} == wanted
    key = (proposal.measure or "").rpartition("/")[2]
    return Score(
        found=1,
        qualifier=qualifier,
        origin=origin,
        via=via,
        both=qualifier and origin and via,
        asked="measure" in figure,
        measure="measure" in figure and key == figure["measure"],
    )


def _faults(proposal: Proposal, figure: Mapping[str, Any], one: Score) -> Iterator[str]:
    name = proposal.speaker.name if proposal.speaker else None
    if not one.qualifier:
        yield f"{_figure(figure)}: qualifier {proposal.qualifier}, not {figure.get('qualifier', 'exactly')}"
    if not one.origin:
        yield f"{_figure(figure)}: origin {name}, not {figure['origin']}"
    if not one.via:
        yield f"{_figure(figure)}: via {proposal.via}, not {figure.get('via')}"
    if one.asked and not one.measure:
        yield f"{_figure(figure)}: measure {proposal.measure}, not {figure['measure']}"
    if not one.asked and proposal.measure:
        yield f"{_figure(figure)}: measure {proposal.measure}, but none fits"


def _is_it(proposal: Proposal, figure: Mapping[str, Any]) -> bool:
    ends = (proposal.value, proposal.low, proposal.high)
    wanted = tuple(figure.get(key) for key in ("value", "low", "high"))
    equal = all(
        (end is None and want is None)
        or (end is not None and want is not None and str(_plain(end)) == str(_plain(want)))
        for end, want in zip(ends, wanted, strict=True)
    )
    return equal and all(
        word.casefold() in " ".join(proposal.sentence.split()).casefold() for word in figure["words"]
    )


def _plain(value: Any) -> Any:
    return value if isinstance(value, date) else float(value)


def _who(name: str | None, index: AliasIndex, same: Mapping[str, str]) -> str | None:
    """An actor's id, or a name without article in small letters."""
    if name is None:
        return None
    name = same.get(name, name)
    for form in (name, f"the {name}", name.removeprefix("the ")):
        if actor := index.resolve(form):
            return actor
    loose = {"state media": "syrian-state-media"}
    bare = name.casefold().removeprefix("the ")
    return loose.get(bare, bare)


def _figure(figure: Mapping[str, Any]) -> str:
    return str(figure.get("value", f"{figure.get('low')} to {figure.get('high')}"))


def _amount(proposal: Proposal) -> str:
    return str(proposal.value if proposal.value is not None else f"{proposal.low} to {proposal.high}")


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole}" + (f" ({100 * part / whole:.0f} %)" if whole else "")


def our_own(folder: str) -> tuple[Scored, ...]:
    """The scores of our own texts in a folder beside this file."""
    into = look_into(ROOT)
    return tuple(
        score_of(text["text"], (HERE / text["text"]).read_bytes(), text, into) for text in listed(folder)
    )


def total(scores: Iterable[Scored]) -> Score:
    """All counts together."""
    return sum((scored.score for scored in scores), Score())


def main() -> None:
    """Print the scores."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    if folder is None:
        for name in ("texts/", "unseen/", "fresh/", "last/"):
            _print(our_own(name))
        return
    into = look_into(ROOT)
    known = {text["sha256"]: text for text in listed() if "sha256" in text}
    files = [(file, file.read_bytes()) for file in sorted(folder.iterdir()) if file.is_file()]
    here = [
        (file.name, raw, known[key]) for file, raw in files if (key := sha256(raw).hexdigest()[:16]) in known
    ]
    for given in (True, False):
        print("with the day given where the text states none" if given else "with nothing given")
        _print(tuple(score_of(*one, into, given=given) for one in here))


def _print(scores: tuple[Scored, ...]) -> None:
    for scored in scores:
        print(f"{scored.name}: {scored.score}")
        for fault in scored.wrong:
            print(f"    {fault}")
    print(f"together: {total(scores)}\n")


if __name__ == "__main__":
    main()
