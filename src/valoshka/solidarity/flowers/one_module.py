"""The flowers' JavaScript as one ES module, so that a page asks once; comments stay behind.

Each module of `js/` becomes a function that runs once and returns what it exports. It reads the project's own modules
only: one import a line, names in braces.
"""

from __future__ import annotations

import re
from importlib import resources
from posixpath import join, normpath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_DOORS = ("flower.mjs", "describe.mjs", "fresh-seed.mjs")
_IMPORT = re.compile(r'^import \{ (?P<names>[^}]+) \} from "(?P<path>[^"]+)";$', re.MULTILINE)
_PASSED_ON = re.compile(r'^export \{ (?P<names>[^}]+) \} from "(?P<path>[^"]+)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:class|function|const) (?P<name>\w+))", re.MULTILINE)
_COMMENT = re.compile(r"^[ ]*(?://[^\n]*|/\*\*.*?\*/[ ]*)$\n?", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r'^if [^\n]+ import\("\./command\.mjs"\);$', re.MULTILINE)


def one_module() -> str:
    """The text of the module; it exports what its modules `_DOORS` do.

    >>> one_module().splitlines()[-1].partition(" = ")[0]
    'export const { KINDS, LONGEST_SEED, Refused, describe, freshSeed, grow, saysNothing, svg }'
    """
    folder = resources.files(__package__).joinpath("js")
    wrapped: dict[str, str] = {}
    names = [name for door in _DOORS for name in _wrap(folder, door, wrapped)]
    doors = ", ".join(f"...{_name(door)}" for door in _DOORS)
    wrapped["end"] = f"export const {{ {', '.join(sorted(names))} }} = {{ {doors} }};\n"
    return "\n".join(wrapped.values())


def _wrap(folder: Traversable, path: str, wrapped: dict[str, str]) -> list[str]:
    """Add a module, after those that it needs; returns the names that it exports."""
    text = _COMMAND.sub("", folder.joinpath(path).read_text(encoding="utf-8"))
    names = [found["name"] for found in _EXPORT.finditer(text)]
    for found in (*_IMPORT.finditer(text), *_PASSED_ON.finditer(text)):
        needed = normpath(join(path, "..", found["path"]))
        if needed not in wrapped:
            _wrap(folder, needed, wrapped)
    for found in _PASSED_ON.finditer(text):
        names += found["names"].split(", ")
    text = _PASSED_ON.sub(lambda found: _taken(path, found), text)
    text = _EXPORT.sub("", _IMPORT.sub(lambda found: _taken(path, found), text))
    lines = [line.strip() for line in _COMMENT.sub("", text).splitlines() if line.strip()]
    wrapped[path] = "\n".join(
        [f"const {_name(path)} = (() => {{", *lines, f"return {{ {', '.join(names)} }};", "})();"]
    )
    return names


def _taken(path: str, found: re.Match[str]) -> str:
    names = found["names"].replace(" as ", ": ")
    return f"const {{ {names} }} = {_name(normpath(join(path, '..', found['path'])))};"


def _name(path: str) -> str:
    return "$" + re.sub(r"\W", "_", path.removesuffix(".mjs"))
