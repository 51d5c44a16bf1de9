"""Charts as accessible SVG text: direct labels, an honest zero, source and n under each. Imports no other room."""

from valoshka.charts.bars import Bar, bars
from valoshka.charts.timeline import Moment, timeline

__all__ = ["Bar", "Moment", "bars", "timeline"]
