"""Whatever stands in the content is read as text, in every output."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html import unescape
from io import BytesIO
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints
from xml.etree import ElementTree as Xml
from zipfile import ZipFile

import pikepdf
import pytest
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import get_navigation
from mkdocs.utils.templates import url_filter

from build_scripts.content.content import Content
from build_scripts.content.fields import Block, Line, Phrase, Prose, Record, Text
from build_scripts.content.forms import Shape
from build_scripts.content.load import Loaded, load_all
from build_scripts.content.pages import Guidance
from build_scripts.content.sessions import Session
from build_scripts.forms.documents import form_documents
from build_scripts.forms.print_html import print_form
from build_scripts.handbook.document import handbook
from build_scripts.handbook.handout import handout
from build_scripts.handbook.paper import print_html
from build_scripts.help.printed_sheets import sheet_documents, sheet_html
from build_scripts.pages.generated import BuildInfo, GeneratedPage
from build_scripts.pages.local_details import build_local
from build_scripts.pages.navigation import expand, name_groups
from build_scripts.publish import mkdocs_hook
from build_scripts.publish.all_pages import build_pages
from build_scripts.publish.downloads import downloads
from build_scripts.publish.frame import frame_values
from build_scripts.publish.project import Project
from build_scripts.registers.intranet_sheet import intranet_page, intranet_sheet
from build_scripts.release.editions.scorm import packages
from build_scripts.release.report import report
from build_scripts.search.index import build_search
from build_scripts.training.self_study import self_study_page
from build_scripts.training.session_plan import session_plan
from tests.conftest import Change, copy_small
from tests.help.conftest import PAPER
from tests.html import find, read

pytestmark = pytest.mark.slow

LIVE = "//x.live"
MARK = f"\"'></title></style></script></textarea><svg onload=alert(1)><b lang=x-live>&copy;[x]({LIVE}) "
"""Ends an attribute, a text that is not HTML, and begins elements and a link that nothing else makes."""
SHORT_MARK = f"<b>&copy;[x]({LIVE}) "
"""The same for files: a title still fits on a slide."""
NO_TEXT = {"id", "group", "pattern", "near"}
"""Fields of text that no reader sees: names and patterns."""
INFO = BuildInfo(f"1.2.3{MARK}", date(2026, 6, 1), date(2026, 1, 5))
SITE: dict[str, object] = {"pages": [], "downloads": [], "assets": [], "files": []}
DETAILS = "details:\n  - id: lead-name\n    value: Ms Shah\n  - id: adult-name\n    value: Mr Lee\n"


def marked(value: Any, kind: Any = None, mark: str = MARK) -> Any:
    """Return a value with the mark in every text: those that are missing are put in as well."""
    if isinstance(value, Prose):
        signs = "(show:" in value.text or "```" in value.text
        return value if signs else replace(value, text=f"{value.text.rstrip()} {in_markdown(mark)}")
    if isinstance(value, Record):
        kinds = get_type_hints(type(value), include_extras=True)
        named = {name: kinds[name] for name in type(value).model_fields if name not in NO_TEXT}
        return value.model_copy(update={name: marked(getattr(value, name), of, mark) for name, of in named.items()})
    if isinstance(value, tuple):
        (of, *_) = get_args(plain(kind)) or (None,)
        return tuple(marked(each, of, mark) for each in value or ([""] if of in (Text, Phrase) else []))
    if plain(kind) in (Text, Phrase):
        return type(value or "")(f"{value or ''}{mark}")
    if value is None and plain(kind) in (Line, Block):
        return Prose(f"Words {in_markdown(mark)}", inline=plain(kind) == Line)
    return value


def in_markdown(mark: str) -> str:
    """Return a mark for prose, where an editor has to say that it is no HTML; the check refuses it otherwise."""
    return re.sub(r"[<&\[]", r"\\\g<0>", mark)


def plain(kind: Any) -> Any:
    """Return the type of a field, whether or not it may be missing and whatever else is asked of it."""
    if get_origin(kind) in (Union, UnionType):
        return plain(next(each for each in get_args(kind) if each is not type(None)))
    if kind not in (Text, Phrase, Line, Block) and get_origin(kind) is Annotated:
        return plain(get_args(kind)[0])
    return kind


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """The small project with something for paper and details of a school."""
    root = copy_small(tmp_path_factory.mktemp("marked") / "small")
    page = root / "content_data" / "help" / "help.yml"
    page.write_text(page.read_text(encoding="utf-8").replace("checked_on:", PAPER), encoding="utf-8")
    (root / "content_data" / "local-details.yml").write_text(DETAILS, encoding="utf-8")
    loaded = load_all(root)
    assert loaded.problems == []
    return loaded


@pytest.fixture(scope="module")
def content(loaded: Loaded) -> Content:
    """The mark in every text."""
    return with_marks(loaded, MARK)


def with_marks(loaded: Loaded, mark: str) -> Content:
    """Return the content with a mark in every text."""
    records = loaded.content.records.items()
    return Content({kind: tuple(marked(record, mark=mark) for record in held) for kind, held in records})


@pytest.fixture(scope="module")
def pages(content: Content) -> list[GeneratedPage]:
    """Every page, with links to every kind of file."""
    return build_pages(content, frozenset(Shape))


def framed(root: Path, content: Content, pages: list[GeneratedPage]) -> Iterator[tuple[str, str]]:
    """Yield address and HTML of each page in its frame, filled in as MkDocs does it."""
    config = load_config(str(root / "mkdocs.yml"), hooks=[], watch=[], site_name=f"Small{MARK}")
    config.extra.update(frame_values(content, INFO))
    config.plugins._current_plugin = "tests"  # as while a hook runs, which may generate files
    config.nav = expand(name_groups(config.nav, content), pages)
    files = Files([File.generated(config, page.src_uri, content=page.front_matter) for page in pages])
    nav = get_navigation(files, config)
    environment = mkdocs_hook.on_env(config.theme.get_env(), config, files)
    environment.filters["url"] = url_filter
    bodies = {made.src_uri: made.body for made in pages}
    for file in files:
        assert file.page is not None
        file.page.read_source(config)
        file.page.content = str(bodies[file.src_uri])
        file.page.active = True
        template = environment.get_template(str(file.page.meta.get("template", "main.html")))
        yield file.dest_uri, template.render(get_context(nav, files, config, file.page))
        file.page.active = False


def faults(html: str) -> list[str]:
    """Return what came alive in an output, and what was escaped twice."""
    found = []
    for each in read(html).iter("*"):
        if each.get("onload") is not None or each.get("lang") == "x-live":
            found.append(f"alive: {each.getparent().tag} {each.getparent().get('class')}")
        found += [f"link: {each.getparent().get('class')}" for link in ("href", "src") if LIVE in each.get(link, "")]
        found += [f"attribute: {name} of {each.tag}" for name in each.attrib if not name.replace("-", "").isalnum()]
    return found + [twice for twice in ("&amp;amp;", "&amp;lt;", "&amp;gt;", "&amp;quot;", "&amp;#") if twice in html]


def test_every_text_is_marked(content: Content) -> None:
    """The walk misses no kind of record: whatever is added to the model is looked at."""
    wanted = {kind for kind, held in content.records.items() if held and has_text(kind)}
    assert {kind.__name__ for kind in wanted if "svg onload" not in repr(content.records[kind])} == set()
    assert len(wanted) > 20


def has_text(kind: type[Record]) -> bool:
    """Tell whether a kind of record has a field that readers see."""
    kinds = get_type_hints(kind, include_extras=True)
    shown = [plain(kinds[name]) for name in kind.model_fields if name not in NO_TEXT]
    return any(each in (Text, Phrase, Line, Block) for each in shown)


def test_no_text_is_markup_on_a_page(pages: list[GeneratedPage]) -> None:
    """An editor's slip, or a hostile pull request, puts no element on a page."""
    assert {page.address: found for page in pages if (found := faults(page.body))} == {}
    assert sum(MARK.strip() in page.body.unescape() for page in pages) > len(pages) / 2


def test_no_text_is_markup_in_a_frame(small: Path, content: Content, pages: list[GeneratedPage]) -> None:
    """Titles, descriptions, menus and build details are text around the page as well."""
    frames = dict(framed(small, content, pages))
    assert {address: found for address, html in frames.items() if (found := faults(html))} == {}
    assert len(frames) == len(pages)


def test_a_frame_that_forgets_to_escape_is_escaped(
    small: Path, content: Content, pages: list[GeneratedPage], change: Change
) -> None:
    """Whoever changes a frame and leaves out the filter opens no door."""
    change("overrides/main.html", "page.meta.title | e", "page.meta.title")
    change("overrides/partials/nav.html", "item.title | e", "item.title")
    change("overrides/partials/contents.html", "item[0] | e", "item[0]")
    assert {address: found for address, html in framed(small, content, pages) if (found := faults(html))} == {}


def documents(content: Content) -> Iterator[tuple[str, str]]:
    """Yield name and HTML of everything that becomes a file or lies alone."""
    for form in form_documents(content):
        if form.shape in (Shape.PDF, Shape.FILLABLE_PDF):
            yield form.address, print_form(form, INFO).html
    for sheet in sheet_documents(content):
        yield sheet.address, sheet_html(content, sheet, INFO)
    yield "handbook", print_html(handbook(content, INFO))
    yield "handout", print_html(handout(content, content.all(Guidance)[0], INFO))
    intranet = intranet_page(content)
    assert intranet is not None
    yield "intranet", intranet_sheet(content, intranet, INFO)
    for session in content.all(Session):
        yield session.id, self_study_page(content, session_plan(content, session), INFO)
    late = replace(INFO, built_on=date(2028, 1, 1))
    yield "report", report(Project(content, [], [], [], late), [], [], SITE, None)


def test_no_text_is_markup_on_paper_or_alone(content: Content) -> None:
    """Forms, sheets, handbook, handout, intranet sheet, self-study page and release report print text as text."""
    made = dict(documents(content))
    assert {name: found for name, html in made.items() if (found := faults(html))} == {}
    assert [name for name, html in made.items() if "svg onload" not in html] == []
    kinds = ("forms/", "help/", "handbook", "handout", "intranet", "short", "report")
    assert [kind for kind in kinds if not any(name.startswith(kind) for name in made)] == []


def test_scripts_hold_text_as_text(content: Content) -> None:
    """What scripts print is never escaped for HTML, and a page that holds a script is not ended by it."""
    local, search = build_local(content), build_search(content)
    given = json.loads(local.text.partition("window.localDetails = ")[2].rstrip(";\n"))
    assert "<" not in local.text and set(given.values()) == {f"Ms Shah{MARK}", f"Mr Lee{MARK}"}
    index = json.loads(search.text.removeprefix("window.searchIndex=").rstrip(";\n"))
    assert any(MARK.strip() in title for title in index["title"])
    assert "&lt;" not in search.text and "&amp;" not in search.text


@pytest.fixture(scope="module")
def files(loaded: Loaded) -> dict[str, bytes]:
    """Every file to download and every file of every package for learning platforms, by name."""
    content = with_marks(loaded, SHORT_MARK)
    tasks = {download.address: download.job(INFO) for download in downloads(content, frozenset(Shape))}
    made = {address: task.make(*task.arguments) for address, task in tasks.items()}
    packed = packages(content, INFO).items()
    return made | {f"{name}/{path}": data for name, files in packed for path, data in files.items()}


def test_no_text_is_a_link_or_an_action_in_a_pdf(files: dict[str, bytes]) -> None:
    """A PDF runs nothing, and leads to no address that stands in a text."""
    for name, data in ((name, data) for name, data in files.items() if name.endswith(".pdf")):
        with pikepdf.open(BytesIO(data)) as pdf:
            things = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary)]
            assert {str(thing.get("/S")) for thing in things} & {"/JavaScript", "/Launch", "/ImportData"} == set(), name
            assert [thing for thing in things if LIVE in str(thing.get("/URI", ""))] == [], name
            assert SHORT_MARK.strip() in str(pdf.docinfo.Title), name


@pytest.mark.parametrize("ending", [".docx", ".pptx"])
def test_no_text_is_markup_in_an_office_file(files: dict[str, bytes], ending: str) -> None:
    """Word and PowerPoint files hold text as text: no element, no link and no field of its own."""
    found = {name: data for name, data in files.items() if name.endswith(ending)}
    assert found
    for name, data in found.items():
        with ZipFile(BytesIO(data)) as packed:
            texts = [packed.read(part) for part in packed.namelist() if part.endswith((".xml", ".rels"))]
        trees = [Xml.fromstring(text) for text in texts]
        tags = {each.tag.rpartition("}")[2] for tree in trees for each in tree.iter()}
        assert tags & {"svg", "script", "altChunk", "ole", "oleObj"} == set(), name
        assert [each for tree in trees for each in tree.iter() if LIVE in each.get("Target", "")] == [], name
        assert any(SHORT_MARK.strip() in "".join(tree.itertext()) for tree in trees), name


def test_no_text_is_markup_in_a_package_for_learning_platforms(files: dict[str, bytes]) -> None:
    """What a platform lists and what it opens hold text as text."""
    manifests = {name: Xml.fromstring(data) for name, data in files.items() if name.endswith("imsmanifest.xml")}
    assert manifests
    for name, tree in manifests.items():
        titles = [each.text or "" for each in tree.iter() if each.tag.rpartition("}")[2] == "title"]
        assert titles and all(title.endswith(SHORT_MARK) for title in titles), name
        page = files[name.replace("imsmanifest.xml", "index.html")].decode()
        assert faults(page) == [] and SHORT_MARK.strip() in unescape(page)


def test_honest_quotation_marks_survive(small: Path, change: Change) -> None:
    """A summary with quotation marks and an ampersand is read whole, by search engines as well."""
    change("content_data/guidance/start.md", "summary: ", "summary: '\"Sexting\" & nudes: words for it.' # ")
    content = load_all(small).content
    pages = build_pages(content)
    html = dict(framed(small, content, pages))["guidance/start.html"]
    (description,) = find(html, "meta[@name='description']")
    assert description.get("content").startswith('"Sexting" & nudes: words for it.')
