"""The guard: reads YAML from its events, and lets through only what front matter needs.

Nothing is ever constructed, so no tag can run, no alias can multiply and no depth can overflow a stack.
"""

import re
from typing import Any

import yaml

from generator.model.diagnostic import Diagnostic, Mark
from generator.read.frontmatter.explain import Seen, explain
from generator.read.frontmatter.grow import Growing
from generator.read.frontmatter.lines import Lines
from generator.read.frontmatter.tree import Guarded
from generator.read.limits import FRONT_MATTER, size

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml where PyYAML was built with it."""

# YAML 1.1 takes the last three for line ends, which no editor does; the others no YAML may hold.
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\u2028\u2029]")


def guard(
    lines: Lines, start: int, end: int, top: Mark, *, fenced: bool = True, loader: Any = LOADER
) -> Guarded:
    """The front matter `lines.text[start:end]`; `top` is the mark of the whole."""
    text = lines.text[start:end]
    if len(text.encode("utf-8")) > FRONT_MATTER:
        message = f"the front matter is larger than {size(FRONT_MATTER)}"
        return _refused(Diagnostic("too-large", "", top, message, "move long texts below it"))
    if control := CONTROL.search(text):
        place = start + control.start()
        message = f"the invisible sign U+{ord(control[0]):04X} stands here"
        return _refused(
            Diagnostic("control-character", "", lines.mark(place, place + 1), message, "delete it")
        )
    growing = Growing(lines, start, top, fenced=fenced)
    try:
        events = loader(text)
        while type(event := events.get_event()) is not yaml.StreamEndEvent and growing.take(event):
            pass
    except yaml.MarkedYAMLError as error:
        seen = Seen(lines, start, end, last=growing.last, open_brackets=growing.open_brackets)
        return growing.stopped(explain(error, seen))
    except (yaml.YAMLError, ValueError, ArithmeticError, LookupError):
        # What PyYAML itself does not foresee in a damaged text, such as a version of 5,000 digits.
        return growing.stopped(Diagnostic("not-yaml", "", top, "this front matter cannot be read as YAML"))
    return growing.grown()


def _refused(problem: Diagnostic) -> Guarded:
    return Guarded(None, problems=(problem,))
