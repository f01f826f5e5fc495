"""A stylesheet loses what no page needs, and nothing else."""

import pytest

from build_scripts.formats import html_tree
from build_scripts.formats.css import addresses, names_used, shrink

PAGES = (
    '<html lang="en-GB"><body><main id="main"><p class="note big">Words</p></main></body></html>',
    '<html lang="en-GB"><body><ul><li>Words</li></ul></body></html>',
)
SCRIPT = 'var made = document.createElement("button"); made.className = "mf-drawn";'
USED = names_used(map(html_tree.read, PAGES), [SCRIPT])

GO = {
    "element": "em {top:0}",
    "class": ".gone {top:0}",
    "id": "#gone {top:0}",
    "part of a class's name": ".not {top:0}",
    "two classes": ".note.gone {top:0}",
    "class of an element": "p.gone {top:0}",
    "within": "main .gone {top:0}",
    "around": ".gone p {top:0}",
    "child": "main > em {top:0}",
    "neighbour": "p + em {top:0}",
    "beside a bracket": ".gone:not(.note) {top:0}",
    "with a state": ".gone:hover {top:0}",
    "before it": ".gone::before {top:0}",
    "with an attribute": ".gone[hidden] {top:0}",
    "each of a list": ".gone, em, #gone {top:0}",
    "with rules within": ".gone {top:0; & p {top:0}}",
    "only rule of a medium": "@media print {.gone {top:0}}",
    "only rule of a feature": "@supports (top:0) {.gone {top:0}}",
    "medium within a medium": "@media print {@media (color) {.gone {top:0}} em {top:0}}",
    "comment": "/* Words */",
}

STAY = {
    "element": "p{top:0}",
    "element that every page has": "html,body{top:0}",
    "class": ".note.big{top:0}",
    "id": "#main{top:0}",
    "on two pages": "p li{top:0}",
    "everything": "*,::before{top:0}",
    "state": ":root,p:hover,p::after,:focus-visible{top:0}",
    "attribute": '[hidden],p[data-x="gone"]{top:0}',
    "not": "p:not(.gone){top:0}",
    "is": ":is(.gone,em) p{top:0}",
    "has": "main:has(.gone,#gone) p{top:0}",
    "element of a script": "button{top:0}",
    "class of a script": ".mf-drawn{top:0}",
    "medium": "@media print{p{top:0}}",
    "feature": "@supports (top:0){p{top:0}}",
    "layers": "@layer a,b;p{top:0}",
    "layer": "@layer a{p{top:0}}",
    "typeface": '@font-face{font-family:Gone;src:url("fonts/gone.woff2")}',
    "paper": '@page gone{size:A4;@bottom-left{content:"Gone"}}',
    "movement": "@keyframes gone{from{top:0}50%{top:1px}}",
    "rules within": "main:has(.gone){top:0;& :is(.gone,p){top:0}& em{top:0}}",
    "medium within a rule": "p{top:0;@media print{top:1px}}",
    "sum": "p{top:calc(1px + 2px)}",
    "words": 'p::before{content:"a  b , c"}',
}


@pytest.mark.parametrize("css", GO.values(), ids=GO.keys())
def test_what_no_page_needs_goes(css: str) -> None:
    """A reader does not wait for a rule that can match nothing on any page."""
    assert shrink(css, USED) == ""


@pytest.mark.parametrize("css", STAY.values(), ids=STAY.keys())
def test_what_may_be_needed_stays(css: str) -> None:
    """What can match on some page, what a script may draw, and what is in doubt stays to the letter."""
    assert shrink(css, USED) == css


@pytest.mark.parametrize(
    ("css", "left"),
    [
        (".gone, p, em, li {top:0}", "p,li{top:0}"),
        ("p:is(em, .gone), .gone:is(p, li), li {top:0}", "p:is(em,.gone),li{top:0}"),
        ("@media print {.gone {top:0} p {top:0}}", "@media print{p{top:0}}"),
        ("@media print {@supports (top:0) {em {top:0} p {top:0}}}", "@media print{@supports (top:0){p{top:0}}}"),
        ("p {top:0} em {top:0} li {top:0}", "p{top:0}li{top:0}"),
        ("p {\n  top: 0; /* Words */\n  left: 0;\n}\n", "p{top:0;left:0}"),
    ],
    ids=["list", "list with brackets", "medium", "feature within a medium", "rule between rules", "white space"],
)
def test_the_rest_stays_when_a_part_goes(css: str, left: str) -> None:
    """What is dropped takes nothing with it, and the order of what is left is the same."""
    assert shrink(css, USED) == left


def test_names_come_from_every_page_and_script() -> None:
    """Elements, each of several classes, ids and the words of scripts count; words and other attributes do not."""
    pages = ['<p class="one two"><h2 id="three">', '<a href="four" title="five">six</a>']
    found = names_used(map(html_tree.read_part, pages), ['x.className = "mf-seven";'])
    assert found == {"html", "body", "article", "p", "one", "two", "h2", "three", "a", "x", "className", "mf-seven"}


def test_addresses_are_found_in_every_way_of_writing() -> None:
    """A file that a stylesheet asks for goes into a zip with it; words and comments are no files."""
    face = '@font-face{src:url("a.woff2") format("woff2"),url(b.woff2)}'
    css = face + '@media print{p{background:url(c.svg)}}p::before{content:"url(d)"}'
    assert addresses(css) == ["a.woff2", "b.woff2", "c.svg"]
