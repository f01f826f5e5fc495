"""Fills a PDF in as Evince does; runs in the Python of the system, which has poppler's own bindings.

python3 poppler_fill.py <file> <answers> <file to write>
"""

import json
import sys
from pathlib import Path
from typing import Any


def main(source: str, answers: str, target: str) -> None:
    """Write a copy of a file with the answers in its boxes."""
    import gi  # no package of the tests: it comes with the system

    gi.require_version("Poppler", "0.18")
    from gi.repository import Poppler

    given = json.loads(Path(answers).read_text(encoding="utf-8"))
    document = Poppler.Document.new_from_file(Path(source).as_uri(), None)
    for number in range(document.get_n_pages()):
        for mapping in document.get_page(number).get_form_field_mapping():
            _answer(mapping.field, given, Poppler.FormFieldType)
    document.save(Path(target).as_uri())


def _answer(field: Any, given: dict[str, Any], kinds: Any) -> None:
    answer = given.get(field.get_name())
    if answer is None:
        return
    if field.get_field_type() == kinds.TEXT:
        field.text_set_text(answer)
    elif answer is True or field.get_alternate_ui_name() == answer:
        field.button_set_state(True)


if __name__ == "__main__":
    main(*sys.argv[1:])
