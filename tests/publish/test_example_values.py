"""What the examples of components are made of may be shown, and is looked at where it is shown."""

from build_scripts.content.content import Content
from build_scripts.content.pages import HelpPage
from build_scripts.pages.page_context import PageContext
from build_scripts.publish.example_values import example_values
from build_scripts.publish.gallery import gallery_address
from tests.real import real_content


def context() -> PageContext:
    """Return what the first page of the gallery is drawn with."""
    return PageContext(real_content(), gallery_address("site"))


def test_nothing_is_shown_that_must_not_be_printed() -> None:
    """What must not be published does not reach readers as an example either."""
    made = example_values(context())
    assert all(record.printed for kind in ("services", "documents") for record in made[kind]())


def test_an_example_looks_at_nothing_but_what_it_shows() -> None:
    """A changed word leaves the examples alone that do not show it."""
    content: Content = real_content()
    with content.noting() as looks:
        made = example_values(context())
    assert not looks
    with content.noting() as looks:
        made["help_page"]()
    assert [*looks] == [(HelpPage,)]
