"""The index pages of the registers, each declared once: its template, what it lists, what it loads."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from build_scripts.content.fields import Checked
from build_scripts.content.pages import Article
from build_scripts.content.registers import Document, Service, Survey
from build_scripts.pages.index_page import IndexPageKind
from build_scripts.pages.page_context import PageContext
from build_scripts.registers import lists
from build_scripts.registers.checked_lists import checked_lists
from build_scripts.registers.release_lists import intranet_lists, release_lists, self_test_lists


def _register(
    page_id: str, found: Callable[[PageContext], dict[str, object]], *kinds: type[Checked], **meta: object
) -> IndexPageKind:
    template = f"registers/templates/{page_id}.html"
    return IndexPageKind(page_id, template, lambda context, _: found(context), kinds, meta)


def _section(group: str) -> IndexPageKind:
    template = "registers/templates/section.html"
    return IndexPageKind(group, template, lambda context, _: lists.section(context, group), meta={"wide": True})


INDEX_PAGES: Sequence[IndexPageKind] = (
    _register("documents", lists.documents, Document, script="filter"),
    _register("services", lists.services, Service, script="filter"),
    _register("advice", lists.advice, Service, script="filter"),
    _register("changes", lists.changes, Document, Service, script="filter", wide=True),
    _register("figures", lists.figures, Survey),
    _register("corrections", lists.corrections),
    _register("words", lists.words, wide=True),
    _register("glossary", lists.glossary, wide=True),
    _register("behaviours", lists.behaviours, wide=True),
    _register("questions", lists.questions),
    _register("a-to-z", lists.a_to_z, without_contents=True, wide=True),
    IndexPageKind("intranet", "registers/templates/intranet.html", intranet_lists),
    IndexPageKind("checked", "registers/templates/checked.html", checked_lists, (Document, Service, Article)),
    IndexPageKind("release", "registers/templates/release.html", release_lists),
    _register("setup", lists.set_up, script="setup"),
    IndexPageKind("self-test", "registers/templates/self-test.html", self_test_lists, meta={"script": "self-test"}),
    _register("check-file", lambda _: {}, script="check-file"),
    *(_section(group) for group in ("act", "understand", "support", "reference", "run")),
)
