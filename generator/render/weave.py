"""A text as HTML, with quotations marked and actors linked across whatever markup stands in between."""

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter

from markupsafe import Markup

from generator.model.prose import Piece, Prose, Span, Weft
from generator.model.textlink import TextLink
from generator.render.escape import escape
from generator.render.hosts import telling_host

OUTSIDE = "external noopener noreferrer nofollow"
"""The `rel` of every link to another site: it learns nothing of the reader's page and has no say over it, and
that a text leads there is no praise of it for search engines."""
_LINK_END = "</a>"
"""Stands in a piece of markup only where a link ends, since all text is escaped."""


def weave(prose: Prose, marks: Iterable[Weft], link: Callable[[str], str], outside: str = "") -> Markup:
    """Write a text with its marks; `link` turns a path of the site into what stands in an href.

    `outside` is the id of the words by which the page tells that a link leads to another site.

    A quotation is a `<mark class="quote">` in each stretch of text that it runs through, with its id on the
    first. An actor's link is left out where it would cross markup, or where no mention may be linked.
    """
    loom = _Loom(prose, marks, link, outside)
    for piece in prose.pieces:
        if piece.link is not None and piece.picture:
            loom.put_picture(prose.links[piece.link])
        elif piece.link is not None:
            loom.begin_link(prose.links[piece.link])
        elif piece.markup:
            loom.put_markup(piece.markup)
        else:
            loom.put_text(piece)
    return loom.finish()


class _Loom:
    """The page so far. A `<mark>` ends in the stretch of text it begins in, so it nests with anything."""

    def __init__(self, prose: Prose, marks: Iterable[Weft], link: Callable[[str], str], outside: str) -> None:
        self._text = prose.text
        self._link = link
        self._outside = f' aria-describedby="{escape(outside)}"' if outside else ""
        self._out: list[str] = []
        texts = [piece for piece in prose.pieces if piece.start < piece.end]
        wefts = sorted(marks, key=lambda weft: (weft.span.start, -weft.span.end))
        quotes = [(_clipped(weft.span, texts), weft) for weft in wefts if not weft.href]
        begins = [(span.start, weft) for span, weft in quotes if span]
        ends = [(span.end, weft) for span, weft in quotes if span]
        self._begins = deque(sorted(begins, key=_place))
        self._ends = deque(sorted(ends, key=_place))
        self._actors = deque((weft.span.start, weft) for weft in wefts if weft.href)
        self._nowhere = [weft for span, weft in quotes if not span]
        self._running = 0
        """Quotations that have begun and not ended."""
        self._marked = False
        self._in_link = False
        self._host = ""
        """To be shown at the end of the link."""
        self._nowhere_link = False
        """Whether the link that is to end next was never begun."""
        self._ids: set[str] = set()
        self._new_ids: list[str] = []
        self._ended: list[Weft] = []
        """Quotations whose links back are not yet written: inside a link no other may stand."""

    def begin_link(self, link: TextLink) -> None:
        """Begin a link of the text; one that leads nowhere is its text."""
        if not link.href:
            self._nowhere_link = True
            return
        title = f' title="{escape(link.title)}"' if link.title else ""
        elsewhere = ""
        if not link.href.lower().startswith(("/", "#", "mailto:")):
            elsewhere = f' rel="{OUTSIDE}"{self._outside}'
            self._host = telling_host(link.href)
        href = self._href(link.href)
        self._out.append(f'<a href="{href}"{title}{elsewhere}>{href if link.bare else ""}')
        self._in_link = True

    def put_picture(self, image: TextLink) -> None:
        """Show an image of the archive; one that is not there is its description."""
        if not image.href or image.size is None:
            self._out.append(escape(image.alt))
            return
        title = f' title="{escape(image.title)}"' if image.title else ""
        self._out.append(
            f'<img src="{self._href(image.href)}" alt="{escape(image.alt)}"{title}'
            f' width="{image.size[0]}" height="{image.size[1]}" loading="lazy" decoding="async">'
        )

    def put_markup(self, markup: str) -> None:
        """Write markup; a link may end in it."""
        before, end, after = markup.partition(_LINK_END)
        self._out.append(before)
        if end and self._nowhere_link:
            self._nowhere_link = False
        elif end:
            if self._host:
                self._out.append(f' <bdi class="outside-host">({escape(self._host)})</bdi>')
            self._host = ""
            self._out.append(end)
            self._in_link = False
            self._put_links_back()
        self._out.append(after)

    def put_text(self, piece: Piece) -> None:
        """Write a stretch of text with all that begins, ends or stands in it."""
        begins = _by_place(_taken(self._begins, piece.end))
        ends = _by_place(_taken(self._ends, piece.end + 1))
        cuts = sorted({*begins, *ends})
        actors = {weft.span.start: weft for weft in self._linked_in(piece)}
        if not (cuts or actors or self._running):
            self._put_plain(piece)
            return
        actor: Weft | None = None
        done = piece.start
        for at in sorted(
            {piece.start, piece.end, *cuts, *actors, *(weft.span.end for weft in actors.values())}
        ):
            self._out.append(escape(self._text[done:at]))
            done = at
            if actor and actor.span.end == at:
                if _cut(actor.span, cuts):
                    self._unmark()
                self._out.append(_LINK_END)
                actor = None
            if at in begins or at in ends:
                self._unmark()
                self._end(ends.get(at, ()))
                self._begin(begins.get(at, ()))
            if self._ended and not (self._in_link or actor):
                self._put_links_back()
            if at in actors:
                actor = actors[at]
                # A quotation that begins or ends within a name is marked inside its link.
                if _cut(actor.span, cuts):
                    self._unmark()
                else:
                    self._mark()
                self._out.append(f'<a class="actor" href="{self._href(actor.href)}">')
            if at < piece.end:
                self._mark()
        self._unmark()

    def _put_plain(self, piece: Piece) -> None:
        """Write a stretch of text in which nothing begins, ends or stands."""
        if self._ended and not self._in_link:
            self._put_links_back()
        self._out.append(escape(self._text[piece.start : piece.end]))

    def finish(self) -> Markup:
        """The whole; quotations that stand nowhere in the text are anchors at its end."""
        self._begin(self._nowhere)
        self._end(self._nowhere)
        self._put_anchors()
        self._put_links_back()
        return Markup("".join(self._out))  # noqa: S704  (each part was escaped when it was put down)

    def _begin(self, wefts: Sequence[Weft]) -> None:
        self._running += len(wefts)
        for id in (id for weft in wefts for id in weft.ids):
            if id not in self._ids:
                self._ids.add(id)
                self._new_ids.append(id)

    def _end(self, wefts: Sequence[Weft]) -> None:
        self._running -= len(wefts)
        self._ended += (weft for weft in wefts if weft.back)

    def _mark(self) -> None:
        if self._running and not self._marked:
            id = f' id="{escape(self._new_ids.pop(0))}"' if self._new_ids else ""
            self._out.append(f'<mark class="quote"{id}>')
            self._marked = True
            self._put_anchors()

    def _unmark(self) -> None:
        if self._marked:
            self._out.append("</mark>")
            self._marked = False

    def _put_anchors(self) -> None:
        """Further ids of one place: an element has only one."""
        self._out += (f'<span id="{escape(id)}"></span>' for id in self._new_ids)
        self._new_ids.clear()

    def _put_links_back(self) -> None:
        for weft in self._ended:
            for href, text in weft.back:
                label = f' aria-label="{escape(weft.label)}: {escape(text)}"' if weft.label else ""
                self._out.append(
                    f'<sup class="fact-refs" data-pagefind-ignore>'
                    f'<a class="fact-ref" href="{self._href(href)}"{label}>{escape(text)}</a></sup>'
                )
        self._ended.clear()

    def _linked_in(self, piece: Piece) -> Iterable[Weft]:
        """The actors that may be linked in a stretch of text: of those that overlap, the first."""
        done = piece.start
        for _, weft in _taken(self._actors, piece.end):
            linkable = piece.linkable and not self._in_link
            if linkable and done <= weft.span.start < weft.span.end <= piece.end:
                done = weft.span.end
                yield weft

    def _href(self, path: str) -> str:
        return escape(self._link(path) if path.startswith("/") else path)


def _clipped(span: Span, texts: Sequence[Piece]) -> Span | None:
    """The span from its first character that stands in a piece of text to its last; None without any."""
    first = bisect_right(texts, span.start, key=attrgetter("end"))
    last = bisect_left(texts, span.end, key=attrgetter("start")) - 1
    if span.start >= span.end or first > last:
        return None
    return Span(max(span.start, texts[first].start), min(span.end, texts[last].end))


def _cut(span: Span, cuts: Sequence[int]) -> bool:
    """Whether a cut falls inside the span, not just on its edge."""
    after = bisect_right(cuts, span.start)
    return after < len(cuts) and cuts[after] < span.end


def _place(begin: tuple[int, Weft]) -> int:
    return begin[0]


def _taken(queue: deque[tuple[int, Weft]], before: int) -> list[tuple[int, Weft]]:
    """Take out of the queue all that stands before a place."""
    taken = []
    while queue and queue[0][0] < before:
        taken.append(queue.popleft())
    return taken


def _by_place(wefts: Iterable[tuple[int, Weft]]) -> dict[int, list[Weft]]:
    places: dict[int, list[Weft]] = {}
    for place, weft in wefts:
        places.setdefault(place, []).append(weft)
    return places
