"""Prose as HTML is plain, safe and carries the addresses of its headings."""

from dataclasses import dataclass

import pytest

from build_scripts.content.fields import Prose, Reference
from build_scripts.formats.prose_html import render, render_inline
from tests.formats.golden_cases import Case, cases


@dataclass
class Links:
    """Leads ``term:consent#part`` to ``/term/consent#part`` unless everything has the same address."""

    always: str | None = ""
    dials: bool = False

    def link_of(self, reference: Reference) -> str | None:
        """Return the address; no local detail is filled in unless one is given."""
        if self.always or self.always is None or reference.kind == "local":
            return self.always
        return f"/{reference.kind}/{reference.id}" + (f"#{reference.fragment}" if reference.fragment else "")

    def behind(self, reference: Reference) -> str:
        """Return something behind the links to one kind of record."""
        return " (long)" if reference.kind == "form" else ""

    def on_paper(self, reference: Reference, words: str) -> str:
        """Return the id and the words, so that a test sees that both are given."""
        return f"{words} ({reference.id})"

    def name(self, reference: Reference) -> str:
        """Return the id as a name that HTML has to escape."""
        return f"<{reference.id}>"


@pytest.mark.parametrize("case", cases("html.txt"), ids=str)
def test_golden_cases(case: Case) -> None:
    """Each kind of node comes out as the golden file says, to the letter."""
    assert render(Prose(case.source), Links()).removesuffix("\n") == case.wanted, f"see {case.place}"


def test_words_to_say_are_told_from_other_points() -> None:
    """A list of which each point is a whole quotation is marked; one with other words in it is not."""
    said = render(Prose('- "Would you like a break?"\n- "I am *here*."\n'), Links())
    assert said.startswith('<ul class="mf-to-say"><li>"Would')
    for other in ('- "Yes."\n- Wait.\n', '- "Yes" is not "no"\n', '- Say "yes"\n'):
        assert render(Prose(other), Links()).startswith("<ul><li>")


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Call 999.", 'Call <a href="tel:999">999</a>.'),
        ("**In danger, call 999.** Wait", '<strong>In danger, call <a href="tel:999">999</a>.</strong> Wait'),
        ("Ring 101, or 999 & wait", 'Ring <a href="tel:101">101</a>, or <a href="tel:999">999</a> &amp; wait'),
        ("You can text 999.", 'You can text <a href="sms:999">999</a>.'),
    ],
)
def test_a_number_to_call_is_one_tap_away(said: str, wanted: str) -> None:
    """Where somebody reads on a phone, «call 999» calls it and «text 999» writes to it; elsewhere it is words."""
    assert render_inline(Prose(said), Links(dials=True)) == wanted
    assert "href" not in render_inline(Prose(said), Links())


@pytest.mark.parametrize("said", ["I called 999.", "999 BSL", "Call 9999", "[Call 999](term:no)", "## Call 999"])
def test_a_number_that_is_only_told_calls_nobody(said: str) -> None:
    """What somebody did, a name, a heading and a link to elsewhere ring nobody by mistake."""
    assert "tel:" not in render(Prose(said), Links(dials=True))


def test_inline_prose_has_no_paragraph_around_it() -> None:
    """A sentence fits into a table cell, a list item or a caption."""
    assert (
        render_inline(Prose("A *b*,\n[c](term:no).", inline=True), Links())
        == 'A <em>b</em>,\n<a href="/term/no">c</a>.'
    )


def test_what_a_link_leads_to_is_told_behind_it() -> None:
    """How long a form is stands outside the link, and nowhere where there is no link."""
    assert render_inline(Prose("[a](form:plan), b"), Links()) == '<a href="/form/plan">a</a> (long), b'
    assert render_inline(Prose("[a](form:plan)"), Links(None)) == "a (plan)"


def test_resolved_address_cannot_break_out_of_its_attribute() -> None:
    """Whatever an address holds stays within the quotes of the attribute."""
    drawn = render_inline(Prose("[a](term:no)"), Links("x.html?a=1&b=2#\"'><b>"))
    assert drawn == '<a href="x.html?a=1&amp;b=2#&quot;&#x27;&gt;&lt;b&gt;">a</a>'


def test_a_given_detail_stands_as_text() -> None:
    """A value given at build time takes the place of the words, and no mark in it is followed."""
    drawn = render_inline(Prose("[the lead](local:dsl-name)"), Links("Ms <b>Shah</b> & Co"))
    assert drawn == '<span data-local="dsl-name">Ms &lt;b&gt;Shah&lt;/b&gt; &amp; Co</span>'


def test_a_source_is_a_mark_with_the_name_of_its_record() -> None:
    """A reader hears which record the mark beside a claim leads to."""
    drawn = render_inline(Prose("So. [source](document:act)"), Links())
    name = '<span class="mf-visually-hidden">: &lt;act&gt;</span>'
    assert drawn == f'So. <a class="mf-mark" href="/document/act">source{name}</a>'


def test_a_mark_that_cannot_lead_anywhere_is_left_out() -> None:
    """A sheet of paper without links says no lone word «source»."""
    assert render_inline(Prose("So. [source](document:act)"), Links(None)).strip() == "So."


@pytest.mark.parametrize("other", ["[sources](document:act)", "[source](term:act)"])
def test_other_links_of_that_name_are_links(other: str) -> None:
    """Only the very word beside a record of a register is a mark."""
    assert "mf-mark" not in render_inline(Prose(other), Links())
