"""Words of the content as paragraphs of a deck; links become their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from markdown_it.tree import SyntaxTreeNode

from build_scripts.content.fields import Prose
from build_scripts.content.prose import LISTS, parse, text_runs, to_text
from build_scripts.formats.powerpoint.deck import Paragraph, Run
from build_scripts.formats.powerpoint.layouts import ListStyle
from build_scripts.training.slide_sources import Point


def paragraphs(prose: Prose) -> Iterator[Paragraph]:
    """Yield the paragraphs of a prose."""
    for block in parse(prose).children:
        yield from _block(block)


def paragraph(prose: Prose, style: ListStyle = ListStyle.NONE) -> Paragraph:
    """Return a prose of one paragraph."""
    return Paragraph(_runs(parse(prose)), style)


def listed(points: Iterable[Point], style: ListStyle, start: int = 1) -> tuple[Paragraph, ...]:
    """Return the points of a slide as a list, which may begin with a later number."""
    return tuple(_point(point, style, number) for number, point in enumerate(points, start))


def bold(of: Paragraph) -> Paragraph:
    """Return a paragraph in bold."""
    return replace(of, runs=tuple(replace(run, bold=True) for run in of.runs))


def _point(point: Point, style: ListStyle, number: int) -> Paragraph:
    term = (Run(f"{point.term} ", bold=True),) if point.term else ()
    phone = (Run(f" {point.phone}", bold=True),) if point.phone else ()
    runs = (*term, *_runs(parse(point.text)), *phone)
    return Paragraph(runs, style, 1 if style is ListStyle.BULLET else number)


def _block(node: SyntaxTreeNode) -> Iterator[Paragraph]:
    if node.type in ("paragraph", "heading"):
        yield Paragraph(_runs(node))
    elif node.type in LISTS:
        style = ListStyle.NUMBER if node.type == "ordered_list" else ListStyle.BULLET
        for number, item in enumerate(node.children, 1):
            first, *more = (paragraph for block in item.children for paragraph in _block(block))
            yield replace(first, list_style=style, number=number)
            yield from more
    else:
        yield Paragraph((Run(to_text(node)),))


def _runs(node: SyntaxTreeNode) -> tuple[Run, ...]:
    """Return the words below a node; neighbours that look alike become one."""
    runs: list[Run] = []
    for text, strong, stressed in text_runs(node):
        if runs and runs[-1].bold == (strong or stressed):
            runs[-1] = replace(runs[-1], text=runs[-1].text + text)
        else:
            runs.append(Run(text, strong or stressed))
    return tuple(runs)
