"""What Chromium prints: the words on a PDF and its sides."""

from pypdfium2 import PdfDocument


def words_on_paper(pdf: bytes) -> list[str]:
    """Return the words of a PDF, side by side."""
    return " ".join(page.get_textpage().get_text_range() for page in PdfDocument(pdf)).split()


def sides_of(pdf: bytes) -> int:
    """Return how many sides of paper a PDF has."""
    return len(PdfDocument(pdf))
