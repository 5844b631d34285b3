"""The snippets: whole files and the groups of lines in them, with menus of what the archive has."""

from typing import Any

from generator.model.actor import ActorKind
from generator.model.correction import CorrectionKind
from generator.model.document import MadeBy
from generator.model.fact import Qualifier
from generator.scaffold.known import Known
from generator.scaffold.vscode.placeholder import menu, place

TODAY = "${CURRENT_YEAR}-${CURRENT_MONTH}-${CURRENT_DATE}"


def snippets(known: Known) -> dict[str, Any]:
    """The snippets by their titles."""
    sources = [one.id for one in known.sources]
    actors = [one.id for one in known.actors]
    measures = [measure.id for measure in known.measures]
    documents, facts = known.documents, known.facts
    document = [
        "---",
        f"title: {place(1, 'The headline')}",
        f"date: {TODAY}",
        f"source: {menu(2, sources, 'an id in sources')}",
    ]
    return {
        "Dateline: article": _file(
            "article",
            "What a source printed",
            [*document, f"url: {place(3, 'https://')}", "draft: true", "---", "", "$0"],
        ),
        "Dateline: summary": _file(
            "summary",
            "What you condensed",
            [
                *document,
                f"covers: [{menu(3, documents, 'id of a document')}]",
                f"made_by: {menu(4, [word.value for word in MadeBy], '')}",
                "takeaways:",
                f"  - text: {place(5, 'One sentence.')}",
                f"    facts: [{menu(6, facts, 'document#key')}]",
                "draft: true",
                "---",
                "",
                "$0",
            ],
        ),
        "Dateline: actor": _file(
            "actor",
            "A person, group, state or organisation",
            [
                "---",
                f"name: {place(1, 'Name')}",
                f"kind: {menu(2, [word.value for word in ActorKind], '')}",
                f"aliases: [{place(3, 'other name')}]",
                "---",
                "",
                "$0",
            ],
        ),
        "Dateline: source": _file(
            "source",
            "A publication",
            [
                "---",
                f"name: {place(1, 'Name')}",
                f"kind: {place(2, 'newspaper')}",
                f"url: {place(3, 'https://')}",
                "---",
                "",
                "$0",
            ],
        ),
        "Dateline: topic": _file(
            "topic",
            "A running story and its measures",
            [
                "---",
                f"title: {place(1, 'The story')}",
                "measures:",
                f"  {place(2, 'killed')}:",
                f"    label: {place(3, 'People killed')}",
                f"    unit: {place(4, 'people')}",
                "---",
                "",
                "$0",
            ],
        ),
        "Dateline: fact": _lines(
            "fact",
            "A figure, below facts:",
            [
                f"- measure: {menu(1, measures, 'topic/key')}",
                f"  value: {place(2, '0')}",
                f"  qualifier: {menu(3, [word.value for word in Qualifier], '')}",
                f"  according_to: {menu(4, [*actors, 'null'], 'null')}",
                f"  quote: {place(5, 'the words of the text')}",
            ],
        ),
        "Dateline: takeaway": _lines(
            "takeaway",
            "A sentence to remember, below takeaways:",
            [f"- text: {place(1, 'One sentence.')}", f"  facts: [{menu(2, facts, 'document#key')}]"],
        ),
        "Dateline: correction": _lines(
            "correction",
            "What was changed after publication, below corrections:",
            [
                f"- kind: {menu(1, [word.value for word in CorrectionKind], '')}",
                f"  on: {TODAY}",
                f"  text: {place(2, 'What was changed, and why.')}",
                f"  was: {place(3, 'the words before')}",
                f"  now: {place(4, 'the words now')}",
            ],
        ),
    }


def _file(prefix: str, description: str, body: list[str]) -> dict[str, Any]:
    return {**_lines(prefix, description, body), "isFileTemplate": True}


def _lines(prefix: str, description: str, body: list[str]) -> dict[str, Any]:
    return {"prefix": prefix, "scope": "markdown", "description": description, "body": body}
