"""Small documents as PDFs, for tests."""

from collections.abc import Mapping
from io import BytesIO

import pikepdf

from build_scripts.formats import pdf

STYLE = (
    '@font-face { font-family: Paper; src: url("atkinson-400.ttf") } * { font-family: Paper }'
    '@page { @bottom-left { content: "The foot" } } input { font-size: 11pt }'
)


def page(body: str, tips: Mapping[str, str]) -> bytes:
    """Return a page as PDF."""
    head = f'<html lang="en-GB"><head><title>A title</title><style>{STYLE}</style></head>'
    return pdf.render(f"{head}<body><h1>Head</h1>{body}</body></html>", tips)


def opened(body: str, **tips: str) -> pikepdf.Pdf:
    """Return a page as an open PDF."""
    return pikepdf.open(BytesIO(page(body, tips)))
