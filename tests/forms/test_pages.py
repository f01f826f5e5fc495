"""What readers find on the pages of forms."""

from pathlib import Path
from typing import Any

from markupsafe import Markup

from build_scripts.content.forms import Shape
from build_scripts.content.load import load_all
from build_scripts.forms.documents import form_documents
from build_scripts.forms.pages import build_form_pages
from build_scripts.pages.generated import GeneratedPage
from build_scripts.publish.all_pages import build_pages
from build_scripts.publish.downloads import downloads
from build_scripts.publish.link_check import check_links
from build_scripts.publish.project import open_project
from tests.conftest import TODAY, Change
from tests.forms_walk import defined, on_page
from tests.html import classed, find, in_order, links, words
from tests.real import real_content

INDEX, NOTE, EXAMPLE = "forms/index", "forms/note", "forms/examples/sharing"
FORM = "content_data/forms/note.yml"
ALL = frozenset(Shape)


def pages(root: Path, shapes: frozenset[Shape] = ALL) -> dict[str, GeneratedPage]:
    """Return the pages of forms of a project without problems."""
    made = build_pages(load_all(root).content, shapes)
    return {page.address: page for page in made if page.address.startswith("forms/")}


def body(root: Path, name: str = NOTE) -> Markup:
    """Return the article of a page."""
    return pages(root)[name].body


def field(root: Path, number: str) -> Any:
    """Return a field of the form, by its number."""
    found = classed(body(root), "mf-field")
    return next(each for each in found if [words(no) for no in classed(each, "mf-question-number")][:1] == [number])


def test_each_form_and_example_has_a_page_in_the_menu(small: Path) -> None:
    """The list of all comes first, then the forms, then the examples; each leads back to its source."""
    made = sorted(pages(small).values(), key=lambda page: page.order)
    assert [(page.address, page.group, page.source.path) for page in made] == [
        (INDEX, "forms", "content_data/pages.yml"),
        (NOTE, "forms", FORM),
        (EXAMPLE, "forms", "content_data/examples/sharing.yml"),
    ]


def test_only_pages_of_forms_have_the_script_and_the_strict_policy(small: Path) -> None:
    """A list and an example need no script."""
    for key, value in (("script", "form"), ("form_page", True)):
        assert [name for name, page in pages(small).items() if page.meta.get(key) == value] == [NOTE]


def test_every_document_of_the_matrix_asks_the_same_on_its_page() -> None:
    """Field for field, the pages of the real forms have the numbers and prompts of their definition."""
    content = real_content()
    made = {page.address: page.body for page in build_form_pages(content, ALL)}
    documents = [document for document in form_documents(content) if document.shape is Shape.PAGE]
    assert len(documents) >= 6
    for document in documents:
        address = document.address.removesuffix(".html")
        assert on_page(made[address]) == defined(document), address


def test_a_page_says_first_what_it_is_and_is_not(small: Path, change: Change) -> None:
    """Before the first question stand privacy, safety, purpose, limits, who and where."""
    change(FORM, "who_fills", "beside: [The other paper.]\nwho_fills")
    parts = (
        "A small form.",
        "Nothing you type leaves this page.",
        "keep everyone safe.",
        "Fill it in.",
        "It is not a plan.",
        "The other paper.",
        "Staff.",
        "In a file.",
        "1.1",
        "Talk to someone",
    )
    assert in_order(words(body(small)), *parts)
    (form,) = find(body(small), "form[@data-form='note']")
    assert form.get("autocomplete") == "off" and words(form).index("1.1") < words(form).index("1.2")


def test_the_numbers_to_call_stand_on_the_page(small: Path, change: Change) -> None:
    """Whoever fills a form in with a child in front of them can call without leaving it."""
    change(FORM, "copy_kind: young-person\n    lead", "copy_kind: working\n    lead")
    change("content_data/services/a-line.yml", "phone:", "text: LINE to 80000\nphone:")
    (services,) = find(body(small), "section[@aria-labelledby='services']")
    assert links(services) == [("../reference/services.html#a-line", "A line"), ("tel:01174960123", "0117 496 0123")]
    assert in_order(words(services), "Who helps", "A line", "0117 496 0123", "LINE to 80000")


def test_files_are_linked_only_when_they_are_built(small: Path) -> None:
    """No reader is sent to a file that is not there, and the kinds are named in plain words."""
    wanted = {
        "files/note.pdf": "PDF to print",
        "files/note-to-fill-in.pdf": "PDF to fill in",
        "files/note.docx": "Word",
        "files/my-note-easy.pdf": "PDF to print",
        "files/note-annex.docx": "Word",
    }
    for name in (INDEX, NOTE):
        assert {href: said.partition(":")[0] for href, said in file_links(body(small, name))} == wanted
    made = pages(small, frozenset({Shape.PAGE, Shape.DOCX}))[NOTE].body
    assert sorted(href for href, _ in file_links(made)) == ["files/note-annex.docx", "files/note.docx"]
    assert not [page for page in pages(small, frozenset({Shape.PAGE})).values() if file_links(page.body)]


def file_links(page: Markup) -> list[tuple[str, str]]:
    """Return address and words of each link to a file to download."""
    return [(href, said) for href, said in links(page) if href.startswith("files/")]


def test_a_link_to_a_file_that_is_not_made_is_a_problem(small: Path) -> None:
    """The last look before the build knows which files are made, and stops a link to any other."""
    content = load_all(small).content
    made = {product.address for product in downloads(content)}
    files = open_project(small, TODAY, shapes=ALL).files
    assert check_links(small, files, made, content.labels) == []
    told = [str(problem) for problem in check_links(small, files, made - {"forms/files/note.pdf"}, content.labels)]
    assert len(told) == 2 and all("the link 'files/note.pdf' leads to no page" in line for line in told)


def test_a_field_of_a_line_is_tied_to_its_words(small: Path, change: Change) -> None:
    """Prompt, help, reason and example belong to the input for those who only hear the page."""
    notes = "        help: Short.\n        why_we_ask: To know.\n        example: Ana\n        if_empty: No name.\n"
    change(FORM, "        label: Your name\n", f"        label: Your name\n{notes}")
    box = field(small, "1.2")
    (label,), (line,) = find(box, "label"), find(box, "input")
    assert (label.get("for"), words(label)) == ("f-name", "1.2 Your name")
    wanted = {"type": "text", "id": "f-name", "name": "name", "aria-describedby": "n-name", "placeholder": " "}
    wanted |= {"autocomplete": "off", "spellcheck": "false"}
    assert {key: line.get(key) for key in wanted} == wanted
    (notes,) = find(box, "*[@id='n-name']")
    assert [words(each) for each in find(notes, "p")] == ["Short.", "Why we ask: To know.", "For example: Ana"]
    assert find(notes, "q") and box.get("data-gap") == "No name."


def test_boxes_to_tick_are_a_group(small: Path) -> None:
    """Each box has its words, a line of its own where it asks for more, and the days that it stands for."""
    group = field(small, "1.3")
    assert group.tag == "fieldset" and find(group, f"*[@id='{group.get('aria-labelledby')}']")
    (box,) = find(group, "input[@name='needs.breaks']")
    assert (box.get("type"), box.get("autocomplete")) == ("checkbox", None)
    assert [words(label) for label in find(group, f"label[@for='{box.get('id')}']")] == ["Breaks"]
    (line,) = find(group, "input[@name='needs.other.line']")
    assert line.get("aria-label") == "Other: write here"
    assert [each.get("data-days") for each in find(field(small, "1.6"), "input[@name='often.weekly']")] == ["7"]


def test_lines_to_tick_have_a_box_each(small: Path) -> None:
    """Two lines: two boxes, each with a line; each name says what is asked and which line it is."""
    asked = find(field(small, "1.5"), "input")
    assert [(each.get("name"), each.get("aria-label")) for each in asked] == [
        ("promises.1", "I will, line 1"),
        ("promises.1.line", "I will, line 1: write here"),
        ("promises.2", "I will, line 2"),
        ("promises.2.line", "I will, line 2: write here"),
    ]


def test_a_box_with_the_only_line_needs_no_number(small: Path, change: Change) -> None:
    """It has the words of the question, as any box has."""
    change("content_data/forms/note.yml", "lines: 2\n      - id: often", "lines: 1\n      - id: often")
    names = [each.get("aria-label") for each in find(field(small, "1.5"), "input")]
    assert names == ["I will", "I will: write here"]


def test_each_cell_of_a_table_has_a_name(small: Path) -> None:
    """Two rows of two columns: four cells with the column and the row in their names."""
    table = field(small, "1.4")
    assert [words(each) for each in find(table, "th[@scope='col']")] == ["Step", "Who"]
    assert [(each.get("for"), words(each)) for each in find(table, "label")] == [
        ("f-steps-1-step", "row 1, Step"),
        ("f-steps-1-who", "row 1, Who"),
        ("f-steps-2-step", "row 2, Step"),
        ("f-steps-2-who", "row 2, Who"),
    ]


def test_a_date_can_be_reckoned(small: Path) -> None:
    """The page says from which inputs, and offers a reminder."""
    (date,) = find(field(small, "1.7"), "input[@data-reckoned]")
    assert (date.get("data-start"), date.get("data-interval")) == ("today", "often")
    assert find(field(small, "1.7"), "*[@data-act='remind' and @data-of='review']")
    assert not find(field(small, "1.1"), "*[@data-reckoned]")


def test_long_answers_have_lines_for_a_pen(small: Path) -> None:
    """Without scripts the page prints with as many lines as the form asks for."""
    long = field(small, "1.8")
    assert find(long, "textarea[@id='f-first-step']") and len(find(long, "span[not(node()) and not(@*)]")) == 2


def test_the_annex_is_not_on_the_page(small: Path) -> None:
    """The page is the working copy, and what is for the DSL alone is not on it."""
    assert [number for number, _ in on_page(body(small)) if number.startswith("2.")] == []
    assert "Secret" not in body(small)
