"""The files to download: forms, decks, handbook, sheets, kept in a cache and made again only when something changed."""

from __future__ import annotations

import gc
import json
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from build_scripts.content.content import Content
from build_scripts.content.forms import Shape
from build_scripts.content.links import page_address
from build_scripts.content.of_content import KeptOfContent, OfContent
from build_scripts.content.pages import IndexPage, Site
from build_scripts.content.problems import Location
from build_scripts.formats import pdf
from build_scripts.formats import zip as zip_files
from build_scripts.formats.powerpoint.deck import Deck
from build_scripts.formats.powerpoint.slide_count import count_slides
from build_scripts.formats.word.document import Document
from build_scripts.forms.documents import FormDocument, form_documents
from build_scripts.forms.print_html import picture_svg, print_form
from build_scripts.forms.word import form_as_word
from build_scripts.handbook import paper as papers
from build_scripts.handbook.document import HandbookDocument, handbook, handbook_documents, title
from build_scripts.handbook.handout import HandoutDocument, handout, handout_documents
from build_scripts.handbook.paper import Paper, as_word, print_html
from build_scripts.help.pages import sheet_title
from build_scripts.help.printed_sheets import SheetDocument, sheet_documents, sheet_html
from build_scripts.pages.generated import BuildInfo
from build_scripts.publish.kept_files import KeptFiles, key_of
from build_scripts.publish.progress import Progress, silent
from build_scripts.registers import intranet_sheet
from build_scripts.registers.intranet_sheet import intranet_page
from build_scripts.training.powerpoint_files import DeckDocument, deck_documents, with_local_details
from build_scripts.training.session_plan import session_plan

CACHE = "build/forms"
MOST_IN_ONE_PROCESS = 2
"""Up to so many files are made at once here: starting further processes would take longer."""
REMEDY = (
    "On Debian or Ubuntu: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; "
    "elsewhere: https://doc.courtbouillon.org/weasyprint/stable/first_steps.html"
)


# What writes Word files and decks takes a tenth of a second to load, so it is loaded where a file is made.


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
    return BuildTask(pdf.render, (sheet.html, sheet.tips), key_of(sheet.html, json.dumps(sheet.tips), _pdf_program()))


def _pdf_to_read(html: str) -> BuildTask:
    return BuildTask(pdf.render, (html, {}), key_of(html, _pdf_program()))


def _sheet_pdf(content: Content, document: SheetDocument, build_info: BuildInfo) -> BuildTask:
    return _pdf_to_read(sheet_html(content, document, build_info))


def _docx(document: FormDocument, build_info: BuildInfo) -> BuildTask:
    return _word(form_as_word(document, build_info, picture_svg))


def _word(document: Document) -> BuildTask:
    return BuildTask(_write_word, (document,), key_of(repr(document), _docx_program()))


def _word_of_paper(paper: Paper) -> BuildTask:
    return BuildTask(_write_paper, (paper,), key_of(repr(paper), _docx_program()))


def _write_word(document: Document) -> bytes:
    from build_scripts.formats.word.docx_file import write_docx

    return write_docx(document)


def _write_paper(paper: Paper) -> bytes:
    return _write_word(as_word(paper))


def _write_slides(deck: Deck) -> bytes:
    from build_scripts.formats.powerpoint.pptx_file import write_pptx

    return write_pptx(deck)


def _pptx(content: Content, document: DeckDocument, build_info: BuildInfo) -> BuildTask:
    from build_scripts.training.powerpoint import session_deck
    from build_scripts.training.powerpoint_fit import TooLongError

    try:
        deck = session_deck(content, with_local_details(content, session_plan(content, document.session)), build_info)
    except TooLongError as error:
        raise DownloadError(f"{document.session.location}: {error}") from error
    return BuildTask(_write_slides, (deck,), key_of(repr(deck), _pptx_program()))


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
    """Return the files to download: those of the matrix of forms, in its order, decks, handbook, handouts and sheets.

    Args:
        content: checked content.
        made: the shapes of forms that are made; sheets are made where PDFs are.
    """
    return [download for _, download in _numbered(content, made)]


def _forms(content: Content, made: frozenset[Shape]) -> Iterator[Download]:
    return (_form(document) for document in form_documents(content) if document.shape in made - {Shape.PAGE})


def _decks(content: Content, _made: frozenset[Shape]) -> Iterator[Download]:
    return (_deck(content, document) for document in deck_documents(content))


def _books(content: Content, made: frozenset[Shape]) -> Iterator[Download]:
    return (_book(content, document) for document in handbook_documents(content) if document.shape in made)


def _handouts(content: Content, made: frozenset[Shape]) -> Iterator[Download]:
    return (_handout(content, document) for document in handout_documents(content) if document.shape in made)


def _sheets(content: Content, made: frozenset[Shape]) -> Iterator[Download]:
    return (_sheet(content, document) for document in sheet_documents(content) if Shape.PDF in made)


def _intranet_sheets(content: Content, made: frozenset[Shape]) -> Iterator[Download]:
    return (_intranet(content, page) for page in (intranet_page(content),) if page and Shape.PDF in made)


LISTED = (_forms, _decks, _books, _handouts, _sheets, _intranet_sheets)
"""What lists each kind of file."""


def _form(document: FormDocument) -> Download:
    job = TASK_OF_SHAPE[document.shape]
    return Download(document.address, document.form.location, partial(job, document), partial(_listed_form, document))


def _deck(content: Content, document: DeckDocument) -> Download:
    job, tell = partial(_pptx, content, document), partial(_listed_deck, document)
    return Download(document.address, document.session.location, job, tell)


def _book(content: Content, document: HandbookDocument) -> Download:
    job = partial(_paper_job, document.shape, partial(handbook, content))
    tell = partial(_listed_paper, title(content), document.shape)
    return Download(document.address, content.one(Site).location, job, tell)


def _handout(content: Content, document: HandoutDocument) -> Download:
    page = document.page
    job = partial(_paper_job, document.shape, partial(handout, content, page))
    return Download(document.address, page.location, job, partial(_listed_paper, page.title, document.shape))


def _paper_job(shape: Shape, paper: Callable[[BuildInfo], Paper], build_info: BuildInfo) -> BuildTask:
    made = paper(build_info)
    if shape is Shape.PDF:
        return _pdf_to_read(print_html(made))
    return _word_of_paper(made)


def _sheet(content: Content, document: SheetDocument) -> Download:
    job, tell = partial(_sheet_pdf, content, document), partial(_listed_sheet, content, document)
    return Download(document.address, document.page.location, job, tell)


def _intranet(content: Content, page: IndexPage) -> Download:
    job, tell = partial(_intranet_pdf, content, page), partial(_listed_pdf, page.title)
    return Download(f"{page_address(page)}.pdf", page.location, job, tell)


def _intranet_pdf(content: Content, page: IndexPage, build_info: BuildInfo) -> BuildTask:
    return _pdf_to_read(intranet_sheet.intranet_sheet(content, page, build_info))


def paper_download(address: str, source: Location, shape: Shape, paper: Callable[[BuildInfo], Paper]) -> Download:
    """Return a paper as a file that is made with the others, though no page leads to it.

    Args:
        address: its name.
        source: where an editor changes it.
        shape: PDF or Word.
        paper: makes it.
    """
    return Download(address, source, partial(_paper_job, shape, paper), partial(_listed_paper, address, shape))


def build_downloads(
    root: Path, content: Content, build_info: BuildInfo, progress: Progress = silent
) -> dict[str, bytes]:
    """Return every file to download by its address: out of the cache, or made now and kept there.

    Args:
        root: the project folder.
        content: checked content.
        build_info: version and dates, which some files print.
        progress: told how many files are made, and of each.

    Raises:
        DownloadError: when a file cannot be made.
    """
    shapes = available_shapes()
    files = [
        replace(download, job=partial(_task, content, number, download.address, shapes))
        for number, download in _numbered(content, shapes)
    ]
    return make(KeptFiles(root / CACHE), files, file_keys(content, build_info), build_info, progress)


def make(
    kept: KeptFiles,
    files: Sequence[Download],
    keys: Mapping[str, str],
    build_info: BuildInfo,
    progress: Progress = silent,
) -> dict[str, bytes]:
    """Return files by their addresses: out of a cache, or made now and kept there.

    Args:
        kept: the cache; what nobody asks for now is taken out of it.
        files: what is asked for.
        keys: what decides the bytes of each, by its address.
        build_info: version and dates, which some files print.
        progress: told how many files are made, and of each.

    Raises:
        DownloadError: when a file cannot be made.
    """
    found = {address: data for address, key in keys.items() if (data := kept.get(key)) is not None}
    lacking = [(download, download.job(build_info)) for download in files if download.address not in found]
    with progress(f"Making {len(lacking)} documents, {len(found)} are kept", len(lacking)) as made:
        for (download, job), run in _runs(lacking):
            try:
                found[download.address] = run()
            except (pdf.StrangeLetterError, OSError) as error:
                raise DownloadError(f"{download.source}: {download.address} cannot be made: {error}") from error
            kept.put(job.key, found[download.address])
            made()
    kept.clear_but(set(keys.values()))
    return {address: found[address] for address in keys}


def build_download(root: Path, content: Content, build_info: BuildInfo, address: str) -> bytes | None:
    """Return one file to download, out of the cache or made now; None when no file has this address.

    Args:
        root: the project folder.
        content: checked content.
        build_info: version and dates, which some files print.
        address: where it lies, from the start of the site.
    """
    kept = KeptFiles(root / CACHE)
    for download in downloads(content, available_shapes()):
        if download.address == address:
            task = download.job(build_info)
            data = kept.get(task.key)
            if data is None:
                with _temporary_folder():
                    data = task.make(*task.arguments)
                kept.put(task.key, data)
            return data
    return None


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


def _listed_paper(name: str, shape: Shape, data: bytes) -> dict[str, object]:
    return _listed_pdf(name, data) if shape is Shape.PDF else {"title": name, "shape": shape.value, "sides": None}


def _listed_sheet(content: Content, document: SheetDocument, data: bytes) -> dict[str, object]:
    return {"sheet": document.name, **_listed_pdf(sheet_title(content, document.page, document.name), data)}


def _listed_pdf(name: str, data: bytes) -> dict[str, object]:
    return {"title": name, "shape": Shape.PDF.value, "sides": pdf.sides(data)}


def file_keys(content: Content, build_info: BuildInfo) -> dict[str, str]:
    """Return what decides the bytes of each file to download, by its address.

    Args:
        content: checked content.
        build_info: version and dates, which some files print.
    """
    shapes = available_shapes()
    addresses = ((number, download.address) for number, download in _numbered(content, shapes))
    return {address: _key(content, number, address, shapes, build_info) for number, address in addresses}


def _numbered(content: Content, shapes: frozenset[Shape]) -> Iterator[tuple[int, Download]]:
    """Yield each file with the number of what lists it."""
    return ((number, download) for number, listed in enumerate(LISTED) for download in listed(content, shapes))


@KeptOfContent
def _key(content: Content, number: int, address: str, shapes: frozenset[Shape], build_info: BuildInfo) -> str:
    return _task(content, number, address, shapes, build_info).key


@OfContent
def _task(content: Content, number: int, address: str, shapes: frozenset[Shape], build_info: BuildInfo) -> BuildTask:
    """Return how a file is made, found anew where it is listed, so that all it is made of is seen."""
    found = next(download for download in LISTED[number](content, shapes) if download.address == address)
    return found.job(build_info)


def _runs(tasks: list[Task]) -> Iterator[tuple[Task, Callable[[], bytes]]]:
    """Yield each task with what returns its bytes: made here when there are few, else on all cores, as they come."""
    with _temporary_folder() as place:
        if len(tasks) <= MOST_IN_ONE_PROCESS:
            yield from (((product, job), partial(job.make, *job.arguments)) for product, job in tasks)
            return
        with ProcessPoolExecutor(initializer=_begin, initargs=(place,)) as pool:
            longest_first = sorted(tasks, key=lambda task: -len(str(task[1].arguments)))
            futures = {pool.submit(job.make, *job.arguments): (product, job) for product, job in longest_first}
            for future in as_completed(futures):
                yield futures[future], future.result


@contextmanager
def _temporary_folder() -> Iterator[str]:
    """Have a temporary folder of our own: what WeasyPrint leaves there is taken away with it."""
    before = tempfile.tempdir
    with TemporaryDirectory() as place:
        tempfile.tempdir = place
        try:
            yield place
        finally:
            tempfile.tempdir = before


def _begin(place: str) -> None:
    """Set up a process that makes files.

    A file is made in a second and all its memory given back: looking for rubbish meanwhile costs a fifth of the time.
    """
    gc.disable()
    tempfile.tempdir = place


@cache
def _pdf_program() -> str:
    """Return a hash of the renderer's modules, its fonts and the versions of all that it uses."""
    files = [*sorted(Path(pdf.__file__).parent.glob("pdf*.py")), *sorted(pdf.FONTS.glob("*.ttf"))]
    return key_of(pdf.versions(), *(path.read_bytes() for path in files))


@cache
def _docx_program() -> str:
    """Return a hash of what writes Word files, its template and the versions of all that it uses."""
    making_paper = Path(str(papers.__file__)).read_bytes()
    return key_of(_versions("python-docx", "lxml", "resvg_py"), *_program_files("word"), making_paper)


@cache
def _pptx_program() -> str:
    """Return a hash of what writes decks, its template and the versions of all that it uses."""
    return key_of(_versions("python-pptx", "lxml"), *_program_files("powerpoint"))


def _program_files(format_name: str) -> list[bytes]:
    """Return what stands in the modules and the template of a format, and in the module that packs its files."""
    packing = Path(str(zip_files.__file__))
    folder = packing.parent / format_name
    return [path.read_bytes() for path in (packing, *sorted(folder.glob("*.py")), *sorted(folder.glob("template.*")))]


def _versions(*names: str) -> str:
    return ", ".join(f"{name} {version(name)}" for name in names)
