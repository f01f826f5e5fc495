"""Measures checking, building and previewing beside other generators on the same pages, and writes it down.

Run through ``python3 run.py bench speed``; needs Linux. One table shows CPU seconds and their ratio to plain Material:
the first build, nothing changed, one word changed, ``check``, the preview, and 10 and 50 times the content.

The others get the same articles as Markdown with front matter, and the same menu. What is not compared: their pages
have no documents to download, no learning packages, no local details, no compressed copies, and nobody checks their
content. Hugo has no theme and no search, only a small frame with the menu. Their previews other than Material's are not
measured. Some are left out at larger sizes: see ``LARGEST``. Files that belong to no page, such as pictures, are left
out.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from build_scripts.publish.kept_results import RESULTS
from tests.benchmarks import figures, goals
from tests.benchmarks.documents_once import documents_once
from tests.benchmarks.generators import MATERIAL, OURS, SPHINX, ZENSICAL, Generator, others, ours
from tests.benchmarks.growth import grow
from tests.benchmarks.measured import Run, measure
from tests.benchmarks.plain_pages import read_staged
from tests.benchmarks.previewed import preview
from tests.benchmarks.results import Results, sized
from tests.built import ROOT, copy_project

PAGE = ROOT / "docs" / "maintainers" / "figures.md"
OUR_COMMAND = (sys.executable, "-m", "build_scripts")
SERVE = {
    OURS: [*OUR_COMMAND, "serve", "--address"],
    MATERIAL: [sys.executable, "-m", "mkdocs", "serve", "--quiet", "-a"],
}
"""How each preview is started; the address comes last."""
LARGEST = {SPHINX: 1, ZENSICAL: 1}
"""How many times the content a generator builds at most: with ten times of it Sphinx had not come to its end after
seven minutes, and Zensical refuses a glossary of ten times the words."""
WITH_DOCUMENTS = 10
"""How many times the content ours builds at most with its documents: the handbook then has some 2,000 sides, and to lay
them out takes minutes."""
PAGES_ALONE = (sys.executable, "-c", Path(__file__).with_name("pages_alone.py").read_text(encoding="utf-8"))
SENTENCE = re.compile(r"(?m)^[A-Z][a-z]+(?: [a-z]+){2,}\.$")
"""A line of plain words."""


class Bench:
    """One size of content, laid out for every generator, and what was measured so far."""

    def __init__(self, results: Results, folder: Path, times: int) -> None:
        """Lay out our project; the others follow when it has been built.

        Args:
            results: takes what is measured.
            folder: for the projects.
            times: how many times the content.
        """
        self.results, self.folder, self.times = results, folder, times
        root = copy_project(folder / "ours")
        grow(root, times)
        self.question, self.sentence = plain_sentence(root / "content_data" / "faq")
        self.ours = ours(root, f"{self.question}.md")
        self.others: list[Generator] = []
        self.words = words(self.sentence)

    @property
    def all(self) -> list[Generator]:
        """Every generator, ours first."""
        return [self.ours, *self.others]

    def run(self, measured: str, generator: Generator, command: tuple[str, ...] = ()) -> None:
        """Run a generator's command, or another one in its folder, and keep what it took."""
        self.keep(measured, generator.name, measure(list(command or generator.command), generator.folder))

    def keep(self, measured: str, name: str, run: Run) -> None:
        """Keep what a run took, and say so."""
        measured = sized(measured, self.times)
        self.results.add(measured, name, run)
        print(f"  {measured}, {name}: {run.cpu:.2f} s CPU, {run.seconds:.1f} s", file=sys.stderr, flush=True)

    def first_builds(self) -> None:
        """Build everything from nothing: ours without its documents, then with them, and the others."""
        self.ours.forget()
        self.run("pages", self.ours, (*PAGES_ALONE, "site", "--quiet"))
        addresses = self._addresses()
        self.results.pages[self.times] = len(addresses)
        if not self.others:
            measure([*PAGES_ALONE, "stage", "--quiet"], self.ours.folder)
            staged = self.ours.folder / "build" / "staged"
            laid_out = others(read_staged(staged), f"faq/{self.question}", self.folder)
            self.others = [one for one in laid_out if self.times <= LARGEST.get(one.name, self.times)]
        self.ours.forget()
        for generator in self.all if self.times <= WITH_DOCUMENTS else self.others:
            generator.forget()
            self.run("first", generator)
            assert not generator.lacking(addresses), f"{generator.name} makes the same pages"

    def _addresses(self) -> list[str]:
        return [page["path"].removesuffix(".html") for page in self._manifest()["pages"]]

    def _manifest(self) -> dict[str, list[dict[str, str]]]:
        manifest = self.ours.folder / "build" / "manifest.json"
        return dict(json.loads(manifest.read_text(encoding="utf-8")))

    def rebuilds(self) -> None:
        """Build again with nothing changed, then with one word changed; and ours once more with its documents kept."""
        for generator in self.all:
            self.run("again", generator)
        self.run("check", self.ours, (*OUR_COMMAND, "check", "--quiet"))
        kept, documents, pages = self._kept(), self._sums("downloads"), self._sums("pages")
        word = next(self.words)
        for generator in self.all:
            generator.write_word(self.sentence, word)
            self.run("word", generator)
        self.results.documents = len(documents)
        self.results.remade.append(len(self._kept() - kept))
        self.results.changed |= {address for address, _ in self._sums("downloads").items() - documents.items()}
        self.results.changed_pages.append(len(self._sums("pages").items() - pages.items()))
        self.ours.write_word(self.sentence, next(self.words))
        self._make_documents()
        self.run("word-pages", self.ours)
        self.ours.write_word(self.sentence, next(self.words))
        self.run("check-word", self.ours, (*OUR_COMMAND, "check", "--quiet"))

    def _make_documents(self) -> None:
        """Make the documents and no site; what is worked out for that, the next run has to work out again."""
        kept, aside = self.ours.folder / RESULTS, self.folder / "kept"
        shutil.copytree(kept, aside)
        measure([*OUR_COMMAND, "stage", "--quiet"], self.ours.folder)
        shutil.rmtree(kept)
        aside.rename(kept)

    def _kept(self) -> set[str]:
        return {path.name for path in (self.ours.folder / "build" / "forms").iterdir()}

    def _sums(self, kind: str) -> dict[str, str]:
        """Return the hash of every page or download of our site by its address."""
        manifest = self._manifest()
        sums = {file["path"]: file["sha256"] for file in manifest["files"]}
        return {listed["path"]: sums[listed["path"]] for listed in manifest[kind]}

    def previews(self) -> None:
        """Start each preview, and save a word."""
        for generator in self.all:
            if generator.name in SERVE:
                page, save = f"faq/{self.question}", partial(self._save, generator)
                started, saved = preview(SERVE[generator.name], generator.folder, page, save, self.folder)
                self.keep("serve", generator.name, started)
                self.keep("save", generator.name, saved)

    def _save(self, generator: Generator) -> str:
        word = next(self.words)
        generator.write_word(self.sentence, word)
        return word

    def each_document(self) -> None:
        """Draw and make each document once, one after the other."""
        self.keep("documents", OURS, documents_once(self.ours.folder))


def plain_sentence(folder: Path) -> tuple[str, str]:
    """Return the name of a question, and a sentence that stands in it once and has a line to itself.

    Args:
        folder: the questions.
    """
    for file in sorted(folder.glob("*.md")):
        text = file.read_text(encoding="utf-8")
        for found in SENTENCE.findall(text):
            if text.count(found) == 1:
                return file.stem, found
    raise SystemExit("No question has a line that is one plain sentence.")


def words(sentence: str) -> Iterator[str]:
    """Yield words that the sentence may end with, each another one."""
    last = sentence.rpartition(" ")[2].removesuffix(".")
    number = 0
    while True:
        number += 1
        yield last + "".join("abcdefghij"[int(digit)] for digit in str(number))


def main(arguments: list[str]) -> int:
    """Print the table and write the page; fail when a goal that was measured is missed."""
    parser = argparse.ArgumentParser("run.py bench speed", description=__doc__)
    parser.add_argument("--times", type=int, default=5, help="rounds with the content of today")
    parser.add_argument("--sizes", type=int, nargs="*", default=[10, 50], help="how many times the content besides")
    parser.add_argument("--grown-times", type=int, default=1, help="rounds with each larger content")
    options = parser.parse_args(arguments)
    results = Results()
    for times in (1, *options.sizes):
        with tempfile.TemporaryDirectory() as name:
            bench = Bench(results, Path(name), times)
            for number in range(options.times if times == 1 else options.grown_times):
                print(f"{times}x the content, round {number + 1}", file=sys.stderr, flush=True)
                bench.first_builds()
                if times == 1:
                    bench.rebuilds()
                    bench.previews()
                    bench.each_document()
    text = figures.page(results, date.today(), options.times, options.grown_times)
    PAGE.write_text(text, encoding="utf-8", newline="\n")
    print(*figures.table(results), figures.after_a_word(results), *goals.goals(results), sep="\n")
    return 0 if goals.all_met(results) else 1
