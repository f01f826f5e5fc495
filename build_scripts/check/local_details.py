"""Local details: each field has its group, and each value given for this build belongs to a field and fits it."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.check.duplicates import repeated
from build_scripts.content.content import Content
from build_scripts.content.local_details import LocalDetail, LocalField, LocalGroup
from build_scripts.content.problems import Problem, did_you_mean


def check(content: Content) -> Iterator[Problem]:
    """Yield problems with the definition of local details and with the values given."""
    groups = {group.id for group in content.all(LocalGroup)}
    for field in content.all(LocalField):
        if field.group not in groups:
            remedy = did_you_mean(field.group, groups, "add it to 'groups'")
            yield Problem(field.location, f"there is no group '{field.group}'", remedy)
    yield from _values(content)


def _values(content: Content) -> Iterator[Problem]:
    fields = {field.id: field for field in content.all(LocalField)}
    for name, where, first in repeated((detail.id, detail.location) for detail in content.all(LocalDetail)):
        yield Problem(where, f"'{name}' is given already on line {first.line}", "keep one of them")
    for detail in content.all(LocalDetail):
        where, field = detail.location, fields.get(detail.id)
        if field is None:
            remedy = did_you_mean(detail.id, fields, "use an id of local.yml")
            yield Problem(where, f"there is no local detail '{detail.id}'", remedy)
        elif refusal := field.refusal(detail.value):
            yield Problem(where, *refusal)
