"""The files that every page of an action shares: style, modules, letters, one still flower."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from valoshka.solidarity.cards.fonts import web_fonts
from valoshka.solidarity.flowers import grow
from valoshka.solidarity.flowers.one_module import one_module
from valoshka.solidarity.raster import jpeg, pixels

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from importlib.resources.abc import Traversable

STILL_SEED = "valoshka.p0.s1.b2"
_STILL_WIDTH = 640  # pixels; half a sheet on a large screen, whole on a phone
_OF_THE_PAGE = ("page.css", "make.css")  # one after the other, in one file
_COMMENT = re.compile(r"^[ ]*(?://[^\n]*|/\*(?:(?!\*/).)*\*/[ ]*)$\n?", re.MULTILINE | re.DOTALL)
_OWN_FILES = ("still.css",)


@cache
def _shared(kind: str) -> dict[str, bytes]:
    here = resources.files(__package__)
    css = here / "css"
    sheets = [sheet.read_text(encoding="utf-8") for name in _OF_THE_PAGE if (sheet := css / name).is_file()]
    return {
        "page.css": "\n".join(sheets).encode(),
        **{name: (css / name).read_bytes() for name in _OWN_FILES},
        "icon.svg": (here / "icon.svg").read_bytes(),
        "flower.jpg": jpeg(pixels(grow(STILL_SEED, kind), _STILL_WIDTH), 82),
        **dict(_modules(here / "js", "js")),
        "js/flowers.mjs": one_module().encode(),
        **web_fonts(),
    }


def shared_files(kind: str) -> Mapping[str, bytes]:
    """The files by their paths; `kind` is the flower that stands where no script runs.

    >>> sorted(path for path in shared_files("flax") if "/" not in path)
    ['flower.jpg', 'icon.svg', 'page.css', 'still.css']
    """
    return dict(_shared(kind))


def folder_for(files: Mapping[str, bytes]) -> str:
    """A folder's name that changes with its files: an old page never meets new modules, and caches may keep them.

    >>> folder_for({"a": b"1"}) != folder_for({"a": b"2"})
    True
    """
    whole = hashlib.sha256()
    for path, content in sorted(files.items()):
        whole.update(f"{path}\0{len(content)}\0".encode())
        whole.update(content)
    return f"a-{whole.hexdigest()[:12]}"


def _modules(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.is_dir():
            yield from _modules(entry, f"{path}/{entry.name}")
        elif entry.name.endswith(".mjs"):
            yield f"{path}/{entry.name}", without_comments(entry.read_text(encoding="utf-8")).encode()
        elif entry.name.endswith(".txt"):
            yield f"{path}/{entry.name}", entry.read_bytes()


def without_comments(module: str) -> str:
    """A module without the comments that stand on lines of their own; the licences of others stay.

    >>> without_comments("// Why.\\nconst one = 1; // here\\n/** @param {number} n */\\nconst f = (n) => n;\\n")
    'const one = 1; // here\\nconst f = (n) => n;\\n'
    """
    return module if "Copyright" in module else _COMMENT.sub("", module)
