"""Pixels → files' bytes, without a byte of metadata. Untagged pictures are sRGB."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def png(pixels: NDArray[np.uint8]) -> bytes:
    """A PNG of an array (height, width, 3).

    >>> import numpy as np
    >>> png(np.zeros((2, 2, 3), np.uint8))[1:4]
    b'PNG'
    """
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "PNG")
    return out.getvalue()


def jpeg(pixels: NDArray[np.uint8], quality: int = 90) -> bytes:
    """A JPEG; full colour resolution, because flowers are thin lines of strong colour.

    >>> import numpy as np
    >>> jpeg(np.zeros((2, 2, 3), np.uint8))[:3]
    b'\\xff\\xd8\\xff'
    """
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "JPEG", quality=quality, subsampling=0, optimize=True)
    return out.getvalue()


def webp(pixels: NDArray[np.uint8], quality: int = 82) -> bytes:
    """A WebP, the smallest of the three.

    >>> import numpy as np
    >>> webp(np.zeros((2, 2, 3), np.uint8))[8:12]
    b'WEBP'
    """
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "WEBP", quality=quality, method=4)
    return out.getvalue()
