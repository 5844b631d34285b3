"""Values as they may stand in markup."""

from markupsafe import Markup
from markupsafe import escape as markup_of


def escape(value: object) -> str:
    """Markup as it is, anything else with its special signs escaped.

    What has none is returned as it came, and not as a `Markup`: to make one takes longer than to look.
    """
    if type(value) is str:
        if "&" in value or "<" in value or ">" in value or '"' in value or "'" in value:
            return markup_of(value)
        return value
    if type(value) is Markup:
        return value
    return str(value) if type(value) is int or type(value) is float else markup_of(value)
