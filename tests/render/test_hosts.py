"""Which hosts a reader is shown, and in which letters."""

import pytest

from generator.render.hosts import telling_host
from generator.render.weave import weave
from tests.archive import PLACES, md, sound

LOOKALIKES = {
    "https://аррӏе.com/x": "xn--80ak6aa92e.com",
    "https://xn--80ak6aa92e.com": "xn--80ak6aa92e.com",
    "https://bbс.co.uk": "xn--bb-pmc.co.uk",
    "https://ɡoogle.com": "xn--oogle-qmc.com",
    "https://ıx.com": "xn--x-eka.com",
    "https://مثال.com": "xn--mgbh0fb.com",
    "https://example.com⁄evil.io/": "example.xn--comevil-3d7c.io",
    "https://xn--zzzzzzzzzzz--.com": "xn--zzzzzzzzzzz--.com",
}
HONEST = {
    "https://пример.рф": "пример.рф",
    "https://xn--e1afmkfd.xn--p1ai/": "пример.рф",
    "https://مثال.إختبار": "مثال.إختبار",
    "https://münchen.de": "münchen.de",
    "https://例え.jp": "例え.jp",
    "https://コーヒー.jp": "コーヒー.jp",
    "https://한국.kr": "한국.kr",
}


@pytest.mark.parametrize("address", LOOKALIKES)
def test_a_host_that_mixes_scripts_is_shown_as_the_network_has_it(address: str) -> None:
    assert telling_host(address) == LOOKALIKES[address]


@pytest.mark.parametrize("address", HONEST)
def test_a_host_in_one_script_is_shown_in_its_own_letters(address: str) -> None:
    assert telling_host(address) == HONEST[address]


@pytest.mark.parametrize(
    "address", ["https://example.org/д", "https://ｅxample.com", "http://[::1", "/facts/"]
)
def test_of_a_host_with_the_letters_a_to_z_nothing_more_is_said(address: str) -> None:
    assert telling_host(address) == ""


def test_the_host_stands_within_the_link_behind_its_words() -> None:
    text = "[The BBC](https://bbс.co.uk/news) and [BFM](https://bfm.example/) by [mail](mailto:a@b.example)."
    article = md("title: News\ndate: 2024-11-29\nsource: paper", text)
    prose = sound(PLACES | {"articles/news.md": article}).archive.texts["news"]
    assert weave(prose, (), str, "outside") == (
        '<p><a href="https://xn--bb-pmc.co.uk/news" rel="external noopener noreferrer nofollow"'
        ' aria-describedby="outside">The BBC <bdi class="outside-host">(xn--bb-pmc.co.uk)</bdi></a> and '
        '<a href="https://bfm.example/" rel="external noopener noreferrer nofollow"'
        ' aria-describedby="outside">BFM</a> by <a href="mailto:a@b.example">mail</a>.</p>'
    )
