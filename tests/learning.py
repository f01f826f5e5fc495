"""SCORM packages of the real content, unpacked as a platform does it, and the words of their pages."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from pathlib import Path

from build_scripts.content.sessions import Question
from build_scripts.release.editions.scorm import packages
from tests.real import BUILD_INFO, real_content


@cache
def made() -> dict[str, dict[str, bytes]]:
    """Return the files of each package, by the session."""
    begin = f"moving-forward-{BUILD_INFO.version}-scorm-"
    made = packages(real_content(), BUILD_INFO)
    return {name.removeprefix(begin).removesuffix(".zip"): files for name, files in made.items()}


def page_of(session: str) -> str:
    """Return the launch page of a session."""
    return made()[session]["index.html"].decode()


def words_of(page: str) -> str:
    """Return the words of a page as they are read, each block on a line of its own."""
    body = re.sub(r"(?s)<(head|svg)\b.*?</\1>", "", page)
    lines = re.sub(r"</?(?:p|li|ul|ol|h\d|section|div|details|summary|footer)\b[^>]*>", "\n", body)
    text = unescape(re.sub(r"<[^>]+>", "", lines))
    return "\n".join(" ".join(line.split()) for line in re.split(r"\n\s*\n", text) if line.strip())


def unpack(folder: Path) -> Path:
    """Write every package into a folder of its own, named by the session; return the folder they lie in."""
    for session, files in made().items():
        for path, data in files.items():
            place = folder / session / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
    return folder


def right_answer(question: Question) -> int:
    """Return which answer is right, from 0."""
    return next(at for at, option in enumerate(question.options) if option.right)
