"""Reads decks as PowerPoint would, and makes decks of overlong text."""

import random
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pptx

from build_scripts.content.content import Content
from build_scripts.content.fields import Prose
from build_scripts.content.registers import Continuum
from build_scripts.content.sessions import Session, SlideKind
from build_scripts.formats import text_width
from build_scripts.formats.powerpoint.text_height import LINE_HEIGHT
from build_scripts.training.session_plan import SessionPlan, Slide, session_plan
from build_scripts.training.slide_sources import Point, SlideStep
from tests.real import real_content

WORDS = (
    *("a", "is", "the", "not", "who", "DSL", "they", "when", "child", "Wŷr", "online", "person", "because"),
    *("behaviour", "safeguarding", "responsibility", "MMMMMMMM", "illicitly", "self-harm", "well-being-and-safety"),
    *("counterproductively", "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"),
)
"""Short, long, narrow and wide words, also such as break after a hyphen."""
EMU = 12700
WIDTH = 960
"""How wide a slide is in points."""


def opened(data: bytes) -> Any:
    """Return a deck as python-pptx reads it."""
    return pptx.Presentation(BytesIO(data))


def placeholders(slide: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each placeholder of a slide with the one on its layout that it follows."""
    layout = {shape.placeholder_format.idx: shape for shape in slide.slide_layout.placeholders}
    for shape in slide.placeholders:
        yield shape, layout[shape.placeholder_format.idx]


def words_on(slide: Any) -> list[str]:
    """Return the paragraphs below the title of a slide."""
    bodies = [shape for shape, _ in placeholders(slide) if shape.name not in ("Title", "Footer", "Slide number")]
    return [paragraph.text for shape in bodies for paragraph in shape.text_frame.paragraphs if paragraph.text]


def words_of(data: bytes) -> Iterator[str]:
    """Yield the paragraphs of a deck, those of its notes too."""
    for slide in opened(data).slides:
        for tree in (slide._element, slide.notes_slide._element):
            for paragraph in tree.iter("{*}p"):
                yield "".join(run.text or "" for run in paragraph.iter("{*}t"))


def within(shape: Any) -> list[Any]:
    """Return the shapes of a group; none when it is no group."""
    return list(getattr(shape, "shapes", ()))


def too_high(data: bytes) -> list[str]:
    """Return where words take more room than their place has, by what stands in the file alone."""
    found = []
    for number, slide in enumerate(opened(data).slides, 1):
        for shape, place in placeholders(slide):
            if shape.name != "Slide number":
                high = sum(_height(paragraph, place) for paragraph in shape.text_frame.paragraphs)
                room = (place.height - place.text_frame.margin_top - place.text_frame.margin_bottom) / EMU
                if high > room + 0.01:
                    found.append(f"slide {number}, {shape.name}: {high:.1f} of {room:.1f} points")
    return found


def _height(paragraph: Any, place: Any) -> float:
    level = place._element.txBody.find(".//{*}lvl1pPr")
    usual = int(level.find("{*}defRPr").get("sz")) / 100
    is_bold = level.find("{*}defRPr").get("b") == "1"
    gap = int(level.find("{*}spcBef/{*}spcPts").get("val")) / 100
    sizes = {run.font.size.pt for run in paragraph.runs if run.font.size} or {usual}
    own = paragraph._p.pPr.get("marL") if paragraph._p.pPr is not None else None
    frame = place.text_frame
    room = (place.width - frame.margin_left - frame.margin_right - int(own or level.get("marL") or 0)) / EMU
    words = [(run.text, is_bold or bool(run.font.bold)) for run in paragraph.runs]
    return text_width.lines(words, max(sizes), room) * float(max(sizes)) * LINE_HEIGHT + float(gap)


def stressed(content: Content, seed: int, count: int = 60) -> SessionPlan:
    """Return a session of so many slides of every kind, with far too many words or none to speak of."""
    chance = random.Random(seed)
    usual = session_plan(content, content.all(Session)[0])
    block = usual.rows[0]
    pause = next(row for row in usual.rows if row.block.kind == "pause")
    made = [_slide(chance, usual.slides[0], number) for number in range(count)]
    rows = (replace(block, slides=tuple(made[5:])), replace(pause, slides=tuple(made[:5])))
    session = usual.session.model_copy(update={"title": _text(chance, 12), "summary": _prose(chance, 25)})
    return replace(usual, session=session, rows=rows)


def _slide(chance: random.Random, usual: Slide, number: int) -> Slide:
    length = chance.choice((3, 12, 25, 60, 250))
    points = tuple(_point(chance, length, number % 3 == 0) for _ in range(chance.choice((0, 1, 3, 5, 9, 14))))
    made = replace(
        usual,
        id=f"made-{number}",
        content=SlideKind.POINTS,
        title=f"{number} {_text(chance, chance.choice((2, 8, 16)))}",
        lead=_prose(chance, length) if chance.random() < 0.5 or not points else None,
        points=points,
        ordered=number % 4 == 0,
        notes=_prose(chance, 200),
    )
    if number % 5 == 0 and points:
        right = (replace(points[0], right=True), *points[1:])
        return replace(
            made, points=right, lead=made.lead or _prose(chance, 9), stages=(SlideStep(_prose(chance, length)),)
        )
    if number % 5 == 1:
        stages = tuple(SlideStep(_prose(chance, length), points[:2]) for _ in range(chance.choice((2, 4))))
        return replace(made, lead=None, stages=stages)
    if number % 5 == 2:
        continuum = real_content().one(Continuum)
        levels = tuple(Point(level.brief, f"{level.name}:") for level in continuum.levels)
        return replace(made, points=levels, picture=continuum)
    return made


def _point(chance: random.Random, length: int, with_term: bool) -> Point:
    return Point(_prose(chance, length), _text(chance, 2) + ":" if with_term else None)


def _prose(chance: random.Random, length: int) -> Prose:
    text = _text(chance, length)
    return Prose(f"**{text[:9].strip()}** {text[9:].strip()}." if chance.random() < 0.3 else f"{text}.")


def _text(chance: random.Random, length: int) -> str:
    """Return words with the end of a sentence here and there; the longest ones are rare."""
    words = chance.choices(WORDS, [max(40 // len(word), 1) for word in WORDS], k=length)
    return " ".join(f"{word}." if chance.random() < 0.06 and word.islower() else word for word in words).rstrip(".")
