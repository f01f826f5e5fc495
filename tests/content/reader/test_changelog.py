"""The list of changes is read for the page about this release, and mistakes in it have a place."""

from build_scripts.content.reader.changelog import read_changelog

TEXT = """\
# Changelog

## 1.1.0, 4 May 2027

### Readers

- A new page.

### Editors

- A new key.

## 1.0.0, 22 November 2026

### Readers

- The first page.
"""


def told(text: str) -> list[str]:
    """Return the problems as an editor reads them."""
    return [str(problem) for problem in read_changelog("CHANGELOG.md", text)[1]]


def test_releases_are_read_with_what_readers_notice() -> None:
    """The newest is first, and what editors notice is left to them."""
    data, problems = read_changelog("CHANGELOG.md", TEXT)
    assert problems == [] and data is not None
    releases = [(each["version"], each["on"], each["readers"].strip()) for each in data["releases"]]
    assert releases == [("1.1.0", "2027-05-04", "- A new page."), ("1.0.0", "2026-11-22", "- The first page.")]


def test_words_know_their_line() -> None:
    """A mistake in the words is told at its own line."""
    data, _ = read_changelog("CHANGELOG.md", TEXT)
    assert data is not None
    assert data["releases"][0]["readers"].location.line == 6


def test_a_heading_without_version_or_day_is_told() -> None:
    """An editor reads how it is written."""
    for wrong in ("## Next", "## 1.1, 4 May 2027"):
        assert told(TEXT.replace("## 1.1.0, 4 May 2027", wrong)) == [
            "CHANGELOG.md:3:1: this heading names no version and day; "
            "write it like '## 1.2.3, 4 May 2026', no letters after 4"
        ]


def test_a_release_that_tells_readers_nothing_is_told() -> None:
    """Schools read what a new copy brings them."""
    assert told(TEXT.replace("### Readers\n\n- The first", "### Editors\n\n- The first")) == [
        "CHANGELOG.md:13:1: this release says nothing to readers; add a part '### Readers'"
    ]


def test_a_day_that_does_not_exist_is_told() -> None:
    """A slip in the calendar is named, and not the whole heading."""
    _, problems = read_changelog("CHANGELOG.md", "# Changelog\n\n## 1.0.0, 31 November 2026\n\n### Readers\n\n- A.\n")
    assert [str(problem) for problem in problems] == [
        "CHANGELOG.md:3:1: there is no day '31 November 2026'; check the day and the month"
    ]


def test_a_changelog_without_releases_is_told() -> None:
    """A file that lost its headings is a mistake of the content, told with what to write."""
    data, problems = read_changelog("CHANGELOG.md", "# Changelog\n\nNothing yet.\n")
    assert data is None
    told = "no release is named here; begin each with a line '## 1.2.3, 4 May 2026'"
    assert [str(problem) for problem in problems] == [f"CHANGELOG.md:1:1: {told}"]
