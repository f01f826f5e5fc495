"""Lists every library that a build uses, or that a site has in it, with its licence; run by hand after a change.

  python tools/licences.py

Writes build_scripts/release/libraries.json, which each release has as a bill of materials, and the table at the end of
NOTICE.md. It reads what the installed packages say of themselves; of a package that is not installed here, because only
another system needs it, what was written before stays.
"""

from __future__ import annotations

import json
import re
from email.parser import Parser
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.txt"
LIST = ROOT / "build_scripts" / "release" / "libraries.json"
READERS = ROOT / "build_scripts" / "release" / "readers.json"
"""What the page that checks a file reads with: a part of the site, from ``tests/npm/readers``."""
READERS_LOCK = ROOT / "tests" / "npm" / "readers" / "package-lock.json"
NOT_IN_READERS = ("argparse",)
"""A package that only the command of another uses."""
NOTICE = ROOT / "NOTICE.md"
HEADING = "## Libraries"
ABOUT = """\
A build uses these libraries; none of them is part of a built site, apart from the icons. `python tools/licences.py`
writes the list from what the packages say of themselves.
"""
NOT_HERE = {"brotlicffi": "MIT"}
"""Packages of other systems, as their own pages say."""
TEXTS = (
    ("GNU GENERAL PUBLIC LICENSE", "GPL-2.0-or-later OR LGPL-2.1-or-later OR MPL-1.1"),  # Pyphen, which has all three
    ("Mozilla Public License Version 2.0", "MPL-2.0"),
    ("Apache License", "Apache-2.0"),
    ("Neither the name", "BSD-3-Clause"),
    ("Redistribution and use in source and binary forms", "BSD-2-Clause"),
    ("Permission is hereby granted, free of charge", "MIT"),
)
"""Words by which the text of a licence is known, and its name in the list of SPDX."""


def libraries(before: list[dict[str, str]]) -> list[dict[str, str]]:
    """Return name, version and licence of each library of the lock.

    Args:
        before: the same as it was.
    """
    known = {each["name"]: each["licence"] for each in before} | NOT_HERE
    pins = re.findall(r"(?m)^([\w.-]+)==([\w.]+)", LOCK.read_text(encoding="utf-8"))
    return [
        {"name": name, "version": version, "licence": licence(name) or known.get(name, "")} for name, version in pins
    ]


def readers() -> list[dict[str, str]]:
    """Return name, version and licence of each package of the lock that is a part of the site."""
    lock = json.loads(READERS_LOCK.read_text(encoding="utf-8"))
    packages = {place.removeprefix("node_modules/"): about for place, about in sorted(lock["packages"].items())}
    return [
        {"name": name, "version": about["version"], "licence": about["license"]}
        for name, about in packages.items()
        if name and name not in NOT_IN_READERS and not about.get("dev")
    ]


def licence(name: str) -> str:
    """Return the licence of a package that is installed here; nothing for another."""
    try:
        found = distribution(name)
    except PackageNotFoundError:
        return ""
    about = Parser().parsestr(found.read_text("METADATA") or "", headersonly=True)
    said, text = about["License-Expression"], next((short for words, short in TEXTS if words in _texts(found)), "")
    return said or text or about["License"] or ""


def _texts(found: Distribution) -> str:
    files = [file for file in found.files or () if re.search(r"(?i)licen|copying", file.name)]
    return "\n".join(" ".join(file.read_text().split()) for file in files if file.suffix not in (".py", ".pyc"))


def table(listed: list[dict[str, str]]) -> str:
    """Return the end of NOTICE.md."""
    rows = "".join(f"| {each['name']} | {each['licence']} |\n" for each in listed)
    return f"{HEADING}\n\n{ABOUT}\n| Library | Licence |\n| --- | --- |\n{rows}"


def main() -> None:
    """Write both lists."""
    before = json.loads(LIST.read_text(encoding="utf-8")) if LIST.is_file() else []
    listed = libraries(before)
    LIST.write_text(json.dumps(listed, indent=1) + "\n", encoding="utf-8", newline="\n")
    READERS.write_text(json.dumps(readers(), indent=1) + "\n", encoding="utf-8", newline="\n")
    own = NOTICE.read_text(encoding="utf-8").partition(f"\n{HEADING}\n")[0].rstrip()
    NOTICE.write_text(f"{own}\n\n{table(listed)}", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
