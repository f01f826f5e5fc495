"""Frames say what labels say, with the version and the days of the build in their places."""

from pathlib import Path

from build_scripts.publish.frame import frame_values
from tests.conftest import Change
from tests.folders import opened


def test_the_foot_says_version_and_days(small: Path) -> None:
    """A reader sees how old a copy is, in a whole sentence."""
    project = opened(small)
    values = frame_values(project.content, project.build_info)
    assert project.build_info.version in values["labels"]["site-version"]
    assert values["build_info"]["checked_on"] in values["labels"]["content-checked"]
    assert not [words for words in values["labels"].values() if "{" in words]


def test_a_reworded_label_reaches_the_frames(small: Path, change: Change) -> None:
    """Whoever changes a word in the content changes it around every page."""
    change("content_data/interface/frame.yml", "text: Skip to main content", "text: On to the text")
    project = opened(small)
    assert frame_values(project.content, project.build_info)["labels"]["skip-to-content"] == "On to the text"
