"""Prose as Markdown is read by Python-Markdown just as the prose itself was read."""

from __future__ import annotations

import re
from itertools import product

import pytest

from build_scripts.content.fields import Prose
from build_scripts.content.prose import check
from build_scripts.formats.markdown import Context, escape_text, render
from tests.formats.both_ways import address, normal, python_markdown, same_html
from tests.formats.golden_cases import Case, cases


@pytest.mark.parametrize("case", cases("markdown.txt"), ids=str)
def test_golden_cases(case: Case) -> None:
    """Each kind of node comes out as the golden file says, to the letter."""
    assert render(Prose(case.source), Context(address)) == case.wanted, f"see {case.place}"


@pytest.mark.parametrize("case", [*cases("markdown.txt"), *cases("html.txt")], ids=str)
def test_golden_cases_are_read_alike(case: Case) -> None:
    """What the golden files show is also what the site shows."""
    direct, through_markdown = same_html(Prose(case.source))
    assert through_markdown == direct, f"see {case.place}"


def test_component_is_drawn_from_its_caption() -> None:
    """A ``show:`` link on its own gives way to the component; the words around it stay."""
    context = Context(address, {"continuum": lambda caption: f"<table>\n{caption}\n</table>"})
    drawn = render(Prose("Before.\n\n[The *levels*](show:continuum)\n\nAfter."), context)
    assert drawn == "Before.\n\n<table>\nThe levels\n</table>\n\nAfter."


def told(text: str) -> list[str]:
    """Return what is wrong with prose, as for a hand-written page, which may hold the most."""
    return [problem.message for problem in check(Prose(text), {"term"}, by_hand=True)]


WORDS = [
    *("*", "**", "* a *", "*a*", "_", "__init__", "a_b_c", "_a_", "***", "- - -", "___"),
    *("`", "``", "`a`", "[a]", "[a](b)", "![a](b)", "[a]: b", "[a][b]", "]", "a](b", "!", "Stop!", "[^1]: a"),
    *("{", "{: #id }", "{: .a b=c }", "a {: #id }", "{x}", "}", "<", "<b>", "</div>", "<!-- a -->", "<a@b.org>"),
    *("&", "&amp;", "&amp;amp;", "&copy;", "&#65;", "AT&T", "5 < 6 > 4", "|", "| a | b |", "|---|", "a | b"),
    *("#", "# a", "## a ##", "C#", "#4", "> a", ">", "- a", "+ a", "-", "+", "* a", "1. a", "1986. A year", "1) a"),
    *("12.", "007. Bond", "1.", "===", "---", "--", "=", "~~~", "~~a~~", "``` a", ": a", "a: b", ":::", "!!! note"),
    *("\\", "\\\\", "\\*", "a\\", "\\[a\\]", "wzxhzdk:0", "klzzwxh:0000", "*[a]: b", "http://example.org/a_b"),
    *("\"a\" 'b' “c” ‘d’", "a--b...c", "$a$", "100%", "@a", "^a^", "a\u00a0b", "\u00a0a", "👍 tŷ", "[ ] a", "(a)"),
]
"""Words that one of the two parsers might take for marks."""

PLACES = {
    "paragraph": "{}",
    "within a paragraph": "Words {} words.",
    "after a break": "Words\\\n{}",
    "emphasis": "Words *{}* words",
    "strong in emphasis": "*a **{}** b*",
    "link": "[{}](term:consent)!",
    "heading": "## {}\n\nWords",
    "end of a heading": "## Words {}",
    "item": "- {}\n- b",
    "parted item": "1. a\n\n   {}\n2. b",
    "item of an item": "- a\n  - {}\n- b",
    "quotation": "> {}\n>\n> - {}",
    "cell": "| a | {} |\n|---|---|\n| {} | *{}* |",
    "picture": "![a {}](b.png)",
}


SIGN = re.compile(r"[!-/:-@\[-`{-~]")


@pytest.mark.parametrize("words", WORDS)
def test_any_words_come_out_as_written_in_any_place(words: str) -> None:
    """No word an editor writes is taken for a mark by one parser and for a word by the other."""
    surely = SIGN.sub(lambda sign: f"\\{sign[0]}", words).replace("\u00a0", "&nbsp;")
    both = {place: same_html(Prose(text.replace("{}", surely))) for place, text in PLACES.items()}
    assert {place: through for place, (direct, through) in both.items() if through != direct} == {}
    assert [place for place, (direct, _) in both.items() if words not in direct] == []


MARKS = [
    *("*a* b *c*", "*a*, **b**; *c*.", "(*a*) “**b**” *c*—d", "a*b*c **d**e", "*a **b** c*", "**a *b* c**", "***a***"),
    *("***a** b*", "***a* b**", "**a***b*", "*a***b**", "*a*_b_", "**a**__b__", "*a*_b_*c*", "*a\nb*", "*a\\\nb*"),
    *("_a_ *b_c* __d__e_f", "*a `*` b*", "**[a](term:b)**", "[*a* **b** `c`](term:d)", "*[a *b*](term:c)*"),
    *("`a`", "`` ` ``", "`` a`b ``", "``` a``b ```", "`a|b`", "`<b>&amp;`", "`{: #a }`", "`\\`", "\\`a`", "\\\\`a`"),
    *("`*a*`*b*", "*a*`b`", "[`]`](term:a)", "` a `", "`a\nb`", "!`a`", "Stop\\![a](term:b)", "!\\[a](b)"),
    *("[a](term:b)[c](term:d)", "[a](term:b){: #c }", "*a*{: .b }", "`a`{: .b }", "a\\\n{: #b }", "[a](term:b#c)"),
    *("[a](b.md)", "[a](b_c*d*.md)", "[a](b(c).md)", "[a](<b)c.md>)", "[a](<b c.md>)", "[a](b?c=d&e=f#g)"),
    *("<https://a.org/b_c>", "<a@b.org>", "![a](b.png)", '![a *b* & "c"](d_e.png)', "[![a](b.png)](c.md)"),
    *("a\\\nb", "a  \nb", "a\\\n1. b", "a\\\n# b", "a\\\n- b\\\n> c", "\\\na", "a\nb\nc", "&amp; &lt; &copy; &#35;"),
]
"""What stands within a line."""

BLOCKS = [
    *("## a\n\n### b {: #c }", "## *a* `b` [c](term:d)", "a\nb\n---", "## a ##", "## 1. a"),
    *("a\n- b\n- c", "a\n1. b\n2. c", "- a\nb", "- a\n\nb", "1. a\n1. b", "1) a\n2) b"),
    *("- a\n  - b\n    - c\n      - d\n- e", "1. a\n   1. b\n      - c\n2. d", "- a\n  1. b\n\n- c"),
    *(
        "- a\n\n- b",
        "- a\n\n  b\n- c",
        "- a\n  - b\n\n  - c\n- d",
        "- a\n  - b\n\n    c\n- d",
        "1. a\n\n   - b\n\n     c",
    ),
    *("- a\n  > b\n- c", "- a\n\n  > b\n  >\n  > c", "- a\n  | b |\n  |---|\n  | c |", "- a\n  - b\n\n  c\n- d"),
    *("- a\n\n1. b\n\n- c", "- a\n  - b\n\n  1. c", "1. a\n2. b\n\na\n\n1. c", "- **a.** b\n  c\n\n  d\n- e"),
    *(
        "> a\n> b\n>\n> c",
        "> - a\n>   - b\n>\n> 1. c",
        "> > a\n>\n> b",
        "> ## a",
        "> | a |\n> |---|\n> | b |",
        "> a\nb",
    ),
    *(
        "```\na\n```",
        "```yaml\na:\n\n  - <b>\n```",
        "````\n```\n````",
        "~~~\n*a*\n{: #b }\n~~~",
        "```\n\n a\n```\n```\nb\n```",
    ),
    *(
        "a | b\n--- | ---\nc | d",
        "| a |\n|---|\n| b |",
        "| a | b |\n|:-:|--:|\n| c |",
        "| *a* | `b\\|c` |\n|---|---|\n| \\| | |",
    ),
    *("a\n| b | c |\n|---|---|\n| d | e |", "| a |\n|---|\n| b |\n\n| c |\n|---|\n| d |"),
    "\n".join(f"{number}. a\n\n   b" for number in range(1, 102)),
]
"""What stands on lines of its own."""


@pytest.mark.parametrize("text", [*MARKS, *BLOCKS])
def test_both_parsers_read_alike(text: str) -> None:
    """Whatever the check lets through looks the same on the site as in every other format."""
    direct, through_markdown = same_html(Prose(text))
    assert through_markdown == direct


@pytest.mark.parametrize("text", MARKS)
def test_both_parsers_read_alike_in_a_list_a_cell_and_a_heading(text: str) -> None:
    """Marks within a line are read the same wherever the line stands."""
    line = text.replace("\\\n", " ").replace("\n", " ").strip()
    cell = line.replace("|", "\\|")
    whole = f"## {line}\n\n- {line}\n  - b\n\n> {line}\n\n| {cell} | b |\n|---|---|\n| {cell} | c |"
    direct, through_markdown = same_html(Prose(whole))
    assert through_markdown == direct


PARTS = ["a", "- b\n- c", "1. d\n2. e", "- f\n\n- g", "- h\n  - i", "> j", "| k |\n|---|\n| l |", "## m", "```\nn\n```"]
AROUND = {
    "alone": ("", ""),
    "in an item": ("- o\n\n", "  "),
    "in an item of an item": ("- p\n  1. q\n\n", "     "),
    "in a quotation": ("> r\n>\n", "> "),
}


def _pairs(lead: str, indent: str) -> list[str]:
    """Return every two blocks, one after the other, that the check lets stand there."""
    pairs = (f"{first}\n\n{second}".split("\n") for first, second in product(PARTS, PARTS))
    texts = [lead + "\n".join((indent + line).rstrip() for line in lines) for lines in pairs]
    return [text for text in texts if not told(text)]


@pytest.mark.parametrize(("lead", "indent"), AROUND.values(), ids=AROUND.keys())
def test_any_two_blocks_are_read_alike_one_after_the_other(lead: str, indent: str) -> None:
    """No block runs into the next, wherever the two stand."""
    pairs = _pairs(lead, indent)
    assert len(pairs) >= 30
    wrong = [text for text in pairs for direct, through in [same_html(Prose(text))] if through != direct]
    assert wrong == []


REFUSED = {
    "two lists": "- a\n\n* b",
    "two quotations": "> a\n\n> b",
    "an empty item": "- a\n-\n- b",
    "an item of a list": "- - a\n\n    b\n- 1. c",
    "an item of a quotation": "- > a\n  >\n  > b",
    "code in a list": "- a\n\n  ```\n  b\n  ```",
    "code in a quotation": "> ```\n> a\n> ```",
    "a table without rows": "| a |\n|---|",
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED.keys())
def test_what_is_read_otherwise_is_refused(text: str) -> None:
    """An editor is told of what the site would show otherwise; when it no longer would, the rule can go."""
    direct, through_markdown = same_html(Prose(text))
    assert through_markdown != direct
    assert len(set(told(text))) == 1


def test_template_words_are_escaped_like_prose() -> None:
    """A title or term that a template writes into Markdown shows its very letters, with no mark read in."""
    title = "1. A_b* [c](d) #4 & <e> | {: #f } !"
    assert normal(python_markdown().reset().convert(escape_text(title))) == normal(
        "<p>1. A_b* [c](d) #4 &amp; &lt;e> | {: #f } !</p>"
    )


def test_a_given_detail_stands_as_text() -> None:
    """A value given at build time takes the place of the words, and Python-Markdown reads no mark in it."""
    drawn = render(Prose("Tell [the lead](local:dsl-name)."), Context(lambda _: "Ms *S_h_ah* <b> & [a](b)"))
    assert normal(python_markdown().reset().convert(drawn)) == normal(
        '<p>Tell <span data-local="dsl-name">Ms *S_h_ah* &lt;b&gt; &amp; [a](b)</span>.</p>'
    )
