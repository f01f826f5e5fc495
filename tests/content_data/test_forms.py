"""Promises about the real forms, the matrix and the worked examples."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

from build_scripts.check.readability import scores
from build_scripts.content.fields import proses_of
from build_scripts.content.forms import Copy, Easy, FieldKind, Form, MatrixRow, Picture, Shape, Size, WorkedExample
from build_scripts.content.pages import Behaviour
from build_scripts.content.registers import Service
from build_scripts.content.route import Route
from tests.built import ROOT
from tests.real import MATRIX_ROWS, real_content

EXAMPLES = sorted(path.stem for path in ROOT.glob("content_data/examples/*.yml"))
PICTURES = ROOT / "build_scripts" / "forms" / "pictures"
SAVED = Path(__file__).with_name("saved_ids.txt")

SOURCE = (
    *("today", "people", "internet-use", "why", "steps", "responsible", "how-long", "how-often"),
    *("my-signs", "my-actions", "others-notice", "helpers", "other-help"),
    *("staff-signs", "staff-actions", "staff-others", "staff-notes"),
    *("parent-signs", "parent-actions", "parent-others", "not-followed-then", "next-review"),
    *("signed-young-person", "signed-parent", "signed-staff"),
)
"""The fields of the 2019 form, in its order; its three signatures carried no names."""
EXPECTED = {
    *("strengths", "good-times", "signal", "adults", "needs", "limits", "support", "view", "writer", "too-much"),
    *("who-sees-it", "safe-place", "reviews", "ended-on", "ended-because", "goes-on"),
}
"""What practice expects besides, on the plan itself."""


def forms() -> dict[str, Form]:
    """Return the forms by their ids."""
    return {form.id: form for form in real_content().all(Form)}


def plan() -> Form:
    """Return the form that the others belong to."""
    return forms()["moving-forward-plan"]


@pytest.fixture(params=EXAMPLES)
def example(request: pytest.FixtureRequest) -> WorkedExample:
    """Each worked example."""
    return next(example for example in real_content().all(WorkedExample) if example.id == request.param)


def numbers(copy: Copy, size: Size = Size.FULL) -> list[str]:
    """Return the numbers of the plan's fields on a copy."""
    return [field.number for _, fields in plan().parts_on(copy, size) for field in fields]


def test_all_forms_are_there() -> None:
    """The plan and its companions, in the order in which staff need to see them; others may come between."""
    needed = [
        "moving-forward-plan",
        "harmed-childs-plan",
        "decision-record",
        "first-hour-note",
        "supportive-discussion-planner",
        "parents-meeting-planner",
        "review-log",
    ]
    assert [form for form in forms() if form in needed] == needed


def test_no_form_has_forgotten_a_question() -> None:
    """A copy that somebody saved keeps its answers: a form may become shorter on paper, and still asks all it asked.

    ``saved_ids.txt`` has a line for each field: its form, its id, and those of its choices or columns.
    """
    wanted = [line.split() for line in SAVED.read_text(encoding="utf-8").splitlines()]
    asked = {(form.id, field.id): field for form in forms().values() for field in form.fields}
    for form, name, *parts in wanted:
        field = asked[form, name]
        known = {*(choice.id for choice in field.choices), *(column.id for column in field.columns)}
        assert set(parts) <= known, (form, name)


def test_plan_asks_all_that_the_2019_form_asks_in_its_order() -> None:
    """Whoever knows the 2019 form finds each of its questions again."""
    order = [field.id for field in plan().fields if field.id in SOURCE]
    assert tuple(order) == SOURCE
    boxes = {name: plan().field(name) for name in ("my-actions", "staff-actions")}
    assert {name: (field.kind, field.lines) for name, field in boxes.items() if field} == {
        "my-actions": (FieldKind.TICK_WITH_LINE, 3),
        "staff-actions": (FieldKind.TICK_WITH_LINE, 3),
    }


def test_plan_asks_what_practice_expects() -> None:
    """Strengths, a sign for help, adults with cover, who does what by when, easing, copies, the end."""
    assert {field.id for field in plan().fields} >= EXPECTED
    columns = {field.id: [column.id for column in field.columns] for field in plan().fields if field.columns}
    assert columns["adults"][-1] == "cover"
    assert columns["steps"] == ["step", "who", "by"]
    assert columns["limits"][-1] == "ease"


def test_signatures_say_whose_they_are() -> None:
    """The young person, a parent or carer, staff and the DSL sign, and nobody admits to anything by it."""
    labels = [field.label.text for field in plan().fields if field.kind is FieldKind.SIGNATURE]
    assert labels[:4] == ["Young person", "Parent or carer", "Member of staff", "Designated safeguarding lead"]
    intro = next(part.intro for part in plan().parts if part.id == "signatures")
    assert intro is not None and "does not mean that anyone admits" in intro.text


def test_plan_says_what_it_is_not_and_what_stands_beside_it() -> None:
    """No school takes the plan for its risk assessment, or for the plan of the child who was harmed."""
    text = " ".join(line.text for line in plan().is_not)
    assert "not a risk and needs assessment" in text and "not a safety plan for the child who was harmed" in text
    assert len(plan().beside) >= 3


def test_plan_begins_with_its_five_starting_points() -> None:
    """Whoever has the paper in front of them can read the starting points out, on every copy."""
    before = plan().parts[0]
    assert before.intro is not None and set(before.copies) == set(Copy) - {Copy.STAFF_ANNEX}
    assert [line.split("**")[1] for line in before.intro.text.splitlines() if "**" in line] == [
        *("Everyone takes part.", "Be honest.", "Be clear.", "Have a sign for help.", "Stay flexible."),
    ]


def test_amends_are_on_the_forms() -> None:
    """The young person is offered the chance to put things right, in the talk and in the plan."""
    topic, hopes = forms()["supportive-discussion-planner"].field("feelings"), plan().field("hopes")
    assert topic and topic.help and "begin to make amends" in topic.help.text
    assert hopes and hopes.help and "put things right" in hopes.help.text


def test_papers_for_families_speak_of_suicide() -> None:
    """Parents are told to ask directly, and whom to call, in what they are given; the annex says who checks in."""
    for name in ("moving-forward-plan", "parents-meeting-planner"):
        text = forms()[name].text_of(Copy.PARENTS)
        assert text is not None and "Are you having thoughts of suicide?" in " ".join(text.lead.text.split())
        assert "papyrus" in [service.id for service in text.services]
    risky = plan().field("risky-times")
    assert risky is not None and risky.if_empty is not None
    assert forms()["parents-meeting-planner"].field("tonight") is not None


HARMED_CHILD = (
    *("named-adult", "reach", "matters", "timetable", "routes", "transport", "clubs", "online", "signal"),
    *("actions", "support", "signs", "then", "who-knows", "next-review", "view", "in-step"),
)
"""What the plan of the child who was harmed has to ask."""


def test_child_who_was_harmed_has_a_plan_of_their_own() -> None:
    """A named adult first, then the child's wishes, the day, contact online, signs, who knows what and the review."""
    asked = [field.id for field in forms()["harmed-childs-plan"].fields]
    assert [name for name in asked if name in HARMED_CHILD] == list(HARMED_CHILD)
    rows = {
        row.copy_kind: set(row.shapes) for row in real_content().all(MatrixRow) if row.form.id == "harmed-childs-plan"
    }
    files = {Shape.PDF, Shape.FILLABLE_PDF, Shape.DOCX}
    assert rows == {Copy.WORKING: {Shape.PAGE, *files}, Copy.YOUNG_PERSON: files, Copy.PARENTS: files}


def test_copies_of_the_harmed_childs_plan_do_not_say_what_happened() -> None:
    """Someone who finds the paper learns nothing of why it was made, and the DSL's part is not on it."""
    form = forms()["harmed-childs-plan"]
    for copy in (Copy.YOUNG_PERSON, Copy.PARENTS):
        words = " ".join(prose.text.lower() for prose in form.words_on(copy))
        assert not [word for word in ("sexual", "harm", "abuse", "police", "victim") if word in words]
        assert {field.id for _, fields in form.parts_on(copy, Size.FULL) for field in fields}.isdisjoint(
            {"under-way", "parents-told", "in-step", "ended"}
        )


def test_annex_shares_no_field_with_a_copy() -> None:
    """What the DSL writes alone is on no paper that others hold."""
    annex = set(numbers(Copy.STAFF_ANNEX))
    others = {number for copy in Copy if copy is not Copy.STAFF_ANNEX for number in numbers(copy)}
    assert annex and annex & others == set()
    secret = {"full-name", "birth-date", "facts", "harmed-child", "processes", "predisposing", "places", "told"}
    assert secret <= {field.id for part, fields in plan().parts_on(Copy.STAFF_ANNEX) for field in fields}


def test_young_persons_copy_does_not_say_what_happened() -> None:
    """Someone who finds the paper learns nothing of why it was made."""
    names = {field.id for _, fields in plan().parts_on(Copy.YOUNG_PERSON) for field in fields}
    assert names.isdisjoint({"why", "staff-notes", "facts"})
    for word in ("sexual", "harm", "abuse", "police", "safeguarding"):
        assert not any(word in prose.text.lower() for prose in plan().words_on(Copy.YOUNG_PERSON)), word


@pytest.mark.parametrize("file", [row["file"] for row in MATRIX_ROWS])
def test_copies_that_go_home_say_where_help_is(file: str) -> None:
    """999 and Childline stand on every such copy, by reference, so that one correction corrects all."""
    row = next(row for row in real_content().all(MatrixRow) if row.file == file)
    text = forms()[row.form.id].text_of(row.copy_kind)
    if row.copy_kind in (Copy.YOUNG_PERSON, Copy.PARENTS):
        assert text is not None
        services = [service.id for service in text.services]
        assert services[0] == "emergency-999" and "childline" in services
        assert all(real_content().find("service", name) in real_content().all(Service) for name in services)


def asked(copy: Copy, size: Size) -> set[str]:
    """Return the ids of the plan's fields on a copy of a size."""
    return {field.id for _, fields in plan().parts_on(copy, size) for field in fields}


def test_core_asks_all_that_the_2019_form_asks() -> None:
    """The short plan leaves out only what practice added; the young person's leaves out what happened besides."""
    assert asked(Copy.WORKING, Size.CORE) >= {*SOURCE, "name", "signal"}
    assert set(SOURCE) - asked(Copy.YOUNG_PERSON, Size.CORE) == {"why", "staff-notes"}
    for copy in (Copy.WORKING, Copy.YOUNG_PERSON, Copy.PARENTS):
        assert asked(copy, Size.CORE) < asked(copy, Size.FULL)


@pytest.mark.parametrize("copy", [Copy.WORKING, Copy.YOUNG_PERSON])
def test_one_page_holds_the_plan(copy: Copy) -> None:
    """Steps and who does them, who makes sure, how often, the sign and its answer, what if, and the review."""
    plan_itself = {"steps", "responsible", "how-often", "signal", "answer", "not-followed-then", "next-review"}
    assert asked(copy, Size.ONE_PAGE) > plan_itself


def test_one_pages_differ_as_their_readers_do() -> None:
    """What the young person will do is on theirs; what adults do when it gets too much is on the adults'."""
    theirs, ours = asked(Copy.YOUNG_PERSON, Size.ONE_PAGE), asked(Copy.WORKING, Size.ONE_PAGE)
    assert "my-actions" in theirs - ours and "too-much" in ours - theirs


def test_plan_is_built_in_every_copy_and_size() -> None:
    """The matrix leaves out none of the versions that schools and families asked for."""
    built: dict[tuple[Copy, Size], dict[Shape, str]] = {}
    for row in real_content().all(MatrixRow):
        if row.form.id == plan().id:
            built.setdefault((row.copy_kind, row.size), {}).update(row.files)
    assert {size for _, size in built} == set(Size) and {copy for copy, _ in built} == set(Copy)
    assert built[Copy.YOUNG_PERSON, Size.CORE][Shape.PDF] == "my-plan.pdf"
    assert set(built[Copy.WORKING, Size.FULL]) == set(Shape)
    for (_, size), files in built.items():
        assert Shape.FILLABLE_PDF in files or size is Size.FULL_LARGE_PRINT


def test_decision_record_weighs_every_consideration() -> None:
    """Each step of the route has its place to write, in the same order, and each response its box."""
    route, record = real_content().one(Route), forms()["decision-record"]
    weighed = [field.consideration.id for field in record.fields if field.consideration]
    assert weighed == [step.id for step in route.steps]
    response = record.field("response")
    assert response is not None
    assert [(choice.id, choice.label.text) for choice in response.choices] == [
        (item.id, item.title) for item in route.responses
    ]


def test_types_of_behaviour_have_their_present_names() -> None:
    """The annex names the four types as the site does."""
    field = plan().field("types")
    assert field is not None
    titles = {behaviour.id: behaviour.title for behaviour in real_content().all(Behaviour)}
    assert {choice.id: choice.label.text for choice in field.choices if choice.id in titles} == titles


def test_discussion_planner_has_the_ten_topics() -> None:
    """Each topic of the supportive discussion has a line, with a link to words that can be used."""
    part = next(part for part in forms()["supportive-discussion-planner"].parts if part.id == "topics")
    assert len(part.fields) == 10
    assert all(field.more and "(section:supportive-discussion#" in field.more.text for field in part.fields)


def test_every_type_of_behaviour_has_a_worked_example() -> None:
    """Each type is shown for the plan, and every example says that its people are made up."""
    shown = {example.behaviour.id for example in real_content().all(WorkedExample) if example.form.id == plan().id}
    assert shown == {behaviour.id for behaviour in real_content().all(Behaviour)}
    for example in real_content().all(WorkedExample):
        assert "made up" in example.notice.text and "Nothing in it happened" in example.notice.text


def test_examples_answer_what_matters(example: WorkedExample) -> None:
    """No example leaves open what the fit check would ask for."""
    answered = {answer.field.id for answer in example.answers}
    asked = {field.id for _, fields in plan().parts_on(Copy.WORKING) for field in fields if field.if_empty}
    reckoned = {field.id for field in plan().fields if field.reckoned}
    assert asked - answered - reckoned == set()


def test_reviews_in_examples_keep_to_their_interval(example: WorkedExample) -> None:
    """The first review of an example stands on the day that its form reckons."""
    answers = {answer.field.id: answer for answer in example.answers}
    start, field = answers["today"].day, plan().field("how-often")
    assert start is not None and field is not None
    days = next(choice.days for choice in field.choices if choice.id == answers["how-often"].chosen[0].id)
    assert days is not None
    assert answers["reviews"].rows[0][0].text == str(start + timedelta(days=days))


def test_people_in_examples_have_first_names_only() -> None:
    """A full name could belong to somebody."""
    names = [answer.name for example in real_content().all(WorkedExample) for answer in example.answers if answer.name]
    assert names and all(re.fullmatch(r"[A-Z][a-zé]+", name) for name in names)


def test_nothing_in_forms_and_examples_types_a_number_to_call() -> None:
    """Numbers come from the register of services; 999 may be named in a sentence for staff."""
    for record in (*forms().values(), *real_content().all(WorkedExample)):
        assert not [prose.text for prose in proses_of(record) if re.search(r"\b0\d{3,}|\b0800\b", prose.text)]
    for copy in (Copy.YOUNG_PERSON, Copy.PARENTS):
        assert not [prose for prose in plan().words_on(copy) if re.search(r"\b(999|101)\b", prose.text)]


def test_copies_keep_to_the_reading_age_of_their_readers() -> None:
    """The easy-read version is not harder than the copy it stands for."""
    ages = {score.of: score.age for score in scores(real_content()) if score.title == plan().title}
    assert ages["easy-read"] <= ages["young-person"] <= 10 and ages["parents"] <= 11


PICTURED = {
    Picture.ADULT: r"\badults?\b|[Ww]ho do you want to help",
    Picture.BOOK: r"\b(reads|learn)\b",
    Picture.CALENDAR: r"\b(date|last|again|weeks?)\b",
    Picture.CLOCK: r"\b([Hh]ow often|[Ww]hen)\b",
    Picture.CUP: r"\bBreaks\b",
    Picture.DOOR: r"\bquiet room\b",
    Picture.EYE: r"\bsee\b",
    Picture.FENCE: r"\blimits?\b",
    Picture.HAND: r"\bsign for help\b",
    Picture.HEART: r"\b(go well|like)\b",
    Picture.HELP: r"\bhelps?\b",
    Picture.HOUSE: r"\bsafe\b",
    Picture.IMAGE: r"\bpictures\b",
    Picture.LAPTOP: r"\buse it on\b",
    Picture.LETTERS: r"\bprint\b",
    Picture.LIST: r"\bdo\b",
    Picture.LOCK: r"\bsee this plan\b",
    Picture.NAME: r"\bname\b",
    Picture.PAPER: r"\b(your plan|paper)\b",
    Picture.PEOPLE: r"\b(with (you|me)|other people|[Ww]ho|friend)\b",
    Picture.PENCIL: r"\b(name|writes?|signs?)\b",
    Picture.PHONE: r"\b(online|[Cc]all|[Hh]elpline)\b",
    Picture.PLACE: r"\bplace\b",
    Picture.ROAD: r"\b(be better|get easier)\b",
    Picture.SHIELD: r"\bfeel very bad\b",
    Picture.STAR: r"\bgood at\b",
    Picture.TALK: r"\b(adult do|do their part|[Tt]ext|talk|speaks)\b",
    Picture.THINK: r"\b(tells you|fair|have to answer|else|other times)\b",
}
"""What each picture means: words that every question beside it has."""


def ideas() -> list[Easy]:
    """Return everything that has a picture of its own."""
    texts = [text for form in forms().values() for text in form.copies]
    fields = [field for form in forms().values() for field in form.fields]
    found: list[Easy | None] = [field.easy for field in fields]
    found += [column.easy for field in fields for column in field.columns]
    found += [idea for text in texts for idea in (*text.easy_lead, *text.easy_services, *text.easy_own)]
    choices = [choice for field in fields for choice in field.choices if choice.picture]
    found += [Easy.model_validate({"label": each.label, "picture": each.picture}) for each in choices]
    return [idea for idea in found if idea]


def test_each_picture_means_one_thing() -> None:
    """A young person who reads by pictures does not meet the same one beside two different things."""
    asked = ideas()
    assert [each.label.text for each in asked if not re.search(PICTURED[each.picture], each.label.text)] == []


def test_pictures_are_there_and_small() -> None:
    """Each picture that a form may name is a small line drawing without styles, and none lies about unused."""
    files = {path.stem: path for path in PICTURES.iterdir()}
    assert set(files) == {picture.value for picture in Picture}
    assert {idea.picture for idea in ideas()} == set(Picture)
    assert [name for name, path in files.items() if not _is_plain(path)] == []


def _is_plain(path: Path) -> bool:
    text = path.read_text(encoding="utf-8")
    plain = 'viewBox="0 0 48 48"' in text and 'stroke="#1d2a30"' in text and 'fill="none"' in text
    return plain and len(text) <= 1000 and not re.search(r"style|script|href|class", text)
