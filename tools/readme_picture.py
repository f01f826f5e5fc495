"""Takes the picture in the README of the built site; run by hand when the home page looks different.

  python3 run.py site
  .venv/bin/python tools/readme_picture.py

Writes .github/home.webp from site/index.html. It needs the requirements of the tests, and the Chromium in CHROMIUM or
on the path.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from build_scripts.release.browser_audit import running  # noqa: E402  # the root comes first

PAGE = ROOT / "site" / "index.html"
PICTURE = ROOT / ".github" / "home.webp"
SIZE = (1280, 800)
LIMIT = 60_000
"""Bytes: a README opens on slow lines too."""


def main() -> int:
    """Write the picture and return the exit code."""
    if not PAGE.is_file():
        print("There is no site yet: run python3 run.py site first.", file=sys.stderr)
        return 1
    data = compress(screenshot())
    if len(data) > LIMIT:
        print(f"The picture has {len(data)} bytes; {LIMIT} are allowed.", file=sys.stderr)
        return 1
    PICTURE.write_bytes(data)
    print(f"{PICTURE.relative_to(ROOT)}: {len(data)} bytes.")
    return 0


def screenshot() -> bytes:
    """Return the first screen of the home page as PNG, once its typeface is there."""
    with running() as browser:
        page = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]}, color_scheme="light")
        page.goto(PAGE.as_uri())
        page.evaluate("document.fonts.ready")
        return page.screenshot()


def compress(png: bytes) -> bytes:
    """Return a picture as WebP."""
    out = io.BytesIO()
    Image.open(io.BytesIO(png)).save(out, "WEBP", quality=80, method=6)
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(main())
