"""The numbers of a numbered list, as its author wrote them."""

from collections.abc import Mapping, Sequence

from markdown_it.token import Token


def renumbered(tokens: Sequence[Token]) -> Mapping[int, str]:
    """The items whose number must be stated, by the index of their token.

    A browser counts on from the first number, so "1986. …" and "1990. …" would read 1986 and 1987. An item
    numbered as the one before it is left to the browser: that is how a list is written that counts itself.
    """
    stated: dict[int, str] = {}
    lists: list[int | None] = []
    for index, token in enumerate(tokens):
        if token.type == "ordered_list_open":
            lists.append(None)
        elif token.type == "ordered_list_close":
            lists.pop()
        elif token.type == "list_item_open" and token.info:
            number, before = int(token.info), lists[-1]
            if before is not None and number not in {before, before + 1}:
                stated[index] = str(number)
            lists[-1] = number
    return stated
