"""Runs one of our commands with short stand-ins for all documents, so that what pages take is seen alone.

It is run as the words of a program in the folder of a project, whose own code it loads.
"""

import io
import zipfile

import pikepdf

from build_scripts import cli
from build_scripts.publish import downloads


def stand_ins() -> dict[str, bytes]:
    """Return a file that can be read for each ending that a document may have."""
    pdf, empty = io.BytesIO(), io.BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        made.save(pdf)
    with zipfile.ZipFile(empty, "w"):
        pass
    return {"pdf": pdf.getvalue(), "docx": empty.getvalue(), "pptx": empty.getvalue()}


def main() -> None:
    """Run the command that is named, with stand-ins."""
    made = stand_ins()
    downloads.make = lambda _kept, _files, keys, *_: {each: made[each.rpartition(".")[2]] for each in keys}
    cli.main()


if __name__ == "__main__":
    main()
