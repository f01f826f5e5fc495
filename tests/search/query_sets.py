"""What readers were thought to type, and what they should find."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

FOLDER = Path(__file__).parent
TUNED = FOLDER / "queries.yml"
"""Written before the search was tuned, and tuned to."""
HELD_OUT = FOLDER / "held_out.yml"
"""Written after, and never tuned to."""
FIRST = FOLDER / "first.yml"
"""What must lead straight to the right place."""

Result = Sequence[str]
"""The addresses that one result leads to, from the start of the site."""


@dataclass(frozen=True)
class Query:
    """One query of a set.

    Attributes:
        ask: what is typed.
        want: right places; one without an anchor is met by any place on its page.
        never: places that would hurt whoever typed this, such as one for somebody else.
    """

    ask: str
    want: tuple[str, ...]
    never: tuple[str, ...] = ()

    def met_by(self, results: Iterable[Result]) -> bool:
        """Tell whether any of these results leads to a right place."""
        return any(_leads_to(address, want) for result in results for address in result for want in self.want)

    def hurt_by(self, results: Iterable[Result]) -> bool:
        """Tell whether any of these results leads to a place that it must not lead to."""
        return any(_leads_to(address, door) for result in results for address in result for door in self.never)

    def page_met_by(self, results: Iterable[Result]) -> bool:
        """Tell whether any of these results leads to the page of a right place."""
        pages = {want.partition("#")[0] for want in self.want}
        return any(address.partition("#")[0] in pages for result in results for address in result)


def read(path: Path) -> list[Query]:
    """Return the queries of a set that count today; those that wait for a later issue are left out."""
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    counted = (entry for entry in entries if not entry.get("counts_from"))
    return [Query(str(entry["ask"]), tuple(entry["want"]), tuple(entry.get("never", ()))) for entry in counted]


def _leads_to(address: str, want: str) -> bool:
    return address == want if "#" in want else address.partition("#")[0] == want
