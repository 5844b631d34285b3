"""Languages and time zones as an author types them."""

import re
from typing import Annotated
from zoneinfo import available_timezones

from pydantic import BeforeValidator, Field

from generator.model.nearest import nearest
from generator.model.written.mistake import Mistake, quoted
from generator.model.written.text import line_of

LANGUAGE = r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-[a-z0-9]{5,8})*"


def language_of(value: object) -> str:
    """A language tag: `en`, `ar`, `pt-BR`, `zh-Hant`."""
    text = line_of(value)
    if re.fullmatch(LANGUAGE, text):
        return text
    tidy = _tidied(text)
    hint = f"write {tidy}" if re.fullmatch(LANGUAGE, tidy) else "write a tag such as en, ar, fr or pt-BR"
    raise Mistake("not-a-language", f"{quoted(text)} is not a language tag", hint)


def timezone_of(value: object) -> str:
    """The name of a time zone: `UTC`, `Asia/Damascus`."""
    text = line_of(value)
    # A machine without a time zone database still knows UTC.
    known = available_timezones() | {"UTC"}
    if text in known:
        return text
    meant = nearest(text, known)
    hint = f'did you mean "{meant}"?' if meant else "write a name such as Asia/Damascus or UTC"
    raise Mistake("not-a-timezone", f"{quoted(text)} is not a time zone", hint)


def _tidied(text: str) -> str:
    first, *rest = text.replace("_", "-").split("-")
    shaped = [part.upper() if len(part) == 2 else part.title() if len(part) == 4 else part for part in rest]
    return "-".join([first.lower(), *shaped])


Language = Annotated[str, BeforeValidator(language_of), Field(pattern=f"^{LANGUAGE}$")]
Timezone = Annotated[str, BeforeValidator(timezone_of)]
