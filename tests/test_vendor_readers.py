"""The script with which a browser reads files is what its tool makes of the packages that are pinned."""

import pytest

from tests.node import package
from tools import vendor_readers


@pytest.mark.full
def test_the_script_and_its_licences_are_fresh() -> None:
    """Nobody has changed the script by hand, and a version that was raised is in it."""
    installed = package(vendor_readers.NAME)
    written = {file.name: file.read_text(encoding="utf-8") for file in vendor_readers.TO.iterdir()}
    licences = "\n\n".join(vendor_readers.licences(installed))
    assert written == {"readers.js": vendor_readers.bundle(installed), "LICENCES.txt": licences}, (
        "python -m tools.vendor_readers"
    )


def test_nothing_in_it_makes_code_of_words() -> None:
    """The strict policy of the site lets it run, on a server and from a disk."""
    text = (vendor_readers.TO / "readers.js").read_text(encoding="utf-8")
    assert "eval(" not in text and "Function(" not in text
