"""What a release was made with, as a list that programs of technicians read (CycloneDX)."""

from __future__ import annotations

import json
from pathlib import Path

from build_scripts.pages.generated import BuildInfo

FILE = "bill-of-materials.cdx.json"
LIBRARIES = Path(__file__).with_name("libraries.json")
"""Name, version and licence of each library; ``tools/licences.py`` writes it."""
READERS = Path(__file__).with_name("readers.json")
"""The same of the packages with which a page of the site reads files."""
SHIPPED = (
    ("atkinson-hyperlegible-next", "OFL-1.1", "The typeface, cut down to the letters that are used"),
    ("material-design-icons", "Apache-2.0", "The icons"),
)
"""What of others is part of the site itself."""


def bill_of_materials(name: str, build_info: BuildInfo) -> str:
    """Return the list as JSON, the same bytes for the same release.

    Args:
        name: what the release is of.
        build_info: its version and day.
    """
    shipped = [
        {"type": "data", "name": part, "description": about, "licenses": _licences(licence), "scope": "required"}
        for part, licence, about in SHIPPED
    ]
    listed_in = {"npm": (READERS, "required"), "pypi": (LIBRARIES, "excluded")}  # the latter makes the site
    used = [
        {
            "type": "library",
            "name": each["name"],
            "version": each["version"],
            "purl": f"pkg:{registry}/{each['name'].replace('@', '%40')}@{each['version']}",
            "licenses": _licences(each["licence"]),
            "scope": scope,
        }
        for registry, (file, scope) in listed_in.items()
        for each in json.loads(file.read_text(encoding="utf-8"))
    ]
    listed = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "timestamp": f"{build_info.built_on.isoformat()}T00:00:00Z",
            "component": {"type": "application", "name": name, "version": build_info.version},
        },
        "components": [*shipped, *used],
    }
    return json.dumps(listed, indent=1, ensure_ascii=False) + "\n"


def _licences(expression: str) -> list[dict[str, object]]:
    return [{"expression": expression}]
