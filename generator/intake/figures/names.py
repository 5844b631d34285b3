"""The names of those who speak, cut out of what stands around them."""

import re

SAME = re.compile(r"(?:the|this|that) same source|(?:this|that|the) source", re.IGNORECASE)
_LATE_PRONOUN = re.compile(r"(?:In|On|At|By|After|Before)\s.{1,60}\s(?:it|he|she|they)")
_RELATIVE = re.compile(r"\s+(?:who|which|that)\s.*\Z", re.DOTALL)
PRONOUN = re.compile(r"(?:it|he|she|they|who|which)\Z", re.IGNORECASE)
_ABBREVIATION = re.compile(r"\s*\([^)]{1,40}\)")
NAME = re.compile(
    r"(?:[^\W\d_a-z][\w.’'-]*)(?:\s+(?:[^\W\d_a-z][\w.’'-]*|al-\w+|of|for|the|de|la|von|bin|and))*"
)
_LAST_NAME = re.compile(r"[^\W\d_a-z][\w.’'-]*(?:\s+(?:[^\W\d_a-z][\w.’'-]*|al-\w+|de|la|von|bin)){1,4}\Z")
_NOBODY = re.compile(
    r"(?:reports?|some|many|most|analysts?|observers?|experts?|critics|figures|estimates|nobody|no one"
    r"|more|others?"
    r"|there|that|these|those|this|what|we|i|you|one|images|reports indicate|sources?)(?:\s+\w+)?\Z",
    re.IGNORECASE,
)
NOT_IN_NAME = re.compile(
    r"\s+(?:on|in|at|during|after|before|by|from|late|early|yesterday|today|has|have|had|also|later|that"
    r"|who|which"
    r"|earlier|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|last|this|is|are|was|were|said"
    r"|says)\b.*",
    re.DOTALL,
)
_ADVERB = re.compile(
    r"\s+(?:has|have|had|also|later|then|earlier|previously|further|officially|\w+ly)\Z", re.IGNORECASE
)
_LEAD = re.compile(
    r"\A(?:with|while|but|and|as|earlier|later|meanwhile|however|where|when|because|though|although|also"
    r"|on \w+day"
    r"|[\w\s]{2,30} after|since|that)\s+",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\A(?:the|a|an|its|their|his|her|official)\s+", re.IGNORECASE)
_TITLE = re.compile(
    r"\A(?:(?:[^\W\d_a-z]\w+\s+){0,2}(?:Minister|President|Secretary|Governor|Mayor|Director|Spokesman"
    r"|Spokeswoman"
    r"|Chancellor|Senator|General|Colonel|Major|Captain|Chief|King|Queen|Prince)|Dr|Mr|Mrs|Ms|Sir)\.?\s+"
    r"(?=[^\W\d_a-z]\w*\s+[^\W\d_a-z])"
)
_DIGIT = re.compile(r"\d")
QUOTES = '“”«»"„'


def last_name(name: str) -> str:
    """The name of a person or body behind its titles: Petra Vos of "union leader Petra Vos"."""
    bare = _ARTICLE.sub("", _ABBREVIATION.sub("", name).strip(f" ,.:;{QUOTES}"))
    found = _LAST_NAME.search(bare) if bare[:1].islower() else None
    return _TITLE.sub("", found[0] if found else bare)


def subject(before: str) -> tuple[str | None, int]:
    """Who speaks, from the words before the verb, and where they start; None when it is nobody."""
    bare = _ADVERB.sub("", before.rstrip())
    if bare.endswith((" and", " but")):
        return "", len(bare)  # whoever speaks in this sentence already
    quote = max((bare.rfind(sign) for sign in QUOTES), default=-1)
    joint = max(
        (found.end() for found in re.finditer(r"[,;]\s+(?:and|while|but|whereas)\s", bare)), default=0
    )
    start = max(quote + 1, joint)
    parts = [*re.finditer(r"[^,;:]+", bare[start:])]
    if not parts:
        return None, start
    chosen = parts[-1]
    if bare.endswith(","):
        # "X, director of Y, told": the part before the aside; of "the director, X, noted" the name itself.
        own = chosen[0].strip()
        if not _LAST_NAME.fullmatch(own) and len(parts) > 1:
            chosen = parts[-2]
            if len(parts) > 2 and _is_aside(chosen[0]):
                chosen = parts[-3]
    text = chosen[0].strip()
    begin = start + chosen.start() + len(chosen[0]) - len(chosen[0].lstrip())
    if lead := _LEAD.match(text):
        text, begin = text[lead.end() :], begin + lead.end()
    text = _RELATIVE.sub("", text)
    if PRONOUN.fullmatch(text) or SAME.fullmatch(text) or _LATE_PRONOUN.fullmatch(text):
        return "", begin
    if _NOBODY.match(text) or not text or len(text.split()) > 12 or _DIGIT.search(text):
        return None, begin
    return last_name(text), begin


def _is_aside(part: str) -> bool:
    return re.match(r"\s*(?:an?|the|who|which|director|head|spokes\w+|chief|citing)\b", part) is not None


def name_at(rest: str) -> str:
    """A name as it stands behind "according to": up to the next comma, verb or end."""
    found = re.match(r"\s*((?:[^,.;:()“”«»\"]|\.(?=\w)){1,100})", rest)
    if not found:
        return ""
    name = NOT_IN_NAME.sub("", f" {found[1].strip()}").strip()
    return name if len(name.split()) <= 14 else " ".join(name.split()[:6])


def name_behind(rest: str) -> str:
    found = re.match(r"[^.;“”«»\"]{1,100}", rest)
    return found[0] if found else ""


def appositive(name: str) -> str:
    """Jon Tarr of "the mayor of Brenn, Jon Tarr"."""
    parts = [part.strip() for part in name.split(",")]
    named = [part for part in parts[1:2] if _LAST_NAME.fullmatch(part)]
    return named[0] if named else NOT_IN_NAME.sub("", f" {parts[0]}").strip()
