"""What a file really is, by its content; its name only has to agree."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from valoshka.documents.containers import Container, encrypted
from valoshka.documents.unreadable import Unreadable
from valoshka.own_yaml import own_yaml

if TYPE_CHECKING:
    from valoshka.documents.limits import Limits

READ = "txt, md, docx, odt, pdf, srt or vtt"
_CUE_TIME = re.compile(r"^[ \t]*\d+:\d\d:\d\d[,.]\d{1,3}\s*-->", re.MULTILINE)


@dataclass(frozen=True)
class Kind:
    """What a file is: `kind` chooses the reader (`None`: we read no such thing); `is_a` and `advice` are for people."""

    kind: str | None
    is_a: str
    advice: str = f"Save it as {READ} and import that."


@cache
def _known() -> dict[str, Any]:
    known: dict[str, Any] = own_yaml("valoshka.documents", "signatures.yml")
    return known


def promised(name: str) -> tuple[str, str] | None:
    """(kind, media type) that the extension of `name` promises; `None` if there is no extension.

    Raises `Unreadable` for an extension that we do not read.

    >>> promised("Interview 7.SRT")
    ('srt', 'application/x-subrip')
    """
    extension = PurePath(name).suffix.lower()
    if not extension:
        return None
    entry = _known()["extensions"].get(extension)
    return (entry["kind"], entry["media_type"]) if entry else None


def media_type(kind: str) -> str:
    """The media type of a file of `kind` that has no extension."""
    return next(str(entry["media_type"]) for entry in _known()["extensions"].values() if entry["kind"] == kind)


def sniffed(name: str, untrusted_bytes: bytes, limits: Limits) -> tuple[Kind, Container | None]:
    """What the content is, and the opened container if it is one. Text is whatever carries no signature.

    Raises `Unreadable` for a damaged or hostile container and for an Office file that is encrypted.
    """
    for entry in _known()["signatures"]:
        if _bears(untrusted_bytes, entry):
            if entry.get("kind") == "zip":
                container = Container(name, untrusted_bytes, limits)
                return _contained(container, entry), container
            if entry.get("kind") == "ole" and "EncryptedPackage".encode("utf-16-le") in untrusted_bytes:
                raise encrypted(name)
            return _as_kind(entry), None
    return Kind("text", "plain text"), None


def require_agreement(name: str, is_a: Kind) -> None:
    """Raise `Unreadable` unless we read such files and the name says what the content is."""
    wanted = promised(name)
    extension = PurePath(name).suffix
    if is_a.kind is None or is_a.kind in {"zip", "ole"}:
        raise Unreadable(name, f"it is really {is_a.is_a}" if wanted else f"it is {is_a.is_a}", is_a.advice)
    if wanted is None and extension and is_a.kind == "text":
        raise Unreadable(name, f"{extension} is not a kind of file that is read", is_a.advice)
    if wanted is not None and is_a.kind != wanted[0] and not (is_a.kind == "text" and wanted[0] in {"srt", "vtt"}):
        raise Unreadable(name, f"its name ends in {extension}, but it is really {is_a.is_a}", _rename(is_a))


def require_honest_subtitles(name: str, kind: str, text: str) -> None:
    """Raise `Unreadable` if a text that is called srt or vtt is the other one, or neither."""
    really = "vtt" if text.lstrip("\ufeff").startswith("WEBVTT") else "srt" if _CUE_TIME.search(text) else "text"
    if really == "text":
        raise Unreadable(name, "it holds no cue times, so it is plain text", "Rename it to .txt and import it again.")
    if really != kind:
        raise Unreadable(name, f"its name ends in .{kind}, but it is really {really}", f"Rename it to .{really}.")


def _rename(is_a: Kind) -> str:
    extension = "txt" if is_a.kind == "text" else is_a.kind
    return f"If you know where it comes from, rename it to end in .{extension} and import it again."


def _bears(untrusted_bytes: bytes, entry: dict[str, Any]) -> bool:
    signature = bytes.fromhex(entry["bytes"])
    if "within" in entry:
        return signature in untrusted_bytes[: entry["within"]]
    return untrusted_bytes[entry.get("at", 0) :].startswith(signature)


def _contained(container: Container, entry: dict[str, Any]) -> Kind:
    if "mimetype" in container:
        declared = container.read("mimetype").decode("ascii", "replace").strip()
        if declared in _known()["mimetypes"]:
            return _as_kind(_known()["mimetypes"][declared])
    return next((_as_kind(part) for part in _known()["containers"] if part["part"] in container), _as_kind(entry))


def _as_kind(entry: dict[str, Any]) -> Kind:
    advice = entry.get("advice")
    return Kind(entry.get("kind"), entry["is"], advice) if advice else Kind(entry.get("kind"), entry["is"])
