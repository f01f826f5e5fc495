"""What an index page is: the words of ``pages.yml`` around what a subject lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from build_scripts.content.content import ADDRESS_OF_PAGE
from build_scripts.content.fields import Checked
from build_scripts.content.forms import Shape
from build_scripts.content.pages import IndexPage
from build_scripts.pages.components import talk
from build_scripts.pages.generated import GeneratedPage, finished_page
from build_scripts.pages.page_context import PageContext

Lists = Callable[[PageContext, frozenset[Shape]], Mapping[str, object]]
"""Gives what the template of an index page names, from the page and the kinds of file that are made."""


def _nothing(_context: PageContext, _shapes: frozenset[Shape]) -> Mapping[str, object]:
    return {}


@dataclass(frozen=True)
class IndexPageKind:
    """An index page as its subject declares it; where it stands in the menu is said in ``pages.yml``."""

    id: str
    """As in ``pages.yml`` and in ``page:`` links."""
    template: str
    """Its path below ``build_scripts``."""
    lists: Lists = _nothing
    """What it lists."""
    facts: Callable[[PageContext], Sequence[Checked]] = lambda _: ()
    """The records whose dates decide when the page is to be looked at again."""
    meta: Mapping[str, object] = field(default_factory=dict)
    """What the frame reads besides: scripts, styles, whether it has contents."""

    def page(self, context: PageContext, words: IndexPage, shapes: frozenset[Shape]) -> GeneratedPage:
        """Return the page.

        Args:
            context: the page being drawn.
            words: its words in ``pages.yml``.
            shapes: the kinds of file that are made; no page links to another kind.
        """
        body = context.fill(self.template, page=words, **self.lists(context, shapes))
        due = min((record.review_by for record in self.facts(context)), default=None)
        return finished_page(
            context,
            (body, talk(context)),
            words,
            {"review_by": due.isoformat() if due else None, **self.meta},
            menu=words.menu_title or words.title,
            group=words.group,
            order=words.order,
        )


def index_pages(
    kinds: Sequence[IndexPageKind],
    words: Sequence[IndexPage],
    new: Callable[[str], PageContext],
    shapes: frozenset[Shape],
) -> list[GeneratedPage]:
    """Return the index pages that have words, in the order of these.

    Args:
        kinds: every index page that a subject declares.
        words: the entries of ``pages.yml``.
        new: begins the page of an address.
        shapes: the kinds of file that are made.
    """
    known = {kind.id: kind for kind in kinds}
    return [known[page.id].page(new(ADDRESS_OF_PAGE[page.id]), page, shapes) for page in words if page.id in known]
