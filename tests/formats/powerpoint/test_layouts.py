"""How far words stand in: as the template says, or with room for another kind of list."""

from build_scripts.formats.powerpoint.kept_template import notes_placeholder, slide_layouts
from build_scripts.formats.powerpoint.layouts import Layout, ListStyle


def test_lists_stand_in_as_the_template_says() -> None:
    """Bullets of a body follow its template; another list in it has room for its numbers."""
    body = slide_layouts()[Layout.CONTENT].bodies[1]
    assert body.list_style is ListStyle.BULLET and notes_placeholder().list_style is ListStyle.NONE
    assert 0 == body.indent(ListStyle.NONE) < body.indent(ListStyle.BULLET) < body.indent(ListStyle.NUMBER)
