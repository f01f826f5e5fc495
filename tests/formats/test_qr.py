"""QR codes as they stand within a page; the browser tests decode them."""

import re

from build_scripts.formats.qr import svg


def test_a_code_suits_the_policy_and_every_reader() -> None:
    """No style, no id, no script, hidden from those who hear the words beside it, and the same at each build."""
    drawn = svg("https://example.org/")
    assert drawn.startswith('<svg aria-hidden="true" focusable="false" viewBox=')
    assert not re.search(r"style=|\bid=|<script|\n", drawn)
    assert drawn == svg("https://example.org/")


def test_a_code_has_its_quiet_margin() -> None:
    """Four modules of white on each side, as readers of codes need."""
    drawn = svg("https://example.org/")
    size = int(re.findall(r'viewBox="0 0 (\d+) ', drawn)[0])
    assert f'fill="#fff" d="M0 0h{size}v{size}' in drawn
    assert re.findall(r'stroke="#000" d="M(\d+) (\d+)\.5', drawn) == [("4", "4")]
