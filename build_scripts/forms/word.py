"""A form as a Word document: its words and parts, with the fields of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from build_scripts.content.content import Content
from build_scripts.content.fields import Prose
from build_scripts.content.forms import Copy, Form, Picture, Size
from build_scripts.content.prose import LISTS, parse, to_text
from build_scripts.formats.word.document import Block, Document, Paragraph, Run
from build_scripts.forms.documents import FormDocument
from build_scripts.forms.word_fields import field_blocks, runs, runs_below
from build_scripts.pages.generated import BuildInfo
from build_scripts.pages.paper_links import with_places

STYLES_BESIDE_PICTURES = ("Prompt", "Answer", "Long Answer", "Choice", "Choice Line")


def _sizes(body: float, note: float, part: float, title: float) -> dict[str, float]:
    """Return the size of each style that does not follow another, in points."""
    headings = {"Title": title, "Heading 1": part, "Heading 2": body}
    return {"Normal": body, "Note": note, "Footer": note, **headings}


TYPE_SIZES = {
    Size.FULL: _sizes(body=12, note=11, part=16, title=24),
    Size.ONE_PAGE: _sizes(body=12, note=11, part=14, title=20),
    Size.EASY_READ: _sizes(body=16, note=14, part=20, title=28),
    Size.LARGE_PRINT: _sizes(body=18, note=18, part=22, title=28),
    Size.FULL_LARGE_PRINT: _sizes(body=18, note=18, part=22, title=28),
    Size.CORE: _sizes(body=12, note=11, part=16, title=24),
}
"""How large type is in each size of form."""


def form_as_word(form: FormDocument, build_info: BuildInfo, picture_svg: Callable[[Picture], str]) -> Document:
    """Return a form as a Word document, which decides the bytes of its file.

    Args:
        form: what the file holds.
        build_info: the version and the day that its footer names.
        picture_svg: gives a picture of the easy-read version as SVG.

    Raises:
        ValueError: the ids of a field are too long for Word.
    """
    easy = [field.easy.picture for _, fields in form.parts for field in fields if form.is_easy and field.easy]
    return Document(
        title=form.title,
        day=build_info.built_on,
        footer=_footer(form, build_info),
        page_number=form.content.unfilled("printed-page-of-all"),
        blocks=tuple(_one_page(form) if form.row.size is Size.ONE_PAGE else _whole(form)),
        sizes=TYPE_SIZES[form.row.size],
        pictures={picture.value: picture_svg(picture) for picture in easy},
        beside_pictures=STYLES_BESIDE_PICTURES if form.is_easy else (),
    )


def _footer(form: FormDocument, build_info: BuildInfo) -> str:
    words = build_info.words()
    if form.goes_home:
        return words["built_on"]
    return form.content.label("site-version", version=words["version"], day=words["built_on"])


def _one_page(form: FormDocument) -> Iterator[Block]:
    yield Paragraph("Title", (Run(form.title),))
    for _, fields in form.parts:
        for field in fields:
            yield from field_blocks(form, field)
    yield from _services(form)


def _whole(form: FormDocument) -> Iterator[Block]:
    yield Paragraph("Title", (Run(form.title),))
    yield from _lead(form)
    yield from _services(form)
    if form.row.copy_kind is Copy.WORKING:
        yield from _before_use(form.content, form.form)
    elif form.is_annex:
        yield _role_names(form.content)
    for part, fields in form.parts:
        yield Paragraph("Heading 1", (Run(f"{form.numbers[part.id]}. "), *runs(form.content, form.heading(part))))
        if part.intro and not form.is_easy:
            yield from _paragraphs(form.content, part.intro, keep=True)
        for field in fields:
            yield from field_blocks(form, field)
    yield Paragraph("End")


def _lead(form: FormDocument) -> Iterator[Block]:
    if form.text and form.is_easy:
        yield from (Paragraph("Normal", runs(form.content, idea)) for idea in form.text.easy_lead)
    elif form.text:
        yield from _paragraphs(form.content, form.text.lead)


def _services(form: FormDocument) -> Iterator[Block]:
    if form.text and form.services:
        yield Paragraph("Heading 1", runs(form.content, form.text.services_title))
        for service in form.services:
            hours = service.hours if service.hours_known else None
            about = [service.what, hours] if form.row.size is not Size.ONE_PAGE else []
            more = (run for prose in about if prose for run in (Run(" "), *runs(form.content, prose)))
            reach = f": {how}." if (how := form.reach(service)) else "."
            yield Paragraph("List Bullet", (Run(service.name, bold=True), Run(reach), *more))
        if form.own:
            yield Paragraph("List Bullet", (Run(form.own),))


def _before_use(content: Content, form: Form) -> Iterator[Block]:
    """Yield what staff read before they use a form."""
    yield Paragraph("Heading 1", (Run(content.label("before-you-use-it")),))
    yield from _paragraphs(content, form.lead)
    yield _role_names(content)
    lists = (
        (content.label("what-it-is-not"), form.is_not),
        (content.label("what-must-stand-beside-it"), form.beside),
    )
    for head, lines in lists:
        if lines:
            yield Paragraph("Heading 2", (Run(head),))
            yield from (Paragraph("List Bullet", runs(content, line)) for line in lines)
    facts = (
        (content.label("who-fills-it-in"), form.who_fills),
        (content.label("who-may-see-it"), form.who_sees),
        (content.label("where-it-is-kept"), form.where_kept),
    )
    for head, prose in facts:
        yield Paragraph("Heading 2", (Run(head),))
        yield Paragraph("Normal", runs(content, prose))


def _role_names(content: Content) -> Paragraph:
    return Paragraph("Normal", (Run(content.label("role-names")),))


def _paragraphs(content: Content, prose: Prose, keep: bool = False) -> Iterator[Block]:
    """Yield the paragraphs of a prose.

    Args:
        content: what its links lead to.
        prose: the text.
        keep: whether each stays on a page with what follows.
    """
    for block in parse(with_places(content, prose)).children:
        if block.type in LISTS:
            for item in block.children:
                yield Paragraph("List Bullet", (Run(to_text(item)),), keep_with_next=keep)
        else:
            yield Paragraph("Normal", runs_below(block), keep_with_next=keep)
