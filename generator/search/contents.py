"""What a bundle says, unpacked: for whoever looks for words in all that is published."""

from collections.abc import Collection, Iterator, Mapping

from ahocorasick_rs import BytesAhoCorasick

from generator.search.bundle import PARTS
from generator.search.cbor import Item, decode, encode
from generator.search.index import FOLDER
from generator.search.packed import unpack

_FRAGMENT, _INDEX = PARTS["fragment"], PARTS["index"]
_LISTS = (".pf_meta", PARTS["filter"])
_PROGRAMS = (".js", ".pagefind")


def contents_of(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The text in each packed file of a bundle, among the files of a site.

    Nothing is said by Pagefind's own programs, nor by the files of its index: see `stems_among`. A list in a
    form that this program does not know is returned as it is.
    """
    found = {}
    for path in files:
        if not path.startswith(f"{FOLDER}/"):
            continue
        data = files[path]
        if path.endswith((_INDEX, *_PROGRAMS)):
            found[path] = b""
        elif path.endswith(_FRAGMENT):
            found[path] = unpack(data)
        elif path.endswith(_LISTS):
            found[path] = _listed(unpack(data))
    return found


def stems_among(files: Mapping[str, bytes], words: Collection[str]) -> dict[str, frozenset[str]]:
    """Which of some words stand in each file of the index, where every word is cut to its stem."""
    known = sorted(words)
    if not known:
        return {}
    automaton = BytesAhoCorasick([encode(word) for word in known])
    found = {}
    for path in files:
        if path.startswith(f"{FOLDER}/") and path.endswith(_INDEX):
            matches = automaton.find_matches_as_indexes(unpack(files[path]), overlapping=True)
            found[path] = frozenset(known[index] for index, _, _ in matches)
    return found


def _listed(content: bytes) -> bytes:
    try:
        return "\n".join(_texts(decode(content))).encode()
    except (ValueError, RecursionError):
        return content


def _texts(item: Item) -> Iterator[str]:
    if isinstance(item, str):
        yield item
    elif isinstance(item, list):
        for part in item:
            yield from _texts(part)
