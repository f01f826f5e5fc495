"""Prose and references that an editor is likely to get wrong are told with place and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Change, lines_of
from tests.mistakes import DATA, Mistake

MISTAKES = {
    "unknown local detail": Mistake(
        DATA + "site.yml",
        "  - Talk to somebody.",
        "  - Talk to [somebody](local:leed-name).",
        "content_data/site.yml:15:24: there is no local 'leed-name'; did you mean 'lead-name'?",
    ),
    "local detail as a place to go": Mistake(
        DATA + "site.yml",
        "to: section:start",
        "to: local:lead-name",
        "content_data/site.yml:10:13: 'local:lead-name' is no place to go; "
        "name a page; local details stand in prose alone",
    ),
    "unknown reference in prose": Mistake(
        DATA + "guidance/start.md",
        "term:consent",
        "term:consnet",
        "content_data/guidance/start.md:15:23: there is no term 'consnet'; did you mean 'consent'?",
    ),
    "unknown reference in a field": Mistake(
        DATA + "continuum.yml",
        "sources: [a-study]",
        "sources: [a-studie]",
        "content_data/continuum.yml:19:11: there is no document 'a-studie'; did you mean 'a-study'?",
    ),
    "unknown heading": Mistake(
        DATA + "faq/what-then.md",
        "section:start#a-part",
        "section:start#a-prat",
        "content_data/faq/what-then.md:15:17: 'section:start' has no heading '#a-prat'; did you mean 'a-part'?",
    ),
    "unknown kind of link": Mistake(
        DATA + "guidance/start.md",
        "service:a-line",
        "servise:a-line",
        "content_data/guidance/start.md:15:52: 'servise:' is not a kind of link; did you mean 'service'?",
    ),
    "unknown service on a slide": Mistake(
        DATA + "session-parts.yml",
        "source: [service:a-line]",
        "source: [service:a-lien]",
        "content_data/session-parts.yml:39:18: there is no service 'a-lien'; did you mean 'a-line'?",
    ),
    "session that does not exist": Mistake(
        DATA + "guidance/start.md",
        "service:a-line",
        "session:shrot",
        "content_data/guidance/start.md:15:52: there is no session 'shrot'; did you mean 'short'?",
    ),
    "dead link": Mistake(
        DATA + "guidance/start.md",
        "(term:consent)",
        "(#)",
        "content_data/guidance/start.md:15:23: '#' leads nowhere; write where the link goes, such as term:consent",
    ),
    "web address in prose": Mistake(
        DATA + "guidance/start.md",
        "term:consent",
        "https://example.org/x",
        "content_data/guidance/start.md:15:23: 'https://example.org/x' stands outside the registers; "
        "give it a file in documents/ or services/ and link to it by id",
    ),
    "raw HTML block": Mistake(
        DATA + "guidance/start.md",
        "More words,",
        "<div>More</div>\n\nwords,",
        "content_data/guidance/start.md:19:1: raw HTML is not allowed; write it in Markdown, or ask for a component",
    ),
    "raw HTML in a line": Mistake(
        DATA + "guidance/start.md",
        "More words,",
        "More <b>words</b>,",
        "content_data/guidance/start.md:19:6: raw HTML is not allowed; write it in Markdown, or ask for a component",
    ),
    "image without alternative text": Mistake(
        DATA + "guidance/start.md",
        "More words,",
        "More ![](assets/x.svg) words,",
        "content_data/guidance/start.md:19:6: this image has no alternative text; say in the brackets what it shows",
    ),
    "heading level skipped": Mistake(
        DATA + "guidance/start.md",
        "More words,",
        "#### Deep\n\nMore words,",
        "content_data/guidance/start.md:19:1: heading level 3 is skipped; write ### here",
    ),
    "two headings alike": Mistake(
        DATA + "guidance/start.md",
        "More words,",
        "## A part\n\nMore words,",
        "content_data/guidance/start.md:19:1: this heading has the same address as the one on line 17; "
        "word one of them differently",
    ),
    "half a link": Mistake(
        DATA + "guidance/start.md",
        "[consent](term:consent)",
        "[consent] (term:consent)",
        "content_data/guidance/start.md:15:24: 'term:consent' is not a whole link; write [words](term:consent)",
    ),
    "typed link in a hand-written page": Mistake(
        "docs/maintainers/notes.md",
        "term:consent",
        "trem:consent",
        "docs/maintainers/notes.md:7:15: 'trem:' is not a kind of link; did you mean 'term'?",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES.keys())
def test_mistake_is_told_at_its_place(small: Path, change: Change, mistake: Mistake) -> None:
    """A link that leads nowhere, or Markdown that is not ours, gives exactly one line."""
    change(mistake.path, mistake.old, mistake.new)
    assert lines_of(small) == [mistake.told]


@pytest.mark.parametrize("written", ["<term:consent>", "term:consent", "[consent] (term:consent)"])
def test_typed_link_left_over_in_a_hand_written_page_is_told(small: Path, change: Change, written: str) -> None:
    """A typed link that was not written as a link does not reach readers."""
    change("docs/maintainers/notes.md", "[consent](term:consent)", written)
    column = 5 + written.index("term")
    told = "'term:consent' is not a whole link; write [words](term:consent)"
    assert lines_of(small) == [f"docs/maintainers/notes.md:7:{column}: {told}"]
