"""Each field of each record says what it means."""

from collections.abc import Iterator

import pytest

from build_scripts.content.descriptions import descriptions
from build_scripts.content.fields import Record
from build_scripts.content.new_record import KINDS
from build_scripts.content.registers import Service


def below(kind: type[Record]) -> Iterator[type[Record]]:
    """Yield a record and all that are made of it."""
    yield kind
    for other in kind.__subclasses__():
        yield from below(other)


def test_what_a_record_has_from_another_is_described() -> None:
    """An editor of a helpline reads of its own keys and of those that all records of registers have."""
    found = descriptions(Service)
    assert found["phone"] == "The number to call."
    assert found["review_by"] == "The day by which they must be checked again."


@pytest.mark.parametrize("name", KINDS)
def test_no_key_is_without_a_word(name: str) -> None:
    """What an editor can begin has no key that nobody explains."""
    kind = KINDS[name].record
    assert [key for key in kind.model_fields if key != "body" and key not in descriptions(kind)] == []
