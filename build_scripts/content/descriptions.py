"""What each field of a record means: the docstring below it, which editors read in schemas and skeletons."""

from __future__ import annotations

import ast
import inspect
import textwrap
from functools import cache
from itertools import pairwise
from typing import Any

from build_scripts.content.fields import Record


def descriptions(kind: type[Record]) -> dict[str, str]:
    """Return the docstring below each field of a record.

    Pydantic can read them itself, but does so whenever the program starts, which took a fifth of a second.
    """
    parts = (part for part in reversed(kind.__mro__) if issubclass(part, Record))
    return {name: text for part in parts for name, text in _own_descriptions(part).items()}


@cache
def _own_descriptions(kind: type[Record]) -> dict[str, str]:
    """Return the docstring below each field that a record does not have from another kind."""
    found: dict[str, str] = {}
    body: Any = ast.parse(textwrap.dedent(inspect.getsource(kind))).body[0]
    for line, below in pairwise(body.body):
        match line, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                found[name] = inspect.cleandoc(text)
    return found
