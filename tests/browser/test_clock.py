"""What a page says about today: opening hours in UK time, and the age of the copy."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from build_scripts.content.fields import long_date
from build_scripts.content.load import load_all
from build_scripts.content.registers import Service
from tests.built import Built
from tests.html import find, read
from tests.real import real_content

PAGE, HELP = "guidance/first-hour.html", "places-to-get-help.html"


def at(page: Page, moment: str) -> Page:
    """Set the clock of a page that is about to be opened."""
    page.clock.set_fixed_time(moment)
    return page


@pytest.fixture(scope="module")
def confirmed(own: Built) -> Path:
    """A site in which somebody has confirmed the hours of a service."""
    return own.site


def hours(page: Page, site: Path, name: str) -> str:
    """Return what the register says of a service's hours now."""
    page.goto(f"{(site / 'reference' / 'services.html').as_uri()}#{name}")
    said = page.locator(f"#{name} + dl .mf-opening-hours")
    said.scroll_into_view_if_needed()
    expect(said).not_to_be_empty()
    return said.inner_text()


def test_hours_come_with_help_that_is_always_there(page: Page, confirmed: Path) -> None:
    """Open or closed, the reader sees whom to call at any hour, and that bank holidays are not known."""
    assert "Bank holidays may differ" in hours(at(page, "2026-11-23T20:00:00Z"), confirmed, "posh")
    entry = page.locator("#posh + dl")
    expect(entry).to_contain_text(
        "If anyone is in immediate danger, call 999. Young people can call Childline at any hour."
    )
    page.goto((confirmed / "faq" / "devices.html").as_uri())
    page.locator(".mf-contacts").scroll_into_view_if_needed()
    expect(page.locator(".mf-contacts .mf-opening-hours")).to_contain_text("Closed now, opens Tuesday at 10am.")
    expect(page.locator(".mf-contacts")).to_contain_text("If anyone is in immediate danger, call 999.")


def test_hours_are_claimed_only_where_somebody_confirmed_them(built: Built) -> None:
    """No page says open or closed of a service whose hours nobody has confirmed."""
    services = load_all(built.root).content.all(Service)
    unconfirmed = {service.id for service in services if service.hours_confirmed is None}
    cards = find(built.site / "reference" / "services.html", "dl[.//@data-hours]")
    claimed = {card.getprevious().get("id") for card in cards}
    assert claimed == {service.id for service in services if service.printed} - unconfirmed


def built_on(built: Built) -> date:
    """Return the build date that pages carry."""
    return date.fromisoformat(read(built.site / PAGE).find("body").get("data-built"))


@pytest.mark.parametrize(("days", "due"), [(120, False), (121, True)])
def test_old_copies_say_so(page: Page, built: Built, days: int, due: bool) -> None:
    """After 120 days a quiet notice stands on staff pages, and nothing moves for it."""
    day = built_on(built)
    page.add_init_script(
        "window.__shift = 0; new PerformanceObserver(list => list.getEntries().forEach(entry => "
        "{ window.__shift += entry.value; })).observe({type: 'layout-shift', buffered: true});"
    )
    at(page, f"{day + timedelta(days)}T12:00:00Z").goto((built.site / PAGE).as_uri())
    notice = page.locator(".mf-copy-age")
    expect(page.get_by_role("button", name="Print this page").last).to_be_visible()
    expect(notice).to_have_count(int(due))
    if due:
        expect(notice).to_contain_text(f"This copy was made on {long_date(day)}, {days} days ago.")
        expect(notice).to_contain_text("There may be a newer edition.")
        assert page.evaluate("window.__shift") <= 0.001
        page.emulate_media(media="print")
        expect(notice).to_be_hidden()


def test_a_late_review_is_told_with_the_age(page: Page, built: Built) -> None:
    """An old copy names the day by which the page was to be checked."""
    at(page, "2028-01-01T12:00:00Z").goto((built.site / PAGE).as_uri())
    expect(page.locator(".mf-copy-age")).to_contain_text(real_content().label("age-review-passed", date="1 March 2027"))


def test_young_people_are_told_to_check_old_numbers(page: Page, built: Built) -> None:
    """After its review date each number comes with a word of care; nothing is hidden, and 999 stays as it is."""
    address = (built.site / HELP).as_uri()
    words = real_content().label("age-number-may-be-old")
    at(page, "2026-11-23T12:00:00Z").goto(address)
    expect(page.get_by_text(words)).to_have_count(0)
    numbers = page.locator("a[href^='tel:']").count()
    at(page, "2028-01-01T12:00:00Z").goto(address)
    assert page.get_by_text(words).count() >= 3
    assert page.locator("a[href^='tel:']").count() == numbers
    expect(page.locator(".mf-copy-age")).to_have_count(0)
    emergency = page.locator("a[href='tel:999']").first
    assert emergency.evaluate("link => link.closest('[data-review]')") is None
