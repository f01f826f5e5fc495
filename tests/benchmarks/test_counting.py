"""The counting that the benchmarks rest on."""

from pathlib import Path

from build_scripts.pages.stylesheets import COMPONENTS
from tests.benchmarks.first_visit import Cost, by_kind, executed, on_paper, table
from tests.benchmarks.load import READERS, Visit, cost, read
from tests.benchmarks.peers import ON_PAPER, plain
from tests.server import Sent

PAPER = '<section class="mf-print-only" aria-labelledby="words">\n<h2>Words</h2>\n<dl></dl>\n</section>'


def test_the_innermost_range_says_whether_script_has_run() -> None:
    """Script counts as executed where the smallest range around it has run, whatever stands round that."""
    outer = {"ranges": [{"startOffset": 0, "endOffset": 100, "count": 1}]}
    never = {"ranges": [{"startOffset": 10, "endOffset": 40, "count": 0}]}
    inner = {
        "ranges": [{"startOffset": 50, "endOffset": 90, "count": 2}, {"startOffset": 60, "endOffset": 70, "count": 0}]
    }
    assert executed([outer, never, inner]) == 100 - 30 - 10
    assert executed([]) == 0


def test_what_only_paper_shows_is_counted_apart(tmp_path: Path) -> None:
    """The words at the end of a printed page are no cost of the screen; a page without them has none."""
    page = tmp_path / "page.html"
    page.write_text(f"<article><p>Text</p>{PAPER}</article>", encoding="utf-8")
    assert on_paper(page) > 0
    page.write_text("<article><p>Text</p></article>", encoding="utf-8")
    assert on_paper(page) == 0


def test_the_words_at_the_end_are_known_as_pages_have_them() -> None:
    """A part that is renamed does not become a cost of the screen unnoticed."""
    assert ON_PAPER.search((COMPONENTS / "terms" / "template.html").read_text(encoding="utf-8"))


def test_bytes_are_counted_by_kind() -> None:
    """A new kind of file is not forgotten: it counts as other."""
    sent = [Sent("a.html", 5), Sent("x/b.css", 3), Sent("x/c.css", 4), Sent("d.webp", 9)]
    assert by_kind(sent) == {"HTML": 5, "CSS": 7, "other": 9}


def test_by_hand_an_article_is_only_what_it_says() -> None:
    """The limit has the same words and links, and nothing for print, scripts or our styles."""
    ours = (
        f'<h1 class="a" id="x">T</h1>\n\n<svg aria-hidden="true"><path/></svg><a href="y" data-z="1">w</a>\n{PAPER}\n'
    )
    assert plain(ours) == '<h1 id="x">T</h1>\n<a href="y">w</a>'


def test_a_limit_that_is_passed_is_marked() -> None:
    """Whoever reads the table sees at once what has become too much, and the command fails."""
    stock = Cost(dict.fromkeys(("requests", "without fonts", "with fonts"), 100), {}, [])
    stock.screen.update({"render-blocking": 100, "script executed, raw": 100, "second page": 100})
    small = Cost({"without fonts": 12, "second page": 70}, {}, [])
    lines, held = table(small, stock, small)
    assert held and not any("too much" in line for line in lines)
    lines, held = table(Cost({"without fonts": 13}, {}, []), stock, small)
    assert not held and [line.split()[0:2] for line in lines if "too much" in line] == [["without", "fonts"]]


def test_what_wrk_counted_is_read_from_its_last_line() -> None:
    """A table shows sizes, answers a second and times as wrk counted them, and each request that failed."""
    told = (
        'Running 10s test @ x\n{"requests":5000,"bytes":20000000,"micros":2000000,"errors":3,"half":900,"most":4100}\n'
    )
    counted = read(told)
    assert counted.errors == 3
    assert counted.row("home page").split() == ["home", "page", "4,000", "2,500", "10.0", "0.90", "4.10", "3"]


def test_readers_cost_one_first_visit_and_their_further_pages() -> None:
    """What is kept by the browser is paid for once, however many pages a reader opens."""
    counted = Visit(30_000, 5_000.0)
    assert (counted.of(1), counted.of(5)) == (30_000 * READERS, 50_000 * READERS)
    assert [line.split(":")[1].split(",")[0].strip() for line in cost(counted)[1:]] == ["30.0 GB", "50.0 GB", "75.0 GB"]
