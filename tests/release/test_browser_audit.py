"""What a release says of itself was seen in a real browser, and everything wrong is seen."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from build_scripts.formats import pdf
from build_scripts.release.browser_audit import audit, program
from tests.folders import write

PAGE = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>A page</title>{head}</head>
<body><main><h1>A page</h1>{body}</main></body></html>"""
SHEET = """<html lang="en-GB"><head><title>A sheet</title><style>@font-face { font-family: Paper;
src: url("Paper-Regular.ttf") } body { font-family: Paper }</style></head><body><h1>A sheet</h1></body></html>"""


def untagged() -> bytes:
    """Return a PDF of one empty page that says nothing of itself."""
    out = BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        made.save(out)
    return out.getvalue()


@pytest.mark.slow
def test_a_sound_folder_has_no_findings(tmp_path: Path) -> None:
    """Every page and PDF is counted, and the programs that looked are named."""
    write(tmp_path, {"a.html": PAGE.format(head="", body=""), "below/b.html": PAGE.format(head="", body="")})
    fonts = sorted(path.name for path in pdf.FONTS.glob("*.ttf"))
    (tmp_path / "sheet.pdf").write_bytes(pdf.render(SHEET.replace("Paper-Regular.ttf", fonts[0]), {}))
    found = audit(tmp_path)
    assert (found.findings(), found.pages, found.pdfs) == ((), 2, 1)
    assert [name.split(" ")[0] for name in found.programs] == ["Chromium", "axe-playwright-python", "page-validation"]


@pytest.mark.slow
def test_everything_wrong_is_told_with_its_page(tmp_path: Path) -> None:
    """A barrier, a request to elsewhere, a script that fails and a PDF without tags stop a release."""
    elsewhere = '<img alt="" src="http://127.0.0.1:9/picture.png">'
    write(
        tmp_path, {"barrier.html": PAGE.format(head="", body='<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">')}
    )
    write(tmp_path, {"outside.html": PAGE.format(head="", body=elsewhere)})
    write(tmp_path, {"script.html": PAGE.format(head='<script src="gone.js"></script>', body="")})
    (tmp_path / "untagged.pdf").write_bytes(untagged())
    found = audit(tmp_path)
    assert [line.split(": ")[:2] for line in found.axe] == [["barrier.html", "image-alt"]]
    assert found.outside == ("outside.html: http://127.0.0.1:9/picture.png",)
    assert "script.html: did not load /gone.js" in found.errors
    assert [line.split(":")[0] for line in found.pdf_ua] == ["untagged.pdf"]
    assert set(found.findings()) == {*found.axe, *found.outside, *found.errors, *found.pdf_ua}


def test_without_a_browser_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever makes a release reads what to install."""
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(FileNotFoundError, match=r"^no Chromium found: "):
        program()
