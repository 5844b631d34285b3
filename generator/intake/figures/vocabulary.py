"""What different words of the news have in common: killed, dead and toll are one thing."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

ENGLISH: Mapping[str, str] = {
    # What happens to people and places.
    "kill": "kill kills killed killing dead die dies died dying death deaths fatality fatalities fatal"
    " toll casualty"
    " casualties lives perished drowned slain murdered executed",
    "wound": "wound wounds wounded injure injured injuries injury hurt casualties maimed",
    "displace": "displace displaced displaces displacement displacements uproot uprooted homeless exodus"
    " fled flee"
    " flees fleeing refugees homes",
    "evacuate": "evacuate evacuated evacuation evacuees moved rescued",
    "missing": "missing unaccounted disappeared",
    "arrest": "arrest arrests arrested detain detained detainees detentions seized captured",
    "take": "take takes taken took taking capture captured captures capturing conquer conquered seize"
    " seized seizing"
    " control fall fell fallen overran overrun gain gained hold held",
    "strike": "strike strikes airstrike airstrikes raid raids bombardment bombardments bombing bombings"
    " sortie sorties"
    " attacks",
    "shelling": "shelling shelled shells artillery",
    "protest": "protest protests protesters demonstrated demonstrators demonstration march marchers walkout",
    "damage": "damage damaged destroyed destruction wrecked flattened",
    "cost": "cost costs damage losses worth",
    "hunger": "hunger hungry famine starving starvation malnourished",
    "infect": "infected infection infections cases ill sick",
    "affect": "affected need needs",
    # Who or what is counted.
    "people": "people persons person individuals residents inhabitants civilians lives victims citizens"
    " men women"
    " children families students pupils workers patients journalists doctors volunteers passengers"
    " migrants refugees"
    " prisoners hostages soldiers police policemen officers dead wounded fatalities casualties deaths",
    "civilian": "civilian civilians civil noncombatants",
    "child": "child children minors infants",
    "woman": "woman women",
    "fighter": "fighter fighters combatant combatants militant militants insurgent insurgents jihadist"
    " jihadists rebel"
    " rebels gunmen attackers",
    "force": "force forces troops soldier soldiers army military servicemen",
    "member": "member members personnel",
    "government": "government regime authorities state",
    "ally": "ally allies allied pro-government loyalists",
    "place": "place places town towns village villages locality localities settlement settlements",
    "house": "house houses home homes building buildings dwellings",
    "bridge": "bridge bridges",
    "vehicle": "vehicle vehicles car cars truck trucks tank tanks armoured",
    "bomb": "bomb bombs explosive explosives mine mines grenade grenades",
    "missile": "missile missiles rocket rockets drone drones projectile projectiles",
    "aircraft": "helicopter helicopters planes jets warplanes",
    "ship": "ship ships vessel vessels boat boats",
    "flight": "flight flights",
    "school": "school schools hospital hospitals clinic clinics",
    "hostage": "hostage hostages prisoner prisoners captives",
    "kilometre": "kilometre kilometres kilometer kilometers km",
    # What marks one count off from another.
    "air": "air aircraft aerial airstrike airstrikes jets planes warplanes",
    "begin": "begin begins began begun beginning start starts started starting launch launched launches"
    " launching"
    " commence commenced onset open opened opens outbreak initiated initiation erupted broke out",
    "end": "end ended ends ending",
    "offensive": "offensive assault advance campaign push",
    "war": "war wars conflict",
    "violence": "violence fighting clashes hostilities",
    "university": "university universities campus student students academic",
    "city": "city cities",
}
"""By concept: the words that stand for it."""

EVENTS = frozenset(
    ("kill", "wound", "displace", "evacuate", "missing", "arrest", "take", "protest", "damage", "cost")
) | {"hunger", "infect", "affect"}
"""What a measure counts the results of; a figure that speaks of none of it answers another question."""
GROUPS = frozenset(("civilian", "child", "woman", "fighter", "force", "member", "government", "ally"))
"""Kinds of people that are counted apart."""
_EMPTY_WORDS = (
    "the a an of in on by to for from and or its their his her is was were are be been has have had that this"
    " which with at as it who whom number count counted counts total any s"
)
_EMPTY = frozenset(_EMPTY_WORDS.split())
_WORD = re.compile(r"@[a-z0-9-]+|[^\W_]+(?:-[^\W_]+)*")


def concepts(text: str) -> frozenset[str]:
    """What a text speaks of: the concepts of its words, and the other words themselves, without endings."""
    return frozenset(_concepts(_WORD.findall(text.casefold())))


def _concepts(words: Iterable[str]) -> Iterable[str]:
    known = _by_word()
    for word in words:
        if word in _EMPTY:
            continue
        yield from known.get(word) or (_stem(word),)


def _stem(word: str) -> str:
    for ending in ("ies", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            return word.removesuffix(ending) + ("y" if ending == "ies" else "")
    return word


@lru_cache(maxsize=1)
def _by_word() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for concept, words in ENGLISH.items():
        for word in words.split():
            found[word] = (*found.get(word, ()), concept)
    return found
