"""What readers must find on each kind of page."""

import re
from pathlib import Path

import pytest

from build_scripts.content.load import load_all
from build_scripts.content.pages import IndexPage
from tests.conftest import Change
from tests.folders import articles, opened, write
from tests.html import classed, described, find, headings, ids, in_order, is_whole, links, section, words

START, SHARING, FAQ = "guidance/start", "behaviours/sharing", "faq/what-then"
ALL_IN_ONE = "reference/all-in-one"
ARTICLES = [START, SHARING, FAQ]
SERVICES = "content_data/services/a-line.yml"
MARK = "Nobody has compared it with the owner's page yet."
SIGNED = "confirmed: {by: Ann Example, role: a tester, on: 2026-02-03, saw: the same number}"
TOLD = "Compared with the owner's page on 3 February 2026 by Ann Example, a tester. They saw: the same number."
SAFETY, TALK = "keep everyone safe.", "Talk to someone"


def test_every_page_is_made_and_leads_back_to_its_source(small: Path) -> None:
    """No record is without its page, and each page is changed where its record says."""
    made = {page.address: page.source for page in opened(small).files}
    data = "content_data/"
    listed = {index.address for index in load_all(small).content.all(IndexPage)}
    assert listed == {address for address, source in made.items() if source.path == f"{data}pages.yml"}
    assert {address: source.path for address, source in made.items() if source.path != f"{data}pages.yml"} == {
        "index": f"{data}site.yml",
        "reference/accessibility": f"{data}statement.yml",
        START: f"{data}{START}.md",
        SHARING: f"{data}{SHARING}.md",
        FAQ: f"{data}{FAQ}.md",
        "forms/note": f"{data}forms/note.yml",
        "forms/examples/sharing": f"{data}examples/sharing.yml",
        "sessions/short": f"{data}sessions/short.yml",
        "sessions/short-papers": f"{data}sessions/short.yml",
        "sessions/short-slides": f"{data}sessions/short.yml",
        "help": f"{data}help/help.yml",
        "help/help-one-file": f"{data}help/help.yml",
        "plain": f"{data}decoy-page.yml",
        "maintainers/notes": "docs/maintainers/notes.md",
    }
    lines = (small / data / "pages.yml").read_text(encoding="utf-8").splitlines()
    assert [lines[source.line - 1].split()[:2] for source in made.values() if source.path == f"{data}pages.yml"] == [
        ["-", "id:"]
    ] * len(listed)


def test_the_html_of_every_page_is_whole(small: Path, change: Change) -> None:
    """Each section is closed, has the name it refers to, and no part of a page swallows the next."""
    shown = "".join(f"[Words](show:{name})\n\n" for name in ("continuum", "statistics", "behaviours"))
    change(f"content_data/{START}.md", "## A part\n", f"{shown}## A part\n")
    change(
        f"content_data/{START}.md",
        "order: 10",
        "order: 10\naction_page: true\nstatistics: [a-figure]\nnext: [faq:what-then]",
    )
    for name, body in articles(small).items():
        assert is_whole(body), name
        named = {name for each in find(body, "*[@aria-labelledby]") for name in each.get("aria-labelledby").split()}
        assert (name, named - set(ids(body))) == (name, set())


def test_readers_and_menus_are_known(small: Path, change: Change) -> None:
    """What is written for whom can be told from the pages, and a short menu name is used."""
    change(f"content_data/{FAQ}.md", "title: What then?", "title: What then?\nmenu_title: Then\naudience: parents")
    made = {page.address: (page.menu, page.audience, page.group) for page in opened(small).files}
    assert made["index"] == ("Home", "staff", None)
    assert made[START] == ("Start", "staff", "understand")
    assert made[SHARING] == ("Sharing", "staff", "behaviours")
    assert made[FAQ] == ("Then", "parents", "questions")
    assert made["reference/glossary"] == ("Glossary", "staff", "reference")
    assert made["help"] == ("Help", "young-person", None)
    assert made["maintainers/notes"] == ("Notes", "maintainer", None)


def test_home_says_what_the_site_does_and_does_not(small: Path) -> None:
    """A reader sees what it is for, where to begin and what it cannot do."""
    home = articles(small)["index"]
    task = ("What to do", "I want to read Start here.")
    limits = ("What this site does not do", "It does nothing else.")
    assert in_order(words(home), "Small", "A small project for tests.", *task, *limits)
    assert ("guidance/start.html", "I want to read") in links(home)
    assert {"what-to-do", "limits"} <= set(ids(home))


def test_tasks_that_come_first_stand_out(small: Path, change: Change) -> None:
    """Somebody in a hurry sees at once where to begin, and all other groups stand back."""
    later = "  - title: Later\n    tasks: [{title: Look, text: Look., to: page:figures, icon: words}]\n"
    change("content_data/site.yml", "  - title: What to do\n", f"{later}  - title: What to do\n    urgent: yes\n")
    lists = [
        (each.getprevious().get("id"), each.get("class")) for each in classed(articles(small)["index"], "mf-task-list")
    ]
    assert lists == [("later", "mf-task-list"), ("what-to-do", "mf-task-list mf-urgent")]


def test_icons_say_nothing(small: Path) -> None:
    """An icon stands beside words that say the same, so screen readers and the keyboard pass it over."""
    drawings = [drawing for body in articles(small).values() for drawing in find(body, "svg[not(@role)]")]
    assert drawings
    assert {(each.get("aria-hidden"), each.get("focusable")) for each in drawings} == {("true", "false")}


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_begins_with_nations_and_points(small: Path, change: Change, name: str) -> None:
    """A reader learns first where it applies, then the points, then the rest."""
    change(f"content_data/{name}.md", "nations: [england]", "nations: [england, northern-ireland]")
    body = articles(small)[name]
    assert headings(body)[0][:2] == (1, words(find(body, "h1")[0]))
    assert in_order(words(body), "Applies to: England, Northern Ireland", "Key points First point. Second point.", TALK)


@pytest.mark.parametrize("name", ARTICLES)
def test_the_line_on_safety_stands_on_action_pages_only(small: Path, change: Change, name: str) -> None:
    """Before acting on an incident a reader is told to keep everyone safe; elsewhere the words keep their weight."""
    assert [page for page, body in articles(small).items() if SAFETY in words(body)] == ["forms/note"]
    change(f"content_data/{name}.md", "order: 10", "order: 10\naction_page: true")
    made = articles(small)
    assert in_order(words(made[name]), SAFETY, "Key points", TALK)
    assert {other for other, body in made.items() if SAFETY in words(body)} == {name, ALL_IN_ONE, "forms/note"}


@pytest.mark.parametrize("name", ARTICLES)
def test_the_card_on_safety_takes_the_place_of_the_line(small: Path, change: Change, name: str) -> None:
    """Where the act is near, the warnings stand in full, and no reader meets them twice."""
    change(f"content_data/{name}.md", "order: 10", "order: 10\naction_page: true\nsafety_card: true")
    made = articles(small)[name]
    assert in_order(words(made), "Before anything else Keep everyone safe first.", "Key points")
    assert SAFETY not in words(made)


def test_who_to_call_stands_right_above_the_steps(small: Path, change: Change) -> None:
    """In an emergency the first screen has the numbers and the first step; what is to be remembered comes after."""
    change("content_data/guidance/start.md", "order: 10", "order: 10\naction_page: true\ncalls_first: true")
    made = articles(small)["guidance/start"]
    assert in_order(words(made), "Immediate danger 999", "Your DSL", "out of hours", "Words about", "Key points")
    assert "tel:999" in {href for href, _ in links(made)} and SAFETY not in words(made)


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_ends_with_somebody_to_talk_to_and_dates(small: Path, name: str) -> None:
    """No reader is left alone at the end, and each sees how old the facts are."""
    dates = "Facts on this page looked up on 1 January 2026. To be checked again by 1 January 2027."
    assert in_order(words(articles(small)[name]), dates, f"{TALK} Talk to somebody.")


def test_a_page_for_parents_has_no_advice_for_staff(small: Path, change: Change) -> None:
    """A family is not sent to a member of staff's helpline, and still finds whom the page names."""
    change(f"content_data/{START}.md", "order: 10", "order: 10\naudience: parents\nservices: [a-line]")
    body = articles(small)[START]
    assert TALK not in words(body) and "0117 496 0123" in words(body)


@pytest.mark.parametrize(("given", "said"), [("4-5", "pages 4-5"), ("7", "page 7")])
def test_an_article_says_which_pages_it_carries_over(small: Path, change: Change, given: str, said: str) -> None:
    """Somebody who knows the 2019 guide finds what has become of a page."""
    change(f"content_data/{START}.md", "order: 10", f"order: 10\nsource_pages: {given}")
    assert f"1 January 2027. It draws on {said} of the original guide." in words(articles(small)[START])


def test_an_article_says_where_to_go_next(small: Path, change: Change) -> None:
    """The next steps are named by what stands there, of whatever kind."""
    wanted = {
        "behaviour:sharing": ("../behaviours/sharing.html", "Sharing"),
        "term:consent": ("../reference/glossary.html#consent", "Consent"),
        "service:a-line": ("../reference/services.html#a-line", "A line"),
        "statistic:a-figure": ("../reference/figures.html#a-figure", "about 1 in 12"),
        "page:questions": ("../faq/index.html", "Questions"),
        "page:help": ("../help.html", "Help"),
        "page:home": ("../index.html", "Small"),
        "page:accessibility": ("../reference/accessibility.html", "Accessibility"),
    }
    assert "next" not in ids(articles(small)[START])
    change(f"content_data/{START}.md", "order: 10", f"order: 10\nnext: [{', '.join(wanted)}]")
    assert links(section(articles(small)[START], "next")) == list(wanted.values())


@pytest.mark.parametrize("name", [SHARING, "behaviours/index"])
def test_a_behaviour_is_told_with_definition_and_examples(small: Path, change: Change, name: str) -> None:
    """Staff recognise what they heard, by the words that young people use as well."""
    change(f"content_data/{SHARING}.md", "  - text: An example.", "  - text: An example.\n    also_called: [One, Two]")
    heading = {SHARING: "Examples"}.get(name, "Examples of sharing")
    body = articles(small)[name]
    assert in_order(words(body), "Somebody shares.", f"{heading} An example. Also called: One, Two.")
    assert heading in [said for _, said, _ in headings(body, 3)]


def test_a_behaviour_says_how_it_is_heard_of(small: Path) -> None:
    """What a colleague would say comes before the three parts."""
    body = articles(small)[SHARING]
    parts = ("What the behaviour is", "Understanding what has happened", "Safeguarding the young person")
    found = [said for _, said, _ in headings(body, 2)]
    assert [said for said in found if said in ("How you may hear about it", *parts)] == [
        "How you may hear about it",
        *parts,
    ]
    assert "Somebody shared." in words(section(body, "heard"))


@pytest.mark.parametrize(("name", "place"), [(FAQ, "the-short-answer"), ("faq/index", "what-then")])
def test_a_question_is_answered_at_once(small: Path, name: str, place: str) -> None:
    """The short answer stands above the long one, and in the list of questions."""
    assert words(section(articles(small)[name], place)).startswith("This.")


def test_the_glossary_is_sorted_and_says_what_else(small: Path, change: Change) -> None:
    """A reader finds a term by the alphabet, its other names, what the 2019 guide said and where to read more."""
    third = "  - id: zeal\n    term: all\n    in_2019_guide: no\n    meaning: Everything.\n"
    more = "aliases: [Say-so]\n    guide_2019: A yes.\n    see: [section:start, term:consent]\n    "
    change("content_data/glossary.yml", "terms:\n", f"terms:\n{third}")
    change("content_data/glossary.yml", "meaning: |\n      A refusal", f"{more}meaning: |\n      A refusal")
    body = articles(small)["reference/glossary"]
    assert [(each.get("id"), words(each)) for each in find(body, "dt")] == [
        ("zeal", "all"),
        ("consent", "Consent"),
        ("no", "No"),
    ]
    said = in_order(
        words(body), "A refusal.", "Also called: Say-so.", "In the 2019 guide: A yes.", "See Start, Consent."
    )
    assert said and {("../guidance/start.html", "Start"), ("#consent", "Consent")} <= set(links(body))


def test_a_document_says_what_stands_now(small: Path, change: Change) -> None:
    """A reader learns what has become of a document, what it means, where it is and how sure that is."""
    more = "in_force_from: 2025-09-01\nguide_2019: It was new.\nunknown: Its end.\naliases: [The study]\n"
    change("content_data/documents/a-study.yml", "means: |", f"{more}means: |")
    body = articles(small)["reference/documents"]
    assert headings(body, 2, 3)[:2] == [(2, "Research", "research"), (3, "A study", "a-study")]
    assert in_order(words(body), "A study", "Current")
    facts = {
        "Applies to": "England",
        "Issued by": "A university",
        "Also called": "The study",
        "In the 2019 guide": "It was new.",
        "What applies now": "It stands.",
        "What it means for you": "Read it.",
        "In force from": "1 September 2025",
        "Gaps in our evidence": "Its end.",
        "Owner's page": "example.org/study",
        "Looked up": "1 January 2026. How sure we are: high. Evidence: a stored copy of the owner's page or text.",
        "Checked by a person": MARK,
    }
    found = described(body)
    assert {name: found.get(name) for name in facts} == facts
    (owner,) = (link for link in find(body, "a") if link.get("href") == "https://example.org/study")
    assert owner.get("rel") == "noreferrer"


def test_documents_stand_in_the_order_of_their_force(small: Path) -> None:
    """What binds a reader stands above what advises, wherever an editor has written it."""
    text = (small / "content_data" / "documents" / "a-study.yml").read_text(encoding="utf-8")
    law = text.replace("A study", "An Act").replace("kind: research", "kind: law")
    write(small, {"content_data/documents/an-act.yml": law})
    said = [said for _, said, _ in headings(articles(small)["reference/documents"], 2, 3)]
    assert said[:4] == ["Law", "An Act", "Research", "A study"]


def test_the_mark_of_a_document_goes_when_it_is_confirmed(small: Path, change: Change) -> None:
    """Once somebody has looked at the owner's page, the reader is not warned any more."""
    change("content_data/documents/a-study.yml", "confidence: high", f"confidence: high\n{SIGNED}")
    body = articles(small)["reference/documents"]
    assert MARK not in words(body)
    assert described(body)["Checked by a person"] == TOLD


def test_a_status_is_that_of_today_and_not_of_an_old_edition(small: Path, change: Change) -> None:
    """A document in force now is not called superseded because the 2019 guide named an older edition of it."""
    change("content_data/documents/a-study.yml", "status: current", "status: current\nedition_2019: superseded")
    found = described(articles(small)["reference/documents"])
    assert (found["Status"], found["The edition named in 2019"]) == ("Current", "Superseded")


def test_a_figure_says_who_was_asked_and_where_it_comes_from(small: Path) -> None:
    """No figure stands without its words, its year and its source."""
    body = articles(small)["reference/figures"]
    assert (2, "A survey", "a-survey") in headings(body)
    figure = next(each for each in find(body, "li") if each.get("id") == "a-figure")
    assert in_order(words(figure), "8% (about 1 in 12) said yes", "Asked: 100 people 2017, UK. Source: A survey.")
    assert ("#a-survey", "A survey") in links(figure)


def test_a_survey_says_who_was_asked(small: Path, change: Change) -> None:
    """Whoever quotes a figure knows who asked whom, when and where, and what to mind."""
    change("content_data/statistics.yml", "nations: UK", "nations: UK\n    note: Mind this.\n    document: a-study")
    change(
        "content_data/statistics.yml", "confirmed: true", "confirmed: true\n    asked: 50 girls\n    note: Mind that."
    )
    body = articles(small)["reference/figures"]
    assert described(body) == {
        "Carried out by": "A university",
        "When": "2017",
        "Where": "UK",
        "Who was asked": "100 people",
        "Before you quote it": "Mind this.",
        "Report": "A study",
        "Looked up": "1 January 2026",
    }
    assert ("documents.html#a-study", "A study") in links(body)
    assert in_order(words(body), "Asked: 50 girls 2017, UK.", "A survey. Mind that.")


@pytest.mark.parametrize("confirmed", [True, False])
def test_a_figure_not_seen_in_its_report_says_so(small: Path, change: Change, confirmed: bool) -> None:
    """A reader who quotes a figure knows whether anybody has seen it at its source."""
    change("content_data/statistics.yml", "confirmed: true", f"confirmed: {confirmed}")
    body = articles(small)["reference/figures"]
    assert ("Not confirmed by a second source." in words(body)) is not confirmed


def test_chosen_figures_stand_where_the_article_shows_them(small: Path, change: Change) -> None:
    """A figure on another page leads to its survey, and takes no address there."""
    change(f"content_data/{START}.md", "order: 10", "order: 10\nstatistics: [a-figure]")
    change(f"content_data/{START}.md", "## A part\n", "[What pupils say](show:statistics)\n\n## A part\n")
    body = articles(small)[START]
    assert [words(caption) for caption in find(body, "figcaption")] == ["What pupils say"]
    assert in_order(words(body), "What pupils say", "8%", "A survey", "A part")
    assert ("../reference/figures.html#a-survey", "A survey") in links(body) and "a-figure" not in ids(body)


def test_the_continuum_is_a_table_that_screen_readers_can_read(small: Path, change: Change) -> None:
    """Each level is a row with headers of its own; the elements say so, and need no roles beside."""
    change(f"content_data/{START}.md", "## A part\n", "[All levels](show:continuum)\n\n## A part\n")
    (table,) = classed(articles(small)[START], "mf-continuum")
    assert (table.tag, words(table[0])) == ("table", "All levels")
    assert [(each.get("scope"), words(each)) for each in find(table, "th")] == [
        ("col", "Level"),
        ("col", "Features"),
        ("rowgroup", "Expected"),
        ("row", "First"),
        ("rowgroup", "Harmful"),
        ("row", "Second"),
    ]
    assert in_order(words(table), "First", "It is expected.", "Second", "It is harmful.")


def test_the_continuum_says_where_it_comes_from(small: Path, change: Change) -> None:
    """Below the table stand how to read it and its source."""
    change(f"content_data/{START}.md", "## A part\n", "[All levels](show:continuum)\n\n## A part\n")
    body = articles(small)[START]
    assert in_order(words(body), "It is harmful.", "Levels are not scores.", "Source: A study. The wording is ours.")
    assert ("../reference/documents.html#a-study", "A study") in links(body)


def test_the_four_types_can_stand_on_a_page(small: Path, change: Change) -> None:
    """A guidance page can set out all types of behaviour with links to their pages."""
    change(f"content_data/{START}.md", "## A part\n", "[Types](show:behaviours)\n\n## A part\n")
    (types,) = find(articles(small)[START], "*[@aria-label='Types']")
    assert ("../behaviours/sharing.html", "Sharing") in links(types) and (2, "Sharing", "sharing") in headings(types)


def service(root: Path) -> dict[str, str]:
    """Return the facts on the card of the only service, by their names."""
    return described(articles(root)["reference/services"])


def test_a_service_card_gives_every_fact(small: Path, change: Change) -> None:
    """Whoever needs a service finds how to reach it, when, for whom, and what it costs."""
    facts = {
        "text": ("Text", "LINE to 80000"),
        "email": ("Email", "help@example.org"),
        "contact": ("Other ways", "Chat."),
        "ages": ("Who can use it", "Under 19."),
        "cost": ("Cost", "Nothing."),
        "privacy": ("Is it confidential?", "Nobody is told."),
        "limits": ("Good to know", "It closes at night."),
        "guide_2019": ("In the 2019 guide", "The line."),
        "change": ("Since 2019", "New hours."),
        "unknown": ("Gaps in our evidence", "Who pays."),
    }
    change(SERVICES, "what:", "".join(f"{key}: {said}\n" for key, (_, said) in facts.items()) + "what:")
    assert service(small) == dict(facts.values()) | {
        "What it does": "It listens.",
        "Call": "0117 496 0123",
        "Website": "example.org/line",
        "When": "12:30 daily Check these hours before you rely on them.",
        "Where": "England",
        "Status": "Unchanged",
        "Looked up": "1 January 2026. Newest source found: 2025.",
        "Checked by a person": MARK,
    }
    ways = [("tel:01174960123", "0117 496 0123"), ("mailto:help@example.org", "help@example.org")]
    assert {*ways, ("https://example.org/line", "example.org/line")} <= set(
        links(articles(small)["reference/services"])
    )


@pytest.mark.parametrize("rule", ["publish-after-live-check", "name-and-link-only"])
def test_the_mark_of_a_service_goes_when_it_is_confirmed(small: Path, change: Change, rule: str) -> None:
    """Once somebody has looked at the owner's page, the reader sees the day instead of a warning."""
    change(SERVICES, "publish-after-live-check", rule)
    change(SERVICES, "confidence: high", f"confidence: high\n{SIGNED}")
    assert service(small)["Looked up"] == "1 January 2026"
    assert service(small)["Checked by a person"] == TOLD
    assert service(small)["Call"] == "0117 496 0123"


def test_a_national_number_needs_no_mark(small: Path, change: Change) -> None:
    """999 is 999."""
    change(SERVICES, "publish-after-live-check", "national-number")
    assert service(small)["Looked up"] == "1 January 2026"
    assert "Checked by a person" not in service(small)


def test_name_and_link_only_gives_neither_number_nor_hours(small: Path, change: Change) -> None:
    """A number that nobody could evidence is not printed, on the card or in what the young person sees."""
    change(SERVICES, "publish-after-live-check", "name-and-link-only")
    change(SERVICES, "phone: 0117 496 0123\nhours: 12:30 daily\n", "")
    said = {"What it does", "Website", "Where", "Status", "Looked up", "Checked by a person"}
    assert set(service(small)) == said
    assert MARK in service(small)["Checked by a person"]
    assert "tel:" not in articles(small)["help"]


def test_do_not_publish_prints_nothing(small: Path) -> None:
    """A closed service stays in the register for editors and reaches no reader on any page."""
    text = (small / SERVICES).read_text(encoding="utf-8")
    closed = text.replace("A line", "Closed line").replace("It listens.", "It listened.")
    closed = closed.replace("publish-after-live-check", "do-not-publish")
    closed = re.sub(r"(phone|hours|url): .*\n", "", closed)
    write(small, {SERVICES.replace("a-line", "closed-line"): closed})
    everything = "".join(articles(small).values()).lower()
    assert "closed" not in everything
    assert "it listened" not in everything
    assert "it listens" in everything


def test_a_service_stands_once_under_whom_it_is_for_first(small: Path) -> None:
    """A line for several readers is not repeated below for others."""
    text = (small / SERVICES).read_text(encoding="utf-8")
    second = text.replace("A line", "B line").replace("[young-person, adults]", "[adults, professionals]")
    write(small, {SERVICES.replace("a-line", "b-line"): second})
    young = [(2, "For young people", "for-young-people"), (3, "A line", "a-line")]
    staff = [(2, "For staff", "for-staff"), (3, "B line", "b-line")]
    assert headings(articles(small)["reference/services"], 2, 3)[:4] == young + staff


def test_who_can_advise_stands_in_its_order_and_new_ones_last(small: Path, change: Change) -> None:
    """The most useful adviser comes first, and one that an editor adds needs no place of its own."""
    change(SERVICES, "[young-person, adults]", "[young-person, professionals]")
    text = (small / SERVICES).read_text(encoding="utf-8")
    others = {SERVICES.replace("a-line", f"{name}-line"): text.replace("A line", f"{name} line") for name in "bcd"}
    write(small, others)
    change(SERVICES, "nations:", "order: 20\nnations:")
    change(SERVICES.replace("a-line", "d-line"), "nations:", "order: 10\nnations:")
    said = [name for _, name in links(articles(small)["reference/advice"]) if name.endswith(" line")]
    assert [name.removesuffix(" line") for name in said] == ["d", "A", "b", "c"]


@pytest.mark.parametrize("known", [True, False])
def test_the_statement_tells_its_parts_in_order(small: Path, change: Change, known: bool) -> None:
    """A school that adopts the statement finds every part that the law asks for, also when no gap is known."""
    gaps = "not_tested:\n  - By ear.\ngaps:\n  - {what: It is long., instead: Ask.}\n" if known else ""
    change("content_data/statement.yml", "contact: |", f"{gaps}contact: |")
    body = articles(small)["reference/accessibility"]
    dates = "prepared on 2 January 2026. It was last reviewed on 5 January 2026, after the last tests."
    told = {
        "able": "We want as many people as possible to be able to use it. You can: look",
        "contact": "Tell somebody.",
        "enforcement": "There is a law.",
        "standard": "The usual one.",
        "gaps": "It is long. Ask." if known else "None known on the day of the last test.",
        "documents": "Files are as good.",
        "prepared": f"This statement was {dates} To be checked again by 5 January 2027.",
    }
    places = [place for _, _, place in headings(body, 2)]
    assert places[: len(told)] == list(told)
    said = {place: words(section(body, place)) for place in told}
    assert {place: text[: len(told[place])] for place, text in said.items()} == told
    tests = "How it was tested", "By looking.", *(("What has not been tested", "By ear.") if known else ())
    assert in_order(words(body), "This site.", *tests)
    assert ("not been tested" in words(body), "None known" in words(body)) == (known, not known)


def test_corrections_say_where_what_and_what_instead(small: Path) -> None:
    """A reader who holds the 2019 guide finds the page, the mistake, our words and where to read on."""
    body = articles(small)["reference/corrections"]
    parts = ("Wording and structure", "2019 guide, page 1.", "A slip.", "We say:", "The right thing.")
    assert in_order(words(body), *parts)
    assert ("../guidance/start.html", "Start") in links(body)


def test_words_say_what_instead_of_what_and_why(small: Path) -> None:
    """Staff see the preferred words as row headers, the others as quotations, and the reason."""
    body = articles(small)["reference/words-to-use"]
    assert [words(each) for each in find(body, "th[@scope='row']")] == ["kind word"]
    assert [words(each) for each in find(body, "q")] == ["unkind word"]
    assert in_order(words(body), "kind word", "unkind word", "It is kinder.")


def test_changes_stand_by_date_and_serious_ones_twice(small: Path, change: Change) -> None:
    """A briefing begins with what all staff should know, and then lists every change, the newest first."""
    changes = "changes:\n  - {on: 2024-01-31, what: Old change., serious: true}\n"
    changes += "  - {on: 2026-02-06, what: New change., matters: Act on it.}\n"
    change("content_data/documents/a-study.yml", "confidence: high\n", f"confidence: high\n{changes}")
    body = articles(small)["reference/what-has-changed"]
    first, second = words(body).split("Every change by date")
    assert "Old change." in first and "New change." not in first
    assert in_order(second, "6 February 2026", "New change. Act on it.", "31 January 2024", "Old change.")
    assert find(body, "*[@data-on='2026-02-06' and @data-nations='england']")
    assert ("documents.html#a-study", "A study") in links(body)


def test_route_sets_out_steps_and_responses(small: Path, change: Change) -> None:
    """Each step is a heading, its questions and what to write down; each response says who decides."""
    shown = "[Weigh up](show:route)\n\n[Choose](show:responses)\n\nMore,"
    change("content_data/guidance/start.md", "More words,", shown)
    body = articles(small)[START]
    assert {(3, "1. First", "first-step"), (3, "Do A", "do-a")} <= set(headings(body, 3))
    assert in_order(words(body), "1. First", "What?", "Write down:", "Do A", "When A.", "The lead.")


def test_contacts_stand_with_their_numbers(small: Path, change: Change) -> None:
    """On paper a link is no help, so those who can advise stand with name and number."""
    change("content_data/guidance/start.md", "order: 10", "order: 10\nservices: [a-line]")
    body = articles(small)[START]
    assert in_order(words(body), "Who can advise you", "A line", "0117 496 0123")
    assert ("tel:01174960123", "0117 496 0123") in links(body)


def test_figures_have_bars_that_say_nothing_the_text_does_not(small: Path, change: Change) -> None:
    """A bar shows a share of a hundred to those who see it, and is hidden from screen readers."""
    (bar,) = find(articles(small)["reference/figures"], "svg[.//rect[@width='8.0']]")
    assert bar.get("aria-hidden") == "true"
    change("content_data/statistics.yml", "    percent: 8\n", "")
    assert find(articles(small)["reference/figures"], "svg[.//rect]") == []


def test_advisers_of_the_whole_uk_come_first(small: Path, change: Change) -> None:
    """Staff find who advises everywhere before who advises in one nation, and parents find theirs apart."""
    entry = (small / SERVICES).read_text(encoding="utf-8")
    everywhere = entry.replace("A line", "B line").replace("example.org", "example.com")
    everywhere = everywhere.replace("[england]", "[england, wales, scotland, northern-ireland]")
    everywhere = everywhere.replace("[young-person, adults]", "[professionals, parents]").replace("0123", "0124")
    change(SERVICES, "[young-person, adults]", "[young-person, professionals]")
    write(small, {SERVICES.replace("a-line", "b-line"): everywhere})
    body = articles(small)["reference/advice"]
    names = [
        [said for href, said in links(section(body, part)) if href.startswith("services.html#")]
        for part in ("for-staff", "for-parents-and-carers")
    ]
    assert names == [["B line", "A line"], ["B line"]]
