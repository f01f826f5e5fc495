"""A page that lies alone has everything inside and asks for nothing."""

import base64
import hashlib
from pathlib import Path

import pytest

from build_scripts.formats import html_tree
from build_scripts.publish.inline_page import MARK, gather, lies_alone
from tests.folders import write
from tests.html import find, loads, targets

PAGE = f"""\
<html><head>
<meta http-equiv="Content-Security-Policy" content="default-src 'self'">
<link rel="stylesheet" href="../assets/site.css">
<link rel="preload" href="../assets/fonts/letters.woff2" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="../assets/print.css" media="print">
<meta name="{MARK}" content="yes">
<link rel="icon" href="../assets/plain.svg" type="image/svg+xml">
<script src="../assets/leave.js" defer></script>
</head>
<body><p class="note">Words.</p></body></html>
"""
ASSETS = {
    "assets/site.css": "@font-face { src: url(fonts/letters.woff2) }\n.note { top: 0 }\n.gone { top: 1px }\n",
    "assets/print.css": ".note { left: 0 }\n",
    "assets/plain.svg": "<svg/>",
    "assets/leave.js": "/* why */\nwindow.here = 1;\n",
}


@pytest.fixture
def whole(tmp_path: Path) -> str:
    """The page with everything inside."""
    write(tmp_path, {**ASSETS, "help/page.html": PAGE})
    page = html_tree.read(PAGE)
    gather(tmp_path / "help" / "page.html", page, "@page alone{margin:0}")
    return html_tree.write(page)


def test_nothing_is_left_outside(whole: str) -> None:
    """No address of a file is left, and the mark is gone."""
    assert (loads(whole), targets(whole)) == ([], [])
    assert "url(" not in whole and "mf-one-file" not in whole


def test_style_and_script_are_inside_without_waste(whole: str) -> None:
    """Only rules that this page uses, those for paper apart; no typeface; the script at the end."""
    assert [style.text for style in find(whole, "style")] == [
        ".note{top:0}@media print{.note{left:0}}@page alone{margin:0}"
    ]
    assert "<script>window.here=1;</script>\n</body>" in whole
    assert f'href="data:image/svg+xml;base64,{base64.b64encode(b"<svg/>").decode()}"' in whole


def test_the_policy_allows_what_is_inside_and_nothing_else(whole: str) -> None:
    """One style, one script by their marks, pictures as data; all else is refused."""

    def mark(tag: str) -> str:
        inside = find(whole, tag)[0].text
        return f"'sha256-{base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()}'"

    policy = f"style-src {mark('style')}; script-src {mark('script')}; img-src data:; base-uri 'none'"
    assert f"content=\"default-src 'none'; {policy}; form-action 'none'\"" in whole


def test_only_a_page_with_the_mark_lies_alone() -> None:
    """Other pages go on sharing what they load."""
    assert lies_alone(html_tree.read(PAGE)) and not lies_alone(html_tree.read(PAGE.replace(MARK, "other")))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    """No page goes out without its style because a name was wrong."""
    with pytest.raises(FileNotFoundError):
        gather(tmp_path / "help" / "page.html", html_tree.read(PAGE), "")
