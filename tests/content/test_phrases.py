"""The words of mistakes are taken from where they are told, so that nobody writes them twice."""

import re

import pytest

from build_scripts.content import phrases
from build_scripts.content.phrases import SAMPLES, Sample

KINDS = ("service", "term")


def test_words_are_those_of_the_program_with_gaps_for_values() -> None:
    """What an editor rewords in the program is reworded in the browser too."""
    found = phrases.phrases(KINDS)
    assert found["phone"] == ("'{0}' is not a phone number", "write digits and spaces only, such as 0800 1111")
    assert found["twice"] == ("'{0}' is given twice (first on line {1})", "keep one of them")
    assert found.keys() == SAMPLES.keys()


@pytest.mark.parametrize(("name", "words"), phrases.phrases(KINDS).items())
def test_no_phrase_holds_words_of_its_sample(name: str, words: phrases.Phrase) -> None:
    """Each value has its gap, in what is wrong or in what to do, and none is printed that an editor has not written."""
    gaps = {int(gap) for text in words for gap in re.findall(r"\{(\d)\}", text)}
    assert gaps == set(range(len(SAMPLES[name].values)))
    assert phrases.Q.lower() not in "".join(words).lower()


@pytest.mark.parametrize("text", ["text: right\n", "phone: Q\nemail: Q\n"])
def test_sample_of_no_mistake_or_of_two_is_refused(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """A rule that is gone, or told otherwise, stops the build: the browser would say what nobody else says."""
    monkeypatch.setitem(SAMPLES, "phone", Sample(text))
    with pytest.raises(LookupError, match="of the sample 'phone' is told"):
        phrases.phrases(KINDS)
