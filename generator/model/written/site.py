"""The site as an author describes it: `content/site.yaml`."""

from typing import Annotated

from pydantic import Field

from generator.model.level import Level
from generator.model.written.addresses import BaseUrl
from generator.model.written.base import Written
from generator.model.written.choices import choice
from generator.model.written.ids import Id
from generator.model.written.places import Language, Timezone
from generator.model.written.text import Line, Text, Title, Truth


class WrittenSite(Written):
    """What holds for the whole site."""

    title: Title = Field(description="The name of the site.", examples=["Aleppo briefing"])
    description: Text = Field("", description="The site in a sentence.")
    base_url: BaseUrl = Field(
        description="Where the site will stand, from https:// on.", examples=["https://example.org/"]
    )
    language: Language = Field("en", description="The language of the site's own words.")
    timezone: Timezone = Field("UTC", description="The time zone in which its days begin.")
    theme: Id = Field("default", description="The folder in themes/ that draws it.")
    author: Line = Field("", description="Who publishes it.")
    notice: Text = Field("", description="A sentence shown on every page.")
    pagefind: Line | None = Field(None, description="A Pagefind program to use instead of the installed one.")
    offline: Truth = Field(
        False,
        description="Let browsers keep the pages that a reader has opened, and install the site.",
        examples=[True],
    )
    checks: dict[Id, Annotated[Level, choice(Level)]] = Field(
        {},
        description="The level of a rule, by its code: off, warning or error.",
        examples=[{"stale-print": "off"}],
    )
