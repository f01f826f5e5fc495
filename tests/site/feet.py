"""How much of a PDF stays empty at the feet of its sides."""

from __future__ import annotations

from PIL import ImageOps
from pypdfium2 import PdfDocument, PdfPage

FOOT = 15 / 297
"""The share of a side that belongs to its foot: page number and date stand there."""
LAST = 0.5
"""How much of its last side a document may leave empty, since its text has to end somewhere."""
DOTS_OF_POINT = 0.5


def empty_feet(data: bytes) -> float:
    """Return which share of the sides of a PDF is empty below their last word, line or box.

    Args:
        data: the whole file.
    """
    with PdfDocument(data) as pdf:
        gaps = [_gap(pdf[number]) for number in range(len(pdf))]
    gaps[-1] = max(0.0, gaps[-1] - LAST)
    return sum(gaps) / len(gaps)


def _gap(page: PdfPage) -> float:
    """Return which share of a side is empty between what stands lowest on it and its foot."""
    picture = page.render(scale=DOTS_OF_POINT, grayscale=True).to_pil()
    bottom = round(picture.height * (1 - FOOT))
    drawn = ImageOps.invert(picture.crop((0, 0, picture.width, bottom))).getbbox()
    return 1 - drawn[3] / bottom if drawn else 1.0
