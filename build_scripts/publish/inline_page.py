"""A built page that lies alone: style, script and icon stand within it, and its policy allows nothing else."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import rjsmin

from build_scripts.formats.css import names_used, shrink, without_typefaces

MARK = '<meta name="mf-one-file" content="yes">\n'
"""What a template writes into the head of a page that is to lie alone."""
POLICY = re.compile(r'(?<=http-equiv="Content-Security-Policy" content=")[^"]*')
STYLE = re.compile(r'<link rel="stylesheet" href="([^"]+)"( media="print")?>\n?')
ICON = re.compile(r'(?<=<link rel="icon" href=")[^"]+\.svg')
SCRIPT = re.compile(r'<script src="([^"]+)" defer></script>\n?')
PRELOAD = re.compile(r'<link rel="preload"[^>]*>\n?')


def gather(page: Path, text: str, paper: str) -> str:
    """Return a page with everything it loads inside; a page without the mark stays as it is.

    Typefaces stay outside: the reader's own do.

    Args:
        page: where the page lies, since its references are relative.
        text: the page.
        paper: what stands at the foot of each sheet, as CSS.

    Raises:
        FileNotFoundError: when the page names a file that is not there.
    """
    if MARK not in text:
        return text
    script = "".join(rjsmin.jsmin(_beside(page, found[1])) for found in SCRIPT.finditer(text))
    styles = [_style(page, found[1], bool(found[2]), paper) for found in STYLE.finditer(text)]
    style = shrink(without_typefaces("\n".join(styles)), names_used([text], [script]))
    text = POLICY.sub(_policy(style, script), text)
    text = ICON.sub(lambda found: _data(_beside(page, found[0])), text)
    for gone in (STYLE, SCRIPT, PRELOAD):
        text = gone.sub("", text)
    text = text.replace(MARK, f"<style>{style}</style>\n")
    return text.replace("</body>", f"<script>{script}</script>\n</body>")


def _beside(page: Path, address: str) -> str:
    return (page.parent / address).read_text(encoding="utf-8")


def _style(page: Path, address: str, on_paper: bool, paper: str) -> str:
    css = _beside(page, address)
    return f"@media print{{{css}}}\n{paper}" if on_paper else css


def _policy(style: str, script: str) -> str:
    allowed = f"style-src {_hash(style)}; script-src {_hash(script)}; img-src data:"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _data(drawing: str) -> str:
    return f"data:image/svg+xml;base64,{base64.b64encode(drawing.encode()).decode()}"
