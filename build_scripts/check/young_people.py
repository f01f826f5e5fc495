"""On a page for young people each service is told in full once, and found from wherever it is named."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.check.duplicates import repeated
from build_scripts.content.content import Content
from build_scripts.content.fields import Prose
from build_scripts.content.of_content import KeptOfContent
from build_scripts.content.pages import HelpPage
from build_scripts.content.problems import Problem
from build_scripts.content.prose import references
from build_scripts.content.registers import Service, ServiceAudience


def check(content: Content) -> Iterator[Problem]:
    """Yield problems with who is named on the pages for young people."""
    for page in content.all(HelpPage):
        yield from _told_once(page)
        yield from _found(page)
        yield from _led_on(page)
        yield from _for_young_people(content, page)


def _told_once(page: HelpPage) -> Iterator[Problem]:
    told = (reference for section in page.sections for reference in section.services)
    for name, where, _ in repeated((reference.id, reference.location) for reference in told):
        yield Problem(where, f"'{name}' is told in full under another need already", "name it under 'also:' here")


def _found(page: HelpPage) -> Iterator[Problem]:
    told = {reference.id for section in page.sections for reference in section.services}
    others = [reference for section in page.sections for reference in section.also]
    for reference in (*(call.service for call in page.calls), *others):
        if reference.id not in told:
            message = f"'{reference.id}' is told in full nowhere on this page"
            yield Problem(reference.location, message, "name it under 'services:' of the need that it fits best")


def _led_on(page: HelpPage) -> Iterator[Problem]:
    titles = [section.title for section in page.sections]
    for call in page.calls:
        if call.instead and call.instead not in titles:
            message = f"no need on this page is called '{call.instead}'"
            yield Problem(call.location, message, "write the title of a need, letter by letter")


@KeptOfContent
def _for_young_people(content: Content, page: HelpPage) -> tuple[Problem, ...]:
    return tuple(_not_for_them(content, page))


def _not_for_them(content: Content, page: HelpPage) -> Iterator[Problem]:
    told = [reference for section in page.sections for reference in section.services]
    for reference in (*told, *(place.service for place in page.on_paper)):
        service = content.find("service", reference.id)
        if not isinstance(service, Service):
            continue
        if ServiceAudience.YOUNG_PERSON not in service.audiences:
            message = f"'{reference.id}' is not for young people"
            yield Problem(reference.location, message, f"see 'audiences:' in {service.location.path}")
        for line in shown(service):
            for link in references(line):
                message = f"the link '{link}' would lead a young person to a page for staff"
                yield Problem(link.location, message, f"write the words alone: the page shows '{reference.id}' in full")


def shown(service: Service) -> list[Prose]:
    """Return what a page for young people tells of a service, number and web address apart."""
    lines = (service.what, service.contact, service.happens, service.ages, service.cost, service.privacy)
    return [line for line in (*lines, service.limits) if line]
