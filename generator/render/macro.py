"""A macro of a template, called in as few steps as Python allows."""

from types import BuiltinMethodType, FunctionType
from typing import Any

from jinja2 import Environment
from jinja2.runtime import Macro as JinjaMacro
from jinja2.utils import missing


class Macro(JinjaMacro):
    """A macro of a template that always escapes."""

    def __init__(self, environment: Environment, func: FunctionType, *given: Any) -> None:
        super().__init__(environment, func, *given)
        self._special = self.caller or self.catch_kwargs or self.catch_varargs
        if not self._special:
            func.__defaults__ = (missing,) * self._argument_count
        self.plain = func
        """What it does, for a call with at most `most` arguments and none by name."""
        self.most = -1 if self._special else self._argument_count

    def __call__(self, *args: Any, **named: Any) -> Any:
        """The markup that it makes of its arguments."""
        left = self.arguments[len(args) :]
        if self._special or len(args) > self._argument_count or (named and not named.keys() <= set(left)):
            return super().__call__(*args, **named)
        if left:
            args = (*args, *[named.get(name, missing) for name in left])
        return self._func(*args)

    def _invoke(self, arguments: list[Any], autoescape: bool) -> str:
        written = self._func(*arguments)
        return written if autoescape else str(written)


AS_THEY_ARE = frozenset({Macro, BuiltinMethodType})
"""What needs nothing but its arguments: macros, and what Python brings with it, as `isoformat` of a day."""
