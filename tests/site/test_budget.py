"""What a reader is sent stays within the budget."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from build_scripts.search.index import INDEX_ADDRESS
from tests.built import Built
from tests.html import loads

FILE = Path(__file__).with_name("budget.yml")
MARK = re.compile(r"\.[0-9a-f]{8}(?=\.\w+$)")
"""What a name carries so that caches may keep the file for ever."""
FONT = ".woff2"


@pytest.fixture(scope="module")
def budget() -> Any:
    """The bytes that may travel."""
    return yaml.safe_load(FILE.read_text(encoding="utf-8"))


def travelling(file: Path) -> int:
    """Return the bytes of a file as a server sends them."""
    packed = Path(f"{file}.br")
    return (packed if packed.is_file() else file).stat().st_size


def group(page: str) -> str:
    """Return the group of a page: its folder."""
    return page.split("/")[0] if "/" in page else "(top)"


def first_visits(built: Built) -> Iterator[tuple[str, int, dict[str, int]]]:
    """Yield each page with the bytes of its HTML and of each file that it loads."""
    for listed in built.manifest["pages"]:
        page = built.site / listed["path"]
        loaded = {(page.parent / load).resolve() for load in loads(page)}
        yield listed["path"], travelling(page), {file.name: travelling(file) for file in loaded}


def assets(built: Built) -> dict[str, Path]:
    """Return the files that pages load, at once or when the reader reaches for them, by name without the mark."""
    files = [*sorted(file for file in (built.site / "assets").rglob("*") if file.is_file()), built.site / INDEX_ADDRESS]
    return {MARK.sub("", file.name): file for file in files if file.suffix not in (".br", ".gz", ".txt")}


def over(what: str, size: int, limit: int, remedy: str) -> list[str]:
    """Return a line for a person when a size is over its limit."""
    return [f"{what}: {size:,} bytes, {limit:,} allowed; {remedy}"] if size > limit else []


def test_pages_are_within_the_budget(built: Built, budget: Any) -> None:
    """A page does not grow heavy unnoticed."""
    remedy = "shorten or split it, or give it a line under pages in tests/site/budget.yml and say why"
    told = [
        line
        for page, html, _ in first_visits(built)
        for line in over(page, html, budget["pages"].get(page, budget["groups"].get(group(page), 0)), remedy)
    ]
    assert not told, "\n".join(told)


def test_files_are_within_the_budget(built: Built, budget: Any) -> None:
    """Styles, scripts, pictures and typefaces do not grow heavy unnoticed, and no new one comes in by the way."""
    remedy = "make it smaller, or raise (or add) its line under assets in tests/site/budget.yml and say why"
    told = [
        line
        for name, file in assets(built).items()
        for line in over(name, travelling(file), budget["assets"].get(name, 0), remedy)
    ]
    assert not told, "\n".join(told)


def test_first_visits_are_within_the_budget(built: Built, budget: Any) -> None:
    """Whichever page a reader comes to first, all that it needs is small."""
    remedy = "see which file or page grew; the limit is under first_visit in tests/site/budget.yml"
    told = []
    for page, html, loaded in first_visits(built):
        longer = max(0, budget["pages"].get(page, 0) - budget["groups"].get(group(page), 0))
        longer += budget["more"].get(group(page), 0)
        fonts = sum(size for name, size in loaded.items() if name.endswith(FONT))
        whole = html + sum(loaded.values())
        for name, size in {"without fonts": whole - fonts, "with fonts": whole}.items():
            told += over(f"{page}, first visit {name}", size, budget["first_visit"][name] + longer, remedy)
    assert not told, "\n".join(told)


def test_every_line_of_the_budget_is_needed(built: Built, budget: Any) -> None:
    """The budget names nothing that is gone, and no page that its group would hold."""
    visits = list(first_visits(built))
    pages = {page for page, _, _ in visits}
    assert set(budget["assets"]) - set(assets(built)) == set(), "take what is gone out of tests/site/budget.yml"
    assert set(budget["groups"] | budget["more"]) - set(map(group, pages)) == set(), (
        "take what is gone out of tests/site/budget.yml"
    )
    assert set(budget["pages"]) - pages == set(), "take what is gone out of tests/site/budget.yml"
    small = [page for page, html, _ in visits if page in budget["pages"] and html <= budget["groups"][group(page)]]
    assert small == [], "these pages are within the budget of their group: take their lines out"
