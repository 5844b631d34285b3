"""The Markdown parser: what is switched on, and how deep it goes."""

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

from generator.read.limits import MAX_NESTING
from generator.read.markdown.depth import plain_below
from generator.read.markdown.labels import HELPERS
from generator.read.markdown.noted import noted_autolink, noted_image, noted_link
from generator.read.markdown.quotations import near_quotation
from generator.read.markdown.tables import whole_table


class _Parser(MarkdownIt):
    """Addresses are left as written here: whether one may be followed is decided when it is written out.

    (markdown-it's own filter is a deny-list, and turns the whole link back into brackets.)
    """

    def normalizeLink(self, url: str) -> str:  # noqa: N802  (the name is markdown-it's)
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802  (the name is markdown-it's)
        return link

    def validateLink(self, url: str) -> bool:  # noqa: N802  (the name is markdown-it's)
        return True


def normalize(state: StateCore) -> None:
    """Give every line the same end; markdown-it's own rule looks at every sign with an expression."""
    state.src = state.src.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")


def _parser() -> MarkdownIt:
    parser = _Parser("commonmark", {"html": False, "maxNesting": MAX_NESTING})
    # Which definitions were used, and where the others stand, so that no text of theirs is lost.
    parser.options["store_labels"] = True
    parser.options["inline_definitions"] = True
    vars(parser)["helpers"] = HELPERS  # its type there is that of markdown-it's own module
    parser.enable(["table", "strikethrough"])
    parser.core.ruler.at("normalize", normalize)
    parser.block.ruler.at("table", whole_table, {"alt": ["paragraph", "reference"]})
    interrupted = ["paragraph", "reference", "blockquote", "list"]
    parser.block.ruler.at("blockquote", near_quotation, {"alt": interrupted})
    parser.block.ruler.before("table", "plain_below", plain_below)
    parser.inline.ruler.at("link", noted_link)
    parser.inline.ruler.at("image", noted_image)
    parser.inline.ruler.at("autolink", noted_autolink)
    return parser


MARKDOWN = _parser()
