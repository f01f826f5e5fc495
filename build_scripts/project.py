"""From a project folder to its pages: read, check, build, verify."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from build_scripts.builders.generated import GeneratedAsset, GeneratedFile, Stamp
from build_scripts.builders.local import build_local
from build_scripts.builders.pages import build_pages
from build_scripts.builders.search import build_search
from build_scripts.check import check
from build_scripts.load import load_all
from build_scripts.model.content import Content
from build_scripts.model.forms import Shape
from build_scripts.problems import ContentError, Problem, sort_problems
from build_scripts.products import downloads
from build_scripts.stamp import stamp
from build_scripts.verify import verify


@dataclass(frozen=True)
class Project:
    """A project that may be built."""

    content: Content
    files: list[GeneratedFile]
    assets: list[GeneratedAsset]
    warnings: list[Problem]
    stamp: Stamp


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
    loaded = load_all(root)
    problems = check(loaded, today, strict_dates)
    files: list[GeneratedFile] = []
    if not _errors(problems):
        files = build_pages(loaded.content, shapes)
        made = {product.address for product in downloads(loaded.content, shapes)}
        problems = sort_problems([*problems, *verify(root, files, made)])
    if _errors(problems):
        raise ContentError(problems)
    assets = [build_search(loaded.content), build_local(loaded.content)]
    return Project(loaded.content, files, assets, problems, stamp(root, loaded.content))


def _errors(problems: list[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)
