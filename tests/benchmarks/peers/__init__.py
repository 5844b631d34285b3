"""The programs that are measured side by side: one file each, all of one shape."""

from peers.dateline import DATELINE, DATELINE_SEARCH
from peers.eleventy import ELEVENTY
from peers.hugo import HUGO
from peers.pagefind import PAGEFIND
from peers.peer import Peer
from peers.pelican import PELICAN

PEERS: tuple[Peer, ...] = (DATELINE, HUGO, ELEVENTY, PELICAN, DATELINE_SEARCH, PAGEFIND)
"""In the order of the table. Pagefind reads what Dateline has built, so it comes later."""
