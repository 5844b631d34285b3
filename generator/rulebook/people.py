"""Rules on the actors of an archive, and on the names by which texts call them."""

from generator.model.diagnostic import Severity
from generator.rulebook.group import Group
from generator.rulebook.rule import Rule
from generator.rulebook.snippets import actor, article, text

GROUP = Group(
    "Who is named",
    "Actors are found in the texts by their names. These rules compare what the texts say with what the "
    "front matter says, and tell you of actors whom nobody names.",
    (
        Rule(
            code="actor-not-in-text",
            severity=Severity.WARNING,
            says="Who stands below `actors` is named in the text.",
            why="Either the actor does not belong there, or the text calls it by a name that its file does "
            "not have yet, and then it is not linked. The title and the takeaways are looked through as "
            "well. Who asserts or passes on a figure need not be named again, and neither need one for whom "
            "somebody speaks who is named. A loose name is enough: the entry then says whom it means.",
            bad=(
                actor("name: Russia", file="actors/russia.md"),
                article("actors: [russia]", file="articles/2024-11-29-strikes.md"),
                text("Moscow sent aircraft.", file="articles/2024-11-29-strikes.md"),
            ),
            good=(
                actor("name: Russia", "aliases: [Moscow]", file="actors/russia.md"),
                article("actors: [russia]", file="articles/2024-11-29-strikes.md"),
                text("Moscow sent aircraft.", file="articles/2024-11-29-strikes.md"),
            ),
        ),
        Rule(
            code="actor-not-listed",
            severity=Severity.WARNING,
            says="A document that lists its actors lists whom the others list that call it by the same name.",
            why="An actor whom the text names is found and linked whether it is listed or not; but where "
            "three other documents or more use the same name and list the actor, and most of those that use "
            "it do, it was probably forgotten here. Documents without `actors` are not asked, nor those "
            "that name the actor only once.",
            bad=(
                actor("name: Russia", file="actors/russia.md"),
                actor("name: Turkey", file="actors/turkey.md"),
                *(
                    snippet
                    for file in ("articles/one.md", "articles/two.md", "articles/three.md")
                    for snippet in (
                        article("actors: [russia]", file=file),
                        text("Russia sent aircraft.", file=file),
                    )
                ),
                article("actors: [turkey]", file="articles/four.md"),
                text("Turkey asked Russia to stop, and Russia agreed.", file="articles/four.md"),
            ),
            good=(
                actor("name: Russia", file="actors/russia.md"),
                actor("name: Turkey", file="actors/turkey.md"),
                *(
                    snippet
                    for file in ("articles/one.md", "articles/two.md", "articles/three.md")
                    for snippet in (
                        article("actors: [russia]", file=file),
                        text("Russia sent aircraft.", file=file),
                    )
                ),
                article("actors: [turkey, russia]", file="articles/four.md"),
                text("Turkey asked Russia to stop, and Russia agreed.", file="articles/four.md"),
            ),
        ),
        Rule(
            code="loose-name",
            severity=Severity.WARNING,
            says="A text that has only a loose name of an actor says in `actors` whether it means that one.",
            why="Names below `loose` may mean the actor or somebody else, so they are never linked. You are "
            "told once a document, and only where nothing else in it names the actor. Where it means "
            "somebody else, silence the rule for that file.",
            bad=(
                actor("name: Hayat Tahrir al-Sham", "loose: [the rebels]", file="actors/hts.md"),
                text("At dawn the rebels entered Aleppo.", file="articles/2024-11-29-edge.md"),
            ),
            good=(
                actor("name: Hayat Tahrir al-Sham", "loose: [the rebels]", file="actors/hts.md"),
                text("At dawn Hayat Tahrir al-Sham entered Aleppo.", file="articles/2024-11-29-edge.md"),
            ),
        ),
        Rule(
            code="mixed-scripts",
            severity=Severity.WARNING,
            says="A word of a name is written in one script.",
            why="A Cyrillic а among Latin letters looks right, but the name is then not found in any text, "
            "by any search. Names of actors and sources, titles and labels are looked at, word by word: "
            "digits, accents and hyphens may stand anywhere, and so may the scripts that Japanese, Chinese "
            "and Korean use side by side.",
            bad=(actor("name: Аleppo Media Centre", file="actors/amc.md"),),
            good=(actor("name: Aleppo Media Centre", "aliases: [АМЦ]", file="actors/amc.md"),),
        ),
        Rule(
            code="unused-actor",
            severity=Severity.WARNING,
            says="Somebody names every actor: a document, or another actor.",
            why="An actor whom nobody names has an empty page. Often the texts call it by a name that its "
            "file does not have. Drafts count, and so do documents with mistakes.",
            bad=(
                actor("name: Hayat Tahrir al-Sham", file="actors/hts.md"),
                text("At dawn HTS entered Aleppo.", file="articles/2024-11-29-edge.md"),
            ),
            good=(
                actor("name: Hayat Tahrir al-Sham", "aliases: [HTS]", file="actors/hts.md"),
                text("At dawn HTS entered Aleppo.", file="articles/2024-11-29-edge.md"),
            ),
        ),
    ),
)
