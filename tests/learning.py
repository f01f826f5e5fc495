"""SCORM packages of the real content, unpacked as a platform does it."""

from functools import cache
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
