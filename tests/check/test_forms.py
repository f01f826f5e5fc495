"""A form is whole in itself, and every mistake in one is told at its own place."""

from pathlib import Path

from tests.conftest import Change, lines_of
from tests.mistakes import Mistake, each_mistake

FORM = "content_data/forms/note.yml"
LONG = "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen."
EASY = "an easy-read sentence of 16 words: 'One two three four five six seven eight nine ten eleven twel…'; "
AT_MOST = "use at most 15; make two of it"
SIGNATURES = (
    "a plan made with a young person has 3 signatures, and this has 2; "
    "add a signature for each side, and say in its label whose it is"
)

MISTAKES = {
    "number of another part": (
        "number: 1.2",
        "number: 3.2",
        "35:9: number 3.2 stands in part 1; begin it with 1, or move the field",
    ),
    "number twice": (
        "number: 1.2",
        "number: 1.1",
        "35:9: number 1.1 stands after 1.1; give it the next free number; those in use stay as they are",
    ),
    "no number": (
        "number: 1.2",
        "number: two",
        "36:17: 'two' is not a number of a field; write part and field like 2.3",
    ),
    "number that a copy does not have": (
        "label: Secret",
        "label: Secret, see 2.1",
        "116:16: '2.1' is named, which has another number on the copy 'note-annex', or none; name it by its words",
    ),
    "part that a copy does not have": (
        "label: Secret",
        "label: Secret, see part 2",
        "116:16: '2' is named, which has another number on the copy 'note-annex', or none; name it by its words",
    ),
    "part with another number than its fields": (
        "    number: 2\n    title: Annex",
        "    number: 1\n    title: Annex",
        "102:5: part 1 holds numbers that begin with 2; make them agree; numbers in use stay as they are",
    ),
    "column id twice": (
        "id: who\n",
        "id: step\n",
        "61:13: there is a column 'step' already, on line 59; change one of them",
    ),
    "field id that a part has": (
        "id: first-step",
        "id: annex",
        "102:5: there is a part or field 'annex' already, on line 83; change one of them",
    ),
    "copy that the part is not on": (
        "copies: [working]\n      - id: signed",
        "copies: [parents]\n      - id: signed",
        "83:9: field 1.8 is on the copy 'parents', and its part is not; take the copy out here, or add it to the part",
    ),
    "annex beside another copy": (
        "copies: [staff-annex]",
        "copies: [staff-annex, young-person]",
        "102:5: the staff annex shares a part with a copy that others see; give the annex a part of its own",
    ),
    "field of the annex on another copy": (
        "label: Secret",
        "label: Secret\n        copies: [young-person]",
        "113:9: field 2.2 is on the copy 'young-person', and its part is not; "
        "take the copy out here, or add it to the part",
    ),
    "link in a label": (
        "label: Secret",
        "label: A [start](section:start)",
        "116:16: a label holds a link or other marks, which a field in a PDF cannot show; "
        "write plain words, and put the link into 'help'",
    ),
    "easy words missing": (
        "kind: table\n",
        "kind: table\n        sizes: [full, easy-read]\n",
        "53:9: field 1.4 is in the easy-read version and has no words for it; add 'easy:' with label and picture",
    ),
    "column without easy words": (
        "kind: table\n",
        "kind: table\n        sizes: [full, easy-read]\n        easy: {label: What we do, picture: list}\n",
        "53:9: columns of field 1.4 have no words for the easy-read version: step, who; "
        "add 'easy:' with label and picture to each",
    ),
    "easy words that are never printed": (
        "label: Secret",
        "label: Secret\n        easy: {label: A secret, picture: lock}",
        "117:15: field 2.2 has easy words that are never printed; add 'easy-read' to its sizes",
    ),
    "easy title missing": (
        "    easy_title: About you\n",
        "",
        "24:5: part 1 is in the easy-read version and has no title for it; add 'easy_title:'",
    ),
    "long sentence in an easy label": ("label: What is your name?", f"label: {LONG}", f"41:18: {EASY}{AT_MOST}"),
    "long sentence in an easy title": ("easy_title: About you", f"easy_title: {LONG}", f"27:17: {EASY}{AT_MOST}"),
    "long sentence in an easy lead": ("This is for you.", LONG, f"19:25: {EASY}{AT_MOST}"),
    "unknown picture": (
        "picture: pencil",
        "picture: pencl",
        "42:20: 'pencl' is not one of the words allowed; did you mean 'pencil'?",
    ),
    "answer repeated from nowhere": (
        "same_as: name",
        "same_as: nmae",
        "112:18: there is no other field 'nmae' in this form; did you mean 'name'?",
    ),
    "answer repeated from itself": (
        "same_as: name",
        "same_as: name-again",
        "112:18: there is no other field 'name-again' in this form; name another field",
    ),
    "answer repeated twice over": (
        "label: Secret",
        "label: Secret\n        same_as: name-again",
        "117:18: 'name-again' repeats an answer itself; write 'name'",
    ),
    "answer repeated from another kind": (
        "same_as: name",
        "same_as: today",
        "112:18: 'today' is a date and this is a short-text; "
        "name a field of the same kind, or for a signature one that asks for a name",
    ),
    "answer of the annex repeated elsewhere": (
        "label: Parent or carer",
        "label: Parent or carer\n        same_as: secret",
        "98:18: 'secret' is of the staff annex, and this would print its answer elsewhere; "
        "let the field of the annex repeat this one",
    ),
    "date counted from no date": (
        "start: today",
        "start: name",
        "81:18: there is no date 'name' to count from; name a field of kind date",
    ),
    "date counted by no interval": (
        "interval: often",
        "interval: needs",
        "82:21: no choice of 'needs' says how many days; name a field with 'days' at its choices",
    ),
    "unknown consideration": (
        "consideration: first-step",
        "consideration: frist-step",
        "88:24: there is no consideration 'frist-step'; did you mean 'first-step'?",
    ),
    "consideration in other words": (
        "label: First",
        "label: Frist",
        "87:16: the label differs from the consideration in route.yml; write: First",
    ),
    "key that does not go with the kind": (
        "label: Secret",
        "label: Secret\n        lines: 2",
        "113:9: 'lines' does not go with 'short-text'; remove it or change the kind",
    ),
    "only one of no choices": (
        "kind: short-text\n        label: Secret",
        "kind: tick\n        only_one: true\n        label: Secret",
        "113:9: 'only_one' needs 'choices'; add choices or remove it",
    ),
    "key that the kind needs": (
        "        lines: 2\n        label: First",
        "        label: First",
        "83:9: a field of kind 'long-text' needs 'lines'; add it",
    ),
    "more lines than a page has": (
        "        lines: 2\n        label: First",
        "        lines: 400\n        label: First",
        "86:16: 400 is too large; use at most 40",
    ),
    "no lines at all": (
        "        lines: 2\n        label: First",
        "        lines: 0\n        label: First",
        "86:16: 0 is too small; use at least 1",
    ),
    "large print field by field": (
        "sizes: [full, easy-read]",
        "sizes: [full, large-print, easy-read]",
        "35:9: large print is not chosen field by field; write 'full'; large print has the same fields",
    ),
    "unknown kind of field": (
        "kind: signature",
        "kind: signatur",
        "92:15: 'signatur' is not one of the words allowed; did you mean 'signature'?",
    ),
    "a signature too few": (
        "kind: signature\n        label: Parent or carer",
        "kind: short-text\n        label: Parent or carer",
        f"1:1: {SIGNATURES}",
    ),
    "two signatures with one label": ("label: Parent or carer", "label: Young person", f"1:1: {SIGNATURES}"),
    "unknown service": (
        "services: [a-line]",
        "services: [a-lien]",
        "22:16: there is no service 'a-lien'; did you mean 'a-line'?",
    ),
    "word that we do not use": (
        "label: Secret",
        "label: An unkind word",
        "116:19: 'unkind word' is not a word we use; "
        "say 'kind word', or put it in quotation marks where you explain the word",
    ),
    "denied address": (
        "title: Annex",
        "title: Annex from badsite.example",
        "104:23: 'badsite.example' must never be printed; it is not the owner's",
    ),
}


@each_mistake({FORM: MISTAKES})
def test_mistake_in_a_form_is_told_at_its_place(mistake: Mistake, told: list[str]) -> None:
    """One mistake gives exactly one line, so that a broken form never reaches a child."""
    assert told == [mistake.told]


def test_choice_id_twice_is_told(small: Path, change: Change) -> None:
    """Two boxes of one name could not be told apart in a saved file."""
    change(FORM, "id: weekly\n", "id: weekly\n            label: Each week\n          - id: weekly\n")
    assert lines_of(small) == [f"{FORM}:75:13: there is a choice 'weekly' already, on line 73; change one of them"]


def test_parts_out_of_order_are_told(small: Path, change: Change) -> None:
    """Numbers rise through the form, so that a reader finds 2.1 after 1.11."""
    change(FORM, "    number: 2\n    title: Annex", "    number: 1\n    title: Annex")
    for number in ("2.1", "2.2"):
        change(FORM, f"number: {number}\n", f"number: {number.replace('2.', '1.', 1)}\n")
    assert lines_of(small) == [f"{FORM}:102:5: part 1 stands after part 1; put the parts in order"]


def test_wrong_form_is_not_blamed_on_those_who_name_it(small: Path, change: Change) -> None:
    """Matrix, examples and links are right when only the form is wrong."""
    change(FORM, "order: 10", "order: ten")
    change("content_data/guidance/start.md", "More words,", "More words and [the note](form:note),")
    assert lines_of(small) == [f"{FORM}:12:8: 'ten' is not a whole number; write digits only, such as 10"]


def test_signature_may_repeat_a_name(small: Path, change: Change) -> None:
    """A name that was typed once is printed where its owner signs."""
    change(FORM, "label: Parent or carer", "label: Parent or carer\n        same_as: name")
    assert lines_of(small) == []
