"""The A to Z leads to everything that readers may look for."""

import re
from pathlib import Path

import pytest
from markupsafe import Markup

from build_scripts.pages.page_context import PageContext
from build_scripts.registers import lists
from tests.conftest import Change
from tests.folders import articles, opened, write
from tests.html import classed, find, headings, links, section, words
from tests.real import real_content

DATA = "content_data"
GLOSSARY = f"{DATA}/glossary.yml"
LISTED = {
    "A": [
        *("A line", "A short session", "A study", "A to Z", "Accessibility", "Act now", "Advice"),
        *("All entries", "All in one"),
    ],
    "B": ["Background", "Behaviours", "Builder"],
    "C": ["Care", "Changes", "Check my file", "Checked", "Computers", "Consent", "Corrections"],
    "D": ["Documents"],
    "F": ["Figures", "Forms"],
    "G": ["Glossary"],
    "H": ["Help"],
    "I": ["Intranet"],
    "N": ["No", "Note"],
    "Q": ["Questions"],
    "S": ["Self-test", "Services", "Sessions", "Set up", "Sharing", "Sharing, an example", "Start"],
    "T": ["This release"],
    "W": ["What then?", "Words"],
}
"""Every entry of the small project, by letter."""


def page(root: Path) -> Markup:
    """Return the A to Z of a project."""
    return articles(root)["reference/a-to-z"]


def entries(part: object) -> list[tuple[str, str, str]]:
    """Return address, name and kind of each entry of the A to Z, or of a part of it."""
    return [
        (*links(line)[0], words(classed(line, "mf-secondary")[0]))
        for line in find(part, "li[span[@class='mf-secondary']]")
    ]


def listed(root: Path) -> dict[str, list[str]]:
    """Return the names of the entries by letter, in order."""
    body = page(root)
    letters = [(letter, section(body, place)) for _, letter, place in headings(body, 2)]
    return {letter: [name for _, name, _ in entries(part)] for letter, part in letters if entries(part)}


def test_everything_stands_under_its_letter(small: Path) -> None:
    """Pages, types, questions, terms, services and documents are all there, each once, in the order of letters."""
    assert listed(small) == LISTED
    assert list(listed(small)) == sorted(LISTED)


def test_no_page_for_readers_is_missing(small: Path) -> None:
    """Whoever cannot search finds every page here but home, the search, and what pages of their own lead to."""
    found = {href.partition("#")[0] for href, _, _ in entries(page(small))}
    names = [file.dest_uri for file in opened(small).files if file.audience != "maintainer"]
    wanted = {name.removeprefix("reference/") if "reference/" in name else f"../{name}" for name in names}
    alone = {"../index.html", "../search.html", "../help/help-one-file.html", "../plain.html"}
    sessions = {"../sessions/short-slides.html", "../sessions/short-papers.html", "../sessions/all-slides.html"}
    assert wanted - found == alone | sessions


def test_entries_say_where_they_lead(small: Path) -> None:
    """A reader sees what kind of thing an entry is before following it."""
    found = {name: (href, kind) for href, name, kind in entries(page(small))}
    wanted = {
        "Figures": ("figures.html", "Page"),
        "Accessibility": ("accessibility.html", "Page"),
        "Help": ("../help.html", "Page"),
        "Start": ("../guidance/start.html", "Guidance"),
        "Sharing": ("../behaviours/sharing.html", "Type of behaviour"),
        "What then?": ("../faq/what-then.html", "Question"),
        "Consent": ("glossary.html#consent", "Glossary term"),
        "A line": ("services.html#a-line", "Helpline or organisation"),
        "A study": ("documents.html#a-study", "Law, guidance or research"),
    }
    assert {name: found[name] for name in wanted} == wanted


def test_letters_at_the_top_lead_to_their_parts(small: Path) -> None:
    """Each letter that has entries is one step away, and no other is offered."""
    (letters,) = classed(page(small), "mf-letters")
    places = {letter: place for _, letter, place in headings(page(small), 2)}
    assert links(letters) == [(f"#{places[letter]}", letter) for letter in LISTED]


def test_other_names_of_a_term_are_entries(small: Path, change: Change) -> None:
    """A reader who knows a thing by another name finds it under that name; names in digits stand before the letters."""
    change(GLOSSARY, "term: Consent", "term: Consent\n    aliases: [Zusage, 2 yeses]")
    assert listed(small) == {"0 to 9": ["2 yeses"], **LISTED, "Z": ["Zusage"]}
    assert next(iter(listed(small))) == "0 to 9"
    assert ("glossary.html#consent", "Zusage") in links(page(small))
    assert (2, "0 to 9", "0-to-9") in headings(page(small))


@pytest.mark.parametrize("written", ['"studied"', "«Studied»", "STUDIED", "'Studied'", "“studied”", "S.t.u.d.i.e.d"])
def test_order_ignores_marks_and_capitals(small: Path, change: Change, written: str) -> None:
    """A name stands where a reader looks for its letters, however it is written."""
    change(GLOSSARY, "term: Consent", f"term: Consent\n    aliases: ['{written.replace(chr(39), chr(39) * 2)}', stub]")
    assert listed(small)["S"] == [*LISTED["S"], "stub", written]


@pytest.mark.parametrize("name", ["unkind word", "Unkind Word"])
def test_words_that_this_site_does_not_use_are_no_entries(small: Path, change: Change, name: str) -> None:
    """A name that the words to use replace is found in the glossary, and not spread in lists."""
    change(f"{DATA}/preferred-words.yml", "why: It is kinder.", "why: It is kinder.\n    allowed_in: [term:consent]")
    change(GLOSSARY, "term: Consent", f"term: Consent\n    aliases: [{name}]")
    assert listed(small) == LISTED
    assert f"Also called: {name}." in words(articles(small)["reference/glossary"])


@pytest.mark.parametrize(("file", "title"), [("services/a-line", "A line"), ("documents/a-study", "A study")])
def test_what_is_not_printed_is_no_entry(small: Path, file: str, title: str) -> None:
    """A closed helpline or a document in doubt reaches no reader here either."""
    text = (small / DATA / f"{file}.yml").read_text(encoding="utf-8")
    record = re.sub(r"(phone|hours|url|publish): .*\n", "", text.replace(title, f"Not {title}"))
    other = f"{DATA}/{file}-not.yml"
    write(small, {other: record})
    assert listed(small)["N"] == ["No", f"Not {title}", "Note"]
    write(small, {other: record + "publish: do-not-publish\n"})
    assert listed(small) == LISTED


def test_letters_of_the_glossary_lead_to_the_first_term_of_each(small: Path, change: Change) -> None:
    """A letter without a term is left out, and each of the others is one step away."""
    change(
        GLOSSARY,
        "term: Consent",
        "term: Care\n    meaning: |\n      A help.\n    in_2019_guide: no\n  - id: consent\n    term: Consent",
    )
    change(GLOSSARY, "terms:\n  - id: consent", "terms:\n  - id: care")
    (letters,) = classed(articles(small)["reference/glossary"], "mf-letters")
    assert links(letters) == [("#care", "C"), ("#no", "N")]


@pytest.mark.parametrize("register", ["documents", "services"])
def test_long_parts_of_a_register_go_by_letter(register: str) -> None:
    """Each letter that a name begins with leads to the first of these names; a short part needs none."""
    content = real_content()
    sections = getattr(lists, register)(PageContext(content, f"reference/{register}"))["sections"]
    for _, records, letters in sections:
        names = [getattr(record, "title", "") or record.name for record in records]
        assert names == sorted(names, key=lists.by_letter)
        assert bool(letters) == (len(records) >= lists.LONG)
        assert [place for _, place in letters] == [
            record.id for record, first in zip(records, firsts(names), strict=True) if first and letters
        ]


def firsts(names: list[str]) -> list[bool]:
    """Return of each name whether it is the first of its letter; digits count as one letter."""
    found = [letter if letter.isalpha() else "0" for letter in (lists.by_letter(name)[0] for name in names)]
    return [at == 0 or letter != found[at - 1] for at, letter in enumerate(found)]
