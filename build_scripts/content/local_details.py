"""What a school can fill in about itself: the fields, and values given when the site is built."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Self

from pydantic import model_validator

from build_scripts.content.fields import Id, Line, Record, Text, wrong

TO_WRITE_ON = "_" * 16
"""What stands on paper for a local detail that was not given."""
NUMBER = re.compile(r"\+?\d[\d ()-]{1,20}\d(?:,? ?(?:ext\.?|extension) ?\d{1,6})?", re.IGNORECASE)
"""A phone number, with or without an extension."""
SECURE = re.compile(r"https://[a-z0-9][a-z0-9.-]*\.[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
FILE_NAME = re.compile(r"[A-Za-z0-9][\w-]*\.(?:png|jpe?g|svg|webp|gif)", re.ASCII)
PAGE_NAME = re.compile(r"[A-Za-z0-9][\w-]*\.(?:html|pdf)", re.ASCII)
"""A page of the school's own, in the folder ``our-pages``."""


class LocalKind(StrEnum):
    """What a detail is, and so how it is drawn."""

    TEXT = "text"
    PHONE = "phone"
    LINK = "link"
    IMAGE = "image"
    PAGE = "page"


ENDINGS = {LocalKind.PHONE: "-phone", LocalKind.LINK: "-link", LocalKind.IMAGE: "-image", LocalKind.PAGE: "-page"}
"""How the ids of a kind end. ``local-details.js`` goes by it, so that pages need not name the kind of each detail."""
LIMITS = {LocalKind.TEXT: 200, LocalKind.PHONE: 40, LocalKind.LINK: 300, LocalKind.IMAGE: 60, LocalKind.PAGE: 60}
"""Characters at most; ``local-details.js`` has the same."""
SHAPES = {
    LocalKind.PHONE: (NUMBER, "a phone number", "write digits and spaces, such as 0117 496 0000 ext 12"),
    LocalKind.LINK: (SECURE, "a safe web address", "write the whole address, beginning https://"),
    LocalKind.IMAGE: (FILE_NAME, "the name of a picture", "name a file beside local-details.txt, such as logo.png"),
    LocalKind.PAGE: (PAGE_NAME, "the name of a page", "name a file in our-pages, such as our-policy.pdf"),
}


class LocalAudience(StrEnum):
    """On whose pages a detail is shown."""

    STAFF = "staff"
    YOUNG_PERSON = "young-person"
    BOTH = "both"


class LocalGroup(Record):
    """Details that are filled in together."""

    id: Id
    """Short name."""
    title: Text
    """What they have in common, as the set-up page heads them."""
    text: Line
    """What they are for."""


class LocalField(Record):
    """One detail."""

    id: Id
    """Short name in typed links and in ``local-details.txt``; it never changes. It ends as its kind asks."""
    label: Text
    """What the set-up page asks for."""
    help: Text | None = None
    """How to write it."""
    kind: LocalKind = LocalKind.TEXT
    """What it is."""
    group: Id
    """The group it is filled in with."""
    audience: LocalAudience
    """On whose pages it is shown."""
    row: Text | None = None
    """The row of «Your school's contacts» that shows it."""
    fallback: Text
    """What stands where nothing is filled in."""

    @model_validator(mode="after")
    def _id_tells_the_kind(self) -> Self:
        told = next((kind for kind, ending in ENDINGS.items() if self.id.endswith(ending)), LocalKind.TEXT)
        if told is not self.kind:
            remedy = f"end the id with '{ENDINGS[self.kind]}'" if self.kind in ENDINGS else f"write 'kind: {told}'"
            raise wrong(f"'{self.id}' is not the id of a {self.kind}", remedy)
        return self

    @property
    def limit(self) -> int:
        """Characters at most."""
        return LIMITS[self.kind]

    def refusal(self, value: str) -> tuple[str, str] | None:
        """Return what is wrong with a value and what to do, or None when it may be shown."""
        if len(value) > self.limit:
            return f"this has {len(value)} characters", f"use at most {self.limit}"
        shape, what, remedy = SHAPES.get(self.kind, (None, "", ""))
        return None if shape is None or shape.fullmatch(value) else (f"'{value}' is not {what}", remedy)


class LocalDetail(Record):
    """A value given when the site is built."""

    id: Id
    """The detail, as named in ``local.yml``."""
    value: Text
    """What stands there."""
