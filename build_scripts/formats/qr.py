"""A web address as a QR code, to stand within a page."""

from __future__ import annotations

from functools import cache


@cache
def svg(address: str) -> str:
    """Return an inline drawing of an address, dark on light whatever the colours of the page are.

    Args:
        address: where the code leads; words beside it must say so too.
    """
    import segno  # it loads what talks to servers, which a build that draws no code does without

    code = segno.make(address, error="m", micro=False)
    drawing = code.svg_inline(border=4, dark="#000", light="#fff", omitsize=True, svgclass="mf-qr", lineclass=None)
    return str(drawing).strip().replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)
