"""The file that a school replaces, and the places on pages that it fills."""

import json
from pathlib import Path

from build_scripts.content.fields import Prose
from build_scripts.content.load import load_all
from build_scripts.content.local_details import TO_WRITE_ON, LocalField
from build_scripts.content.pages import Article, HelpPage
from build_scripts.content.prose import LOCAL_DETAIL, parse, references, to_text
from build_scripts.pages.local_details import (
    build_local,
    build_own_pages,
    contact_rows,
    form,
    has_words,
    not_given,
    with_local_details,
)
from tests.conftest import Change
from tests.folders import articles, write
from tests.html import classed, find, words
from tests.real import real_articles, real_content, real_files


def local(page: object) -> dict[str, str]:
    """Return the words that stand on a page for each local detail."""
    return {mark.get("data-local"): words(mark) for mark in find(page, "*[@data-local]")}


def test_the_file_is_neutral_unless_details_are_given(small: Path) -> None:
    """A download holds nobody's details; a school's own build holds its own, in plain ASCII."""
    assert build_local(load_all(small).content).text.splitlines()[1:] == ["window.localDetails = {};"]
    write(small, {"content_data/local-details.yml": "details:\n  - id: lead-name\n    value: Zoë <Lee>\n"})
    text = build_local(load_all(small).content).text
    assert text.isascii() and "<" not in text
    assert json.loads(text.partition("window.localDetails = ")[2].rstrip(";\n")) == {"lead-name": "Zoë <Lee>"}


def test_the_file_says_what_it_is(small: Path) -> None:
    """Whoever finds it in an email and opens it reads where it goes, in letters that no program spoils."""
    first = build_local(load_all(small).content).text.splitlines()[0]
    assert first.startswith("// ") and "index.html" in first and first.isascii()


def test_the_folder_for_own_pages_says_how_it_is_used(small: Path) -> None:
    """A technician who finds an empty folder reads what goes into it, as plain text."""
    note = build_own_pages(load_all(small).content)
    assert note.src_uri == "our-pages/read-me.txt"
    assert "our-policy.pdf" in note.text and "local-details.txt" in note.text and "<" not in note.text


def test_contacts_are_hidden_until_something_is_given(small: Path, change: Change) -> None:
    """Each page has the block; it shows what was given, marks the rest, and stays away when there is nothing."""
    for name in ("the lead", "the number"):
        change("content_data/local.yml", f"    fallback: {name}", f"    row: The lead\n    fallback: {name}")
    page = articles(small)["index"]
    (block,) = find(page, "*[@data-local-block]")
    assert "hidden" in block.attrib and words(block).count("not added yet") == 1
    write(small, {"content_data/local-details.yml": "details:\n  - id: lead-phone\n    value: 0117 496 0000\n"})
    rows = contact_rows(load_all(small).content)
    assert {title: [words for _, words in details] for title, details in rows} == {"The lead": ["", "0117 496 0000"]}
    assert has_words(rows)
    page = articles(small)["index"]
    (block,) = find(page, "*[@data-local-block]")
    assert "hidden" not in block.attrib and local(block)["lead-phone"] == "0117 496 0000"


def test_a_school_can_fill_in_who_to_call(small: Path, change: Change) -> None:
    """The numbers above the first hour are fields of the set-up page; under another name they would stay empty."""
    change("content_data/guidance/start.md", "order: 10", "order: 10\ncalls_first: true")
    shown = set(local(classed(articles(small)["guidance/start"], "mf-urgent-calls")[0]))
    assert shown == {"dsl-name", "dsl-phone", "social-care-night-phone"}
    assert shown <= {field.id for field in real_content().all(LocalField)}


def test_files_to_print_have_the_value_or_a_line(small: Path) -> None:
    """PDF, Word and slides show what was given when they were made; else there is a line to write on."""
    written = Prose("Tell [the lead](local:lead-name). Call [the number](local:lead-phone).", inline=True)

    def printed() -> str:
        return to_text(parse(with_local_details(load_all(small).content, written)))

    def blanks() -> list[str]:
        return [field.id for field in not_given(load_all(small).content, written)]

    assert printed() == f"Tell {TO_WRITE_ON}. Call {TO_WRITE_ON}."
    assert blanks() == ["lead-name", "lead-phone"]
    write(small, {"content_data/local-details.yml": "details:\n  - id: lead-name\n    value: '*Ms* [Shah](x)'\n"})
    assert printed() == f"Tell *Ms* [Shah](x). Call {TO_WRITE_ON}."
    assert blanks() == ["lead-phone"]


def test_a_mark_in_prose_shows_its_words_or_the_value(small: Path, change: Change) -> None:
    """The same sentence reads with the neutral words and with the school's own."""
    change("content_data/site.yml", "Talk to somebody.", "Talk to [the lead](local:lead-name).")
    page = articles(small)["index"]
    assert local(page)["lead-name"] == "the lead" and "Talk to the lead." in words(page)
    write(small, {"content_data/local-details.yml": "details:\n  - id: lead-name\n    value: Ms Shah\n"})
    page = articles(small)["index"]
    assert local(page)["lead-name"] == "Ms Shah" and "Talk to Ms Shah." in words(page)


def test_the_form_asks_for_every_detail() -> None:
    """Nothing that can be filled in is missing from the set-up page, and each field has its label."""
    asked = [field.id for _, fields in form(real_content()) for field in fields]
    assert sorted(asked) == sorted(field.id for field in real_content().all(LocalField))
    page = real_articles()["setup"]
    assert [label.get("for") for label in find(page, "label") if label.get("for") in asked] == asked
    assert [field.get("id") for field in find(page, "input") if field.get("id") in asked] == asked


def test_who_publishes_and_who_has_reviewed_stays_visibly_empty() -> None:
    """Nobody's name stands for a copy until somebody gives it; readers see that it is missing."""
    fields = [field for field in real_content().all(LocalField) if field.group == "publisher"]
    shown = local(real_articles()["guidance/about"])
    assert fields and [shown.get(field.id) for field in fields] == ["not added yet"] * len(fields)


def test_pages_name_local_details_where_a_school_has_its_own() -> None:
    """Marks stand in at least ten texts, and none of a staff detail on a page for young people."""
    used = [each for prose in real_files().written.proses for each in references(prose) if each.kind == LOCAL_DETAIL]
    assert len(used) >= 10
    audience = {field.id: field.audience for field in real_content().all(LocalField)}
    young = {page.location.path for page in real_content().all(HelpPage)}
    wrong = [reference for reference in used if reference.location.path in young and audience[reference.id] == "staff"]
    assert wrong == []


def test_every_article_says_who_can_advise() -> None:
    """Each page of guidance, type of behaviour and question ends with somebody to ask."""
    articles = [record for record in real_content().every() if isinstance(record, Article)]
    assert [article.id for article in articles if not article.services] == []
