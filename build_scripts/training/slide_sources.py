"""What a slide draws from elsewhere in the content: a paragraph and points, never words of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from markdown_it.tree import SyntaxTreeNode

from build_scripts.content.content import Content
from build_scripts.content.fields import Prose, Record, Reference, long_date
from build_scripts.content.links import shown_on
from build_scripts.content.pages import Article, Behaviour
from build_scripts.content.prose import LISTS, component_of, first_sentence, literal, parse, plain_text, slug, to_text
from build_scripts.content.registers import Change, Continuum, Document, Registered, Service, Statistic, Survey, Term
from build_scripts.content.route import Correction, Response, Route, Step
from build_scripts.content.sessions import Question, Rehearsal, Scenario, Session, SessionParts, SessionSlide, SlideKind

ARTICLES = frozenset({"section", "behaviour", "faq"})
OWN = "shown"
"""The kind of a plain id: what it names depends on what the slide shows."""
KINDS_OF_SOURCE: dict[SlideKind, frozenset[str]] = {
    SlideKind.ANSWER: frozenset({"faq"}),
    SlideKind.CHANGES: frozenset({"document", "service"}),
    SlideKind.CONSIDERATION: frozenset({OWN}),
    SlideKind.DEFINITION: frozenset({"behaviour"}),
    SlideKind.CORRECTIONS: frozenset({OWN}),
    SlideKind.EXAMPLES: frozenset({"behaviour"}),
    SlideKind.KEY_POINTS: ARTICLES,
    SlideKind.QUESTION: frozenset({OWN}),
    SlideKind.REHEARSAL: frozenset({OWN}),
    SlideKind.RESPONSE: frozenset({OWN}),
    SlideKind.SCENARIO: frozenset({OWN}),
    SlideKind.SECTION: ARTICLES,
    SlideKind.STATISTIC: frozenset({"statistic"}),
    SlideKind.SUMMARY: ARTICLES,
    SlideKind.TALK: frozenset({"service"}),
    SlideKind.TERM: frozenset({"term"}),
}
"""What each outline draws from; one that is not listed needs nothing."""
MANY = {SlideKind.CHANGES, SlideKind.CORRECTIONS, SlideKind.STATISTIC, SlideKind.TALK, SlideKind.TERM}
"""Kinds of content that may draw from several records."""
WHOLE = {SlideKind.CHANGES, SlideKind.CORRECTIONS}
"""Kinds of content that draw from the whole register when they name nothing."""


@dataclass(frozen=True)
class Point:
    """A line of a slide.

    Attributes:
        text: the words, in one paragraph.
        term: stands before them in bold, followed by a space; its punctuation is its own.
        phone: a number to call.
        brief: what a room sees in place of the words, which then stand in the notes.
        right: whether it is the right answer to a question.
    """

    text: Prose
    term: str | None = None
    phone: str | None = None
    brief: Prose | None = None
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
    picture: Continuum | Route | None = None
    source: Reference | None = None
    stages: tuple[SlideStep, ...] = ()
    look_for: tuple[Prose, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show."""
        return not (self.lead or self.points or self.stages)


def slide_content(content: Content, session: Session, slide: SessionSlide) -> SlideContent:
    """Return everything that a slide could draw.

    Args:
        content: checked content.
        session: the session that the slide stands in.
        slide: the slide.
    """
    return CONTENT_OF[slide.content](content, session, slide)


def items(content: Content, kind: SlideKind) -> dict[str, Record]:
    """Return what the plain ids of a slide may name, by id."""
    route = content.all(Route)[:1]
    found: dict[SlideKind, Iterable[Record]] = {
        SlideKind.CONSIDERATION: [step for one in route for step in one.steps],
        SlideKind.CORRECTIONS: content.all(Correction),
        SlideKind.QUESTION: content.all(Question),
        SlideKind.REHEARSAL: content.all(Rehearsal),
        SlideKind.RESPONSE: [response for one in route for response in one.responses],
        SlideKind.SCENARIO: content.all(Scenario),
    }
    return {getattr(record, "id", ""): record for record in found.get(kind, ())}


def question_content(question: Question) -> SlideContent:
    """Return a question with its answers; the feedback comes after."""
    points = tuple(Point(option.text, right=option.right) for option in question.options)
    return SlideContent(question.question, points, source=question.page, stages=(SlideStep(question.feedback),))


def _points(lines: Iterable[Prose]) -> tuple[Point, ...]:
    return tuple(map(_point, lines))


def _point(line: Prose) -> Point:
    """Return a line, with words in bold at its front as its term."""
    bold = re.fullmatch(r"\*\*([^*]+[.:?!])\*\*\s+(\S.*)", line.text.strip(), re.DOTALL)
    return Point(replace(line, text=bold[2]), plain_text(replace(line, text=bold[1]))) if bold else Point(line)


def _first(content: Content, slide: SessionSlide) -> Record:
    reference = slide.source[0]
    found = items(content, slide.content)[reference.id] if reference.kind == OWN else _found(content, reference)
    assert found is not None, f"{reference} was not checked"
    return found


def _found(content: Content, reference: Reference) -> Record | None:
    return content.find(reference.kind, reference.id)


def _records(content: Content, slide: SessionSlide) -> list[Record]:
    return [found for reference in slide.source if (found := _found(content, reference))]


def _own(_content: Content, _session: Session, _slide: SessionSlide) -> SlideContent:
    return SlideContent()


def _key_points(content: Content, _session: Session, slide: SessionSlide) -> SlideContent:
    article = _first(content, slide)
    assert isinstance(article, Article)
    return SlideContent(points=_points(article.key_points), source=slide.source[0])


def _field(name: str) -> Callable[[Content, Session, SessionSlide], SlideContent]:
    def draw_field(content: Content, _session: Session, slide: SessionSlide) -> SlideContent:
        return SlideContent(getattr(_first(content, slide), name), source=slide.source[0])

    return draw_field


def _examples(content: Content, _session: Session, slide: SessionSlide) -> SlideContent:
    behaviour = _first(content, slide)
    assert isinstance(behaviour, Behaviour)
    return SlideContent(
        behaviour.definition, _points(example.text for example in behaviour.examples), source=slide.source[0]
    )


def _section(content: Content, _session: Session, slide: SessionSlide) -> SlideContent:
    article = _first(content, slide)
    assert isinstance(article, Article)
    blocks = _under(article.body, slide.source[0].fragment)
    lists = [at for at, node in enumerate(blocks) if node.type in LISTS]
    paragraphs = [node for node in blocks if node.type == "paragraph" and component_of(node) is None]
    if not lists:
        lead = _prose(paragraphs[0], article.body) if paragraphs and slide.list_number == 1 else None
        return SlideContent(lead, source=slide.source[0])
    if slide.list_number > len(lists):
        return SlideContent(source=slide.source[0])
    at = lists[slide.list_number - 1]
    above = blocks[at - 1] if at and blocks[at - 1] in paragraphs else None
    points = _points(_prose(item.children[0], article.body) for item in blocks[at].children)
    lead = _prose(above, article.body) if above else None
    return SlideContent(lead, points, blocks[at].type == "ordered_list", source=slide.source[0])


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
    continuum = content.one(Continuum)
    points = tuple(Point(level.brief, f"{level.name}:") for level in continuum.levels)
    return SlideContent(points=points, picture=continuum, source=shown_on(content, "continuum"))


def _continuum_notes(content: Content, _session: Session, _slide: SessionSlide) -> SlideContent:
    return SlideContent(points=_points(content.one(Continuum).notes), source=shown_on(content, "continuum"))


def _statistic(content: Content, _session: Session, slide: SessionSlide) -> SlideContent:
    figures = [record for record in _records(content, slide) if isinstance(record, Statistic)]
    points: list[Point] = []
    for figure in figures:
        survey = content.find("survey", figure.survey.id)
        assert isinstance(survey, Survey)
        asked = Point(figure.asked or survey.asked, f"{survey.year[:1].upper()}{survey.year[1:]}:")
        points += [Point(figure.text, figure.figure), asked]
    return SlideContent(points=tuple(points), source=slide.source[0])


def _term(content: Content, _session: Session, slide: SessionSlide) -> SlideContent:
    terms = [record for record in _records(content, slide) if isinstance(record, Term)]
    points = tuple(Point(_opening(term.meaning), f"{term.term}:") for term in terms)
    return SlideContent(points=points, source=slide.source[0])


def _opening(text: Prose) -> Prose:
    """Return the first paragraph of a text, or the first item when it begins with a list."""
    node = parse(text).children[0]
    while node.type != "paragraph":
        node = node.children[0]
    return _prose(node, text)


def _titled(part: Step | Response) -> Prose:
    """Return a title as a line of its own; it is plain words, whatever signs are in it."""
    return Prose(literal(part.title), part.location, inline=True)


def _route(content: Content, _session: Session, _slide: SessionSlide) -> SlideContent:
    route = content.one(Route)
    points = tuple(Point(_titled(step)) for step in route.steps)
    return SlideContent(points=points, ordered=True, source=shown_on(content, "route"))


def _route_map(content: Content, _session: Session, _slide: SessionSlide) -> SlideContent:
    route = content.one(Route)
    points = tuple(Point(_titled(each)) for each in route.responses)
    return SlideContent(points=points, picture=route, source=shown_on(content, "route-map"))


def _consideration(content: Content, _session: Session, slide: SessionSlide) -> SlideContent:
    step = _first(content, slide)
    assert isinstance(step, Step)
    return SlideContent(_opening(step.text), _points(step.ask), source=shown_on(content, "route"))


def _responses(content: Content, _session: Session, _slide: SessionSlide) -> SlideContent:
    responses = content.one(Route).responses
    points = tuple(Point(_opening(response.when), f"{response.title}:") for response in responses)
    return SlideContent(points=points, source=shown_on(content, "responses"))


def _response(content: Content, _session: Session, slide: SessionSlide) -> SlideContent:
    response = _first(content, slide)
    assert isinstance(response, Response)
    steps = [item for node in parse(response.do).children if node.type in LISTS for item in node.children]
    points = _points(_prose(item.children[0], response.do) for item in steps)
    return SlideContent(_opening(response.when), points, bool(points), source=shown_on(content, "responses"))


def _talk(content: Content, _session: Session, slide: SessionSlide) -> SlideContent:
    services = [record for record in _records(content, slide) if isinstance(record, Service)]
    points = tuple(Point(service.what, f"{service.name}:", service.phone, service.brief) for service in services)
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
    return (change.serious or bool(slide.source)) and (slide.since is None or change.on >= slide.since)


def _corrections(content: Content, _session: Session, slide: SessionSlide) -> SlideContent:
    known = items(content, slide.content)
    guide_said, we_say = content.label("guide-2019-said"), content.label("what-we-say")
    chosen: Sequence[Record] = [known[reference.id] for reference in slide.source] or list(known.values())
    points: list[Point] = []
    for correction in chosen:
        assert isinstance(correction, Correction)
        points += [Point(correction.problem, guide_said), Point(correction.we_say, we_say)]
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


CONTENT_OF: dict[SlideKind, Callable[[Content, Session, SessionSlide], SlideContent]] = {
    SlideKind.ACTIONS: _actions,
    SlideKind.ANSWER: _field("answer"),
    SlideKind.CHANGES: _changes,
    SlideKind.CONSIDERATION: _consideration,
    SlideKind.CONTINUUM: _continuum,
    SlideKind.CONTINUUM_NOTES: _continuum_notes,
    SlideKind.DEFINITION: _field("definition"),
    SlideKind.CORRECTIONS: _corrections,
    SlideKind.EXAMPLES: _examples,
    SlideKind.KEY_POINTS: _key_points,
    SlideKind.OUTCOMES: _outcomes,
    SlideKind.POINTS: _own,
    SlideKind.PROMPTS: _prompts,
    SlideKind.QUESTION: _question,
    SlideKind.QUESTIONS: _own,
    SlideKind.REHEARSAL: _rehearsal,
    SlideKind.RESPONSE: _response,
    SlideKind.RESPONSES: _responses,
    SlideKind.ROUTE: _route,
    SlideKind.ROUTE_MAP: _route_map,
    SlideKind.RULES: _rules,
    SlideKind.SCENARIO: _scenario,
    SlideKind.SECTION: _section,
    SlideKind.STATISTIC: _statistic,
    SlideKind.SUMMARY: _field("summary"),
    SlideKind.TALK: _talk,
    SlideKind.TERM: _term,
}
