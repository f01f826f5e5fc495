"""The matrix names documents that can be built of the forms, and names them so that others may see the names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_scripts.check.duplicates import repeated
from build_scripts.content.forms import Copy, FieldKind, Form, MatrixRow, Shape, SharedAnswer, Size
from build_scripts.content.load import Loaded
from build_scripts.content.problems import Location, Problem

EXPLICIT = re.compile(r"sex|nud(?:e|ity)|naked|porn|rape|genital|explicit", re.IGNORECASE)
"""What filters stop at, in the name of any file."""
TELLING = re.compile(
    rf"{EXPLICIT.pattern}|harm|hsb|abus|assault|behaviour|incident|offen[cds]|crim|police|safeguard|victim|violen|risk",
    re.IGNORECASE,
)
"""What would tell others why a young person has a paper."""
GOES_HOME = (Copy.YOUNG_PERSON, Copy.PARENTS)
SIGNATURES = 3
"""The young person, the parents or carers, and staff."""


def check(loaded: Loaded) -> Iterator[Problem]:
    """Yield problems with the matrix, and with forms that it leaves out or cannot build."""
    rows = loaded.content.all(MatrixRow)
    forms = {form.id: form for form in loaded.content.all(Form)}
    yield from _doubles(rows)
    for row in rows:
        yield from _explicit(row)
        if row.form.id in forms:
            yield from _row(row, forms[row.form.id])
    if MatrixRow not in loaded.unread and all(row.form.id in forms for row in rows):
        for form in forms.values():
            yield from _form(form, [row for row in rows if row.form.id == form.id])
        for shared in loaded.content.all(SharedAnswer):
            yield from _shared(shared, forms)


def _doubles(rows: tuple[MatrixRow, ...]) -> Iterator[Problem]:
    told: list[Location] = []
    for known, where, first in repeated((known, row.location) for row in rows for known in _known(row)):
        if where not in told:  # a row that stands twice has the same files too
            message = f"the matrix has {known} already, on line {first.line}"
            yield Problem(where, message, "change or remove one of the rows")
        told.append(where)


def _known(row: MatrixRow) -> list[str]:
    kinds = [f"{row.form.id}, {row.copy_kind}, {row.size}, {shape}" for shape in row.shapes]
    return [*kinds, *(f"file '{name}'" for name in row.files.values())]


def _explicit(row: MatrixRow) -> Iterator[Problem]:
    pattern = TELLING if row.copy_kind is Copy.YOUNG_PERSON else EXPLICIT
    for name in (row.file, row.title):
        if found := pattern.search(name):
            message = f"'{found[0]}' stands in the name of a document, where others see it"
            yield Problem(row.location, message, f"word '{name}' so that it tells nothing")


def _row(row: MatrixRow, form: Form) -> Iterator[Problem]:
    if not form.parts_on(row.copy_kind, row.size):
        message = f"the form '{form.id}' has no fields for the copy '{row.copy_kind}' in the size '{row.size}'"
        yield Problem(row.location, message, "take the row out, or mark fields for it")
        return
    if Shape.PAGE in row.shapes and row.copy_kind is not Copy.STAFF_ANNEX:
        yield from _page(row, form)
    if row.copy_kind in GOES_HOME:
        yield from _text_around(row, form)
    if row.copy_kind is Copy.YOUNG_PERSON:
        yield from _neutral(row, form)


def _page(row: MatrixRow, form: Form) -> Iterator[Problem]:
    if row.copy_kind is not Copy.WORKING or row.file != form.id:
        message = "a page is made of the working copy, at the address of its form, and of the staff annex"
        yield Problem(row.location, message, f"take 'page' out, or set copy_kind: working and file: {form.id}")


def _text_around(row: MatrixRow, form: Form) -> Iterator[Problem]:
    text = form.text_of(row.copy_kind)
    if text is None:
        message = f"the form '{form.id}' does not say where help is on the copy '{row.copy_kind}'"
        yield Problem(row.location, message, "add it to 'copies' of the form, with services")
    elif row.size is Size.EASY_READ and not (text.easy_lead and text.easy_services):
        message = f"the form '{form.id}' has no easy words to begin the copy '{row.copy_kind}'"
        yield Problem(row.location, message, "add 'easy_lead' and 'easy_services' in 'copies' of the form")


def _neutral(row: MatrixRow, form: Form) -> Iterator[Problem]:
    if form.neutral_title is None or form.file_name is None:
        message = f"the form '{form.id}' has no neutral title and file name for a copy that a young person keeps"
        yield Problem(row.location, message, "add 'neutral_title' and 'file_name' to the form")
    elif not row.title.startswith(form.neutral_title) or not row.file.startswith(form.file_name):
        message = f"the copy that a young person keeps is called '{row.title}' and '{row.file}'"
        yield Problem(row.location, message, f"begin them with '{form.neutral_title}' and '{form.file_name}'")


def _form(form: Form, rows: list[MatrixRow]) -> Iterator[Problem]:
    if not any(Shape.PAGE in row.shapes for row in rows if row.copy_kind is Copy.WORKING):
        message = f"no row of the matrix makes the page of the form '{form.id}'"
        where = rows[0].location if rows else form.location
        yield Problem(
            where, message, "add a row to form-matrix.yml with copy_kind: working, and 'page' among its shapes"
        )
    if any(row.copy_kind is Copy.YOUNG_PERSON for row in rows):
        yield from _signatures(form)


def _signatures(form: Form) -> Iterator[Problem]:
    labels = {field.label.text.strip().lower() for field in form.fields if field.kind is FieldKind.SIGNATURE}
    if len(labels) < SIGNATURES:
        message = f"a plan made with a young person has {SIGNATURES} signatures, and this has {len(labels)}"
        yield Problem(form.location, message, "add a signature for each side, and say in its label whose it is")


def _shared(shared: SharedAnswer, forms: dict[str, Form]) -> Iterator[Problem]:
    kinds = {asked: _kind(asked, forms) for asked in shared.asked_as}
    for asked, kind in kinds.items():
        if not kind:
            remedy = "name form and field, and behind the field of a table a column"
            yield Problem(shared.location, f"there is no question '{asked}'", remedy)
    if len({kind for kind in kinds.values() if kind}) > 1:
        told = ", ".join(f"'{asked}' is {kind}" for asked, kind in kinds.items() if kind)
        yield Problem(shared.location, f"one answer does not fit all: {told}", "name questions of the same kind")
    if len({asked.split(".")[0] for asked in shared.asked_as}) < len(shared.asked_as):
        yield Problem(shared.location, "one form stands here twice", "let a field repeat another with 'same_as'")


def _kind(asked: str, forms: dict[str, Form]) -> str:
    """Return how a question of a form is answered, or nothing when there is no such question."""
    form_id, field_id, *column_id = asked.split(".")
    field = forms[form_id].field(field_id) if form_id in forms else None
    if field is None or (field.kind is FieldKind.TABLE) != bool(column_id):
        return ""
    kinds = {column.id: column.kind.value for column in field.columns}
    kind = kinds.get(column_id[0], "") if column_id else field.kind.value
    return "text" if kind.endswith("-text") else kind
