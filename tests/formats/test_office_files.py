"""Every office file opens without repair, and the rules that say so notice when it would not."""

import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from build_scripts.content.forms import Shape
from build_scripts.content.load import load_all
from build_scripts.formats.powerpoint import template
from build_scripts.formats.word import docx_file
from build_scripts.formats.zip import pack
from build_scripts.publish.downloads import downloads
from tests.conftest import copy_small
from tests.formats.office_rules import faults
from tests.real import BUILD_INFO
from tools.clean_template import clean

TEMPLATES = [template.TEMPLATE, docx_file.TEMPLATE]


@pytest.fixture(scope="module")
def office_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The Word and PowerPoint files of the small project, by address."""
    root = copy_small(tmp_path_factory.mktemp("office") / "small")
    listed = downloads(load_all(root).content, frozenset({Shape.PAGE, Shape.DOCX}))
    tasks = {each.address: each.job(BUILD_INFO) for each in listed if each.address.endswith((".docx", ".pptx"))}
    return {address: task.make(*task.arguments) for address, task in tasks.items()}


def test_every_office_file_is_whole(office_files: dict[str, bytes]) -> None:
    """Parts, relations, ids and the order of elements are as Word and PowerPoint want them."""
    assert {address.rpartition(".")[2] for address in office_files} == {"docx", "pptx"}
    assert {address: faults(data) for address, data in office_files.items() if faults(data)} == {}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_templates_are_whole_and_say_nothing_of_their_maker(template: Path, tmp_path: Path) -> None:
    """Whoever changed a template last stands in no file that is made of it: cleaning it finds nothing more."""
    copy = tmp_path / template.name
    shutil.copy(template, copy)
    clean(copy)
    assert copy.read_bytes() == template.read_bytes()
    assert faults(template.read_bytes()) == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_what_tells_of_a_maker_is_taken_out(template: Path, tmp_path: Path) -> None:
    """A designer changes a template in PowerPoint or Word and cleans it with one command."""
    with ZipFile(template) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    core, relations, types = ("docProps/core.xml", "_rels/.rels", "[Content_Types].xml")
    name = b'<dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">Somebody</dc:creator></cp:coreProperties>'
    parts[core] = parts[core].rstrip(b"/>") + b">" + name
    thumbnail = b'<Relationship Id="rId9" Type="http://x.example/metadata/thumbnail" Target="thumbnail.jpeg"/></Relat'
    parts[relations] = parts[relations].replace(b"</Relat", thumbnail)
    parts[types] = parts[types].replace(b"<Default", b'<Default Extension="jpeg" ContentType="image/jpeg"/><Default', 1)
    changed = tmp_path / template.name
    changed.write_bytes(pack({**parts, "thumbnail.jpeg": b"picture"}))
    clean(changed)
    assert changed.read_bytes() == template.read_bytes()


Change = Callable[[dict[str, bytes]], object]


def replacing(part: str, old: str, new: str) -> Change:
    """Return what replaces words in a part."""

    def change(parts: dict[str, bytes]) -> None:
        assert old.encode() in parts[part], f"{old} is not in {part}"
        parts[part] = parts[part].replace(old.encode(), new.encode(), 1)

    return change


WORD = "word/document.xml"
SPOILT: dict[str, tuple[str, Change]] = {
    "lost part": ("docx", lambda parts: parts.pop("word/styles.xml")),
    "part that nothing leads to": ("docx", lambda parts: parts.update({"word/more.xml": b"<a/>"})),
    "part without a type": ("docx", lambda parts: parts.update({"word/more.bin": b""})),
    "one id of two controls": ("docx", replacing(WORD, '<w:id w:val="2"/>', '<w:id w:val="1"/>')),
    "lock before the tag": ("docx", replacing(WORD, "<w:alias", '<w:lock w:val="sdtLocked"/><w:alias')),
    "hint that is not there": ("docx", replacing(WORD, 'w:docPart w:val="Blank"', 'w:docPart w:val="Blanks"')),
    "style that is not there": ("docx", replacing(WORD, 'w:pStyle w:val="Prompt"', 'w:pStyle w:val="Prompts"')),
    "cell without a paragraph": ("docx", replacing(WORD, "</w:p></w:tc>", "</w:p><w:tbl/></w:tc>")),
    "one id of two shapes": ("pptx", replacing("ppt/slides/slide1.xml", '<p:cNvPr id="3"', '<p:cNvPr id="2"')),
    "words before the body": ("pptx", replacing("ppt/slides/slide1.xml", "<a:bodyPr/>", "<a:p/><a:bodyPr/>")),
    "lost relation": ("pptx", replacing("ppt/_rels/presentation.xml.rels", 'Id="rId1"', 'Id="rId99"')),
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_file_that_would_be_repaired_is_noticed(office_files: dict[str, bytes], name: str) -> None:
    """The rules find each kind of slip."""
    ending, change = SPOILT[name]
    data = next(data for address, data in office_files.items() if address.endswith(ending))
    with ZipFile(BytesIO(data)) as file:
        parts = {member: file.read(member) for member in file.namelist()}
    change(parts)
    assert faults(pack(parts)) != []
