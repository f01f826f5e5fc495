"""What the examples of components are made of may be shown."""

from build_scripts.publish.example_values import example_values
from tests.publish.test_gallery import context


def test_nothing_is_shown_that_must_not_be_printed() -> None:
    """What must not be published does not reach readers as an example either."""
    names = example_values(context())
    assert all(record.printed for kind in ("services", "documents") for record in names[kind])
