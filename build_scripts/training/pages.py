"""The pages of training sessions: a list of all, a page for the facilitator of each, and its papers to print."""

from __future__ import annotations

from build_scripts.content.content import ADDRESS_OF_PAGE, Content
from build_scripts.content.links import page_address
from build_scripts.content.pages import Article, IndexPage, Site
from build_scripts.content.prose import parse, to_text
from build_scripts.content.sessions import Session, SessionKind, SessionParts, SlideKind
from build_scripts.pages.components import talk
from build_scripts.pages.generated import GeneratedPage, front_matter
from build_scripts.pages.page_context import PageContext
from build_scripts.training.builder_page import builder_page
from build_scripts.training.deck_pages import build_decks, clock, deck_address
from build_scripts.training.powerpoint_files import DeckDocument
from build_scripts.training.session_plan import SessionPlan, session_plan

SESSION_KIND_HEADINGS = {
    SessionKind.SESSION: "Sessions",
    SessionKind.REFRESHER: "Refreshers",
    SessionKind.BRIEFING: "Briefings of ten minutes",
}
"""Headings of the list of sessions."""


def build_session_pages(content: Content) -> list[GeneratedPage]:
    """Return every page that has to do with training sessions; none when there are no sessions.

    Args:
        content: checked content.
    """
    pages = {page.id: page for page in content.all(IndexPage)}
    plans = [session_plan(content, session) for session in content.all(Session)]
    return [
        _index(content, pages["sessions"], plans),
        builder_page(content, pages["session-builder"], plans),
        *(_facilitator(content, worked_out) for worked_out in plans),
        *(_papers(content, worked_out) for worked_out in plans),
        *build_decks(content, plans),
    ]


def papers_address(session: Session) -> str:
    """Return the address of the papers of a session, without ending."""
    return f"{page_address(session)}-papers"


def _index(content: Content, page: IndexPage, plans: list[SessionPlan]) -> GeneratedPage:
    context = PageContext(content, ADDRESS_OF_PAGE["sessions"])
    groups = {
        title: [made for made in plans if made.session.kind is kind] for kind, title in SESSION_KIND_HEADINGS.items()
    }
    text = context.fill("pages/sessions.md.j2", page=page, groups=groups)
    head = front_matter(
        title=page.title, description=to_text(parse(page.summary)), style="session", paper="session-print"
    )
    menu = page.menu_title or page.title
    return GeneratedPage(
        f"{context.page}.md",
        f"{head}{text}\n\n{talk(context)}\n",
        page.location,
        menu,
        group=page.group,
        order=page.order,
    )


def _facilitator(content: Content, worked_out: SessionPlan) -> GeneratedPage:
    session = worked_out.session
    context = PageContext(content, page_address(session))
    shown = {slide.title for slide in worked_out.slides if slide.content is SlideKind.REHEARSAL}
    text = context.fill(
        "pages/session.md.j2",
        session=session,
        plan=worked_out,
        clock=clock,
        labels=content.one(SessionParts).labels,
        others=[card for card in worked_out.rehearsals if card.title not in shown],
        deck=f"{deck_address(session)}.html",
        powerpoint=DeckDocument(session).address,
        papers=f"{papers_address(session)}.html",
    )
    head = front_matter(
        title=session.title,
        description=to_text(parse(session.summary)),
        style="session",
        paper="session-print",
        review_by=session.review_by.isoformat(),
    )
    return GeneratedPage(
        f"{context.page}.md",
        f"{head}{text}\n\n{talk(context)}\n",
        session.location,
        session.menu_title,
        group="training",
        order=session.order,
    )


def _papers(content: Content, worked_out: SessionPlan) -> GeneratedPage:
    session = worked_out.session
    context = PageContext(content, papers_address(session))
    found = [content.find(reference.kind, reference.id) for reference in session.about]
    text = context.fill(
        "pages/session-papers.md.j2",
        session=session,
        plan=worked_out,
        clock=clock,
        shared=content.one(SessionParts),
        articles=[record for record in found if isinstance(record, Article)],
        site=content.one(Site),
    )
    title = f"Papers: {session.title}"
    head = front_matter(
        title=title,
        description=to_text(parse(session.summary)),
        script="papers",
        style="session",
        paper="session-print",
        without_contents=True,
    )
    return GeneratedPage(f"{context.page}.md", f"{head}{text}\n\n{talk(context)}\n", session.location, title)
