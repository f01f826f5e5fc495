"""Promises that every PDF in the manifest keeps."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import page
import pikepdf
import pytest
from pypdfium2 import PdfDocument

from build_scripts.content.fields import Prose
from build_scripts.content.forms import Answer, ColumnKind, Field, Shape, Size, WorkedExample
from build_scripts.content.pages import Site
from build_scripts.content.prose import parse, to_text
from build_scripts.forms.documents import FormDocument, form_documents
from build_scripts.forms.examples import answered
from build_scripts.help.pages import SHEETS
from build_scripts.release.editions.offline import SHEET
from tests.built import Built
from tests.real import MATRIX_ROWS, real_content
from tests.site.feet import empty_feet
from tests.site.pdf_text import squeezed, words_of

ENDINGS = {"pdf": "", "fillable-pdf": "-to-fill-in"}
FORMS = [row["file"] + ENDINGS[shape] for row in MATRIX_ROWS for shape in row["shapes"] if shape in ENDINGS]
BESIDE = (
    *(f"help/files/{name}.pdf" for name in SHEETS),
    "handbook/moving-forward-handbook.pdf",
    "handouts/for-parents.pdf",
    SHEET,
)
every_form = pytest.mark.parametrize("name", FORMS)
every_pdf = pytest.mark.parametrize("path", [*(f"forms/files/{name}.pdf" for name in FORMS), *BESIDE])
RUNS = {"/JS", "/JavaScript", "/AA", "/OpenAction", "/Launch", "/SubmitForm"}
"""Names of what a viewer would do by itself, or would send."""


@cache
def documents() -> dict[str, FormDocument]:
    """Return the forms that become PDFs, by the names of the files."""
    found = form_documents(real_content())
    return {Path(each.address).stem: each for each in found if each.address.endswith(".pdf")}


@pytest.fixture
def document(name: str) -> FormDocument:
    """The form of a PDF."""
    return documents()[name]


@pytest.fixture
def path(document: FormDocument) -> str:
    """Where the PDF of a form lies in the site."""
    return document.address


@pytest.fixture
def opened(built: Built, path: str) -> Iterator[pikepdf.Pdf]:
    """A PDF in the built site."""
    with pikepdf.open(built.site / path) as pdf:
        yield pdf


def listed(built: Built) -> dict[str, Any]:
    """Return what the manifest says of each PDF."""
    return {entry["path"]: entry for entry in built.manifest["downloads"] if entry["path"].endswith(".pdf")}


def boxes(pdf: pikepdf.Pdf) -> list[Any]:
    """Return the boxes to fill in."""
    return list(pdf.Root.AcroForm.Fields) if "/AcroForm" in pdf.Root else []


def test_the_manifest_lists_every_pdf(built: Built) -> None:
    """Gates run over the manifest, so what is missing or was made beside the matrix fails here."""
    forms = {each.address: each.title for each in documents().values()}
    assert [Path(address).stem for address in forms] == FORMS
    assert {path: entry["title"] for path, entry in listed(built).items() if path not in BESIDE} == forms
    on_disk = {path.relative_to(built.site).as_posix() for path in built.site.rglob("*.pdf")}
    assert on_disk == set(listed(built)) == {*forms, *BESIDE}


@every_pdf
def test_a_pdf_is_accessible_by_the_rules(built: Built, path: str) -> None:
    """It passes every machine check of PDF/UA-1."""
    report = page.validate_pdf(str(built.site / path), profile="ua1")
    assert report.is_compliant, str(report)


@every_pdf
def test_a_pdf_says_what_it_is(built: Built, opened: pikepdf.Pdf, path: str) -> None:
    """Its language and title are told, it is tagged, and the tab key follows the tags."""
    assert str(opened.Root.Lang) == "en-GB"
    assert str(opened.docinfo["/Title"]) == listed(built)[path]["title"]
    assert opened.Root.ViewerPreferences.DisplayDocTitle == opened.Root.MarkInfo.Marked == True  # noqa: E712  # PDF booleans
    assert {str(each.obj.get("/Tabs")) for each in opened.pages if "/Annots" in each} <= {"/S"}


@every_pdf
def test_a_pdf_holds_no_program_and_no_stranger(opened: pikepdf.Pdf, path: str) -> None:
    """Nothing in it runs, nobody is named as its author, and a form or a sheet for young people leads nowhere."""
    names = {str(key) for item in opened.objects if isinstance(item, pikepdf.Dictionary) for key in item}
    assert names & (RUNS | ({"/URI"} if path.startswith(("forms/", "help/")) else set())) == set()
    assert set(opened.docinfo.keys()) <= {"/Title", "/Producer", "/CreationDate"}


@every_form
def test_what_goes_home_does_not_name_the_site(opened: pikepdf.Pdf, document: FormDocument) -> None:
    """Whoever sees a young person's paper does not learn where it comes from."""
    if document.goes_home:
        told = (words_of(opened) + squeezed(str(opened.open_metadata()))).lower()
        names_of_site = (real_content().one(Site).title, "Moving Forward")
        assert [name for name in names_of_site if squeezed(name).lower() in told] == []


@every_pdf
def test_every_font_is_within_the_pdf(opened: pikepdf.Pdf) -> None:
    """It prints the same on every computer; ticks are drawn, and only viewers that draw them anew look for a font."""
    fonts = [item for item in opened.objects if isinstance(item, pikepdf.Dictionary) and "/FontDescriptor" in item]
    assert fonts and all("/FontFile2" in font.FontDescriptor for font in fonts)
    bare = [
        str(item.BaseFont)
        for item in opened.objects
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font" and "/FontDescriptor" not in item
    ]
    assert {name for name in bare if not re.search(r"\+Paper(-Bold)?$", name)} <= {"/ZapfDingbats"}


@every_form
def test_a_pdf_asks_everything_in_order(opened: pikepdf.Pdf, document: FormDocument) -> None:
    """A screen reader says every number with its prompt, and whom to call, in the order of the form."""
    text = words_of(opened)
    at = 0
    for _, fields in document.parts:
        for field in fields:
            prompt = squeezed(document.numbers[field.id] + to_text(parse(document.label(field))))
            assert prompt in text[at:], prompt
            at = text.index(prompt, at) + len(prompt)
    for service in document.services:
        assert squeezed(service.name) in text
        assert squeezed(service.phone or "") in text


@every_form
def test_boxes_are_named_for_their_field(opened: pikepdf.Pdf, document: FormDocument) -> None:
    """Each box has a name of its own and says its number and prompt; paper for a pen has none."""
    names = [name for box in boxes(opened) if not (name := str(box.T)).startswith("own_")]
    assert len(names) == len(set(names))
    assert bool(names) is (document.shape is Shape.FILLABLE_PDF)
    asked = {
        field.number.replace(".", "-"): f"{document.numbers[field.id]} {to_text(parse(document.label(field)))}"
        for _, fields in document.parts
        for field in fields
    }
    own = {f"own_{detail.id}": detail.label for detail in document.own_blanks}
    assert not names or {name.split("_")[0] for name in names} == set(asked)
    for box in boxes(opened):
        assert str(box.TU).startswith(asked.get(str(box.T).split("_")[0], own.get(str(box.T), "?")))
        if str(box.FT) == "/Btn":
            assert all("/Off" in each.AP.N for each in box.get("/Kids", [box]))


def test_whom_to_ask_at_the_school_can_be_typed(built: Built) -> None:
    """No PDF to fill in has a line that is drawn, where a name or a number belongs."""
    fillable = [each for each in documents().values() if each.shape is Shape.FILLABLE_PDF]
    for document in fillable:
        with pikepdf.open(built.site / document.address) as pdf:
            typed = {str(box.T) for box in boxes(pdf) if str(box.T).startswith("own_")}
            assert typed == {f"own_{detail.id}" for detail in document.own_blanks}
            assert "____" not in words_of(pdf)
    assert {"own_dsl-name", "own_dsl-phone"} <= {
        f"own_{detail.id}" for each in fillable if each.row.file == "first-hour-note" for detail in each.own_blanks
    }


def test_worked_examples_fit_their_boxes(built: Built) -> None:
    """Whoever fills a form in as our own examples do loses no word: each answer has a box that takes it whole.

    Easy-read paper asks a few times, and says that more goes on another sheet.
    """
    for document in documents().values():
        with pikepdf.open(built.site / document.address) as pdf:
            most = {str(box.T): int(box.MaxLen) for box in boxes(pdf) if "/MaxLen" in box}
            more = squeezed(real_content().label("more-in-easy-words")) in words_of(pdf)
        for example in real_content().all(WorkedExample):
            if example.form.id == document.form.id and most:
                given = dict(_typed(document, example))
                assert {name: text for name, text in given.items() if len(text) > most.get(name, len(text))} == {}
                assert given.keys() & most.keys()
                assert more or given.keys() - most.keys() == set(), document.address


def test_a_row_beyond_the_boxes_is_told_on_easy_paper(built: Built) -> None:
    """What an example writes in no box there is a further row of a table, and nothing else."""
    (document,) = (each for each in documents().values() if Path(each.address).stem == "my-plan-easy-read-to-fill-in")
    with pikepdf.open(built.site / document.address) as pdf:
        names = {str(box.T) for box in boxes(pdf)}
    tables = {field.number.replace(".", "-"): document.rows(field) for field in document.form.fields if field.columns}
    for example in real_content().all(WorkedExample):
        beyond = {tuple(name.split("_")) for name in dict(_typed(document, example)) if name not in names}
        assert all(int(part.split("-")[0]) > tables[number] for number, part in beyond)


def _typed(document: FormDocument, example: WorkedExample) -> Iterator[tuple[str, str]]:
    """Yield the name of each box that an example would fill, with what is typed there."""
    for _, questions in answered(document, example):
        for asked in questions:
            for part, prose in _parts(asked.field, asked.answer) if asked.answer else ():
                words = prose if isinstance(prose, str) else to_text(parse(prose))
                yield f"{asked.field.number.replace('.', '-')}_{part}", words


def _parts(field: Field, answer: Answer) -> Iterator[tuple[str, Prose | str]]:
    """Yield what each box of a field is called besides its number, with the words of an answer there."""
    lined = next((f"{choice.id}-line" for choice in field.choices if choice.line), "text")
    yield from [(lined, answer.text)] if answer.text else []
    yield from [("name", answer.name)] if answer.name else []
    yield from [("role", answer.role)] if answer.role else []
    yield from ((f"{number}-line", line) for number, line in enumerate(answer.lines, 1))
    for number, row in enumerate(answer.rows, 1):
        cells = zip(field.columns, row, strict=False)
        yield from ((f"{number}-{column.id}", cell) for column, cell in cells if column.kind is not ColumnKind.TICK)


MOST_SIDES = {
    "moving-forward-plan": 4,
    "moving-forward-plan-extended": 8,
    "my-plan": 4,
    "our-plan": 4,
    "my-plan-extended": 8,
    "our-plan-extended": 8,
    "my-plan-easy-read": 20,
    "staff-annex": 4,
    "first-hour-note": 2,
    "decision-record": 4,
    "review-log": 2,
    "what-we-agreed": 2,
    "harmed-childs-plan": 3,
    "my-plan-at-school": 3,
    "plan-at-school": 3,
    "parents-meeting-planner": 3,
    "supportive-discussion-planner": 3,
}
"""How many sides people would still fill in; easy read has as many as guidance for it allows."""


def test_paper_is_as_short_as_promised(built: Built) -> None:
    """One page is one side, no form is longer than people would fill in, and the manifest tells how long each is."""
    found: dict[str, int] = {}
    for document in documents().values():
        with pikepdf.open(built.site / document.address) as pdf:
            sides = len(pdf.pages)
        assert listed(built)[document.address]["sides"] == sides
        assert document.row.size is not Size.ONE_PAGE or sides == 1
        found[document.row.file] = max(sides, found.get(document.row.file, 0))
    assert {name: found[name] for name, most in MOST_SIDES.items() if found[name] > most} == {}
    assert 2 <= found["my-plan"] >= found["our-plan"]


MOST_EMPTY = 0.1
"""Which share of a document may be empty at the feet of its sides."""


@every_pdf
def test_no_paper_is_wasted(built: Built, path: str) -> None:
    """Hardly anything is empty below the last line of a side, and not even half of the last side."""
    assert empty_feet((built.site / path).read_bytes()) <= MOST_EMPTY


@pytest.mark.parametrize("name", ["my-plan-easy-read", "my-plan-easy-read-to-fill-in"])
def test_questions_in_easy_words_that_belong_together_stand_on_one_side(built: Built, document: FormDocument) -> None:
    """Whoever turns the page has answered for one person, app or limit before: no question of it is overleaf."""
    fields = [field for _, fields in document.parts for field in fields]
    prompts = {squeezed(document.numbers[each.id] + to_text(parse(document.label(each)))) for each in fields}
    groups = {tuple(squeezed(to_text(parse(document.head(column)))) for column in each.columns) for each in fields}
    known = re.compile("|".join(sorted(map(re.escape, prompts.union(*groups)), key=len, reverse=True)))
    whole = re.compile(f"(?:{'|'.join(re.escape(''.join(group)) for group in groups if group)})*")
    with PdfDocument(built.site / document.address) as pdf:
        for number in range(len(pdf)):
            said = known.findall(squeezed(pdf[number].get_textpage().get_text_range()))
            assert whole.fullmatch("".join(words for words in said if words not in prompts)), number + 1


def test_the_first_hour_begins_with_a_question(built: Built) -> None:
    """Whoever has just been told something writes at once: the first question is in the upper third of the sheet."""
    for ending in ENDINGS.values():
        with PdfDocument(built.site / f"forms/files/first-hour-note{ending}.pdf") as pdf:
            text = pdf[0].get_textpage()
            at, _ = text.search("Date you found out").get_next()
            assert text.get_charbox(at)[1] > pdf[0].get_height() * 2 / 3


def test_the_drawings_of_the_handbook_are_tagged_and_told(built: Built) -> None:
    """Whoever hears the handbook learns what is drawn: each half of a drawing is a figure with words of its own."""
    content = real_content()
    told = [content.label(f"drawing-{name}") for name in ("gather", "spread", "expected", "harmful")]
    with pikepdf.open(built.site / "handbook/moving-forward-handbook.pdf") as pdf:
        found = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure"]
        assert sorted(str(figure.Alt) for figure in found) == sorted(told)
