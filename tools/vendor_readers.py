"""Makes the script with which a browser reads YAML and Markdown and holds them to a schema; run by hand.

  python -m tools.vendor_readers      after a version in tests/npm/readers was changed, with its lock

Writes docs/assets/readers/: the script, made of three libraries by esbuild, and the licences of all that is in it.
``python tools/licences.py`` then lists them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from tests.node import package, run
from tools.licences import readers

ROOT = Path(__file__).resolve().parent.parent
TO = ROOT / "docs" / "assets" / "readers"
NAME = "readers"
MIT = """\
Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""
"""The licence that a package names without bringing its text."""
OPTIONS = ("--bundle", "--minify", "--format=iife", "--target=es2020", "--conditions=browser", "--legal-comments=none")


def main() -> None:
    """Write the script and the licences."""
    installed = package(NAME)
    TO.mkdir(exist_ok=True)
    (TO / "readers.js").write_text(bundle(installed), encoding="utf-8", newline="\n")
    (TO / "LICENCES.txt").write_text("\n\n".join(licences(installed)), encoding="utf-8", newline="\n")


def bundle(installed: Path) -> str:
    """Return the script.

    Args:
        installed: the folder of the packages.

    Raises:
        RuntimeError: when esbuild cannot make it; the text is what it said.
    """
    entry = installed.parent / "readers.mjs"
    made = run(str(installed / "esbuild" / "bin" / "esbuild"), str(entry), *OPTIONS, cwd=installed.parent)
    if made.returncode:
        raise RuntimeError(made.stderr)
    return made.stdout


def licences(installed: Path) -> Iterator[str]:
    """Yield name, version and licence of each package, with the words of the licence.

    Args:
        installed: the folder of the packages.

    Raises:
        ValueError: when a package brings no licence, and names none whose words are known.
    """
    for name, version, licence in (tuple(each.values()) for each in readers()):
        text = next((file.read_text(encoding="utf-8") for file in sorted((installed / name).glob("LICENSE*"))), "")
        if not text and licence != "MIT":
            raise ValueError(f"{name} brings no licence")
        author = json.loads((installed / name / "package.json").read_text(encoding="utf-8")).get("author", "")
        words = text.strip() or f"Copyright (c) {author}\n\n{MIT}"
        yield f"{name} {version}, {licence}\n\n{words.strip()}\n"


if __name__ == "__main__":
    main()
