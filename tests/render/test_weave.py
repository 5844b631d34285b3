"""How quotations and actors are woven into a text."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from generator.model.diagnostic import Mark
from generator.model.prose import Piece, Prose, Span, Weft
from generator.model.textlink import TextLink
from generator.render.weave import weave


def link(href: str, title: str = "") -> TextLink:
    return TextLink("", Mark(), Mark(), title=title, href=href)


PROSE = Prose(
    "At least 242 died.\n\nSohr & co said so.",
    (
        Piece(markup="<p>"),
        Piece(start=0, end=9),
        Piece(markup="<em>"),
        Piece(start=9, end=12),
        Piece(markup="</em>"),
        Piece(start=12, end=18),
        Piece(markup="</p><p>"),
        Piece(link=0),
        Piece(start=20, end=29, linkable=False),
        Piece(markup="</a>"),
        Piece(start=29, end=38),
        Piece(markup="</p>"),
    ),
    links=(link("https://example.org/?a=1&b=2", title='"t"'),),
)


def woven(*marks: Weft, prose: Prose = PROSE) -> str:
    return str(weave(prose, marks, lambda path: f"/base{path}"))


def quote(start: int, end: int, *ids: str, back: tuple[tuple[str, str], ...] = ()) -> Weft:
    return Weft(Span(start, end), ids=ids, label="Figures", back=back)


def actor(start: int, end: int) -> Weft:
    return Weft(Span(start, end), href="/actors/sohr/")


def test_without_marks_a_text_is_its_pieces():
    assert woven() == (
        "<p>At least <em>242</em> died.</p><p>"
        '<a href="https://example.org/?a=1&amp;b=2" title="&#34;t&#34;"'
        ' rel="external noopener noreferrer nofollow">'
        "Sohr &amp; co</a> said so.</p>"
    )


def test_a_quotation_across_markup_is_marked_in_each_stretch_with_its_id_on_the_first():
    assert woven(quote(3, 17, "fact-killed")).startswith(
        '<p>At <mark class="quote" id="fact-killed">least </mark><em><mark class="quote">242</mark></em>'
        '<mark class="quote"> died</mark>.</p>'
    )


def test_quotations_that_overlap_are_split_and_each_keeps_its_id():
    page = woven(quote(0, 8, "a"), quote(0, 8, "b"), quote(3, 9, "c"))
    assert page.startswith(
        '<p><mark class="quote" id="a"><span id="b"></span>At </mark><mark class="quote" id="c">least</mark>'
        '<mark class="quote"> </mark><em>'
    )


def test_an_actor_is_linked_inside_a_quotation():
    assert woven(quote(29, 38), actor(30, 34)).endswith(
        '<mark class="quote"> <a class="actor" href="/base/actors/sohr/">said</a> so.</mark></p>'
    )


def test_a_quotation_that_begins_within_a_name_is_marked_inside_its_link():
    assert woven(quote(32, 37, "q"), actor(30, 34)).endswith(
        '</a> <a class="actor" href="/base/actors/sohr/">sa<mark class="quote" id="q">id</mark></a>'
        '<mark class="quote"> so</mark>.</p>'
    )


@pytest.mark.parametrize(
    "mark",
    [actor(3, 11), actor(20, 24), actor(17, 21), actor(18, 20), actor(5, 5), actor(30, 99)],
    ids=["across markup", "in a link", "across blocks", "between blocks", "empty", "beyond the end"],
)
def test_an_actor_is_not_linked_across_markup_or_where_no_link_may_stand(mark):
    assert woven(mark) == woven()


def test_of_two_actors_that_overlap_the_first_is_linked():
    assert woven(actor(0, 5), actor(3, 8)) == woven(actor(0, 5))


def test_a_link_back_stands_after_the_end_of_its_quotation():
    page = woven(quote(3, 17, "q", back=(("/facts/a/killed/", "242"), ("#x", "<"))))
    assert (
        ' died</mark><sup class="fact-refs" data-pagefind-ignore><a class="fact-ref" '
        'href="/base/facts/a/killed/" aria-label="Figures: 242">242</a></sup>'
        '<sup class="fact-refs" data-pagefind-ignore><a class="fact-ref" href="#x" '
        'aria-label="Figures: &lt;">&lt;</a></sup>.</p>'
    ) in page


def test_a_link_back_waits_until_the_link_around_it_has_ended():
    assert '<mark class="quote">Sohr</mark> &amp; co</a><sup' in woven(quote(20, 24, back=(("/x/", "1"),)))
    assert "sa</mark>id</a><sup" in woven(actor(30, 34), quote(29, 32, back=(("/x/", "1"),)))


def test_a_quotation_that_stands_nowhere_keeps_its_anchor():
    assert woven(quote(18, 20, "a"), quote(4, 4, "b"), quote(90, 99, "c")) == (
        woven() + '<span id="b"></span><span id="a"></span><span id="c"></span>'
    )


def test_links_within_the_site_and_within_the_text_are_not_marked_as_foreign():
    prose = Prose(
        "ab",
        (Piece(link=0), Piece(start=0, end=1), Piece(markup="</a>"), Piece(link=1)),
        links=(link("/days/"), link("#h-b")),
    )
    assert weave(
        replace(prose, pieces=(*prose.pieces, Piece(start=1, end=2), Piece(markup="</a>"))), (), "..{}".format
    ) == ('<a href="../days/">a</a><a href="#h-b">b</a>')


SPANS = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda ends: Span(min(ends), max(ends)))
WEFTS = st.lists(
    st.one_of(
        st.builds(Weft, SPANS, href=st.just("/actors/a/")),
        st.builds(
            Weft,
            SPANS,
            ids=st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=2).map(tuple),
            label=st.sampled_from(["", 'see "<']),
            back=st.lists(st.tuples(st.sampled_from(["/f/", "#x"]), st.just("¹")), max_size=2).map(tuple),
        ),
    ),
    max_size=8,
)


def links_in_links(page: str) -> int:
    return len(etree.fromstring(f"<div>{page}</div>").xpath("//a//a"))


@pytest.mark.slow
@given(WEFTS)
@settings(max_examples=200, deadline=None)
def test_whatever_is_woven_in_the_page_is_valid_and_its_text_unchanged(wefts):
    page = woven(*wefts)
    tree = etree.fromstring(f"<div>{page.replace(' data-pagefind-ignore', '')}</div>")
    assert "".join(tree.xpath("//text()[not(ancestor::sup)]")) == "At least 242 died.Sohr & co said so."
    assert tree.xpath("//a//a") == []
    assert tree.xpath("//mark//mark") == []
    ids = tree.xpath("//@id")
    assert sorted(ids) == sorted({id for weft in wefts if not weft.href for id in weft.ids})
    backs = [href for weft in wefts if not weft.href for href, _ in weft.back]
    assert len(tree.xpath("//a[@class='fact-ref']")) == len(backs)
    # A browser's parser moves nothing about.
    browser = html.fragment_fromstring(page, create_parent="div")
    assert browser.text_content() == "".join(tree.itertext())
    assert [each.tag for each in browser.iter()] == [each.tag for each in tree.iter()]


def test_a_link_in_a_link_would_be_noticed():
    assert links_in_links(woven(actor(30, 34))) == 0
    assert links_in_links(woven(actor(30, 34)).replace("Sohr", '<a href="#x">Sohr</a>')) == 1


@pytest.mark.slow
@given(st.lists(SPANS, min_size=1, max_size=5))
@settings(max_examples=200, deadline=None)
def test_exactly_the_characters_of_quotations_are_marked(spans):
    tree = etree.fromstring(f"<div>{woven(*(Weft(span) for span in spans))}</div>")
    marked = "".join(tree.xpath("//mark//text()"))
    quoted = (
        character
        for at, character in enumerate(PROSE.text)
        if any(span.start <= at < span.end for span in spans) and not 18 <= at < 20
    )
    assert marked == "".join(quoted)


def test_the_woven_page_holds_no_id_twice_when_two_facts_share_it():
    assert len(re.findall('id="a"', woven(quote(0, 3, "a"), quote(4, 9, "a")))) == 1
