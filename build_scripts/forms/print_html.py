"""A form on paper: the HTML that becomes a PDF, and what each of its boxes is for."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, partial
from itertools import zip_longest

from markupsafe import Markup, escape

from build_scripts.content.fields import Prose
from build_scripts.content.forms import Copy, Field, FieldKind, Picture, Shape, Size
from build_scripts.content.local_details import TO_WRITE_ON, LocalField
from build_scripts.content.prose import parse, split_sentences, to_text
from build_scripts.forms.documents import FormDocument
from build_scripts.pages.generated import BuildInfo, printed_foot
from build_scripts.pages.page_context import TEMPLATES, StandAloneContext
from build_scripts.pages.stylesheets import with_labels

PICTURES_FOLDER = TEMPLATES / "forms" / "pictures"
SHORT = 24
"""Letters of the longest choice that still lets two stand side by side."""


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
        prompt = to_text(parse(self.document.label(asked)))
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
        kind=f"{document.row.size} fillable" if boxed else document.row.size,
        document=document,
        form=document.form,
        is_staff=document.row.copy_kind is Copy.WORKING and document.row.size in (Size.FULL, Size.LARGE_PRINT),
        is_short=document.row.size is Size.ONE_PAGE,
        has_notes=document.row.size in (Size.FULL, Size.LARGE_PRINT),
        has_boxes=boxed,
        boxes=boxes,
        own=_own(document, boxes),
        lines_of_cells=partial(_lines_of_cells, document.row.size),
        foot=_foot(document, build_info),
        created=f"{build_info.built_on.isoformat()}T00:00:00Z",
        style=Markup(with_labels(document.content, _style())),  # our own file
        plain=_plain,
        lines=_lines,
        picture=partial(_picture, document),
        stand_side_by_side=_stand_side_by_side,
        Kind=FieldKind,
    )
    return PrintedForm(page, boxes.tips)


def _own(document: FormDocument, boxes: Boxes) -> list[tuple[str, str]]:
    """Return whom at the school to ask: words, each with the name of the box after it, or with none."""
    if document.shape is not Shape.FILLABLE_PDF:
        return [(document.own, "")]
    names = map(boxes.own, document.own_blanks)
    return list(zip_longest(document.own.split(TO_WRITE_ON), names, fillvalue=""))


def _foot(document: FormDocument, build_info: BuildInfo) -> str:
    if document.goes_home:
        return f"{document.title}, {build_info.words()['built_on']}"
    return printed_foot(document.content, build_info, document.title)


def _plain(prose: Prose) -> str:
    return to_text(parse(prose))


def _lines(prose: Prose) -> Markup:
    """Return the sentences of a prompt, each on a line of its own."""
    return Markup("<br>").join(escape(sentence) for sentence in split_sentences(_plain(prose)))


def _stand_side_by_side(asked: Field) -> bool:
    return all(len(_plain(choice.label)) <= SHORT and not choice.line for choice in asked.choices)


def _lines_of_cells(size: Size, asked: Field) -> int:
    """Return how many lines one can type into a cell: the narrower the columns, the more."""
    columns = len(asked.columns)
    return 2 + (columns > 2) + (columns > 2 and size is not Size.ONE_PAGE) + (columns > 4 or size is Size.EASY_READ)


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
