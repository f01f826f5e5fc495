"""A result is given again to the same arguments, in this run and the next, and to no others."""

from collections.abc import Iterator

import pytest

from build_scripts.content import kept
from build_scripts.content.kept import Kept


def made(text: str, times: int) -> str:
    """Return a text several times; it has a name that bytes can say."""
    return text * times


@pytest.fixture
def again(monkeypatch: pytest.MonkeyPatch) -> Iterator[Kept[..., str]]:
    """A function that remembers, and no other beside it."""
    monkeypatch.setattr(Kept, "every", [])
    yield Kept(made)


def test_the_same_arguments_give_the_same_result(again: Kept[..., str]) -> None:
    """What was worked out is not worked out again, and other arguments get their own."""
    assert [again("a", 2), again("a", 2), again("a", 3), again("b", 2)] == ["aa", "aa", "aaa", "bb"]
    assert again.made == 3


def test_results_are_carried_to_the_next_run(again: Kept[..., str]) -> None:
    """A command begins with what the one before asked for."""
    again("a", 2)
    written = kept.end()
    again.asked.clear()
    kept.begin(written.get)
    assert (again("a", 2), again.made) == ("aa", 0)


def test_what_a_run_did_not_ask_for_is_forgotten(again: Kept[..., str]) -> None:
    """A preview that stays open for days does not grow with each save."""
    again("a", 2)
    kept.begin()
    again("b", 2)
    kept.begin()
    assert again.before.keys() == {("b", 2)} and not again.asked


def test_a_few_new_results_are_not_worth_writing(again: Kept[..., str]) -> None:
    """After one word the long list is not written down anew; after many, all that was asked for is."""
    for times in range(40):
        again("a", times)
    kept.begin(kept.end().get)
    for times in range(41):
        again("a", times)
    assert kept.end() == {}
    for times in range(41, 50):
        again("a", times)
    assert kept.end().keys() == {again.name}


def test_a_run_that_is_cut_off_forgets_nothing(again: Kept[..., str]) -> None:
    """A mistake stops a check early; what it did not come to is still there when the mistake is mended."""
    again("a", 2)
    kept.begin(kept.end().get)
    again.asked.clear()
    again("b", 2)
    written = kept.end(whole=False)
    again.asked.clear()
    kept.begin(written.get)
    assert (again("a", 2), again.made) == ("aa", 0)
