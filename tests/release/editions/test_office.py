"""The office kit is for services that show documents."""

from build_scripts.release.editions import office


def test_the_office_kit_has_documents_alone() -> None:
    """Nobody uploads a web page to SharePoint and shows its code to staff."""
    documents = {"Forms/A plan.docx": b"Word", "Training/Slides.pptx": b"slides"}
    kit = office.edition("1.0", documents, "First line\nSecond line\n")
    assert sorted(kit.files) == [
        "moving-forward-office-kit/Forms/A plan.docx",
        "moving-forward-office-kit/Training/Slides.pptx",
        "moving-forward-office-kit/read-me-first.txt",
    ]
    note = kit.files["moving-forward-office-kit/read-me-first.txt"]
    assert note.decode("utf-8-sig") == "First line\r\nSecond line\r\n"
