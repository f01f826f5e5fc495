"""Problems are told in the order of the files, each once, for people and for machines."""

import pytest

from build_scripts.content.problems import ContentError, Location, Problem, Severity, did_you_mean, sort_problems


def problem(path: str, line: int, column: int, message: str = "wrong", remedy: str = "mend it") -> Problem:
    """Return a problem at a place."""
    return Problem(Location(path, line, column), message, remedy)


def test_problem_is_one_line_that_editors_can_jump_to() -> None:
    """``file:line:column`` first, as editors and terminals link it; then what is wrong and what to do."""
    assert str(problem("content_data/a.yml", 12, 3)) == "content_data/a.yml:12:3: wrong; mend it"
    assert str(Problem(Location("a.md"), "wrong", "mend it")) == "a.md:1:1: wrong; mend it"


@pytest.mark.parametrize(
    ("column", "line", "shown"),
    [
        (7, "what: It", ("  12 | what: It", "     |       ^")),
        (99, "what: It", ("  12 | what: It", "     |         ^")),
        (2, "\twhat:\x1b[2J\u200b", ("  12 |  what: [2J ", "     |  ^")),
    ],
)
def test_the_mark_stands_under_the_place(column: int, line: str, shown: tuple[str, str]) -> None:
    """An editor sees the line itself; tabs and what moves a terminal take one column."""
    assert tuple(problem("a.yml", 12, column).on_its_line(line).split("\n")) == shown


def test_a_problem_is_told_with_its_line_where_there_is_one() -> None:
    """A missing file has no lines; a warning says that it is one."""
    lines = ["a: b", "c: d"]
    assert problem("a.yml", 2, 4).told(lines) == "a.yml:2:4: wrong; mend it\n  2 | c: d\n    |    ^"
    assert problem("a.yml", 3, 1).told(lines) == problem("a.yml", 3, 1).told() == "a.yml:3:1: wrong; mend it"
    warning = Problem(Location("a.yml", 1, 1), "wrong", "mend it", "warning")
    assert warning.told(lines).startswith("a.yml:1:1: wrong; mend it (warning)\n  1 | a: b")


@pytest.mark.parametrize("column", [1, 50, 101, 400, 1000])
def test_of_a_long_line_what_is_around_the_place_is_shown(column: int) -> None:
    """A paragraph of a thousand characters on one line does not fill the screen, and the mark is right."""
    line = "".join(chr(ord("a") + number % 26) for number in range(1000))
    text, mark = problem("a.yml", 3, column).on_its_line(line).split("\n")
    assert len(text) < 120
    assert text[mark.index("^")] == line[column - 1]


def test_problems_come_by_file_line_and_column() -> None:
    """An editor works down each file; line 10 comes after line 9, and two on one place by their words."""
    wanted = [
        problem("a.md", 9, 1),
        problem("a.md", 10, 2),
        problem("a.md", 10, 10, "one"),
        problem("a.md", 10, 10, "two"),
        problem("b.md", 1, 1),
    ]
    assert sort_problems(reversed(wanted)) == wanted


def test_problem_found_twice_is_told_once() -> None:
    """Two checks that meet the same slip make one line; a like slip elsewhere stays."""
    one, other = problem("a.md", 1, 1), problem("a.md", 2, 1)
    assert sort_problems([one, other, problem("a.md", 1, 1)]) == [one, other]


def test_content_error_tells_everything_in_order() -> None:
    """What the terminal shows of an error is the whole sorted list."""
    error = ContentError([problem("b.md", 1, 1), problem("a.md", 2, 1), problem("b.md", 1, 1)])
    assert error.problems == [problem("a.md", 2, 1), problem("b.md", 1, 1)]
    assert str(error) == "a.md:2:1: wrong; mend it\nb.md:1:1: wrong; mend it"


@pytest.mark.parametrize("severity", ["error", "warning"])
def test_github_shows_the_problem_at_its_line(severity: Severity) -> None:
    """The annotation names severity, file, line and column."""
    told = Problem(Location("content_data/a.yml", 12, 3), "wrong", "mend it", severity).as_github()
    assert told == f"::{severity} file=content_data/a.yml,line=12,col=3::wrong; mend it"


def test_github_format_escapes() -> None:
    """Per cent signs, line ends, and commas and colons in a file's name cannot cut the annotation short."""
    told = problem("faq/What, then: 5%.md", 1, 1, "'8%: a,\nb\r' is wrong", "100% sure").as_github()
    assert told == ("::error file=faq/What%2C then%3A 5%25.md,line=1,col=1::'8%25: a,%0Ab%0D' is wrong; 100%25 sure")


@pytest.mark.parametrize(
    ("word", "remedy"),
    [
        ("consnet", "did you mean 'consent'?"),
        ("Consent", "did you mean 'consent'?"),
        ("concerns", "did you mean 'concern'?"),
        ("childline", "look it up"),
        ("", "look it up"),
    ],
)
def test_nearest_known_word_is_offered(word: str, remedy: str) -> None:
    """A slip of the fingers is met with the word that was meant, anything else with the general remedy."""
    assert did_you_mean(word, {"consent", "concern", "service"}, "look it up") == remedy


def test_nearest_word_is_the_same_in_every_run() -> None:
    """Of two words equally near, the same is offered whatever the order of the set."""
    words = ["aab", "aac", "aad"]
    assert {did_you_mean("aaa", order, "") for order in (words, words[::-1])} == {"did you mean 'aad'?"}


@pytest.mark.parametrize(
    ("text", "place"), [("", "a.yml:3:5"), ("ab", "a.yml:3:7"), ("ab\n", "a.yml:4:1"), ("ab\ncd\nefg", "a.yml:5:4")]
)
def test_the_place_after_a_text_is_counted_from_where_it_begins(text: str, place: str) -> None:
    """An editor is led to the very sign, on the first line of a text and on later ones."""
    assert str(Location("a.yml", 3, 5).after(text)) == place
