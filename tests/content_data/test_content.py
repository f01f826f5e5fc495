"""Promises about the real content."""

import re

import pytest

from build_scripts.check.readability import reading_age, scores, sentences_of
from build_scripts.check.young_people import shown
from build_scripts.content.content import Content
from build_scripts.content.fields import proses_of
from build_scripts.content.pages import Audience, Behaviour, Faq, Guidance, HelpPage, Site
from build_scripts.content.prose import headings
from build_scripts.content.registers import Continuum, Document, Service, Statistic, Survey, Term
from build_scripts.content.route import Correction, Route, Seriousness
from build_scripts.content.settings import Settings
from build_scripts.publish.project import open_project
from tests.built import ROOT
from tests.guide_2019 import BEHAVIOURS, QUESTIONS, SECTIONS, overlap
from tests.real import real_content, real_files


@pytest.fixture(scope="module")
def content() -> Content:
    """The real records."""
    return real_content()


def test_content_has_no_mistakes() -> None:
    """The project builds from what is committed, whatever today's date."""
    newest = real_content().checked_on
    assert newest is not None
    assert open_project(ROOT, newest).warnings == []


def test_nothing_is_copied_from_the_2019_guide() -> None:
    """No run of seven or more words stands in both, outside titles, names and terms."""
    places = (ROOT / name for name in ("content_data", "docs", "overrides", "build_scripts", "README.md"))
    assert overlap(*places) == ""


def test_continuum_has_its_five_levels(content: Content) -> None:
    """The five levels stand in order, and all but the first are under the umbrella term."""
    levels = content.one(Continuum).levels
    assert [level.name for level in levels] == ["Normal", "Inappropriate", "Problematic", "Abusive", "Violent"]
    assert [level.harmful for level in levels] == [False, True, True, True, True]
    assert [len(level.features) >= n for level, n in zip(levels, (4, 4, 6, 6, 4), strict=True)] == [True] * 5


def test_behaviours_hold_every_example_of_the_2019_table(content: Content) -> None:
    """The four types carry at least the 3, 5, 8 and 7 examples that the 2019 guide lists."""
    counts = {behaviour.id: len(behaviour.examples) for behaviour in content.all(Behaviour)}
    wanted = {"image-sharing": 3, "pressure-and-threats": 5, "targeted-bullying": 8, "unwanted-attention": 7}
    assert set(counts) >= set(wanted)
    assert all(counts[name] >= number for name, number in wanted.items()), counts


def test_glossary_holds_every_term_of_the_2019_guide(content: Content) -> None:
    """All 25 entries of the 2019 glossary have a place."""
    assert sum(term.in_2019_guide for term in content.all(Term)) >= 25


def test_figures_name_number_plain_form_people_year_and_source(content: Content) -> None:
    """No figure can be quoted without knowing who said it, and when."""
    surveys = {survey.id: survey for survey in content.all(Survey)}
    for statistic in content.all(Statistic):
        survey = surveys[statistic.survey.id]
        assert statistic.figure and statistic.plain and survey.asked and survey.year and survey.who, statistic.id
        assert statistic.confirmed or statistic.note or survey.note, f"{statistic.id} says nothing of its doubt"


def test_every_phone_number_belongs_to_a_service(content: Content) -> None:
    """A number stands in the register of services and nowhere else, so that one correction corrects all."""
    numbers = {re.sub(r"\D", "", service.phone) for service in content.all(Service) if service.phone}
    for path, text in real_files().texts.items():
        if "/services/" in path or path.endswith("deny.yml"):
            continue
        for found in re.finditer(r"\b0\d[\d ]{7,11}\d\b", text):
            assert re.sub(r"\D", "", found[0]) in numbers, f"{path}: {found[0]}"


def test_young_people_are_led_to_999_and_childline_first(content: Content) -> None:
    """The help page begins with the emergency number and Childline."""
    assert [call.service.id for call in content.one(HelpPage).calls] == ["emergency-999", "childline"]


def test_every_part_of_the_2019_guide_has_its_page(content: Content) -> None:
    """Each section, question and type of behaviour of the 2019 guide is carried over to a page of its own."""
    assert {page.id for page in content.all(Guidance)} >= set(SECTIONS)
    assert {page.id for page in content.all(Faq)} >= set(QUESTIONS)
    assert {page.id for page in content.all(Behaviour)} >= set(BEHAVIOURS)


def test_supportive_discussion_has_its_ten_topics(content: Content) -> None:
    """None of the ten topics of the 2019 guide is lost, and they keep their order."""
    page = content.find("section", "supportive-discussion")
    assert isinstance(page, Guidance)
    words = [words.lower() for level, _, words in headings(page.body) if level == 2]
    signs = ("report", "judg", "feel", "assum", "wider", "online", "consent", "pornography", "development", "long")
    places = [next(at for at, heading in enumerate(words) if sign in heading) for sign in signs]
    assert places == sorted(places) and len(set(places)) == 10


def test_route_has_the_considerations_and_the_four_responses(content: Content) -> None:
    """The eight considerations of the 2019 guide and the wishes of the child who was harmed, then four responses."""
    route = content.one(Route)
    assert len(route.steps) >= 9 and "harmed" in route.steps[0].title
    assert len(route.responses) == 4
    assert [("police" in response.title.lower()) for response in route.responses] == [False, False, False, True]


def test_every_error_of_the_2019_guide_is_corrected(content: Content) -> None:
    """Research found 58 errors; none is lost from the list of corrections, and the most serious come first."""
    corrections = content.all(Correction)
    assert len(corrections) >= 58
    ranks = [list(Seriousness).index(correction.seriousness) for correction in corrections]
    assert ranks == sorted(ranks)


def test_plan_page_has_its_five_starting_points(content: Content) -> None:
    """Involve everyone, be honest, be clear, signal for help, be flexible."""
    page = content.find("section", "moving-forward-plan")
    assert isinstance(page, Guidance)
    text = " ".join(words.lower() for _, _, words in headings(page.body))
    assert all(sign in text for sign in ("involve everyone", "honest", "clear", "signal", "flexible"))


def test_pages_staff_act_from_carry_the_safety_block(content: Content) -> None:
    """The child who was harmed and the rule on images stand on every page that staff act from."""
    acting = [*content.all(Behaviour), *content.all(Faq)]
    for_staff = [page for page in content.all(Guidance) if page.audience is Audience.STAFF]
    acting += [page for page in for_staff if page.group in ("act", "support")]
    assert [article.id for article in acting if not article.action_page] == []
    card = " ".join(line.text for line in content.one(Site).safety)
    for safety in (card, content.one(Site).safety_line.text):
        assert "child who was harmed" in safety and "Never view, copy, forward, print or save" in " ".join(
            safety.split()
        )


def test_mandatory_reporting_is_not_stated_as_a_duty_in_force(content: Content) -> None:
    """The duty is enacted and was not found in force, and the register says so."""
    record = content.find("document", "mandatory-reporting")
    assert isinstance(record, Document) and record.status == "enacted-not-found-in-force"


def test_a_status_does_not_contradict_the_text(content: Content) -> None:
    """What is in force today is not called superseded; an older edition that the 2019 guide named is told apart."""
    gone = {"superseded", "withdrawn", "repealed", "never-implemented"}
    documents = content.all(Document)
    assert [each.id for each in documents if each.status in gone and each.in_force_from is not None] == []
    assert [each.id for each in documents if each.edition_2019 and not each.in_2019_guide] == []


def test_no_address_is_guessed(content: Content) -> None:
    """An address of Shore's own was not seen, so only that of its charity is printed."""
    shore, charity = (content.find("service", each) for each in ("shore", "lff-schools"))
    assert isinstance(shore, Service) and isinstance(charity, Service)
    assert (shore.phone, shore.email) == (None, None)
    assert shore.url and charity.url and charity.url.startswith(f"{shore.url}/")


def test_young_peoples_page_keeps_to_its_reading_age(content: Content) -> None:
    """Pages keep to the reading age of those they are for."""
    limits = content.one(Settings).reading
    assert [score.title for score in scores(content) if score.age > limits.age(score.audience)] == []


def test_all_that_a_young_person_reads_is_plain(content: Content) -> None:
    """The page and what it tells of each service are for readers of ten, in sentences of 25 words at most."""
    page = content.one(HelpPage)
    named = [reference.id for section in page.sections for reference in section.services]
    services = [service for service in content.all(Service) if service.id in named]
    proses = [*proses_of(page), *(line for service in services for line in shown(service))]
    sentences = tuple(sentence for prose in proses for sentence in sentences_of(prose))
    assert reading_age(sentences) <= 10
    assert max(len(sentence.split()) for sentence in sentences) <= 25


def test_the_first_calls_are_999_and_childline(content: Content) -> None:
    """In large letters before everything else, on the screen and on paper."""
    assert [call.service.id for call in content.one(HelpPage).calls] == ["emergency-999", "childline"]
