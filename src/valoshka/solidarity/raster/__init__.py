"""Flowers → pixels → PNG, JPEG, WebP, in memory; what a browser shows of the same SVG."""

from valoshka.solidarity.raster.encoding import jpeg, png, webp
from valoshka.solidarity.raster.pixels import Box, pixels

__all__ = ["Box", "jpeg", "pixels", "png", "webp"]
