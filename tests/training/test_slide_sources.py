"""What a slide draws from registers stands in the order that its readers expect."""

from datetime import date

from build_scripts.content.content import Content
from build_scripts.content.fields import Prose, Record
from build_scripts.content.load import load_all
from build_scripts.content.prose import parse, to_text
from build_scripts.content.registers import Change, Document
from build_scripts.content.route import Route
from build_scripts.content.sessions import Session, SlideKind
from build_scripts.training.slide_sources import slide_content
from tests.conftest import SMALL

DAYS = (date(2025, 9, 1), date(2026, 3, 2), date(2026, 1, 5))


def changed(day: date, *, serious: bool = True) -> Change:
    """Return a change of a document."""
    return Change(on=day, what=Prose(f"On {day}."), serious=serious)


def shown(**of_slide: object) -> list[str]:
    """Return the points of a slide on changes when each document of the content has some, some minor."""
    content = load_all(SMALL).content
    document = content.all(Document)[0]
    first = document.model_copy(update={"id": "first", "changes": (changed(DAYS[0]), changed(DAYS[1]))})
    second = document.model_copy(
        update={"id": "second", "changes": (changed(DAYS[2]), changed(DAYS[2], serious=False))}
    )
    records: dict[type[Record], tuple[Record, ...]] = {**content.records, Document: (first, second)}
    session = content.all(Session)[0]
    slide = session.blocks[1].slides[0].model_copy(update={"content": SlideKind.CHANGES, "source": (), **of_slide})
    return [point.text.text for point in slide_content(Content(records), session, slide).points]


def test_the_newest_change_stands_first() -> None:
    """Staff read first what they know least, whichever document it stands in."""
    assert shown() == ["On 2026-03-02.", "On 2026-01-05.", "On 2025-09-01."]


def test_older_changes_are_left_to_the_register() -> None:
    """A briefing of this year holds this year's changes alone."""
    assert shown(since=date(2026, 1, 1)) == ["On 2026-03-02.", "On 2026-01-05."]


def test_a_title_that_looks_like_markdown_is_plain_words() -> None:
    """A link, an emphasis or a sign of HTML in the title of a consideration is printed, and leads nowhere."""
    content = load_all(SMALL).content
    route, session, title = content.one(Route), content.all(Session)[0], "A *b* [c](https://d.example) &copy; <e>"
    steps = tuple(step.model_copy(update={"title": title}) for step in route.steps)
    responses = tuple(each.model_copy(update={"title": title}) for each in route.responses)
    changed = route.model_copy(update={"steps": steps, "responses": responses})
    records: dict[type[Record], tuple[Record, ...]] = {**content.records, Route: (changed,)}
    for kind in (SlideKind.ROUTE, SlideKind.ROUTE_MAP):
        slide = session.blocks[1].slides[0].model_copy(update={"content": kind, "source": ()})
        points = slide_content(Content(records), session, slide).points
        assert {to_text(parse(point.text)) for point in points} == {title}
