"""A form that is filled in with one viewer prints the same with every other."""

from __future__ import annotations

import shutil
import subprocess
from ctypes.util import find_library
from itertools import cycle
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from build_scripts.formats import pdf, pdf_box_room
from tests.built import Built
from tests.not_tried import not_tried
from tests.real import MATRIX_ROWS
from tests.viewers.fillers import FILLERS, SYSTEM_PYTHON, Answers, by_firefox, by_pdfium
from tests.viewers.readers import READERS, squeezed, words_at

FORMS = {f"{row['file']}-to-fill-in.pdf": row["size"] for row in MATRIX_ROWS if "fillable-pdf" in row["shapes"]}
"""Each form to fill in, and its size."""
ONE_OF_EACH_SIZE = list({size: name for name, size in reversed(FORMS.items())}.values())
"""What stands for the others where not all are tried."""
QUICK = ("pdfium", "mupdf", "poppler")
"""Readers that need no package of npm and take no second."""
NOT_DRAWN = {("pikepdf", "ghostscript")}
"""A program sets values and leaves it to viewers to draw them; Ghostscript draws none."""
BEYOND = {"firefox": 6.0, "poppler": 2.0}
"""How far the last letter of a line may stand across the edge of its box: Firefox forgets one when it measures."""
NARROW = 75
"""Points up to which a cell is one for a date, whatever it is called."""
STORIES = (
    "We agreed that Ama tells her form tutor each Monday how the week went, and that nobody asks about it.",
    "Cytunwyd y bydd Gŵyr yn siarad â'i thiwtor bob dydd Llun, ac na fydd neb yn gofyn iddi yn y dosbarth.",
    "Uzgodniliśmy, że Łukasz w każdy poniedziałek opowie wychowawcy, jak minął tydzień, i nikt nie pyta go o to.",
)
SHORT = ("Tŷ Gŵyr", "Ẁẁ Ẃẃ Ỳỳ", "Ẅẅ Ŵŵ Ŷŷ", "Łukasz Żółć", "ąćęłńóśźż", "21/01/2027", "Zoë, £5 – ½")
SEVERAL = "Tŷ\nŁukasz\n21 May"
BODY = """
<p>Name <input name="1_text"></p><p>Story <textarea name="2_text" style="height: 9em; width: 20em"></textarea></p>
<p>Note <textarea name="3_text" style="height: 9em; width: 20em"></textarea></p>
<p><input type="checkbox" name="4_tick"> one <input type="checkbox" name="5_tick"> two</p>
<p><input type="radio" name="6_one" value="weekly"> one <input type="radio" name="6_one" value="monthly"> two</p>
"""
TIPS = {name: name for name in ("1_text", "2_text", "3_text", "4_tick", "5_tick", "6_one")}
TIPS |= {"6_one_weekly": "weekly", "6_one_monthly": "monthly"}


def need(viewer: str) -> None:
    """Skip the test, saying so in plain words, where a viewer is not installed; fail in continuous integration."""
    program = {"poppler": "pdftotext", "ghostscript": "gs"}.get(viewer)
    whole = viewer != "poppler" or (find_library("poppler-glib") and _has_bindings())
    if (program is None or shutil.which(program)) and whole:
        return
    not_tried(f"{viewer} is not installed, so that forms were not tried with it")


def _has_bindings() -> bool:
    asked = [str(SYSTEM_PYTHON), "-c", "import gi; gi.require_version('Poppler', '0.18')"]
    return SYSTEM_PYTHON.is_file() and subprocess.run(asked, capture_output=True, check=False).returncode == 0


@pytest.fixture(scope="module")
def small_form(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A form with a box of each kind."""
    style = '@font-face { font-family: Paper; src: url("atkinson-400.ttf") } * { font: 11pt Paper }'
    style += " input { height: 20pt; width: 200pt } input[type] { width: 12pt; height: 12pt }"
    html = f'<html lang="en-GB"><head><title>A</title><style>{style}</style></head><body>{BODY}</body></html>'
    path = tmp_path_factory.mktemp("form") / "form.pdf"
    path.write_bytes(pdf.render(html, TIPS))
    return path


def answers_for(path: Path) -> dict[str, str | bool]:
    """Return an answer for each box of a form: every tick, and words in three languages, many as long as goes."""
    stories, short = cycle(STORIES), cycle(SHORT)
    found: dict[str, str | bool] = {}
    with pikepdf.open(path) as opened:
        for number, box in enumerate(opened.Root.AcroForm.Fields):
            name, most, lines = str(box.T), int(box.get("/MaxLen", 0)), _lines(box)
            if "/Kids" in box:
                (value,) = set(box.Kids[-1].AP.N.keys()) - {"/Off"}
                found[name] = value.removeprefix("/")
            elif str(box.FT) == "/Btn":
                found[name] = True
            elif name.endswith("date") or box.Rect[2] - box.Rect[0] < NARROW:
                found[name] = "21/01/2027"
            elif lines > SEVERAL.count("\n") + 1 and number % 4 == 0:
                found[name] = f"{number}\n{SEVERAL}"
            elif lines > 1 or number % 2:
                found[name] = f"{number} {f'{next(stories)} ' * (most // 100 + 1)}"[:most].strip()
            else:
                found[name] = f"{number} {next(short)}"[:most].strip()
    return found


def _lines(box: Any) -> int:
    """Return how many lines a box to type into shows."""
    if str(box.FT) != "/Tx":
        return 0
    _, bottom, _, top = map(float, box.Rect)
    return int((top - bottom - pdf_box_room.EDGES) / (pdf_box_room.LINE * float(str(box.DA).split()[-2])))


def values_of(path: Path) -> Answers:
    """Return what a file says that its boxes hold, as a program reads it."""
    with pikepdf.open(path) as opened:
        return {str(box.T): _value(box) for box in opened.Root.AcroForm.Fields}


def _value(box: Any) -> str | bool:
    if str(box.FT) == "/Tx":
        return squeezed(str(box.get("/V", "")))
    drawn = {str(kid.AS) for kid in box.get("/Kids", [box])}
    assert drawn <= {"/Off", str(box.V)}, "what is drawn is not what is kept"
    name = str(box.V).removeprefix("/")
    return name == "on" if "/Kids" not in box else name


def frames_of(path: Path) -> dict[str, tuple[int, tuple[float, float, float, float]]]:
    """Return page and frame of each box to type into; the frame is counted from the left and the top."""
    with pikepdf.open(path) as opened:
        return {
            str(box.T): (number, _frame(box, float(page.MediaBox[3])))
            for number, page in enumerate(opened.pages, 1)
            for box in page.get("/Annots", [])
            if str(box.get("/FT")) == "/Tx"
        }


def _frame(box: Any, height: float) -> tuple[float, float, float, float]:
    left, bottom, right, top = map(float, box.Rect)
    return left, height - top, right, height - bottom


def wrong_values(given: Answers, path: Path) -> list[str]:
    """Return the boxes that do not hold what was answered."""
    kept = values_of(path)
    return [name for name, answer in given.items() if kept[name] != (answer is True or squeezed(str(answer)))]


def not_printed(given: Answers, path: Path, words: str) -> list[str]:
    """Return the boxes to type into whose words are not among those that are printed."""
    texts = frames_of(path)
    return [name for name, answer in given.items() if name in texts and squeezed(str(answer)) not in squeezed(words)]


def cut_off(given: Answers, path: Path, beyond: float = 0) -> list[str]:
    """Return the boxes to type into that do not show all of their words."""
    frames = frames_of(path)
    return [name for name, place in frames.items() if words_at(path, *place, beyond) != squeezed(str(given[name]))]


@pytest.mark.parametrize("filler", [name for name in FILLERS if name != "firefox"])
def test_what_is_typed_is_kept_and_printed(small_form: Path, tmp_path: Path, filler: str) -> None:
    """Words in English, Welsh and Polish, several lines, ticks and one of several come out of every viewer alike."""
    need("poppler")
    given, target = answers_for(small_form), tmp_path / "filled.pdf"
    FILLERS[filler](small_form, given, target)
    assert wrong_values(given, target) == []
    assert cut_off(given, target) == []
    for reader in QUICK:
        (words,) = READERS[reader][0]([target])
        assert not_printed(given, target, words) == [], reader


@pytest.mark.parametrize("filler", [name for name in FILLERS if name != "firefox"])
def test_only_one_of_a_group_is_ticked(small_form: Path, tmp_path: Path, filler: str) -> None:
    """Whoever ticks another takes back the first."""
    need("poppler")
    first, second = tmp_path / "first.pdf", tmp_path / "second.pdf"
    FILLERS[filler](small_form, {"6_one": "weekly"}, first)
    FILLERS[filler](first, {"6_one": "monthly"}, second)
    assert values_of(second)["6_one"] == "monthly"


@pytest.mark.parametrize("box", ["1_text", "2_text"])
def test_a_full_box_takes_no_more(small_form: Path, tmp_path: Path, box: str) -> None:
    """Whoever types on sees that no letter comes, so that none is lost in print: nor with many short lines."""
    for number, typed in enumerate((STORIES[0] * 20, STORIES[0].upper() * 20, "one\n" * 60)):
        target = tmp_path / f"{number}.pdf"
        by_pdfium(small_form, {box: typed}, target)
        kept = str(values_of(target)[box])
        assert kept and kept != squeezed(typed)
        assert words_at(target, *frames_of(target)[box]) == kept


@pytest.mark.slow
def test_a_tick_is_seen_in_every_viewer(small_form: Path, tmp_path: Path) -> None:
    """A box that is ticked has a cross when it is printed, and the others have none."""
    need("ghostscript")
    target = tmp_path / "filled.pdf"
    by_firefox(small_form, {"5_tick": True, "6_one": "weekly"}, target)
    for reader, (_, page) in READERS.items():
        picture = page(target, 1)
        assert [_ink(picture, at) for at in _middles(target)] == [False, True, True, False], reader


def _middles(path: Path) -> list[tuple[int, int]]:
    with pikepdf.open(path) as opened:
        page = opened.pages[0]
        boxes = [_frame(box, float(page.MediaBox[3])) for box in page.Annots if "/MK" in box]
    return [(round((left + right) / 2), round((top + bottom) / 2)) for left, top, right, bottom in boxes]


def _ink(picture: Any, at: tuple[int, int]) -> bool:
    x, y = at
    return bool(picture.crop((x - 2, y - 2, x + 2, y + 2)).getextrema()[0] < 128)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Try every form with ``--full``, else one of each size."""
    if "form" in metafunc.fixturenames:
        metafunc.parametrize("form", FORMS if metafunc.config.getoption("full") else ONE_OF_EACH_SIZE)


def test_a_form_survives_every_viewer(built: Built, tmp_path: Path, form: str) -> None:
    """Each form to fill in is typed into with every viewer, and every viewer prints the same words from each."""
    need("poppler")
    need("ghostscript")
    source = built.site / "forms" / "files" / form
    given = answers_for(source)
    filled = {filler: tmp_path / f"{filler}.pdf" for filler in FILLERS}
    for filler, target in filled.items():
        FILLERS[filler](source, given, target)
    assert {filler: wrong for filler, path in filled.items() if (wrong := wrong_values(given, path))} == {}
    assert {
        filler: cut for filler, path in filled.items() if (cut := cut_off(given, path, BEYOND.get(filler, 0)))
    } == {}
    lost = {}
    for reader, (read, _) in READERS.items():
        printed = [filler for filler in filled if (filler, reader) not in NOT_DRAWN]
        for filler, words in zip(printed, read([filled[filler] for filler in printed]), strict=True):
            if missing := not_printed(given, filled[filler], words):
                lost[filler, reader] = missing
    assert lost == {}
