"""Files to download are made once, never served broken, and made again when anything changed."""

import dataclasses
import shutil
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

from build_scripts.content import kept
from build_scripts.content.content import Content
from build_scripts.content.load import load_all
from build_scripts.formats import pdf
from build_scripts.formats import zip as zip_files
from build_scripts.formats.word import docx_file
from build_scripts.forms import print_html
from build_scripts.forms.documents import FormDocument
from build_scripts.pages.generated import BuildInfo
from build_scripts.publish import downloads
from tests.conftest import Change, copy_small
from tests.decks import words_of
from tests.folders import files_in
from tests.real import BUILD_INFO

pytestmark = pytest.mark.slow

NO_PANGO = """\
import cffi

real = cffi.FFI.dlopen
def dlopen(self, name, flags=0):
    if "pango" in str(name):
        raise OSError(f"cannot load library {name!r}")
    return real(self, name, flags)
cffi.FFI.dlopen = dlopen
"""


@pytest.fixture
def content(small: Path) -> Content:
    """The small content, whose matrix has three PDFs and two Word files; it has one session."""
    return load_all(small).content


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Make files at once in place of PDFs and Word files, and return the PDFs that were made so far."""
    log: list[str] = []

    def render(html: str, _: dict[str, str]) -> bytes:
        log.append(html)
        return b"PDF of " + html.encode()

    monkeypatch.setattr(pdf, "render", render)
    monkeypatch.setattr(docx_file, "write_docx", lambda document: repr(document).encode())
    monkeypatch.setattr(downloads, "MOST_IN_ONE_PROCESS", 100)
    return log


def cache(root: Path) -> dict[str, bytes]:
    """Return the files of the cache."""
    return files_in(root / downloads.CACHE)


def test_nothing_is_made_twice(small: Path, content: Content, made: list[str]) -> None:
    """An editor waits for the forms once; the next build takes them as they are."""
    downloads.build_downloads(small, content, BUILD_INFO)
    first = cache(small)
    again = downloads.build_downloads(small, content, BUILD_INFO)
    assert (len(made), cache(small)) == (5, first)
    assert list(again) == [
        "forms/files/note.pdf",
        "forms/files/note-to-fill-in.pdf",
        "forms/files/note.docx",
        "forms/files/my-note-easy.pdf",
        "forms/files/note-annex.docx",
        "sessions/files/short.pptx",
        "handbook/moving-forward-handbook.pdf",
        "handbook/moving-forward-handbook.docx",
        "intranet/put-this-on-your-intranet.pdf",
    ]


@pytest.mark.usefixtures("made")
def test_a_file_is_drawn_once(small: Path, content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    """To find out whether a file has to be made, and to make it, its form is drawn one time and not two."""
    drawn: list[str] = []

    def print_form(document: FormDocument, build_info: BuildInfo) -> print_html.PrintedForm:
        drawn.append(document.address)
        return print_html.print_form(document, build_info)

    monkeypatch.setattr(downloads, "print_form", print_form)
    downloads.build_downloads(small, content, BUILD_INFO)
    assert drawn
    assert sorted(drawn) == sorted(set(drawn))


@pytest.mark.parametrize("spoil", [lambda data: data[:-1], lambda data: data[:0], lambda data: data + b" "])
def test_a_damaged_file_is_never_served(
    small: Path, content: Content, made: list[str], spoil: Callable[[bytes], bytes]
) -> None:
    """What a crash or a full disk left behind is made again."""
    good = downloads.build_downloads(small, content, BUILD_INFO)
    for path in (small / downloads.CACHE).iterdir():
        path.write_bytes(spoil(path.read_bytes()))
    assert downloads.build_downloads(small, content, BUILD_INFO) == good
    assert len(made) == 10


def test_one_file_is_made_when_it_is_opened(small: Path, content: Content, made: list[str]) -> None:
    """A preview makes the document that somebody opens, and no other; an address that is none has none."""
    address = "forms/files/note.pdf"
    data = downloads.build_download(small, content, BUILD_INFO, address)
    assert len(made) == 1
    assert data == downloads.build_downloads(small, content, BUILD_INFO)[address]
    assert downloads.build_download(small, content, BUILD_INFO, "forms/files/none.pdf") is None


def test_a_file_that_cannot_be_made_is_an_error_that_names_it(
    small: Path, content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A library that breaks while the site is built costs no document without a word."""

    def broken(*_: object) -> bytes:
        raise OSError("cannot load library 'libpango'")

    monkeypatch.setattr(pdf, "render", broken)
    monkeypatch.setattr(downloads, "MOST_IN_ONE_PROCESS", 99)
    with pytest.raises(downloads.DownloadError, match=r"note\.pdf cannot be made: cannot load library 'libpango'"):
        downloads.build_downloads(small, content, BUILD_INFO)


Kept = tuple[dict[str, bytes], dict[str, bytes]]


@pytest.fixture(scope="module")
def both_ways(tmp_path_factory: pytest.TempPathFactory) -> list[Kept]:
    """What is kept of the small documents, and left in the temporary folder: made in other processes, and in this."""
    found = []
    for most in (0, 99):
        base = tmp_path_factory.mktemp("way")
        (base / "temporary").mkdir()
        content = load_all(copy_small(base / "small")).content
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(downloads, "MOST_IN_ONE_PROCESS", most)
            patched.setattr("tempfile.tempdir", str(base / "temporary"))
            downloads.build_downloads(base, content, BUILD_INFO)
        found.append((cache(base), files_in(base / "temporary")))
    return found


def test_no_folder_stays_in_the_temporary_folder(both_ways: list[Kept]) -> None:
    """A computer that builds every night does not fill up."""
    assert [left for _, left in both_ways] == [{}, {}]


def test_many_files_are_made_on_all_cores_and_are_the_same(both_ways: list[Kept]) -> None:
    """Where and beside what a file is made does not show in it."""
    (elsewhere, _), (here, _) = both_ways
    assert len(here) == 9 and elsewhere == here


def test_what_is_no_longer_needed_is_removed(small: Path, content: Content, made: list[str]) -> None:
    """The cache does not grow, and half-written files do not stay."""
    downloads.build_downloads(small, content, BUILD_INFO)
    (small / downloads.CACHE / "old").write_bytes(b"old")
    downloads.build_downloads(small, content, dataclasses.replace(BUILD_INFO, version="1.2.4"))
    assert len(cache(small)) == 9
    assert len(made) == 9  # the easy read goes home and prints no version


@pytest.mark.parametrize(
    ("file", "old", "new", "remade"),
    [
        ("forms/note.yml", "label: Your name", "label: The name", 2),
        ("forms/note.yml", "It is for you.", "It is yours.", 0),
        ("forms/note.yml", "This is for you.", "This is yours.", 1),
        ("form-matrix.yml", "title: Note\n", "title: A note\n", 2),
        ("services/a-line.yml", "name: ", "name: New ", 2),
        ("pages.yml", "title: ", "title: New ", 0),
    ],
)
def test_a_change_of_words_remakes_what_prints_them(
    small: Path, change: Change, made: list[str], file: str, old: str, new: str, remade: int
) -> None:
    """No file is out of date, and no other is made again."""
    downloads.build_downloads(small, load_all(small).content, BUILD_INFO)
    change(f"content_data/{file}", old, new)
    made.clear()
    downloads.build_downloads(small, load_all(small).content, BUILD_INFO)
    assert len(made) == remade


def tasks(content: Content, build_info: BuildInfo = BUILD_INFO) -> dict[str, downloads.BuildTask]:
    """Return how each file is made, by its address."""
    return {download.address: download.job(build_info) for download in downloads.downloads(content)}


@pytest.mark.parametrize(
    ("file", "old", "new", "kinds"),
    [
        ("forms/note.yml", "label: Your name", "label: The name", {"pdf", "docx"}),
        ("services/a-line.yml", "phone: 0117 496 0123", "phone: 0117 496 0124", {"pdf", "docx"}),
        ("services/a-line.yml", "url: https://example.org/line", "url: https://example.org/li", {"pdf", "docx"}),
        ("help/help.yml", "Many people can help.", "People can help.", {"pdf"}),
        ("sessions/short.yml", "Say this.", "Say it.", {"pptx"}),
        ("guidance/start.md", "Third point.", "Fourth point.", {"pdf", "docx", "pptx"}),
        ("local-details.yml", "Ms Shah", "Mr Lee", {"pdf"}),
    ],
)
def test_whatever_a_file_is_made_of_is_in_its_key(
    small: Path, change: Change, file: str, old: str, new: str, kinds: set[str]
) -> None:
    """No change of content leaves an old file in the cache, and no other file is made again."""
    change("content_data/help/help.yml", "checked_on:", "on_paper: [{service: a-line, text: Ask.}]\nchecked_on:")
    details = "details:\n  - id: adult-name\n    value: Ms Shah\n"
    (small / "content_data" / "local-details.yml").write_text(details, encoding="utf-8")
    before = tasks(load_all(small).content)
    change(f"content_data/{file}", old, new)
    after = tasks(load_all(small).content)
    remade = {address for address in before if before[address].key != after[address].key}
    assert remade == {name for name in before if repr(before[name].arguments) != repr(after[name].arguments)}
    assert {address.rpartition(".")[2] for address in remade} >= kinds


@pytest.mark.parametrize(
    "other",
    [
        dataclasses.replace(BUILD_INFO, version="1.2.4"),
        dataclasses.replace(BUILD_INFO, built_on=date(2026, 6, 2)),
        dataclasses.replace(BUILD_INFO, checked_on=date(2026, 1, 6)),
    ],
    ids=["version", "built on", "checked on"],
)
def test_version_and_dates_are_in_the_keys_of_files_that_print_them(content: Content, other: BuildInfo) -> None:
    """A file says the release that it belongs to."""
    before, after = tasks(content), tasks(content, other)
    remade = {name for name in before if before[name].key != after[name].key}
    assert remade == {name for name in before if repr(before[name].arguments) != repr(after[name].arguments)}
    assert remade


def test_every_part_of_what_is_written_shows_in_its_key(content: Content) -> None:
    """Word files and decks are keyed by how they print as Python: no field of theirs may hide from it."""
    parts = [part for task in tasks(content).values() for given in task.arguments for part in parts_of(given)]
    hidden = [
        f"{type(part).__name__}.{field.name}" for part in parts for field in dataclasses.fields(part) if not field.repr
    ]
    own = {type(part).__name__ for part in parts if not hasattr(type(part).__repr__, "__wrapped__")}
    assert parts and (hidden, own) == ([], set())


def parts_of(value: Any) -> Iterator[Any]:
    """Yield every dataclass within a value."""
    if dataclasses.is_dataclass(value):
        yield value
        for field in dataclasses.fields(value):
            yield from parts_of(getattr(value, field.name))
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from parts_of(item)
    elif isinstance(value, Mapping):
        yield from parts_of(tuple(value.values()))


def test_names_of_boxes_are_in_the_key(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a screen reader says of a box is no part of the page, and decides the bytes all the same."""
    before = tasks(content)
    sheet = print_html.print_form

    def renamed(document: FormDocument, build_info: BuildInfo) -> print_html.PrintedForm:
        made = sheet(document, build_info)
        return print_html.PrintedForm(made.html, {name: f"{tip}!" for name, tip in made.tips.items()})

    monkeypatch.setattr(downloads, "print_form", renamed)
    after = tasks(content)
    assert {name for name in before if before[name].key != after[name].key} == {"forms/files/note-to-fill-in.pdf"}


PROGRAMS = {"weasyprint": "pdf", "python-docx": "docx", "python-pptx": "pptx", "lxml": "docx pptx", "resvg_py": "docx"}
OF_PDF = ("pdf.py", "pdf_finish.py", "pdf_page_numbers.py", "pdf_box_room.py", "fonts")
PARTS = dict.fromkeys(OF_PDF, "pdf") | {"zip.py": "docx pptx", "word": "docx", "powerpoint": "pptx"}


@pytest.mark.parametrize("program", [*PROGRAMS, *PARTS])
def test_programs_are_in_the_keys(
    content: Content, program: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A newer library, font, template or module of ours makes its files again, and no others."""
    before = tasks(content)
    formats = tmp_path / "formats"
    shutil.copytree(Path(pdf.__file__).parent, formats, ignore=shutil.ignore_patterns("__pycache__"))
    kinds = PARTS | PROGRAMS
    if program in PROGRAMS:
        real = metadata.version
        monkeypatch.setattr(downloads, "version", lambda name: "0" if name == program else real(name))
        versions = pdf.versions()
        monkeypatch.setattr(pdf, "versions", lambda: f"{versions}{'0' if program == 'weasyprint' else ''}")
    else:
        file = formats / program
        file = (
            file if file.is_file() else max(file.iterdir(), key=lambda path: path.suffix in (".ttf", ".pptx", ".docx"))
        )
        file.write_bytes(file.read_bytes() + b" ")
    monkeypatch.setattr(pdf, "__file__", str(formats / "pdf.py"))
    monkeypatch.setattr(pdf, "FONTS", formats / "fonts")
    monkeypatch.setattr(zip_files, "__file__", str(formats / "zip.py"))
    for found in (downloads._pdf_program, downloads._docx_program, downloads._pptx_program):
        monkeypatch.setattr(downloads, found.__wrapped__.__name__, found.__wrapped__)
    after = tasks(content)
    remade = {name for name in before if before[name].key != after[name].key}
    assert remade == {name for name in before if name.rpartition(".")[2] in kinds[program].split()}


@pytest.mark.usefixtures("made")
def test_a_word_changed_in_guidance_shows_in_the_deck(small: Path, change: Change) -> None:
    """A trainer never has to copy a change into slides, and no deck is made again without one."""
    before = _deck(small)
    change("content_data/site.yml", "lead: ", "lead: Now ")
    assert _deck(small) == before
    change("content_data/guidance/start.md", "Third point.", "Third new point.")
    assert _deck(small) != before
    assert "Third new point." in words_of(_deck(small))


def _deck(root: Path) -> bytes:
    content = load_all(root).content
    return downloads.build_downloads(root, content, BUILD_INFO)["sessions/files/short.pptx"]


def test_a_title_too_long_for_a_slide_names_the_session(small: Path, change: Change) -> None:
    """The editor reads in which file to look."""
    change("content_data/sessions/short.yml", "title: In short", f"title: {'Far too long ' * 60}")
    with pytest.raises(downloads.DownloadError, match=r"content_data/sessions/short\.yml:1:1: .* too long for a slide"):
        downloads.build_downloads(small, load_all(small).content, BUILD_INFO)


def test_a_new_style_remakes_what_is_printed(
    small: Path, content: Content, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A change of style shows in every form."""
    downloads.build_downloads(small, content, BUILD_INFO)
    monkeypatch.setattr(print_html, "_style", lambda: "p { color: red }")
    for function in kept.Kept.every:  # another program begins with nothing
        monkeypatch.setattr(function, "asked", {})
        monkeypatch.setattr(function, "before", {})
    downloads.build_downloads(small, load_all(small).content, BUILD_INFO)
    assert len(made) == 8  # all but handbook and sheet, whose styles are their own


@pytest.mark.parametrize("name", ["word", "powerpoint"])
def test_a_change_of_template_or_writer_remakes_office_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """A designer who changes a template sees it in every file; so does whoever changes a module that writes them."""
    formats = tmp_path / "formats"
    shutil.copytree(Path(str(zip_files.__file__)).parent, formats)
    monkeypatch.setattr(zip_files, "__file__", str(formats / "zip.py"))
    before = downloads._program_files(name)
    for file in (formats / "zip.py", *(formats / name).glob("*.py"), *(formats / name).glob("template.*")):
        file.write_bytes(file.read_bytes() + b" ")
        after = downloads._program_files(name)
        assert after != before, file.name
        before = after
