"""What the running text of a file holds that its reader leaves out: notes nobody refers to, names of cues."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from valoshka.disclosure.coverage import letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from valoshka.disclosure.channels.channel import Channel

_TIME = "-->"  # between the times of a cue


def beside_the_text(channels: Iterable[Channel], document: str | None) -> Iterator[Channel]:
    """`channels` without what the text `document` says itself; of running text only the lines that it does not say.

    >>> from valoshka.disclosure.channels import Channel
    >>> [channel.text for channel in beside_the_text([Channel("text", "a", "One\\nTwo")], "Two.")]
    ['One']
    """
    said = letters(document or "")
    for channel in channels:
        if document is None or channel.kind != "text" or channel.reading:
            yield channel
            continue
        if letters(channel.text) in said:
            continue
        lines = [line for line in channel.text.split("\n") if letters(line) not in said and _TIME not in line]
        if lines:
            where = f"{channel.where}, beside the running text"
            yield replace(channel, where=where, text="\n".join(lines), marks=(), reading="beside the running text")
