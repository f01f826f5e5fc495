"""Which documents the forms become: one for each row and shape of the matrix."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from build_scripts.content.content import Content
from build_scripts.content.fields import Prose
from build_scripts.content.forms import Column, Copy, CopyText, Field, Form, MatrixRow, Part, Shape, Size
from build_scripts.content.links import FORM_FILES_FOLDER
from build_scripts.content.local_details import LocalField
from build_scripts.content.prose import plain_text
from build_scripts.content.registers import Service
from build_scripts.content.route import Route, Step
from build_scripts.pages.local_details import not_given, with_local_details


@dataclass(frozen=True)
class FormDocument:
    """One copy of a form in one size and shape."""

    content: Content
    form: Form
    row: MatrixRow
    shape: Shape

    @property
    def title(self) -> str:
        """The title, which every shape shows: neutral on copies that a young person keeps."""
        return self.row.title

    @property
    def address(self) -> str:
        """Where it stands, from the start of the site."""
        name = self.row.files[self.shape]
        return f"forms/{name}" if self.shape is Shape.PAGE else f"{FORM_FILES_FOLDER}/{name}"

    @property
    def is_easy(self) -> bool:
        """Whether it is the easy-read version, with a picture beside each prompt."""
        return self.row.size is Size.EASY_READ

    @property
    def is_large(self) -> bool:
        """Whether its letters are so large that little stands side by side."""
        return self.is_easy or self.row.size.is_large_print

    @property
    def is_compact(self) -> bool:
        """Whether prompts stand beside their answers, so that it takes few sheets."""
        return (self.form.compact or self.is_annex) and self.row.size is Size.FULL

    @property
    def is_small(self) -> bool:
        """Whether its letters are smaller too: families, who keep their copy, have them as large as on other copies."""
        return self.is_compact and not self.goes_home

    @property
    def is_annex(self) -> bool:
        """Whether only the safeguarding lead has it, apart from what stands before use on the copy for the meeting."""
        return self.row.copy_kind is Copy.STAFF_ANNEX

    @property
    def goes_home(self) -> bool:
        """Whether a young person or a family keeps it: then nothing on it names the guide."""
        return self.row.copy_kind in (Copy.YOUNG_PERSON, Copy.PARENTS)

    @property
    def is_explained(self) -> bool:
        """Whether it gives reasons too: the paper of a meeting has room for them, others keep it short."""
        return self.row.copy_kind is Copy.WORKING and self.row.size.fields is Size.FULL

    @property
    def lead(self) -> Prose | None:
        """What staff read first, on the copies that they fill in."""
        if self.row.copy_kind is not Copy.WORKING or not self.row.size.has_help:
            return None
        return self.form.brief if self.row.size.is_short else self.form.lead

    @property
    def text(self) -> CopyText | None:
        """The words around the fields, where the copy has its own."""
        return self.form.text_of(self.row.copy_kind)

    @cached_property
    def parts(self) -> tuple[tuple[Part, tuple[Field, ...]], ...]:
        """The parts that it carries, each with its fields there."""
        return self.form.parts_on(self.row.copy_kind, self.row.size)

    @cached_property
    def numbers(self) -> Mapping[str, str]:
        """The printed number of each part and field by its id: 1, 2, 3 on each copy, so that nothing seems lost.

        One page has no parts to see, and so fields of one figure.
        """
        if self.row.size is Size.ONE_PAGE:
            asked = (field for _, fields in self.parts for field in fields)
            return {field.id: str(number) for number, field in enumerate(asked, 1)}
        numbers = {}
        for number, (part, fields) in enumerate(self.parts, 1):
            numbers[part.id] = str(number)
            numbers |= {field.id: f"{number}.{below}" for below, field in enumerate(fields, 1)}
        return numbers

    @property
    def services(self) -> tuple[Service, ...]:
        """Who helps, printed with name and number."""
        references = self.text.services if self.text else ()
        found = [self.content.find("service", reference.id) for reference in references]
        return tuple(service for service in found if isinstance(service, Service))

    @property
    def tells_of_services(self) -> bool:
        """Whether each service says what it is: staff know, and one page has no room."""
        return self.goes_home and self.row.size is not Size.ONE_PAGE

    @property
    def own(self) -> str:
        """Whom at the school to ask, with a line to write on for each detail not given at build time."""
        return " ".join(self.own_words(line) for line in self.own_lines)

    @property
    def own_blanks(self) -> list[LocalField]:
        """What is to be written on each of its lines, in their order."""
        return [detail for line in self.own_lines for detail in not_given(self.content, line)]

    @property
    def own_lines(self) -> tuple[Prose, ...]:
        """The same as it is written: in the easy-read version a line for each detail."""
        if self.text is None:
            return ()
        if self.is_easy:
            return tuple(idea.label for idea in self.text.easy_own)
        return (self.text.own,) if self.text.own else ()

    def own_words(self, line: Prose) -> str:
        """Return one of these lines, with a line to write on for each detail not given at build time."""
        return plain_text(with_local_details(self.content, line))

    def reach(self, service: Service, phone: str = "") -> str:
        """Return how to get in touch with a service, within a line; nothing when its name says so.

        Args:
            service: one of those that help.
            phone: a link to its number, in place of the number.
        """
        number, label = phone or service.phone, self.content.label
        if service.phone and service.phone in service.name:
            return ""
        if service.phone and service.text:
            return label("call-or-text-within-a-line", phone=number, text=service.text)
        if service.phone:
            return label("call-within-a-line", number=number)
        if service.text:
            return label("text-within-a-line", number=service.text)
        return service.url.split("://", 1)[1].rstrip("/") if service.url else ""

    def step(self, field: Field) -> Step | None:
        """Return the consideration that a field records, with its questions."""
        steps = self.content.one(Route).steps if field.consideration else ()
        return next((step for step in steps if field.consideration and step.id == field.consideration.id), None)

    def hints(self, field: Field) -> list[tuple[str, Prose]]:
        """Return what helps to answer a field: each with the label of the words that stand before it, or none.

        Args:
            field: what is asked.
        """
        if not self.row.size.has_help:
            return []
        hints = [("", field.help) if field.help else ("for-example", field.example)]
        hints += [("why-we-ask", field.why_we_ask)] if self.is_explained else []
        return [(head, prose) for head, prose in hints if prose]

    def lines(self, field: Field) -> int:
        """Return how many lines a field has to write on."""
        return self._as_many(field, field.lines)

    def rows(self, field: Field) -> int:
        """Return how many empty rows a table has."""
        few = field.easy.rows if self.is_easy and field.easy else None
        return few or self._as_many(field, field.rows)

    def _as_many(self, field: Field, most: int | None) -> int:
        return (self.row.size.is_short and field.fewer) or most or 1

    def label(self, field: Field) -> Prose:
        """Return the prompt of a field in the words of this version."""
        return field.easy.label if self.is_easy and field.easy else field.label

    def head(self, column: Column) -> Prose:
        """Return the head of a column in the words of this version."""
        return column.easy.label if self.is_easy and column.easy else column.label

    def heads(self, field: Field) -> list[Prose]:
        """Return the heads of a table in the words of this version."""
        return [self.head(column) for column in field.columns]

    def heading(self, part: Part) -> Prose:
        """Return the heading of a part in the words of this version."""
        return part.easy_title if self.is_easy and part.easy_title else part.title


def form_documents(content: Content) -> Iterator[FormDocument]:
    """Yield every document of the matrix, in its order."""
    for row in content.all(MatrixRow):
        form = content.find("form", row.form.id)
        if isinstance(form, Form):
            for shape in row.shapes:
                yield FormDocument(content, form, row, shape)
