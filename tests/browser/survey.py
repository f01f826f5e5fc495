"""One look at each page in a real browser, in all its states; tests then ask what was seen."""

from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

from playwright.sync_api import Browser, Page

from build_scripts.release.browser_audit import AXE, RUN, RUN_BUT_COLOURS, RUN_ON_COLOURS
from tests.browser.paper import sides_of

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
PHONES = (390, 320)
PANELS = {"Menu": "#menu", "On this page": "#contents"}
SEARCH = "[role=search]"
VIOLATIONS = """window.__refused = [];
document.addEventListener("securitypolicyviolation", event => {
  window.__refused.push(event.violatedDirective + " " + event.blockedURI + " " + event.sourceFile);
});"""
SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; "
    + "word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }");
  document.adoptedStyleSheets = [sheet];
}"""
UNSPACED = "() => { document.adoptedStyleSheets = []; }"
SIDEWAYS = "() => document.documentElement.scrollWidth > innerWidth"
BROKEN = """() => {
  const UNSEEN = ".mf-visually-hidden, thead, code";
  const found = [], start = document.querySelector("main") || document.body;
  const walker = document.createTreeWalker(start, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement.checkVisibility() || node.parentElement.closest(UNSEEN)) continue;
    for (const word of node.data.matchAll(/\\p{L}{2,}/gu)) {
      const run = node.data.slice(0, word.index).match(/\\S*$/)[0] + node.data.slice(word.index).match(/^\\S*/)[0];
      if (/\\/|\\w\\.\\w/.test(run) || word[0].length > 30) continue;
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const rects = [...range.getClientRects()].filter(rect => rect.width > 0);
      if (rects.length > 1 && rects.at(-1).top >= rects[0].bottom - 1) found.push(word[0]);
    }
  }
  return found;
}"""
"""Words that a line end parts in two; addresses and what a gallery makes up may be parted."""
TABLES = """() => [...document.querySelectorAll("article table:has(tbody)")].filter(table => table.checkVisibility() &&
!(
  table.querySelector("thead th, tr:first-child th") &&
  (table.caption?.textContent.trim() || table.getAttribute("aria-labelledby")) &&
  (table.querySelector("tbody th, input, textarea") || !table.tBodies[0].textContent.trim())
)).map(table => table.textContent.trim().slice(0, 40))"""
"""Tables without a name, or whose columns or rows have none."""
CUT = """() => [...document.querySelectorAll("body *")].filter(e => {
  const style = getComputedStyle(e);
  const hides = style.overflowX === "hidden" || style.overflowX === "clip" || style.textOverflow === "ellipsis";
  const shown = e.checkVisibility() && e.clientWidth > 1;
  return hides && shown && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1);
}).map(e => e.tagName + "." + e.className)"""
STOPS = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
  .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.disabled)
  .filter(e => e.type !== "radio" || e.checked).length"""
STOP = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const box = e.getClientRects()[0] || e.getBoundingClientRect();
  const style = getComputedStyle(e);
  const x = box.left + box.width / 2, y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
  const over = document.elementFromPoint(x, y);
  return {
    name: e.tagName + " " + (e.textContent || e.getAttribute("aria-label") || "").trim().slice(0, 40),
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen: !!over && (e.contains(over) || over.contains(e)),
  };
}"""
WALKED = f"""() => {{
  const stop = {STOP};
  window.__stops = [];
  addEventListener("keydown", event => {{ if (event.key === "Tab") window.__stops.push(stop()); }}, true);
  window.__walked = () => [...window.__stops.slice(1), stop()];
}}"""
"""Notes each stop of the Tab key when the key goes on, so that nobody has to ask after each."""
LEFT = "() => document.activeElement === document.body"
CLS = """window.__shift = 0;
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.__shift += entry.value;
}).observe({type: "layout-shift", buffered: true});"""
TOP = """() => { document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute("tabindex"); }"""
UNNAMED = {"link", "button", "textbox", "searchbox", "combobox", "navigation", "img"}
"""Roles that must have a name of their own for a reader who cannot see the page."""


@dataclass
class Seen:
    """What was seen of one page."""

    axe: dict[str, list[str]] = field(default_factory=dict)
    """What axe found, by state."""
    refused: list[str] = field(default_factory=list)
    """What the policy refused."""
    failures: list[str] = field(default_factory=list)
    """Errors of the console, of scripts, and answers that are errors."""
    requests: list[str] = field(default_factory=list)
    first: int = 0
    """Requests of a first visit, before the reader does anything."""
    sideways: list[str] = field(default_factory=list)
    """States in which the page scrolls sideways."""
    broken: dict[int, list[str]] = field(default_factory=dict)
    """Words parted in two, by the width of the screen."""
    bare_tables: list[str] = field(default_factory=list)
    """Tables that a screen reader meets without names."""
    cut: list[str] = field(default_factory=list)
    """Elements whose text is cut off with wide spacing."""
    lost: list[str] = field(default_factory=list)
    """Stops of the Tab key without a ring that can be seen."""
    missed: int = 0
    """Interactive elements that the Tab key did not reach."""
    unnamed: list[str] = field(default_factory=list)
    """Lines of the accessibility tree without a name."""
    shift: float = 0.0
    """Layout shift while loading."""
    kept: list[Any] = field(default_factory=list)
    """Cookies and stored items."""
    sides: int = 0
    """Sides of A4 that the page prints on."""
    said: str = ""
    """What the page says about printing."""


Survey = dict[str, Seen]
"""What was seen, by the address of the page."""


def note(page: Page, seen: Seen) -> None:
    """Note what a page asks for, and every error, from now on."""
    page.on("request", lambda request: seen.requests.append(request.url))
    page.on("response", lambda answer: seen.failures.append(answer.url) if answer.status >= 400 else None)
    page.on("console", lambda message: seen.failures.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: seen.failures.append(str(error)))


def look(browser: Browser, address: str, path: str) -> Seen:
    """Open a page once and go through its states.

    Args:
        browser: a real Chromium.
        address: where the site is served.
        path: the page, from the start of the site.
    """
    seen = Seen()
    context = browser.new_context(viewport=WIDE, color_scheme="light", reduced_motion="reduce")  # type: ignore[arg-type]
    page = context.new_page()
    page.add_init_script(VIOLATIONS)
    page.add_init_script(CLS)
    note(page, seen)
    page.goto(address + path, wait_until="load")
    _settle(page, seen)
    _walk(page, seen)
    page.evaluate(AXE)
    page.evaluate("scrollTo(0, 0)")  # what lies half below a bar is no small target
    seen.axe["light"] = page.evaluate(RUN)
    seen.unnamed = _unnamed(page)
    page.emulate_media(color_scheme="dark")
    seen.axe["dark"] = page.evaluate(RUN_ON_COLOURS)
    page.emulate_media(color_scheme="light")
    _search(page, seen)
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    page.evaluate("scrollTo(0, 0)")
    seen.axe["320 px"] = page.evaluate(RUN_BUT_COLOURS)
    _narrow(page, seen)
    page.set_viewport_size(WIDE)  # type: ignore[arg-type]
    seen.sides = sides_of(page.pdf(format="A4", prefer_css_page_size=True))
    seen.refused = page.evaluate("window.__refused")
    seen.kept = [*context.cookies(), *page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")]
    context.close()
    return seen


def _settle(page: Page, seen: Seen) -> None:
    """Wait until everything that a page does by itself is done, at its foot too, and note what it took."""
    page.evaluate("document.fonts.ready")
    page.evaluate("new Promise(done => requestIdleCallback(done, {timeout: 1000}))")  # one out of sight is never idle
    seen.first = len(seen.requests)
    tools = page.locator(".mf-page-tools p")
    has_tools = page.locator(".mf-page-tools").count()
    if has_tools and page.evaluate("document.body.scrollHeight < 2 * innerHeight"):
        tools.filter(has_text="A4").wait_for()
    seen.shift = page.evaluate("window.__shift")
    if has_tools:
        page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
        tools.filter(has_text="A4").wait_for()
        seen.said = tools.inner_text()
        page.evaluate("window.scrollTo(0, 0)")


def _walk(page: Page, seen: Seen) -> None:
    """Go through the page with the Tab key alone."""
    page.evaluate(TOP)
    page.evaluate(WALKED)
    stops = page.evaluate(STOPS)
    for _ in range(stops):
        page.keyboard.down("Tab")
    for _ in range(5):
        if page.evaluate(LEFT):
            break
        page.keyboard.down("Tab")
    page.keyboard.up("Tab")
    met = list(takewhile(bool, page.evaluate("window.__walked()")))
    seen.lost = [stop["name"] for stop in met if not (stop["ring"] and stop["seen"])]
    seen.missed = max(0, stops - len(met))


def _search(page: Page, seen: Seen) -> None:
    box = page.get_by_role("searchbox")
    if box.count():
        box.fill("consent")
        page.locator(".mf-result-link").first.wait_for()
        seen.axe["search open"] = page.evaluate(RUN, SEARCH)
        box.fill("")


def _narrow(page: Page, seen: Seen) -> None:
    for width in PHONES:
        page.set_viewport_size({"width": width, "height": 640})
        seen.broken[width] = page.evaluate(BROKEN)
    seen.bare_tables = page.evaluate(TABLES)
    if page.evaluate(SIDEWAYS):
        seen.sideways.append("320 px")
    page.evaluate(SPACING)
    if page.evaluate(SIDEWAYS):
        seen.sideways.append("wide spacing")
    seen.cut = page.evaluate(CUT)
    page.evaluate(UNSPACED)
    for name, part in PANELS.items():
        button = page.get_by_role("button", name=name, exact=True)
        if button.count():
            button.click()
            page.locator(part).evaluate("panel => panel.scrollTo(0, 0)")
            seen.axe[f"{name} open"] = page.evaluate(RUN, part)
            page.keyboard.press("Escape")


def _unnamed(page: Page) -> list[str]:
    found = []
    for line in page.locator("body").aria_snapshot().splitlines():
        words = line.strip().removeprefix("- ")
        role = words.strip("'").split(" ")[0].rstrip(":")
        if role in UNNAMED and '"' not in words:
            found.append(words)
    return found
