"""The words in which mistakes are told, for the page that checks a file in a browser.

They are written once, where ``check`` tells of a mistake. Each is found here by a sample with that mistake: what is
told of the sample is the phrase, with gaps in the places of the sample's own words.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, NamedTuple

from pydantic import Field

from build_scripts.content import fields, forms
from build_scripts.content.fields import FileRecord, Record
from build_scripts.content.file_records import CONTENT_FOLDER, read_records
from build_scripts.content.problems import Problem
from build_scripts.content.prose import check as check_prose
from build_scripts.content.reader.files import MAX_BYTES, read_text
from build_scripts.content.validation_problems import MOST_NAMED

Phrase = tuple[str, str]
"""What is wrong and what to do, with ``{0}`` and so on in the places of values."""


class Sample(NamedTuple):
    """The content of a file with one mistake, and its words that stand in what is told of it."""

    text: str | bytes
    values: tuple[str, ...] = ()
    ending: str = ".yml"


class _Word(StrEnum):
    RED = "qzred"
    BLUE = "qzblue"


class _Part(Record):
    text: fields.Text
    more: fields.Text | None = None


class _Sample(FileRecord):
    """A record with a field of each type."""

    body: fields.Block | None = None
    text: fields.Text | None = None
    prose: fields.Block | None = None
    line: fields.Line | None = None
    hours: fields.Hours | None = None
    name: fields.Id | None = None
    link: fields.AnyReference | None = None
    term: fields.TermId | None = None
    day: fields.Day | None = None
    yearly: fields.DayOfYear | None = None
    choice: fields.YesNo | None = None
    count: Annotated[fields.Whole, Field(ge=3, le=5)] | None = None
    share: float | None = None
    clock: fields.Clock | None = None
    url: fields.Url | None = None
    address: fields.Address | None = None
    phone: fields.Phone | None = None
    email: fields.Email | None = None
    number: forms.FieldNumber | None = None
    asked: forms.Asked | None = None
    word: _Word | None = None
    few: Annotated[tuple[fields.Text, ...], Field(min_length=2, max_length=3)] | None = None
    part: _Part | None = None


Q = "Qzx"
"""A word that no phrase has."""
SOME = ", ".join(sorted(set(_Sample.model_fields) - {"body", "id"})[:MOST_NAMED])
"""The keys that are named where none is like the one that was written."""
SAMPLES: dict[str, Sample] = {
    # files
    "empty-file": Sample(b"\n"),
    "utf-16": Sample(b"\xff\xfea\0"),
    "not-utf-8": Sample(b"text: a\xfc\n", ("fc",)),
    "invisible": Sample("text: a\u200bb\n", ("200B",)),
    "two-versions": Sample("---\ntext: a\n---\n<<<<<<< ours\n", (), ".md"),
    "large": Sample(b"#" * (MAX_BYTES + 234_567), ("1,234",)),
    # front matter
    "no-front-matter": Sample("text: a\n", (), ".md"),
    "empty-beginning": Sample("\n---\ntext: a\n---\n", (), ".md"),
    "not-hyphens": Sample("——\ntext: a\n---\na\n", ("——",), ".md"),
    "front-matter-open": Sample("---\ntext: a\n", (), ".md"),
    "front-matter-no-keys": Sample("---\n- a\n---\n", (), ".md"),
    "front-matter-body": Sample("---\nbody: a\n---\na\n", (), ".md"),
    "id-written": Sample("id: a\n", ("sample",)),
    # YAML
    "nothing": Sample("# a comment\n"),
    "too-deep": Sample(f"part: {'[' * 50}\n"),
    "alias": Sample(f"text: *{Q}\n", (Q,)),
    "anchor": Sample(f"text: &{Q} a\n", (Q,)),
    "tag": Sample(f"text: !{Q} a\n", (f"!{Q}",)),
    "document-start": Sample("---\ntext: a\n"),
    "tab": Sample("part:\n\ttext: a\n", ("2 spaces",)),
    "tab-at-margin": Sample("text: a\n\tline: b\n"),
    "key-no-word": Sample("? [a]\n: b\n"),
    "twice": Sample("text: a\n\n\ntext: b\n", ("text", "1")),
    "lost-words": Sample(f"text: Room #{Q}\n", (f"#{Q}", f"'Room #{Q}'")),
    "bracket": Sample("few: [a [b, c]\ntext: a\n"),
    "colon": Sample("'text': a: b\n"),
    "not-in-line": Sample("few:\n  - a\n b\n"),
    "no-colon-here": Sample("text: a\nb\nline: c\n"),
    "escape": Sample('text: "\\q"\n'),
    "list-on-line": Sample("few: - a\n"),
    "sign": Sample("few: [@a]\n"),
    "unreadable": Sample("text: |0\n"),
    # slips in YAML
    "no-space": Sample(f"word:{Q}\ntext: a\n", ("word", Q)),
    "no-colon": Sample(f"text: a\nhours {Q}\n", ("hours", Q, "2 spaces")),
    "no-colon-but-equals": Sample(f"text: a\nhours = {Q}\n", ("hours", Q)),
    "open-quote": Sample('text: "a\nline: b\n', ("double", '"')),
    "after-quote": Sample(f'text: "a" {Q}\n', (Q,)),
    "cut-quote": Sample(f'text: "a "b" {Q}"\n', ("double", f'b" {Q}"', "single", f"'a \"b\" {Q}'")),
    "cut-quote-curly": Sample(f'text: "a\'s "b" {Q}"\n', ("double", f'b" {Q}"')),
    "after-block": Sample(f"text: |{Q}\n  a\n", ("|",)),
    "strange-start": Sample(f"text: @{Q}\n", ("@", f"'@{Q}'")),
    "second-colon": Sample(f"text: a: {Q}\n", (f"'a: {Q}'",)),
    "hard-space": Sample("few:\n  - a\n\u00a0\u00a0- b\n", ("2 spaces",)),
    "open-bracket": Sample("few: [a, b\ntext: a\n", ("[", "]", "[a, b]")),
    "deep-blank": Sample("line: |\n    \n  a\n"),
    "no-dash": Sample(f"few:\n• {Q}\n", (Q,)),
    "shallow": Sample("part:\n  text: |\n a\n", ("4 spaces",)),
    "indent-many": Sample("text: a\n   line: b\n", ("3",)),
    "indent-one": Sample("text: a\n line: b\n"),
    "indent-none": Sample("   text: a\nline: b\n", ("3 spaces",)),
    # values
    "unfilled": Sample("text: FILL IN\n", ("text",)),
    "unfilled-body": Sample("---\ntext: a\n---\nFILL IN\n", (), ".md"),
    "half": Sample("line: >-\n#  a\n#  b\n", ("line", "lines 2 to 3")),
    "no-value": Sample("text:\n", ("text",)),
    "no-value-needed": Sample("part:\n  text:\n", ("text",)),
    "no-item": Sample("few:\n  - a\n  - b\n  -\n"),
    "key-of-words": Sample(f"Some {Q}: a\n", (f"Some {Q}",)),
    "unknown-key": Sample("part:\n  text: a\n  more: a\n  qzx: a\n", ("qzx",)),
    "unknown-of-few": Sample("part:\n  text: a\n  qzx: a\n", ("qzx", "more")),
    "unknown-of-many": Sample(f"{Q}: a\n", (Q, SOME)),
    "did-you-mean": Sample("phnoe: 0800 1111\n", ("phone",)),
    "missing": Sample("part: {}\n", ("text",)),
    "no-text": Sample("text: [a]\n"),
    "no-prose": Sample("prose: [a]\n"),
    "no-list": Sample("few: A b\n"),
    "no-brackets": Sample("few: a, b\n", ("[a, b]",)),
    "no-group": Sample("part: a\n"),
    "no-number": Sample("share: a\n"),
    "empty-text": Sample('text: ""\n'),
    "empty-prose": Sample('prose: ""\n'),
    "long-text": Sample(f"text: {'a' * 1234}\n", ("1,234", "1,000")),
    "long-prose": Sample(f"prose: {'a' * 61234}\n", ("61,234", "60,000")),
    "one-line": Sample("text: |\n  a\n  b\n"),
    "no-id": Sample("name: …\n", ("…",)),
    "like-an-id": Sample(f"name: {Q} a\n", (f"{Q} a", "qzx-a")),
    "no-word": Sample(f"word: {Q}\n", (Q, "qzred, qzblue")),
    "no-commas": Sample("word: qzred; qzblue\n", ("qzred; qzblue", "qzred, qzblue")),
    "too-small": Sample("count: 2\n", ("2", "3")),
    "too-large": Sample("count: 6\n", ("6", "5")),
    "list-short": Sample("few: [a]\n", ("1", "2")),
    "list-long": Sample("few: [a, b, c, d]\n", ("3",)),
    "hours": Sample("hours: '930'\n", ("930",)),
    "reference": Sample(f"link: {Q}\n", (Q,)),
    "reference-id": Sample(f"term: {Q}\n", (Q,)),
    "id-alone": Sample("term: term:qzx\n", ("term:qzx", "qzx")),
    "date": Sample(f"day: {Q}\n", (Q,)),
    "date-meant": Sample("day: 1 May 2027\n", ("1 May 2027", "2027-05-01")),
    "no-such-day": Sample("day: 2026-02-31\n", ("2026-02-31",)),
    "day-of-year": Sample(f"yearly: {Q}\n", (Q,)),
    "yes-no": Sample(f"choice: {Q}\n", (Q,)),
    "whole": Sample(f"count: {Q}\n", (Q,)),
    "clock": Sample(f"clock: {Q}\n", (Q,)),
    "clock-meant": Sample("clock: 9.30pm\n", ("9.30pm", "21:30")),
    "uri": Sample(f"url: {Q}\n", (Q,)),
    "address": Sample(f"address: {Q}\n", (Q,)),
    "phone": Sample(f"phone: {Q}\n", (Q,)),
    "phone-spaces": Sample("phone: 0800123456\n", ("0800123456",)),
    "email": Sample(f"email: {Q}\n", (Q,)),
    "field-number": Sample(f"number: {Q}\n", (Q,)),
    "asked": Sample(f"asked: {Q}\n", (Q,)),
    # prose
    "prose-too-deep": Sample(f"prose: '{'*a ' * 40}b{' a*' * 40}'\n"),
    "one-paragraph": Sample("line: '- a'\n"),
    "no-alternative": Sample("prose: '![](a.png)'\n"),
    "list-start": Sample("prose: '3. a'\n", ("3",)),
    "mark-alone": Sample("prose: |\n  -\n"),
    "table-no-rows": Sample("prose: |\n  | a |\n  | --- |\n"),
    "new-list": Sample("prose: |\n  - a\n  + b\n"),
    "item-no-words": Sample("prose: |\n  - > a\n"),
    "code-within": Sample("prose: |\n  > ```\n  > a\n  > ```\n"),
    "code-empty": Sample("prose: |\n  ```\n  ```\n"),
    "main-heading": Sample("prose: |\n  # A\n"),
    "level-skipped": Sample("prose: |\n  #### A\n", ("2", "##")),
    "same-address": Sample("prose: |\n  ## A\n\n  ## A\n", ("2",)),
    "heading-no-letter": Sample("prose: |\n  ## …\n"),
    "heading-within": Sample("prose: |\n  > ## A\n"),
    "tab-used": Sample("prose: |\n  a\tb\n"),
    "left-link": Sample(f"prose: 'a link term:{Q.lower()}'\n", (f"term:{Q.lower()}",)),
    "left-bracket": Sample("prose: 'a ](b c)'\n"),
    "left-sign": Sample("prose: 'a **b'\n", ("**",)),
    "table-no-rule": Sample("prose: |\n  | a | b |\n  | c | d |\n", ("| --- | --- |",)),
    "html": Sample(f"prose: 'a <{Q}>b'\n", (f"<{Q}>",)),
    "quote-open": Sample("prose: a “b\n", ("“", "”")),
    "quote-end": Sample("prose: a b”\n", ("”", "“")),
    "link-nowhere": Sample("prose: '[a](#)'\n", ("#",)),
    "link-reference": Sample(f"prose: '[a](term:{Q})'\n", (f"term:{Q}", "term")),
    "link-register": Sample(f"prose: '[a](https://a.example/{Q})'\n", (f"https://a.example/{Q}",)),
    "link-kind": Sample(f"prose: '[a]({Q.lower()}:b)'\n", (Q.lower(),)),
    "link-untyped": Sample(f"prose: '[a]({Q})'\n", (Q,)),
    "link-no-words": Sample(f"prose: '[](term:{Q.lower()})'\n", (f"term:{Q.lower()}",)),
}
"""A sample of each mistake that the page can find, by the name under which the script asks for its words."""


def phrases(kinds: Collection[str]) -> dict[str, Phrase]:
    """Return how each mistake is told.

    Args:
        kinds: the kinds that typed links may have.

    Raises:
        LookupError: when nothing, or more than one thing, is told of a sample, or not of its words.
    """
    with TemporaryDirectory() as folder:
        return {name: _phrase(name, sample, Path(folder), set(kinds)) for name, sample in SAMPLES.items()}


def _phrase(name: str, sample: Sample, folder: Path, kinds: set[str]) -> Phrase:
    found = sorted(set(_told(sample, folder, kinds)))
    if len(found) != 1:
        raise LookupError(f"of the sample '{name}' is told: {'; '.join(map(str, found)) or 'nothing'}")
    return _with_gaps(found[0].message, sample), _with_gaps(found[0].remedy, sample)


def _told(sample: Sample, folder: Path, kinds: set[str]) -> Iterator[Problem]:
    path = f"{CONTENT_FOLDER}/sample{sample.ending}"
    file = folder / path
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(sample.text.encode() if isinstance(sample.text, str) else sample.text)
    text, problems = read_text(folder, path)
    yield from problems
    if text is not None:
        found = read_records(path, text, _Sample, file.stem)
        yield from found.problems
        for prose in found.written.proses:
            yield from check_prose(prose, kinds)


def _with_gaps(words: str, sample: Sample) -> str:
    gaps = {value: f"{{{at}}}" for at, value in enumerate(sample.values)}
    if not gaps:
        return words
    pattern = "|".join(re.escape(value) for value in sorted(gaps, key=len, reverse=True))
    return re.sub(rf"(?<!\w)(?:{pattern})(?!\w)|{pattern}", lambda found: gaps[found[0]], words)
