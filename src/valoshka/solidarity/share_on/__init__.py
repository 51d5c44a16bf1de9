"""“Tag us and we will share”: what the organisation shares on, one folder an item, until it is marked as done."""

from valoshka.solidarity.share_on.material import material
from valoshka.solidarity.share_on.queue import DONE, Queue

__all__ = ["DONE", "Queue", "material"]
