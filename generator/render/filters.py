"""What templates may do to a value: write it in the site's language, or lead to it from where they stand."""

from datetime import date
from decimal import Decimal
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from generator.model.fact import AsOf
from generator.model.prose import Prose, Weft
from generator.render.escape import escape
from generator.render.hosts import telling_host
from generator.render.ways import WAYS
from generator.render.weave import weave
from generator.words.days import as_of_text, day_text
from generator.words.languages import language_name
from generator.words.numbers import count, number
from generator.words.tables import table_name

TABLE, TABLE_END = "<table>", "</table>"
"""They stand in a woven text only where a table begins and ends, since all text is escaped."""


@pass_context  # so that Jinja does not work it out for all pages at once where the target is a constant
def url(context: Context, target: str) -> str:
    """A path of the site from the page being rendered; from the root on a page served anywhere (404)."""
    return WAYS.get()[target]


@pass_context
def absolute(context: Context, target: str) -> str:
    """A path of the site as a full address."""
    return str(context["site"].absolute(target))


@pass_context
def asset(context: Context, file: str) -> str:
    """A static file of the theme, from the page being rendered."""
    addresses = context["addresses"]
    if file not in addresses:
        raise LookupError(f"the theme has no file static/{file} that is published by itself")
    return url(context, addresses[file])


@pass_context
def day(context: Context, value: date, form: str = "medium") -> str:
    """A day in the forms long, medium, short, month, month_name."""
    return day_text(value, context["site"].language, form)


@pass_context
def as_of(context: Context, value: AsOf, form: str = "short") -> str:
    """The day for which a figure is true, with its doubts."""
    return as_of_text(value, context["site"].language, form)


@pass_context
def num(context: Context, value: Decimal | int) -> str:
    """A number."""
    return number(value, context["site"].language)


@pass_context
def counted(context: Context, value: int, one: str, many: str) -> str:
    """A number with its noun."""
    return count(value, one, many, context["site"].language)


@pass_context
def tongue(context: Context, value: str) -> str:
    """The name of a language, from its tag."""
    return language_name(value, context["site"].language)


@pass_context
def prose(context: Context, value: Prose, wefts: tuple[Weft, ...] = ()) -> Markup:
    """A text with its quotations and mentions woven in; a table stands in a box where it may scroll."""
    woven = weave(value, wefts, WAYS.get().__getitem__, "outside")
    if TABLE not in woven:
        return woven
    named = escape(table_name(context["site"].language))
    box = f'<div class="scroller" tabindex="0" role="region" aria-label="{named}">{TABLE}'
    return Markup(str(woven).replace(TABLE, box).replace(TABLE_END, f"{TABLE_END}</div>"))  # noqa: S704  # woven


FILTERS: dict[str, Any] = {
    "url": url,
    "absolute": absolute,
    "asset": asset,
    "day": day,
    "as_of": as_of,
    "num": num,
    "counted": counted,
    "tongue": tongue,
    "prose": prose,
    "telling_host": telling_host,
}
