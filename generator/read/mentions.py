"""Where actors are named in a text."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from ahocorasick_rs import AhoCorasick, MatchKind

from generator.model.actor import Actor
from generator.model.prose import Mention, Prose
from generator.read.characters import Characters
from generator.read.folding import SPACES, Folded, Folding, fold

# A single plain space is as it should be, and by far the most frequent.
_UNLIKE = re.compile(r"\s{2,}|[^\S ]|[’ʼ＇]")
_WITHOUT_SPACES = Characters(
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af"  # hangul, whose particles follow a name at once
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f"  # kana
    "\u3100-\u312f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)

_FEW = 8
"""Names that may end in one another (Army, Syrian Army, Free Syrian Army); where more do, looking for each of
them at each place would take as many times as long."""
_BEGIN, _END = "\ufdd0", "\ufdd1"
"""Stand where a word may begin and where it may end; no text that is read has them."""


class AliasIndex:
    """All names of all actors: to find them in a text, and to look one up.

    Two names that differ only in case, width or spaces are the same name. One that belongs to two actors
    means neither of them; `ambiguous` says which these are.
    """

    ambiguous: Mapping[str, tuple[str, ...]]
    """Each name that several actors have, as it is first written, with their ids; sorted."""
    known: tuple[str, ...]
    """Every id and every name, sorted: for "did you mean"."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._actors = tuple(sorted(actors, key=lambda actor: actor.id))
        self._ids = frozenset(actor.id for actor in self._actors)
        named = [(_key(name), name, actor.id) for actor in self._actors for name in (actor.id, *actor.names)]
        holders: dict[str, dict[str, None]] = {}
        spelled: dict[str, str] = {}
        for key, name, holder in named:
            holders.setdefault(key, {})[holder] = None
            spelled.setdefault(key, name)
        self._holder = {key: next(iter(ids)) for key, ids in holders.items() if len(ids) == 1}
        ambiguous = (key for key, ids in holders.items() if len(ids) > 1)
        self.ambiguous = {
            spelled[key]: tuple(holders[key]) for key in sorted(ambiguous, key=spelled.__getitem__)
        }
        self.known = tuple(sorted({name for _, name, _ in named}))
        names = {name for actor in self._actors for name in actor.names}
        written = {
            _plain(name): holder for key, name, holder in named if key in self._holder and name in names
        }
        # A name that starts small may also begin a sentence.
        begun = {form[0].upper() + form[1:]: holder for form, holder in written.items() if form[:1].islower()}
        forms = begun | written
        forms.pop("", None)
        self._forms = sorted(forms.items())
        self._automaton = AhoCorasick((form for form, _ in self._forms), matchkind=MatchKind.Standard)
        self._as_words: AhoCorasick | None = None
        if _deepest(form for form, _ in self._forms) > _FEW:
            self._as_words = AhoCorasick(
                (_words_marked(form)[0] for form, _ in self._forms), matchkind=MatchKind.LeftmostLongest
            )

    def __reduce__(self) -> tuple[type["AliasIndex"], tuple[tuple[Actor, ...]]]:
        # The automaton does not travel to another process; it is built again there.
        return AliasIndex, (self._actors,)

    def resolve(self, name: str) -> str | None:
        """The actor whose id this is, or who alone has this name in whatever case; None otherwise."""
        return name if name in self._ids else self._holder.get(_key(name))

    def found_in(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Every name in a folded text that stands there as a word: start, end, actor; in order.

        Of names that overlap, the one that starts first counts, and of those the longest.
        """
        done = 0
        for form, start, end in self._words_in(text):
            if start >= done:
                yield start, end, self._forms[form][1]
                done = end

    def _words_in(self, text: str) -> Iterable[tuple[int, int, int]]:
        """The number of a name, and where it stands as a word; longer ones first. They may overlap."""
        if self._as_words is not None:
            marked, places = _words_marked(text)
            found = self._as_words.find_matches_as_indexes(marked)
            return ((form, places[start], places[end - 1]) for form, start, end in found)
        words = (
            (form, start, end)
            for form, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True)
            if _is_edge(text, start, start - 1) and _is_edge(text, end - 1, end)
        )
        return sorted(words, key=lambda word: (word[1], -word[2]))


def find_mentions(prose: Prose, index: AliasIndex) -> tuple[Mention, ...]:
    """Where actors are named, in the order of the text.

    Of names that overlap, the one that starts first counts, and of those the longest.
    """
    folded = _fold(prose.text)
    return tuple(Mention(actor, folded.span(start, end)) for start, end, actor in index.found_in(folded.text))


def _fold(text: str) -> Folded:
    return fold(text, _FOLDING)


def _as_one(found: str) -> str:
    if not found.isspace():
        return "'"
    # A name does not run on from one block of the text into the next.
    return "\n" if found.count("\n") > 1 else " "


_FOLDING = Folding.of(_UNLIKE, _as_one, SPACES + "’ʼ＇")


def _plain(name: str) -> str:
    """A name as it stands in a folded text."""
    return unicodedata.normalize("NFC", _UNLIKE.sub(lambda found: _as_one(found[0]), " ".join(name.split())))


def _key(name: str) -> str:
    """What all spellings of a name have in common."""
    return _plain(unicodedata.normalize("NFKC", name).casefold())


def _is_edge(text: str, inside: int, outside: int) -> bool:
    """Whether a word may end between two neighbours of a text; scripts without spaces end anywhere."""
    if not 0 <= outside < len(text):
        return True
    beside = text[outside]
    return (
        not (beside.isalnum() or beside == "_" or unicodedata.category(beside)[0] == "M")
        or _WITHOUT_SPACES.any_in(beside)
        or _WITHOUT_SPACES.any_in(text[inside])
    )


def _deepest(forms: Iterable[str]) -> int:
    """How many names at most end in one another."""
    ending: list[str] = []
    deepest = 0
    for turned in sorted(form[::-1] for form in forms):
        while ending and not turned.startswith(ending[-1]):
            ending.pop()
        ending.append(turned)
        deepest = max(deepest, len(ending))
    return deepest


def _words_marked(text: str) -> tuple[str, list[int]]:
    """A text with a sign wherever a word may end or begin, and the place of each of its characters before.

    A name between two such signs is a word, so whatever matches does so as one.
    """
    marked: list[str] = []
    places: list[int] = []
    for place in range(len(text) + 1):
        if place > 0 and _is_edge(text, place - 1, place):
            marked.append(_END)
            places.append(place)
        if place < len(text) and _is_edge(text, place, place - 1):
            marked.append(_BEGIN)
            places.append(place)
        if place < len(text):
            marked.append(text[place])
            places.append(place)
    return "".join(marked), places
