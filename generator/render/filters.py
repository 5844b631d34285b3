"""What templates may do to a value: write it in the site's language, or lead to it from where they stand."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from jinja2 import Environment, pass_context, pass_environment
from jinja2.runtime import Context
from markupsafe import Markup

from generator.model.fact import AsOf
from generator.model.prose import Prose, Weft
from generator.model.site import Site
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


# Jinja works out once what a filter makes of a constant, and what it compiles serves all sites in a language.
# So a filter that asks for more of a page or a site than its language takes the context, and is asked anew.


@pass_context
def url(context: Context, target: str) -> str:
    """A path of the site from the page being rendered; from the root on a page served anywhere (404)."""
    return WAYS.get()[target]


@pass_context
def absolute(context: Context, target: str) -> str:
    """A path of the site as a full address."""
    return _site(context.environment).absolute(target)


@pass_context
def asset(context: Context, file: str) -> str:
    """A static file of the theme, from the page being rendered."""
    addresses = _known(context.environment)["addresses"]
    if file not in addresses:
        raise LookupError(f"the theme has no file static/{file} that is published by itself")
    return url(context, addresses[file])


@pass_environment
def day(environment: Environment, value: date, form: str = "medium") -> str:
    """A day in the forms long, medium, short, month, month_name."""
    return day_text(value, _site(environment).language, form)


@pass_environment
def as_of(environment: Environment, value: AsOf, form: str = "short") -> str:
    """The day for which a figure is true, with its doubts."""
    return as_of_text(value, _site(environment).language, form)


@pass_environment
def num(environment: Environment, value: Decimal | int) -> str:
    """A number."""
    return number(value, _site(environment).language)


@pass_environment
def counted(environment: Environment, value: int, one: str, many: str) -> str:
    """A number with its noun."""
    return count(value, one, many, _site(environment).language)


@pass_environment
def tongue(environment: Environment, value: str) -> str:
    """The name of a language, from its tag."""
    return language_name(value, _site(environment).language)


@pass_environment
def prose(environment: Environment, value: Prose, wefts: tuple[Weft, ...] = ()) -> Markup:
    """A text with its quotations and mentions woven in; a table stands in a box where it may scroll."""
    woven = weave(value, wefts, WAYS.get().__getitem__, "outside")
    if TABLE not in woven:
        return woven
    named = escape(table_name(_site(environment).language))
    box = f'<div class="scroller" tabindex="0" role="region" aria-label="{named}">{TABLE}'
    return Markup(str(woven).replace(TABLE, box).replace(TABLE_END, f"{TABLE_END}</div>"))  # noqa: S704  # woven


def _site(environment: Environment) -> Site:
    site: Site = _known(environment)["site"]
    return site


def _known(environment: Environment) -> Mapping[str, Any]:
    """What every template knows: the same on all pages, so that it need not be looked for on each."""
    return environment.globals


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
