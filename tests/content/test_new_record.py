"""Whoever begins something new, and fills in what it asks for, has something that passes the check."""

import re
from collections import Counter
from pathlib import Path

import pytest

from build_scripts.content.content import RECORD_OF_FILE, RECORD_OF_FOLDER
from build_scripts.content.file_records import read_records
from build_scripts.content.load import load_all
from build_scripts.content.new_record import KINDS, Begun, NameTakenError, begin
from build_scripts.content.problems import Problem
from build_scripts.content.unfilled import UNFILLED, without_what_follows
from tests.conftest import copy_small, lines_of

TYPED = {
    "about": "section:start",
    "behaviour": "behaviour:sharing",
    "cites": "section:start",
    "figure": "9%",
    "group": "understand",
    "page": "section:start",
    "plain": "about 1 in 11",
    "questions": "q-one, q-two, q-three, q-four, q-five",
    "scenarios": "a-chat",
    "source": "a-chat",
    "survey": "a-survey",
    "year": "2026",
    "age": "15",
    "checked_on": "2026-05-01",
    "review_by": "2027-05-01",
}
"""What somebody types who reads the comments, where it is not one of the words that a comment names."""
MINUTES = ("10", "3", "2", "1")
"""Those of a session, and of what it holds besides what all sessions have."""
LATER = re.compile(r"no session uses the \w+ 'new-\w+'")
"""What is left to do in another file, as the command says."""


def start(root: Path, kind: str, name: str = "") -> Begun:
    """Begin something."""
    return begin(root, load_all(root).content, kind, name or f"new-{kind}")


def filled(text: str) -> str:
    """Return a skeleton with each place filled in from its comment or its key."""
    words, comments, key, lines = Counter[str](), dict[str, str](), "", list[str]()
    for line in text.split("\n"):
        comment, found = re.match(r" *# (.*)", line), re.match(r"( *)(?:- )?([a-z_0-9]+):", line)
        comments[""] = " ".join((comments.get("", ""), comment[1])).strip() if comment else comments.get("", "")
        if found:
            key = found[2]
            comments[key] = comments[""] or comments.get(key, "")
            comments[""] = ""
        words["all"] += "FILL IN" in line and not comment
        words["minutes"] += found is not None and key == "minutes" and "FILL IN" in line
        lines.append(line if comment else line.replace("FILL IN", answer(key, comments.get(key, ""), words)))
    return "\n".join(lines)


def answer(key: str, comment: str, words: Counter[str]) -> str:
    """Return what stands in a place in the end."""
    allowed = re.search(r"Use one of these words: ([a-z-]+)", comment)
    if key in TYPED:
        return TYPED[key]
    if allowed:
        return "session" if allowed[1] == "briefing" else allowed[1]
    if key == "minutes":
        return MINUTES[words[key] - 1]
    if key == "id":
        return f"id-{words['all']}"
    return "yes" if "yes or no" in comment else f"Name the words {words['all']}."


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Begun]]:
    """A small project with one new thing of each kind, and where each was begun."""
    root = copy_small(tmp_path_factory.mktemp("new") / "small", "overrides")
    return root, {kind: start(root, kind) for kind in KINDS}


def test_a_new_thing_says_only_what_must_be_filled_in(begun: tuple[Path, dict[str, Begun]]) -> None:
    """One round tells an editor all that is asked for, each at its line, and nothing else."""
    root, places = begun
    told = lines_of(root)
    assert [line for line in told if "is still to be filled in" not in line] == []
    for place in (place for one in places.values() for place in one.places):
        path = place.split(":")[0]
        lines = (root / path).read_text(encoding="utf-8").split("\n")
        waiting = [
            f"{path}:{n}" for n, line in enumerate(lines, 1) if re.match(r" *[^# ].*FILL IN|FILL IN", line.strip())
        ]
        assert waiting
        assert sorted({":".join(line.split(":")[:2]) for line in told if line.startswith(path)}) == sorted(waiting)


def test_what_is_filled_in_as_it_says_passes_the_check(begun: tuple[Path, dict[str, Begun]]) -> None:
    """Nobody needs to know more than what stands in the skeleton."""
    root, places = begun
    for path in {place.split(":")[0] for one in places.values() for place in one.places}:
        file = root / path
        file.write_text(filled(file.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    assert [line for line in lines_of(root) if not LATER.search(line)] == []


@pytest.fixture(scope="module")
def skeletons(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, str]]:
    """The file of each kind of new thing, as it is begun: its path and what stands in it."""
    root = copy_small(tmp_path_factory.mktemp("skeletons") / "small", "overrides")
    places = {kind: start(root, kind).places[0].split(":")[0] for kind in KINDS}
    return {kind: (path, (root / path).read_text(encoding="utf-8")) for kind, path in places.items()}


OTHERS_TOO = re.compile(r"take away the first '#' of lines? (\d+)(?: to (\d+))?$")


def on(path: str, lines: list[str], number: int) -> list[Problem]:
    """Return what is told on one line of a file by itself."""
    folder, name = path.split("/")[1:-1], path.rpartition("/")[2]
    kind = RECORD_OF_FOLDER[folder[0]][1] if folder else RECORD_OF_FILE[name]
    told = without_what_follows(read_records(path, "\n".join(lines), kind, "new").problems)
    return [problem for problem in told if problem.location.line == number]


@pytest.mark.parametrize("kind", KINDS)
def test_a_line_that_is_used_alone_says_what_belongs_to_it(skeletons: dict[str, tuple[str, str]], kind: str) -> None:
    """Whoever takes one '#' away reads on that line which others go too; when they are gone, all is to be filled in."""
    path, text = skeletons[kind]
    lines = text.split("\n")
    for at, line in enumerate(lines):
        used = line.replace("#", "", 1)
        if re.match(r" *# \S| *[^# ]|$", line) or used.lstrip().startswith("#"):
            continue
        (told,) = on(path, [*lines[:at], used, *lines[at + 1 :]], at + 1)
        if found := OTHERS_TOO.match(told.remedy):
            first, last = int(found[1]) - 1, int(found[2] or found[1])
            rest = [each.replace("#", "", 1) for each in lines[first:last]]
            whole = [*lines[:first], *rest, *lines[last:]]
            whole[at] = used
            left = [each for row in range(first, last + 1) for each in on(path, whole, row + 1)]
            assert left and all(each.message.endswith(UNFILLED) for each in left), left
        else:
            assert told.message.endswith(UNFILLED), told


def test_a_word_stands_by_its_letters(small: Path) -> None:
    """A glossary that goes by letter still does; the line named is the one to go on at."""
    place = start(small, "term", "letter").places[0]
    path, line = place.split(":")
    text = (small / path).read_text(encoding="utf-8")
    assert re.findall(r"- id: (\w+)", text) == ["consent", "letter", "no"]
    assert "Fill in" in text.split("\n")[int(line) - 1]


def test_lists_keep_their_shape(small: Path) -> None:
    """Comments of the next item stay with it, empty lines between items go on, and nothing else is changed."""
    file = small / "content_data/glossary.yml"
    before = file.read_text(encoding="utf-8").replace("  - id: no\n", "\n  # Of refusing.\n  - id: no\n")
    file.write_text(before, encoding="utf-8")
    start(small, "term", "letter")
    start(small, "term", "zeal")
    after = file.read_text(encoding="utf-8")
    assert "\n\n  # Of refusing.\n  - id: no\n" in after
    assert re.findall(r"- id: (\w+)", after) == ["consent", "letter", "no", "zeal"]
    assert all(line in after.split("\n") for line in before.split("\n"))
    assert "\n\n\n" not in after


@pytest.mark.parametrize(
    ("kind", "name", "told"),
    [
        ("service", "a-line", "content_data/services/a-line.yml is there already. Choose another name"),
        ("term", "consent", "'consent' is in content_data/glossary.yml already, on line 2. Choose another name."),
        (
            "section",
            "My page",
            "'My page' cannot be a name. Use lower-case letters, digits and hyphens, such as my-page.",
        ),
        ("faq", "../out", "'../out' cannot be a name. Use lower-case letters, digits and hyphens, such as out."),
        ("faq", "", "'' cannot be a name. Use lower-case letters, digits and hyphens."),
    ],
)
def test_a_name_that_cannot_be_had_is_told(small: Path, kind: str, name: str, told: str) -> None:
    """Nothing is written over, nothing lands outside its folder, and the editor reads what to type."""
    with pytest.raises(NameTakenError, match=re.escape(told)):
        begin(small, load_all(small).content, kind, name)


def test_a_list_that_cannot_be_read_is_told(small: Path) -> None:
    """A register with a slip in it is not made worse."""
    file = small / "content_data/glossary.yml"
    file.write_text("terms: [", encoding="utf-8")
    with pytest.raises(NameTakenError, match="cannot be read"):
        start(small, "term")
    assert file.read_text(encoding="utf-8") == "terms: ["
