"""The real site as a school changes it: with details of its own, and with hours that it has confirmed."""

import re
import shutil
from datetime import date
from pathlib import Path
from unittest.mock import patch

from filelock import FileLock

from build_scripts.publish import downloads
from build_scripts.publish.build import publish
from build_scripts.publish.kept_files import key_of
from build_scripts.publish.project import open_project
from tests.built import MADE, Built, copy_project

DETAILS = """\
details:
  - id: dsl-name
    value: Ms <Shah> & Co*
  - id: behaviour-policy-link
    value: https://school.example/behaviour
  - id: behaviour-policy-name
    value: Our policy
"""
OFFICE = """\
hours_table:
  - days: [monday, tuesday, wednesday, thursday, friday]
    opens: 10:00
    closes: 16:30
  - days: [saturday]
    opens: 00:00
    closes: 12:00
hours_confirmed: {by: Ann Example, role: a tester, on: 2026-11-22, saw: the same hours}
"""


def own_site(built: Built) -> Built:
    """Return such a site, built once for all who look at its pages; its documents are those of the real site.

    Args:
        built: the real site, which keeps this one in its folder.
    """
    root = built.root / "build" / "own" / key_of(DETAILS, OFFICE)
    root.parent.mkdir(exist_ok=True)
    with FileLock(f"{root}.lock"):
        if not (root / MADE).is_file():
            shutil.rmtree(root, ignore_errors=True)
            _change(copy_project(root, built.root))
            with patch.object(downloads, "build_downloads", return_value=_documents(built)):
                publish(root, open_project(root, date.today(), shapes=downloads.available_shapes()))
            (root / MADE).touch()
    return Built(root)


def _documents(built: Built) -> dict[str, bytes]:
    return {listed["path"]: (built.site / listed["path"]).read_bytes() for listed in built.manifest["downloads"]}


def _change(root: Path) -> None:
    service = root / "content_data" / "services" / "posh.yml"
    text = re.sub(r"(?m)^hours_(?:confirmed:.*|table:)\n(?:[ -].*\n)*", "", service.read_text(encoding="utf-8"))
    service.write_text(text.replace("\ncost:", f"\n{OFFICE}cost:", 1), encoding="utf-8")
    (root / "content_data" / "local-details.yml").write_text(DETAILS, encoding="utf-8")
