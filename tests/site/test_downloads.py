"""The files to download, as they lie in the built site."""

import re

import pikepdf
import pytest

from build_scripts.content.forms import Shape
from build_scripts.content.sessions import Session
from build_scripts.forms.documents import form_documents
from build_scripts.help.pages import SHEETS
from build_scripts.release.editions.offline import SHEET
from tests.built import Built
from tests.formats.office_rules import faults
from tests.forms_walk import defined, in_word, on_page
from tests.real import MATRIX_ROWS, real_content
from tests.site.pdf_text import squeezed, words_of

ENDINGS = (".pdf", ".docx", ".pptx")
"""Of files that readers take away; no other file of the site ends so."""
BOTH = ("handbook/moving-forward-handbook", "handouts/for-parents")
"""What is made as PDF and for Word."""
OTHERS = (*(f"{name}.{ending}" for name in BOTH for ending in ("docx", "pdf")), SHEET)


def test_the_manifest_lists_every_download(built: Built) -> None:
    """No form, sheet, deck, handout or handbook is missing, and nothing was made beside them."""
    documents = form_documents(real_content())
    wanted = sorted(
        [document.address for document in documents if document.shape is not Shape.PAGE]
        + [f"sessions/files/{session.id}.pptx" for session in real_content().all(Session)]
        + [f"help/files/{name}.pdf" for name in SHEETS]
        + list(OTHERS)
    )
    assert sorted(entry["path"] for entry in built.manifest["downloads"]) == wanted
    on_disk = (path for path in built.site.rglob("*") if path.suffix in ENDINGS)
    assert sorted(path.relative_to(built.site).as_posix() for path in on_disk) == wanted


@pytest.mark.parametrize(("name", "size"), [(row["file"], row["size"]) for row in MATRIX_ROWS])
def test_every_shape_of_a_copy_asks_the_same(built: Built, name: str, size: str) -> None:
    """Field for field, the page, the PDFs and the Word file of a copy have the same numbers and prompts."""
    documents = [each for each in form_documents(real_content()) if (each.row.file, each.row.size) == (name, size)]
    asked = defined(documents[0])
    for document in documents:
        file = built.site / document.address
        if document.shape is Shape.PAGE:
            assert on_page(file.read_text(encoding="utf-8")) == asked
        elif document.shape is Shape.DOCX:
            assert in_word(file.read_bytes()) == asked
        else:
            with pikepdf.open(file) as pdf:
                text = words_of(pdf)
            prompts = [re.escape(squeezed(number + prompt)) for number, prompt in asked]
            assert re.search(".*?".join(prompts), text, re.DOTALL), document.address


LINK = re.compile(r'<a\b[^>]*\bhref="?([^" >]+\.pdf)\b[^>]*>.*?</a>( \((\d+) pages?\))?', re.DOTALL)


def test_the_pages_of_a_pdf_stand_beside_each_link_to_it(built: Built) -> None:
    """Nobody opens twenty pages unawares, and the number is that of the file."""
    sides = {entry["path"]: str(entry.get("sides")) for entry in built.manifest["downloads"]}
    told = 0
    for page in built.site.rglob("*.html"):
        for href, _, number in LINK.findall(page.read_text(encoding="utf-8")):
            file = (page.parent / href).resolve().relative_to(built.site.resolve()).as_posix()
            assert number == sides[file], (page, href)
            told += 1
    assert told > len(sides) / 2


def test_a_text_that_names_a_form_says_how_long_it_is(built: Built) -> None:
    """Within sentences too: the way to the form and its length are one thing."""
    page = (built.site / "guidance/what-next.html").read_text(encoding="utf-8")
    sides = {entry["path"]: entry.get("sides") for entry in built.manifest["downloads"]}
    pages = sides["forms/files/decision-record.pdf"]
    assert re.search(rf"decision-record\.html[^>]*>[^<]*</a> \({pages} pages\)", page)


def test_every_office_file_opens_without_repair(built: Built) -> None:
    """What is fetched is whole: parts, relations, ids and the order of elements."""
    files = [path for path in built.site.rglob("*") if path.suffix in (".docx", ".pptx")]
    assert files and {path.name: found for path in files if (found := faults(path.read_bytes()))} == {}
