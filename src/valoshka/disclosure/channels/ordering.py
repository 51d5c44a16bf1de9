"""Text whose signs tell a screen to show its letters from right to left."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from valoshka.disclosure.channels.channel import Channel
from valoshka.documents.safe_xml import attribute, local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_OVERRIDDEN = re.compile("\u202e(?:([^\u202c\u202e]*)\u202c|([^\n\u202c\u202e]*))")
_NESTED = 4
_TURNED = re.compile(r"(?:bidi|isolate)-override|row-reverse|rotateY|scaleX?\(\s*-|\brtl\b|matrix\(\s*-", re.IGNORECASE)


def as_shown(text: str) -> str:
    r"""`text` with the letters that a right-to-left override turns round put into the order in which they are seen.

    >>> as_shown("Ni\u202ean\u202c came")
    'Nina came'
    """
    for _ in range(_NESTED):
        if "\u202e" not in text:
            break
        text = _OVERRIDDEN.sub(lambda match: backwards(match[1] if match[1] is not None else match[2]), text)
    return text


def backwards(text: str) -> str:
    """Each line of `text` from its end."""
    return "\n".join(line[::-1] for line in text.split("\n"))


def turned_round(root: etree._Element, text: Channel) -> Iterator[Channel]:
    """`text` backwards, if anything in the document of `root` has letters shown in another order than they stand."""
    if any(_turns(element) for element in root.iter("{*}*")):
        yield Channel(text.kind, f"{text.where}, read backwards", backwards(text.text), (), "backwards", guessed=True)


def _turns(element: etree._Element) -> bool:
    if local(element) == "bdo":
        return True
    said = [attribute(element, name) for name in ("style", "unicode-bidi", "dir", "direction", "transform")]
    styles = element.text if local(element) == "style" else ""
    return any(_TURNED.search(value) for value in [*said, styles] if value)
