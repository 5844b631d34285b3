"""The grades of the Admiralty scale in words."""

from generator.model.source import Reliability
from generator.words.catalogue import to_say

RELIABILITY = {
    Reliability.A: to_say("completely reliable"),
    Reliability.B: to_say("usually reliable"),
    Reliability.C: to_say("fairly reliable"),
    Reliability.D: to_say("not usually reliable"),
    Reliability.E: to_say("unreliable"),
    Reliability.F: to_say("not judged"),
}
"""Of a source."""

CREDIBILITY = {
    1: to_say("confirmed by others"),
    2: to_say("probably true"),
    3: to_say("possibly true"),
    4: to_say("doubtful"),
    5: to_say("improbable"),
    6: to_say("not judged"),
}
"""Of one figure."""
