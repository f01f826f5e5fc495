"""A form as a Word document: its words and parts, with the fields of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from build_scripts.content.content import Content
from build_scripts.content.fields import Prose
from build_scripts.content.forms import Picture, Size
from build_scripts.content.prose import LISTS, parse, to_text
from build_scripts.formats.word.document import Block, Document, Paragraph, Run
from build_scripts.forms.documents import FormDocument
from build_scripts.forms.word_easy import easy_beginning, easy_field_blocks, easy_pictures
from build_scripts.forms.word_fields import field_blocks, runs, runs_below
from build_scripts.forms.word_rows import about_form, part_in_rows
from build_scripts.pages.generated import BuildInfo
from build_scripts.pages.paper_links import with_places

STYLES_BESIDE_PICTURES = ("Prompt", "Answer", "Long Answer", "Choice", "Choice Line")


def _sizes(body: float, note: float, part: float, title: float) -> dict[str, float]:
    """Return the size of each style that does not follow another, in points."""
    headings = {"Title": title, "Heading 1": part, "Heading 2": body}
    return {"Normal": body, "Note": note, "Footer": note, **headings}


TYPE_SIZES = {
    Size.FULL: _sizes(body=12, note=11, part=16, title=24),
    Size.ONE_PAGE: _sizes(body=12, note=11, part=14, title=18),
    Size.EASY_READ: _sizes(body=16, note=14, part=20, title=28),
    Size.LARGE_PRINT: _sizes(body=18, note=18, part=22, title=28),
    Size.FULL_LARGE_PRINT: _sizes(body=18, note=18, part=22, title=28),
    Size.CORE: _sizes(body=12, note=11, part=16, title=24),
}
"""How large type is in each size of form."""
COMPACT_SIZES = _sizes(body=11, note=9.5, part=12, title=16) | {"Footer": 9}
HOME_SIZES = _sizes(body=11.5, note=10.5, part=13, title=18)
"""How large it is in a compact form, and in a copy of it that a family keeps."""
COMPACT_SPACES: dict[str, tuple[float, float]] = {
    **dict.fromkeys(("Prompt", "Note", "Cell", "Choice", "Normal", "List Bullet"), (1, 1)),
    "Heading 1": (3, 1),
    "Heading 2": (4, 1),
    **dict.fromkeys(("Answer", "Long Answer"), (2, 3)),
    "Title": (0, 2),
    "Choice Line": (2, 1),
}
"""The space above and below its paragraphs, in points."""
COMPACT_MARGINS = (10, 15, 16, 15)


def form_as_word(form: FormDocument, build_info: BuildInfo, picture_svg: Callable[[Picture], str]) -> Document:
    """Return a form as a Word document, which decides the bytes of its file.

    Args:
        form: what the file holds.
        build_info: the version and the day that its footer names.
        picture_svg: gives a picture of the easy-read version as SVG.

    Raises:
        ValueError: the ids of a field are too long for Word.
    """
    easy = easy_pictures(form) if form.is_easy else ()
    is_tight = form.is_compact or (form.row.size.is_short and not form.is_large)
    return Document(
        title=form.title,
        day=build_info.built_on,
        footer=_footer(form, build_info),
        page_number=form.content.unfilled("printed-page-of-all"),
        blocks=tuple(_one_page(form) if form.row.size is Size.ONE_PAGE else _whole(form)),
        sizes=_sizes_of(form),
        spaces=COMPACT_SPACES if is_tight else {},
        line_height=1.0 if is_tight else None,
        margins=COMPACT_MARGINS if is_tight else None,
        pictures={picture.value: picture_svg(picture) for picture in easy},
        beside_pictures=STYLES_BESIDE_PICTURES if form.is_easy else (),
    )


def _sizes_of(form: FormDocument) -> dict[str, float]:
    if form.is_compact:
        return COMPACT_SIZES if form.is_small else HOME_SIZES
    return TYPE_SIZES[form.row.size]


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
    if form.is_easy:
        yield from easy_beginning(form)
    elif form.is_compact or not form.lead:
        yield from _lead(form)
    if form.lead and form.is_compact:
        yield from _paragraphs(form.content, form.lead)
    if not form.is_easy:
        yield from _services(form)
    if form.lead and not form.is_compact:
        yield from _paragraphs(form.content, form.lead)
        yield _role_names(form.content)
    elif form.is_annex:
        yield _role_names(form.content)
    for part, fields in form.parts:
        yield Paragraph("Heading 1", (Run(f"{form.numbers[part.id]}. "), *runs(form.content, form.heading(part))))
        if part.intro and not form.is_easy:
            yield from _paragraphs(form.content, part.intro, keep=True)
        if form.is_easy:
            yield from (block for field in fields for block in easy_field_blocks(form, field))
        else:
            yield from part_in_rows(form, part, fields)
    yield Paragraph("End")
    if form.is_explained:
        yield from _about(form)


def _lead(form: FormDocument) -> Iterator[Block]:
    if form.text:
        yield from _paragraphs(form.content, form.text.lead)


def _services(form: FormDocument) -> Iterator[Block]:
    if not form.text or not form.services:
        return
    title = runs(form.content, form.text.services_title)
    reached = [
        (Run(each.name, bold=True), Run(f": {how}." if (how := form.reach(each)) else ".")) for each in form.services
    ]
    if not form.tells_of_services:
        all_of_them = tuple(run for each in reached for run in (Run(" "), *each))
        own = (Run(f" {form.own}"),) if form.own else ()
        yield Paragraph("Boxed", (*(Run(f"{each.text}:", bold=True) for each in title), *all_of_them, *own))
        return
    yield Paragraph("Heading 1", title)
    for service, named in zip(form.services, reached, strict=True):
        hours = service.hours if service.hours_known else None
        about = [service.what, hours] if form.tells_of_services else []
        more = (run for prose in about if prose for run in (Run(" "), *runs(form.content, prose)))
        yield Paragraph("List Bullet", (*named, *more))
    if form.own:
        yield Paragraph("List Bullet", (Run(form.own),))


def _about(document: FormDocument) -> Iterator[Block]:
    """Yield what there is to know about a form besides, at its end."""
    content, form = document.content, document.form
    yield Paragraph("Heading 1", (Run(content.label("about-this-form")),))
    if document.is_compact:
        yield Paragraph("Note", (Run(content.label("role-names")),), may_part=True)
    facts = (
        ("what-it-is-not", form.is_not),
        ("what-must-stand-beside-it", form.beside),
        ("who-fills-it-in", (form.who_fills,)),
        ("who-may-see-it", (form.who_sees,)),
        ("where-it-is-kept", (form.where_kept,)),
    )
    yield from about_form(content, ((name, [runs(content, each) for each in said]) for name, said in facts if said))


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
