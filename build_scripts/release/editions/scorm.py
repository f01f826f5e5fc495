"""SCORM 1.2 packages: each training session to work through alone, for learning platforms such as Moodle."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from xml.etree import ElementTree as Xml

import rjsmin

from build_scripts.content.content import Content
from build_scripts.content.sessions import Session
from build_scripts.formats import html_tree
from build_scripts.formats.css import names_used, shrink
from build_scripts.pages.generated import BuildInfo
from build_scripts.pages.scripts import build_script
from build_scripts.pages.stylesheets import SELF_STUDY, Stylesheet, stylesheet, with_labels
from build_scripts.publish.assets import AT_ONCE_OR_SOON
from build_scripts.release.edition import MEGABYTE, Edition
from build_scripts.training.self_study import self_study_page
from build_scripts.training.session_plan import session_plan

ASSETS = Path(__file__).parents[3] / "docs" / "assets"
SCRIPTS = ("lms.js", "learn.js")
"""The scripts of a package, from ``scripts/learning``."""
LIMIT = 5 * MEGABYTE
LAUNCH, MANIFEST = "index.html", "imsmanifest.xml"
SPACES = {
    "xmlns": "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
    "xmlns:adlcp": "http://www.adlnet.org/xsd/adlcp_rootv1p2",
}
"""The namespaces of a manifest. Its schemas do not come along: platforms have them, and filters may not let them in."""


def editions(content: Content, build_info: BuildInfo) -> list[Edition]:
    """Return the zip of each session, in the order of the sessions.

    Args:
        content: checked content.
        build_info: the version and dates of the release.
    """
    return [Edition(f"scorm/{name}", "scorm", files, LIMIT) for name, files in packages(content, build_info).items()]


def packages(content: Content, build_info: BuildInfo) -> dict[str, dict[str, bytes]]:
    """Return a package for each session, in the order of the sessions: its files by path, by the name of its zip.

    Args:
        content: checked content.
        build_info: the version and dates of the release.
    """
    sessions = sorted(content.all(Session), key=lambda session: (session.order, session.id))
    pages = {session.id: self_study_page(content, session_plan(content, session), build_info) for session in sessions}
    assets = _assets(content, pages.values())
    return {
        f"moving-forward-{build_info.version}-scorm-{session.id}.zip": _package(
            session, pages[session.id], assets, build_info
        )
        for session in sessions
    }


def manifest(session: Session, paths: Iterable[str], version: str) -> bytes:
    """Return the manifest of a package: one organisation with one item, which platforms list under its title.

    Args:
        session: whose package it is; its id stands in every identifier, so that a later version takes its place.
        paths: every other file of the package.
        version: the version of the release.
    """
    name = f"moving-forward-{session.id}"
    root = Xml.Element("manifest", {"identifier": name, "version": version, **SPACES})
    about = Xml.SubElement(root, "metadata")
    Xml.SubElement(about, "schema").text = "ADL SCORM"
    Xml.SubElement(about, "schemaversion").text = "1.2"
    organizations = Xml.SubElement(root, "organizations", {"default": f"{name}-organization"})
    organization = Xml.SubElement(organizations, "organization", {"identifier": f"{name}-organization"})
    Xml.SubElement(organization, "title").text = session.title
    item = Xml.SubElement(organization, "item", {"identifier": f"{name}-item", "identifierref": f"{name}-resource"})
    Xml.SubElement(item, "title").text = session.title
    kind = {"identifier": f"{name}-resource", "type": "webcontent", "adlcp:scormtype": "sco", "href": LAUNCH}
    resource = Xml.SubElement(Xml.SubElement(root, "resources"), "resource", kind)
    for path in paths:
        Xml.SubElement(resource, "file", {"href": path})
    Xml.indent(root)
    return bytes(Xml.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _package(session: Session, page: str, assets: Mapping[str, bytes], build_info: BuildInfo) -> dict[str, bytes]:
    files = {LAUNCH: f"{page}\n".encode(), **assets}
    return {MANIFEST: manifest(session, files, build_info.version), **files}


def _assets(content: Content, pages: Iterable[str]) -> dict[str, bytes]:
    """Return what every package holds beside its page, by path and sorted; all have the same."""
    scripts = {name: build_script(content, f"learning/{name}") for name in SCRIPTS}
    used = names_used(map(html_tree.read, pages), scripts.values())
    styles = {f"{name}.css": _style(content, sheet, used) for name, sheet in SELF_STUDY.items()}
    texts = {**styles, **{name: str(rjsmin.jsmin(text)) for name, text in scripts.items()}}
    files = {name: text.encode() for name, text in texts.items()} | {"icon.svg": (ASSETS / "icon.svg").read_bytes()}
    for path in (ASSETS / "fonts").iterdir():
        files[f"fonts/{path.name.lower()}"] = path.read_bytes()
    return {f"assets/{name}": files[name] for name in sorted(files)}


def _style(content: Content, sheet: Stylesheet, used: frozenset[str]) -> str:
    return shrink(with_labels(content, stylesheet(sheet)), used).replace(*AT_ONCE_OR_SOON)
