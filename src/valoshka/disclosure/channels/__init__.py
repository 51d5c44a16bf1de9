"""Every string that a published file carries, seen or unseen, so that the gate can read all of it."""

from valoshka.disclosure.channels.channel import KINDS, Channel, CouldNotCheck
from valoshka.disclosure.channels.reading import channels

__all__ = ["KINDS", "Channel", "CouldNotCheck", "channels"]
