"""The files to download: forms, decks, handbook, sheets, kept in a cache and made again only when something changed."""

from __future__ import annotations

import gc
import hashlib
import json
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path

from build_scripts.content.content import Content
from build_scripts.content.forms import Shape
from build_scripts.content.links import page_address
from build_scripts.content.pages import IndexPage, Site
from build_scripts.content.problems import Location
from build_scripts.formats import pdf
from build_scripts.formats import zip as zip_files
from build_scripts.formats.powerpoint.pptx_file import count_slides, write_pptx
from build_scripts.formats.word.document import Document
from build_scripts.formats.word.docx_file import write_docx
from build_scripts.forms.documents import FormDocument, form_documents
from build_scripts.forms.print_html import picture_svg, print_form
from build_scripts.forms.word import form_as_word
from build_scripts.handbook.document import Handbook, HandbookDocument, as_word, handbook, handbook_documents, title
from build_scripts.handbook.document import print_html as on_paper_of_book
from build_scripts.help.pages import sheet_title
from build_scripts.help.printed_sheets import SheetDocument, sheet_documents, sheet_html
from build_scripts.pages.generated import BuildInfo
from build_scripts.registers import intranet_sheet
from build_scripts.registers.intranet_sheet import intranet_page
from build_scripts.training.powerpoint import session_deck
from build_scripts.training.powerpoint_files import DeckDocument, deck_documents, with_local_details
from build_scripts.training.powerpoint_fit import TooLongError
from build_scripts.training.session_plan import session_plan

CACHE = "build/forms"
MOST_IN_ONE_PROCESS = 2
"""Up to so many files are made at once here: starting further processes would take longer."""
REMEDY = (
    "On Debian or Ubuntu: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; "
    "elsewhere: https://doc.courtbouillon.org/weasyprint/stable/first_steps.html"
)


class DownloadError(Exception):
    """A file to download cannot be made; the text says which, and why."""


@dataclass(frozen=True)
class BuildTask:
    """What it takes to make one file; it can be sent to another process."""

    make: Callable[..., bytes]
    arguments: tuple[object, ...]
    key: str
    """Changes with everything that decides the bytes of the file."""


@dataclass(frozen=True)
class Download:
    """A file to download, and how it is made."""

    address: str
    """Where it lies, from the start of the site."""
    source: Location
    """Where an editor changes it."""
    job: Callable[[BuildInfo], BuildTask]
    listed: Callable[[bytes], dict[str, object]]
    """Tells from its bytes what the manifest says of it."""


Task = tuple[Download, BuildTask]


def _pdf(document: FormDocument, build_info: BuildInfo) -> BuildTask:
    sheet = print_form(document, build_info)
    return BuildTask(pdf.render, (sheet.html, sheet.tips), _hash(sheet.html, json.dumps(sheet.tips), _pdf_program()))


def _pdf_to_read(html: str) -> BuildTask:
    return BuildTask(pdf.render, (html, {}), _hash(html, _pdf_program()))


def _sheet_pdf(content: Content, document: SheetDocument, build_info: BuildInfo) -> BuildTask:
    return _pdf_to_read(sheet_html(content, document, build_info))


def _docx(document: FormDocument, build_info: BuildInfo) -> BuildTask:
    return _word(form_as_word(document, build_info, picture_svg))


def _word(document: Document) -> BuildTask:
    return BuildTask(write_docx, (document,), _hash(repr(document), _docx_program()))


def _pptx(content: Content, document: DeckDocument, build_info: BuildInfo) -> BuildTask:
    try:
        deck = session_deck(content, with_local_details(content, session_plan(content, document.session)), build_info)
    except TooLongError as error:
        raise DownloadError(f"{document.session.location}: {error}") from error
    return BuildTask(write_pptx, (deck,), _hash(repr(deck), _pptx_program()))


TASK_OF_SHAPE: dict[Shape, Callable[[FormDocument, BuildInfo], BuildTask]] = {
    Shape.PDF: _pdf,
    Shape.FILLABLE_PDF: _pdf,
    Shape.DOCX: _docx,
}
"""How each kind of file of a form is made."""


def available_shapes() -> frozenset[Shape]:
    """Return the shapes of forms that can be made on this computer; a page always can."""
    lacking = {Shape.PDF, Shape.FILLABLE_PDF} if pdf.missing() else set()
    return frozenset({Shape.PAGE, *TASK_OF_SHAPE} - lacking)


def missing_library() -> str | None:
    """Return one line that says what this computer lacks to make every file, and how to get it, or None."""
    name = pdf.missing()
    return f"The forms are not made as PDF: {name} is missing. {REMEDY}" if name else None


def downloads(content: Content, made: frozenset[Shape] = frozenset(Shape)) -> list[Download]:
    """Return the files to download: those of the matrix of forms, in its order, decks, the handbook, and sheets.

    Args:
        content: checked content.
        made: the shapes of forms that are made; sheets are made where PDFs are.
    """
    forms = (document for document in form_documents(content) if document.shape in made - {Shape.PAGE})
    book = cache(partial(handbook, content))
    books = (document for document in handbook_documents(content) if document.shape in made)
    return [
        *map(_form, forms),
        *(_deck(content, document) for document in deck_documents(content)),
        *(_book(content, document, book) for document in books),
        *(_sheet(content, document) for document in sheet_documents(content) if Shape.PDF in made),
        *(_intranet(content, page) for page in (intranet_page(content),) if page and Shape.PDF in made),
    ]


def _form(document: FormDocument) -> Download:
    job = TASK_OF_SHAPE[document.shape]
    return Download(document.address, document.form.location, partial(job, document), partial(_listed_form, document))


def _deck(content: Content, document: DeckDocument) -> Download:
    job, tell = partial(_pptx, content, document), partial(_listed_deck, document)
    return Download(document.address, document.session.location, job, tell)


def _book(content: Content, document: HandbookDocument, book: Callable[[BuildInfo], Handbook]) -> Download:
    job = partial(_book_job, content, document.shape, book)
    return Download(document.address, content.one(Site).location, job, partial(_listed_book, content, document))


def _book_job(
    content: Content, shape: Shape, book: Callable[[BuildInfo], Handbook], build_info: BuildInfo
) -> BuildTask:
    made = book(build_info)
    if shape is Shape.PDF:
        return _pdf_to_read(on_paper_of_book(made))
    return _word(as_word(content, made))


def _sheet(content: Content, document: SheetDocument) -> Download:
    job, tell = partial(_sheet_pdf, content, document), partial(_listed_sheet, content, document)
    return Download(document.address, document.page.location, job, tell)


def _intranet(content: Content, page: IndexPage) -> Download:
    job, tell = partial(_intranet_pdf, content, page), partial(_listed_pdf, page.title)
    return Download(f"{page_address(page)}.pdf", page.location, job, tell)


def _intranet_pdf(content: Content, page: IndexPage, build_info: BuildInfo) -> BuildTask:
    return _pdf_to_read(intranet_sheet.intranet_sheet(content, page, build_info))


def build_downloads(root: Path, content: Content, build_info: BuildInfo) -> None:
    """Make the files that the cache lacks, and take out what is no longer needed.

    Args:
        root: the project folder.
        content: checked content.
        build_info: version and dates, which some files print.

    Raises:
        ProductError: when a file cannot be made.
    """
    tasks = _tasks(content, build_info)
    for (product, job), run in _runs([task for task in tasks if _kept(root, task[1]) is None]):
        try:
            _keep(root, job, run())
        except pdf.StrangeLetterError as error:
            raise DownloadError(f"{product.source}: {product.address} cannot be made: {error}") from error
    needed = {job.key for _, job in tasks}
    for path in (root / CACHE).glob("*"):
        if path.name not in needed:
            path.unlink()


def cached_downloads(root: Path, content: Content, build_info: BuildInfo) -> Iterator[tuple[str, bytes]]:
    """Yield address and bytes of each file that is in the cache and as it should be now.

    Args:
        root: the project folder.
        content: checked content.
        build_info: version and dates, which some files print.
    """
    for product, job in _tasks(content, build_info):
        data = _kept(root, job)
        if data is not None:
            yield product.address, data


def manifest_entries(site: Path, content: Content) -> list[dict[str, object]]:
    """Return what the manifest says of each file to download that is in a built site.

    Args:
        site: the folder of the site.
        content: the content it was built from.
    """
    files = ((product, site / product.address) for product in downloads(content))
    return [{"path": product.address, **product.listed(path.read_bytes())} for product, path in files if path.is_file()]


def _listed_form(document: FormDocument, data: bytes) -> dict[str, object]:
    is_pdf = document.shape in (Shape.PDF, Shape.FILLABLE_PDF)
    return {
        "title": document.title,
        "form": document.form.id,
        "copy": document.row.copy_kind.value,
        "size": document.row.size.value,
        "shape": document.shape.value,
        "sides": pdf.sides(data) if is_pdf else None,
    }


def _listed_deck(document: DeckDocument, data: bytes) -> dict[str, object]:
    session = document.session
    return {"title": session.title, "session": session.id, "shape": "pptx", "slides": count_slides(data)}


def _listed_book(content: Content, document: HandbookDocument, data: bytes) -> dict[str, object]:
    if document.shape is Shape.PDF:
        return _listed_pdf(title(content), data)
    return {"title": title(content), "shape": document.shape.value, "sides": None}


def _listed_sheet(content: Content, document: SheetDocument, data: bytes) -> dict[str, object]:
    return {"sheet": document.name, **_listed_pdf(sheet_title(content, document.page, document.name), data)}


def _listed_pdf(name: str, data: bytes) -> dict[str, object]:
    return {"title": name, "shape": Shape.PDF.value, "sides": pdf.sides(data)}


def _tasks(content: Content, build_info: BuildInfo) -> list[Task]:
    return [(product, product.job(build_info)) for product in downloads(content, available_shapes())]


def _runs(tasks: list[Task]) -> Iterator[tuple[Task, Callable[[], bytes]]]:
    """Yield each task with what returns its bytes: made here when there are few, else on all cores, as they come."""
    if len(tasks) <= MOST_IN_ONE_PROCESS:
        yield from (((product, job), partial(job.make, *job.arguments)) for product, job in tasks)
        return
    # A file is made in a second and all its memory given back: looking for rubbish meanwhile costs a fifth of the time.
    with ProcessPoolExecutor(initializer=gc.disable) as pool:
        longest_first = sorted(tasks, key=lambda task: -len(str(task[1].arguments)))
        futures = {pool.submit(job.make, *job.arguments): (product, job) for product, job in longest_first}
        for future in as_completed(futures):
            yield futures[future], future.result


def _kept(root: Path, job: BuildTask) -> bytes | None:
    """Return a file from the cache, or None when it is not there whole: its first bytes are the hash of the rest."""
    path = root / CACHE / job.key
    data = path.read_bytes() if path.is_file() else b""
    mark, rest = data[:32], data[32:]
    return rest if rest and hashlib.sha256(rest).digest() == mark else None


def _keep(root: Path, job: BuildTask, data: bytes) -> None:
    path = root / CACHE / job.key
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(f".{os.getpid()}")
    beside.write_bytes(hashlib.sha256(data).digest() + data)
    beside.replace(path)


@cache
def _pdf_program() -> str:
    """Return a hash of the renderer, its fonts and the versions of all that it uses."""
    files = [Path(pdf.__file__), *sorted(pdf.FONTS.glob("*.ttf"))]
    return _hash(pdf.versions(), *(path.read_bytes() for path in files))


@cache
def _docx_program() -> str:
    """Return a hash of what writes Word files, its template and the versions of all that it uses."""
    return _hash(_versions("python-docx", "lxml", "resvg_py"), *_program_files("word"))


@cache
def _pptx_program() -> str:
    """Return a hash of what writes decks, its template and the versions of all that it uses."""
    return _hash(_versions("python-pptx", "lxml"), *_program_files("powerpoint"))


def _program_files(format_name: str) -> list[bytes]:
    """Return what stands in the modules and the template of a format, and in the module that packs its files."""
    packing = Path(str(zip_files.__file__))
    folder = packing.parent / format_name
    return [path.read_bytes() for path in (packing, *sorted(folder.glob("*.py")), *sorted(folder.glob("template.*")))]


def _versions(*names: str) -> str:
    return ", ".join(f"{name} {version(name)}" for name in names)


def _hash(*values: str | bytes) -> str:
    found = hashlib.sha256()
    for value in values:
        data = value.encode() if isinstance(value, str) else value
        found.update(f"{len(data)} ".encode() + data)
    return found.hexdigest()
