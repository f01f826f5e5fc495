"""The recipes agree with the site, with one another and with the page on hosting."""

import base64
import hashlib
import re
from xml.etree import ElementTree

import pytest

from tests.built import ROOT, Built
from tests.hosting.test_servers import PACKED, TYPES
from tests.html import loads, read, targets
from tests.recipes import ALONE, FOLDER, FOR_EVER, KINDS, POLICY, POLICY_ALONE, RECIPES

PAGE = (ROOT / "docs" / "maintainers" / "hosting.md").read_text(encoding="utf-8")
WEB_CONFIG = ElementTree.parse(RECIPES / "web.config").getroot()
OPEN_SECTIONS = {"defaultDocument", "directoryBrowse", "httpProtocol", "staticContent"}
"""Sections of system.webServer that, to our knowledge, a folder may set on IIS as delivered; none was tried."""
QUOTED = re.compile(r"\"([^\"]*frame-ancestors[^\"]*)\"")


def policy_of_pages() -> str:
    """Return the policy that stands on every page but those of forms, which are stricter."""
    template = (ROOT / "overrides" / "main.html").read_text(encoding="utf-8")
    found = re.search(r'http-equiv="Content-Security-Policy" content="(.*?)"', re.sub(r"\s+", " ", template))
    assert found
    return re.sub(r"\s*{%.*%}", "", found[1])


def test_the_policy_knows_the_one_script_that_stands_in_pages() -> None:
    """The reader's choice of colours is allowed by the hash of its very letters, and nothing else in a page is."""
    template = (ROOT / "overrides" / "main.html").read_text(encoding="utf-8")
    scripts = re.findall(r"<script>(.*?)</script>", template)
    hashes = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts]
    assert re.findall(r"'sha256-(.*?)'", policy_of_pages()) == hashes and len(hashes) == 1


def test_the_policy_is_the_same_everywhere() -> None:
    """Every server sends what pages say of themselves, and who may frame them; the page on hosting says so too."""
    assert f"{policy_of_pages()}; {POLICY_ALONE}" == POLICY
    for name in ("web.config", *(kind.recipe for kind in KINDS.values())):
        found = QUOTED.findall((RECIPES / name).read_text(encoding="utf-8"))
        assert sorted(found) == [POLICY, POLICY_ALONE], name
    assert POLICY in " ".join(PAGE.split())


@pytest.mark.parametrize("recipe", [kind.recipe for kind in KINDS.values()])
def test_a_recipe_has_one_path_to_change(recipe: str) -> None:
    """A technician changes the path once, where the first lines say."""
    text = (RECIPES / recipe).read_text(encoding="utf-8")
    settings = [line for line in text.splitlines() if not line.strip().startswith("#")]
    assert sum(FOLDER in line for line in settings) == 1
    assert f"here to {FOLDER}." in text.partition("\n\n")[0]


def test_the_page_names_every_recipe() -> None:
    """Nobody has to look through the folder to learn what is there, and no name on the page leads nowhere."""
    named = set(re.findall(r"(?m)^- [^:]+: `([\w.]+)`, (?:not )?(?:tested|run)", PAGE))
    assert named == {path.name for path in RECIPES.iterdir()}


def test_iis_needs_no_locked_section() -> None:
    """The file keeps to sections that are known as open, so that IIS has no reason for error 500.19."""
    assert WEB_CONFIG.tag == "configuration"
    sections = {section.tag for server in WEB_CONFIG.iter("system.webServer") for section in server}
    assert sections == OPEN_SECTIONS
    assert {child.tag for child in WEB_CONFIG} == {"system.webServer", "location"}
    for part in (*WEB_CONFIG.iter("staticContent"), *WEB_CONFIG.iter("customHeaders")):
        keys = [(child.tag, child.get("fileExtension") or child.get("name")) for child in part]
        given = [key for tag, key in keys if tag in ("mimeMap", "add")]
        assert given == [key for tag, key in keys if tag == "remove"], "each is removed before it is given"


def test_iis_knows_every_kind_of_file(built: Built) -> None:
    """IIS answers 404 for kinds of files that it does not know: none of the site's is left to its version."""
    server = WEB_CONFIG.find("system.webServer")
    assert server is not None
    known = {entry.get("fileExtension", ""): entry.get("mimeType") for entry in server.iter("mimeMap")}
    endings = {path.suffix for path in built.site.rglob("*") if path.is_file()} - {*PACKED}
    assert endings - known.keys() == set()
    assert [ending for ending in sorted(endings) if known[ending] not in TYPES[ending]] == []


def test_iis_treats_named_files_apart(built: Built) -> None:
    """The page in one file has its own policy, and only files that never change are kept by browsers."""
    places = {place.get("path", ""): place for place in WEB_CONFIG.iter("location")}
    site = built.site
    paths = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*")) if path.suffix not in PACKED]
    alone = {path for path in paths if path.endswith(ALONE)}
    named = {path for path in paths if path.startswith("assets/") and (site / path).is_file()}
    changing = {path for path in named if not FOR_EVER.fullmatch(path)}
    assert places.keys() == {"assets", "local-details.txt", *alone, *changing}
    (details,) = places["local-details.txt"].iter("mimeMap")
    assert (details.get("fileExtension"), details.get("mimeType")) == (".txt", "text/javascript")
    caches = {path: place.find(".//clientCache") for path, place in places.items()}
    modes = {path: cache.get("cacheControlMode") for path, cache in caches.items() if cache is not None}
    assert modes == {"assets": "UseMaxAge"} | dict.fromkeys(changing, "DisableCache")


def test_static_hosts_say_what_pages_cannot() -> None:
    """Hosts join headers of the same name, so each stands in one rule, and pages are never told to be kept."""
    text = (RECIPES / "_headers").read_text(encoding="utf-8")
    rules: dict[str, dict[str, str]] = {}
    for line in (line for line in text.splitlines() if line and not line.startswith("#")):
        if line.startswith("/"):
            rules[line] = {}
        else:
            name, _, value = line.strip().partition(": ")
            rules[list(rules)[-1]][name] = value
    assert rules == {
        "/*": {
            "Content-Security-Policy": POLICY_ALONE,
            "Cross-Origin-Opener-Policy": "same-origin",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
        },
        "/local-details.txt": {"Content-Type": "text/javascript"},
        "/assets/*": {"Cache-Control": "public, max-age=31536000, immutable"},
    }


def test_the_page_for_wrong_addresses_stands_alone() -> None:
    """It is shown at any address, so it loads and links nothing, and it keeps to the policy."""
    page = read(RECIPES / "404.html")
    assert (loads(page), targets(page), page.get("lang")) == ([], [], "en-GB")
    assert f'content="{policy_of_pages()}"' in (RECIPES / "404.html").read_text(encoding="utf-8")
