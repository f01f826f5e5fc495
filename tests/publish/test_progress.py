"""A step that nobody watches runs all the same."""

from build_scripts.publish.progress import silent


def test_a_silent_step_can_be_counted() -> None:
    """Who makes files need not know whether somebody watches."""
    with silent("Making files", 2) as made:
        made()
        made()
