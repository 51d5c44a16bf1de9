"""Files inside files: parts of a container, attachments, and `data:` addresses in pages and style sheets."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass, replace
from urllib.parse import unquote_to_bytes

from valoshka.disclosure.channels.channel import Channel, CouldNotCheck

_ADDRESS = re.compile(r"""data:(?P<type>[\w.+-]+/[\w.+-]+)?(?P<options>(?:;[\w=.+-]+)*),(?P<body>[^"'\s)>]*)""", re.I)
_EXTENSIONS = {
    "image/svg+xml": "svg", "image/png": "png", "image/jpeg": "jpg", "image/webp": "webp", "font/woff": "woff",
    "font/ttf": "ttf",
    "font/otf": "otf", "text/html": "html", "text/css": "css", "text/javascript": "js", "application/json": "json",
    "application/pdf": "pdf", "text/plain": "txt", "application/font-woff": "woff", "text/csv": "csv",
}  # fmt: skip


@dataclass(frozen=True)
class Embedded:
    """A file that lies inside another: where, under which name, and its bytes."""

    where: str
    name: str
    untrusted_bytes: bytes


def without_inline_files(channel: Channel) -> tuple[Channel, list[Embedded]]:
    """The channel with every `data:` address cut short, and the files that the addresses carry.

    Raises `CouldNotCheck` if one does not decode. Cut short, because random base64 sooner or later spells a name.

    >>> kept, inside = without_inline_files(Channel("attribute", "src", "data:text/plain;base64,0JDQvdC90LA="))
    >>> kept.text, inside[0].untrusted_bytes.decode()
    ('data:text/plain', 'Анна')
    """
    if "data:" not in channel.text.lower():
        return channel, []
    inside = [_file(channel.where, match) for match in _ADDRESS.finditer(channel.text) if match["body"]]
    if not inside:
        return channel, []
    # Positions after the first address would no longer be those of the marks.
    text = _ADDRESS.sub(lambda match: f"data:{match['type'] or ''}", channel.text)
    return replace(channel, text=text, marks=()), inside


def _file(where: str, match: re.Match[str]) -> Embedded:
    media_type = (match["type"] or "text/plain").lower()
    extension = _EXTENSIONS.get(media_type, "unknown")
    try:
        body = unquote_to_bytes(match["body"])
        if ";base64" in match["options"].lower():
            body = base64.b64decode(body, validate=True)
    except (binascii.Error, ValueError) as error:
        raise CouldNotCheck(where, "a file written into it does not decode", "Make it again.") from error
    return Embedded(f"{where}, embedded {media_type}", f"embedded.{extension}", body)
