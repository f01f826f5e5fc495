"""What the frames of ``overrides`` read besides the page: version, dates and words."""

from __future__ import annotations

from build_scripts.content.content import Content
from build_scripts.content.interface import Label
from build_scripts.pages.generated import BuildInfo


def frame_values(content: Content, build_info: BuildInfo) -> dict[str, dict[str, str]]:
    """Return what stands in the ``extra`` of the generator's settings.

    Args:
        content: checked content.
        build_info: version and dates.

    Returns:
        ``build_info``; and ``labels``, the words of the interface by id, with version and days in their places.
    """
    values = build_info.words()
    labels = {label.id: label.text.text for label in content.all(Label) if not label.values}
    labels["site-version"] = content.label("site-version", version=values["version"], day=values["built_on"])
    if values["checked_on"]:
        labels["content-checked"] = content.label("content-checked", day=values["checked_on"])
    return {"build_info": values, "labels": labels}
