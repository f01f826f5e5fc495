"""Numbers of pages in a PDF are true, stand where they belong, and cost no second round."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from fontTools.ttLib import TTFont
from pypdfium2 import PdfDocument

from build_scripts.formats.pdf import FONTS, render

STYLE = """<style>
@font-face { font-family: Paper; src: url("atkinson-400.ttf"); font-weight: 400 }
@page { size: A5 }
body { font: 11pt Paper }
h2 { break-before: page }
p a::after { content: " (page " target-counter(attr(href), page) ")" }
li a::after { content: leader(". ") target-counter(attr(href), page) }
</style>"""
SIDES = 12
LAST = f"h{SIDES}"
GAP = 1.5
"""How far from a bracket the next sign may begin, in points; a digit takes four times as much."""
HAIR = 0.01
"""What nobody sees at the edge of a line, in sizes of a letter."""


def document() -> PdfDocument:
    """Return a document of twelve sides: contents and links forwards, and links back from the last."""
    anchors = [f"h{number}" for number in range(2, SIDES + 1)]
    entries = "".join(f'<li><a href="#{anchor}">Entry {anchor}</a></li>' for anchor in anchors)
    links = "".join(f'<p>See <a href="#{anchor}">{anchor}</a>. More.</p>' for anchor in anchors)
    chapters = "".join(f'<h2 id="{anchor}">Chapter</h2>{links if anchor == LAST else ""}' for anchor in anchors)
    padding = f"<!--{'long ' * 3000}-->"  # so that room is left for two digits
    return PdfDocument(render(f"{STYLE}<ul>{entries}</ul>{links}{chapters}{padding}", {}))


@pytest.fixture(scope="module")
def made() -> PdfDocument:
    """Share one document among the tests, which read it."""
    return document()


def lines(made: PdfDocument, side: int) -> list[str]:
    """Return the lines of a side."""
    return [line.strip() for line in made[side].get_textpage().get_text_range().splitlines()]


def after_brackets(made: PdfDocument, side: int) -> Iterator[float]:
    """Yield how far from each closing bracket the full stop behind it begins, in points."""
    text = made[side].get_textpage()
    signs = text.get_text_range()
    for at, sign in enumerate(signs[:-1]):
        if sign == ")":
            assert signs[at + 1] == "."
            yield text.get_charbox(at + 1)[0] - text.get_charbox(at)[2]


@pytest.mark.parametrize("side", [0, SIDES - 1])
def test_a_link_names_the_page_of_its_target(made: PdfDocument, side: int) -> None:
    """Whoever turns to the page that a link names finds the place, before the link or after it."""
    expected = [f"See h{number} (page {number}). More." for number in range(2, SIDES + 1)]
    assert [line for line in lines(made, side) if line.startswith("See")] == expected


def test_contents_name_the_page_of_each_entry(made: PdfDocument) -> None:
    """Contents lead to each chapter, and all their numbers end at the same edge."""
    text = made[0].get_textpage()
    entries = [line for line in lines(made, 0) if "Entry" in line]
    assert [line.split()[-1].strip(".") for line in entries] == [str(number) for number in range(2, SIDES + 1)]
    signs = text.get_text_range()
    ends = [signs.index("\r", signs.index(f"Entry h{number}")) - 1 for number in range(2, SIDES + 1)]
    edges = [text.get_charbox(end, loose=True)[2] for end in ends]
    assert max(edges) - min(edges) < GAP


def test_what_follows_a_number_stands_close_to_it(made: PdfDocument) -> None:
    """A short number leaves no hole before the full stop."""
    gaps = [*after_brackets(made, 0), *after_brackets(made, SIDES - 1)]
    assert len(gaps) == 2 * (SIDES - 1) and max(gaps) < GAP


def test_numbers_cost_no_second_round(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each side is laid out once, however many numbers of other sides it holds."""
    from weasyprint.layout import page as layout  # takes a second, which each process of tests would spend

    laid_out: list[int] = []
    make_page = layout.make_page

    def counted(*words: object) -> object:
        laid_out.append(int(str(words[4])))
        return make_page(*words)

    monkeypatch.setattr(layout, "make_page", counted)
    document()
    assert laid_out == list(range(1, SIDES + 1))


def test_two_documents_at_once_have_each_its_own_numbers() -> None:
    """A preview in which somebody opens two files at the same time shows what a build makes."""
    sources = [linked(sides) for sides in range(2, 8)]
    alone = [render(source, {}) for source in sources]
    with ThreadPoolExecutor(len(sources)) as pool:
        assert list(pool.map(lambda source: render(source, {}), sources)) == alone


def linked(sides: int) -> str:
    """Return a document of so many sides whose first names the page of each other."""
    anchors = [f"to-{sides}-{number}" for number in range(2, sides + 1)]
    links = "".join(f'<p><a href="#{anchor}">{anchor}</a></p>' for anchor in anchors)
    return STYLE + links + "".join(f'<h2 id="{anchor}">Chapter</h2>' for anchor in anchors)


@pytest.mark.parametrize("weight", [400, 700])
def test_no_number_is_wider_than_its_room(weight: int) -> None:
    """No line sticks out: the room, an 8 and as many 0 as are needed, is as wide as any number of as many digits."""
    font = TTFont(FONTS / f"atkinson-{weight}.ttf")
    letters = font.getBestCmap()
    wide = {digit: font["hmtx"][letters[ord(digit)]][0] / font["head"].unitsPerEm for digit in "0123456789"}
    widest = max(sum(wide[digit] for digit in str(number)) for number in range(100, 1000))
    assert widest <= wide["8"] + 2 * wide["0"] + HAIR
