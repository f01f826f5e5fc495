"""What is measured is what the template says: its placeholders are read, and lie where they should."""

from build_scripts.formats.powerpoint.kept_template import slide_layouts
from build_scripts.formats.powerpoint.layouts import DRAWING_INDEX, Layout


def test_only_the_layout_of_drawings_has_room_for_one() -> None:
    """A drawing stands nowhere else, and takes the place of words."""
    layouts = slide_layouts()
    assert [name for name, layout in layouts.items() if layout.drawing] == [Layout.DRAWING]
    assert DRAWING_INDEX not in layouts[Layout.DRAWING].bodies
