"""A form on paper: the HTML that becomes a PDF, and what each of its boxes is for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import chain, groupby, zip_longest
from math import ceil

from markupsafe import Markup, escape

from build_scripts.content.fields import Prose
from build_scripts.content.forms import ColumnKind, Field, FieldKind, Picture, Shape, Size
from build_scripts.content.local_details import TO_WRITE_ON, LocalField
from build_scripts.content.prose import plain_text, split_sentences
from build_scripts.formats.pdf_box_room import letters_of_line
from build_scripts.forms.documents import FormDocument
from build_scripts.pages.generated import BuildInfo, printed_foot
from build_scripts.pages.local_details import not_given
from build_scripts.pages.page_context import TEMPLATES, StandAloneContext
from build_scripts.pages.stylesheets import with_labels

PICTURES_FOLDER = TEMPLATES / "forms" / "pictures"
WIDTH = 177
"""The width to write on, in millimetres; print.css gives the margins."""
SHORT_KINDS = (FieldKind.DATE, FieldKind.SHORT_TEXT)
"""Kinds of field of which two stand side by side."""
LETTERS_BESIDE = dict.fromkeys(SHORT_KINDS, 40) | dict.fromkeys((FieldKind.PERSON_WITH_ROLE, FieldKind.SIGNATURE), 30)
"""How long a prompt may be that stands beside its lines."""
LETTERS_OF_CHOICE, LETTERS_OF_LARGE_CHOICE = {"third": 22, "half": 44}, {"half": 24}
"""How long the longest of several choices may be where three or two stand side by side."""
LETTERS_OF_CELL = {ColumnKind.SHORT_TEXT: 24, ColumnKind.LONG_TEXT: 55}
"""How many letters can be typed into a cell at least, by kind of column."""
TYPE_OF_CELLS, LARGE_TYPE_OF_CELLS = 10, 14
"""How large letters are that are typed into a cell, in points; print.css says the same."""
FEW_ROWS = 5
"""Up to how many rows the cells of a compact table have a second line, for sentences; a longer one is a list."""
POINTS_OF_MM = 72 / 25.4


@dataclass(frozen=True)
class PrintedForm:
    """A document ready for the PDF renderer."""

    html: str
    tips: dict[str, str]
    """What each box is for, by its name; empty on paper to fill in by hand."""


@dataclass
class Boxes:
    """Gives out the names of boxes and remembers what each is for."""

    document: FormDocument
    tips: dict[str, str] = field(default_factory=dict)

    def name(self, asked: Field, part: str, *words: str) -> str:
        """Return the name of a box, with the number that a field has on every copy.

        A full stop in it would mean a group of boxes to PDF viewers.

        Args:
            asked: the field it belongs to.
            part: which of its boxes, such as ``2-role``.
            words: what to say after the prompt, such as the row and the head of the column.

        Raises:
            ValueError: when the name is taken.
        """
        name = f"{asked.number.replace('.', '-')}_{part}"
        prompt = plain_text(self.document.label(asked))
        number = self.document.numbers[asked.id]
        return self._noted(name, ": ".join([f"{number} {prompt}", *(word for word in words if word)]))

    def one_of(self, asked: Field, choice: str, words: str) -> str:
        """Return the name of a group of boxes of which only one can be ticked.

        Args:
            asked: the field whose choices they are.
            choice: which of them, by its id; the renderer looks for its tip below both names.
            words: what to say after the prompt.
        """
        group = f"{asked.number.replace('.', '-')}_one"
        self.name(asked, f"one_{choice}", words)
        return group if group in self.tips else self.name(asked, "one")

    def own(self, detail: LocalField) -> str:
        """Return the name of a box for a detail of the school."""
        return self._noted(f"own_{detail.id}", detail.label)

    def _noted(self, name: str, words: str) -> str:
        if name in self.tips:
            raise ValueError(f"two boxes are called {name}")
        self.tips[name] = words
        return name


def print_form(document: FormDocument, build_info: BuildInfo) -> PrintedForm:
    """Return a PDF document as HTML, and what each box is for.

    Args:
        document: a document in one of the two shapes of PDF.
        build_info: version and date, which stand at the foot.
    """
    boxes, boxed = Boxes(document), document.shape is Shape.FILLABLE_PDF
    page = StandAloneContext(document.content, document.address).fill(
        "forms/templates/print.html",
        title=document.title,
        kind=_kind(document),
        document=document,
        form=document.form,
        is_short=document.row.size is Size.ONE_PAGE,
        has_notes=document.row.size.has_help,
        is_compact=document.is_small,
        has_boxes=boxed,
        boxes=boxes,
        own=[_own(document, line) for line in document.own_lines],
        lines_of_cells=partial(_lines_of_cells, document),
        shares=_shares,
        classes=partial(_classes, document, _halves(document)),
        foot=_foot(document, build_info),
        created=f"{build_info.built_on.isoformat()}T00:00:00Z",
        style=Markup(with_labels(document.content, _style())),  # our own file
        plain=_plain,
        lines=_lines,
        picture=partial(_picture, document),
        width_of_choices=partial(_width_of_choices, document),
        Kind=FieldKind,
    )
    return PrintedForm(page, boxes.tips)


def _kind(document: FormDocument) -> str:
    """Return the classes that decide how a document looks."""
    size = Size.LARGE_PRINT if document.row.size.is_large_print else document.row.size
    compact = ["compact"] if document.is_small else []
    fillable = ["fillable"] if document.shape is Shape.FILLABLE_PDF else []
    return " ".join([size, document.row.copy_kind, *compact, *fillable])


def _own(document: FormDocument, line: Prose) -> list[tuple[str, LocalField | None]]:
    """Return whom at the school to ask: words, each with the detail that is to be written after it, or with none."""
    return list(zip_longest(document.own_words(line).split(TO_WRITE_ON), not_given(document.content, line)))


def _foot(document: FormDocument, build_info: BuildInfo) -> str:
    if document.goes_home:
        return f"{document.title}, {build_info.words()['built_on']}"
    return printed_foot(document.content, build_info, document.title)


def _plain(prose: Prose) -> str:
    return plain_text(prose)


def _lines(prose: Prose) -> Markup:
    """Return the sentences of a prompt, each on a line of its own."""
    return Markup("<br>").join(escape(sentence) for sentence in split_sentences(_plain(prose)))


def _width_of_choices(document: FormDocument, asked: Field) -> str:
    """Return how many choices stand side by side: as many as the longest of them lets."""
    if document.is_easy:
        return ""
    if document.is_small and (asked.wide or asked.half or any(choice.line for choice in asked.choices)):
        return ""
    longest = max((len(_plain(choice.label)) for choice in asked.choices), default=0)
    fitting = LETTERS_OF_LARGE_CHOICE if document.is_large else LETTERS_OF_CHOICE
    return next((width for width, most in fitting.items() if longest <= most), "")


def _halves(document: FormDocument) -> tuple[Field, ...]:
    """Return the fields that take half the width: two short answers that follow one another, or four."""
    if document.is_easy:
        return ()
    parts = [fields for _, fields in document.parts]
    if document.row.size is not Size.ONE_PAGE:
        return tuple(chain(*(_pairs(fields, SHORT_KINDS) for fields in parts)))
    whole = tuple(chain(*parts))
    return (*_pairs(whole, SHORT_KINDS), *_pairs(whole, (FieldKind.LONG_TEXT,)))


def _pairs(fields: tuple[Field, ...], kinds: tuple[FieldKind, ...]) -> Iterator[Field]:
    """Yield the fields that follow one another and are all of some kinds, two by two."""
    for are_alike, group in groupby(fields, lambda field: field.kind in kinds):
        alike = list(group) if are_alike else []
        yield from alike[: len(alike) // 2 * 2]


def _classes(document: FormDocument, halves: tuple[Field, ...], asked: Field) -> str:
    """Return what decides how wide a field and its answer are, beside its kind."""
    if document.is_small:
        widths = {"wide": asked.wide, "half": asked.half, "considered": asked.consideration}
        return next((name for name, holds in widths.items() if holds), "narrow")
    if document.is_easy:
        return ""
    if asked in halves:
        return "beside"
    is_brief = len(_plain(document.label(asked))) <= LETTERS_BESIDE.get(asked.kind, 0) and not (
        document.goes_home and document.hints(asked)
    )
    return "led" if is_brief else ""


def _shares(asked: Field) -> list[float]:
    """Return how much of the width each column of a table takes, in hundredths."""
    weights = [column.kind.weight for column in asked.columns]
    return [round(100 * weight / sum(weights), 2) for weight in weights]


def _lines_of_cells(document: FormDocument, asked: Field) -> int:
    """Return how many lines one can type into a cell: the narrower the columns, the more, save on compact paper."""
    if document.is_small:
        return _lines_of_compact_cells(document, asked)
    size = LARGE_TYPE_OF_CELLS if document.is_large else TYPE_OF_CELLS
    widths = {
        column: share / 100 * WIDTH * POINTS_OF_MM for column, share in zip(asked.columns, _shares(asked), strict=True)
    }
    lines = (LETTERS_OF_CELL.get(each.kind, 0) / letters_of_line(width, size) for each, width in widths.items())
    return max(2, *map(ceil, lines))


def _lines_of_compact_cells(document: FormDocument, asked: Field) -> int:
    has_sentences = document.rows(asked) <= FEW_ROWS and any(
        each.kind is ColumnKind.LONG_TEXT for each in asked.columns
    )
    is_narrow = document.shape is Shape.FILLABLE_PDF and len(asked.columns) > 2
    return 2 if has_sentences or is_narrow else 1


@cache
def _style() -> str:
    return (TEMPLATES / "forms" / "templates" / "print.css").read_text(encoding="utf-8")


@cache
def picture_svg(picture: Picture) -> str:
    """Return a picture of the easy-read version as SVG."""
    return (PICTURES_FOLDER / f"{picture}.svg").read_text(encoding="utf-8")


def _picture(document: FormDocument, picture: Picture) -> Markup:
    """Return a picture as SVG with the words that tell what it shows."""
    title = Markup("<title>{}</title>").format(document.content.label(f"picture-{picture}"))
    return Markup(picture_svg(picture).replace(">", f">{title}", 1))  # our own file
