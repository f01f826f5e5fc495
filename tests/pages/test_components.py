"""Components stand where readers and maintainers look for them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from build_scripts.check.structure import TAKEN
from build_scripts.content.content import COMPONENTS, GALLERY
from build_scripts.content.load import load_all
from build_scripts.content.pages import Guidance, Icon
from build_scripts.pages.components import components, gallery
from build_scripts.pages.page_context import TEMPLATES, PageContext
from tests.built import ROOT
from tests.conftest import Change, problems_of
from tests.folders import opened, write

START = "content_data/guidance/start.md"
SHOWN = re.compile(r"^\[[^]]+\]\(show:([a-z-]+)\)$", re.MULTILINE)
WORDS = re.compile(r'<section class="mf-on-paper".*?</section>', re.DOTALL)
TALK = re.compile(r'<section class="mf-talk".*?</section>', re.DOTALL)


def drawing(root: Path) -> PageContext:
    """Return the maintainers' page of components of a project, to be drawn."""
    return PageContext(load_all(root).content, "maintainers/components")


def pages(root: Path) -> dict[str, tuple[str, str]]:
    """Return readers and text of every page of a project."""
    return {page.src_uri: (page.audience, page.text) for page in opened(root).files}


def explained(root: Path, name: str) -> list[tuple[str, str]]:
    """Return the terms that a page explains at its end, with what they mean."""
    found = WORDS.findall(pages(root)[name][1])
    assert len(found) <= 1
    return re.findall(r"<dt>([^<]+)</dt><dd>(.*?)</dd>", "".join(found))


def test_every_component_has_an_example(small: Path) -> None:
    """Whoever adds a component adds it to the gallery, and an article can ask for each that is offered to editors."""
    context = drawing(small)
    assert set(gallery(context)) == {*COMPONENTS, *GALLERY}
    assert set(components(context, context.content.one(Guidance))) == set(COMPONENTS)
    assert set(COMPONENTS) & set(GALLERY) == set()


def test_every_example_is_on_the_page_for_maintainers() -> None:
    """The page that describes components shows each of them once."""
    text = (ROOT / "docs" / "maintainers" / "components.md").read_text(encoding="utf-8")
    assert sorted(SHOWN.findall(text)) == sorted([*COMPONENTS, *GALLERY])


@pytest.mark.parametrize("name", [*COMPONENTS, *GALLERY])
def test_an_example_is_drawn(small: Path, change: Change, name: str) -> None:
    """A maintainer sees the component itself, and no mark that was meant to become one."""
    change("docs/maintainers/notes.md", "See [consent]", f"[A caption](show:{name})\n\nSee [consent]")
    text = pages(small)["maintainers/notes.md"][1]
    drawn = gallery(drawing(small))[name]("A caption")
    assert re.search(r'^<\w+[^>]* class="mf-', drawn)
    assert "show:" not in text and "See [consent]" in text
    assert re.sub(r'href="[^"]*"', "", drawn) in re.sub(r'href="[^"]*"', "", text)


@pytest.mark.parametrize(("file", "title"), [("services/a-line", "A line"), ("documents/a-study", "A study")])
def test_an_example_is_one_that_may_be_printed(small: Path, change: Change, file: str, title: str) -> None:
    """What must not be published does not reach readers as an example either, though it stand first."""
    hidden = (small / "content_data" / f"{file}.yml").read_text(encoding="utf-8").replace(title, "Hidden")
    hidden = re.sub(r"(phone|hours|url|publish): .*\n", "", hidden).replace("A university", "Nobody")
    hidden = hidden.replace("It listens.", "Hidden.") + "publish: do-not-publish\norder: 1\n"
    write(small, {f"content_data/{file}-hidden.yml": hidden})
    shown = "[One](show:service)\n\n[Two](show:document)\n\nSee [consent]"
    change("docs/maintainers/notes.md", "See [consent]", shown)
    text = pages(small)["maintainers/notes.md"][1]
    assert ("Hidden" in text, "Nobody" in text) == (False, False)
    assert "It listens." in text and "A university" in text


@pytest.mark.parametrize("name", GALLERY)
def test_an_article_cannot_ask_for_an_example(small: Path, change: Change, name: str) -> None:
    """What every page has in its own place is not set out a second time."""
    change(START, "More words,", f"[Words](show:{name})\n\nMore words,")
    told = [(problem.location.line, problem.message) for problem in problems_of(small)]
    assert told == [(19, "every page has this component already, or sets it out from its front matter")]


def test_terms_met_are_explained_once_each(small: Path, change: Change) -> None:
    """On paper a link is no help, so each term that a page links stands at its end, in the order of the page."""
    assert explained(small, "guidance/start.md") == [("Consent", "An agreement.")]
    assert "Words on this page" not in pages(small)["faq/what-then.md"][1]
    twice = "[a no](term:no) and [consent again](term:consent) and [no](term:no)"
    change(START, "More words,", f"More words of {twice},")
    change("content_data/site.yml", "Talk to somebody.", "Talk about [consent](term:consent).")
    assert explained(small, "guidance/start.md") == [("Consent", "An agreement."), ("No", "A refusal.")]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (START, "  - First point.", '  - "First [point](term:no)."'),
        (START, "order: 10", "order: 10\nnext: [term:no]"),
        ("content_data/site.yml", "Talk to somebody.", "Talk about [no](term:no)."),
    ],
    ids=["points", "next", "talk"],
)
def test_terms_of_every_part_of_a_page_are_explained(
    small: Path, change: Change, file: str, old: str, new: str
) -> None:
    """It does not matter whether a term stands in the text or in one of the parts around it."""
    change(file, old, new)
    assert sorted(explained(small, "guidance/start.md")) == [("Consent", "An agreement."), ("No", "A refusal.")]


def test_an_explanation_is_one_paragraph(small: Path, change: Change) -> None:
    """Paper gets the first paragraph of a meaning, and no chain of further terms."""
    change("content_data/glossary.yml", "An agreement.", "Not a [no](term:no).\n\n      More about it.")
    found = explained(small, "guidance/start.md")
    assert found == [("Consent", 'Not a <a href="../reference/glossary.html#no">no</a>.')]


def test_talk_stands_last_on_every_staff_page(small: Path, change: Change) -> None:
    """A member of staff finds help in the same place everywhere; below it stands only what is for paper."""
    change("content_data/faq/what-then.md", "order: 10", "order: 10\naudience: parents\naction_page: true")
    for name, (audience, text) in pages(small).items():
        parts = TALK.split(text)
        assert (name, len(parts)) == (name, 2 if audience in ("staff", "parents") else 1)
        assert len(parts) == 1 or WORDS.sub("", parts[1]).strip() == "", name


def test_every_drawing_exists() -> None:
    """An editor may choose each drawing that is there, and none that is not."""
    assert {path.stem for path in (TEMPLATES / "icons").glob("*.svg")} == set(Icon)


def test_addresses_of_standing_parts_are_taken() -> None:
    """No heading of an article gets an address that the page around it, one of its parts or a script uses."""
    article = TEMPLATES / "pages" / "article.md.j2"
    parts = re.findall(r'context\.fill\("([^"]+)"', article.read_text(encoding="utf-8"))
    parts += ["components/talk.html.j2", "components/terms.html.j2"]
    files = [article, ROOT / "docs" / "assets" / "site.js", *(ROOT / "overrides").rglob("*.html")]
    text = "".join(file.read_text(encoding="utf-8") for file in [*files, *(TEMPLATES / part for part in parts)])
    found = re.findall(r'\bid="([\w-]+)"|context\.anchor\("([\w-]+)"\)|\{: #([\w-]+)|\.id = "([\w-]+)"', text)
    assert {name for names in found for name in names if name} == TAKEN
