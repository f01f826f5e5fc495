"""Prose and references that an editor is likely to get wrong are told with place and remedy."""

from pathlib import Path

import pytest

from tests.conftest import Change, lines_of
from tests.mistakes import DATA, Mistake, each_mistake

MISTAKES = {
    DATA + "site.yml": {
        "unknown local detail": (
            "  - Talk to somebody.",
            "  - Talk to [somebody](local:leed-name).",
            "16:24: there is no local 'leed-name'; did you mean 'lead-name'?",
        ),
        "local detail as a place to go": (
            "to: section:start",
            "to: local:lead-name",
            "10:13: 'local:lead-name' is no place to go; name a page; local details stand in prose alone",
        ),
    },
    DATA + "guidance/start.md": {
        "unknown reference in prose": (
            "term:consent",
            "term:consnet",
            "15:23: there is no term 'consnet'; did you mean 'consent'?",
        ),
        "unknown kind of link": (
            "service:a-line",
            "servise:a-line",
            "15:52: 'servise:' is not a kind of link; did you mean 'service'?",
        ),
        "session that does not exist": (
            "service:a-line",
            "session:shrot",
            "15:52: there is no session 'shrot'; did you mean 'short'?",
        ),
        "dead link": (
            "(term:consent)",
            "(#)",
            "15:23: '#' leads nowhere; write where the link goes, such as term:consent",
        ),
        "web address in prose": (
            "term:consent",
            "https://example.org/x",
            "15:23: 'https://example.org/x' stands outside the registers; "
            "take it out, or give it a file in documents/ or services/ and link to that: [words](service:id)",
        ),
        "raw HTML block": (
            "More words,",
            "<div>More</div>\n\nwords,",
            "19:1: HTML such as '<div>' is not allowed; take it away, and everything up to its '>'",
        ),
        "raw HTML in a line": (
            "More words,",
            "More <b>words</b>,",
            "19:6: HTML such as '<b>' is not allowed; write **words**",
        ),
        "image without alternative text": (
            "More words,",
            "More ![](assets/x.svg) words,",
            "19:6: this image has no alternative text; say in the brackets what it shows",
        ),
        "heading level skipped": (
            "More words,",
            "#### Deep\n\nMore words,",
            "19:1: heading level 3 is skipped; write ### here",
        ),
        "two headings alike": (
            "More words,",
            "## A part\n\nMore words,",
            "19:1: this heading has the same address as the one on line 17; word one of them differently",
        ),
        "half a link": (
            "[consent](term:consent)",
            "[consent] (term:consent)",
            "15:24: 'term:consent' is not a whole link; write [words](term:consent), with all brackets and no space",
        ),
    },
    DATA + "continuum.yml": {
        "unknown reference in a field": (
            "sources: [a-study]",
            "sources: [a-studie]",
            "20:11: there is no document 'a-studie'; did you mean 'a-study'?",
        )
    },
    DATA + "faq/what-then.md": {
        "unknown heading": (
            "section:start#a-part",
            "section:start#a-prat",
            "15:17: 'section:start' has no heading '#a-prat'; did you mean 'a-part'?",
        )
    },
    DATA + "session-parts.yml": {
        "unknown service on a slide": (
            "source: [service:a-line]",
            "source: [service:a-lien]",
            "39:18: there is no service 'a-lien'; did you mean 'a-line'?",
        )
    },
    "docs/maintainers/notes.md": {
        "typed link in a hand-written page": (
            "term:consent",
            "trem:consent",
            "7:15: 'trem:' is not a kind of link; did you mean 'term'?",
        )
    },
}


@each_mistake(MISTAKES)
def test_mistake_is_told_at_its_place(mistake: Mistake, told: list[str]) -> None:
    """A link that leads nowhere, or Markdown that is not ours, gives exactly one line."""
    assert told == [mistake.told]


@pytest.mark.parametrize("written", ["<term:consent>", "term:consent", "[consent] (term:consent)"])
def test_typed_link_left_over_in_a_hand_written_page_is_told(small: Path, change: Change, written: str) -> None:
    """A typed link that was not written as a link does not reach readers."""
    change("docs/maintainers/notes.md", "[consent](term:consent)", written)
    column = 5 + written.index("term")
    told = "'term:consent' is not a whole link; write [words](term:consent), with all brackets and no space"
    assert lines_of(small) == [f"docs/maintainers/notes.md:7:{column}: {told}"]


def test_what_many_use_is_told_once(small: Path, change: Change) -> None:
    """Who deletes a file reads one line: what is gone, how many places need it, and where they are."""
    uses = "".join(f"\n\n[again](term:consent), number {number}" for number in range(8))
    change(
        DATA + "guidance/start.md", "[consent](term:consent)", f"[consent](term:gone){uses.replace('consent', 'gone')}"
    )
    (told,) = lines_of(small)
    places = ", ".join(f"{DATA}guidance/start.md:{line}" for line in (17, 19, 21, 23, 25))
    assert told == (
        f"{DATA}guidance/start.md:15:23: there is no term 'gone', which 9 places use; "
        f"put it back from an earlier version, or change them all; the others are {places}, and 3 more"
    )
