"""Words of a Word file that are marked in black, as if that deleted them: white paper, black letters, black marker.

Source: ECMA-376 part 1, 17.3.2.15 (highlight), 17.3.2.32 (shd), 17.3.2.6 (color).
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from lxml import etree

from valoshka.disclosure.findings import Finding, Place
from valoshka.documents.containers import Container
from valoshka.documents.safe_xml import attribute, local, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLACK = frozenset({"black", "000000"})
_DARK = frozenset({"", "auto", "000000", "black"})
_SOLID = frozenset({"solid"})
_LONGEST = 200  # characters that are quoted


def find_blacked_out(name: str, untrusted_bytes: bytes) -> Iterator[Finding]:
    """Words of a docx that stand in black on black; nothing for files of other kinds. Raises `Unreadable`."""
    if not name.lower().endswith(".docx"):
        return
    container = Container(name, untrusted_bytes)
    for part in container:
        if part.startswith("word/") and part.endswith(".xml"):
            for paragraph in parse(name, container.read(part)).iter("{*}p"):
                for black, runs in groupby(paragraph.iter("{*}r"), key=_is_black):
                    said = "".join("".join(each.text or "" for each in run.iter("{*}t")) for run in runs).strip()
                    if black and any(map(str.isalnum, said)):
                        yield Finding("covered_words", None, Place(file=name, where=part, text=said[:_LONGEST]))


def _is_black(run: etree._Element) -> bool:
    told = {local(each): each for found in run.iterchildren("{*}rPr") for each in found.iterchildren(etree.Element)}
    colour = (attribute(told["color"], "val") or "").lower() if "color" in told else ""
    if colour not in _DARK:
        return False
    highlight = attribute(told["highlight"], "val") if "highlight" in told else None
    shading = told.get("shd")
    fill = (attribute(shading, "fill") or "").lower() if shading is not None else ""
    pattern = (attribute(shading, "val") or "").lower() if shading is not None else ""
    front = (attribute(shading, "color") or "").lower() if shading is not None else ""
    return highlight in _BLACK or fill in _BLACK or (pattern in _SOLID and front in _DARK)
