"""The office kit is for services that show documents."""

from build_scripts.release.editions import office
from tests.release.editions.test_offline import SITE


def test_the_office_kit_has_documents_alone() -> None:
    """Nobody uploads a web page to SharePoint and shows its code to staff."""
    site = SITE | {"forms/files/plan.docx": b"Word", "sessions/files/one.pptx": b"slides", "forms/plan.html": b"page"}
    kit = office.edition("1.0", site, "First line\nSecond line\n")
    assert sorted(kit.files) == [
        "moving-forward-office-kit/forms/plan.docx",
        "moving-forward-office-kit/read-me-first.txt",
        "moving-forward-office-kit/sessions/one.pptx",
    ]
    note = kit.files["moving-forward-office-kit/read-me-first.txt"]
    assert note.decode("utf-8-sig") == "First line\r\nSecond line\r\n"
