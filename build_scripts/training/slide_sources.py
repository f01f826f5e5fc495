"""What a slide draws from elsewhere in the content: a paragraph and points, never words of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from markdown_it.tree import SyntaxTreeNode

from build_scripts.content.content import Content
from build_scripts.content.fields import Prose, Record, Reference, long_date
from build_scripts.content.pages import Article, Behaviour, Guidance
from build_scripts.content.prose import LISTS, component_of, first_sentence, parse, slug, to_text
from build_scripts.content.registers import Change, Continuum, Document, Registered, Service, Statistic, Survey, Term
from build_scripts.content.route import Erratum, Response, Route, Step
from build_scripts.content.sessions import Outline, Question, Rehearsal, Scenario, Session, SessionParts, SessionSlide

ARTICLES = frozenset({"section", "behaviour", "faq"})
OWN = "shown"
"""The kind of a plain id: what it names depends on what the slide shows."""
KINDS_OF_SOURCE: dict[Outline, frozenset[str]] = {
    Outline.ANSWER: frozenset({"faq"}),
    Outline.CHANGES: frozenset({"document", "service"}),
    Outline.CONSIDERATION: frozenset({OWN}),
    Outline.DEFINITION: frozenset({"behaviour"}),
    Outline.ERRATA: frozenset({OWN}),
    Outline.EXAMPLES: frozenset({"behaviour"}),
    Outline.IN_SHORT: ARTICLES,
    Outline.QUESTION: frozenset({OWN}),
    Outline.REHEARSAL: frozenset({OWN}),
    Outline.RESPONSE: frozenset({OWN}),
    Outline.SCENARIO: frozenset({OWN}),
    Outline.SECTION: ARTICLES,
    Outline.STATISTIC: frozenset({"statistic"}),
    Outline.SUMMARY: ARTICLES,
    Outline.TALK: frozenset({"service"}),
    Outline.TERM: frozenset({"term"}),
}
"""What each outline draws from; one that is not listed needs nothing."""
MANY = {Outline.CHANGES, Outline.ERRATA, Outline.STATISTIC, Outline.TALK, Outline.TERM}
"""Outlines that may draw from several records."""
WHOLE = {Outline.CHANGES, Outline.ERRATA}
"""Outlines that draw from the whole register when they name nothing."""


@dataclass(frozen=True)
class Point:
    """A line of a slide.

    Attributes:
        text: the words, in one paragraph.
        term: stands before them in bold, followed by a space; its punctuation is its own.
        phone: a number to call.
        right: whether it is the right answer to a question.
    """

    text: Prose
    term: str | None = None
    phone: str | None = None
    right: bool = False


@dataclass(frozen=True)
class SlideStep:
    """What is shown after the rest of the slide has been talked about: a stage, or the feedback."""

    text: Prose
    points: tuple[Point, ...] = ()


@dataclass(frozen=True)
class SlideContent:
    """What a slide draws, before points are picked."""

    lead: Prose | None = None
    points: tuple[Point, ...] = ()
    ordered: bool = False
    picture: str | None = None
    source: Reference | None = None
    stages: tuple[SlideStep, ...] = ()
    look_for: tuple[Prose, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show."""
        return not (self.lead or self.points or self.stages)


def slide_content(content: Content, session: Session, slide: SessionSlide) -> SlideContent:
    """Return everything that a slide could context.

    Args:
        content: checked content.
        session: the session that the slide stands in.
        slide: the slide.
    """
    return CONTENT_OF[slide.show](content, session, slide)


def items(content: Content, show: Outline) -> dict[str, Record]:
    """Return what the plain ids of a slide may name, by id."""
    route = content.all(Route)[:1]
    found: dict[Outline, Iterable[Record]] = {
        Outline.CONSIDERATION: [step for one in route for step in one.steps],
        Outline.ERRATA: content.all(Erratum),
        Outline.QUESTION: content.all(Question),
        Outline.REHEARSAL: content.all(Rehearsal),
        Outline.RESPONSE: [response for one in route for response in one.responses],
        Outline.SCENARIO: content.all(Scenario),
    }
    return {getattr(record, "id", ""): record for record in found.get(show, ())}


def question_content(question: Question) -> SlideContent:
    """Return a question with its answers; the feedback comes after."""
    points = tuple(Point(option.text, right=option.right) for option in question.options)
    return SlideContent(question.question, points, source=question.page, stages=(SlideStep(question.feedback),))


def _points(lines: Iterable[Prose]) -> tuple[Point, ...]:
    return tuple(map(_point, lines))


def _point(line: Prose) -> Point:
    """Return a line, with words in bold at its front as its term."""
    bold = re.fullmatch(r"\*\*([^*]+[.:?!])\*\*\s+(\S.*)", line.text.strip(), re.DOTALL)
    return Point(replace(line, text=bold[2]), to_text(parse(replace(line, text=bold[1])))) if bold else Point(line)


def _first(content: Content, slide: SessionSlide) -> Record:
    reference = slide.of[0]
    found = items(content, slide.show)[reference.id] if reference.kind == OWN else _found(content, reference)
    assert found is not None, f"{reference} was not checked"
    return found


def _found(content: Content, reference: Reference) -> Record | None:
    return content.find(reference.kind, reference.id)


def _records(content: Content, slide: SessionSlide) -> list[Record]:
    return [found for reference in slide.of if (found := _found(content, reference))]


def _own(_content: Content, _session: Session, _slide: SessionSlide) -> SlideContent:
    return SlideContent()


def _in_short(content: Content, _session: Session, slide: SessionSlide) -> SlideContent:
    article = _first(content, slide)
    assert isinstance(article, Article)
    return SlideContent(points=_points(article.in_short), source=slide.of[0])


def _field(name: str) -> Callable[[Content, Session, SessionSlide], SlideContent]:
    def draw_field(content: Content, _session: Session, slide: SessionSlide) -> SlideContent:
        return SlideContent(getattr(_first(content, slide), name), source=slide.of[0])

    return draw_field


def _examples(content: Content, _session: Session, slide: SessionSlide) -> SlideContent:
    behaviour = _first(content, slide)
    assert isinstance(behaviour, Behaviour)
    return SlideContent(
        behaviour.definition, _points(example.text for example in behaviour.examples), source=slide.of[0]
    )


def _section(content: Content, _session: Session, slide: SessionSlide) -> SlideContent:
    article = _first(content, slide)
    assert isinstance(article, Article)
    blocks = _under(article.body, slide.of[0].fragment)
    lists = [at for at, node in enumerate(blocks) if node.type in LISTS]
    paragraphs = [node for node in blocks if node.type == "paragraph" and component_of(node) is None]
    if not lists:
        lead = _prose(paragraphs[0], article.body) if paragraphs and slide.which == 1 else None
        return SlideContent(lead, source=slide.of[0])
    if slide.which > len(lists):
        return SlideContent(source=slide.of[0])
    at = lists[slide.which - 1]
    above = blocks[at - 1] if at and blocks[at - 1] in paragraphs else None
    points = _points(_prose(item.children[0], article.body) for item in blocks[at].children)
    lead = _prose(above, article.body) if above else None
    return SlideContent(lead, points, blocks[at].type == "ordered_list", source=slide.of[0])


def _under(body: Prose, heading: str) -> list[SyntaxTreeNode]:
    """Return the blocks between a heading and the next; those before the first heading when none is named."""
    within, blocks = not heading, list[SyntaxTreeNode]()
    for node in parse(body).children:
        if node.type == "heading":
            within = bool(heading) and slug(to_text(node)) == heading
        elif within:
            blocks.append(node)
    return blocks


def _prose(paragraph: SyntaxTreeNode, body: Prose) -> Prose:
    """Return the words of a paragraph as they are written."""
    return Prose(" ".join(paragraph.children[0].content.split()), body.location, inline=True)


def _continuum(content: Content, _session: Session, _slide: SessionSlide) -> SlideContent:
    levels = content.one(Continuum).levels
    points = tuple(Point(level.features[0], f"{level.name}:") for level in levels)
    return SlideContent(points=points, picture="continuum", source=_page_with(content, "continuum"))


def _continuum_notes(content: Content, _session: Session, _slide: SessionSlide) -> SlideContent:
    return SlideContent(points=_points(content.one(Continuum).notes), source=_page_with(content, "continuum"))


def _page_with(content: Content, component: str) -> Reference | None:
    """Return the section that sets out a component."""
    for article in content.all(Guidance):
        for node in parse(article.body).children:
            found = component_of(node)
            if found and found[0].id == component:
                return Reference("section", article.id)
    return None


def _statistic(content: Content, _session: Session, slide: SessionSlide) -> SlideContent:
    figures = [record for record in _records(content, slide) if isinstance(record, Statistic)]
    points = [Point(figure.text, figure.figure) for figure in figures]
    asked: dict[str, Point] = {}
    for figure in figures:
        survey = content.find("survey", figure.survey.id)
        assert isinstance(survey, Survey)
        who = figure.asked or survey.asked
        asked.setdefault(who.text, Point(who, f"{survey.year[:1].upper()}{survey.year[1:]}:"))
    return SlideContent(points=(*points, *asked.values()), source=slide.of[0])


def _term(content: Content, _session: Session, slide: SessionSlide) -> SlideContent:
    terms = [record for record in _records(content, slide) if isinstance(record, Term)]
    points = tuple(Point(_opening(term.meaning), f"{term.term}:") for term in terms)
    return SlideContent(points=points, source=slide.of[0])


def _opening(text: Prose) -> Prose:
    """Return the first paragraph of a text, or the first item when it begins with a list."""
    node = parse(text).children[0]
    while node.type != "paragraph":
        node = node.children[0]
    return _prose(node, text)


def _route(content: Content, _session: Session, _slide: SessionSlide) -> SlideContent:
    points = tuple(Point(Prose(step.title, step.location, inline=True)) for step in content.one(Route).steps)
    return SlideContent(points=points, ordered=True, source=_page_with(content, "route"))


def _consideration(content: Content, _session: Session, slide: SessionSlide) -> SlideContent:
    step = _first(content, slide)
    assert isinstance(step, Step)
    return SlideContent(_opening(step.text), _points(step.ask), source=_page_with(content, "route"))


def _responses(content: Content, _session: Session, _slide: SessionSlide) -> SlideContent:
    responses = content.one(Route).responses
    points = tuple(Point(_opening(response.when), f"{response.title}:") for response in responses)
    return SlideContent(points=points, source=_page_with(content, "responses"))


def _response(content: Content, _session: Session, slide: SessionSlide) -> SlideContent:
    response = _first(content, slide)
    assert isinstance(response, Response)
    steps = [item for node in parse(response.do).children if node.type in LISTS for item in node.children]
    points = _points(_prose(item.children[0], response.do) for item in steps)
    return SlideContent(_opening(response.when), points, bool(points), source=_page_with(content, "responses"))


def _talk(content: Content, _session: Session, slide: SessionSlide) -> SlideContent:
    services = [record for record in _records(content, slide) if isinstance(record, Service)]
    points = tuple(Point(service.what, f"{service.name}:", service.phone) for service in services)
    return SlideContent(points=points, source=Reference("page", "services"))


def _changes(content: Content, _session: Session, slide: SessionSlide) -> SlideContent:
    """Draw the dated changes of the records named, or the serious ones of all records, the newest first."""
    records = _records(content, slide) or [*content.all(Document), *content.all(Service)]
    registered = [record for record in records if isinstance(record, Registered) and record.printed]
    found = [(change, record) for record in registered for change in record.changes if _is_drawn(change, slide)]
    found.sort(key=lambda item: (item[0].on, item[1].id), reverse=True)
    points = tuple(Point(change.what, f"{long_date(change.on)}:") for change, _ in found)
    return SlideContent(points=points, source=Reference("page", "changes"))


def _is_drawn(change: Change, slide: SessionSlide) -> bool:
    return (change.serious or bool(slide.of)) and (slide.since is None or change.on >= slide.since)


def _errata(content: Content, _session: Session, slide: SessionSlide) -> SlideContent:
    known = items(content, slide.show)
    guide_said, we_say = content.label("guide-2019-said"), content.label("what-we-say")
    chosen: Sequence[Record] = [known[reference.id] for reference in slide.of] or list(known.values())
    points: list[Point] = []
    for erratum in chosen:
        assert isinstance(erratum, Erratum)
        points += [Point(erratum.problem, guide_said), Point(erratum.we_say, we_say)]
    return SlideContent(points=tuple(points), source=Reference("page", "corrections"))


def _rules(content: Content, _session: Session, _slide: SessionSlide) -> SlideContent:
    return SlideContent(points=_points(rule.text for rule in content.one(SessionParts).rules))


def _prompts(content: Content, _session: Session, _slide: SessionSlide) -> SlideContent:
    return SlideContent(points=_points(content.one(SessionParts).prompts), ordered=True)


def _scenario(content: Content, _session: Session, slide: SessionSlide) -> SlideContent:
    scenario = _first(content, slide)
    assert isinstance(scenario, Scenario)
    stages = tuple(SlideStep(stage.text, _points(stage.ask)) for stage in scenario.stages)
    prompts = _points(content.one(SessionParts).prompts)
    return SlideContent(None, prompts, True, source=scenario.cites[0], stages=stages, look_for=scenario.look_for)


def _rehearsal(content: Content, _session: Session, slide: SessionSlide) -> SlideContent:
    card = _first(content, slide)
    assert isinstance(card, Rehearsal)
    groups = (
        (content.label("words-to-say"), card.say),
        (content.label("words-to-avoid"), card.avoid),
        (content.label("words-to-check-back"), card.check_back),
    )
    points = tuple(Point(line, head) for head, lines in groups for line in lines)
    return SlideContent(card.situation, points, source=card.cites[0])


def _question(content: Content, _session: Session, slide: SessionSlide) -> SlideContent:
    question = _first(content, slide)
    assert isinstance(question, Question)
    return question_content(question)


def _outcomes(_content: Content, session: Session, _slide: SessionSlide) -> SlideContent:
    return SlideContent(session.content_note, _points(session.outcomes))


def _actions(_content: Content, session: Session, _slide: SessionSlide) -> SlideContent:
    return SlideContent(points=_points(session.actions))


def first_sentence_of(point: Point) -> Point:
    """Return a point with its first sentence alone."""
    return replace(point, text=first_sentence(point.text))


CONTENT_OF: dict[Outline, Callable[[Content, Session, SessionSlide], SlideContent]] = {
    Outline.ACTIONS: _actions,
    Outline.ANSWER: _field("answer"),
    Outline.CHANGES: _changes,
    Outline.CONSIDERATION: _consideration,
    Outline.CONTINUUM: _continuum,
    Outline.CONTINUUM_NOTES: _continuum_notes,
    Outline.DEFINITION: _field("definition"),
    Outline.ERRATA: _errata,
    Outline.EXAMPLES: _examples,
    Outline.IN_SHORT: _in_short,
    Outline.OUTCOMES: _outcomes,
    Outline.POINTS: _own,
    Outline.PROMPTS: _prompts,
    Outline.QUESTION: _question,
    Outline.QUESTIONS: _own,
    Outline.REHEARSAL: _rehearsal,
    Outline.RESPONSE: _response,
    Outline.RESPONSES: _responses,
    Outline.ROUTE: _route,
    Outline.RULES: _rules,
    Outline.SCENARIO: _scenario,
    Outline.SECTION: _section,
    Outline.STATISTIC: _statistic,
    Outline.SUMMARY: _field("summary"),
    Outline.TALK: _talk,
    Outline.TERM: _term,
}
