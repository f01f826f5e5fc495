"""The table of paper counts what is in the files."""

from dataclasses import replace

from build_scripts.content.forms import Shape
from build_scripts.formats import pdf
from build_scripts.forms.documents import form_documents
from tests.benchmarks.paper import Paper
from tests.real import real_content

FONT = '<style>@font-face { font-family: Paper; src: url("atkinson-400.ttf") } * { font-family: Paper }</style>'


def printed(*words: str) -> bytes:
    """Return a PDF with a page for each of some words."""
    pages = "".join(f'<p style="break-before: page">{each}' for each in words)
    return pdf.render(f'<!doctype html><html lang="en"><title>A</title>{FONT}{pages}', {})


def paper() -> Paper:
    """Return the first form as a PDF of two pages that are all but empty, beside one of three."""
    document = next(each for each in form_documents(real_content()) if each.shape is Shape.PDF)
    return Paper(document, printed("One", "Two"), printed("One", "Two", "Three"))


def test_a_row_sets_now_beside_before() -> None:
    """Whoever shortens a form sees both counts, and that no question was lost."""
    made = paper()
    _, name, shape, now, before, *_, questions, _ = (cell.strip() for cell in made.row().split("|"))
    assert (name, shape, now, before) == (made.document.row.file, "pdf", "2", "3")
    assert int(questions) == sum(len(fields) for _, fields in made.document.parts)
    assert replace(made, earlier=None).row().count("–") == 2


def test_paper_that_stays_empty_is_told() -> None:
    """A word on a page wastes it; where Word breaks its pages is not ours to say."""
    made = paper()
    assert made.is_wasteful
    assert not replace(made, document=replace(made.document, shape=Shape.DOCX)).is_wasteful
