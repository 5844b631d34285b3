"""A new actor."""

from generator.model.actor import ActorKind
from generator.scaffold.frontmatter import file_of, line, with_remark


def actor_file(name: str, kind: ActorKind, speaks_for: str | None = None) -> str:
    """The file of an actor; `speaks_for` is the id of another."""
    lines = (
        line("name", name),
        line("kind", kind, "person, group, state, organisation, monitor or agency"),
        with_remark("# aliases: [SOHR, the Observatory]", "other names, in any script: found in texts"),
        with_remark("# loose: [the monitor]", "names that may mean it: never linked"),
        line("speaks_for", speaks_for, "whose claims these are when this one speaks", "id or name"),
    )
    return file_of(lines, "Write who this is here.")
