"""A PowerPoint file tells how many slides it has."""

from io import BytesIO

import pptx

from build_scripts.formats.powerpoint.slide_count import count_slides
from build_scripts.formats.powerpoint.template import TEMPLATE


def test_slides_are_counted_and_nothing_else() -> None:
    """Notes, layouts and relations are no slides."""
    made, data = pptx.Presentation(str(TEMPLATE)), BytesIO()
    for layout in list(made.slide_layouts)[:3]:
        made.slides.add_slide(layout).notes_slide.notes_text_frame.text = "Words"
    made.save(data)
    assert count_slides(data.getvalue()) == 3
