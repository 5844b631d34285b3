"""Whether the site says anything of a document that is not published: looked for in every build."""

from generator.leaks.leak import Watch, leaks_in, may_leak, watch_for

__all__ = ["Watch", "leaks_in", "may_leak", "watch_for"]
