"""Names and old addresses: each is found exactly where it stands as a word, and leads nowhere else."""

import re
import unicodedata

from generator.model.actor import Actor, ActorKind
from generator.model.prose import Prose
from generator.model.written.mistake import Mistake
from generator.model.written.oldaddresses import old_address_of
from generator.read.markdown.printable import printable
from generator.read.mentions import AliasIndex, find_mentions
from tests.fuzz.bounded import is_repeated, repeated
from tests.fuzz.fact_values import tellable

SHORT = 400
"""Characters of a text in which every name is looked for at every place, to compare."""
IDS = frozenset({"a0", "a1"})
SAFE = re.compile(r"/(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*/)*(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*\.html)?")


def target(data: bytes) -> None:
    """Names, one on a line, those of two actors in turn; after an empty line the text."""
    names, _, text = data.decode("utf-8", "replace").partition("\n\n")
    text = printable(text)
    named = [name.strip() for name in names.split("\n") if name.strip()]
    for name in named:
        address(name)
    if not named:
        return
    actors = [
        Actor(f"a{place}", own[0], ActorKind.GROUP, f"actors/a{place}.md", tuple(own[1:]), ())
        for place in (0, 1)
        if (own := named[place::2])
    ]
    index = AliasIndex(actors)
    mentions = find_mentions(Prose(text), index)
    done = 0
    for mention in mentions:
        assert done <= mention.span.start < mention.span.end <= len(text), mention
        done = mention.span.end
        assert mention.actor in {"a0", "a1"}
    for name in (*named, text[:50]):
        assert index.resolve(name) in {"a0", "a1", None}
    folded = (unicodedata.normalize("NFKC", name).casefold() for name in named)
    if len(text) <= SHORT and all(map(is_plain, (text, *named))) and IDS.isdisjoint(folded):
        found = [(each.actor, each.span.start, each.span.end) for each in mentions]
        assert found == one_by_one(index, named, text)
    if is_repeated(data):
        find_mentions(Prose(repeated(text)), index)


def address(typed: str) -> None:
    """An old address is a path of the site, and is read as itself."""
    try:
        read = old_address_of(typed)
    except Mistake as mistake:
        tellable(mistake)
        return
    assert SAFE.fullmatch(read), read
    assert old_address_of(read) == read


def is_plain(text: str) -> bool:
    """Whether a text is folded to itself."""
    return unicodedata.is_normalized("NFC", text) and not re.search(r"\s{2,}|[^\S ]|[’ʼ＇]", text)


def one_by_one(index: AliasIndex, named: list[str], text: str) -> list[tuple[str, int, int]]:
    """Where the names stand, looked for at each place: the first counts, and of those the longest."""
    forms = {}
    for name in named:
        actor = index.resolve(name)
        if actor is not None:  # a name of two actors means neither
            forms[name] = actor
    begun = {name[0].upper() + name[1:]: actor for name, actor in forms.items() if name[:1].islower()}
    forms = begun | forms
    found, at = [], 0
    while at < len(text):
        ends = [
            (at + len(form), actor)
            for form, actor in forms.items()
            if text.startswith(form, at)
            and ends_here(text, at, at - 1)
            and ends_here(text, at + len(form) - 1, at + len(form))
        ]
        if ends:
            end, actor = max(ends)
            found.append((actor, at, end))
            at = end
        else:
            at += 1
    return found


def ends_here(text: str, inside: int, outside: int) -> bool:
    """Whether a word may end between two neighbours."""
    if not 0 <= outside < len(text):
        return True
    beside = text[outside]
    if not (beside.isalnum() or beside == "_" or unicodedata.category(beside).startswith("M")):
        return True
    return any(re.match(UNSPACED, text[place]) for place in (inside, outside))


UNSPACED = (
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1100-\u11ff\u3130-\u318f\uac00-\ud7af\u3005-\u3007"
    "\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f\u3100-\u312f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff]"
)
"""Letters of scripts that are written without spaces."""
