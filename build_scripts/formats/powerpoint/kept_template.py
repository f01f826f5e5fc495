"""What the template of decks says, read once for many runs: the library of PowerPoint takes long to load."""

from __future__ import annotations

from collections.abc import Mapping

from build_scripts.content.kept import Kept
from build_scripts.formats.powerpoint.layouts import Layout, Placeholder, SlideLayout


@Kept
def slide_layouts() -> Mapping[Layout, SlideLayout]:
    """Return the layouts as they stand in the template."""
    from build_scripts.formats.powerpoint.template import read_layouts

    return read_layouts()


@Kept
def names_in_template() -> frozenset[str]:
    """Return the names of layouts and of what stands on them, and the words that placeholders show while empty."""
    from build_scripts.formats.powerpoint.template import read_names

    return read_names()


@Kept
def notes_placeholder() -> Placeholder:
    """Return the placeholder of the notes master that notes stand in."""
    from build_scripts.formats.powerpoint.template import read_notes

    return read_notes()
