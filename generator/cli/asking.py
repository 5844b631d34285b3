"""Questions to a person at a terminal; where there is none, the option that would have answered."""

import sys
from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

import click

from generator.errors import UsageError
from generator.model.written.mistake import Mistake
from generator.scaffold.choose import meant, suggestion
from generator.scaffold.known import Named

T = TypeVar("T")
NO_TERMINAL = "there is no terminal to ask at"
SHOWN = 30
"""Entries of a list that are shown; the others can still be named."""


class Typed(click.ParamType[T], Generic[T]):
    """What may be typed, read as strictly as in front matter."""

    def __init__(self, name: str, read: Callable[[object], T]) -> None:
        self.name = name
        self._read = read

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> T:
        """The value, or the reader's own words on why it is none."""
        try:
            return self._read(value)
        except Mistake as mistake:
            self.fail("; ".join(filter(None, (mistake.message, mistake.hint))), param, ctx)


def at_terminal() -> bool:
    """Whether a person can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def needed(given: T | None, option: str, question: str, kind: Typed[T], proposed: str | None = None) -> T:
    """What was given, or the answer to the question; `proposed` is taken on Enter."""
    if given is not None:
        return given
    if not at_terminal():
        raise UsageError(f"{option} is missing", f"{NO_TERMINAL}; {_how(option, kind.name)}")
    answer: T = click.prompt(
        question, err=True, default=proposed, value_proc=lambda typed: kind.convert(typed, None, None)
    )
    return answer


def welcome(given: T | None, question: str, kind: Typed[T]) -> T | None:
    """As `needed`, for what may be left out: Enter skips it, and without a terminal nothing is asked."""
    if given is not None or not at_terminal():
        return given
    answer: T | None = click.prompt(
        f"{question} (Enter to skip)",
        err=True,
        default="",
        show_default=False,
        value_proc=lambda typed: kind.convert(typed, None, None) if typed.strip() else None,
    )
    return answer


def needed_one(given: str | None, option: str, noun: str, among: Sequence[Named]) -> Named:
    """One of the archive's own, named or chosen from a list."""
    if given is not None:
        return one_of(given, noun, among)
    if not among:
        raise UsageError(f"this archive has no {noun} yet", f'make one first: dateline new {noun} "Its name"')
    if not at_terminal():
        hint = f"{NO_TERMINAL}; add {option} and one of: {_listed(among)}"
        raise UsageError(f"{option} is missing", hint)
    _show(among)
    answer: Named = click.prompt(
        f"{noun.capitalize()}: number or name",
        err=True,
        value_proc=lambda typed: _chosen(typed, noun, among),
    )
    return answer


def welcome_several(given: Sequence[str], noun: str, among: Sequence[Named]) -> tuple[Named, ...]:
    """Some of the archive's own, named or chosen from a list; Enter chooses none."""
    if given or not among or not at_terminal():
        return tuple(one_of(name, noun, among) for name in given)
    _show(among)
    answer: tuple[Named, ...] = click.prompt(
        f"{noun.capitalize()}s: numbers or names with commas between (Enter to skip)",
        err=True,
        default="",
        show_default=False,
        value_proc=lambda typed: tuple(
            _chosen(word, noun, among) for word in typed.split(",") if word.strip()
        ),
    )
    return tuple(dict.fromkeys(answer))


def one_of(typed: str, noun: str, among: Sequence[Named]) -> Named:
    """The one that is meant by an id, name or alias. Raises UsageError."""
    if found := meant(typed, among):
        return found
    near = suggestion(typed, among)
    make = f'make it first: dateline new {noun} "{typed}"'
    hint = f'did you mean "{near}"? If not, {make}' if near else make
    raise UsageError(f'no {noun} of this archive is called "{typed}"', hint)


def _chosen(typed: str, noun: str, among: Sequence[Named]) -> Named:
    if found := meant(typed, among, numbered=True):
        return found
    near = suggestion(typed, among)
    hint = f'did you mean "{near}"?' if near else "write a number of the list, an id or a name"
    raise click.BadParameter(f'no {noun} is called "{typed.strip()}"; {hint}')


def _show(among: Sequence[Named]) -> None:
    for number, one in enumerate(among[:SHOWN], 1):
        told = one.name if one.name == one.id else f"{one.name} ({one.id})"
        click.echo(f"{number:>4}  {told}", err=True)
    if len(among) > SHOWN:
        click.echo(f"      and {len(among) - SHOWN:,} more, by id or name", err=True)


def _listed(among: Sequence[Named]) -> str:
    ids = [one.id for one in among[:SHOWN]]
    return ", ".join(ids) + (", …" if len(among) > SHOWN else "")


def _how(option: str, value: str) -> str:
    return f"add {option} {value} to the command" if option.startswith("-") else "add it to the command"
