"""What was decided of each message, by whom and why: lines of `decisions.jsonl` that are added and never changed."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Literal, get_args

from valoshka.errors import Refused
from valoshka.solidarity.staffing.durable import append_durably, said_plainly

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FILE = "decisions.jsonl"
Verdict = Literal["approve", "reject", "undo", "takedown"]
_ID = re.compile("[0-9a-f]{16}")
_REASON = re.compile("[a-z_]{0,40}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MARK = re.compile("[0-9a-f]{16}")
_LONGEST_NAME = 40


@dataclass(frozen=True)
class Decision:
    """One decision of the message `id`.

    `reason` is a code of the desk's `reasons.yml`, or empty; `day` is YYYY-MM-DD; `who` is what a colleague calls
    themselves there. `lifted` are marks, made with the staff's key, of the doubts that the person saw and let stand:
    a doubt that comes up later was seen by nobody.
    """

    id: str
    decision: Verdict
    day: str
    who: str
    reason: str = ""
    lifted: tuple[str, ...] = ()

    def line(self) -> bytes:
        """As it stands in the file."""
        return json.dumps(asdict(self), ensure_ascii=False).encode()


def add_decision(folder: Path, decision: Decision) -> None:
    """Write one decision down, and return once the disk has it."""
    append_durably(folder / FILE, decision.line())


def read_decisions(folder: Path) -> list[Decision]:
    """Every decision in the order in which they were taken; none if there is no file.

    The end of a line that a power cut tore off is passed over: nobody was told that it was kept. Raises `Refused` for
    a line that says something else.
    """
    path = folder / FILE
    if not path.exists():
        return []
    with said_plainly(path):
        lines = path.read_bytes().split(b"\n")
    decisions = [_decision(line, number) for number, line in enumerate(lines[:-1], start=1) if line.strip()]
    return [decision for decision in decisions if decision]


def standing(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """The decision that stands for each id: the last one, unless it was undone. A takedown is for good.

    >>> one = Decision("00000000000000ff", "approve", "2026-05-02", "k")
    >>> standing([one, Decision("00000000000000ff", "undo", "2026-05-02", "k")])
    {}
    """
    found: dict[str, Decision] = {}
    for decision in decisions:
        now = found.get(decision.id)
        if now and now.decision == "takedown":
            continue
        if decision.decision == "undo":
            found.pop(decision.id, None)
        else:
            found[decision.id] = decision
    return found


def _decision(line: bytes, number: int) -> Decision | None:
    try:
        told = json.loads(line)
        return _sound(Decision(**{**told, "lifted": tuple(told.get("lifted", ()))}))
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        if not line.rstrip().endswith(b"}"):
            # Half a line, written when the power failed, and closed by the next.
            return None
        raise Refused(
            f"{FILE}, line {number}: this is no decision as Valoshka writes them. Put back a copy of the file, or take "
            "the line out."
        ) from error


def _sound(decision: Decision) -> Decision:
    forms = [(_ID, decision.id), (_REASON, decision.reason), (_DAY, decision.day)]
    forms += [(_MARK, mark) for mark in decision.lifted]
    if not all(form.fullmatch(text) for form, text in forms) or len(decision.who) > _LONGEST_NAME:
        raise ValueError
    if decision.decision not in get_args(Verdict):
        raise ValueError
    return decision
