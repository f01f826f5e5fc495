"""Prose as HTML is plain, safe and carries the addresses of its headings."""

import pytest

from build_scripts.content.fields import Prose, Reference
from build_scripts.formats.prose_html import render, render_inline
from tests.formats.golden_cases import Case, cases


def address(reference: Reference) -> str:
    """Resolve ``term:consent#part`` to ``/term/consent#part``; no local detail is filled in."""
    if reference.kind == "local":
        return ""
    return f"/{reference.kind}/{reference.id}" + (f"#{reference.fragment}" if reference.fragment else "")


@pytest.mark.parametrize("case", cases("html.txt"), ids=str)
def test_golden_cases(case: Case) -> None:
    """Each kind of node comes out as the golden file says, to the letter."""
    assert render(Prose(case.source), address).removesuffix("\n") == case.wanted, f"see {case.place}"


def test_inline_prose_has_no_paragraph_around_it() -> None:
    """A sentence fits into a table cell, a list item or a caption."""
    assert (
        render_inline(Prose("A *b*,\n[c](term:no).", inline=True), address)
        == 'A <em>b</em>,\n<a href="/term/no">c</a>.'
    )


def test_resolved_address_cannot_break_out_of_its_attribute() -> None:
    """Whatever an address holds stays within the quotes of the attribute."""
    drawn = render_inline(Prose("[a](term:no)"), lambda _: "x.html?a=1&b=2#\"'><b>")
    assert drawn == '<a href="x.html?a=1&amp;b=2#&quot;&#x27;&gt;&lt;b&gt;">a</a>'


def test_a_given_detail_stands_as_text() -> None:
    """A value given at build time takes the place of the words, and no mark in it is followed."""
    drawn = render_inline(Prose("[the lead](local:dsl-name)"), lambda _: "Ms <b>Shah</b> & Co")
    assert drawn == '<span data-local="dsl-name">Ms &lt;b&gt;Shah&lt;/b&gt; &amp; Co</span>'
