"""The least and the most that a whole number can be while sums hold: HiGHS behind one small door."""

from __future__ import annotations

from typing import TYPE_CHECKING

import highspy
import numpy as np

from valoshka.disclosure.tables.table import CannotJudge

if TYPE_CHECKING:
    from collections.abc import Sequence

_WHOLE = 1e-6  # how far from a whole number a corner may lie and still be one
_SECONDS = 10.0  # for one bound in whole numbers; tables that people print take milliseconds


class ImpossibleError(ValueError):
    """No numbers fit: the sums contradict each other."""


class Programme:
    """Unknown whole numbers between `lows` and `highs`, and rows of (unknown, factor) that each add up to a value.

    Corners of the linear programme are tried first; only where one is no whole number are whole numbers asked for.
    Every answer comes with a witness that was added up again exactly. Source: Huangfu and Hall 2018 (HiGHS).

    >>> both = Programme([0, 0], [9, 9], [[(0, 1), (1, 1)]], [3])
    >>> both.extreme(0, most=True)
    (3, (3, 0))
    """

    def __init__(
        self,
        lows: Sequence[int],
        highs: Sequence[int],
        rows: Sequence[Sequence[tuple[int, int]]],
        values: Sequence[int],
    ) -> None:
        self._lows, self._highs, self._rows, self._values = lows, highs, rows, values
        self._corners = self._highs_model()
        self._wholes: highspy.Highs | None = None

    def extreme(self, unknown: int, *, most: bool) -> tuple[int, tuple[int, ...]]:
        """The most or least that `unknown` can be, and all the numbers of one case in which it is.

        Raises `ImpossibleError` if nothing fits, `CannotJudge` if time runs out.
        """
        found = self._solve(self._corners, unknown, most=most)
        if not self._holds(found):
            if self._wholes is None:
                self._wholes = self._highs_model()
                columns = np.arange(len(self._lows), dtype=np.int32)
                whole = np.full(len(columns), int(highspy.HighsVarType.kInteger.value), dtype=np.uint8)
                self._wholes.changeColsIntegrality(len(columns), columns, whole)
            found = self._solve(self._wholes, unknown, most=most)
        witness = tuple(round(value) for value in found)
        if not self._holds(found):
            raise CannotJudge(_HARD)
        return witness[unknown], witness

    def _solve(self, model: highspy.Highs, unknown: int, *, most: bool) -> list[float]:
        model.changeObjectiveSense(highspy.ObjSense.kMaximize if most else highspy.ObjSense.kMinimize)
        model.changeColCost(unknown, 1.0)
        model.run()
        status = model.getModelStatus()
        model.changeColCost(unknown, 0.0)
        if status == highspy.HighsModelStatus.kInfeasible:
            raise ImpossibleError
        if status != highspy.HighsModelStatus.kOptimal:
            raise CannotJudge(_HARD)
        return list(model.getSolution().col_value)

    def _holds(self, found: Sequence[float]) -> bool:
        whole = [round(value) for value in found]
        near = all(
            abs(value - number) <= _WHOLE * max(1, abs(number)) for value, number in zip(found, whole, strict=True)
        )
        return (
            near
            and all(low <= number <= high for low, number, high in zip(self._lows, whole, self._highs, strict=True))
            and all(
                sum(factor * whole[column] for column, factor in row) == value
                for row, value in zip(self._rows, self._values, strict=True)
            )
        )

    def _highs_model(self) -> highspy.Highs:
        model = highspy.Highs()  # type: ignore[no-untyped-call]
        model.silent()
        model.setOptionValue("threads", 1)
        model.setOptionValue("time_limit", _SECONDS)
        model.setOptionValue("mip_rel_gap", 0.0)
        for low, high in zip(self._lows, self._highs, strict=True):
            model.addCol(0.0, float(low), float(high), 0, np.array([], dtype=np.int32), np.array([], dtype=np.float64))
        for row, value in zip(self._rows, self._values, strict=True):
            columns = np.array([column for column, _ in row], dtype=np.int32)
            factors = np.array([factor for _, factor in row], dtype=np.float64)
            model.addRow(float(value), float(value), len(row), columns, factors)
        return model


_HARD = (
    "The sums of a table are too intricate to say what can be worked out from them, so it is not clear. "
    "Split the table, or hide fewer cells."
)
