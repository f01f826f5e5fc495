"""What is measured is what the template says: its placeholders are read, and lie where they should."""

from typing import Any

import pptx
import pytest

from build_scripts.formats.powerpoint.layouts import Layout
from build_scripts.formats.powerpoint.template import TEMPLATE, read_layouts

POINT = 12700
"""English metric units in a point."""


def test_every_layout_is_read() -> None:
    """A layout that was renamed in PowerPoint is noticed here and not by the build of a session."""
    names = [layout.name for layout in pptx.Presentation(str(TEMPLATE)).slide_layouts]
    assert names == list(Layout) == [*read_layouts()]
    for layout in read_layouts().values():
        for placeholder in (layout.title, *layout.bodies.values()):
            assert min(placeholder.width, placeholder.height, placeholder.points) > 0


def test_a_placeholder_that_is_moved_is_measured_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """A designer makes a placeholder narrower, with larger type, and no Python has to follow."""
    changed: Any = pptx.Presentation(str(TEMPLATE))
    shape = next(layout for layout in changed.slide_layouts if layout.name == Layout.CONTENT).placeholders[1]
    shape.width, shape.text_frame.margin_left = 500 * POINT, 20 * POINT
    shape._element.find(".//{*}defRPr").set("sz", "4000")
    monkeypatch.setattr(pptx, "Presentation", lambda _: changed)
    body = read_layouts()[Layout.CONTENT].bodies[1]
    assert (body.width, body.points) == (480, 40)


def test_slides_layouts_and_master_are_of_one_shape() -> None:
    """Slides are 16:9, and each placeholder of each layout lies on the slide; no two of a layout overlap."""
    template = pptx.Presentation(str(TEMPLATE))
    wide, high = template.slide_width, template.slide_height
    assert wide and high and (wide * 9, wide / POINT) == (high * 16, 960)
    for layout in (template.slide_master, *template.slide_layouts):
        boxes = [(s.left, s.top, s.left + s.width, s.top + s.height) for s in layout.placeholders]
        assert all(left >= 0 and top >= 0 and right <= wide and low <= high for left, top, right, low in boxes)
        pairs = [(a, b) for at, a in enumerate(boxes) for b in boxes[:at]]
        assert not [1 for a, b in pairs if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]]
