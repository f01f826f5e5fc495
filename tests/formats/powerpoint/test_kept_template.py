"""What is measured is what the template says: its placeholders are read, and lie where they should."""

from build_scripts.formats.powerpoint.kept_template import notes_placeholder, slide_layouts
from build_scripts.formats.powerpoint.layouts import DRAWING_INDEX, Layout, ListStyle


def test_only_the_layout_of_drawings_has_room_for_one() -> None:
    """A drawing stands nowhere else, and takes the place of words."""
    layouts = slide_layouts()
    assert [name for name, layout in layouts.items() if layout.drawing] == [Layout.DRAWING]
    assert DRAWING_INDEX not in layouts[Layout.DRAWING].bodies


def test_lists_stand_in_as_the_template_says() -> None:
    """Bullets of a body follow its template; another list in it has room for its numbers."""
    body = slide_layouts()[Layout.CONTENT].bodies[1]
    assert body.list_style is ListStyle.BULLET and notes_placeholder().list_style is ListStyle.NONE
    assert 0 == body.indent(ListStyle.NONE) < body.indent(ListStyle.BULLET) < body.indent(ListStyle.NUMBER)
