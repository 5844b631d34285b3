"""A template that leaves nothing behind of the pages that it made."""

from typing import Any

from jinja2 import Template


class PageTemplate(Template):
    """A template that empties its context after use.

    A macro that stands in the template of a page holds the context, which holds the macro: with them the
    whole view of the page would stay until somebody looks for garbage, and to look for it is dear.
    """

    def render(self, *given: Any, **named: Any) -> str:
        """What it makes of these values. Raises whatever the template does."""
        context = self.new_context(dict(*given, **named))
        try:
            return self.environment.concat(self.root_render_func(context))
        except Exception:  # noqa: BLE001 -- it is raised again, with the lines of the template
            self.environment.handle_exception()
        finally:
            context.vars.clear()
            context.parent.clear()
