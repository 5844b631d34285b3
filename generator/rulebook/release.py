"""Rules on what is published when: drafts, embargoes, expiry."""

from generator.model.diagnostic import Severity
from generator.rulebook.group import Group
from generator.rulebook.rule import Rule
from generator.rulebook.snippets import article, described

GROUP = Group(
    "What is published, and when",
    "`draft`, `publish_at` and `expires` keep a document off the site. What is kept off it must not show "
    "anywhere else, either.",
    (
        Rule(
            code="expires-before-publish",
            severity=Severity.ERROR,
            says="A document expires after it is published.",
            why="Otherwise it would never be on the site. Most often one of the two moments is a slip.",
            bad=(article("publish_at: 2024-11-30T18:00Z", "expires: 2024-11-30T08:00Z"),),
            good=(article("publish_at: 2024-11-30T18:00Z", "expires: 2024-12-30T18:00Z"),),
            adjustable=False,
        ),
        Rule(
            code="leak",
            severity=Severity.ERROR,
            says="No file of the site says anything of a document that is not published.",
            why="Every build looks for its words, phrases, id and address in all pages, feeds and tables and "
            "in the search index, before anything is written. What a published file or the theme says is no "
            "leak. If this rule is ever broken, it is the fault of a theme or of Dateline, and not of your "
            "text: the site that stood before stays as it was.",
            bad=(described("A page, a feed or the search index holds words of a draft."),),
            good=(described("What is not published shows nowhere."),),
            adjustable=False,
        ),
    ),
)
