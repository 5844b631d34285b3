"""A fact that was kept is read only when more is wanted of it than where it belongs."""

import pickle
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal

import pytest

from generator.memo.digests import Digests
from generator.memo.unreadfact import UnreadFact
from generator.model.fact import AsOf, Fact, Status

KILLED = Fact(
    id="2024-11-29-edge#killed",
    measure="offensive/killed",
    document="2024-11-29-edge",
    source="afp",
    published=date(2024, 11, 29),
    as_of=AsOf(date(2024, 11, 28), approximate=True),
    value=Decimal("1.50"),
    origin="sohr",
    according_to="rami",
    supersedes=("2024-11-28-before#killed",),
    status=Status.CORRECTED,
    decided=date(2024, 11, 30),
)


def kept(fact: Fact) -> UnreadFact:
    """The fact as it comes back from the store of a run before."""
    content = Digests().codec.encode(Fact, fact)
    back = Digests().codec.decode(Fact, content)
    assert isinstance(back, UnreadFact)
    return back


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was wanted of facts for which they had to be read."""
    wanted: list[str] = []
    read = UnreadFact.__getattr__

    def noted(fact: UnreadFact, name: str) -> object:
        wanted.append(name)
        return read(fact, name)

    monkeypatch.setattr(UnreadFact, "__getattr__", noted)
    return wanted


def test_where_it_belongs_is_known_before_it_is_read(reads: list[str]) -> None:
    fact = kept(KILLED)
    for name in UnreadFact.known:
        assert getattr(fact, name) == getattr(KILLED, name)
    assert isinstance(fact.status, Status)
    assert reads == []
    assert fact.value == Decimal("1.50")
    assert reads == ["value"]


@pytest.mark.parametrize("status", [None, *Status])
def test_it_is_the_fact_that_was_kept(status: Status | None) -> None:
    fact = replace(KILLED, status=status)
    back = kept(fact)
    assert back == fact
    assert fact == back
    assert hash(back) == hash(fact)
    assert kept(fact) == back
    for field in fields(Fact):
        assert getattr(back, field.name) == getattr(fact, field.name)


def test_what_is_forgotten_is_read_again(reads: list[str]) -> None:
    fact = kept(KILLED)
    assert fact.value == Decimal("1.50")
    fact.forget()
    fact.forget()
    assert fact.measure == KILLED.measure
    assert fact.value == Decimal("1.50")
    assert reads == ["value", "value"]
    assert fact == KILLED


def test_one_that_differs_in_anything_is_another() -> None:
    other = replace(KILLED, value=Decimal("1.5"), quote="one and a half")
    assert kept(KILLED) != other
    assert kept(KILLED) != kept(other)
    assert kept(KILLED) != KILLED.id


def test_read_or_not_it_counts_as_the_same() -> None:
    digests = Digests()
    unread = kept(KILLED)
    assert digests.of(unread) == digests.of(KILLED)
    assert digests.codec.encode(Fact, unread) == digests.codec.encode(Fact, KILLED)
    assert digests.of(kept(replace(KILLED, reason="misread"))) != digests.of(KILLED)


def test_what_is_made_of_it_is_a_fact_like_any_other() -> None:
    decided = replace(kept(KILLED), status=None)
    assert type(decided) is Fact
    assert decided == replace(KILLED, status=None)
    sent = pickle.loads(pickle.dumps(kept(KILLED)))  # noqa: S301 -- our own
    assert type(sent) is Fact
    assert sent == KILLED


def test_it_has_nothing_that_a_fact_has_not() -> None:
    assert not hasattr(kept(KILLED), "figure")
