"""The session builder offers what there is."""

from build_scripts.content.sessions import Session
from build_scripts.training.builder_page import choices, papers_of, twice
from build_scripts.training.deck_pages import shared_parts
from build_scripts.training.pages import build_session_pages
from build_scripts.training.powerpoint_files import deck_documents
from tests.real import real_content
from tests.training.test_pages import lengths


def test_every_choice_of_the_builder_has_slides() -> None:
    """What the builder offers is in the deck of all slides, and nothing timed is left out."""
    content, sessions = real_content(), real_content().all(Session)
    timed = {part.key for each in sessions for part in shared_parts(content, each) if part.minutes}
    assert {choice.block.id for choice in choices(sessions, lengths())} == timed


def test_papers_and_files_that_are_offered_exist() -> None:
    """Whoever builds a session of parts finds the papers and the PowerPoint file of each session they come from."""
    addresses = {page.dest_uri for page in build_session_pages(real_content())}
    files = {document.address for document in deck_documents(real_content())}
    for session in real_content().all(Session):
        found = papers_of(session)
        assert found.papers in addresses and found.powerpoint in files


def test_parts_of_one_title_are_told_apart_by_their_topic() -> None:
    """«The question and its answer» says nothing in a list; each part that shares its title has a topic to name."""
    found = list(choices(real_content().all(Session), lengths()))
    shared = twice(found)
    assert shared
    titles = [(choice.block.title, choice.block.topic) for choice in found if choice.block.title in shared]
    named = [each for each in titles if each[1]]
    assert len(named) == len(set(named))
