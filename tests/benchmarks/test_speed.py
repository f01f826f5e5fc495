"""What the benchmark of speed rests on besides the clock."""

from __future__ import annotations

import sys
from datetime import date
from itertools import islice
from pathlib import Path

import pytest

from build_scripts.content.forms import Shape
from build_scripts.content.load import load_all
from build_scripts.content.pages import Faq
from build_scripts.formats import pdf
from build_scripts.formats.powerpoint.slide_count import count_slides
from tests.benchmarks import figures, goals, speed
from tests.benchmarks.generators import MATERIAL, NAMES, OURS, ours
from tests.benchmarks.growth import grow
from tests.benchmarks.measured import Run, cpu_in, measure
from tests.benchmarks.pages_alone import stand_ins
from tests.benchmarks.plain_pages import sections, written
from tests.benchmarks.results import Results
from tests.conftest import Change, problems_of


def results_of(**measured: tuple[float, float]) -> Results:
    """Return results in which each measure took ours and Material so many seconds."""
    found = Results(pages={1: 100})
    for measure_name, seconds in measured.items():
        for name, cpu in zip((OURS, MATERIAL), seconds, strict=True):
            found.add(measure_name, name, Run(cpu, cpu, 10**8))
    return found


def test_a_command_is_measured_with_what_it_starts(tmp_path: Path) -> None:
    """The work and the memory of children count, and nothing of the benchmark itself does."""
    work = "import time; held = bytearray(200_000_000)\nwhile time.process_time() < 0.3: pass"
    found = measure(
        [sys.executable, "-c", f"import subprocess, sys; subprocess.run([sys.executable, '-c', {work!r}])"], tmp_path
    )
    assert found.cpu >= 0.3 and found.memory > 200_000_000
    ballast = bytearray(b"1") * 200_000_000
    assert measure([sys.executable, "-c", ""], tmp_path).memory < len(ballast) / 2


def test_a_command_that_fails_ends_the_benchmark(tmp_path: Path) -> None:
    """A generator that gives up is not counted as a fast one; what it said is told."""
    with pytest.raises(SystemExit, match="no pages"):
        measure([sys.executable, "-c", "import sys; sys.exit('no pages')"], tmp_path)


def test_cpu_of_a_running_process_counts_its_children() -> None:
    """A name with brackets and spaces does not shift the numbers."""
    rest = "S 1 2 3 4 5 6 7 8 9 10 100 20 3 400 15 16"
    assert cpu_in(f"42 (a) b ( c) {rest}", 100) == pytest.approx(5.23)


def test_a_figure_is_the_median_beside_material() -> None:
    """One slow round changes nothing, and what was not measured is no nought."""
    found = results_of(first=(6.0, 2.0))
    for cpu in (5.0, 90.0):
        found.add("first", OURS, Run(cpu, cpu))
    first, kept = figures.table(found)[2:4]
    assert first.startswith("| first build, ours with all documents | 6.0 s, 3.00x | 2.0 s, 1.00x | – |")
    assert kept.count("–") == len(NAMES)


def test_each_further_page_is_counted_from_the_size_before() -> None:
    """What a build takes in any case is no part of what a page takes."""
    found = results_of(**{"first": (6.0, 3.0), "first 10x": (12.0, 7.0), "first 50x": (52.0, 17.0)})
    found.pages |= {10: 300, 50: 1300}
    assert (found.further(10, OURS), found.further(50, OURS), found.further(50, MATERIAL)) == (30.0, 40.0, 10.0)
    assert found.further(50, OURS, "pages") is None
    assert found.further(1, OURS) is None
    row = next(line for line in figures.table(found) if "50 times" in line and "further page |" in line)
    assert "| 40.0 ms, 4.00x | 10.0 ms, 1.00x |" in row


def test_a_goal_is_met_missed_or_not_measured() -> None:
    """A maintainer sees which goals stand, and the command fails for one that is missed."""
    found = results_of(again=(1.0, 10.0), check=(5.0, 1.0))
    verdicts = {line.split(" | ")[0]: line.split(" | ")[-1] for line in goals.goals(found)}
    assert verdicts["| `site`, nothing changed"] == "met |"
    assert verdicts["| `check`"] == "missed |"
    assert verdicts["| 10 times the content, first `site`"] == "not measured |"
    assert not goals.all_met(found) and goals.all_met(results_of(again=(1.0, 10.0)))


def test_the_page_tells_day_machine_and_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever reads a figure knows when and on what it was measured, and how to measure again."""
    monkeypatch.setattr(figures, "version", lambda name: f"of {name}")
    found = results_of(first=(6.0, 2.0))
    found.documents, found.remade, found.changed = 61, [2, 2], {"b.pdf", "a.docx"}
    found.changed_pages = [3, 4]
    text = figures.page(found, date(2026, 11, 3), 5, 1)
    assert "- Day: 3 November 2026\n" in text and f"- Machine: {figures.machine()}\n" in text
    assert "hugo of hugo" in text and "5 with today's 100 pages, 1 with each" in text
    assert "changed 4 of our 100 pages, and made 2 of 61 documents anew: `a.docx`, `b.pdf`." in text
    assert "python3 run.py bench speed\n" in text


def test_what_stands_in_for_documents_can_be_listed() -> None:
    """A site whose pages are measured alone is built to its end, its list of documents too."""
    made = stand_ins()
    assert (pdf.sides(made["pdf"]), count_slides(made["pptx"])) == (1, 0)
    assert {shape.value.rpartition("-")[2] for shape in Shape if shape is not Shape.PAGE} <= {"pdf", *made}


def test_others_get_links_between_pages_and_no_drawings() -> None:
    """Links lead to the source of a page; what the others do not have becomes its words."""
    body = (
        '<h1>T</h1><svg><path d=""/></svg><p><a href="../b.html#x">b</a> <a href="c.pdf">c</a> '
        '<a href="https://example.org/">d</a> <a href="#here">e</a></p><section class="mf-print-only">p</section>'
    )
    wanted = '<p><a href="../b.md">b</a> c <a href="https://example.org/">d</a> e</p>'
    assert written(body, "folder/a", {"b", "folder/a"}) == f"<article><h1>T</h1>{wanted}</article>"


def test_a_menu_is_laid_out_by_section() -> None:
    """Hugo and Sphinx list every page of a menu that has lists in lists."""
    menu = [{"Home": "index.md"}, {"Forms": [{"All": "forms/index.md"}, {"More": [{"One": "forms/one.md"}]}]}]
    assert list(sections(menu)) == [
        ("", [("Home", "index")]),
        ("Forms", [("All", "forms/index"), ("One", "forms/one")]),
    ]


def test_grown_content_is_whole(small: Path, change: Change) -> None:
    """Three times the content passes every check, so that the figures of large sites are those of good ones."""
    change("content_data/guidance/start.md", "More words", "Here we have not seen a thing. More words")
    before = len(load_all(small).content.all(Faq))
    grow(small, 3)
    assert [problem for problem in problems_of(small) if problem.severity == "error"] == []
    assert len(load_all(small).content.all(Faq)) == 3 * before


def test_a_glossary_grows_no_larger_than_one_file_may_be(small: Path, change: Change) -> None:
    """Fifty times the content is still good content: what the copies of terms would be allowed asks for no others."""
    change("content_data/guidance/start.md", "More words", "Here we have not seen a thing. More words")
    glossary = small / "content_data" / "glossary.yml"
    most = 4 * glossary.stat().st_size
    grow(small, 9, most)
    assert [problem for problem in problems_of(small) if problem.severity == "error"] == []
    assert most / 2 < glossary.stat().st_size <= most


def test_a_word_is_changed_for_another_each_time(small: Path) -> None:
    """Every round saves a word that was never there, in a sentence that the question has once."""
    with (small / "content_data" / "faq" / "what-then.md").open("a", encoding="utf-8") as file:
        file.write("\n\nAct in this order.\n\n1. One.\n")
    name, sentence = speed.plain_sentence(small / "content_data" / "faq")
    generator = ours(small, f"{name}.md")
    new = list(islice(speed.words(sentence), 30))
    assert len(set(new)) == 30 and not any(word in generator.words for word in new)
    for word in new[:2]:
        generator.write_word(sentence, word)
        text = generator.question.read_text(encoding="utf-8")
        assert text != generator.words and text.replace(f" {word}.", f" {sentence.split()[-1]}") == generator.words


def test_a_first_build_finds_nothing_of_the_last(small: Path) -> None:
    """What a build leaves is taken away before the next first one, and nothing else is."""
    generator = ours(small, "what-then.md")
    for name in generator.made:
        (small / name / "below").mkdir(parents=True)
    generator.forget()
    assert not any((small / name).exists() for name in generator.made) and generator.question.is_file()
