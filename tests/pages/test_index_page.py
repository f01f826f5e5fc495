"""An index page is declared once, has an editor's words around its list, and a day to be looked at again."""

from pathlib import Path

import pytest

from build_scripts.content.problems import ContentError
from tests.conftest import Change
from tests.folders import articles, opened, python, whole_project, with_documents, write
from tests.html import classed, in_order, links, words


@pytest.mark.parametrize("name", ["behaviours", "questions", "glossary", "documents", "services", "figures"])
def test_a_list_stands_between_lead_and_foot(small: Path, change: Change, name: str) -> None:
    """The editor's own words stand above and below what is made from a register."""
    change("content_data/pages.yml", f"- id: {name}\n", f"- id: {name}\n    foot: These are all of them.\n")
    address = {"behaviours": "behaviours/index", "questions": "faq/index"}.get(name, f"reference/{name}")
    body = articles(small)[address]
    entry = {"behaviours": "Sharing", "questions": "What then?", "glossary": "An agreement."}
    entry |= {"documents": "A study", "services": "A line", "figures": "said yes"}
    assert in_order(words(body), name.capitalize(), "Here they are.", entry[name], "These are all of them.")


def test_the_drawn_route_can_stand_below_a_list(small: Path, change: Change) -> None:
    """Where a section begins, its pages come first, and below them a drawing that leads to where each part is told."""
    change(
        "content_data/guidance/start.md", "More words,", "[Weigh up](show:route)\n\n[Choose](show:responses)\n\nMore,"
    )
    foot = "    foot: |\n      [The way](show:route-map)\n"
    change("content_data/pages.yml", "- id: glossary\n", f"- id: glossary\n{foot}")
    body = articles(small)["reference/glossary"]
    assert in_order(words(body), "An agreement.", "The way", "First in short", "Do A")
    there = "../guidance/start.html"
    assert {(f"{there}#first-step", "First in short"), (f"{there}#do-a", "Do A")} <= set(links(body))


def test_a_page_is_due_on_the_first_review_of_its_facts(small: Path, change: Change) -> None:
    """No fact goes unchecked because another on the page is fresh; a page without facts has no such day."""
    change("content_data/services/a-line.yml", "review_by: 2027-01-01", "review_by: 2026-12-01")
    due = {page.address: page.meta.get("review_by") for page in opened(small).files}
    first, later = "2026-12-01", "2027-01-01"
    wanted = {"reference/what-has-changed": first, "reference/documents": later, "reference/words-to-use": None}
    assert {name: due[name] for name in wanted} == wanted


def test_a_page_is_added_by_a_declaration_a_template_and_its_words(tmp_path: Path) -> None:
    """Whoever adds an index page changes nothing else: menu, links, search and A to Z know it by themselves."""
    root = with_documents(whole_project(tmp_path / "project"))
    declared, entries = root / "build_scripts/registers/index_pages.py", root / "content_data/pages.yml"
    template = '{% extends "pages/templates/index.html" %}\n{% block lists %}{{ words | length }}{% endblock %}\n'
    write(root, {"build_scripts/registers/templates/rain.html": template})
    head, begin, others = declared.read_text(encoding="utf-8").partition("IndexPageKind] = (\n")
    assert begin
    write(
        root, {"build_scripts/registers/index_pages.py": f'{head}{begin}    _register("rain", lists.words),\n{others}'}
    )
    where = "id: rain\n    address: reference/wet-days\n    title: Rain\n    summary: Of rain.\n    group: reference\n"
    with entries.open("a", encoding="utf-8", newline="\n") as file:
        file.write(f"  - {where}    lead: |\n      See [this page](page:rain).\n")
    ran = python("-m", "build_scripts", "site", "--quiet", cwd=root)
    assert ran.returncode == 0 and ", 0 warnings, " in ran.stdout, ran.stdout + ran.stderr
    page, a_to_z = ((root / f"site/reference/{name}.html").read_text("utf-8") for name in ("wet-days", "a-to-z"))
    assert ("wet-days.html", "this page") in links(page)
    assert all(("wet-days.html", "Rain") in links(place) for place in (classed(page, "mf-menu")[0], a_to_z))
    assert "reference/wet-days.html" in (root / "site/search-index.js").read_text(encoding="utf-8")


PAGES = "content_data/pages.yml"
MISTAKES = {
    "an entry of no page": (
        "- id: glossary\n",
        "- id: glosary\n",
        [
            f"{PAGES}:2:5: the page 'glossary' has no texts; add an entry with 'id: glossary'",
            f"{PAGES}:16:5: there is no page 'glosary' to write texts for; did you mean 'glossary'?",
        ],
    ),
    "an address that is none": (
        "address: reference/glossary",
        "address: Reference/Glossary",
        [
            f"{PAGES}:17:14: 'Reference/Glossary' cannot be a web address; use lower-case letters, digits and hyphens",
        ],
    ),
    "an address that another has": (
        "address: reference/glossary",
        "address: reference/figures",
        [
            f"{PAGES}:37:5: this page has the address reference/figures.html, and so has the page made from {PAGES}; "
            "give one of them another address",
        ],
    ),
    "two entries of a page": (
        "- id: glossary\n",
        "- id: questions\n",
        [
            f"{PAGES}:16:5: there is a page 'questions' already, at {PAGES}:9; change one of them",
        ],
    ),
}


@pytest.mark.parametrize(("old", "new", "told"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_told_at_its_entry(small: Path, change: Change, old: str, new: str, told: list[str]) -> None:
    """An editor reads which entry is wrong, and why."""
    change(PAGES, old, new)
    with pytest.raises(ContentError) as caught:
        opened(small)
    assert [str(problem) for problem in caught.value.problems] == told
