"""Prose holds a small set of Markdown; what is outside it is told to the letter."""

import pytest
from markdown_it.tree import SyntaxTreeNode

from build_scripts.content.fields import Prose, Reference
from build_scripts.content.problems import Location
from build_scripts.content.prose import (
    check,
    component_of,
    first_sentence,
    headings,
    parse,
    reference_of,
    references,
    slug,
    split_sentences,
    text_runs,
    to_text,
    words_for_links,
)

KINDS = {"section", "service", "show", "term"}
START = Location("a.md", 11, 3)
"""The text of most tests begins on line 11, in column 3, as in a block of YAML."""


def prose(text: str, inline: bool = False) -> Prose:
    """Return prose that stands in a file."""
    return Prose(text, START, True, inline)


def told(text: str, inline: bool = False, by_hand: bool = False) -> list[str]:
    """Return the problems of prose by line and column, as an editor reads them."""
    return [str(problem).removeprefix("a.md:") for problem in check(prose(text, inline), KINDS, by_hand)]


def first(text: str, kind: str) -> SyntaxTreeNode:
    """Return the first node of a kind."""
    return next(node for node in parse(Prose(text)).walk() if node.type == kind)


LINES = {
    "words": "Words, *stress*, **weight** and `code`.",
    "two lines": "One line\nand another.\\\nAnd one more.",
    "typed links": "[A](term:consent), [B](section:start#a-part) and **[C](service:a-line)**.",
    "looks like more": "Ask 1. who, 2. when; 5 < 6 > 4 & a_b_c, {: #x }, [a], (b) and #4.",
}
BLOCKS = {
    "headings": "## A\n\n### B\n\n#### C\n\n## D\n\n### E",
    "lists": "- a\n- b\n  - c\n\n1. d\n2. e\n\n   f",
    "quotation": "> a\n>\n> - b",
    "code": "```text\n<b> [x](y:z)\n```",
    "table": "| a | b |\n|---|---|\n| [c](term:consent) | d |",
    "component": "[The continuum](show:continuum)",
}


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("[consent](consent)", 11),
        ("no [no](term:no) no [no](no)", 26),
        ("See [a](<b>)", 10),
        ("[tŷ 👍](no)", 8),
    ],
)
def test_a_link_is_told_at_what_it_leads_to(text: str, column: int) -> None:
    """The mark stands under what has to be changed, also where the words say the same."""
    found = check(Prose(text, Location("f"), exact=True), {"term"})
    assert found[0].location.column == column


@pytest.mark.parametrize("text", LINES.values(), ids=LINES.keys())
def test_one_paragraph_may_hold_words_and_links(text: str) -> None:
    """Everything an editor needs within a line is allowed in every text."""
    assert told(text, inline=True) == told(text) == []


@pytest.mark.parametrize("text", BLOCKS.values(), ids=BLOCKS.keys())
def test_blocks_are_allowed_where_blocks_fit(text: str) -> None:
    """Headings, lists, quotations, code and tables stand in longer texts, and on hand-written pages."""
    assert told(text) == told(text, by_hand=True) == []


@pytest.mark.parametrize("text", ["", "a\n\nb", *(BLOCKS[name] for name in BLOCKS if name != "component")])
def test_one_paragraph_is_one_paragraph(text: str) -> None:
    """A field of one line cannot grow into blocks that its template has no room for."""
    assert told(text, inline=True) == [
        "11:3: this should be one paragraph; write plain sentences without lists or headings"
    ]


HTML = "HTML such as '{}' is not allowed; {}"
GONE = "take it away, and everything up to its '>'"
BOLD = "write **words**"
OUTSIDE = (
    "stands outside the registers; "
    "take it out, or give it a file in documents/ or services/ and link to that: [words](service:id)"
)
TYPED = "is not a typed link; write one such as section:understanding or term:consent"
NEW_LIST = "a new list or quotation begins here; use the same mark as above, or put a paragraph between the two"
NO_WORDS = "this item does not begin with words; write some after its mark, and the rest below them"
CODE = "a block of code stands inside a list or quotation; put it on lines of its own, without indent"
REFUSED: dict[str, tuple[str, list[str]]] = {
    "HTML block": ("a\n\n<div>\nb\n</div>", ["13:3: " + HTML.format("<div>", GONE)]),
    "HTML comment": ("<!-- later -->", ["11:3: " + HTML.format("<!--", GONE)]),
    "HTML in a line": ("a\nb <b>c</b> d", ["12:5: " + HTML.format("<b>", BOLD)]),
    "end of HTML": ("a </b> c", ["11:5: " + HTML.format("</b>", BOLD)]),
    "HTML twice": ("<b>a</b> and <b>c</b>", [f"11:{column}: " + HTML.format("<b>", BOLD) for column in (3, 16)]),
    "break as HTML": ("a<br>b", ["11:4: " + HTML.format("<br>", "take it away; an empty line begins a new paragraph")]),
    "ruled line": ("a\n\n***\n\nb", ["13:3: a ruled line is not allowed; use a heading"]),
    "indented": ("a\n\n    b", ["13:3: this line is indented by four spaces or more; take the extra spaces away"]),
    "image": ("a ![b](c.png)", ["11:5: an image is not allowed here; describe it in words"]),
    "image without words": (
        "a\n![]( c.png)",
        ["12:3: this image has no alternative text; say in the brackets what it shows"],
    ),
    "list from 3": ("a\n\n3. b\n4. c", ["13:3: this list begins with 3; begin numbered lists with 1"]),
    "two lists": ("- a\n- b\n* c", [f"13:3: {NEW_LIST}"]),
    "two numbered lists": ("1. a\n1) b", [f"12:3: {NEW_LIST}"]),
    "two quotations": ("> a\n\n> b", [f"13:3: {NEW_LIST}"]),
    "empty item": ("- a\n-\n- b", ["12:3: there are no words after this mark; write some, or take the mark away"]),
    "empty quotation": (">", ["11:3: there are no words after this mark; write some, or take the mark away"]),
    "item of a list": ("- a\n- - b", [f"12:3: {NO_WORDS}"]),
    "item of a quotation": ("1. > a", [f"11:3: {NO_WORDS}"]),
    "code in a list": ("- a\n  ```\n  b\n  ```", [f"12:3: {CODE}"]),
    "code in a quotation": ("> a\n> ```\n> b\n> ```", [f"12:3: {CODE}"]),
    "empty code": ("```\n\n```", ["11:3: this block of code is empty; write the code, or take the block away"]),
    "table without rows": (
        "a\n\n| b | c |\n|---|---|",
        ["13:3: this table has no rows; write a row below the line of hyphens"],
    ),
    "main heading": ("# A", ["11:3: the page already has its main heading, from 'title'; begin headings with '## '"]),
    "underlined heading": (
        "A\n===",
        ["11:3: the page already has its main heading, from 'title'; begin headings with '## '"],
    ),
    "level 2 skipped": ("### A", ["11:3: heading level 2 is skipped; write ## here"]),
    "level 3 skipped": ("## A\n\n#### B", ["13:3: heading level 3 is skipped; write ### here"]),
    "headings alike": (
        "## One *thing*\n\n### a\n\n## One: thing!",
        ["15:3: this heading has the same address as the one on line 11; word one of them differently"],
    ),
    "heading without letters": ("## …?", ["11:3: this heading has no letter or digit to link to; write it in words"]),
    "heading in a list": (
        "- a\n\n  ## B",
        ["13:3: a heading stands inside a list or quotation; put it on a line of its own"],
    ),
    "heading as an item": (
        "- ## B",
        ["11:3: a heading stands inside a list or quotation; put it on a line of its own"],
    ),
    "tabs": ("a\n- b\tc\n\td\te", ["12:6: a tab is used; use spaces", "13:3: a tab is used; use spaces"]),
    "web address": ("a [b](https://example.org/)", [f"11:9: 'https://example.org/' {OUTSIDE}"]),
    "old web address": ("a [b](http://example.org/)", [f"11:9: 'http://example.org/' {OUTSIDE}"]),
    "bare web address": ("a <https://example.org/>", [f"11:6: 'https://example.org/' {OUTSIDE}"]),
    "email": ("a\n[b](mailto:c@example.org)", [f"12:7: 'mailto:c@example.org' {OUTSIDE}"]),
    "phone": ("[a](tel:0800)", [f"11:7: 'tel:0800' {OUTSIDE}"]),
    "file": ("[a](../b.md)", [f"11:7: '../b.md' {TYPED}"]),
    "anchor": ("[a](#b)", [f"11:7: '#b' {TYPED}"]),
    "capital": ("[a](Term:consent)", [f"11:7: 'Term:consent' {TYPED}"]),
    "nowhere": (
        "[a]() [b](#)",
        [
            "11:6: '' leads nowhere; write where the link goes, such as term:consent",
            "11:13: '#' leads nowhere; write where the link goes, such as term:consent",
        ],
    ),
    "no such kind": ("[a](trem:consent)", ["11:7: 'trem:' is not a kind of link; did you mean 'term'?"]),
    "no kind near": ("[a](news:b)", ["11:7: 'news:' is not a kind of link; use one of: section, service, show, term"]),
    "no id": ("[a](term:Con_sent)", ["11:7: 'term:Con_sent' is not a reference; write term: and an id"]),
    "no words": ("a [](term:no)", ["11:8: the link to 'term:no' has no words; write words between the brackets"]),
    "space in a link": (
        "a [b] (term:no)",
        ["11:10: 'term:no' is not a whole link; write [words](term:no), with all brackets and no space"],
    ),
    "space in a target": (
        "*a* [b](term: no)",
        ["11:9: '](' is not a whole link; write [words](kind:id), with all brackets and no space"],
    ),
    "script": (
        "[a](javascript:b)",
        ["11:5: '](' is not a whole link; write [words](kind:id), with all brackets and no space"],
    ),
    "half a link": (
        "a [b](term:no",
        ["11:9: 'term:no' is not a whole link; write [words](term:no), with all brackets and no space"],
    ),
}


@pytest.mark.parametrize(("text", "problems"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_not_allowed_is_told_at_its_place(text: str, problems: list[str]) -> None:
    """Each slip gives its own line, at the place where the editor must change it."""
    assert told(text) == problems


def test_the_same_target_twice_is_told_at_both_places() -> None:
    """The second of two like mistakes is not pointed at the first."""
    places = [line.split(": ")[0] for line in told("[a](x:y) and [b](x:y)\nand [c](x:y)")]
    assert places == ["11:7", "11:20", "12:11"]


def test_targets_are_found_across_blocks_in_the_order_of_the_text() -> None:
    """A place never lies in an earlier block that happens to hold the same words."""
    text = "x:y in words\n\n- [a](x:y)\n\n| b |\n|---|\n| [c](x:y) |\n\n> [d](x:y)"
    assert [line.split(": ")[0] for line in told(text)] == ["13:9", "17:9", "19:9"]


def test_prose_of_unknown_columns_is_told_at_its_start() -> None:
    """Folded text cannot be counted in, so its beginning is named."""
    folded = Prose("a b\nc <b>d</b>", START)
    assert [str(problem.location) for problem in check(folded, KINDS)] == ["a.md:11:3"]


@pytest.mark.parametrize(
    "text",
    [
        "[a](https://example.org/x_y?z=1)",
        "<http://example.org>",
        "[a](mailto:b@example.org)",
        "[a](../b.md#c)",
        "[a](#b)",
        "![A chart](a.png)",
    ],
)
def test_hand_written_pages_may_link_to_anything_that_exists(text: str) -> None:
    """Pages for maintainers name files, web pages and pictures, which no register holds."""
    assert told(text, by_hand=True) == []
    assert check(prose(text), KINDS) != []


@pytest.mark.parametrize(
    "name", ["HTML block", "image without words", "nowhere", "no such kind", "no id", "no words", "half a link", "tabs"]
)
def test_hand_written_pages_keep_all_other_rules(name: str) -> None:
    """What would break on the page is refused there too."""
    text, problems = REFUSED[name]
    assert told(text, by_hand=True) == problems


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("What the behaviour is", "what-the-behaviour-is"),
        ("Don't panic: ask!", "dont-panic-ask"),
        ("  Café & tŷ – 2019  ", "cafe-ty-2019"),
        ("A/B  (c_d)", "a-b-c-d"),
        ("1. First", "1-first"),
        ("你好", ""),
    ],
)
def test_slug_is_a_plain_address(text: str, address: str) -> None:
    """Addresses hold lower-case letters, digits and single hyphens, so that they can be printed and typed."""
    assert slug(text) == address


def test_curly_apostrophe_makes_the_same_address_as_a_straight_one() -> None:
    """Which apostrophe the editor's keyboard gives does not change links."""
    assert slug("Don’t panic") == slug("Don't panic")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a *b **c*** `d` [e `f`](term:no)", "a b c d e f"),
        ("a\nb\\\nc", "a b c"),
        ("a\n\nb", "a b"),
        ("## A\n\n- b\n- *c*\n\n> d", "A b c d"),
        ("| a | b |\n|---|---|\n| c | d |", "a b c d"),
        ("1986\\. *a* &amp; b &lt; c", "1986. a & b < c"),
        ("a\n\n```\nb\n```\n\nc", "a b\n c"),
        ("", ""),
    ],
)
def test_plain_gives_the_words_alone(text: str, words: str) -> None:
    """Descriptions, search and addresses hold what a reader would say aloud, without marks."""
    assert to_text(parse(Prose(text))) == words


def test_headings_come_with_level_address_and_words() -> None:
    """Contents lists and links to parts of a page are made from them."""
    text = "## A *b*\n\nwords\n\n### `C`: [d](term:no)\n\nE\n---"
    assert headings(Prose(text)) == [(2, "a-b", "A b"), (3, "c-d", "C: d"), (2, "e", "E")]


@pytest.mark.parametrize(
    ("href", "reference"),
    [
        ("term:consent", Reference("term", "consent")),
        ("section:start#a-part", Reference("section", "start", "a-part")),
        ("service:999", Reference("service", "999")),
        ("term:", None),
        ("term:Consent", None),
        ("term:con_sent", None),
        ("term:-consent", None),
        ("term:consent#", None),
        ("term:consent/", None),
        ("https://example.org", None),
        ("consent", None),
    ],
)
def test_reference_of_reads_typed_links_only(href: str, reference: Reference | None) -> None:
    """Only a kind and an id in small letters, with or without a part, make a typed link."""
    assert reference_of(href) == reference


def test_references_come_in_order_with_their_places() -> None:
    """Each typed link can be checked and told where it stands; other links are not references."""
    text = "[a](term:no) *[b](section:start#x)*\n\n- [c](https://example.org) [d](term:no)"
    found = list(references(prose(text)))
    assert [str(reference) for reference in found] == ["term:no", "section:start#x", "term:no"]
    assert [str(reference.location) for reference in found] == ["a.md:11:7", "a.md:11:21", "a.md:13:34"]


def test_component_stands_alone_in_its_paragraph() -> None:
    """A ``show:`` link on its own is a component with a caption, taken as plain words."""
    assert component_of(first("[The *continuum*](show:continuum)", "paragraph")) == (
        Reference("show", "continuum"),
        "The continuum",
    )


@pytest.mark.parametrize(
    "text", ["See [a](show:continuum)", "[a](show:continuum).", "[a](term:no)", "words", "*[a](show:continuum)*"]
)
def test_anything_else_is_no_component(text: str) -> None:
    """A link within words stays a link, and a link of another kind stays a link."""
    assert component_of(first(text, "paragraph")) is None


def test_heading_is_no_component() -> None:
    """Only paragraphs turn into components."""
    assert component_of(first("## [a](show:continuum)", "heading")) is None


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("- a\n- b", 0),
        ("- a\n  - b\n  - c\n- d", 0),
        ("- a\n\n- b", 2),
        ("- a\n  - b\n\n  - c\n- d", 4),
        ("- a\n  > q\n- b", 3),
        ("- a\n\n  - b\n  - c\n- d", 2),
        ("- a\n  | b |\n  |---|\n  | c |\n- d", 2),
        ("- a\n  - b\n  1. c\n- d", 2),
    ],
    ids=["close", "close within close", "parted", "parted within", "quotation", "close within parted", "table", "two"],
)
def test_list_is_close_only_when_it_holds_words_and_close_lists(text: str, paragraphs: int) -> None:
    """Every format sets the items of a list alike: close together, or as paragraphs when anything needs room."""
    nodes = [node for node in parse(Prose(text)).walk() if node.type == "paragraph" and not node.hidden]
    assert len(nodes) == paragraphs


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("One.", "One."),
        ("One. Two.", "One."),
        ("One?\nTwo.", "One?"),
        ("It says 1.5 of them. Two.", "It says 1.5 of them."),
        ("**One.** Two.", "**One.**"),
        ('"One." Two.', '"One."'),
        ("See [a. B](term:no). [Two](term:no).", "See [a. B](term:no)."),
        ("one, e.g. two", "one, e.g. two"),
        ("No end", "No end"),
    ],
)
def test_first_sentence_is_cut_as_it_is_written(text: str, sentence: str) -> None:
    """A slide can show the first sentence alone, with its links and marks whole."""
    assert first_sentence(Prose(text)).text == sentence


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ('She said "Stop." Then we left.', ['She said "Stop."', "Then we left."]),
        ("Wait… Then call 999. 5 people came.", ["Wait…", "Then call 999.", "5 people came."]),
        ("Boards, e.g. this one, stay whole.", ["Boards, e.g. this one, stay whole."]),
    ],
)
def test_a_text_is_parted_where_sentences_end(text: str, sentences: list[str]) -> None:
    """Checks, easy-read lines, slides and first sentences part a text at the same places and lose no sign."""
    assert split_sentences(text) == sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tell [your *own* lead](local:dsl-name).", "Tell Ada."),
        (
            "Ask [a](term:consent) and\n[the\nlead](local:dsl-name) or [b](local:dsl-name)",
            "Ask [a](term:consent) and\nAda or Ada",
        ),
        ("- One [x](local:dsl-name)\n- [page](other.md), `[x]`", "- One Ada\n- [page](other.md), `[x]`"),
        ("No link [at all], and \\[none](local:dsl-name)", "No link [at all], and \\[none](local:dsl-name)"),
    ],
    ids=["marked words", "among others", "in a list", "none"],
)
def test_links_give_way_to_words(text: str, expected: str) -> None:
    """A file that no script fills in says what a school gave; other links and other words stay."""
    given = words_for_links(prose(text), lambda reference, _: "Ada" if reference.kind == "local" else None)
    assert given.text == expected


def test_mark_of_a_source_is_no_part_of_the_sentence() -> None:
    """Reading age, search and paper without links take the sentence as a reader hears it."""
    marked = prose("Ask the police. [source](document:act)")
    assert check(marked, KINDS | {"document"}) == []
    assert to_text(parse(marked)).strip() == "Ask the police."
    assert "".join(words for words, _, _ in text_runs(parse(marked))).strip() == "Ask the police."


@pytest.mark.parametrize("text", ["*" * 4000 + "a" + "*" * 4000, "*a " * 3000 + "b*" * 3000, "[" * 3000 + "](" * 3000])
def test_signs_within_signs_are_told_and_walked_through(text: str) -> None:
    """A page of stars is a mistake of the content, and stops no program."""
    prose = Prose(text, Location("a.md"), exact=True)
    assert "a" in to_text(parse(prose)) or "[" in to_text(parse(prose))
    assert check(prose, {"term"}) != []
