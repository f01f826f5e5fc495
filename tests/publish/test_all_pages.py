"""What readers must find on each kind of page."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from build_scripts.pages.page_context import pages_of
from tests.conftest import Change
from tests.folders import opened, write
from tests.site.pages import VOID

START, SHARING, FAQ = "guidance/start.md", "behaviours/sharing.md", "faq/what-then.md"
ALL_IN_ONE = "reference/all-in-one.md"
ARTICLES = [START, SHARING, FAQ]
SERVICES = "content_data/services/a-line.yml"
MARK = "not yet confirmed on the owner's own page"
ICON = re.compile(r"<svg class=\"mf-icon\".*?</svg>")
SAFETY = '<h2 id="first">Before anything else</h2>\n<ul>\n<li>Keep everyone safe first.</li>\n</ul>'


def pages(root: Path) -> dict[str, str]:
    """Return the text of every page of a project without problems."""
    return {page.src_uri: page.text for page in opened(root).files}


def without_icons(text: str) -> str:
    """Return a text as somebody hears it who does not see its drawings."""
    return ICON.sub("", text)


def in_order(text: str, *parts: str) -> bool:
    """Tell whether the parts stand in a text, one after another."""
    return re.search(".*".join(map(re.escape, parts)), text, re.DOTALL) is not None


def test_every_page_is_made_and_leads_back_to_its_source(small: Path) -> None:
    """No page is missing, and each is changed where its record says."""
    made = {page.src_uri: str(page.source) for page in opened(small).files}
    assert made == {
        "index.md": "content_data/site.yml:1:1",
        "behaviours/index.md": "content_data/pages.yml:2:5",
        "faq/index.md": "content_data/pages.yml:8:5",
        "reference/glossary.md": "content_data/pages.yml:14:5",
        "reference/documents.md": "content_data/pages.yml:20:5",
        "reference/corrections.md": "content_data/pages.yml:44:5",
        "reference/services.md": "content_data/pages.yml:26:5",
        "reference/what-has-changed.md": "content_data/pages.yml:38:5",
        "reference/words-to-use.md": "content_data/pages.yml:50:5",
        "reference/figures.md": "content_data/pages.yml:32:5",
        "reference/a-to-z.md": "content_data/pages.yml:56:5",
        "search.md": "content_data/pages.yml:68:5",
        "reference/advice.md": "content_data/pages.yml:73:5",
        "setup.md": "content_data/pages.yml:79:5",
        "reference/all-in-one.md": "content_data/pages.yml:121:5",
        "intranet/put-this-on-your-intranet.md": "content_data/pages.yml:103:5",
        "intranet/self-test.md": "content_data/pages.yml:109:5",
        "reference/this-release.md": "content_data/pages.yml:115:5",
        "reference/accessibility.md": "content_data/statement.yml:1:1",
        "guidance/start.md": "content_data/guidance/start.md:2:1",
        "behaviours/sharing.md": "content_data/behaviours/sharing.md:2:1",
        "faq/what-then.md": "content_data/faq/what-then.md:2:1",
        "forms/index.md": "content_data/pages.yml:62:5",
        "forms/note.md": "content_data/forms/note.yml:1:1",
        "forms/examples/sharing.md": "content_data/examples/sharing.yml:1:1",
        "sessions/index.md": "content_data/pages.yml:85:5",
        "sessions/builder.md": "content_data/pages.yml:91:5",
        "sessions/all-slides.md": "content_data/pages.yml:98:5",
        "sessions/short.md": "content_data/sessions/short.yml:1:1",
        "sessions/short-papers.md": "content_data/sessions/short.yml:1:1",
        "sessions/short-slides.md": "content_data/sessions/short.yml:1:1",
        "help.md": "content_data/help/help.yml:1:1",
        "help/help-one-file.md": "content_data/help/help.yml:1:1",
        "plain.md": "content_data/decoy-page.yml:1:1",
        "maintainers/notes.md": "docs/maintainers/notes.md:2:1",
    }


class Whole(HTMLParser):
    """Refuses tags that are not closed in their turn, and collects ids and what refers to them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open, self.ids, self.named = list[str](), set[str](), set[str]()
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element, unless it is one that holds nothing."""
        self.open += [tag] if tag not in VOID else []
        given = {name: value or "" for name, value in attrs}
        self.ids |= {given["id"]} if "id" in given else set()
        self.named |= set(given.get("aria-labelledby", "").split())

    def handle_endtag(self, tag: str) -> None:
        """Close the element that was opened last."""
        assert self.open.pop() == tag


def test_the_html_of_every_page_is_whole(small: Path, change: Change) -> None:
    """Each section is closed, has the name it refers to, and no part of a page swallows the next."""
    shown = "".join(f"[Words](show:{name})\n\n" for name in ("continuum", "statistics", "behaviours"))
    change(f"content_data/{START}", "## A part\n", f"{shown}## A part\n")
    change(
        f"content_data/{START}",
        "order: 10",
        "order: 10\naction_page: true\nstatistics: [a-figure]\nnext: [faq:what-then]",
    )
    for name, text in pages(small).items():
        whole = Whole(text)
        assert (name, whole.open, whole.named - whole.ids) == (name, [], set())


def test_readers_and_menus_are_known(small: Path, change: Change) -> None:
    """What is written for whom can be told from the pages, and a short menu name is used."""
    change(f"content_data/{FAQ}", "title: What then?", "title: What then?\nmenu_title: Then\naudience: parents")
    made = {page.src_uri: (page.menu, page.audience, page.group) for page in opened(small).files}
    assert made["index.md"] == ("Home", "staff", None)
    assert made[START] == ("Start", "staff", "understand")
    assert made[SHARING] == ("Sharing", "staff", "behaviours")
    assert made[FAQ] == ("Then", "parents", "questions")
    assert made["reference/glossary.md"] == ("Glossary", "staff", "reference")
    assert made["help.md"] == ("Help", "young-person", None)
    assert made["maintainers/notes.md"] == ("Notes", "maintainer", None)


def test_home_says_what_the_site_does_and_does_not(small: Path) -> None:
    """A reader sees what it is for, where to begin and what it cannot do."""
    task = '<li><a href="guidance/start.html">I want to read</a><p>Start here.</p></li>'
    headings = ('<h2 id="what-to-do">What to do</h2>', "## What this site does not do {: #limits }")
    parts = ("# Small\n", "A small project for tests.", headings[0], task, headings[1], "It does nothing else.")
    assert in_order(without_icons(pages(small)["index.md"]), *parts)


def test_tasks_that_come_first_stand_out(small: Path, change: Change) -> None:
    """Somebody in a hurry sees at once where to begin, and all other groups stand back."""
    later = "  - title: Later\n    tasks: [{title: Look, text: Look., to: page:figures, icon: book}]\n"
    change("content_data/site.yml", "  - title: What to do\n", f"{later}  - title: What to do\n    urgent: yes\n")
    lists = re.findall(r'<h2 id="([^"]+)">[^<]+</h2>\n<ul class="([^"]+)">', pages(small)["index.md"])
    assert lists == [("later", "mf-tasks"), ("what-to-do", "mf-tasks mf-now")]


def test_drawings_say_nothing(small: Path) -> None:
    """A drawing stands beside words that say the same, so screen readers and the keyboard pass it over."""
    drawings = [drawing for text in pages(small).values() for drawing in re.findall(r"<svg[^>]*>", text)]
    assert drawings
    hidden = ('aria-hidden="true"', 'focusable="false"')
    assert [drawing for drawing in drawings if not all(mark in drawing for mark in hidden)] == []


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_begins_with_nations_and_points(small: Path, change: Change, name: str) -> None:
    """A reader learns first where it applies, then the points, then the rest."""
    change(f"content_data/{name}", "nations: [england]", "nations: [england, northern-ireland]")
    text = pages(small)[name]
    nations = '<p class="mf-nations">Applies to: <span>England</span> <span>Northern Ireland</span></p>'
    points = '<h2 id="in-short">In short</h2>\n<ul>\n<li>First point.</li>\n<li>Second point.</li>'
    assert in_order(text, "\n# ", nations, points, "Talk to someone")


@pytest.mark.parametrize("name", ARTICLES)
def test_the_safety_block_stands_on_action_pages_only(small: Path, change: Change, name: str) -> None:
    """Before acting on an incident a reader is told to keep everyone safe; elsewhere the words keep their weight."""
    assert [page for page, text in pages(small).items() if "Before anything else" in text] == ["forms/note.md"]
    change(f"content_data/{name}", "order: 10", "order: 10\naction_page: true")
    made = pages(small)
    assert in_order(without_icons(made[name]), SAFETY, "In short", "Talk to someone")
    assert [other for other, text in made.items() if "Before anything else" in text] == [
        name,
        ALL_IN_ONE,
        "forms/note.md",
    ]


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_ends_with_somebody_to_talk_to_and_dates(small: Path, name: str) -> None:
    """No reader is left alone at the end, and each sees how old the facts are."""
    talk = '<h2 id="talk-to-someone">Talk to someone</h2>\n<ul>\n<li>Talk to somebody.</li>'
    dates = "Facts on this page last checked on 1 January 2026. To be checked again by 1 January 2027."
    assert in_order(without_icons(pages(small)[name]), dates + "</p>", talk)


@pytest.mark.parametrize(("given", "said"), [("4-5", "pages 4-5"), ("7", "page 7")])
def test_an_article_says_which_pages_it_carries_over(small: Path, change: Change, given: str, said: str) -> None:
    """Somebody who knows the 2019 guide finds what has become of a page."""
    change(f"content_data/{START}", "order: 10", f"order: 10\nsource_pages: {given}")
    assert f"1 January 2027. It carries over facts from {said} of the 2019 guide.</p>" in pages(small)[START]


def test_an_article_says_where_to_go_next(small: Path, change: Change) -> None:
    """The next steps are named by what stands there, of whatever kind."""
    links = {
        "behaviour:sharing": '<a href="../behaviours/sharing.html">Sharing</a>',
        "term:consent": '<a href="../reference/glossary.html#consent">Consent</a>',
        "service:a-line": '<a href="../reference/services.html#a-line">A line</a>',
        "statistic:a-figure": '<a href="../reference/figures.html#a-figure">about 1 in 12</a>',
        "page:questions": '<a href="../faq/index.html">Questions</a>',
        "page:help": '<a href="../help.html">Help</a>',
        "page:home": '<a href="../index.html">Small</a>',
        "page:accessibility": '<a href="../reference/accessibility.html">Accessibility</a>',
    }
    assert '<h2 id="next">' not in pages(small)[START]
    change(f"content_data/{START}", "order: 10", f"order: 10\nnext: [{', '.join(links)}]")
    items = [f"<li>{link}</li>" for link in links.values()]
    assert in_order(pages(small)[START], '<h2 id="next">Next</h2>', *items, "Talk to someone")


def test_links_in_prose_lead_to_their_places(small: Path) -> None:
    """Typed links have become links between pages."""
    made = pages(small)
    assert "[consent](../reference/glossary.md#consent) and [the line](../reference/services.md#a-line)" in made[START]
    assert "[the start](../guidance/start.md#a-part)" in made[FAQ]
    assert "[consent](../reference/glossary.md#consent) and [this page](notes.md)" in made["maintainers/notes.md"]


@pytest.mark.parametrize("name", [SHARING, "behaviours/index.md"])
def test_a_behaviour_is_told_with_definition_and_examples(small: Path, change: Change, name: str) -> None:
    """Staff recognise what they heard, by the words that young people use as well."""
    change(f"content_data/{SHARING}", "  - text: An example.", "  - text: An example.\n    also_called: [One, Two]")
    example = '<li>An example. <span class="mf-also">Also called: One, Two.</span></li>'
    heading = {SHARING: '<h3 id="examples">Examples</h3>'}.get(
        name, '<h3 id="sharing-examples">Examples of sharing</h3>'
    )
    assert in_order(pages(small)[name], "<p>Somebody shares.</p>", heading, example)


def test_a_behaviour_says_how_it_is_heard_of(small: Path) -> None:
    """What a colleague would say comes before the three parts."""
    heard = '<h2 id="heard">How you may hear of it</h2>'
    parts = ("## What the behaviour is", "## Understanding what has happened", "## Safeguarding the young person")
    assert in_order(pages(small)[SHARING], heard, "<li>Somebody shared.</li>", *parts)


@pytest.mark.parametrize(("name", "heading"), [(FAQ, "## The short answer"), ("faq/index.md", "## [What then?]")])
def test_a_question_is_answered_at_once(small: Path, name: str, heading: str) -> None:
    """The short answer stands above the long one, and in the list of questions."""
    assert in_order(pages(small)[name], heading, "\n\nThis.\n")


def test_the_lists_lead_to_the_pages(small: Path) -> None:
    """From a list a reader gets to each page."""
    made = pages(small)
    assert '<h2 id="sharing"><a href="sharing.html">Sharing</a></h2>' in made["behaviours/index.md"]
    assert "## [What then?](what-then.md) {: #what-then }" in made["faq/index.md"]


@pytest.mark.parametrize("name", ["behaviours", "questions", "glossary", "documents", "services", "figures"])
def test_a_list_stands_between_lead_and_foot(small: Path, change: Change, name: str) -> None:
    """The editor's own words stand above and below what is made from a register."""
    change("content_data/pages.yml", f"- id: {name}\n", f"- id: {name}\n    foot: These are all of them.\n")
    address = {"behaviours": "behaviours/index", "questions": "faq/index"}.get(name, f"reference/{name}")
    text = pages(small)[f"{address}.md"]
    assert f"\n# {name.capitalize()}\n" in text
    listed = re.search(r"id=\"|\{: #", text)
    assert listed is not None
    assert text.index("Here they are.") < listed.start() < text.index("These are all of them.")


def test_the_glossary_is_sorted_and_says_what_else(small: Path, change: Change) -> None:
    """A reader finds a term by the alphabet, its other names, what the 2019 guide said and where to read more."""
    third = "  - id: zeal\n    term: all\n    in_2019_guide: no\n    meaning: Everything.\n"
    more = "aliases: [Say-so]\n    guide_2019: A yes.\n    see: [section:start, term:consent]\n    "
    change("content_data/glossary.yml", "terms:\n", f"terms:\n{third}")
    change("content_data/glossary.yml", "meaning: |\n      A refusal", f"{more}meaning: |\n      A refusal")
    text = pages(small)["reference/glossary.md"]
    assert re.findall(r'<dt id="([^"]+)">([^<]+)', text) == [("zeal", "all"), ("consent", "Consent"), ("no", "No")]
    see = 'See: <a href="../guidance/start.html">Start</a>, <a href="#consent">Consent</a>.'
    assert in_order(text, "<p>A refusal.</p>", "Also: Say-so.", "In the 2019 guide: A yes.", see)


def test_a_document_says_what_stands_now(small: Path, change: Change) -> None:
    """A reader learns what has become of a document, what it means, where it is and how sure that is."""
    more = "in_force_from: 2025-09-01\nguide_2019: It was new.\nunknown: Its end.\naliases: [The study]\n"
    change("content_data/documents/a-study.yml", "means: |", f"{more}means: |")
    text = pages(small)["reference/documents.md"]
    assert in_order(text, "## Research", "### A study {: #a-study }", "<strong>Current</strong>")
    facts = {
        "Applies to": "England",
        "Issued by": "A university",
        "Also called": "The study",
        "In the 2019 guide": "It was new.",
        "What stands now": "<p>It stands.</p>\n",
        "What it means for you": "<p>Read it.</p>\n",
        "In force from": "1 September 2025",
        "Not established": "Its end.",
        "Owner's page": '<a href="https://example.org/study" rel="noreferrer">example.org/study</a>',
        "Last checked": f'1 January 2026, confidence high, evidence primary <span class="mf-mark">{MARK}</span>',
    }
    found = dict(re.findall(r"<dt>([^<]+)</dt><dd>(.*?)</dd>", text, re.DOTALL))
    assert {name: found.get(name) for name in facts} == facts


def test_documents_stand_in_the_order_of_their_force(small: Path) -> None:
    """What binds a reader stands above what advises, wherever an editor has written it."""
    text = (small / "content_data" / "documents" / "a-study.yml").read_text(encoding="utf-8")
    law = text.replace("A study", "An Act").replace("kind: research", "kind: law")
    write(small, {"content_data/documents/an-act.yml": law})
    headings = re.findall(r"^##+ (.*) \{", pages(small)["reference/documents.md"], re.MULTILINE)
    assert headings == ["Law", "An Act", "Research", "A study"]


def test_the_mark_of_a_document_goes_when_it_is_confirmed(small: Path, change: Change) -> None:
    """Once somebody has looked at the owner's page, the reader is not warned any more."""
    change("content_data/documents/a-study.yml", "confidence: high", "confidence: high\nconfirmed_on: 2026-02-03")
    assert MARK not in pages(small)["reference/documents.md"]


def test_a_figure_says_who_was_asked_and_where_it_comes_from(small: Path) -> None:
    """No figure stands without its words, its year and its source."""
    text = pages(small)["reference/figures.md"]
    figure = '<strong class="mf-number">8%</strong> <span class="mf-plain">(about 1 in 12)</span> said yes</p>'
    source = 'Asked: 100 people 2017, UK. Source: <a href="#a-survey">A survey</a>.</p>'
    assert in_order(text, "## A survey {: #a-survey }", '<li id="a-figure">', figure, source)


def test_a_survey_says_who_was_asked(small: Path, change: Change) -> None:
    """Whoever quotes a figure knows who asked whom, when and where, and what to mind."""
    change("content_data/statistics.yml", "nations: UK", "nations: UK\n    note: Mind this.\n    document: a-study")
    change(
        "content_data/statistics.yml", "confirmed: true", "confirmed: true\n    asked: 50 girls\n    note: Mind that."
    )
    text = pages(small)["reference/figures.md"]
    assert re.findall(r"<dt>([^<]+)</dt><dd>(.*?)</dd>", text) == [
        ("Carried out by", "A university"),
        ("When", "2017"),
        ("Where", "UK"),
        ("Who was asked", "100 people"),
        ("Before you quote it", "Mind this."),
        ("Report", '<a href="documents.html#a-study">A study</a>'),
        ("Last checked", "1 January 2026"),
    ]
    assert in_order(text, "Asked: 50 girls 2017, UK.", "A survey</a>. Mind that.</p>")


@pytest.mark.parametrize("confirmed", [True, False])
def test_a_figure_not_seen_in_its_report_says_so(small: Path, change: Change, confirmed: bool) -> None:
    """A reader who quotes a figure knows whether anybody has seen it at its source."""
    change("content_data/statistics.yml", "confirmed: true", f"confirmed: {confirmed}")
    assert ("We have not seen it in the report itself." in pages(small)["reference/figures.md"]) is not confirmed


def test_chosen_figures_stand_where_the_article_shows_them(small: Path, change: Change) -> None:
    """A figure on another page leads to its survey, and takes no address there."""
    change(f"content_data/{START}", "order: 10", "order: 10\nstatistics: [a-figure]")
    change(f"content_data/{START}", "## A part\n", "[What pupils say](show:statistics)\n\n## A part\n")
    text = pages(small)[START]
    source = '<a href="../reference/figures.html#a-survey">A survey</a>'
    assert in_order(text, "<figcaption>What pupils say</figcaption>", "8%", source, "## A part")
    assert 'id="a-figure"' not in text


def test_the_continuum_is_a_table_that_screen_readers_can_read(small: Path, change: Change) -> None:
    """Each level is a row with headers of its own; the elements say so, and need no roles beside."""
    change(f"content_data/{START}", "## A part\n", "[All levels](show:continuum)\n\n## A part\n")
    found = re.search(r"<table.*?</table>", pages(small)[START], re.DOTALL)
    assert found is not None
    table = found[0]
    assert '<table class="mf-continuum">\n<caption>All levels</caption>' in table
    headers = re.findall(r'<th scope="(\w+)"[^>]*>([^<]+)</th>', table)
    assert headers == [
        ("col", "Level"),
        ("col", "Features"),
        ("rowgroup", "Expected"),
        ("row", "First"),
        ("rowgroup", "Harmful"),
        ("row", "Second"),
    ]
    assert in_order(table, "First", "It is expected.", "Second", "It is harmful.")


def test_the_continuum_says_where_it_comes_from(small: Path, change: Change) -> None:
    """Below the table stand how to read it and its source."""
    change(f"content_data/{START}", "## A part\n", "[All levels](show:continuum)\n\n## A part\n")
    source = 'Source: <a href="../reference/documents.html#a-study">A study</a>. Wording ours.'
    assert in_order(pages(small)[START], "</table>", "<li>Levels are not scores.</li>", source)


def test_the_four_types_can_stand_on_a_page(small: Path, change: Change) -> None:
    """A guidance page can set out all types of behaviour with links to their pages."""
    change(f"content_data/{START}", "## A part\n", "[Types](show:behaviours)\n\n## A part\n")
    link = '<h2 id="sharing"><a href="../behaviours/sharing.html">Sharing</a></h2>'
    assert in_order(pages(small)[START], 'aria-label="Types"', link, "## A part")


def service(root: Path) -> dict[str, str]:
    """Return the facts on the card of the only service, by their names."""
    text = pages(root)["reference/services.md"]
    return dict(re.findall(r"<dt>([^<]+)</dt><dd>(.*?)</dd>", text))


def test_a_service_card_gives_every_fact(small: Path, change: Change) -> None:
    """Whoever needs a service finds how to reach it, when, for whom, and what it costs."""
    facts = {
        "text": ("Text", "LINE to 80000"),
        "email": ("E-mail", "help@example.org"),
        "contact": ("Other ways", "Chat."),
        "ages": ("Who can use it", "Under 19."),
        "cost": ("Cost", "Nothing."),
        "privacy": ("How private", "Nobody is told."),
        "limits": ("Good to know", "It closes at night."),
        "guide_2019": ("In the 2019 guide", "The line."),
        "change": ("Since 2019", "New hours."),
    }
    change(SERVICES, "what:", "".join(f"{key}: {words}\n" for key, (_, words) in facts.items()) + "what:")
    wanted = dict(facts.values())
    wanted |= {
        "What it does": "It listens.",
        "Call": '<a href="tel:01174960123">0117 496 0123</a>',
        "E-mail": '<a href="mailto:help@example.org">help@example.org</a>',
        "Website": '<a href="https://example.org/line" rel="noreferrer">example.org/line</a>',
        "When": '12:30 <span class="mf-mark">hours as we found them, not confirmed</span>',
        "Where": "England",
        "Status": "Unchanged",
        "Last checked": f'1 January 2026; newest evidence: 2025 <span class="mf-mark">{MARK}</span>',
    }
    assert service(small) == wanted


@pytest.mark.parametrize("rule", ["publish-after-live-check", "name-and-link-only"])
def test_the_mark_of_a_service_goes_when_it_is_confirmed(small: Path, change: Change, rule: str) -> None:
    """Once somebody has looked at the owner's page, the reader sees the day instead of a warning."""
    change(SERVICES, "publish-after-live-check", rule)
    change(SERVICES, "confidence: high", "confidence: high\nconfirmed_on: 2026-02-03")
    assert service(small)["Last checked"] == "1 January 2026, confirmed on the owner's own page on 3 February 2026"
    assert service(small)["Call"] == '<a href="tel:01174960123">0117 496 0123</a>'


def test_a_national_number_needs_no_mark(small: Path, change: Change) -> None:
    """999 is 999."""
    change(SERVICES, "publish-after-live-check", "national-number")
    assert service(small)["Last checked"] == "1 January 2026"


def test_name_and_link_only_gives_neither_number_nor_hours(small: Path, change: Change) -> None:
    """A number that nobody could evidence is not printed, on the card or in what the young person sees."""
    change(SERVICES, "publish-after-live-check", "name-and-link-only")
    change(SERVICES, "phone: 0117 496 0123\nhours: 12:30\n", "")
    assert set(service(small)) == {"What it does", "Website", "Where", "Status", "Last checked"}
    assert MARK in service(small)["Last checked"]
    assert "tel:" not in pages(small)["help.md"]


def test_do_not_publish_prints_nothing(small: Path) -> None:
    """A closed service stays in the register for editors and reaches no reader on any page."""
    text = (small / SERVICES).read_text(encoding="utf-8")
    closed = text.replace("A line", "Closed line").replace("It listens.", "It listened.")
    closed = closed.replace("publish-after-live-check", "do-not-publish")
    closed = re.sub(r"(phone|hours|url): .*\n", "", closed)
    write(small, {SERVICES.replace("a-line", "closed-line"): closed})
    everything = "".join(pages(small).values()).lower()
    assert "closed" not in everything
    assert "it listened" not in everything
    assert "it listens" in everything


def test_a_service_stands_once_under_whom_it_is_for_first(small: Path) -> None:
    """A line for several readers is not repeated below for others."""
    text = (small / SERVICES).read_text(encoding="utf-8")
    second = text.replace("A line", "B line").replace("[young-person, adults]", "[adults, professionals]")
    write(small, {SERVICES.replace("a-line", "b-line"): second})
    headings = re.findall(r"^##.*", pages(small)["reference/services.md"], re.MULTILINE)
    young = ["## For young people {: #for-young-people }", "### A line {: #a-line }"]
    assert headings == [*young, "## For staff {: #for-staff }", "### B line {: #b-line }"]


def test_services_stand_in_their_order_and_new_ones_last(small: Path, change: Change) -> None:
    """The most useful service comes first, and one that an editor adds needs no place of its own."""
    text = (small / SERVICES).read_text(encoding="utf-8")
    others = {SERVICES.replace("a-line", f"{name}-line"): text.replace("A line", f"{name} line") for name in "bcd"}
    write(small, others)
    change(SERVICES, "nations:", "order: 20\nnations:")
    change(SERVICES.replace("a-line", "d-line"), "nations:", "order: 10\nnations:")
    headings = re.findall(r"^### (.) line", pages(small)["reference/services.md"], re.MULTILINE)
    assert headings == ["d", "A", "b", "c"]


@pytest.mark.parametrize("known", [True, False])
def test_the_statement_tells_its_parts_in_order(small: Path, change: Change, known: bool) -> None:
    """A school that adopts the statement finds every part that the law asks for, also when no gap is known."""
    gaps = "not_tested:\n  - By ear.\ngaps:\n  - {what: It is long., instead: Ask.}\n" if known else ""
    change("content_data/statement.yml", "contact: |", f"{gaps}contact: |")
    text = pages(small)["reference/accessibility.md"]
    told = {
        "scope": "This site.",
        "standard": "The usual one.",
        "tested": "- By looking.\n\nNot tried yet:\n\n- By ear." if known else "- By looking.",
        "gaps": "- It is long. Ask." if known else "None is known on the day of the last test.",
        "contact": "Tell somebody.",
        "law": "There is a law.",
    }
    assert re.findall(r"^## .* \{: #(.*) \}$", text, re.MULTILINE) == list(told)
    assert in_order(text, *(part for name, words in told.items() for part in (f"{{: #{name} }}", f"\n\n{words}\n")))
    assert in_order(text, "There is a law.", "Last tested and checked on 5 January 2026.", "Talk to someone")
    assert ("Not tried yet" in text, "None is known" in text) == (known, not known)


def test_marks_in_titles_are_words(small: Path, change: Change) -> None:
    """A title with stars, brackets or quotation marks reads as it was written, in front matter too."""
    change(f"content_data/{FAQ}", "title: What then?", 'title: "What *then* [now] & \\"there\\"?"')
    text = pages(small)[FAQ]
    assert 'title: "What *then* [now] & \\"there\\"?"\n' in text
    assert '\n# What \\*then\\* \\[now\\] &amp; "there"?\n' in text


def test_corrections_say_where_what_and_what_instead(small: Path) -> None:
    """A reader who holds the 2019 guide finds the page, the mistake, our words and where to read on."""
    text = pages(small)["reference/corrections.md"]
    assert in_order(text, "## Wording and structure", "2019 guide, page 1.", "A slip.", "We say:", "The right thing.")
    assert '<a href="../guidance/start.html">Start</a>' in text


def test_words_say_what_instead_of_what_and_why(small: Path) -> None:
    """Staff see the preferred words as row headers, the others as quotations, and the reason."""
    text = pages(small)["reference/words-to-use.md"]
    assert '<th scope="row">kind word</th>' in text
    assert in_order(text, "kind word", "<q>unkind word</q>", "It is kinder.")


def test_changes_stand_by_date_and_serious_ones_twice(small: Path, change: Change) -> None:
    """A briefing begins with what all staff should know, and then lists every change, the newest first."""
    changes = "changes:\n  - {on: 2024-01-31, what: Old change., serious: true}\n"
    changes += "  - {on: 2026-02-06, what: New change., matters: Act on it.}\n"
    change("content_data/documents/a-study.yml", "confidence: high\n", f"confidence: high\n{changes}")
    text = pages(small)["reference/what-has-changed.md"]
    first, second = text.split("## Every change by date")
    assert "Old change." in first and "New change." not in first
    assert in_order(second, "6 February 2026", "New change. Act on it.", "31 January 2024", "Old change.")
    assert 'data-on="2026-02-06" data-nations="england"' in second
    assert '<a href="documents.html#a-study">A study</a>' in second


def test_route_sets_out_steps_and_responses(small: Path, change: Change) -> None:
    """Each step is a link, a heading, its questions and what to write down; each response says who decides."""
    change(
        "content_data/guidance/start.md", "More words,", "[Weigh up](show:route)\n\n[Choose](show:responses)\n\nMore,"
    )
    text = pages(small)["guidance/start.md"]
    assert in_order(
        text, '<a href="#first-step">First</a>', '<h3 id="first-step">1. First</h3>', "What?", "Write down:"
    )
    assert in_order(text, '<a href="#do-a">Do A</a>', '<h3 id="do-a">Do A</h3>', "When A.", "The lead.")


def test_contacts_stand_with_their_numbers(small: Path, change: Change) -> None:
    """On paper a link is no help, so those who can advise stand with name and number."""
    change("content_data/guidance/start.md", "order: 10", "order: 10\nservices: [a-line]")
    text = pages(small)["guidance/start.md"]
    assert in_order(text, "Who can advise you", ">A line</a>", '<a href="tel:01174960123">0117 496 0123</a>')


def test_figures_have_bars_that_say_nothing_the_text_does_not(small: Path, change: Change) -> None:
    """A bar shows a share of a hundred to those who see it, and is hidden from screen readers."""
    text = pages(small)["reference/figures.md"]
    assert 'aria-hidden="true"' in text and '<rect width="8.0" height="4"/>' in text
    change("content_data/statistics.yml", "    percent: 8\n", "")
    assert "mf-bar" not in pages(small)["reference/figures.md"]


@pytest.mark.parametrize(
    ("written", "read"),
    [("19", "page 19"), ("4-5", "pages 4-5"), ("2 and 9", "pages 2 and 9"), ("throughout", "throughout")],
)
def test_pages_of_the_2019_guide_are_named_in_words(written: str, read: str) -> None:
    """A reader with the guide in hand is sent to a page, to pages, or to a part."""
    assert pages_of(written) == read


def test_advisers_of_the_whole_uk_come_first(small: Path, change: Change) -> None:
    """Staff find who advises everywhere before who advises in one nation, and parents find theirs apart."""
    entry = (small / SERVICES).read_text(encoding="utf-8")
    everywhere = entry.replace("A line", "B line").replace("example.org", "example.com")
    everywhere = everywhere.replace("[england]", "[england, wales, scotland, northern-ireland]")
    everywhere = everywhere.replace("[young-person, adults]", "[professionals, parents]").replace("0123", "0124")
    change(SERVICES, "[young-person, adults]", "[young-person, professionals]")
    write(small, {SERVICES.replace("a-line", "b-line"): everywhere})
    staff, parents = re.split("## For parents and carers", pages(small)["reference/advice.md"])
    names = [re.findall(r'<a href="services.html#[\w-]+">([^<]+)</a>', part) for part in (staff, parents)]
    assert names == [["B line", "A line"], ["B line"]]
