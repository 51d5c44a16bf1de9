"""The wall: every published flower on static pages, newest first, and all of them at a glance above."""

from valoshka.solidarity.wall.building import wall_files
from valoshka.solidarity.wall.thumbnails import Thumbnails

__all__ = ["Thumbnails", "wall_files"]
