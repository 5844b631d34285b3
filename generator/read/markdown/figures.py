"""Pictures that stand in a paragraph of their own, and become figures."""

from collections.abc import Iterable

from markdown_it.token import Token

from generator.read.markdown.addresses import is_picture


def figure_in(paragraph: Iterable[Token]) -> Token | None:
    """The picture, when a paragraph holds nothing else, or nothing but a link with only the picture in it."""
    match list(paragraph):
        case [Token(type="image") as image] if is_picture(str(image.attrs["src"])):
            return image
        case [Token(type="link_open"), Token(type="image") as image, Token(type="link_close")] if is_picture(
            str(image.attrs["src"])
        ):
            return image
    return None
