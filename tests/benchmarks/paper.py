"""Counts what each form costs on paper: pages, what stays empty at their feet, and questions.

Run through ``python3 run.py bench paper``. ``--against FOLDER`` sets the files of another version beside, by name;
``--word`` has LibreOffice set the Word files too, and counts their pages.
"""

import argparse
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from build_scripts.content.forms import Shape
from build_scripts.formats import pdf
from build_scripts.forms.documents import FormDocument, form_documents
from build_scripts.publish.build_info import read_build_info
from build_scripts.publish.downloads import build_downloads, missing_library
from tests.benchmarks.office import as_pdf
from tests.built import ROOT
from tests.real import real_content
from tests.site.feet import empty_feet

MOST_EMPTY = 0.1
"""How much of a document may stay empty at the feet of its pages."""
HEAD = "| document | shape | pages | before | empty feet | before | questions |\n|---|---|---|---|---|---|---|"


@dataclass(frozen=True)
class Paper:
    """One file as it is printed."""

    document: FormDocument
    data: bytes
    """The file as PDF."""
    earlier: bytes | None = None
    """The same file of another version."""

    @property
    def is_wasteful(self) -> bool:
        """Whether too much of it stays empty; another program than Word decides where Word files break."""
        return self.document.shape is not Shape.DOCX and empty_feet(self.data) > MOST_EMPTY

    def row(self) -> str:
        """Return its line of the table, as Markdown."""
        questions = sum(len(fields) for _, fields in self.document.parts)
        now, before = _counted(self.data), _counted(self.earlier)
        cells = (self.document.row.file, self.document.shape, now[0], before[0], now[1], before[1], questions)
        return f"| {' | '.join(map(str, cells))} |"


def _counted(data: bytes | None) -> tuple[str, str]:
    return (str(pdf.sides(data)), f"{empty_feet(data):.1%}") if data else ("–", "–")


def main(arguments: list[str]) -> int:
    """Print the table; fail when a document wastes paper."""
    parser = argparse.ArgumentParser(prog="bench paper")
    parser.add_argument("--against", type=Path, help="a folder with the files of another version")
    parser.add_argument("--word", action="store_true", help="set the Word files with LibreOffice")
    options = parser.parse_args(arguments)
    if lacking := missing_library():
        raise SystemExit(lacking)
    content = real_content()
    files = build_downloads(ROOT, content, read_build_info(ROOT, content))
    print(HEAD)
    wasteful = 0
    for each in listed(files, options.against, options.word):
        print(each.row(), flush=True)
        wasteful += each.is_wasteful
    print(f"\n{wasteful} documents leave more than {MOST_EMPTY:.0%} of their pages empty (limit 0)")
    return 1 if wasteful else 0


def listed(files: Mapping[str, bytes], against: Path | None, with_word: bool) -> Iterator[Paper]:
    """Yield each form as it is printed, in the order of the matrix.

    Args:
        files: the files to download, by address.
        against: a folder with those of another version.
        with_word: whether Word files are set as well.
    """
    for document in form_documents(real_content()):
        if document.shape is Shape.PAGE or (document.shape is Shape.DOCX and not with_word):
            continue
        name = Path(document.address).name
        other = against / name if against else None
        earlier = other.read_bytes() if other and other.is_file() else None
        yield Paper(document, _printed(name, files[document.address]), earlier and _printed(name, earlier))


def _printed(name: str, data: bytes) -> bytes:
    """Return a file as PDF, which LibreOffice makes of a Word file."""
    if not name.endswith(".docx"):
        return data
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        return as_pdf(path).read_bytes()
