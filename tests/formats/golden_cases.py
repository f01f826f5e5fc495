"""Reads the golden cases: a title, a line with a dot, Markdown, a dot, what comes out, a dot."""

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"
DOT = "."


@dataclass(frozen=True)
class Case:
    """One golden case."""

    place: str
    """File and line of the title, to be printed on failure."""
    title: str
    source: str
    wanted: str

    def __str__(self) -> str:
        return f"{self.place} {self.title}"


def cases(name: str) -> list[Case]:
    """Return the cases of a golden file."""
    file = FOLDER / name
    found, parts, first = [], [""], 0
    for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), 1):
        if line == DOT:
            parts.append("")
        elif len(parts) > 1:
            parts[-1] += line + "\n"
        elif line:
            parts[0], first = line, number
        if len(parts) == 4:
            title, source, wanted, _ = parts
            found.append(Case(f"{file.name}:{first}", title, source.removesuffix("\n"), wanted.removesuffix("\n")))
            parts = [""]
    assert parts == [""], f"{file.name}:{first}: '{parts[0]}' does not end with a dot"
    return found
