"""Flowers that grow from a seed: the same bytes in Python and, in `js/`, in a browser."""

from valoshka.solidarity.flowers.alt_text import describe
from valoshka.solidarity.flowers.colours import KINDS
from valoshka.solidarity.flowers.flower import Flower, grow
from valoshka.solidarity.flowers.plan import LONGEST_SEED

__all__ = ["KINDS", "LONGEST_SEED", "Flower", "describe", "grow"]
