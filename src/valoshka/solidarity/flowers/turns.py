"""Sine and cosine by a polynomial, because each language's library rounds its own way. Angles are in turns."""

from __future__ import annotations

import math

_QUARTER = 1.5707963267948966


def sine(turn: float) -> float:
    """Sine of an angle in turns, to about 1e-9: Taylor's series up to the 13th power, on a quarter of a turn.

    >>> [round(sine(eighth / 8), 6) for eighth in range(4)]
    [0.0, 0.707107, 1.0, 0.707107]
    """
    turn = turn - math.floor(turn)
    quarter = math.floor(turn * 4)
    rest = turn * 4 - quarter
    if quarter % 2 == 1:
        rest = 1 - rest
    x = rest * _QUARTER
    q = x * x
    value = x * (
        1 + q * (-1 / 6 + q * (1 / 120 + q * (-1 / 5040 + q * (1 / 362880 + q * (-1 / 39916800 + q / 6227020800)))))
    )
    return value if quarter < 2 else -value


def cosine(turn: float) -> float:
    """Cosine of an angle in turns.

    >>> round(cosine(1 / 6), 6)
    0.5
    """
    return sine(turn + 0.25)
