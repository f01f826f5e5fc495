"""What an index page is: the words of ``pages.yml`` around what a subject lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from build_scripts.content.content import Content
from build_scripts.content.fields import Checked
from build_scripts.content.forms import Shape
from build_scripts.content.links import page_address
from build_scripts.content.pages import IndexPage
from build_scripts.content.problems import Problem, did_you_mean
from build_scripts.pages.components import components, talk
from build_scripts.pages.generated import GeneratedPage, finished_page
from build_scripts.pages.page_context import PageContext

Lists = Callable[[PageContext, frozenset[Shape]], Mapping[str, object]]
"""Gives what the template of an index page names, from the page and the kinds of file that are made."""


def _nothing(_context: PageContext, _shapes: frozenset[Shape]) -> Mapping[str, object]:
    return {}


@dataclass(frozen=True)
class IndexPageKind:
    """An index page as its subject declares it, beside its template.

    Its entry in ``pages.yml`` says the rest: its address, its place in the menu, and the words around its lists.
    """

    id: str
    """As in ``pages.yml`` and in ``page:`` links."""
    template: str
    """Its path below ``build_scripts``."""
    lists: Lists = _nothing
    """What it lists."""
    facts: tuple[type[Checked], ...] = ()
    """The kinds of record whose dates decide when the page is to be looked at again."""
    meta: Mapping[str, object] = field(default_factory=dict)
    """What the frame reads besides: scripts, styles, whether it has contents."""

    def page(self, content: Content, words: IndexPage, shapes: frozenset[Shape]) -> GeneratedPage:
        """Return the page.

        Args:
            content: checked content.
            words: its words in ``pages.yml``.
            shapes: the kinds of file that are made; no page links to another kind.
        """
        context = PageContext(content, page_address(words), dials=True)
        shown = components(context, words)
        body = context.fill(self.template, page=words, shown=shown, **self.lists(context, shapes))
        due = min((record.review_by for kind in self.facts for record in content.all(kind)), default=None)
        return finished_page(
            context,
            (body, talk(context)),
            words,
            {"review_by": due.isoformat() if due else None, **self.meta},
            menu=words.menu_title or words.title,
            group=words.group,
            order=words.order,
        )


def check_index_pages(kinds: Sequence[IndexPageKind], content: Content) -> Iterator[Problem]:
    """Yield a problem for each entry of ``pages.yml`` that no subject declares, and for each page without one.

    Args:
        kinds: every index page that a subject declares.
        content: records without a mistake.
    """
    entries, known = content.all(IndexPage), {kind.id for kind in kinds}
    for page in entries:
        if page.id not in known:
            remedy = did_you_mean(page.id, known, f"use one of: {', '.join(sorted(known))}")
            yield Problem(page.location, f"there is no page '{page.id}' to write texts for", remedy)
    for missing in sorted(known - {page.id for page in entries}):
        yield Problem(entries[0].location, f"the page '{missing}' has no texts", f"add an entry with 'id: {missing}'")
