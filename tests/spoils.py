"""Ways to spoil a file of content, as a slip, a bad program or a hostile hand would."""

from __future__ import annotations

import itertools
import os
import random
import re
import shutil
import socket
from collections.abc import Callable
from pathlib import Path

CONTROLS = [*map(chr, range(32)), *map(chr, range(0x7F, 0xA0)), "\u00a0", "\u00ad", "\u2028", "\u2029", "\ufeff"]
BIDI = [*"\u061c\u200e\u200f", *map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A))]
SIGNS = [*"\"'`*_[](){}<>|&#%@!:;,-?=~\\/$", "“", "”", "’", "•", "→", "😀", "é", "م", "\u200b", "\U000e0001"]
SIGNS += ["e\u0301" * 40, "\ufffd", "\U0010ffff"]
MARKUP = [
    "<script>alert(1)</script>",
    "'\"><svg onload=alert(1)>",
    "<img src=x onerror=alert(1)>",
    "</title></style></textarea>",
    "<!--",
    "<meta http-equiv=refresh content='0;url=https://bad.example'>",
    "[a](javascript:alert(1))",
    "![a](https://bad.example/a.png)",
    "[a]: https://bad.example",
    "&lt;script&gt;",
    "]]>",
]
BRACES = ["{{ 1234*4321 }}", "{% for x in y %}", "{# x", "${1234*4321}", "<%= 1234*4321 %>", "{count}", "{nothing}"]
FORMULAS = ["=1+1", "@SUM(A1)", "+1+cmd|' /C calc'!A0", "-2+3", "\t=1+1", '=HYPERLINK("https://bad.example")']
PATHS = ["../../../etc/passwd", "/etc/passwd", "C:\\x", "con", "..", ".", "a/b", "a\\b", "%2e%2e%2f", "x.html#y", "~"]
HUGE = [
    "a" * 50_000,
    "word " * 30_000,
    "9" * 400_000,
    "<" * 100_000,
    "[a](" * 20_000,
    "\\" * 100_000,
    '"' * 50_001,
    "a@b." * 25_000,
    "e\u0301" * 200_000,
    "x" * 1_200_000,
]
NESTED = ["*" * 3000 + "a" + "*" * 3000, "[" * 2000, "((((" * 500, "> " * 500, "- " * 500, "`" * 4001, "**a " * 3000]
TYPES = ["", "null", "~", "yes", "-1", "0", "99999999999", "1e999", "3.10", "2026-02-30", "9999-12-31", "[]", "{}", "["]
TYPES += ["{", "|", "*x", "&x y", "!!python/name:os.system x", "term:consent", "term:nothing", "[a](term:consent)"]
TYPES += ["https://example.org", "data:text/html,x", "0800 1111", "a@b.example", "x: y", "- x", "# x", "<<: *x", "? x"]
VALUES = [TYPES, TYPES, MARKUP, BRACES, FORMULAS, PATHS, HUGE, NESTED]
BOMBS = [
    "a: &a [x, x, x]\n" + "\n".join(f"{b}: &{b} [{f'*{a}, ' * 9}]" for a, b in itertools.pairwise("abcdefghi")),
    "a: &a {x: y}\n" + "\n".join(f"k{at}: {{<<: [{'*a, ' * 50}]}}" for at in range(200)),
    "a: &a\n  b: *a",
    "\n".join(f"k{at}: x" for at in range(20_000)),
    "many:\n" + "- x\n" * 50_000,
    "---\n" * 5_000,
    "%TAG ! tag:x,2026:\n" * 100,
    "|9\n" * 1_000,
    "\n" * 300_000,
    "# x\n" * 20_000,
    "[a][b]\n\n[b]: x\n" * 3_000,
    "| a |\n|---|\n" + "| x |\n" * 10_000,
]  # fmt: skip
DEEP = [
    "x: " + "[" * 3000,
    "\n".join("  " * depth + "x:" for depth in range(300)),
    "x: {" * 500,
    "x:\n" + "- " * 1500 + "y",
    "? " * 1500 + "x",
    "\n".join("  " * depth + "- x" for depth in range(400)),
    "<div>" * 3000,
]
NAMES = [
    "UPPER.yml",
    "a b.yml",
    "é.md",
    "..yml",
    "-x.md",
    ".hidden.yml",
    "x.txt",
    "con.yml",
    "a" * 200 + ".md",
    "x\n.yml",
]
NAMES += ["=1+1.yml", "{{ x }}.md", "<b>.yml", "\u202egnp.yml", "\udcff.yml", "a..md", "%2e%2e.md"]
LINKS = ["/etc/passwd", "/dev/zero", "/dev/full", "/", "../../../../etc", "nowhere", "..", "/proc/self/mem"]
ENCODINGS = {"utf-16": "strict", "utf-16-le": "strict", "utf-32": "strict", "utf-8-sig": "strict", "utf-7": "strict"}
ENCODINGS |= dict.fromkeys(("latin-1", "cp1252", "cp037", "shift-jis", "koi8-r"), "replace")

Spoil = Callable[[random.Random, Path], object]


def _lines(chance: random.Random, file: Path, change: Callable[[list[str], int], object]) -> int:
    """Change a line, and return its number."""
    lines = file.read_text(encoding="utf-8", errors="replace").split("\n")
    at = chance.randrange(len(lines))
    change(lines, at)
    file.write_text("\n".join(lines), encoding="utf-8", errors="replace", newline="\n")
    return at + 1


def _delete(chance: random.Random, file: Path) -> int:
    return _lines(chance, file, lambda lines, at: lines.pop(at))


def _double(chance: random.Random, file: Path) -> int:
    return _lines(chance, file, lambda lines, at: lines.insert(at, lines[at]))


def _swap(chance: random.Random, file: Path) -> None:
    def change(lines: list[str], at: int) -> None:
        other = chance.randrange(len(lines))
        lines[at], lines[other] = lines[other], lines[at]

    _lines(chance, file, change)


def _cut(chance: random.Random, file: Path) -> None:
    raw = file.read_bytes()
    file.write_bytes(raw[: chance.randrange(len(raw) + 1)])


def _indent(chance: random.Random, file: Path) -> int:
    def change(lines: list[str], at: int) -> None:
        by = chance.choice([-3, -2, -1, 1, 2, 3])
        lines[at] = " " * by + lines[at] if by > 0 else lines[at][min(-by, len(lines[at]) - len(lines[at].lstrip())) :]

    return _lines(chance, file, change)


def _letter(chance: random.Random, file: Path) -> int:
    def change(lines: list[str], at: int) -> None:
        column = chance.randrange(len(lines[at]) + 1)
        letter = chance.choice(chance.choice([SIGNS, SIGNS, CONTROLS, BIDI]))
        lines[at] = lines[at][:column] + letter + lines[at][column + chance.randrange(2) :]

    return _lines(chance, file, change)


def _value(chance: random.Random, file: Path) -> int:
    def change(lines: list[str], at: int) -> None:
        key, colon, _ = lines[at].partition(": ")
        lines[at] = f"{key}{colon or ' '}{chance.choice(chance.choice(VALUES))}"

    return _lines(chance, file, change)


def _squeeze(chance: random.Random, file: Path) -> int:
    return _lines(chance, file, lambda lines, at: lines.__setitem__(at, lines[at].replace(": ", ":", 1)))


def _merge_mark(chance: random.Random, file: Path) -> int:
    marks = ["<<<<<<< HEAD", "=======", ">>>>>>> b", "---", "...", "||||||| a"]
    return _lines(chance, file, lambda lines, at: lines.insert(at, chance.choice(marks)))


def _everywhere(chance: random.Random, file: Path) -> None:
    """Put the same into every text of a file: markup, braces, formulas, what turns text round."""
    what = chance.choice(chance.choice([MARKUP, BRACES, FORMULAS, BIDI, CONTROLS]))
    place = chance.choice([r"$", r"^(\s*(?:- )?(?:\w+: )?[\"']?)"])
    text = file.read_text("utf-8", "replace")
    file.write_text(re.sub(place, lambda found: found[0] + what, text, flags=re.MULTILINE), "utf-8", "replace")


def _name(chance: random.Random, file: Path) -> None:
    """Put a path, markup or a formula in place of an id, or of what a link names."""
    text = file.read_text("utf-8", "replace")
    places = [*re.finditer(r"(?<=\bid: ).+|(?<=\]\()[^)\n]+|(?<=[a-z]:)[a-z0-9-]+(?=\))", text)] or [
        *re.finditer("^", text)
    ]
    place, what = chance.choice(places), chance.choice(chance.choice([PATHS, MARKUP, BRACES, FORMULAS, BIDI]))
    file.write_text(text[: place.start()] + what + text[place.end() :], "utf-8", "replace")  # fmt: skip


def _encoding(chance: random.Random, file: Path) -> None:
    text = file.read_bytes().decode("utf-8", "replace").replace("\n", chance.choice(["\n", "\r\n", "\r", "\n\r"]))
    name = chance.choice([*ENCODINGS])
    file.write_bytes(text.encode(name, ENCODINGS[name]))


def _bytes(chance: random.Random, file: Path) -> None:
    """Put in bytes that are no letters: any, one too many or too few, a half of a pair, an end of text."""
    raw = bytearray(file.read_bytes())
    strange = [
        b"\xc0\xaf",
        b"\xe2\x28\xa1",
        b"\xed\xa0\x80",
        b"\xf8\x88\x80\x80\x80",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\0",
    ]
    for _ in range(chance.randrange(1, 5)):
        at = chance.randrange(len(raw) + 1)
        raw[at:at] = chance.choice([bytes([chance.randrange(256)]), chance.choice(strange)])
    file.write_bytes(raw)  # fmt: skip


def _twice_encoded(_chance: random.Random, file: Path) -> None:
    file.write_bytes(file.read_bytes().decode("latin-1").encode("utf-8"))


def _add(chance: random.Random, file: Path, what: str) -> None:
    """Put something at the end of a file, or of its front matter, or in place of everything."""
    text = file.read_text("utf-8", "replace")
    front, fence, rest = text.partition("\n---\n")
    places = [f"{text}\n{what}", what, f"{front}\n{what}{fence}{rest}", f"---\n{what}\n---\n{rest}"]
    file.write_text(chance.choice(places), "utf-8", "replace")


def _bomb(chance: random.Random, file: Path) -> None:
    _add(chance, file, chance.choice(BOMBS))


def _deep(chance: random.Random, file: Path) -> None:
    _add(chance, file, chance.choice(DEEP))


def _gone(_chance: random.Random, file: Path) -> None:
    file.unlink()


def _folder(_chance: random.Random, file: Path) -> None:
    file.unlink()
    file.mkdir()


def _link(chance: random.Random, file: Path) -> None:
    file.unlink()
    file.symlink_to(chance.choice([*LINKS, file.name]))


def _linked_folder(chance: random.Random, file: Path) -> None:
    """Put a link to somewhere else in place of the folder that a file lies in, or beside it."""
    folder = file.parent
    if folder.parent.name != "content_data":
        (file.with_suffix(".yml") if file.suffix == ".md" else file.with_suffix(".md")).symlink_to(chance.choice(LINKS))
    else:
        shutil.rmtree(folder)
        folder.symlink_to(chance.choice([*LINKS, folder.name]))


def _pipe(_chance: random.Random, file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def _socket(_chance: random.Random, file: Path) -> None:
    file.unlink()
    before = Path.cwd()
    os.chdir(file.parent)  # an address of a socket is short
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(file.name)
    finally:
        os.chdir(before)


def _rename(chance: random.Random, file: Path) -> None:
    file.rename(file.with_name(chance.choice(NAMES)))


def _twin(chance: random.Random, file: Path) -> None:
    shutil.copy(file, file.with_name(chance.choice([*NAMES, f"twin{file.suffix}"])))


def _move(chance: random.Random, file: Path) -> None:
    content = next((folder for folder in file.parents if folder.name == "content_data"), file.parent / "content_data")
    folders = [path for path in content.iterdir() if path.is_dir()]
    shutil.move(file, chance.choice([*folders, content]) / f"moved{file.suffix}")


SPOILS: dict[Spoil, int] = {
    **dict.fromkeys((_delete, _double, _indent, _letter, _value, _squeeze), 6),
    **dict.fromkeys((_swap, _cut, _bytes, _encoding, _merge_mark, _everywhere, _name), 3),
    **dict.fromkeys((_bomb, _deep), 2),
    **dict.fromkeys((_gone, _folder, _link, _linked_folder, _pipe, _socket, _rename, _twin, _move, _twice_encoded), 1),
}
"""Ways to spoil a file, and how often each is taken; the first ones are slips that people make, and return the line."""
