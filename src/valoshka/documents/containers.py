"""Zip containers (docx, odt) from strangers: opened under caps, read part by part."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections import Counter
from typing import TYPE_CHECKING

from valoshka.documents.limits import LIMITS, Limits
from valoshka.documents.unreadable import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

_BROKEN = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError)
_ENCRYPTED = 0x1
_DAMAGED_ADVICE = "Open it in the program that made it, save it again, and take that copy."


class Container:
    """The parts of one zip file in memory. Opening checks every cap before a single part is unpacked.

    Raises `Unreadable` if the container is damaged, encrypted, packed beyond belief, or says the same name twice (two
    readers would see two different documents).
    """

    def __init__(self, name: str, untrusted_bytes: bytes, limits: Limits = LIMITS) -> None:
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(untrusted_bytes))
        except _BROKEN as error:
            raise damaged(name) from error
        self._parts = {info.filename: info for info in self._zip.infolist()}
        self._check(limits)

    def __contains__(self, part: str) -> bool:
        """Whether the container has such a part."""
        return part in self._parts

    def __iter__(self) -> Iterator[str]:
        """The names of the parts, sorted."""
        return iter(sorted(self._parts))

    def read(self, part: str) -> bytes:
        """The unpacked bytes of `part`. Raises `Unreadable` if it is missing or damaged."""
        if part not in self._parts:
            raise damaged(self.name)
        try:
            return self._zip.read(self._parts[part])
        except (*_BROKEN, RuntimeError) as error:  # RuntimeError: zipfile's word for an encrypted part
            raise damaged(self.name) from error

    def _check(self, limits: Limits) -> None:
        infos = self._zip.infolist()
        if any(info.flag_bits & _ENCRYPTED for info in infos):
            raise encrypted(self.name)
        if any(count > 1 for count in Counter(info.filename for info in infos).values()):
            raise Unreadable(self.name, "it holds two parts of the same name", _DAMAGED_ADVICE)
        if any(info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} for info in infos):
            raise Unreadable(self.name, "it is packed in a way that no word processor uses", _DAMAGED_ADVICE)
        if len(infos) > limits.parts or any(_is_bomb(info, limits) for info in infos) or self._unpacked(limits):
            raise too_dense(self.name)

    def _unpacked(self, limits: Limits) -> bool:
        return sum(info.file_size for info in self._zip.infolist()) > limits.unpacked_bytes


def _is_bomb(info: zipfile.ZipInfo, limits: Limits) -> bool:
    return info.file_size > limits.ratio_from and info.file_size > limits.ratio * max(info.compress_size, 1)


def damaged(name: str) -> Unreadable:
    """The refusal of a file that breaks off or contradicts itself."""
    return Unreadable(name, "it is damaged", _DAMAGED_ADVICE)


def encrypted(name: str) -> Unreadable:
    """The refusal of a file that asks for a password."""
    return Unreadable(
        name, "it is protected with a password", "Open it with the password, save a copy without one, and take that."
    )


def too_dense(name: str) -> Unreadable:
    """The refusal of a file that would unpack to more than any interview holds."""
    return Unreadable(
        name,
        "it would unpack to far more than a document holds",
        "Do not open it; ask whoever sent it, and treat the file as hostile.",
    )
