"""Frozen values become bytes and come back as they were."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.asked import Options
from generator.memo.codec import Codec
from generator.model.document import Document
from generator.model.verdict import Verdict
from tests.archive import sound
from tests.incremental.small import beginning

pytestmark = pytest.mark.slow


class Kind(StrEnum):
    ONE = "one"
    TWO = "two"


@dataclass(frozen=True, slots=True)
class Inner:
    number: int
    text: str | None = None


@dataclass(frozen=True)
class Value:
    figure: Decimal | date | str | None
    moment: datetime | None
    kind: Kind
    many: tuple[Inner, ...]
    pair: tuple[int, str]
    known: Mapping[str, tuple[Inner, ...]]
    some: frozenset[str]
    own: tuple["Value", ...] = ()
    unseen: int = field(default=0, compare=False)


inners = st.builds(Inner, st.integers(), st.none() | st.text())
figures = st.none() | st.text() | st.dates() | st.decimals(allow_nan=False)
plain_values = st.builds(
    Value,
    figures,
    st.none() | st.datetimes(timezones=st.just(UTC)),
    st.sampled_from(Kind),
    st.lists(inners).map(tuple),
    st.tuples(st.integers(), st.text()),
    st.dictionaries(st.text(), st.lists(inners).map(tuple)),
    st.frozensets(st.text()),
)
values = st.builds(
    lambda value, own: Value(**{name: getattr(value, name) for name in value.__dict__} | {"own": tuple(own)}),
    plain_values,
    st.lists(plain_values, max_size=2),
)


@given(values)
def test_a_value_comes_back_as_it_was(value: Value) -> None:
    codec = Codec()
    assert codec.decode(Value, codec.encode(Value, value)) == value


@given(values)
def test_equal_values_give_equal_bytes(value: Value) -> None:
    codec = Codec()
    again = codec.decode(Value, codec.encode(Value, value))
    assert codec.encode(Value, again) == codec.encode(Value, value)


@pytest.mark.parametrize(("one", "other"), [(Decimal("1"), "1"), (Decimal("1.0"), Decimal("1"))])
def test_a_number_is_no_text_and_keeps_every_digit(one: Decimal | str, other: Decimal | str) -> None:
    codec = Codec()
    kind = Decimal | date | str | None
    assert codec.encode(kind, one) != codec.encode(kind, other)
    assert repr(codec.decode(kind, codec.encode(kind, one))) == repr(one)


def test_what_does_not_count_when_values_are_compared_is_left_out() -> None:
    codec = Codec()
    value = Value(None, None, Kind.ONE, (), (1, ""), {}, frozenset(), unseen=7)
    assert codec.decode(Value, codec.encode(Value, value)).unseen == 0


def test_a_kind_that_cannot_be_kept_is_told() -> None:
    with pytest.raises(TypeError, match="cannot be kept"):
        Codec().encode(object, object())


def test_documents_and_verdicts_come_back_as_they_were() -> None:
    codec, examined = Codec(), sound(beginning(), Options(drafts=True))
    for document in examined.archive.documents:
        assert codec.decode(Document, codec.encode(Document, document)) == document
    for verdict in examined.verdicts.values():
        assert codec.decode(Verdict, codec.encode(Verdict, verdict)) == verdict
