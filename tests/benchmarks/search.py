"""Measures how well and how fast searches find things in our content: ours beside five others.

Run through ``python3 run.py bench search``. Every engine gets the same content. Quality is counted on the query sets of
``tests/search``; a result may lead to any of the right places. Time is measured in a real Chromium whose main thread is
slowed down: from opening the page to the first result when a word is typed at once, and from a key going down to the
results on the screen. The slow-down leaves workers alone, which favours Material and Pagefind: they search in one.
Bytes are what the search alone needs until it shows its first result, with brotli.
"""

import argparse
import json
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Browser, Page
from playwright.sync_api import Error as BrowserError

from build_scripts.release.browser_audit import ALONE, running
from tests.benchmarks.search_sites import SCRIPTS, Engine, engines, grown
from tests.built import build, copy_project
from tests.search.query_sets import HELD_OUT, TUNED, Query, Result, read
from tests.server import Server, serving

FIRST = "nudes"
"""The word of the first result; one word is the least that Pagefind has to fetch."""
TYPED = "he keeps sending nudes"
SLOWER = 4
"""How many times slower the main thread runs."""
SHOWN = 3
"""How many results count."""
WAIT = 300_000
"""Milliseconds for the first result of the largest index."""
KEY_WAIT = 15_000
"""Milliseconds after which a key has changed nothing."""
POLICY = "default-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'"
"""What our pages allow themselves."""


COSTS = f"{'bytes':>10}  {'first, ms':>9}  {'key, ms':>7}  {'95 %, ms':>8}"


@dataclass
class Times:
    """What was measured of one engine."""

    size: int = 0
    """Bytes that the search needs for its first result."""
    first: list[float] = field(default_factory=list)
    """Milliseconds from opening the page to the first result, a run each."""
    keys: list[float] = field(default_factory=list)
    """Milliseconds from a key to its results."""


@dataclass(frozen=True)
class Quality:
    """How many queries of a set were answered."""

    asked: int
    first: int
    """By the first result."""
    shown: int
    """By one of the first three."""
    page: int
    """By one of the first three, when any place of the right page will do."""
    missed: tuple[str, ...]

    def __str__(self) -> str:
        parts = (self.first, self.shown, self.page)
        return " ".join(f"{100 * part / self.asked:>6.1f}" for part in parts)


def quality(browser: Browser, engine: Engine, sets: Iterable[Sequence[Query]]) -> list[Quality]:
    """Ask one engine every query of every set, in one page."""
    with serving(engine.folder) as server, _page(browser) as page:
        if engine.ask:
            page.add_init_script(engine.ask)
        page.add_init_script(_watch(engine, FIRST))
        page.goto(server.address + "index.html")
        page.wait_for_selector(engine.hit, state="attached", timeout=WAIT)
        return [counted(queries, [_ask(page, server, query.ask) for query in queries]) for queries in sets]


def measure(browser: Browser, engine: Engine, times: Times) -> None:
    """Open the page of an engine anew, type, and add what was seen."""
    with serving(engine.folder) as server, _page(browser) as page:
        _slow(page)
        page.add_init_script(_watch(engine, FIRST))
        page.goto(server.address + "index.html")
        page.wait_for_function("timing.first !== null", timeout=WAIT)
        times.first.append(page.evaluate("timing.first"))
        times.size = sum(one.size for one in server.sent if engine.needs.fullmatch(one.path))
        times.keys += _typing(page, engine)


def works(browser: Browser, engine: Engine, address: str, policy: bool = False) -> bool:
    """Tell whether a page shows a result when a word is typed.

    Args:
        browser: a Chromium.
        engine: what is tried.
        address: where its page is; a file's too.
        policy: whether everything is sent with the policy that our pages give themselves.
    """
    with _page(browser) as page:
        if policy:
            page.route(
                "**/*",  # workers have a policy of their own
                lambda route: route.fulfill(
                    response=(sent := route.fetch()), headers={**sent.headers, "Content-Security-Policy": POLICY}
                ),
            )
        page.goto(address)
        try:
            page.locator(engine.box).focus(timeout=5000)
            page.keyboard.type(FIRST)
            page.wait_for_selector(engine.hit, timeout=5000)
        except BrowserError:
            return False
        return True


@contextmanager
def _page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def _slow(page: Page) -> None:
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


def _watch(engine: Engine, first: str) -> str:
    watched = json.dumps({"box": engine.box, "hit": engine.hit, "first": first})
    return f"window.watched = {watched};\n" + (SCRIPTS / "watch.js").read_text(encoding="utf-8")


def _ask(page: Page, server: Server, text: str) -> list[list[str]]:
    results: list[list[str]] = page.evaluate("text => window.ask(text)", text)
    return [[link.removeprefix(server.address) for link in links] for links in results[:SHOWN]]


def counted(queries: Sequence[Query], answers: Sequence[Sequence[Result]]) -> Quality:
    """Return how many queries their answers meet."""
    pairs = list(zip(queries, answers, strict=True))
    return Quality(
        len(queries),
        sum(query.met_by(found[:1]) for query, found in pairs),
        sum(query.met_by(found) for query, found in pairs),
        sum(query.page_met_by(found) for query, found in pairs),
        tuple(query.ask for query, found in pairs if not query.met_by(found)),
    )


def _typing(page: Page, engine: Engine) -> list[float]:
    """Type a sentence key by key and return the time of each key that changed the results."""
    page.locator(engine.box).fill("")
    page.wait_for_timeout(500)
    page.evaluate("timing.keys.length = 0")
    for letter in TYPED:
        page.keyboard.press("Space" if letter == " " else letter)
        page.wait_for_timeout(150)
        try:
            page.wait_for_function("timing.since === null", timeout=KEY_WAIT)
        except BrowserError:  # the key changed nothing
            page.evaluate("timing.since = null")
    keys: list[float] = page.evaluate("timing.keys")
    return keys


def main(arguments: list[str]) -> int:
    """Print the tables; fail when ours needs more bytes or time than the better of Material and Pagefind."""
    parser = argparse.ArgumentParser("run.py bench search", description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="how often each page is opened and typed into")
    parser.add_argument("--sizes", type=int, nargs="*", default=[10, 50], help="how many times the content, for growth")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name, running(ALONE) as browser:
        every = engines(build(copy_project(Path(name) / "project")), Path(name) / "others")
        found = {engine.name: quality(browser, engine, [read(TUNED), read(HELD_OUT)]) for engine in every}
        times = _all_times(browser, every, options.runs)
        _print_table(browser, every, found, times)
        _print_growth(browser, every[:2], times, options.sizes, Path(name))
    return 0 if held(times) else 1


def _all_times(browser: Browser, every: Sequence[Engine], runs: int) -> dict[str, Times]:
    """Measure the engines in turns, so that what else the machine does meets all alike."""
    times = {engine.name: Times() for engine in every}
    for _ in range(runs):
        for engine in every:
            measure(browser, engine, times[engine.name])
    return times


def _print_table(
    browser: Browser, every: Sequence[Engine], found: dict[str, list[Quality]], times: dict[str, Times]
) -> None:
    tuned, held_out = (one.asked for one in found["ours"])
    print("right answers in per cent: by the first result, by the first three, by their pages alone")
    print(f"{'':14}{f'{tuned} tuned to':>20}{f'{held_out} held out':>22}  {COSTS}  disk  policy")
    for engine in every:
        with serving(engine.folder) as server:
            policy = works(browser, engine, server.address + "index.html", policy=True)
        disk = works(browser, engine, (engine.folder / "index.html").as_uri())
        row = [f"{engine.name:12}", *map(str, found[engine.name]), costs(times[engine.name])]
        print(*row, f"{_yes(disk):>4}", f"{_yes(policy):>6}", sep="  ", flush=True)
    for one in found["ours"]:
        print(f"missed by ours of {one.asked}: {'; '.join(one.missed) or 'none'}")


def _print_growth(
    browser: Browser, both: Sequence[Engine], times: dict[str, Times], sizes: Sequence[int], folder: Path
) -> None:
    print(f"\n{'as content grows':18}  {COSTS}")
    for engine in both:
        print(f"{engine.name + ' x1':18}  {costs(times[engine.name])}")
        for size in sizes:
            larger = grown(engine, size, folder / f"{engine.name}-{size}")
            measure(browser, larger, seen := Times())
            print(f"{f'{engine.name} x{size}':18}  {costs(seen)}", flush=True)


def costs(seen: Times) -> str:
    """Return the columns of ``COSTS``."""
    often, slow = median(seen.keys), quantiles(seen.keys, n=20)[-1]
    return f"{seen.size:>10,}  {median(seen.first):>9,.0f}  {often:>7,.0f}  {slow:>8,.0f}"


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def held(times: dict[str, Times]) -> bool:
    """Tell whether ours needs no more bytes and no more time than the better of Material and Pagefind."""
    mine, others = times["ours"], [times["Material"], times["pagefind"]]
    return (
        mine.size <= min(one.size for one in others)
        and median(mine.keys) <= min(median(one.keys) for one in others)
        and median(mine.first) <= min(median(one.first) for one in others)
    )
