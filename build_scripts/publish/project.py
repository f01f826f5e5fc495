"""From a project folder to its pages: read, check, build, verify."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from build_scripts.check import check
from build_scripts.check.browser_rules import build_rules
from build_scripts.content.content import Content
from build_scripts.content.forms import Shape
from build_scripts.content.load import load_all
from build_scripts.content.problems import ContentError, Problem, sort_problems
from build_scripts.pages.generated import BuildInfo, GeneratedAsset, GeneratedPage
from build_scripts.pages.index_page import check_index_pages
from build_scripts.pages.local_details import build_local, build_own_pages
from build_scripts.pages.scripts import build_scripts
from build_scripts.pages.stylesheets import STYLESHEETS, stylesheet, with_labels
from build_scripts.publish.all_pages import INDEX_PAGES, build_pages
from build_scripts.publish.build_info import check_version, read_build_info
from build_scripts.publish.downloads import downloads
from build_scripts.publish.link_check import check_links
from build_scripts.publish.sources import Stamps, stamps
from build_scripts.search.index import build_search


@dataclass(frozen=True)
class Project:
    """A project that may be built."""

    content: Content
    files: list[GeneratedPage]
    assets: list[GeneratedAsset]
    warnings: list[Problem]
    build_info: BuildInfo
    stamps: Stamps = field(default_factory=dict)
    """What the sources were when they were read."""

    @cached_property
    def by_source(self) -> dict[str, GeneratedPage]:
        """The pages by the address of their source, as the generator names it."""
        return {page.src_uri: page for page in self.files}


def open_project(
    root: Path, today: date, strict_dates: bool = False, shapes: frozenset[Shape] = frozenset({Shape.PAGE})
) -> Project:
    """Read a project folder and make its pages.

    Args:
        root: the project folder.
        today: the day to judge review dates against.
        strict_dates: whether an overdue review is an error.
        shapes: the kinds of file that are made of forms; pages link to these.

    Raises:
        ContentError: with every error and warning, when there is an error.
    """
    before = stamps(root)
    loaded = load_all(root)
    problems = sort_problems([*check(loaded, today, strict_dates), *check_version(root, loaded.content)])
    files: list[GeneratedPage] = []
    if not _errors(problems):
        problems = sort_problems([*problems, *check_index_pages(INDEX_PAGES, loaded.content)])
    if not _errors(problems):
        files = build_pages(loaded.content, shapes)
        made = {product.address for product in downloads(loaded.content, shapes)}
        problems = sort_problems([*problems, *check_links(root, files, made, loaded.content.labels)])
    if _errors(problems):
        raise ContentError(problems)
    assets = [
        build_search(loaded.content),
        build_local(loaded.content),
        build_own_pages(loaded.content),
        *build_scripts(loaded.content),
        build_rules(),
        *(
            GeneratedAsset(f"assets/{name}.css", with_labels(loaded.content, stylesheet(sheet)))
            for name, sheet in STYLESHEETS.items()
        ),
    ]
    return Project(loaded.content, files, assets, problems, read_build_info(root, loaded.content), before)


def _errors(problems: list[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)
