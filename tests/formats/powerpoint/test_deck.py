"""What a deck is made of keeps its words together."""

from build_scripts.formats.powerpoint.deck import Paragraph, Run


def test_a_paragraph_reads_as_one_text() -> None:
    """A word that is bold or stands back is measured and told with the others, in their order."""
    assert Paragraph((Run("See the "), Run("DSL", bold=True), Run(" today.", quiet=True))).text == "See the DSL today."
