"""A law, phone number, email or web address in prose has its record in a register."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from build_scripts.content.fields import Prose
from build_scripts.content.kept import Kept
from build_scripts.content.load import Loaded
from build_scripts.content.problems import Problem
from build_scripts.content.prose import OF_REGISTERS
from build_scripts.content.registers import Document, Service

_WORD = r"(?:[A-Z][\w'’]*|\([A-Z][\w ]*\)|and|of|the|in|to|for)"
ACT = re.compile(rf"\b[A-Z][\w'’]*(?:,? {_WORD}){{0,24}} (?:Act|Order)(?: \([A-Z][\w ]+\))? \d{{4}}\b")
PHONE = re.compile(r"(?<![\w/.-])(?:0\d[\d ]{6,12}\d|\+44[\d ]{8,14}\d)(?![\w/-])")
EMAIL = re.compile(r"(?<![\w.-])[\w.-]+@[\w-]+\.[\w.-]*\w")
WEB = re.compile(
    r"\b(?:https?://|www\.)\S*[^\s.,;:!?)]|(?<![a-z0-9-])[a-z0-9-]+\.(?:co\.uk|org\.uk|gov\.uk|com|org|net|eu|cymru)\b",
    re.IGNORECASE,
)
Found = tuple[tuple[int, str], ...]
"""Where in a text something stands, and what."""
LINK_TARGET = re.compile(r"\]\([^)\n]*\)")


def check(loaded: Loaded) -> Iterator[Problem]:
    """Yield a problem for each fact of these kinds that no register holds."""
    laws = _laws(loaded)
    numbers = {re.sub(r"\D", "", service.phone) for service in loaded.content.all(Service) if service.phone}
    for prose in loaded.written.proses:
        if prose.location.path.startswith("docs/"):
            continue
        named, phones, addresses = _facts(prose.text)
        yield from _unknown_laws(prose, named, laws)
        yield from _unknown_contacts(prose, phones, addresses, numbers)


@Kept
def _facts(text: str) -> tuple[Found, Found, Found]:
    """Return the laws in a text, its phone numbers, and its email and web addresses, each with its place."""
    text = LINK_TARGET.sub(lambda found: " " * len(found[0]), text)
    addresses = (found for pattern in (EMAIL, WEB) for found in pattern.finditer(text))
    return _found(ACT.finditer(text.replace("\n", " "))), _found(PHONE.finditer(text)), _found(addresses)


def _found(matches: Iterable[re.Match[str]]) -> Found:
    return tuple((found.start(), found[0]) for found in matches)


def _laws(loaded: Loaded) -> set[str]:
    """Return the name of every Act and Order that a record is about, without capitals."""
    names = [name for document in loaded.content.all(Document) for name in (document.title, *document.aliases)]
    return {form for name in names for found in ACT.finditer(name) for form in _forms(found[0])[:1]} | {
        name.lower() for name in names
    }


def _forms(name: str) -> list[str]:
    """Return a name and what is left of it when words are taken off its front, since a sentence may begin with it."""
    words = name.lower().replace(",", "").split(" ")
    return [" ".join(words[at:]) for at in range(len(words) - 2)]


def _unknown_laws(prose: Prose, named: Found, laws: set[str]) -> Iterator[Problem]:
    for start, law in named:
        if not laws.intersection(_forms(law)):
            remedy = "give it a file in documents/, or name it as it stands there"
            yield Problem(prose.place_of(start), f"'{law}' is not in the register of documents", remedy)


def _unknown_contacts(prose: Prose, phones: Found, addresses: Found, numbers: set[str]) -> Iterator[Problem]:
    for start, phone in phones:
        if re.sub(r"\D", "", phone) not in numbers:
            remedy = "take it out, or give it to a file in services/ and link to that: [words](service:id)"
            yield Problem(prose.place_of(start), f"the number '{phone}' is in no register", remedy)
    for start, address in addresses:
        yield Problem(prose.place_of(start), f"'{address}' stands outside the registers", OF_REGISTERS)
