"""What the frames of ``overrides`` read besides the page: version, dates and words."""

from __future__ import annotations

from build_scripts.content.interface import Label
from build_scripts.publish.project import Project


def frame_values(project: Project) -> dict[str, dict[str, str]]:
    """Return what stands in the ``extra`` of the generator's settings.

    Args:
        project: the project, checked.

    Returns:
        ``build_info``; and ``labels``, the words of the interface by id, with version and days in their places.
    """
    content, build_info = project.content, project.build_info.words()
    labels = {label.id: label.text.text for label in content.all(Label) if not label.values}
    labels["site-version"] = content.label("site-version", version=build_info["version"], day=build_info["built_on"])
    if build_info["checked_on"]:
        labels["content-checked"] = content.label("content-checked", day=build_info["checked_on"])
    return {"build_info": build_info, "labels": labels}
