"""Running text that was read in an encoding that it was not written in: it is never clear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.disclosure.channels.misencoded import is_misread
from valoshka.disclosure.findings import Finding, Place
from valoshka.disclosure.unseen import SEEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from valoshka.disclosure.channels import Channel


def find_misread(channels: Iterable[Channel], at: Place) -> Iterator[Finding]:
    """A doubt if any text of a file that a reader sees was misread; `at` is the file.

    Names are looked for in it as it was meant, but stories, tables and names that nobody listed are not.
    """
    for channel in channels:
        if channel.kind in SEEN and not channel.reading and is_misread(channel.text):
            yield Finding("text_misread", None, Place(file=at.file, where=channel.where, shown=channel.text))
            return
