"""Where everything stands on the site: paths from its root, with a slash at both ends."""

from datetime import date

from generator.model.actor import Actor
from generator.model.document import Document
from generator.model.fact import Fact
from generator.model.notice import Notice
from generator.model.reference import Reference
from generator.model.source import Source
from generator.model.topic import Measure, Topic

HOME = "/"
ACTORS = "/actors/"
SOURCES = "/sources/"
TOPICS = "/topics/"
FACTS = "/facts/"
SEARCH = "/search/"
METHOD = "/about/method/"
CORRECTIONS = "/corrections/"
NOT_FOUND = "/404.html"
OFFLINE = "/offline.html"
SERVICE_WORKER = "/sw.js"
WEB_MANIFEST = "/manifest.webmanifest"
FEED_ATOM = "/feed.xml"
FEED_JSON = "/feed.json"
CORRECTIONS_ATOM = "/corrections/feed.xml"
CORRECTIONS_JSON = "/corrections/feed.json"


def year_url(year: int) -> str:
    """`/2024/`."""
    return f"/{year:04d}/"


def month_url(year: int, month: int) -> str:
    """`/2024/11/`."""
    return f"/{year:04d}/{month:02d}/"


def day_url(day: date) -> str:
    """`/2024/11/29/`."""
    return f"/{day.year:04d}/{day.month:02d}/{day.day:02d}/"


def document_url(document: Document | Reference) -> str:
    """`/2024/11/29/fighters-reach-the-edge/`."""
    return f"{day_url(document.day)}{document.slug}/"


def fact_url(document: Document | Reference, fact: Fact) -> str:
    """The sentence of a fact on its document's page."""
    return f"{document_url(document)}#{fact_anchor(fact)}"


def fact_anchor(fact: Fact) -> str:
    """The id of a fact's sentence on its document's page; prefixed, so that no heading can take it."""
    return f"fact-{fact.key}"


def page_url(path: str, number: int) -> str:
    """A further page of the list at a path: `/actors/hts/page/1/`."""
    return f"{path}page/{number}/"


def notice_url(notice: Notice, page: int | None = None) -> str:
    """What is told of a document, on the newest page of corrections or on an older one."""
    return f"{CORRECTIONS if page is None else page_url(CORRECTIONS, page)}#{notice.anchor}"


def atom_url(home: str) -> str:
    """The Atom feed about the page at a path: `/actors/hts/feed.xml`."""
    return f"{home}feed.xml"


def jsonfeed_url(home: str) -> str:
    """The JSON Feed about the page at a path: `/actors/hts/feed.json`."""
    return f"{home}feed.json"


def card_url(path: str) -> str:
    """The picture that stands for a page where somebody shares it: `/2024/11/29/edge/card.png`."""
    return f"{path}card.png"


def actor_url(actor: Actor) -> str:
    """`/actors/hts/`."""
    return f"{ACTORS}{actor.id}/"


def source_url(source: Source) -> str:
    """`/sources/bfmtv/`."""
    return f"{SOURCES}{source.id}/"


def topic_url(topic: Topic) -> str:
    """`/topics/aleppo-offensive/`."""
    return f"{TOPICS}{topic.id}/"


def measure_data_url(measure: Measure, form: str) -> str:
    """One measure for machines, `form` being json or csv: `/facts/aleppo-offensive/killed.csv`."""
    return f"{FACTS}{measure.id}.{form}"


def day_data_url(day: date) -> str:
    """A day for machines: `/days/2024-11-29.json`."""
    return f"/days/{day.isoformat()}.json"


def measure_url(measure: Measure) -> str:
    """`/facts/aleppo-offensive/killed/`."""
    return f"{FACTS}{measure.id}/"
