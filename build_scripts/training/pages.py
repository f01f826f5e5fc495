"""The pages of training sessions: a list of all, a page for the facilitator of each, and its papers to print."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from markupsafe import Markup

from build_scripts.content.content import Content
from build_scripts.content.forms import Shape
from build_scripts.content.links import page_address
from build_scripts.content.of_content import KeptOfContent
from build_scripts.content.pages import Article, Site
from build_scripts.content.sessions import Session, SessionKind, SessionParts, SlideKind
from build_scripts.pages.components import talk
from build_scripts.pages.generated import GeneratedPage, finished_page
from build_scripts.pages.index_page import IndexPageKind
from build_scripts.pages.page_context import PageContext
from build_scripts.training.builder_page import builder_lists
from build_scripts.training.deck_pages import DECK, DeckPart, build_deck, clock, deck_address, drawn_parts
from build_scripts.training.powerpoint_files import DeckDocument
from build_scripts.training.screens import screens_of
from build_scripts.training.session_plan import session_plan

PAPERS = "training/templates/session-papers.html"
"""The template of what a trainer prints."""
KINDS_AS_LISTED = (SessionKind.SESSION, SessionKind.REFRESHER, SessionKind.BRIEFING)
"""The order of kinds in the list of sessions."""
STYLES: Mapping[str, object] = {"style": "session", "paper": "session-print"}
"""What pages of sessions load."""


def build_session_pages(content: Content) -> list[GeneratedPage]:
    """Return the pages of each session: for the facilitator, papers to print, and slides.

    Args:
        content: checked content.
    """
    sessions = content.all(Session)
    return [draw(content, session) for draw in (_facilitator, _papers, build_deck) for session in sessions]


def papers_address(session: Session) -> str:
    """Return the address of the papers of a session, without ending."""
    return f"{page_address(session)}-papers"


def _sessions(context: PageContext, _shapes: frozenset[Shape]) -> Mapping[str, object]:
    sessions = context.content.all(Session)
    return {"groups": {kind: [session for session in sessions if session.kind is kind] for kind in KINDS_AS_LISTED}}


def _all_slides(context: PageContext, _shapes: frozenset[Shape]) -> Mapping[str, object]:
    once: dict[str, tuple[DeckPart, Markup]] = {}
    for session in context.content.all(Session):
        for part, drawn in drawn_parts(context.content, session, context.page):
            once.setdefault(part.key, (part, drawn))
    return {"parts": [part for part, _ in once.values()], "slides": [drawn for _, drawn in once.values()]}


@KeptOfContent
def _facilitator(content: Content, session: Session) -> GeneratedPage:
    worked_out = session_plan(content, session)
    context = PageContext(content, page_address(session))
    shown = {slide.title for slide in worked_out.slides if slide.content is SlideKind.REHEARSAL}
    body = context.fill(
        "training/templates/session.html",
        session=session,
        plan=worked_out,
        clock=partial(clock, content),
        screens=partial(screens_of, content, worked_out),
        others=[card for card in worked_out.rehearsals if card.title not in shown],
        deck=f"{deck_address(session)}.html",
        powerpoint=DeckDocument(session).address,
        papers=f"{papers_address(session)}.html",
    )
    return finished_page(
        context,
        (body, talk(context)),
        session,
        {"review_by": session.review_by.isoformat(), **STYLES},
        menu=session.menu_title,
        group="training",
        order=session.order,
    )


def papers_values(content: Content, session: Session) -> dict[str, object]:
    """Return what the template of the papers of a session names."""
    found = [content.find(reference.kind, reference.id) for reference in session.about]
    return {
        "session": session,
        "plan": session_plan(content, session),
        "shared": content.one(SessionParts),
        "articles": [record for record in found if isinstance(record, Article)],
        "site": content.one(Site),
    }


@KeptOfContent
def _papers(content: Content, session: Session) -> GeneratedPage:
    context = PageContext(content, papers_address(session))
    body = context.fill(PAPERS, **papers_values(content, session))
    title = content.label("papers-of", session=session.title)
    meta = {"script": "papers", "without_contents": True, **STYLES}
    return finished_page(context, (body, talk(context)), session, meta, title=title)


INDEX_PAGES = (
    IndexPageKind("sessions", "training/templates/sessions.html", _sessions, meta=STYLES),
    IndexPageKind(
        "session-builder",
        "training/templates/session-builder.html",
        lambda context, _: builder_lists(context.content),
        meta={"script": "builder", **STYLES},
    ),
    IndexPageKind("all-slides", "training/templates/all-slides.html", _all_slides, meta=DECK),
)
