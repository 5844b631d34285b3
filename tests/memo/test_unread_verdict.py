"""A verdict that was kept is read only when more is wanted of it than the outcome."""

import pickle
from dataclasses import fields
from decimal import Decimal

import pytest

from generator.memo.digests import Digests
from generator.memo.unreadverdict import UnreadVerdict
from generator.model.verdict import Finding, FindingName, Verdict

SEEN = Finding(FindingName.CORROBORATED, ("a#killed", "b#killed"))
LATE = Finding(FindingName.STALE, ("c#killed",), Decimal("2.50"))
OTHER = Finding(FindingName.SUPERSEDED, ("d#killed",))
KILLED = Verdict(
    measure="offensive/killed",
    facts=("a#killed", "b#killed", "c#killed"),
    documents=3,
    origins=("afp", "sohr"),
    low=Decimal(200),
    high=Decimal(242),
    latest="b#killed",
    current=("a#killed", "b#killed"),
    series={"sohr": ("a#killed", "b#killed")},
    findings=(SEEN,),
    by_fact={"a#killed": (SEEN,), "c#killed": (LATE,)},
    other_units=(Verdict("offensive/killed", unit="families", by_fact={"d#killed": (OTHER,)}),),
)


def kept(verdict: Verdict) -> UnreadVerdict:
    """The verdict as it comes back from the store of a run before."""
    content = Digests().codec.encode(Verdict, verdict)
    back = Digests().codec.decode(Verdict, content)
    assert isinstance(back, UnreadVerdict)
    return back


def refused(verdict: UnreadVerdict) -> Verdict:
    """It is not to be read."""
    raise NotImplementedError


def test_the_outcome_is_known_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    verdict = kept(KILLED)
    monkeypatch.setattr(UnreadVerdict, "read", refused)
    for name in (*UnreadVerdict.known, "names", "about_facts"):
        assert getattr(verdict, name) == getattr(KILLED, name)
    assert verdict.about_facts == (FindingName.CORROBORATED, FindingName.STALE, FindingName.SUPERSEDED)
    with pytest.raises(NotImplementedError):
        verdict.low  # noqa: B018 -- it is read, which nothing does here


def test_it_is_the_verdict_that_was_kept() -> None:
    back = kept(KILLED)
    assert back == KILLED
    assert back == KILLED
    assert kept(KILLED) == back
    for field in fields(Verdict):
        assert getattr(back, field.name) == getattr(KILLED, field.name)
    assert back.about("d#killed") == (OTHER,)


def test_what_is_forgotten_is_read_again() -> None:
    back = kept(KILLED)
    assert back.low == Decimal(200)
    back.forget()
    back.forget()
    assert back.latest == "b#killed"
    assert back == KILLED


def test_read_or_not_it_counts_as_the_same() -> None:
    digests = Digests()
    assert digests.of(kept(KILLED)) == digests.of(KILLED)
    assert digests.of(kept(Verdict("offensive/killed"))) != digests.of(KILLED)


def test_another_process_gets_it_read() -> None:
    sent = pickle.loads(pickle.dumps(kept(KILLED)))  # noqa: S301 -- our own
    assert type(sent) is Verdict
    assert sent == KILLED
