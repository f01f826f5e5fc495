"""An editor adds a record of any kind, as the editing page says, and nothing stands in the way."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from build_scripts.content.forms import Shape
from build_scripts.content.load import load_all
from build_scripts.publish.project import Project, open_project
from tests.built import ROOT
from tests.folders import write
from tests.html import ids

DATES = "checked_on: 2026-11-22\nreview_by: 2027-03-01\n"
NATIONS = "nations: [england, wales, scotland, northern-ireland]\n"


def append(root: Path, name: str, text: str) -> None:
    """Add text to the end of a file of the content."""
    with (root / "content_data" / name).open("a", encoding="utf-8", newline="\n") as file:
        file.write(text)


def add_question_page(root: Path) -> str:
    """Add a question of staff."""
    points = "key_points:\n  - Note the day.\n  - Tell the lead.\n  - Keep calm.\n"
    head = f"title: What if it rains?\nsummary: What to do on a wet day.\norder: 990\n{NATIONS}action_page: true\n"
    foot = f"answer: Stay in.\nservices: [police-101]\n{DATES}"
    write(root, {"content_data/faq/rain.md": f"---\n{head}{points}{foot}---\n\n## First steps\n\nStay in.\n"})
    return "faq/rain"


def add_service(root: Path) -> str:
    """Add a helpline."""
    head = f"name: Rain line\naudiences: [young-person]\n{NATIONS}in_2019_guide: false\nstatus: new-since-2019\n"
    foot = f"publish: name-and-link-only\nwhat: It tells of rain.\nconfidence: low\nevidence_from: 2026\n{DATES}"
    write(root, {"content_data/services/rain-line.yml": f"{head}order: 9990\n{foot}"})
    return "reference/services#rain-line"


def add_document(root: Path) -> str:
    """Add a document."""
    head = f"title: The Rain Study\npublisher: A university\nkind: research\n{NATIONS}in_2019_guide: false\n"
    position = "current_position: It rains.\nmeans: Take a coat.\n"
    foot = f"status: current\n{position}confidence: low\nevidence: [secondary]\n{DATES}"
    write(root, {"content_data/documents/rain-study.yml": f"{head}order: 9990\n{foot}"})
    return "reference/documents#rain-study"


def add_term(root: Path) -> str:
    """Add a word to the glossary."""
    term = (
        "\n  - id: drizzle\n    term: Drizzle\n    in_2019_guide: false\n    meaning: |\n      Rain in small drops.\n"
    )
    append(root, "glossary.yml", term)
    return "reference/glossary#drizzle"


def add_scenario(root: Path) -> str:
    """Add a scenario; the new session tells it."""
    head = "title: A wet bag\nbehaviour: behaviour:image-sharing\nage: 15\n"
    stages = "stages:\n  - text: A student comes in wet.\n    ask:\n      - What now?\n  - text: It stops.\n"
    foot = "look_for:\n  - The lead is told.\ncites: [behaviour:image-sharing]\n"
    write(root, {"content_data/scenarios/wet-bag.yml": f"{head}{stages}{foot}"})
    return "sessions/rain-papers"


def add_questions(root: Path) -> str:
    """Add a question to the knowledge check; the new session asks it, as another asks those of its own."""
    options = "options:\n  - text: The lead.\n    right: true\n  - text: Nobody.\n    right: false\n"
    question = f"question: It rains. Who is told?\n{options}feedback: The lead is told.\npage: section:what-next\n"
    write(root, {"content_data/questions/rain-who.yml": question})
    return "sessions/rain-papers"


def add_session(root: Path) -> str:
    """Add a session: a briefing like another, with a scenario and a question of its own."""
    source = root / "content_data" / "sessions" / "briefing-devices.yml"
    text = (
        source.read_text(encoding="utf-8").replace("briefing-devices", "rain").replace("phone-on-the-desk", "wet-bag")
    )
    text = text.replace("should devices be taken?", "what if it rains?").replace("Devices, 10", "Rain, 10")
    text = text.replace("[devices-delete,", "[rain-who,").replace("order: 100", "order: 990")
    write(root, {"content_data/sessions/rain.yml": text})
    return "sessions/rain"


def add_form(root: Path) -> str:
    """Add a form, and what is made of it."""
    source = root / "content_data" / "forms" / "review-log.yml"
    text = source.read_text(encoding="utf-8")
    text = re.sub(r"(?m)^title: .*$", "title: Rain log", text, count=1)
    text = re.sub(r"(?m)^(menu_title|neutral_title|file_name): .*\n", "", text)
    text = re.sub(r"(?m)^order: .*$", "order: 990", text, count=1)
    write(root, {"content_data/forms/rain-log.yml": text})
    row = "form: rain-log\n    copy_kind: working\n    size: full\n    shapes: [page, pdf]\n"
    append(root, "form-matrix.yml", f"\n  - {row}    file: rain-log\n    title: Rain log\n")
    return "forms/rain-log"


ADD: dict[str, Callable[[Path], str]] = {
    "question page": add_question_page,
    "service": add_service,
    "document": add_document,
    "term": add_term,
    "scenario": add_scenario,
    "question": add_questions,
    "session": add_session,
    "form": add_form,
}
"""Adds a record of each kind, and gives the address at which readers find it."""


@pytest.fixture(scope="module")
def added(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, dict[str, str]]:
    """The real content with a record more of each kind, read, checked and made into pages."""
    root = tmp_path_factory.mktemp("added") / "project"
    for part in ("content_data", "docs", "overrides"):
        shutil.copytree(ROOT / part, root / part)
    for name in ("CHANGELOG.md", "mkdocs.yml", "pyproject.toml"):
        shutil.copy(ROOT / name, root / name)
    newest = load_all(ROOT).content.checked_on
    assert newest is not None
    places = {kind: add(root) for kind, add in ADD.items()}
    return open_project(root, newest, shapes=frozenset(Shape)), places


@pytest.mark.slow
def test_a_record_of_each_kind_is_added_without_a_word_of_complaint(added: tuple[Project, dict[str, str]]) -> None:
    """No check asks for more than the editing page says."""
    assert [str(warning) for warning in added[0].warnings] == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", ADD)
def test_readers_find_what_was_added(added: tuple[Project, dict[str, str]], kind: str) -> None:
    """The record stands on its page, or at its place on the page of its register."""
    project, places = added
    address, _, place = places[kind].partition("#")
    page = next(page for page in project.files if page.address == address)
    assert not place or place in ids(page.body)
